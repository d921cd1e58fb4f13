import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix, set, vector } from '../../given';
import { operator } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** Linear predictors on the plane: an offset and two slopes each. */
const linear = [
  [0.5, 1, -2],
  [1.5, 0.2, 0.7],
  [-1, 3, 0.4],
];
const predictors = linear.map(
  ([offset = 0, first = 0, second = 0]) =>
    (x: Matrix) =>
      offset + first * x.get(0, 0) + second * x.get(1, 0),
);

const columns = [
  [0.3, 1.7, 2.2],
  [-1, 0.4, 3.5],
];
const slopes = [1.5, -0.6];
const responses = [1.1, 2.4, 0.9];
const fitted = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => sum(row.map((entry, j) => entry * (slopes[j] ?? 0))));
const rowsOf = (features: readonly (readonly number[])[]) =>
  [0, 1, 2].map((i) => features.map((column) => column[i] ?? 0));
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const shuffled = orders.map((order) =>
  columns.map((_, j) =>
    matrix(rowsOf(columns.map((column, l) => (l === j ? order.map((i) => column[i] ?? 0) : column)))),
  ),
);
const squaredError = (y: Matrix, prediction: Matrix) =>
  average(y.to1DArray().map((entry, i) => (entry - prediction.get(i, 0)) ** 2));
/** Over all orders a linear model's squared error grows by twice its slope times a covariance, and the squared slope times twice a variance. */
function expectedGrowth(j: number): number {
  const column = columns[j] ?? [];
  const slope = slopes[j] ?? 0;
  const residuals = fitted(rowsOf(columns)).map((prediction, i) => (responses[i] ?? 0) - prediction);
  const deviations = column.map((entry) => entry - average(column));
  const covariance = average(residuals.map((residual, i) => residual * (deviations[i] ?? 0)));
  return 2 * slope * covariance + 2 * slope ** 2 * average(deviations.map((deviation) => deviation ** 2));
}

/** The loss of a prediction that is too high counts twice. */
const lopsided = (y: number, prediction: number) => Math.max(y - prediction, 2 * (prediction - y));

const players = [1, 2, 3];
const worth = (coalition: readonly number[]) => {
  const has = (player: number) => (coalition.includes(player) ? 1 : 0);
  return 2 * has(1) + 5 * has(1) * has(2) - 3 * has(2) * has(3) + 7 * has(1) * has(2) * has(3) + 0.5;
};
/** The interactions of two and of three are shared evenly. */
const shares = [2 + 5 / 2 + 7 / 3, 5 / 2 - 3 / 2 + 7 / 3, -3 / 2 + 7 / 3];
const coalitionsWithout = (j: number) => {
  const [first = 0, second = 0] = players.filter((player) => player !== j);
  return [[], [first], [second], [first, second]];
};

export const forests: readonly Check[] = [
  latexCheck('bagging', {
    states: 'one linear predictor with the mean coefficients',
    cases: [
      {
        given: {
          '\\hat{f}_{\\mathrm{bag}}(\\mathbf{x})': 1 / 3 + (4.2 / 3) * 2 + (-0.9 / 3) * 5,
          '\\mathbf{x}': vector([2, 5]),
          B: 3,
          '\\hat{f}': predictors,
        },
      },
    ],
  }),
  latexCheck('bagging-variance', {
    states: 'the sum of all entries of the covariance matrix',
    cases: [
      { B: 3, deviation: 1.7, correlation: 0.4 },
      { B: 5, deviation: 0.6, correlation: -0.2 },
    ].map(({ B, deviation, correlation }) => {
      const entries = Array.from({ length: B ** 2 }, (_, k) => (k % (B + 1) === 0 ? 1 : correlation));
      return {
        given: {
          '\\operatorname{Var}\\left[ \\frac{1}{B} \\sum_{b=1}^{B} X_{b} \\right]':
            (deviation ** 2 * sum(entries)) / B ** 2,
          B,
          '\\rho': correlation,
          '\\sigma': deviation,
        },
      };
    }),
  }),
  latexCheck('out-of-bag-error', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          // 1.5 for 2 is half a unit too low, 6 for 5 a unit too high.
          '\\mathrm{OOB}': (0.5 + 2) / 2,
          n: 2,
          '\\ell': lopsided,
          y: [2, 5],
          B: [set([1, 3]), set([2])],
          '\\hat{f}': [(x: number) => x, (x: number) => 2 * x, (x: number) => x + 1],
          '\\mathbf{x}': [1, 3],
        },
      },
    ],
  }),
  latexCheck('permutation-importance', {
    states: 'the closed form of a linear model over all orders',
    symmetric: ['\\mathcal{L}'],
    cases: [1, 2].map((j) => ({
      given: {
        I: [expectedGrowth(0), expectedGrowth(1)],
        j,
        R: 6,
        '\\mathcal{L}': squaredError,
        '\\mathbf{y}': vector(responses),
        '\\hat{f}': (features: Matrix) => vector(fitted(features.to2DArray())),
        '\\mathbf{X}': shuffled,
        '\\hat{f}(\\mathbf{X})': vector(fitted(rowsOf(columns))),
      },
    })),
  }),
  latexCheck('random-forest', {
    states: 'a count of votes by hand',
    cases: [
      {
        given: {
          '\\hat{y}(\\mathbf{x})': 3,
          '\\mathbf{x}': 0,
          B: 5,
          '\\operatorname*{arg\\,max}_{k}': operator('k', (votes) =>
            [1, 2, 3].reduce((best, k) => (Number(votes(k)) > Number(votes(best)) ? k : best), 1),
          ),
          '\\hat{f}': [3, 3, 1, 1, 3].map((vote) => () => vote),
        },
      },
    ],
  }),
  latexCheck('shap-value', {
    states: 'interactions shared evenly',
    cases: players.map((j) => ({
      given: {
        '\\phi': shares,
        j,
        N: set(players),
        v: worth,
        '\\sum_{S \\subseteq N \\setminus \\{ j \\}}': operator('S', (body) =>
          sum(coalitionsWithout(j).map((coalition) => Number(body(set(coalition))))),
        ),
      },
    })),
  }),
];
