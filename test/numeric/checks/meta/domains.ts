import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative } from '../../differences';
import { set } from '../../given';
import { expectation } from '../../operators';
import { random } from '../../random';

const { abs, exp, log, max, min } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const generator = random(37);

const COVARIANCES = [generator.positive(3), generator.positive(3)] as const;
const gap = Matrix.sub(...COVARIANCES);

/** Inputs at test time and in training, over three values; labels by the same rule in both. */
const TEST = [0.2, 0.5, 0.3];
const TRAIN = [0.6, 0.1, 0.3];
const LABELS = [
  [0.9, 0.1],
  [0.4, 0.6],
  [0.25, 0.75],
];
const OUTCOMES = LABELS.flatMap((row, x) => row.map((_, y) => [x, y] as const));
const jointly = (inputs: readonly number[]) =>
  OUTCOMES.map(([x, y]) => (inputs[x] ?? 0) * (LABELS[x]?.[y] ?? 0));

/** Classifiers of four inputs, the true rule first or not among them, and two domains. */
interface Adaptation {
  readonly rule: readonly number[];
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly classifiers: readonly (readonly number[])[];
}
const differing = (p: readonly number[], f: readonly number[] = [], g: readonly number[] = []) =>
  sum(p.map((chance, x) => (f[x] === g[x] ? 0 : chance)));
function adaptation({ rule, source, target, classifiers }: Adaptation, h: number) {
  const apart = classifiers.flatMap((f) =>
    classifiers.map((g) => abs(differing(source, f, g) - differing(target, f, g))),
  );
  return {
    given: {
      h,
      '\\epsilon_{\\mathrm{T}}': (k: number) => differing(target, classifiers[k], rule),
      '\\epsilon_{\\mathrm{S}}': (k: number) => differing(source, classifiers[k], rule),
      'd_{\\mathcal{H} \\Delta \\mathcal{H}}(\\mathcal{D}_{\\mathrm{S}}, \\mathcal{D}_{\\mathrm{T}})':
        2 * max(...apart),
      '\\mathcal{H}': set(classifiers.map((_, k) => k)),
    },
  };
}
const SHIFTED = { source: [0.4, 0.3, 0.2, 0.1], target: [0.1, 0.2, 0.3, 0.4] };
const KNOWN: Adaptation = {
  ...SHIFTED,
  rule: [0, 0, 1, 1],
  classifiers: [
    [0, 0, 1, 1],
    [0, 0, 1, 0],
  ],
};
/** No classifier is right for both domains, and the bound is attained. */
const UNKNOWN: Adaptation = {
  source: [1, 0, 0, 0],
  target: [0, 1, 0, 0],
  rule: [0, 1, 0, 0],
  classifiers: [
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ],
};

/** Two groups with quadratic losses. */
const groupLosses = (theta: number) => [(theta - 1) ** 2 + 0.3, 2 * (theta + 1) ** 2];
/** The place of the least value, by halving where the slope changes its sign. */
function leastAt(f: (theta: number) => number): number {
  let [low, high] = [-3, 3];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (f(middle + 1e-7) > f(middle - 1e-7)) high = middle;
    else low = middle;
  }
  return low;
}

/** Two environments of inputs and labels, and a predictor of slope 0.7. */
const ENVIRONMENTS = [
  [
    [1, 1.2],
    [-2, -1],
    [0.5, 0.7],
  ],
  [
    [1.5, 0.2],
    [-1, -0.4],
    [2, 1.9],
  ],
] as const;
const risk = (data: readonly (readonly [number, number])[], w: number) =>
  sum(data.map(([x, y]) => (w * 0.7 * x - y) ** 2)) / data.length;
const penalized = (of: (slope: number) => number, weight = 1.3) =>
  sum(ENVIRONMENTS.map((data) => risk(data, 1) + weight * of(derivative((w) => risk(data, w), 1))));
/** The risk is a quadratic function of the scale; its coefficients are moments. */
function byMoments(): number {
  const parts = ENVIRONMENTS.map((data) => {
    const square = sum(data.map(([x]) => (0.7 * x) ** 2)) / 3;
    const mixed = sum(data.map(([x, y]) => 0.7 * x * y)) / 3;
    const labels = sum(data.map(([, y]) => y * y)) / 3;
    return square - 2 * mixed + labels + 1.3 * 4 * (square - mixed) ** 2;
  });
  return sum(parts);
}

const CHANCES = [0.5, 0.2, 0.3];

export const domains: readonly Check[] = [
  latexCheck('coral-loss', {
    states: 'the trace of the squared difference',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{CORAL}}': gap.transpose().mmul(gap).trace() / 6 ** 2,
          d: 3,
          '\\mathbf{C}_{\\mathrm{S}}': COVARIANCES[0],
          '\\mathbf{C}_{\\mathrm{T}}': COVARIANCES[1],
        },
      },
    ],
  }),
  latexCheck('covariate-shift-weighting', {
    states: 'brute force over inputs and labels of both distributions',
    symmetric: ['\\ell'],
    cases: [
      {
        given: {
          '\\mathbb{E}_{p_{\\mathrm{te}}(\\mathbf{x}, y)}': expectation(
            ['\\mathbf{x}', 'y'],
            OUTCOMES,
            jointly(TEST),
          ),
          '\\mathbb{E}_{p_{\\mathrm{tr}}(\\mathbf{x}, y)}': expectation(
            ['\\mathbf{x}', 'y'],
            OUTCOMES,
            jointly(TRAIN),
          ),
          'p_{\\mathrm{te}}': (x: number) => TEST[x] ?? 0,
          'p_{\\mathrm{tr}}': (x: number) => TRAIN[x] ?? 0,
          '\\ell': (guess: number, y: number) => (guess - y) ** 2,
          f: (x: number) => 0.2 + 0.3 * x,
        },
      },
    ],
  }),
  unchecked('dan-objective', 'objective'),
  latexCheck('domain-adaptation-bound', {
    states: 'brute force over a finite class, and cases in which the bound is attained',
    cases: [adaptation(KNOWN, 1), adaptation(UNKNOWN, 0), adaptation(UNKNOWN, 1)],
  }),
  unchecked('domain-adversarial-objective', 'objective'),
  functionCheck('group-dro-objective', {
    states: 'the crossing of two parabolas, from the quadratic formula',
    tolerance: 1e-6,
    formula: () => leastAt((theta) => max(...groupLosses(theta))),
    // Both losses are equal where θ² + 6θ + 0.7 = 0.
    against: () => -3 + 8.3 ** 0.5,
    mutants: {
      'the mean of the groups': () => leastAt((theta) => sum(groupLosses(theta))),
      'the best group': () => leastAt((theta) => min(...groupLosses(theta))),
    },
  }),
  functionCheck('irm-penalty', {
    states: 'moments of inputs and labels',
    formula: () => penalized((slope) => slope ** 2),
    against: byMoments,
    mutants: {
      'without the square': () => penalized(abs),
      'without the weight': () => penalized((slope) => slope ** 2, 1),
    },
  }),
  latexCheck('tent-loss', {
    states: 'the divergence from equal chances',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\mathbf{x})': log(3) - sum(CHANCES.map((p) => p * log(3 * p))),
          C: 3,
          'p_{\\theta}': (c: number, x: number) => (x === 5 ? (CHANCES[c - 1] ?? Number.NaN) : exp(-c)),
          '\\mathbf{x}': 5,
        },
      },
    ],
  }),
];
