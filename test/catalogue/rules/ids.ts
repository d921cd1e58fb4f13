import { entries, type Rule } from '../rule';
import { catalogueOf, LINEAR, SQUARED } from '../sample';

export const uniqueIds: Rule = {
  name: 'unique-ids',
  description: 'No two entries of the catalogue have one id.',
  check: (catalogue) => {
    const first = new Map<string, string>();
    return entries(catalogue).flatMap(({ file, equation: { id } }) => {
      const other = first.get(id);
      if (other !== undefined)
        return [{ file, id, message: `is an entry of ${other} already: give one another id.` }];
      first.set(id, file);
      return [];
    });
  },
  bad: [catalogueOf(LINEAR, LINEAR)],
};

export const sortedIds: Rule = {
  name: 'sorted-ids',
  description:
    'The entries of a file are sorted by id, so that everyone finds one and the place for another.',
  check: ({ families }) =>
    families.flatMap(({ file, source }) => {
      const ids = source?.equations.map(({ id }) => id) ?? [];
      return ids.flatMap((id, i) => {
        const before = ids[i - 1];
        if (before === undefined || before <= id) return [];
        return [{ file, id, message: `stands after ${before}: move it up to its place by id.` }];
      });
    }),
  bad: [catalogueOf(SQUARED, LINEAR)],
};
