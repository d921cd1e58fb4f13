import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { cloudOf, densityAt, momentsOf } from '../../gaussians';
import { identity, matrix, vector } from '../../given';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const readout = matrix([
  [1.2, -0.4],
  [0.3, 0.9],
]);
const spread = matrix([
  [0.5, 0.2],
  [0.2, 0.8],
]);
const centre = vector([0.6, -1.1]);
const output = vector([0.9, 0.2]);
const weightsBehind = vector([
  (0.9 * 0.9 + 0.4 * 0.2) / (1.2 * 0.9 + 0.4 * 0.3),
  (1.2 * 0.2 - 0.3 * 0.9) / (1.2 * 0.9 + 0.4 * 0.3),
]);

const inputs = matrix([
  [1.1, -0.7, 0.4],
  [0.3, 1.6, -0.9],
]);
const means = matrix([
  [0.5, -1.2],
  [0.8, 0.1],
  [-0.6, 0.9],
]);
const deviations = matrix([
  [0.3, 0.7],
  [1.1, 0.2],
  [0.6, 0.5],
]);

/** The outputs of a unit for all weights that are one deviation above or below their means. */
function outputsOf(i: number, j: number): readonly Matrix[] {
  return Array.from({ length: 8 }, (_, code) =>
    vector([
      total(
        [0, 1, 2].map((k) => {
          const sign = (code >> k) % 2 === 0 ? 1 : -1;
          return inputs.get(i, k) * (means.get(k, j) + sign * deviations.get(k, j));
        }),
      ),
    ]),
  );
}

/** The last weights along a path, of which the mean is the running one. */
const path = [
  [1.2, 0.4],
  [0.7, -0.3],
  [1.9, 0.8],
  [1.4, -0.5],
].map(vector);
const along = momentsOf(path);
const unbiased = Matrix.mul(along.covariance, path.length / (path.length - 1));
const columns = new Matrix(path.map((point) => Matrix.sub(point, along.mean).to1DArray())).transpose();

/** The covariance of the samples, over a cloud of noise, for sizes of the diagonal and the low-rank part. */
function sampled(diagonal: number, lowRank: number): Matrix {
  const roots = Matrix.diag(along.covariance.diag().map(Math.sqrt));
  const noise = cloudOf({ mean: Matrix.zeros(6, 1), covariance: identity(6) });
  return momentsOf(
    noise.map((z) => {
      const first = roots.mmul(z.subMatrix(0, 1, 0, 0)).mul(diagonal);
      return Matrix.add(Matrix.add(along.mean, first), columns.mmul(z.subMatrix(2, 5, 0, 0)).mul(lowRank));
    }),
  ).covariance;
}

export const gaussianWeights: readonly Check[] = [
  latexCheck('laplace-linearized-predictive', {
    states: 'the density of the weights behind an output, by a change of variables',
    near: 1e-9,
    cases: [
      {
        given: {
          'p(\\mathbf{f}_{\\ast} \\mid \\mathbf{x}_{\\ast}, \\mathcal{D})':
            densityAt(weightsBehind, { mean: centre, covariance: spread }) / (1.2 * 0.9 + 0.4 * 0.3),
          '\\mathcal{N}': (x: Matrix, mean: Matrix, covariance: Matrix) => densityAt(x, { mean, covariance }),
          '\\mathbf{f}_{\\ast}': output,
          '\\mathbf{f}(\\mathbf{x}_{\\ast}; \\hat{\\boldsymbol{\\theta}})': vector([
            1.2 * 0.6 + 0.4 * 1.1,
            0.3 * 0.6 - 0.9 * 1.1,
          ]),
          '\\mathbf{J}(\\mathbf{x}_{\\ast})': readout,
          '\\boldsymbol{\\Sigma}': spread,
        },
      },
    ],
  }),
  latexCheck('local-reparameterization', {
    states: 'moments of the output over all signs of the deviations',
    cases: [
      [1, 2],
      [2, 1],
    ].map(([i = 0, j = 0]) => {
      const { mean, covariance } = momentsOf(outputsOf(i - 1, j - 1));
      const noise = matrix([
        [0.2, 0.7],
        [-1.3, 1.9],
      ]);
      const sample = mean.get(0, 0) + noise.get(i - 1, j - 1) * Math.sqrt(covariance.get(0, 0));
      return {
        given: {
          'b_{ij}': sample,
          a: inputs,
          '\\mu': means,
          '\\sigma': deviations,
          '\\epsilon': noise,
          K: 3,
          i,
          j,
        },
      };
    }),
  }),
  functionCheck('swag-sample', {
    states: 'half the variances and half the covariance of the path',
    formula: () => sampled(1 / Math.sqrt(2), 1 / Math.sqrt(2 * 3)),
    against: () =>
      Matrix.add(Matrix.diag(along.covariance.diag().map((value) => value / 2)), Matrix.mul(unbiased, 0.5)),
    mutants: {
      'without the root of two': () => sampled(1, 1 / Math.sqrt(2 * 3)),
      'with K for K - 1': () => sampled(1 / Math.sqrt(2), 1 / Math.sqrt(2 * 4)),
      'without the root': () => sampled(1 / Math.sqrt(2), 1 / (2 * 3)),
    },
  }),
];
