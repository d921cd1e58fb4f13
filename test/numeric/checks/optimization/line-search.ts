import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { vector } from '../../given';
import { argLowest, HESSIAN, inner, LOWEST, lowest, quadratic, slope } from './scene';

const START = vector([3, 1]);
const DOWN = vector([-1, -0.4]);
/** Along a line the quadratic is a parabola: its slope and its curvature at the start. */
const FALL = inner(slope(START), DOWN);
const BEND = inner(DOWN, HESSIAN.mmul(DOWN));

/** The longest step that falls by a share of what the slope says, and the shortest that leaves a share of the slope. */
const longest = (share: number) => (2 * (1 - share) * -FALL) / BEND;
const shortest = (share: number) => ((1 - share) * -FALL) / BEND;
const ray = { f: quadratic, '\\mathbf{x}': START, '\\mathbf{p}': DOWN };

export const lineSearch: readonly Check[] = [
  latexCheck('armijo-condition', {
    states: 'the longest step that a parabola has for it, and shorter ones',
    cases: [longest(0.3), longest(0.3) / 3, 0].map((alpha) => ({
      given: { ...ray, '\\alpha': alpha, 'c_{1}': 0.3 },
    })),
  }),
  latexCheck('wolfe-conditions', {
    states: 'the ends of the interval that a parabola has for them, and its middle',
    cases: [longest(0.3), shortest(0.6), (longest(0.3) + shortest(0.6)) / 2].map((alpha) => ({
      given: { ...ray, '\\alpha': alpha, 'c_{1}': 0.3, 'c_{2}': 0.6 },
    })),
  }),
  latexCheck('exact-line-search', {
    states: 'the lowest point of a parabola',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          k: 2,
          f: quadratic,
          '\\mathbf{x}': [LOWEST, START],
          '\\mathbf{p}': [START, DOWN],
          '\\alpha': [9, -FALL / BEND],
          '\\operatorname*{arg\\,min}_{\\alpha \\geq 0}': argLowest('\\alpha', 0, 30),
        },
      },
    ],
  }),
  latexCheck('steepest-descent-step', {
    states: 'the lowest point along the gradient, by golden sections',
    tolerance: 1e-6,
    cases: [START, vector([0, 1])].map((x) => ({
      given: {
        '\\alpha': lowest((alpha) => quadratic(Matrix.sub(x, Matrix.mul(slope(x), alpha))), 0, 5),
        '\\mathbf{g}': slope(x),
        '\\mathbf{H}': HESSIAN,
      },
    })),
  }),
  latexCheck('barzilai-borwein', {
    states: 'the multiple of the identity that fits the change of the gradient best',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          k: 2,
          f: quadratic,
          '\\mathbf{x}': [START, vector([2.1, -0.4])],
          '\\eta': [
            0,
            1 /
              lowest((bend) => {
                const move = Matrix.sub(vector([2.1, -0.4]), START);
                return Matrix.sub(Matrix.mul(move, bend), HESSIAN.mmul(move)).norm();
              }),
          ],
        },
      },
    ],
  }),
  latexCheck('secant-condition', {
    states: 'the Hessian of a quadratic',
    cases: [
      {
        given: {
          k: 1,
          f: quadratic,
          '\\mathbf{B}': [Matrix.eye(2), HESSIAN],
          '\\mathbf{x}': [START, vector([2.1, -0.4])],
        },
      },
    ],
  }),
];
