import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { momentsOf } from '../../gaussians';
import { computed, matrix, vector } from '../../given';
import { expectation, expectationUnder, operator } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Five points of equal weight; by hand, the covariance is 1.2 and the variances are 2 and 1.2. */
const points = [
  [1, 2],
  [2, 4],
  [3, 5],
  [4, 4],
  [5, 5],
];
const fifths = points.map(() => 0.2);
const columns = [0, 1].map((k) => points.map((point) => point[k] ?? Number.NaN));
/** The cosine of the angle between two columns, each freed of its mean. */
function cosine(a: readonly number[], b: readonly number[]): number {
  const centred = (of: readonly number[]) => vector(of.map((value) => value - sum(of) / of.length));
  return centred(a).dot(centred(b)) / centred(a).norm() / centred(b).norm();
}

/** A variable X in three cases Y, with its means and variances in each: two values of X in each case. */
const cases = [
  { share: 0.5, values: [1, 4], shares: [0.4, 0.6], mean: 2.8, variance: 2.16 },
  { share: 0.3, values: [-2, 3], shares: [0.7, 0.3], mean: -0.5, variance: 5.25 },
  { share: 0.2, values: [0, 5], shares: [0.2, 0.8], mean: 4, variance: 4 },
];
const outcomes = cases.flatMap(({ share, values, shares }) =>
  values.map((x, i) => ({ x, mass: share * (shares[i] ?? 0) })),
);
const overall = sum(outcomes.map(({ x, mass }) => x * mass));
const spread = sum(outcomes.map(({ x, mass }) => mass * (x - overall) ** 2));
const caseShares = cases.map(({ share }) => share);
const caseAt = (y: number) => cases[y];
const variance = (values: readonly number[], shares: readonly number[]) => {
  const centre = sum(values.map((value, i) => value * (shares[i] ?? 0)));
  return sum(values.map((value, i) => (shares[i] ?? 0) * (value - centre) ** 2));
};

/** Columns of equal weight in the plane, of no symmetry. */
const cloud = [
  [1, 0.4],
  [-2, 1.1],
  [0.7, -3],
  [2.2, 1.9],
  [-0.6, 0.3],
].map(vector);
const cloudShares = cloud.map(() => 0.2);
const cloudMoments = momentsOf(cloud);
const map = matrix([
  [1.2, -0.4],
  [0.7, 2.1],
  [-1.3, 0.6],
]);

/** Four variables, each seen five times. */
const records = matrix([
  [1, 0.4, -2, 1.1],
  [0.7, -3, 2.2, 1.9],
  [-0.6, 0.3, 1.4, -1],
  [2, 2.5, -0.3, 0.8],
  [-1.7, 0.2, 0.9, 2.6],
]);
const recordMoments = momentsOf(records.to2DArray().map(vector));
const rowSums = records.to2DArray().map(sum);

export const moments: readonly Check[] = [
  latexCheck('correlation-coefficient', {
    states: 'the angle between centred columns',
    cases: [
      {
        given: {
          '\\rho(X, Y)': cosine(columns[0] ?? [], columns[1] ?? []),
          '\\operatorname{Cov}[X, Y]': 1.2,
          '\\operatorname{Var}[X]': 2,
          '\\operatorname{Var}[Y]': 1.2,
        },
      },
    ],
  }),
  latexCheck('covariance', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{Cov}[X, Y]': 1.2,
          '\\mathbb{E}': expectation(['X', 'Y'], points, fifths),
        },
      },
    ],
    same: {
      '\\operatorname{Cov}[X, Y] = \\mathbb{E}\\left[ (X + \\mathbb{E}[X]) (Y - \\mathbb{E}[Y]) \\right] = \\mathbb{E}[X Y] - \\mathbb{E}[X] \\, \\mathbb{E}[Y]':
        'a variable without its mean has covariance zero with a constant',
      '\\operatorname{Cov}[X, Y] = \\mathbb{E}\\left[ (X - \\mathbb{E}[X]) (Y + \\mathbb{E}[Y]) \\right] = \\mathbb{E}[X Y] - \\mathbb{E}[X] \\, \\mathbb{E}[Y]':
        'a variable without its mean has covariance zero with a constant',
    },
  }),
  latexCheck('covariance-matrix', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{Cov}[\\mathbf{x}]': matrix([
            [2, 1.2],
            [1.2, 1.2],
          ]),
          '\\mathbb{E}': expectation('\\mathbf{x}', points.map(vector), fifths),
        },
      },
    ],
    same: {
      '\\operatorname{Cov}[\\mathbf{x}] = \\mathbb{E}\\left[ (\\mathbf{x} + \\mathbb{E}[\\mathbf{x}]) (\\mathbf{x} - \\mathbb{E}[\\mathbf{x}])^{\\top} \\right] = \\mathbb{E}[\\mathbf{x} \\mathbf{x}^{\\top}] - \\mathbb{E}[\\mathbf{x}] \\, \\mathbb{E}[\\mathbf{x}]^{\\top}':
        'a variable without its mean has covariance zero with a constant',
      '\\operatorname{Cov}[\\mathbf{x}] = \\mathbb{E}\\left[ (\\mathbf{x} - \\mathbb{E}[\\mathbf{x}]) (\\mathbf{x} + \\mathbb{E}[\\mathbf{x}])^{\\top} \\right] = \\mathbb{E}[\\mathbf{x} \\mathbf{x}^{\\top}] - \\mathbb{E}[\\mathbf{x}] \\, \\mathbb{E}[\\mathbf{x}]^{\\top}':
        'a variable without its mean has covariance zero with a constant',
    },
  }),
  latexCheck('covariance-of-affine-map', {
    states: 'the covariance of the points after the map',
    cases: [
      {
        given: {
          '\\operatorname{Cov}': operator('\\mathbf{x}', (body) => {
            const images = cloud.map((point) => body(point));
            return momentsOf(images.flatMap((image) => (Matrix.isMatrix(image) ? [image] : []))).covariance;
          }),
          '\\mathbf{A}': map,
          '\\mathbf{b}': vector([0.5, -2, 1]),
        },
      },
    ],
    same: {
      '\\operatorname{Cov}[\\mathbf{A} \\mathbf{x} - \\mathbf{b}] = \\mathbf{A} \\operatorname{Cov}[\\mathbf{x}] \\mathbf{A}^{\\top}':
        'a shift does not act on a covariance',
    },
  }),
  latexCheck('quadratic-form-expectation', {
    states: 'points that are not Gaussian',
    cases: [
      {
        given: {
          '\\mathbb{E}': expectation('\\mathbf{x}', cloud, cloudShares),
          '\\mathbf{A}': matrix([
            [1.2, -0.4],
            [1.7, 2.1],
          ]),
          '\\boldsymbol{\\Sigma}': cloudMoments.covariance,
          '\\boldsymbol{\\mu}': cloudMoments.mean,
        },
      },
    ],
    same: {
      '\\mathbb{E}\\left[ \\mathbf{x}^{\\top} \\mathbf{A} \\mathbf{x} \\right] = \\operatorname{tr}(\\boldsymbol{\\Sigma} \\mathbf{A}) + \\boldsymbol{\\mu}^{\\top} \\mathbf{A} \\boldsymbol{\\mu}':
        'the trace is cyclic',
    },
  }),
  latexCheck('stein-lemma', {
    states: 'quadrature',
    cases: [(x: number) => Math.sin(x) + x ** 3, (x: number) => 1 / (1 + Math.exp(-2 * x))].map((f) => ({
      given: {
        '\\mathbb{E}': expectationUnder('X', (x) => jStat.normal.pdf(x, 0.6, 1.3), -13, 14),
        '\\mu': 0.6,
        '\\sigma': 1.3,
        f,
      },
    })),
  }),
  functionCheck('total-expectation', {
    states: 'the table of all outcomes',
    formula: () =>
      sum(cases.map(({ share, values, shares }) => share * sum(values.map((x, i) => x * (shares[i] ?? 0))))),
    against: () => overall,
    mutants: {
      'the plain average of the means': () => sum(cases.map(({ mean }) => mean / cases.length)),
      'the weights within the cases left out': () =>
        sum(cases.map(({ share, values }) => (share * sum(values)) / values.length)),
    },
  }),
  latexCheck('total-variance', {
    states: 'the table of all outcomes',
    cases: [
      {
        given: {
          '\\operatorname{Var}[X]': spread,
          Y: 0,
          '\\mathbb{E}': expectation('Y', [0, 1, 2], caseShares),
          '\\operatorname{Var}': operator('Y', (body) =>
            variance(
              [0, 1, 2].map((y) => Number(body(y))),
              caseShares,
            ),
          ),
          '\\operatorname{Var}[X \\mid Y]': computed((get) => caseAt(get('Y'))?.variance ?? Number.NaN),
          '\\mathbb{E}[X \\mid Y]': computed((get) => caseAt(get('Y'))?.mean ?? Number.NaN),
        },
      },
    ],
  }),
  latexCheck('variance', {
    states: 'a hand-worked case',
    cases: [
      {
        given: { '\\operatorname{Var}[X]': 2.16, '\\mathbb{E}': expectation('X', [1, 4], [0.4, 0.6]) },
      },
    ],
  }),
  latexCheck('variance-of-sum', {
    states: 'the variance of the row sums of a table',
    cases: [
      {
        given: {
          '\\operatorname{Var}\\left[ \\sum_{i=1}^{n} X_{i} \\right]': variance(
            rowSums,
            rowSums.map(() => 0.2),
          ),
          '\\operatorname{Var}': (i: number) => recordMoments.covariance.get(i - 1, i - 1),
          '\\operatorname{Cov}': (i: number, j: number) => recordMoments.covariance.get(i - 1, j - 1),
          X: [1, 2, 3, 4],
          n: 4,
        },
      },
    ],
    symmetric: ['\\operatorname{Cov}'],
    same: {
      '\\operatorname{Var}\\left[ \\sum_{i=1}^{n} X_{i} \\right] = \\sum_{i=1}^{n} \\operatorname{Var}[X_{i}] + 2 \\sum_{1 \\leq i > j \\leq n} \\operatorname{Cov}[X_{i}, X_{j}]':
        'the covariance is symmetric',
    },
  }),
];
