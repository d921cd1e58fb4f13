import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { from, identity, matrix, vector } from '../../given';
import { HESSIAN, LOWEST, quadratic, range, runningMeans, slope } from './scene';

const START = vector([3, 1]);
const RATE = 0.1;
const NABLA = '\\nabla_{\\boldsymbol{\\theta}} \\mathcal{L}';

const byDifferences = (x: Matrix) => gradient(quadratic, x);
const gained = (x: Matrix, d: Matrix, times: number) => Matrix.add(x, Matrix.mul(d, times));

/** The matrix that gradient descent on the quadratic multiplies the distance with, step after step. */
const CONTRACTION = Matrix.sub(identity(2), Matrix.mul(HESSIAN, RATE));
const afterSteps = (x: Matrix, steps: number) =>
  Matrix.add(
    LOWEST,
    range(steps).reduce((distance) => CONTRACTION.mmul(distance), Matrix.sub(x, LOWEST)),
  );

/** The parameters at the first few steps. */
const PLACES = range(4).map((i) => afterSteps(START, i));

function steepest(direction: Matrix, radius: number): Matrix {
  const angle = Math.atan2(direction.get(1, 0), direction.get(0, 0));
  return vector([radius * Math.cos(angle), radius * Math.sin(angle)]);
}

export const averages: readonly Check[] = [
  latexCheck('lookahead-optimizer', {
    states: 'the contraction of the distance on a quadratic',
    cases: [
      {
        given: {
          t: 2,
          k: 3,
          '\\alpha': 0.3,
          '\\boldsymbol{\\theta}': [
            range(4).map(() => LOWEST),
            range(4).map((i) => range(i + 1).reduce((x) => gained(x, byDifferences(x), -RATE), START)),
          ],
          '\\boldsymbol{\\phi}': [
            START,
            Matrix.add(
              LOWEST,
              Matrix.add(
                Matrix.mul(identity(2), 0.7),
                Matrix.mul(CONTRACTION.mmul(CONTRACTION).mmul(CONTRACTION), 0.3),
              ).mmul(Matrix.sub(START, LOWEST)),
            ),
          ],
        },
      },
    ],
  }),
  latexCheck('sam-update', {
    states: 'the steepest point of a circle, and the contraction on a quadratic',
    cases: [
      {
        given: {
          t: 1,
          '\\eta': RATE,
          '\\rho': 0.4,
          [NABLA]: byDifferences,
          '\\hat{\\boldsymbol{\\epsilon}}': [steepest(slope(START), 0.4)],
          '\\boldsymbol{\\theta}': [
            START,
            Matrix.sub(
              afterSteps(Matrix.add(START, steepest(slope(START), 0.4)), 1),
              steepest(slope(START), 0.4),
            ),
          ],
        },
      },
    ],
  }),
  latexCheck('swa-weights', {
    states: 'the plain mean of all',
    cases: [
      {
        given: {
          n: 3,
          '\\boldsymbol{\\theta}': vector([5, -2]),
          '\\bar{\\boldsymbol{\\theta}}': vector([2, 4]),
          '\\bar{\\boldsymbol{\\theta}} \\leftarrow': matrix([
            [1, 4, 1, 5],
            [7, 3, 2, -2],
          ])
            .mmul(vector([1, 1, 1, 1]))
            .div(4),
        },
      },
    ],
  }),
  latexCheck('weight-ema', {
    states: 'sums without the recursion',
    cases: [
      {
        given: {
          t: 4,
          '\\beta': 0.8,
          '\\boldsymbol{\\theta}': PLACES,
          '\\bar{\\boldsymbol{\\theta}}': from(0, runningMeans(0.8, PLACES)),
        },
      },
    ],
  }),
  latexCheck('gradient-descent', {
    states: 'the contraction of the distance on a quadratic',
    cases: [
      {
        given: {
          t: 1,
          '\\eta': RATE,
          [NABLA]: byDifferences,
          '\\boldsymbol{\\theta}': [START, afterSteps(START, 1)],
        },
      },
    ],
  }),
];
