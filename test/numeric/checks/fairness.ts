import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../check';
import { vector } from '../given';

/** So many people of a group, with one label and one decision. */
interface People {
  readonly group: number;
  readonly label: number;
  readonly decision: number;
  readonly count: number;
}
type Kind = Omit<People, 'count'>;

/** The four kinds of people in each of two groups: hits, misses, false alarms, right refusals. */
function population(...groups: readonly (readonly [number, number, number, number])[]): readonly People[] {
  return groups.flatMap(([hits, misses, alarms, refusals], group) => [
    { group, label: 1, decision: 1, count: hits },
    { group, label: 1, decision: 0, count: misses },
    { group, label: 0, decision: 1, count: alarms },
    { group, label: 0, decision: 0, count: refusals },
  ]);
}

function size(people: readonly People[], kind: Partial<Kind>): number {
  const { group, label, decision } = kind;
  return people
    .filter((some) => group === undefined || some.group === group)
    .filter((some) => label === undefined || some.label === label)
    .filter((some) => decision === undefined || some.decision === decision)
    .reduce((sum, { count }) => sum + count, 0);
}

/** The share of a kind among another, by counting. */
function share(people: readonly People[], kind: Partial<Kind>, among: Partial<Kind>): number {
  return size(people, { ...among, ...kind }) / size(people, among);
}

/** Decisions by a coin that lands alike for all. */
const COIN = population([24, 16, 6, 4], [12, 8, 48, 32]);
/** Decisions by the true label alone, with a chance of 0.8 for the positives and 0.3 for the others. */
const BY_LABEL = population([40, 10, 6, 14], [16, 4, 24, 56]);
/** One precision in both groups: three in four of the favoured are positive. */
const BY_DECISION = population([30, 4, 10, 16], [9, 10, 3, 40]);
/** Nothing in common but the true positive rate. */
const OPPORTUNITY = population([24, 8, 5, 25], [15, 5, 30, 10]);

const favoured = { decision: 1 };
const both = (rate: (group: number) => number) => [rate(0), rate(1)];

/** The total variation of two distributions over two decisions. */
const variation = (p: number, q: number) => (Math.abs(p - q) + Math.abs(1 - p - (1 - q))) / 2;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** An orthonormal basis whose first vector is that of the adversary's gradient. */
const BASIS = new Matrix([
  [0.6, -0.8, 0],
  [0.48, 0.36, -0.8],
  [0.64, 0.48, 0.6],
]).transpose();
const inBasis = (coordinates: readonly number[]) => BASIS.mmul(vector(coordinates));

/** Background of a person: talent and luck; the other attribute is shifted and stretched by the group. */
const BACKGROUNDS = [
  { talent: 0, luck: 0, chance: 0.1 },
  { talent: 0, luck: 1, chance: 0.25 },
  { talent: 1, luck: 0, chance: 0.2 },
  { talent: 2, luck: 0, chance: 0.15 },
  { talent: 1, luck: 1, chance: 0.3 },
];
type Background = (typeof BACKGROUNDS)[number];
const attribute = (a: number, { talent, luck }: Background) => talent + luck + 2 * a;

/** The chance of a decision for a person seen with an attribute in a group, had the group been another. */
function counterfactual(
  decide: (x: number, background: Background) => boolean,
  seen: { readonly x: number; readonly a: number },
  a: number,
): number {
  const possible = BACKGROUNDS.filter((background) => attribute(seen.a, background) === seen.x);
  const weight = (some: readonly Background[]) => some.reduce((sum, { chance }) => sum + chance, 0);
  return weight(possible.filter((one) => decide(attribute(a, one), one))) / weight(possible);
}
const SEEN = [1, 2].map((x) => ({ x, a: 0 }));
const byTalent = (_: number, { talent }: Background) => talent >= 1;
const byAttribute = (x: number) => x >= 2;

/** Errors of two classifiers and by how much each breaks two constraints. */
const ERRORS = [0.1, 0.4];
const BROKEN = [
  [0.5, -0.3],
  [-0.6, 0.2],
];
const mix = (q: number, [a = 0, b = 0]: readonly number[]) => (1 - q) * a + q * b;
const MIXES = Array.from({ length: 1601 }, (_, i) => i / 1600);

/** The value of the game: the multipliers' best reply is a corner, nothing or all on one constraint. */
function gameValue(sign = 1, bound = 10): number {
  const worst = (q: number) => Math.max(0, ...BROKEN.map((row) => sign * bound * mix(q, row)));
  return Math.min(...MIXES.map((q) => mix(q, ERRORS) + worst(q)));
}

export const fairness: readonly Check[] = [
  latexCheck('adversarial-debiasing', {
    states: 'coordinates along and across the adversary’s gradient',
    cases: [
      {
        given: {
          '\\mathbf{d}': inBasis([-0.3 * 2.5, 0.7, -1.1]),
          '\\nabla_{\\theta} \\mathcal{L}_{P}': inBasis([1.6, 0.7, -1.1]),
          '\\nabla_{\\theta} \\mathcal{L}_{A}': inBasis([2.5, 0, 0]),
          '\\operatorname{proj}_{\\nabla_{\\theta} \\mathcal{L}_{A}} \\nabla_{\\theta} \\mathcal{L}_{P}':
            inBasis([1.6, 0, 0]),
          '\\alpha': 0.3,
        },
      },
    ],
  }),
  functionCheck('calibration-within-groups', {
    states: 'hand-made lists of scored people',
    formula: () =>
      both((group) => share(population([7, 0, 3, 0], [21, 5, 9, 40]), { label: 1 }, { group, ...favoured })),
    against: () => [0.7, 0.7],
    mutants: {
      'the score given the label': () =>
        both((group) => share(population([7, 0, 3, 0], [21, 5, 9, 40]), favoured, { group, label: 1 })),
    },
  }),
  functionCheck('counterfactual-fairness', {
    states: 'a causal model whose decision does not come from the attribute',
    formula: () => SEEN.map((seen) => counterfactual(byTalent, seen, 0)),
    against: () => SEEN.map((seen) => counterfactual(byTalent, seen, 1)),
    mutants: {
      'a decision by what the attribute causes': () =>
        SEEN.map((seen) => counterfactual(byAttribute, seen, 0)),
    },
  }),
  functionCheck('demographic-parity', {
    states: 'counts of decisions by a coin',
    formula: () => share(COIN, favoured, { group: 0 }),
    against: () => share(COIN, favoured, { group: 1 }),
    mutants: {
      'labels in place of decisions': () => share(COIN, { label: 1 }, { group: 0 }),
      'decisions that follow the label': () => share(BY_LABEL, favoured, { group: 0 }),
    },
  }),
  latexCheck('demographic-parity-difference', {
    states: 'counts of a hand-made population',
    cases: [0, 1].map((turned) => ({
      given: {
        '\\Delta_{\\mathrm{DP}}': 46 / 70 - 40 / 100,
        'P(\\hat{Y} = 1 \\mid A = 0)': share(BY_LABEL, favoured, { group: turned }),
        'P(\\hat{Y} = 1 \\mid A = 1)': share(BY_LABEL, favoured, { group: 1 - turned }),
      },
    })),
  }),
  latexCheck('disparate-impact-ratio', {
    states: 'counts of a hand-made population',
    cases: [
      {
        given: {
          '\\mathrm{DI}': (46 * 100) / (70 * 40),
          'P(\\hat{Y} = 1 \\mid A = 0)': share(BY_LABEL, favoured, { group: 0 }),
          'P(\\hat{Y} = 1 \\mid A = 1)': share(BY_LABEL, favoured, { group: 1 }),
        },
      },
    ],
  }),
  functionCheck('equal-opportunity', {
    states: 'counts of two groups with one true positive rate',
    formula: () => both((group) => share(OPPORTUNITY, favoured, { group, label: 1 })),
    against: () => [0.75, 0.75],
    mutants: {
      'false positive rates': () => both((group) => share(OPPORTUNITY, favoured, { group, label: 0 })),
      'without the label': () => both((group) => share(OPPORTUNITY, favoured, { group })),
    },
  }),
  functionCheck('equalized-odds', {
    states: 'decisions made from the label alone',
    formula: () => [0, 1].flatMap((label) => both((group) => share(BY_LABEL, favoured, { group, label }))),
    against: () => [0.3, 0.3, 0.8, 0.8],
    mutants: {
      'without the label': () => [0, 1].flatMap(() => both((group) => share(BY_LABEL, favoured, { group }))),
      'the label given the decision': () =>
        [0, 1].flatMap((decision) => both((group) => share(BY_LABEL, { label: 1 }, { group, decision }))),
    },
  }),
  functionCheck('fairness-constrained-lagrangian', {
    states: 'the constrained optimum, where the first constraint binds',
    formula: () => gameValue(),
    against: () => 0.1 + 0.3 * (0.5 / 0.8),
    mutants: {
      'the constraints the other way round': () => gameValue(-1),
      'multipliers too small to matter': () => gameValue(1, 0.1),
    },
  }),
  latexCheck('fairness-impossibility', {
    states: 'counts of a hand-made population',
    cases: [0, 1].map((group) => ({
      given: {
        '\\mathrm{FPR}': share(BY_LABEL, favoured, { group, label: 0 }),
        p: share(BY_LABEL, { label: 1 }, { group }),
        '\\mathrm{PPV}': share(BY_LABEL, { label: 1 }, { group, ...favoured }),
        '\\mathrm{FNR}': share(BY_LABEL, { decision: 0 }, { group, label: 1 }),
      },
    })),
  }),
  latexCheck('individual-fairness', {
    states: 'total variation of classifiers with known slopes',
    cases: [
      {
        given: {
          D: variation,
          M: (x: number) => 0.5 + 0.1 * x,
          d: (x: number, y: number) => 0.1 * Math.abs(x - y),
          x: 1,
          y: 3,
        },
      },
      {
        given: { D: variation, M: sigmoid, d: (x: number, y: number) => Math.abs(x - y) / 4, x: 0.5, y: -2 },
      },
    ],
    symmetric: ['D', 'd'],
  }),
  functionCheck('predictive-parity', {
    states: 'counts of two groups with one precision',
    formula: () => both((group) => share(BY_DECISION, { label: 1 }, { group, ...favoured })),
    against: () => [0.75, 0.75],
    mutants: {
      'the decision given the label': () =>
        both((group) => share(BY_DECISION, favoured, { group, label: 1 })),
      'without the decision': () => both((group) => share(BY_DECISION, { label: 1 }, { group })),
    },
  }),
];
