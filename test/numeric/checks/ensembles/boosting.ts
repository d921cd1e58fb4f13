import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { set } from '../../given';
import { minimizer } from '../../golden-section';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Six points, three stumps, and AdaBoost on them by hand: the first errs on 5, the second on 3 and 4, the third on 1, 2 and 6. */
const points = [1, 2, 3, 4, 5, 6];
const labels = [1, 1, -1, -1, 1, -1];
const stumps = [
  (x: number) => (x < 2.5 ? 1 : -1),
  (x: number) => (x < 5.5 ? 1 : -1),
  (x: number) => (x < 4.5 ? -1 : 1),
];
/** After each round the points that it got wrong share one half, and the others the other half. */
const rounds = [
  [1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6],
  [1 / 10, 1 / 10, 1 / 10, 1 / 10, 1 / 2, 1 / 10],
  [1 / 16, 1 / 16, 1 / 4, 1 / 4, 5 / 16, 1 / 16],
];
const errors = [1 / 6, 1 / 5, 3 / 16];
const margin = (m: number, i: number) => (labels[i] ?? 0) * (stumps[m]?.(points[i] ?? 0) ?? 0);
/** The step along each stump at which the exponential loss is smallest. */
const steps = rounds.map((weights, m) =>
  minimizer((step) => sum(weights.map((weight, i) => weight * Math.exp(-step * margin(m, i)))), -3, 3),
);
const byPoint = points.map((_, i) => rounds.map((weights) => weights[i] ?? 0));
const adaboost = { n: 6, M: 3, w: byPoint, y: labels, h: stumps, '\\mathbf{x}': points, '\\alpha': steps };

/** A node of three examples, with the loss of each a parabola, so that the second-order objective is exact. */
const curvature = [0.5, 2, 1.5];
const slopes = [-1.2, 0.7, 2.1];
const loss = (i: number, step: number) => (slopes[i] ?? 0) * step + ((curvature[i] ?? 0) * step ** 2) / 2;
const ridge = 0.8;
const leaves = [[1, 3], [2]];
const leafLoss = (leaf: readonly number[], w: number) =>
  sum(leaf.map((i) => loss(i - 1, w))) + (ridge * w ** 2) / 2;
const bestWeight = (leaf: readonly number[]) => minimizer((w) => leafLoss(leaf, w), -10, 10);
const leastLoss = (leaf: readonly number[]) => leafLoss(leaf, bestWeight(leaf));
const leafWeights = [-0.6, 0.9];
const newTree = (i: number) => (leaves[0]?.includes(i) ? -0.6 : 0.9);

const targets = [1.5, -0.5, 4];
const mean = 5 / 3;
/** Gradient boosting with constants for weak learners, from zero. */
function boostedConstant(rate: number, sign: number): number {
  let model = 0;
  for (let round = 0; round < 4; round++) {
    const residuals = targets.map((target) => target - model);
    const learner = minimizer((h) => sum(residuals.map((residual) => (residual - h) ** 2)), -20, 20);
    model += sign * rate * learner;
  }
  return model;
}
const logistic = (y: number) => (score: number) => Math.log1p(Math.exp(-y * score));

export const boosting: readonly Check[] = [
  latexCheck('adaboost-classifier', {
    states: 'votes in which one weight outweighs the others',
    cases: [3, 5, 6].flatMap((x) => [
      {
        given: {
          'H(\\mathbf{x})': x < 2.5 ? 1 : -1,
          '\\mathbf{x}': x,
          M: 3,
          '\\alpha': [1.2, 0.4, 0.5],
          h: stumps,
        },
      },
      {
        given: {
          'H(\\mathbf{x})': x < 4.5 ? -1 : 1,
          '\\mathbf{x}': x,
          M: 3,
          '\\alpha': [0.4, 0.5, 1.2],
          h: stumps,
        },
      },
    ]),
  }),
  latexCheck('adaboost-exponential-loss', {
    states: 'the product of the rounds’ normalizers',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          ...adaboost,
          '\\mathcal{L}(F)': 6 * errors.reduce((product, e) => product * 2 * Math.sqrt(e * (1 - e)), 1),
        },
      },
    ],
  }),
  latexCheck('adaboost-learner-weight', {
    states: 'a search for the smallest exponential loss',
    tolerance: 1e-6,
    cases: [1, 2, 3].map((m) => ({ given: { ...adaboost, m, '\\epsilon': errors } })),
  }),
  latexCheck('adaboost-reweighting', {
    states: 'halves of the weight for right and wrong, by hand',
    tolerance: 1e-6,
    cases: [1, 3, 5].flatMap((i) => [1, 2].map((m) => ({ given: { ...adaboost, i, m } }))),
  }),
  functionCheck('gradient-boosting-residual', {
    states: 'the derivative of the logistic loss by hand',
    formula: () => [0.7, -1.3].flatMap((score) => [1, -1].map((y) => -derivative(logistic(y), score))),
    against: () => [0.7, -1.3].flatMap((score) => [1, -1].map((y) => y / (1 + Math.exp(y * score)))),
    mutants: {
      'without the minus': () =>
        [0.7, -1.3].flatMap((score) => [1, -1].map((y) => derivative(logistic(y), score))),
    },
  }),
  functionCheck('gradient-boosting-step', {
    states: 'the geometric approach of constants to the mean',
    tolerance: 1e-6,
    formula: () => [0.1, 0.5, 1].map((rate) => boostedConstant(rate, 1)),
    against: () => [0.1, 0.5, 1].map((rate) => mean * (1 - (1 - rate) ** 4)),
    mutants: {
      'without the learning rate': () => [0.1, 0.5, 1].map(() => boostedConstant(1, 1)),
      'away from the residuals': () => [0.1, 0.5, 1].map((rate) => boostedConstant(rate, -1)),
    },
  }),
  latexCheck('xgboost-leaf-weight', {
    states: 'a search for the smallest penalized loss of the leaf',
    tolerance: 1e-6,
    cases: leaves.map((leaf, k) => ({
      given: {
        'w_{j}^{\\ast}': bestWeight(leaf),
        j: k + 1,
        I: leaves.map((indices) => set(indices)),
        g: slopes,
        h: curvature,
        '\\lambda': ridge,
      },
    })),
  }),
  latexCheck('xgboost-objective', {
    states: 'the change of a quadratic loss',
    cases: [
      {
        given: {
          '\\tilde{\\mathcal{L}}^{(t)}':
            sum(points.slice(0, 3).map((i) => loss(i - 1, newTree(i)))) +
            2 * 0.3 +
            (ridge / 2) * (0.6 ** 2 + 0.9 ** 2),
          t: 2,
          n: 3,
          g: slopes,
          h: curvature,
          f: [() => 0, newTree],
          '\\mathbf{x}': [1, 2, 3],
          '\\gamma': 0.3,
          T: 2,
          '\\lambda': ridge,
          w: leafWeights,
        },
      },
    ],
  }),
  latexCheck('xgboost-split-gain', {
    states: 'searches for the smallest loss before and after the split',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathrm{Gain}': leastLoss([1, 2, 3]) - leastLoss([1, 3]) - leastLoss([2]) - 0.3,
          'G_{L}': -1.2 + 2.1,
          'H_{L}': 0.5 + 1.5,
          'G_{R}': 0.7,
          'H_{R}': 2,
          '\\lambda': ridge,
          '\\gamma': 0.3,
        },
      },
    ],
  }),
];
