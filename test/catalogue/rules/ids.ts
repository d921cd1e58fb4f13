import { significant, tokenize } from '../../../src/core/tex';
import type { EquationSource } from '../../../src/generated/schema';
import { type CheckedCatalogue, entries, type Fault, type Rule } from '../rule';
import { catalogueOf, LINEAR, SQUARED } from '../sample';

/** A check that no two entries have something alike; `message` tells the later one which entry it is like. */
function distinct(of: (equation: EquationSource) => string, message: (like: string) => string) {
  return (catalogue: CheckedCatalogue): readonly Fault[] => {
    const first = new Map<string, string>();
    return entries(catalogue).flatMap(({ file, equation }) => {
      const key = of(equation);
      const like = first.get(key);
      if (like !== undefined) return [{ file, id: equation.id, message: message(like) }];
      first.set(key, `${equation.id} of ${file}`);
      return [];
    });
  };
}

export const uniqueIds: Rule = {
  name: 'unique-ids',
  description: 'No two entries of the catalogue have one id.',
  check: distinct(
    ({ id }) => id,
    (like) => `is there already, ${like}: give one another id.`,
  ),
  bad: [catalogueOf(LINEAR, LINEAR)],
};

export const uniqueNames: Rule = {
  name: 'unique-names',
  description: 'No two entries have one name, since a list shows only names.',
  check: distinct(
    ({ name }) => name.toLowerCase(),
    (like) => `has the name of ${like}: say in one what is special about it.`,
  ),
  bad: [catalogueOf(LINEAR, { ...SQUARED, name: 'linear layer' })],
};

export const uniqueEquations: Rule = {
  name: 'unique-equations',
  description: 'No two entries are one equation.',
  check: distinct(
    ({ latex }) =>
      significant(tokenize(latex))
        .map(({ text }) => text)
        .join(' '),
    (like) => `is the equation of ${like}: join both, with the name of one as an alias of the other.`,
  ),
  bad: [catalogueOf(LINEAR, { ...SQUARED, latex: LINEAR.latex })],
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
