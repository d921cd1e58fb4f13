import { Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { identity, matrix, vector } from '../../given';
import {
  argLowestInPlane,
  HESSIAN,
  inner,
  LOWEST,
  leastInPlane,
  mostInPlane,
  paired,
  quadratic,
  range,
  slope,
  sum,
} from './scene';

const { abs, exp, log } = Math;

/** Where λ|z| + (z − v)² / (2η) is lowest: the best of the three candidates on either side of zero and at it. */
function shrink(v: number, lambda: number, eta: number): number {
  const height = (z: number) => lambda * abs(z) + (z - v) ** 2 / (2 * eta);
  const right = v - eta * lambda;
  const left = v + eta * lambda;
  const candidates = [0, ...(right > 0 ? [right] : []), ...(left < 0 ? [left] : [])];
  return candidates.reduce((best, z) => (height(z) < height(best) ? z : best));
}

/** The lowest point of the paraboloid above a smooth function, plus the penalty: entry by entry. */
const majorized = (x: Matrix, direction: Matrix, lambda: number, eta: number) =>
  paired(x, direction, (entry, g) => shrink(entry - eta * g, lambda, eta));

/** Soft thresholds as intervals: what is left of a number outside of [−λ, λ]. */
const outside = (lambda: number) => (x: Matrix) =>
  vector(
    x.to1DArray().map((entry) => (entry > lambda ? entry - lambda : entry < -lambda ? entry + lambda : 0)),
  );
const inside = (radius: number) => (x: Matrix) =>
  vector(x.to1DArray().map((entry) => (abs(entry) > radius ? radius * Math.sign(entry) : entry)));

const DESIGN = matrix([
  [1, 0.5, -0.2],
  [-0.3, 2, 0.8],
]);
const TARGETS = vector([1, -0.5]);
const START = vector([0.4, -0.9, 0.1]);
const START_IN_PLANE = vector([3, 0.2]);

const kinked = (x: Matrix) => abs(x.get(0, 0) - 1) + abs(x.get(1, 0) + 2);
const INVERSE_HESSIAN = matrix([
  [4 / 7, -2 / 7],
  [-2 / 7, 8 / 7],
]);

/** Which slopes of a grid belong to the subdifferential of |x| at some points, by lines through many places. */
const GRID = range(13).map((i) => -1.5 + 0.25 * i);
const touching = (test: (y: number, x: number, g: number) => boolean) =>
  [-2, 0, 0.5].flatMap((x) => GRID.map((g) => (range(61).every((i) => test(-3 + i / 10, x, g)) ? 1 : 0)));

export const proximal: readonly Check[] = [
  latexCheck('convex-conjugate', {
    states: 'the conjugates of a bowl and of the exponential function',
    cases: [vector([1.2, 0.4]), vector([0.5, 2])].flatMap((y) => [
      // The inverse of the Hessian by hand, moved by the lowest point.
      { given: conjugate(y, quadratic, inner(y, LOWEST) - 3 + 0.5 * inner(y, INVERSE_HESSIAN.mmul(y))) },
      {
        given: conjugate(
          y,
          (x) => sum(x.to1DArray().map(exp)),
          sum(y.to1DArray().map((entry) => entry * log(entry) - entry)),
        ),
      },
    ]),
  }),
  latexCheck('ista', {
    states: 'the lowest point of a paraboloid with the penalty, among candidates',
    cases: [0.1, 0.9].map((lambda) => ({
      given: {
        k: 1,
        '\\eta': 0.2,
        '\\mathbf{A}': DESIGN,
        '\\mathbf{b}': TARGETS,
        'S_{\\eta \\lambda}': outside(0.2 * lambda),
        '\\mathbf{x}': [
          START,
          majorized(START, DESIGN.transpose().mmul(DESIGN.mmul(START).sub(TARGETS)), lambda, 0.2),
        ],
      },
    })),
  }),
  latexCheck('moreau-decomposition', {
    states: 'soft thresholds and the projection onto a cube; a bowl and its conjugate',
    cases: [
      {
        given: {
          '\\mathbf{v}': vector([1.7, -0.3, -2.2]),
          '\\operatorname{prox}_{f}': outside(0.8),
          '\\operatorname{prox}_{f^{\\ast}}': inside(0.8),
        },
      },
      {
        given: {
          '\\mathbf{v}': vector([1.7, -0.3, -2.2]),
          '\\operatorname{prox}_{f}': (x: Matrix) => Matrix.div(x, 4),
          '\\operatorname{prox}_{f^{\\ast}}': (x: Matrix) => Matrix.mul(x, 3 / 4),
        },
      },
    ],
  }),
  latexCheck('moreau-envelope', {
    states: 'Huber losses divided by their threshold',
    cases: [
      {
        given: {
          // The entries are 2.5 and 0.4 away from the kinks.
          'M_{\\eta f}(\\mathbf{v})': 2.5 - 0.35 + 0.4 ** 2 / 1.4,
          '\\eta': 0.7,
          f: kinked,
          '\\mathbf{v}': vector([3.5, -1.6]),
          '\\min_{\\mathbf{x}}': leastInPlane('\\mathbf{x}'),
        },
      },
    ],
  }),
  latexCheck('proximal-gradient', {
    states: 'the lowest point of a paraboloid with the penalty, among candidates',
    cases: [
      {
        given: {
          k: 1,
          '\\eta': 0.3,
          f: quadratic,
          '\\operatorname{prox}_{\\eta g}': outside(0.3 * 0.5),
          '\\mathbf{x}': [START_IN_PLANE, majorized(START_IN_PLANE, slope(START_IN_PLANE), 0.5, 0.3)],
        },
      },
    ],
  }),
  latexCheck('proximal-operator', {
    states: 'soft thresholds around the kinks, and a linear system for a bowl',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\operatorname{prox}_{\\eta f}(\\mathbf{v})': vector([
            1 + shrink(2.5, 1, 0.7),
            -2 + shrink(0.4, 1, 0.7),
          ]),
          '\\eta': 0.7,
          f: kinked,
          '\\mathbf{v}': vector([3.5, -1.6]),
          '\\operatorname*{arg\\,min}_{\\mathbf{x}}': argLowestInPlane('\\mathbf{x}'),
        },
      },
      {
        given: {
          '\\operatorname{prox}_{\\eta f}(\\mathbf{v})': solve(
            Matrix.add(HESSIAN, identity(2).div(0.7)),
            Matrix.add(HESSIAN.mmul(LOWEST), vector([3.5 / 0.7, -1.6 / 0.7])),
          ),
          '\\eta': 0.7,
          f: quadratic,
          '\\mathbf{v}': vector([3.5, -1.6]),
          '\\operatorname*{arg\\,min}_{\\mathbf{x}}': argLowestInPlane('\\mathbf{x}'),
        },
      },
    ],
  }),
  latexCheck('soft-thresholding', {
    states: 'the lowest of candidates',
    cases: [-3, 0.4, 0.9].map((x) => ({
      given: { 'S_{\\lambda}(x)': shrink(x, 0.7, 1), '\\lambda': 0.7, x },
    })),
  }),
  functionCheck('subgradient', {
    states: 'the slopes of the absolute value',
    formula: () => touching((y, x, g) => abs(y) >= abs(x) + g * (y - x) - 1e-9),
    against: () =>
      [-2, 0, 0.5].flatMap((x) => GRID.map((g) => ((x === 0 ? abs(g) <= 1 : g === Math.sign(x)) ? 1 : 0))),
    mutants: {
      'lines above': () => touching((y, x, g) => abs(y) <= abs(x) + g * (y - x) + 1e-9),
      'without the way gone': () => touching((y, x, g) => abs(y) >= abs(x) + g * y - 1e-9),
    },
  }),
];

function conjugate(y: Matrix, f: (x: Matrix) => number, value: number) {
  const supremum = mostInPlane('\\mathbf{x}');
  return { 'f^{\\ast}(\\mathbf{y})': value, '\\mathbf{y}': y, f, '\\sup_{\\mathbf{x}}': supremum };
}
