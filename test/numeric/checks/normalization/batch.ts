import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { computed, vector } from '../../given';
import { sum } from './scene';

const { sqrt } = Math;
const listed = (value: unknown) => (Array.isArray(value) ? value.map(Number) : []);

/** A batch of mean 5 and variance 4, which a constant of 5 makes 9. */
const BATCH = [2, 4, 4, 4, 5, 5, 7, 9];
const SCENE = {
  m: 8,
  x: BATCH,
  '\\mu_{\\mathcal{B}}': 5,
  '\\sigma_{\\mathcal{B}}': 2,
  '\\epsilon': 5,
  '\\gamma': 6,
  '\\beta': 0.5,
};
const OUTPUT = [-5.5, -1.5, -1.5, -1.5, 0.5, 0.5, 4.5, 8.5];

/** Batch normalization as a projection: away from the ones, then to a length that the constant leaves short. */
function normalized(x: readonly number[], epsilon: number): readonly number[] {
  const centred = Matrix.eye(x.length).sub(Matrix.ones(x.length, x.length).div(x.length)).mmul(vector(x));
  return centred.div(sqrt(centred.norm() ** 2 / x.length + epsilon)).to1DArray();
}
const SMALL = [0.3, -1.2, 2.1];
const lossOf = (y: readonly number[]) => sum(y.map((value, i) => (i + 1) * value ** 2 - value ** 3 / 3));

/** Two examples of two channels of two rows and three columns. */
const MAPS = [
  [
    [
      [1, 2, 3],
      [4, 5, 9],
    ],
    [
      [2, 4, 4],
      [4, 5, 5],
    ],
  ],
  [
    [
      [0, 1, 0],
      [2, 2, 7],
    ],
    [
      [7, 9, 4],
      [5, 5, 6],
    ],
  ],
];
/** The second channel has the mean 5 and the sum of squares 334, so that its variance is 17/6; it is drawn out to 9. */
const CHANNEL = { mean: 5, variance: 17 / 6, epsilon: 9 - 17 / 6 };

export const batches: readonly Check[] = [
  latexCheck('batch-normalization', {
    states: 'a hand-worked case',
    cases: [1, 8].map((i) => ({
      given: { ...SCENE, i, '\\hat{x}': BATCH.map((x) => (x - 5) / 3), y: OUTPUT },
    })),
  }),
  latexCheck('batch-normalization-backward', {
    states: 'finite differences of a projection',
    cases: [1, 3].map((i) => ({
      given: {
        i,
        m: 3,
        x: SMALL,
        y: computed((get) => normalized(listed(get('x')), 0.7).map((value) => 1.4 * value - 0.2)),
        '\\mathcal{L}': computed((get) => lossOf(listed(get('y')))),
        '\\gamma': 1.4,
        '\\epsilon': 0.7,
        // The squares have the sum 5.94, and the mean is 0.4.
        '\\sigma_{\\mathcal{B}}': sqrt(5.94 / 3 - 0.16),
        '\\hat{x}': normalized(SMALL, 0.7),
      },
    })),
  }),
  latexCheck('batch-normalization-convolutional', {
    states: 'a hand-worked case',
    cases: [
      { b: 1, h: 1, w: 1, y: -0.4 },
      { b: 2, h: 2, w: 2, y: 0.1 },
    ].map(({ y, ...place }) => ({
      given: {
        ...place,
        c: 2,
        B: 2,
        H: 2,
        W: 3,
        x: MAPS,
        '\\mu': [0, CHANNEL.mean],
        '\\sigma_{c}^{2}': CHANNEL.variance,
        '\\epsilon': CHANNEL.epsilon,
        'y_{b,c,h,w}': y,
        '\\gamma': [2, 0.5],
        '\\beta': [0.7, 0.1],
      },
    })),
  }),
  latexCheck('batch-normalization-inference', {
    states: 'the output of the training form with fixed moments',
    cases: [0.8, 7].map((x) => ({
      given: {
        // A variance of 4 with a constant of 5 is 9.
        y: 6 * ((x - 1.3) / 3) + 0.4,
        x,
        '\\gamma': 6,
        '\\beta': 0.4,
        '\\epsilon': 5,
        '\\operatorname{Var}[x]': 4,
        '\\mathbb{E}[x]': 1.3,
      },
    })),
  }),
  latexCheck('batch-normalization-mean', {
    states: 'a hand-worked case',
    cases: [{ given: { m: 8, x: BATCH, '\\mu_{\\mathcal{B}}': 5 } }],
  }),
  latexCheck('batch-normalization-output', {
    states: 'a hand-worked case',
    cases: [1, 8].map((i) => ({ given: { ...SCENE, i, y: OUTPUT } })),
  }),
  latexCheck('batch-normalization-variance', {
    states: 'a hand-worked case',
    cases: [{ given: { m: 8, x: BATCH, '\\mu_{\\mathcal{B}}': 5, '\\sigma_{\\mathcal{B}}': 2 } }],
  }),
  latexCheck('batch-renormalization', {
    states: 'the running averages without the clips, and a hand-worked case with them',
    cases: [
      // Inside the clips the batch's own moments do not matter.
      { mean: 4, deviation: 2.5, x: (2 - 4) / 2.5, r: 0.8, d: 0.4 },
      { mean: 12, deviation: 0.25, x: -1.5 * 3 - 5, r: 3, d: -5 },
      { mean: -8, deviation: 9, x: -1.5 / 3 + 13 / 9, r: 1 / 3, d: 13 / 9 },
      { mean: -8, deviation: 2, x: -1.5 + 5, r: 1, d: 5 },
    ].map(({ mean, deviation, x, r, d }) => ({
      given: {
        i: 1,
        x: BATCH,
        '\\hat{x}': [x],
        y: [6 * x + 0.5],
        '\\gamma': 6,
        '\\beta': 0.5,
        r,
        d,
        '\\mu_{\\mathcal{B}}': 5,
        '\\sigma_{\\mathcal{B}}': 2,
        '\\mu': mean,
        '\\sigma': deviation,
        'r_{\\max}': 3,
        'd_{\\max}': 5,
        '\\operatorname{sg}': (value: number) => value,
        '\\operatorname{clip}': (value: number, low: number, high: number) =>
          [low, value, high].toSorted((a, b) => a - b)[1] ?? Number.NaN,
      },
    })),
  }),
  latexCheck('standardization', {
    states: 'a hand-worked case',
    cases: [
      { i: 1, x: -1.5 },
      { i: 8, x: 2 },
    ].map(({ i, x }) => ({
      given: {
        i,
        j: 2,
        n: 8,
        x: BATCH.map((entry, row) => [row ** 2, entry, 3 - row]),
        '\\mu': [17.5, 5, -0.5],
        '\\sigma': [3, 2, 4],
        '\\tilde{x}_{ij}': x,
      },
    })),
  }),
];
