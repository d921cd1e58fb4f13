import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { cloudOf, momentsOf } from '../../gaussians';
import { identity, matrix, vector } from '../../given';
import { maximizer, minimizer } from '../../golden-section';
import { operator } from '../../operators';
import { leastOverAngles } from './search';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const numeric = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
const atAngle = (angle: number) => vector([Math.cos(angle), Math.sin(angle)]);
/** Six points in space, their mean, covariance and axes. */
const points = [
  [1, 0.2, -0.4],
  [2.1, 1.9, 0.3],
  [-0.7, -1.5, 1.1],
  [0.4, 0.8, 2],
  [-1.8, 0.1, -1.2],
  [3, 2.2, 0.9],
].map((point) => vector(point));
const { mean, covariance } = momentsOf(points);
const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
  assumeSymmetric: true,
});
const order = [0, 1, 2].sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
const variances = order.map((i) => realEigenvalues[i] ?? 0);
const axes = eigenvectorMatrix.selection([0, 1, 2], order);
const kept = axes.selection([0, 1, 2], [0, 1]);
/** The nearest point of the plane through the mean, by least squares for its coordinates. */
const nearest = (x: Matrix) => Matrix.add(mean, kept.mmul(solve(kept, Matrix.sub(x, mean), true)));
const squared = (x: Matrix) => x.dot(x);
const average = (values: readonly number[]) => sum(values) / values.length;

/** A covariance of two variables, and the direction along which they vary most. */
const plane = matrix([
  [2.1, 0.8],
  [0.8, 1.3],
]);
const varianceAlong = (angle: number) => atAngle(angle).dot(plane.mmul(atAngle(angle)));
const widest = atAngle(maximizer(varianceAlong, 0, 1.5));

/** Covariances of two views, and the root of the largest eigenvalue of the product of both regressions. */
const between = matrix([
  [0.5, -0.2],
  [0.3, 0.6],
]);
const other = matrix([
  [1.4, 0.3],
  [0.3, 0.9],
]);
const regressions = solve(plane, between).mmul(solve(other, between.transpose()));
const halfTrace = regressions.trace() / 2;
const minor = regressions.get(0, 0) * regressions.get(1, 1) - regressions.get(0, 1) * regressions.get(1, 0);
const correlation = Math.sqrt(halfTrace + Math.sqrt(halfTrace ** 2 - minor));

/** Four points that lie about zero along the axes, so that their coordinates are the embedding. */
const placed = matrix([
  [3, 0.5],
  [-3, 0.5],
  [1, -0.5],
  [-1, -0.5],
]);
const distances = matrix(
  placed
    .to2DArray()
    .map((a) => placed.to2DArray().map((b) => sum(a.map((value, i) => (value - (b[i] ?? 0)) ** 2)))),
);

/** A root of a covariance, and a vector that it stretches. */
const root = matrix([
  [1.5, 0.4],
  [0.4, 0.7],
]);
const rootAngle = Math.atan2(2 * 0.4, 1.5 - 0.7) / 2;
const turn = matrix([
  [Math.cos(rootAngle), -Math.sin(rootAngle)],
  [Math.sin(rootAngle), Math.cos(rootAngle)],
]);
const stretched = turn.transpose().mmul(root).mmul(turn);
const scales = Matrix.diag([stretched.get(0, 0) ** 2, stretched.get(1, 1) ** 2]);
const white = vector([0.9, -1.7]);
const center = vector([0.3, 2.2]);
const whitening = {
  '\\mathbf{z}': white,
  '\\boldsymbol{\\Lambda}': scales,
  '\\mathbf{U}': turn,
  '\\boldsymbol{\\mu}': center,
  '\\boldsymbol{\\Sigma}': root.mmul(root),
};

/** Loadings of one latent variable, and all sums of a cloud of it and a cloud of noise. */
const loadings = vector([1.2, -0.5]);
const noise = cloudOf({ mean: vector([0, 0]), covariance: identity(2).mul(0.7 ** 2) });
const observed = cloudOf({ mean: vector([0]), covariance: identity(1) }).flatMap((z) =>
  noise.map((part) => Matrix.add(Matrix.add(loadings.mmul(z), center), part)),
);
const model = (scale: number, power: number) => [
  ...center.to1DArray(),
  ...Matrix.add(
    Matrix.mul(loadings.mmul(loadings.transpose()), scale),
    identity(2).mul(0.7 ** power),
  ).to1DArray(),
];

export const components: readonly Check[] = [
  functionCheck('pca', {
    states: 'a search over directions, and the eigenvalue by hand',
    tolerance: 1e-6,
    formula: () => plane.mmul(widest).to1DArray(),
    against: () => Matrix.mul(widest, 1.7 + Math.hypot(0.4, 0.8)).to1DArray(),
    mutants: {
      'the direction of least variance': () =>
        plane.mmul(atAngle(minimizer((angle) => varianceAlong(angle), 1.2, 3.2))).to1DArray(),
      'the other eigenvalue': () => Matrix.mul(widest, 1.7 - Math.hypot(0.4, 0.8)).to1DArray(),
    },
  }),
  latexCheck('pca-explained-variance', {
    states: 'lengths of the projected points',
    cases: [1, 2].map((m) => ({
      given: {
        '\\mathrm{EVR}_{m}':
          average(
            points.map((x) =>
              squared(
                axes
                  .selection([0, 1, 2], m === 1 ? [0] : [0, 1])
                  .transpose()
                  .mmul(Matrix.sub(x, mean)),
              ),
            ),
          ) / average(points.map((x) => squared(Matrix.sub(x, mean)))),
        m,
        d: 3,
        '\\lambda': variances,
      },
    })),
  }),
  functionCheck('pca-probabilistic', {
    states: 'moments of sums of two clouds',
    formula: () => model(1, 2),
    against: () => {
      const found = momentsOf(observed);
      return [...found.mean.to1DArray(), ...found.covariance.to1DArray()];
    },
    mutants: {
      'without the square of the deviation': () => model(1, 1),
      'without the loadings': () => model(0, 2),
    },
  }),
  latexCheck('pca-reconstruction', {
    states: 'the nearest point of the plane, by least squares',
    cases: [
      {
        given: {
          '\\hat{\\mathbf{x}}': nearest(vector([1.3, -0.8, 2])),
          '\\bar{\\mathbf{x}}': mean,
          '\\mathbf{V}': kept,
          '\\mathbf{x}': vector([1.3, -0.8, 2]),
        },
      },
    ],
  }),
  latexCheck('pca-reconstruction-error', {
    states: 'the nearest points of the plane, by least squares',
    cases: [
      {
        given: {
          n: 6,
          '\\mathbf{x}': points,
          '\\hat{\\mathbf{x}}': points.map(nearest),
          m: 2,
          d: 3,
          '\\lambda': variances,
        },
      },
      {
        given: {
          n: 6,
          '\\mathbf{x}': points,
          '\\hat{\\mathbf{x}}': points.map(() => mean),
          m: 0,
          d: 3,
          '\\lambda': variances,
        },
      },
    ],
  }),
  latexCheck('canonical-correlation-analysis', {
    states: 'an eigenvalue of the product of both regressions, and a search',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\rho': correlation,
          '\\max_{\\mathbf{a}, \\mathbf{b}}': operator(
            ['\\mathbf{a}', '\\mathbf{b}'],
            (body) => -leastOverAngles((a, b) => -numeric(body(atAngle(a), atAngle(b)))),
          ),
          '\\boldsymbol{\\Sigma}_{XY}': between,
          '\\boldsymbol{\\Sigma}_{XX}': plane,
          '\\boldsymbol{\\Sigma}_{YY}': other,
        },
      },
    ],
  }),
  latexCheck('classical-mds', {
    states: 'points that lie about zero along the axes',
    cases: [
      {
        given: {
          '\\mathbf{B}': placed.mmul(placed.transpose()),
          '\\mathbf{D}^{(2)}': distances,
          '\\mathbf{I}': identity(4),
          n: 4,
          '\\mathbf{1}': vector([1, 1, 1, 1]),
          '\\mathbf{Y}': placed,
          '\\mathbf{V}_{m}': matrix(placed.to2DArray().map(([a = 0, b = 0]) => [a / Math.sqrt(20), b])),
          '\\boldsymbol{\\Lambda}_{m}': Matrix.diag([20, 1]),
        },
      },
    ],
  }),
  latexCheck('whitening-pca', {
    states: 'a vector that is stretched and turned',
    cases: [
      {
        given: {
          ...whitening,
          '\\mathbf{x}': Matrix.add(
            center,
            turn.mmul(vector([stretched.get(0, 0) * 0.9, stretched.get(1, 1) * -1.7])),
          ),
        },
      },
    ],
  }),
  latexCheck('whitening-zca', {
    states: 'a vector stretched by a symmetric root',
    cases: [{ given: { ...whitening, '\\mathbf{x}': Matrix.add(center, root.mmul(white)) } }],
  }),
];
