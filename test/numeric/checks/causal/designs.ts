import { type Check, functionCheck, latexCheck } from '../../check';
import { crossing } from '../../golden-section';

/** Kinds of people by what they do under an instrument: never treated, treated if pushed, always treated. */
const KINDS = [
  { share: 0.35, treated: [0, 0], outcome: [1, 9] },
  { share: 0.4, treated: [0, 1], outcome: [2, 4.5] },
  { share: 0.25, treated: [1, 1], outcome: [-1, 3] },
];
const treatedIf = (z: number) =>
  KINDS.reduce((sum, { share, treated }) => sum + share * (treated[z] ?? 0), 0);
const outcomeIf = (z: number) =>
  KINDS.reduce((sum, { share, treated, outcome }) => sum + share * (outcome[treated[z] ?? 0] ?? 0), 0);

/** Two groups of which one is treated in the second period; all drift by the same. */
const DRIFT = 0.7;
const BEFORE = [
  [1, 2, 4.5],
  [3, 2.2],
];
const EFFECTS = [1.5, -0.4];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const before = (group: number) => mean(BEFORE[group] ?? []);
const after = (group: number) =>
  mean((BEFORE[group] ?? []).map((y, i) => y + DRIFT + (group === 1 ? (EFFECTS[i] ?? 0) : 0)));

/** A mean outcome with a slope that differs on both sides of the cutoff. */
const CUTOFF = 0.6;
const untreated = (x: number) => 1 + Math.sin(2 * x);
const effect = (x: number) => 2 - 0.8 * x ** 2;
const seen = (x: number) => untreated(x) + (x >= CUTOFF ? effect(x) : 0);
/** A limit from one side, by steps of Richardson. */
function limit(f: (x: number) => number, at: number, side: 1 | -1): number {
  const near = [1e-3, 5e-4, 2.5e-4].map((step) => f(at + side * step));
  const [a = 0, b = 0, c = 0] = near;
  return (a - 6 * b + 8 * c) / 3;
}

const RATIOS = [1.4, 3.9];

export const designs: readonly Check[] = [
  latexCheck('difference-in-differences', {
    states: 'the mean effect that was put in',
    cases: [
      {
        given: {
          '\\tau_{\\mathrm{DiD}}': mean(EFFECTS),
          '\\mathbb{E}[Y_{1} \\mid G = 1]': after(1),
          '\\mathbb{E}[Y_{0} \\mid G = 1]': before(1),
          '\\mathbb{E}[Y_{1} \\mid G = 0]': after(0),
          '\\mathbb{E}[Y_{0} \\mid G = 0]': before(0),
        },
      },
    ],
  }),
  functionCheck('e-value', {
    states: 'the strength at which the bounding factor reaches the risk ratio, by bisection',
    formula: () => RATIOS.map((ratio) => ratio + Math.sqrt(ratio * (ratio - 1))),
    against: () => RATIOS.map((ratio) => crossing((e) => (e * e) / (2 * e - 1) - ratio, 1, 100)),
    mutants: {
      'the other root': () => RATIOS.map((ratio) => ratio - Math.sqrt(ratio * (ratio - 1))),
      'plus one': () => RATIOS.map((ratio) => ratio + Math.sqrt(ratio * (ratio + 1))),
    },
  }),
  functionCheck('regression-discontinuity', {
    states: 'the effect that was put in, at the cutoff',
    formula: () => limit(seen, CUTOFF, 1) - limit(seen, CUTOFF, -1),
    against: () => effect(CUTOFF),
    tolerance: 1e-6,
    mutants: {
      'limits exchanged': () => limit(seen, CUTOFF, -1) - limit(seen, CUTOFF, 1),
      'far from the cutoff': () => seen(CUTOFF + 0.2) - seen(CUTOFF - 0.2),
    },
  }),
  latexCheck('wald-estimator', {
    states: 'the effect on those whom the instrument pushes',
    cases: [
      {
        given: {
          '\\tau_{\\mathrm{LATE}}': 2.5,
          '\\mathbb{E}[Y(1) - Y(0) \\mid T(1) > T(0)]': 4.5 - 2,
          '\\mathbb{E}[Y \\mid Z = 1]': outcomeIf(1),
          '\\mathbb{E}[Y \\mid Z = 0]': outcomeIf(0),
          '\\mathbb{E}[T \\mid Z = 1]': treatedIf(1),
          '\\mathbb{E}[T \\mid Z = 0]': treatedIf(0),
        },
      },
    ],
  }),
];
