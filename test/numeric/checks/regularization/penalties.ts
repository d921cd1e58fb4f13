import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { identity, matrix, vector } from '../../given';

const { log, sqrt } = Math;

/** Predictions of three classes for four inputs. */
const PREDICTED = [
  [0.5, 0.25, 0.25],
  [0.125, 0.75, 0.125],
  [0.25, 0.5, 0.25],
  [0.1, 0.2, 0.7],
];
const byInput = (label: number, x: number) => PREDICTED[x - 1]?.[label - 1] ?? Number.NaN;
/** Entropies on paper: of (1/2, 1/4, 1/4), and of (1/8, 3/4, 1/8). */
const HALVES = 1.5 * log(2);
const EIGHTHS = 2.25 * log(2) - 0.75 * log(3);
const entropy = (p: (label: number) => number) =>
  -[1, 2, 3].reduce((total, label) => total + p(label) * log(p(label)), 0);

const WEIGHTS = vector([3, -4, 12]);
const WEIGHT_MATRIX = matrix([
  [3, 0],
  [4, 5],
]);

const bowl = (w: Matrix) => w.get(0, 0) ** 2 + 3 * w.get(0, 0) * w.get(1, 0) + w.get(1, 0) ** 4;
const START = vector([0.9, -1.3]);

const IMAGES = [
  matrix([
    [1, 2, 3],
    [4, 5, 6],
  ]),
  matrix([
    [10, 20, 30],
    [40, 50, 60],
  ]),
];

export const penalties: readonly Check[] = [
  latexCheck('confidence-penalty', {
    states: 'entropies on paper',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\boldsymbol{\\theta})': 8 * log(2) - 0.3 * (HALVES + 2 * EIGHTHS),
          n: 3,
          'p_{\\boldsymbol{\\theta}}': byInput,
          '\\mathbf{x}': [1, 2, 2],
          y: [2, 3, 1],
          '\\beta': 0.3,
          H: entropy,
        },
      },
    ],
  }),
  latexCheck('cutmix', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\tilde{\\mathbf{x}}': matrix([
            [1, 20, 30],
            [4, 5, 6],
          ]),
          '\\mathbf{M}': matrix([
            [1, 0, 0],
            [1, 1, 1],
          ]),
          '\\mathbf{1}': Matrix.ones(2, 3),
          '\\mathbf{x}_{A}': IMAGES[0] ?? identity(1),
          '\\mathbf{x}_{B}': IMAGES[1] ?? identity(1),
          '\\tilde{\\mathbf{y}}': vector([0, 2 / 3, 1 / 3]),
          '\\lambda': 4 / 6,
          '\\mathbf{y}_{A}': vector([0, 1, 0]),
          '\\mathbf{y}_{B}': vector([0, 0, 1]),
        },
      },
    ],
  }),
  latexCheck('lasso-penalty', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\tilde{\\mathcal{L}}(\\mathbf{w})': 1.7 + 0.3 * 19,
          '\\mathcal{L}(\\mathbf{w})': 1.7,
          '\\lambda': 0.3,
          '\\mathbf{w}': WEIGHTS,
        },
      },
    ],
  }),
  latexCheck('minimum-entropy-regularization', {
    states: 'entropies on paper',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\boldsymbol{\\theta})': log(10 / 7) + 2 * log(2) + 0.3 * (EIGHTHS + HALVES),
          n: 2,
          m: 2,
          K: 3,
          'p_{\\boldsymbol{\\theta}}': byInput,
          '\\mathbf{x}': [4, 1, 2, 3],
          y: [3, 2],
          '\\lambda': 0.3,
        },
      },
    ],
  }),
  latexCheck('mixup', {
    states: 'a point a third of the way, by hand',
    cases: [
      {
        given: {
          i: 1,
          j: 3,
          '\\lambda': 2 / 3,
          '\\mathbf{x}': [vector([3, -6]), vector([5, 5]), vector([6, 9])],
          '\\mathbf{y}': [vector([1, 0, 0]), vector([0, 0, 1]), vector([0, 1, 0])],
          '\\tilde{\\mathbf{x}}': vector([4, -1]),
          '\\tilde{\\mathbf{y}}': vector([2 / 3, 1 / 3, 0]),
        },
      },
    ],
  }),
  latexCheck('orthogonal-regularization', {
    states: 'singular values by hand',
    cases: [
      {
        given: {
          // Their squares are 45 and 5.
          '\\tilde{\\mathcal{L}}(\\mathbf{W})': 1.7 + 0.3 * (44 ** 2 + 4 ** 2),
          '\\mathcal{L}(\\mathbf{W})': 1.7,
          '\\lambda': 0.3,
          '\\mathbf{W}': new Matrix([...WEIGHT_MATRIX.to2DArray(), [0, 0]]),
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  latexCheck('rdrop', {
    states: 'the symmetric divergence in one sum',
    cases: [
      {
        given: {
          '\\mathcal{L}': -log(0.5 * 0.125) + 0.35 * (0.375 * log(4) + 0.5 * log(3) + 0.125 * log(2)),
          y: 1,
          '\\mathbf{x}': 7,
          p: [(label: number) => byInput(label, 1), (label: number) => byInput(label, 2)],
          '\\alpha': 0.7,
          'D_{\\mathrm{KL}}': (p: (label: number) => number, q: (label: number) => number) =>
            [1, 2, 3].reduce((total, label) => total + p(label) * log(p(label) / q(label)), 0),
        },
      },
    ],
  }),
  latexCheck('smoothed-labels', {
    states: 'a hand-worked case',
    cases: [
      { k: 2, smoothed: 0.85 },
      { k: 3, smoothed: 0.05 },
    ].map(({ k, smoothed }) => ({
      given: { '\\tilde{y}_{k}': smoothed, k, K: 4, '\\epsilon': 0.2, y: [0, 1, 0, 0] },
    })),
  }),
  latexCheck('spectral-norm-regularization', {
    states: 'singular values by hand',
    cases: [
      {
        given: {
          '\\tilde{\\mathcal{L}}': 1.7 + 0.15 * (45 + 49 + 4),
          '\\mathcal{L}': 1.7,
          '\\lambda': 0.3,
          L: 3,
          '\\mathbf{W}': [
            WEIGHT_MATRIX,
            matrix([
              [0, -7],
              [6, 0],
            ]),
            matrix([[2, 0]]),
          ],
          // By the larger eigenvalue of the two rows' or columns' products.
          '\\sigma_{\\max}': (a: Matrix) => {
            const product = a.transpose().mmul(a);
            const half = product.trace() / 2;
            const [p, q, r] = [product.get(0, 0), product.get(1, 1), product.get(0, 1)];
            return sqrt(half + sqrt(half ** 2 - (p * q - r * r)));
          },
        },
      },
    ],
  }),
  latexCheck('weight-decay', {
    states: 'a step down the loss with its penalty, by finite differences',
    cases: [
      {
        given: {
          '\\mathbf{w} \\leftarrow': Matrix.sub(
            START,
            Matrix.mul(
              gradient((w) => bowl(w) + 0.35 * w.dot(w), START),
              0.2,
            ),
          ),
          '\\mathbf{w}': START,
          '\\eta': 0.2,
          '\\lambda': 0.7,
          '\\mathcal{L}': bowl,
        },
      },
    ],
  }),
  latexCheck('weight-decay-penalty', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\tilde{\\mathcal{L}}(\\mathbf{w})': 1.7 + 0.15 * 169,
          '\\mathcal{L}(\\mathbf{w})': 1.7,
          '\\lambda': 0.3,
          '\\mathbf{w}': WEIGHTS,
        },
      },
    ],
  }),
  latexCheck('weight-max-norm', {
    states: 'a hand-worked case, too long and short enough',
    cases: [
      { c: 6.5, w: vector([1.5, -2, 6]) },
      { c: 14, w: WEIGHTS },
    ].map(({ c, w }) => ({ given: { '\\mathbf{w} \\leftarrow': w, '\\mathbf{w}': WEIGHTS, c } })),
  }),
];
