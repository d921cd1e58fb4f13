import { Matrix, solve } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { identity, matrix, vector } from '../../given';
import { integrate } from '../../quadrature';
import { inner, LOWEST, paired, quadratic } from './scene';

const START = vector([3, 1]);
/** A guess of the inverse Hessian, its inverse, and a step with the change of the gradient along it. */
const GUESS = matrix([
  [1.2, 0.3],
  [0.3, 0.9],
]);
const inverted = (a: Matrix) => solve(a, identity(2));
const STEP = vector([0.5, -0.8]);
const CHANGE = vector([0.9, -0.3]);

/**
 * The inverse Hessian after the step, as Nocedal and Wright define it: the nearest to the old one, in the norm that the
 * mean Hessian weighs, among the symmetric ones that meet the secant condition. Any Hessian that maps the step to its
 * change gives the same; this one is diagonal.
 */
function nearestInverse(inverse: Matrix): Matrix {
  const roots = paired(CHANGE, STEP, (y, s) => Math.sqrt(y / s));
  const scaled = (a: Matrix, by: Matrix) =>
    Matrix.diag(by.to1DArray()).mmul(a).mmul(Matrix.diag(by.to1DArray()));
  // In these units the condition is that a direction is kept; the rest of the old matrix may stay.
  const direction = paired(STEP, roots, (s, root) => s * root);
  const along = direction.mmul(direction.transpose()).div(inner(direction, direction));
  const across = Matrix.sub(identity(2), along);
  const nearest = across.mmul(scaled(inverse, roots)).mmul(across).add(along);
  const back = vector(roots.to1DArray().map((root) => 1 / root));
  return scaled(nearest, back);
}

/** Sherman and Morrison's formula twice: the inverse of a matrix after two changes of rank one. */
function updatedByRanks(inverse: Matrix): Matrix {
  const changed = (a: Matrix, u: Matrix, weight: number) => {
    const au = a.mmul(u);
    return Matrix.sub(a, au.mmul(au.transpose()).mul(weight / (1 + weight * inner(u, au))));
  };
  const hessian = inverted(inverse);
  const first = changed(inverse, CHANGE, 1 / inner(STEP, CHANGE));
  return changed(first, hessian.mmul(STEP), -1 / inner(STEP, hessian.mmul(STEP)));
}

const JACOBIAN = matrix([
  [1, 0.5],
  [-0.3, 2],
  [0.7, -1],
]);
const RESIDUALS = vector([0.4, -1.1, 0.9]);
/** Least squares by QR, with rows of their own for the damping. */
const dampedLeastSquares = (damping: number) =>
  solve(
    new Matrix([...JACOBIAN.to2DArray(), [damping ** 0.5, 0], [0, damping ** 0.5]]),
    vector([...RESIDUALS.to1DArray().map((r) => -r), 0, 0]),
  );

/** A Gaussian with its mean and the logarithm of its deviation for parameters, and data with the mean 2 and variance 3. */
const gaussianLoss = (theta: Matrix) =>
  theta.get(1, 0) + (3 + (2 - theta.get(0, 0)) ** 2) / (2 * Math.exp(2 * theta.get(1, 0)));

/** The Fisher information: the mean products of the scores, by quadrature. */
function fisher(theta: Matrix): Matrix {
  const [mean, deviation] = [theta.get(0, 0), Math.exp(theta.get(1, 0))];
  const scores = [(z: number) => z / deviation, (z: number) => z * z - 1];
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return matrix(
    scores.map((a) =>
      scores.map((b) =>
        integrate((x) => a(x - mean) * b(x - mean) * density(x - mean), mean - 12, mean + 12),
      ),
    ),
  );
}

export const curvature: readonly Check[] = [
  latexCheck('bfgs', {
    states: 'two changes of rank one by Sherman and Morrison',
    same: {
      '\\mathbf{H}_{k+1} = \\left( \\mathbf{I} - \\rho_{k} \\mathbf{s}_{k} \\mathbf{y}_{k}^{\\top} \\right) \\mathbf{H}_{k+1} \\left( \\mathbf{I} - \\rho_{k} \\mathbf{y}_{k} \\mathbf{s}_{k}^{\\top} \\right) + \\rho_{k} \\mathbf{s}_{k} \\mathbf{s}_{k}^{\\top}':
        'the factors beside the matrix are projections, so that the same update again changes nothing',
    },
    cases: [
      {
        given: {
          k: 1,
          '\\mathbf{I}': identity(2),
          '\\mathbf{s}': [STEP],
          '\\mathbf{y}': [CHANGE],
          '\\mathbf{H}': [GUESS, updatedByRanks(GUESS)],
        },
      },
    ],
  }),
  latexCheck('bfgs-hessian', {
    states: 'the inverse of the nearest matrix with the secant condition',
    cases: [
      {
        given: {
          k: 1,
          '\\mathbf{s}': [STEP],
          '\\mathbf{y}': [CHANGE],
          '\\mathbf{B}': [GUESS, inverted(nearestInverse(inverted(GUESS)))],
        },
      },
    ],
  }),
  latexCheck('newton-step', {
    states: 'the lowest point of a quadratic, and a hand-worked case',
    tolerance: 1e-5,
    cases: [
      { given: { k: 1, f: quadratic, '\\mathbf{x}': [START, LOWEST] } },
      { given: { k: 1, f: (x: number) => x ** 4 / 4 - x, '\\mathbf{x}': [2, 2 - 7 / 12] } },
    ],
  }),
  latexCheck('gauss-newton', {
    states: 'least squares by QR',
    cases: [
      {
        given: {
          '\\boldsymbol{\\delta}': dampedLeastSquares(0),
          '\\mathbf{J}': JACOBIAN,
          '\\mathbf{r}': RESIDUALS,
        },
      },
    ],
  }),
  latexCheck('levenberg-marquardt', {
    states: 'least squares by QR, with rows for the damping',
    cases: [
      {
        given: {
          '\\boldsymbol{\\delta}': dampedLeastSquares(0.7),
          '\\lambda': 0.7,
          '\\mathbf{I}': identity(2),
          '\\mathbf{J}': JACOBIAN,
          '\\mathbf{r}': RESIDUALS,
        },
      },
    ],
  }),
  latexCheck('fisher-natural-gradient', {
    states: 'a Gaussian, whose information is known',
    cases: [
      {
        given: {
          t: 1,
          '\\eta': 0.3,
          '\\mathbf{F}': fisher,
          '\\nabla_{\\boldsymbol{\\theta}} \\mathcal{L}': (theta: Matrix) => gradient(gaussianLoss, theta),
          '\\boldsymbol{\\theta}': [
            vector([0.5, 0.2]),
            vector([0.5 + 0.3 * 1.5, 0.2 + 0.15 * ((3 + 1.5 ** 2) / Math.exp(0.4) - 1)]),
          ],
        },
      },
    ],
  }),
];
