import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, indexed, vector } from '../../given';
import { integrate } from '../../quadrature';
import { GRADIENTS, SECOND_DECAY, START, step, WHOLE } from './gradients';
import { lowest, range, runningMeans, squares, sum } from './scene';

const { abs, sqrt, sign, hypot } = Math;

/** Adadelta of one parameter at a time, with every mean summed anew from the start. */
function adadelta(decay: number, epsilon: number, gradients: readonly number[]): readonly number[] {
  const rootMean = (past: readonly number[]) =>
    sqrt(sum(past.map((value, i) => (1 - decay) * decay ** (past.length - 1 - i) * value ** 2)) + epsilon);
  const changes: number[] = [];
  gradients.forEach((g, i) => {
    changes.push((-g * rootMean(changes)) / rootMean(gradients.slice(0, i + 1)));
  });
  return changes;
}

const changesOf = (entry: number) =>
  adadelta(
    0.8,
    0.1,
    GRADIENTS.map((g) => g.get(entry, 0)),
  );
const CHANGES = range(3).map((i) => vector([changesOf(0)[i] ?? 0, changesOf(1)[i] ?? 0]));

/** The spread of the root of an inverse chi-squared value, to first order, as RAdam's authors define it. */
function spread(freedom: number): number {
  const moment = (power: number) =>
    integrate((x) => x ** (freedom / 2 - 1 - power) * Math.exp(-x / 2), 0, Infinity) * freedom ** power;
  const [whole, first, second] = [moment(0), moment(1), moment(2)];
  return (second / whole - (first / whole) ** 2) / (4 * (first / whole));
}

/** The mean age of what a running mean holds gives its length: a plain mean of n has the mean age (n + 1) / 2. */
function lengthOfMean(decay: number, steps: number): number {
  const weights = range(steps).map((age) => decay ** age);
  return (2 * sum(weights.map((weight, age) => weight * (age + 1)))) / sum(weights) - 1;
}

const LENGTHS = { now: lengthOfMean(0.9, 12), ever: lengthOfMean(0.9, 2000) };

/** The step in a box that lowers a quadratic model most. */
const boxed = (m: number, curvature: number) => lowest((d) => m * d + (curvature * d * d) / 2, -1, 1);

const clip = (z: number | Matrix, bound: number) =>
  vector(
    (typeof z === 'number' ? [z] : z.to1DArray()).map((entry) =>
      abs(entry) > bound ? bound * sign(entry) : entry,
    ),
  );

export const scaling: readonly Check[] = [
  latexCheck('adadelta', {
    states: 'means summed anew at every step',
    broadcast: true,
    cases: [
      {
        given: {
          t: 3,
          '\\rho': 0.8,
          '\\epsilon': 0.1,
          '\\mathbf{g}': GRADIENTS,
          '\\mathbf{s}': from(0, runningMeans(0.8, squares(GRADIENTS))),
          '\\mathbf{u}': from(0, runningMeans(0.8, squares(CHANGES))),
          '\\Delta \\boldsymbol{\\theta}': CHANGES,
          ...step(Matrix.add(START, CHANGES[2] ?? START)),
        },
      },
    ],
  }),
  latexCheck('adagrad', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [
      {
        given: {
          t: 3,
          '\\eta': 0.2,
          '\\epsilon': 1,
          '\\mathbf{g}': [vector([1, 4]), vector([2, 0]), vector([2, 3])],
          '\\mathbf{s}': from(0, [vector([0, 0]), vector([1, 16]), vector([5, 16]), vector([9, 25])]),
          ...step(vector([0.9, -1.1]), vector([1, -1])),
        },
      },
    ],
  }),
  latexCheck('lamb', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [
      {
        // The step of Adam is (0.75, −4/3); with the decay it is (2.25, −3), of length 3.75.
        given: {
          ...WHOLE,
          '\\mathbf{r}': from(3, [vector([0.75, -4 / 3])]),
          '\\eta': 0.3,
          '\\lambda': 0.5,
          '\\mathbf{w}': from(2, [
            vector([3, -10 / 3]),
            vector([3 - 0.18 * hypot(3, 10 / 3), -10 / 3 + 0.24 * hypot(3, 10 / 3)]),
          ]),
        },
      },
    ],
  }),
  latexCheck('lion', {
    states: 'sums without the recursion',
    cases: [
      {
        given: {
          t: 3,
          '\\eta': 0.1,
          '\\lambda': 0.25,
          '\\mathbf{g}': GRADIENTS,
          '\\beta': [0.6, SECOND_DECAY],
          '\\mathbf{m}': from(0, runningMeans(SECOND_DECAY, GRADIENTS)),
          '\\mathbf{c}': from(3, [vector([-0.019, 0.2808])]),
          // Momentum and gradient disagree about the second entry, and the gradient wins.
          ...step(vector([0.3 + 0.1 - 0.0075, -0.8 - 0.1 + 0.02])),
        },
      },
    ],
  }),
  latexCheck('radam-rectification', {
    states: 'the age of what a mean holds, and moments by quadrature',
    cases: [
      {
        given: {
          t: 12,
          '\\beta_{2}': 0.9,
          '\\rho_{\\infty}': LENGTHS.ever,
          '\\rho': indexed((t) => lengthOfMean(0.9, t)),
          r: from(12, [sqrt(spread(LENGTHS.ever) / spread(LENGTHS.now))]),
        },
      },
    ],
  }),
  latexCheck('rmsprop', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [
      {
        given: {
          t: 2,
          '\\rho': 0.5,
          '\\eta': 0.7,
          '\\epsilon': 1,
          '\\mathbf{g}': [vector([2, 4]), vector([4, -8])],
          '\\mathbf{s}': from(0, [vector([0, 0]), vector([2, 8]), vector([9, 36])]),
          '\\boldsymbol{\\theta}': from(1, [vector([1, 1]), vector([0.3, 1.8])]),
        },
      },
    ],
  }),
  latexCheck('signsgd', {
    states: 'the corner of a cube that is lowest on the tangent plane',
    cases: [vector([0.5, -1.2, 3]), vector([-2, -0.1, 0.4])].map((g) => {
      const corners = range(8).map((c) =>
        vector([0, 1, 2].map((bit) => (((c >> bit) & 1) === 1 ? 0.1 : -0.1))),
      );
      const heights = corners.map((corner) => Matrix.mul(corner, g).sum());
      const best = corners[heights.indexOf(Math.min(...heights))] ?? g;
      const before = vector([1, 2, 3]);
      return {
        given: {
          t: 1,
          '\\eta': 0.1,
          '\\mathbf{g}': [g],
          '\\boldsymbol{\\theta}': [before, Matrix.add(before, best)],
        },
      };
    }),
  }),
  latexCheck('sophia', {
    states: 'the lowest point of a quadratic model in a box',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          t: 1,
          '\\eta': 0.2,
          '\\gamma': 0.5,
          '\\epsilon': 0.1,
          '\\mathbf{m}': [vector([0.6, -3, 0.05, 0.4])],
          '\\mathbf{h}': [vector([3, 2, -4, -1])],
          '\\operatorname{clip}': clip,
          '\\boldsymbol{\\theta}': [
            vector([1, 2, 3, 4]),
            vector([
              1 + 0.2 * boxed(0.6, 1.5),
              2 + 0.2 * boxed(-3, 1),
              3 + 0.2 * boxed(0.05, 0.1),
              4 + 0.2 * boxed(0.4, 0.1),
            ]),
          ],
        },
      },
    ],
    broadcast: true,
  }),
];
