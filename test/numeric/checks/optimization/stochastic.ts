import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { computed, matrix, set, vector } from '../../given';
import { inner, range, sum } from './scene';

/** Least squares over six examples, each a row with a target. */
const INPUTS = matrix([
  [1, 0.5],
  [-0.3, 2],
  [0.7, -1],
  [1.4, 0.2],
  [-2, 0.6],
  [0.1, 1.1],
]);
const TARGETS = vector([1, -0.5, 2, 0.3, 0.8, -1.2]);
const WEIGHTS = vector([0.4, -0.9]);

const residual = (theta: Matrix, i: number) =>
  inner(INPUTS.getRowVector(i - 1).transpose(), theta) - TARGETS.get(i - 1, 0);
const losses = range(6).map((i) => (theta: Matrix) => 0.5 * residual(theta, i + 1) ** 2);

/** The normal equations of some examples give the sum of their gradients. */
function summedGradient(theta: Matrix, examples: readonly number[]): Matrix {
  const rows = INPUTS.selection(
    examples.map((i) => i - 1),
    [0, 1],
  );
  const targets = TARGETS.selection(
    examples.map((i) => i - 1),
    [0],
  );
  return rows.transpose().mmul(Matrix.sub(rows.mmul(theta), targets));
}

const ALL = [1, 2, 3, 4, 5, 6];
const SNAPSHOT = vector([-0.2, 0.5]);

/** Gradients of single examples with the mean (1, 2), and how far the mean of two of them strays, for every pair. */
const SINGLE = [vector([0, 2]), vector([3, 5]), vector([0, -1])];
const strays = SINGLE.flatMap((a) =>
  SINGLE.map((b) => Matrix.sub(Matrix.add(a, b).div(2), vector([1, 2])).norm() ** 2),
);

const [PART, REST] = [vector([3, -1, 2]), vector([1, 4])];

/** The height of the mean iterate of subgradient steps down 2|x| from 3, with the learning rate 3 / (2T). */
function meanHeight(T: number): number {
  const places = [3];
  for (const t of range(T - 1)) places.push((places[t] ?? 0) - (3 / (2 * T)) * 2 * Math.sign(places[t] ?? 0));
  return 2 * Math.abs(sum(places) / T);
}

/** Two layers: a bowl of the curvature 6, and a plane of the slope (5, 12). */
const layers = {
  '\\kappa': 0.01,
  '\\lambda': 0.5,
  '\\mathbf{w}': [vector([1, 2, 2]), vector([3, 4])],
  '\\mathcal{L}': computed((get) => {
    const [bowl, plane]: readonly Matrix[] = get('\\mathbf{w}');
    return 3 * inner(bowl ?? PART, bowl ?? PART) + inner(plane ?? REST, vector([5, 12]));
  }),
};

export const stochastic: readonly Check[] = [
  latexCheck('sgd', {
    states: 'the normal equations of the examples',
    cases: [
      {
        given: {
          t: 1,
          '\\eta': 0.3,
          '\\mathcal{B}': [set([2, 3, 5])],
          '\\nabla_{\\boldsymbol{\\theta}} \\ell': losses.map(
            (loss) => (theta: Matrix) => gradient(loss, theta),
          ),
          '\\boldsymbol{\\theta}': [
            WEIGHTS,
            Matrix.sub(WEIGHTS, summedGradient(WEIGHTS, [2, 3, 5]).mul(0.1)),
          ],
        },
      },
    ],
  }),
  latexCheck('gradient-accumulation', {
    states: 'the normal equations of the large batch',
    cases: [
      {
        given: {
          K: 3,
          '\\mathcal{B}': [set([1, 4]), set([6, 2]), set([3, 5])],
          '\\ell': losses,
          '\\boldsymbol{\\theta}': WEIGHTS,
          '\\mathbf{g}': summedGradient(WEIGHTS, ALL).div(6),
        },
      },
    ],
  }),
  latexCheck('svrg', {
    states: 'normal equations: the curvature of one example, and the mean gradient at the snapshot',
    cases: [
      {
        given: {
          t: 1,
          i: 4,
          n: 6,
          '\\eta': 0.2,
          f: losses,
          '\\tilde{\\mathbf{x}}': SNAPSHOT,
          '\\mathbf{x}': [
            WEIGHTS,
            Matrix.sub(
              WEIGHTS,
              INPUTS.getRowVector(3)
                .transpose()
                .mmul(INPUTS.getRowVector(3))
                .mmul(Matrix.sub(WEIGHTS, SNAPSHOT))
                .add(summedGradient(SNAPSHOT, ALL).div(6))
                .mul(0.2),
            ),
          ],
        },
      },
    ],
  }),
  latexCheck('gradient-global-norm-clipping', {
    states: 'the nearest point of a ball, for all tensors in one',
    cases: [2, 20].map((c) => {
      const whole = Math.sqrt(sum([9, 1, 4, 1, 16]));
      const shrink = whole > c ? c / whole : 1;
      return {
        given: {
          i: 2,
          n: 2,
          c,
          '\\mathbf{g}': [PART, REST],
          '\\mathbf{g}_{i} \\leftarrow': vector([1 * shrink, 4 * shrink]),
        },
      };
    }),
  }),
  latexCheck('gradient-value-clipping', {
    states: 'the nearest number of an interval',
    cases: [-3, -0.4, 0.9, 2.5].map((value) => ({
      given: {
        i: 2,
        c: 1.5,
        g: [7, value],
        'g_{i} \\leftarrow': Math.abs(value) > 1.5 ? 1.5 * Math.sign(value) : value,
      },
    })),
  }),
  latexCheck('gradient-noise-scale', {
    states: 'the noise of every mini-batch of two',
    cases: [
      {
        given: {
          '\\mathcal{B}_{\\mathrm{simple}}': (2 * sum(strays)) / strays.length / 5,
          // The covariance of the three gradients, by hand.
          '\\boldsymbol{\\Sigma}': matrix([
            [2, 3],
            [3, 6],
          ]),
          '\\mathbf{g}': vector([1, 2]),
        },
      },
    ],
  }),
  latexCheck('linear-scaling-rule', {
    states: 'three small steps in one on a plane',
    cases: [
      {
        given: {
          B: 2,
          "B'": 6,
          '\\eta': 0.4,
          "\\eta'": sum([0.4 * (1 + 2), 0.4 * (5 - 1), 0.4 * (0 + 4)]) / 2 / ((1 + 2 + 5 - 1 + 0 + 4) / 6),
        },
      },
    ],
  }),
  functionCheck('sgd-convex-rate', {
    states: 'a cone, on which the bound is attained',
    // Down the cone G|x| at constant speed, from R to the top of the last step.
    formula: () => [4, 10].map((T) => 3 ** 2 / (2 * (3 / (2 * T)) * T) + ((3 / (2 * T)) * 2 ** 2) / 2),
    against: () => [4, 10].map(meanHeight),
    mutants: {
      'without the floor': () => [4, 10].map((T) => 3 ** 2 / (2 * (3 / (2 * T)) * T)),
      'without the half': () =>
        [4, 10].map((T) => 3 ** 2 / ((3 / (2 * T)) * T) + ((3 / (2 * T)) * 2 ** 2) / 2),
      'with G for its square': () =>
        [4, 10].map((T) => 3 ** 2 / (2 * (3 / (2 * T)) * T) + ((3 / (2 * T)) * 2) / 2),
    },
  }),
  latexCheck('lars-trust-ratio', {
    states: 'hand-worked cases: a plane, and a bowl',
    cases: [
      { ratio: (0.01 * 5) / (13 + 0.5 * 5), l: 2 },
      { ratio: 0.01 / (6 + 0.5), l: 1 },
    ].map(({ ratio, l }) => ({ given: { ...layers, l, '\\eta^{(l)}': ratio } })),
  }),
];
