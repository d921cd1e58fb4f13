import type { EquationSource } from '../../../src/generated/schema';
import { type CheckedCatalogue, entries, type Fault, type Rule } from '../rule';
import { catalogueOf, changed, LINEAR, SQUARED } from '../sample';

type Check = (equation: EquationSource, byId: ReadonlyMap<string, EquationSource>) => readonly string[];

/** A check of entries one by one, with all the others at hand by id. */
function linked(messages: Check): (catalogue: CheckedCatalogue) => readonly Fault[] {
  return (catalogue) => {
    const all = entries(catalogue);
    const byId = new Map(all.map(({ equation }) => [equation.id, equation]));
    return all.flatMap(({ file, equation }) =>
      messages(equation, byId).map((message) => ({ file, id: equation.id, message })),
    );
  };
}

export const relatedExist: Rule = {
  name: 'related-exist',
  description: 'Related ids are ids of other entries.',
  check: linked(({ id, related = [] }, byId) =>
    related.flatMap((other) => {
      if (other === id) return ['is related to itself: take its own id out of related.'];
      return byId.has(other)
        ? []
        : [`is related to '${other}', which is no id: write one that is, or take it out.`];
    }),
  ),
  bad: [changed({ related: ['linear-layers'] }), changed({ related: ['linear-layer'] })],
};

export const variantsExist: Rule = {
  name: 'variants-exist',
  description: 'A variant names another entry, which is not a variant itself.',
  check: linked(({ id, 'variant-of': base }, byId) => {
    if (base === undefined) return [];
    if (base === id) return ['is a variant of itself: take variant-of out.'];
    const target = byId.get(base);
    if (target === undefined) return [`is a variant of '${base}', which is no id: write one that is.`];
    const next = target['variant-of'];
    return next === undefined
      ? []
      : [`is a variant of ${base}, itself a variant: write variant-of: ${next}.`];
  }),
  bad: [
    changed({ 'variant-of': 'nothing' }),
    changed({ 'variant-of': 'linear-layer' }),
    catalogueOf(
      { ...LINEAR, 'variant-of': 'mean-squared-error' },
      { ...SQUARED, 'variant-of': 'linear-layer' },
    ),
  ],
};
