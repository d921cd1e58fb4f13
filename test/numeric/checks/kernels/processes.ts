import { inverse, Matrix, solve } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { derivative } from '../../differences';
import { conditioned, densityAt } from '../../gaussians';
import { identity, matrix, vector } from '../../given';

/** A broken covariance may be none at all. */
function normal(x: Matrix, mean: Matrix, covariance: Matrix): number {
  try {
    return densityAt(x, { mean, covariance });
  } catch {
    return Number.NaN;
  }
}

/** Four places with noisy values. */
const places = [-1.3, 0.2, 0.9, 2.4];
const y = vector([0.4, -0.7, 1.1, 1.8]);
const NOISE = 0.6;
const kernelMatrix = (size: number, length: number) =>
  matrix(places.map((a) => places.map((b) => size * Math.exp(-((a - b) ** 2) / (2 * length ** 2)))));
const K = kernelMatrix(1.7, 0.8);
const noisy = (kernel: Matrix) => Matrix.add(kernel, identity(4).mul(NOISE ** 2));

/** Each target given those before it. */
const evidence = [0, 1, 2, 3].reduce((total, i) => {
  const before = [0, 1, 2, 3].slice(0, i);
  const one = conditioned(
    { mean: Matrix.zeros(4, 1), covariance: noisy(K) },
    [i],
    before,
    y.selection(before, [0]),
  );
  return total + Math.log(densityAt(y.selection([i], [0]), one));
}, 0);

const changed = (length: number) =>
  Math.log(densityAt(y, { mean: Matrix.zeros(4, 1), covariance: noisy(kernelMatrix(1.7, length)) }));
const slopes = matrix(places.map((a, i) => places.map((b, j) => (K.get(i, j) * (a - b) ** 2) / 0.8 ** 3)));

/** Three features with standard normal weights: the weights' posterior gives that of the function. */
const featuresOf = (xs: readonly number[]) => matrix(xs.map((x) => [1, x, 0.5 * x ** 2]));
const [seen, wanted] = [featuresOf(places), featuresOf([-0.4, 1.7])];
const spread = inverse(
  Matrix.add(
    identity(3),
    seen
      .transpose()
      .mmul(seen)
      .div(NOISE ** 2),
  ),
);
const posterior = {
  mean: wanted
    .mmul(spread)
    .mmul(seen.transpose())
    .mmul(y)
    .div(NOISE ** 2),
  covariance: wanted.mmul(spread).mmul(wanted.transpose()),
};
const somewhere = vector([0.3, 0.6]);

/** A prior that one inducing value misses a little of: the bound is then attained but for 1e-8. */
const rest = { variance: 3e-5, noise: 0.5 };
const split = Matrix.diag([1.2, rest.variance]);

export const processes: readonly Check[] = [
  unchecked('gp-prior', 'definition'),
  latexCheck('gp-posterior', {
    states: 'the posterior of the weights of three features',
    cases: [
      {
        given: {
          'p(\\mathbf{f}_{\\ast} \\mid \\mathbf{y})': densityAt(somewhere, posterior),
          '\\mathbf{f}_{\\ast}': somewhere,
          '\\mathcal{N}': normal,
          '\\boldsymbol{\\mu}_{\\ast}': posterior.mean,
          '\\boldsymbol{\\Sigma}_{\\ast}': posterior.covariance,
          '\\mathbf{K}_{\\ast}': seen.mmul(wanted.transpose()),
          '\\mathbf{K}': seen.mmul(seen.transpose()),
          '\\mathbf{K}_{\\ast \\ast}': wanted.mmul(wanted.transpose()),
          '\\sigma': NOISE,
          '\\mathbf{I}': identity(4),
          '\\mathbf{y}': y,
        },
      },
    ],
  }),
  latexCheck('gp-log-marginal-likelihood', {
    states: 'each target given those before it',
    cases: [
      {
        given: {
          '\\log p(\\mathbf{y} \\mid \\mathbf{X})': evidence,
          '\\mathbf{y}': y,
          '\\mathbf{K}': K,
          '\\sigma': NOISE,
          '\\mathbf{I}': identity(4),
          n: 4,
        },
      },
    ],
  }),
  latexCheck('gp-log-marginal-gradient', {
    states: 'finite differences in the length scale',
    cases: [
      {
        given: {
          '\\frac{\\partial}{\\partial \\theta_{j}} \\log p(\\mathbf{y} \\mid \\mathbf{X}, \\boldsymbol{\\theta})':
            derivative(changed, 0.8),
          '\\frac{\\partial \\mathbf{K}_{y}}{\\partial \\theta_{j}}': slopes,
          '\\mathbf{K}_{y}': noisy(K),
          '\\boldsymbol{\\alpha}': solve(noisy(K), y),
          '\\mathbf{y}': y,
        },
      },
    ],
  }),
  latexCheck('gp-sparse-elbo', {
    states: 'inducing inputs at all or two inputs, and a prior of which one misses next to nothing',
    cases: [
      {
        given: {
          '\\log p(\\mathbf{y})': evidence,
          '\\mathbf{y}': y,
          '\\mathbf{0}': Matrix.zeros(4, 1),
          '\\mathcal{N}': normal,
          '\\sigma': NOISE,
          '\\mathbf{I}': identity(4),
          '\\mathbf{K}': K,
          '\\mathbf{K}_{nm}': K,
          '\\mathbf{K}_{mm}': K,
        },
      },
      {
        given: {
          '\\log p(\\mathbf{y})': evidence,
          '\\mathbf{y}': y,
          '\\mathbf{0}': Matrix.zeros(4, 1),
          '\\mathcal{N}': normal,
          '\\sigma': NOISE,
          '\\mathbf{I}': identity(4),
          '\\mathbf{K}': K,
          '\\mathbf{K}_{nm}': K.selection([0, 1, 2, 3], [0, 2]),
          '\\mathbf{K}_{mm}': K.selection([0, 2], [0, 2]),
        },
      },
      {
        given: {
          '\\log p(\\mathbf{y})': Math.log(
            normal(vector([0.7, 0]), vector([0, 0]), Matrix.add(split, identity(2).mul(rest.noise ** 2))),
          ),
          '\\mathbf{y}': vector([0.7, 0]),
          '\\mathbf{0}': vector([0, 0]),
          '\\mathcal{N}': normal,
          '\\sigma': rest.noise,
          '\\mathbf{I}': identity(2),
          '\\mathbf{K}': split,
          '\\mathbf{K}_{nm}': vector([1.2, 0]),
          '\\mathbf{K}_{mm}': 1.2,
        },
      },
    ],
  }),
];
