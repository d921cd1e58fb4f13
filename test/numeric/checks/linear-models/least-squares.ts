import { Matrix, QrDecomposition, solve } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { gradient, hessian } from '../../differences';
import { conditioned, densityAt } from '../../gaussians';
import { entries, identity, matrix, vector } from '../../given';
import { operator } from '../../operators';
import { argLowestInPlane } from '../optimization/scene';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** An intercept and one feature, so that the fit has the schoolbook's slope. */
const feature = [1, 2, 4, 7];
const targets = [1.5, 0.5, 4.2, 5.1];
const X = matrix(feature.map((x) => [1, x]));
const y = vector(targets);

/** Intercept and slope by the covariance of feature and target over the variance of the feature. */
function fittedLine(xs: readonly number[], ys: readonly number[]): readonly [number, number] {
  const [meanX, meanY] = [average(xs), average(ys)];
  const slope =
    sum(xs.map((x, i) => (x - meanX) * ((ys[i] ?? 0) - meanY))) / sum(xs.map((x) => (x - meanX) ** 2));
  return [meanY - slope * meanX, slope];
}
const line = fittedLine(feature, targets);
const fitted = feature.map((x) => line[0] + line[1] * x);
const basis = new QrDecomposition(X).orthogonalMatrix;
const data = { '\\mathbf{X}': X, '\\mathbf{y}': y };

/** `\operatorname*{arg\,min}` of a smooth function, by Newton's method with finite differences. */
const argLeast = (start: readonly number[]) =>
  operator('\\mathbf{w}', (body) => {
    const height = (w: Matrix) => {
      const value = body(w);
      return typeof value === 'number' ? value : Number.NaN;
    };
    let w = vector(start);
    for (let step = 0; step < 5; step++) {
      const [slope, curvature] = [gradient(height, w), hessian(height, w)];
      if ([...slope.to1DArray(), ...curvature.to1DArray()].some((value) => !Number.isFinite(value)))
        return Number.NaN;
      w = Matrix.sub(w, solve(curvature, slope, true));
    }
    return w;
  });
const ARG_MIN = '\\operatorname*{arg\\,min}_{\\mathbf{w}}';

/** Every pattern of signs of the noise, all as probable: uncorrelated, with the variance given. */
function covarianceOverSigns(noise: number): Matrix {
  const patterns = Array.from({ length: 16 }, (_, bits) =>
    [0, 1, 2, 3].map((i) => ((bits >> i) & 1 ? noise : -noise)),
  );
  const estimates = patterns.map((pattern) => fittedLine(feature, pattern));
  const moment = (a: 0 | 1, b: 0 | 1) => average(estimates.map((estimate) => estimate[a] * estimate[b]));
  return matrix([
    [moment(0, 0), moment(0, 1)],
    [moment(1, 0), moment(1, 1)],
  ]);
}

const leftOut = average(
  feature.map((x, i) => {
    const [intercept, slope] = fittedLine(feature.toSpliced(i, 1), targets.toSpliced(i, 1));
    return ((targets[i] ?? 0) - intercept - slope * x) ** 2;
  }),
);

/** The weights and the targets are jointly Gaussian; the posterior is a conditional of their joint distribution. */
const [tau, sigma] = [1.3, 0.6];
const joint = (() => {
  const all = Matrix.zeros(6, 6);
  const ofTargets = X.mmul(X.transpose())
    .mul(tau ** 2)
    .add(identity(4).mul(sigma ** 2));
  all.setSubMatrix(identity(2).mul(tau ** 2), 0, 0);
  all.setSubMatrix(Matrix.mul(X, tau ** 2).transpose(), 0, 2);
  all.setSubMatrix(Matrix.mul(X, tau ** 2), 2, 0);
  all.setSubMatrix(ofTargets, 2, 2);
  return { mean: Matrix.zeros(6, 1), covariance: all };
})();
const posterior = conditioned(joint, [0, 1], [2, 3, 4, 5], y);
const somewhere = vector([0.4, 0.9]);

/** Columns of length one at right angles: the elastic net shrinks and cuts each coordinate of the fit by itself. */
const turned = matrix([
  [0.6, 0.48],
  [0.8, -0.36],
  [0, 0.8],
]);
const pulled = vector([3, -1.4, 2.1]);
const cut = (z: number) => (Math.sign(z) * Math.max(0, Math.abs(z) - 0.9 / 2)) / (1 + 0.7);
const small = vector([0.5, 0.1, -0.2]);

export const leastSquares: readonly Check[] = [
  latexCheck('bayesian-linear-regression', {
    states: 'a conditional of the joint distribution of weights and targets',
    cases: [
      {
        given: {
          ...data,
          'p(\\mathbf{w} \\mid \\mathbf{X}, \\mathbf{y})': densityAt(somewhere, posterior),
          '\\mathbf{w}': somewhere,
          '\\mathcal{N}': (x: Matrix, mean: Matrix, covariance: Matrix) => densityAt(x, { mean, covariance }),
          '\\mathbf{m}': posterior.mean,
          '\\mathbf{S}': posterior.covariance,
          '\\tau': tau,
          '\\sigma': sigma,
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  latexCheck('elastic-net', {
    states: 'soft thresholds of an orthonormal design, and a search',
    tolerance: 1e-5,
    cases: [pulled, small].map((wanted) => ({
      given: {
        '\\hat{\\mathbf{w}}': vector(turned.transpose().mmul(wanted).to1DArray().map(cut)),
        [ARG_MIN]: argLowestInPlane('\\mathbf{w}'),
        '\\mathbf{y}': wanted,
        '\\mathbf{X}': turned,
        '\\lambda': [0.9, 0.7],
      },
    })),
  }),
  unchecked('linear-regression', 'definition'),
  latexCheck('ols-covariance', {
    states: 'all patterns of signs of the noise',
    cases: [
      {
        given: {
          ...data,
          '\\operatorname{Cov}[\\hat{\\mathbf{w}}]': covarianceOverSigns(0.7),
          '\\sigma': 0.7,
        },
      },
    ],
  }),
  latexCheck('ols-hat-matrix', {
    states: 'the schoolbook line, and an orthonormal basis of the features',
    cases: [
      {
        given: {
          ...data,
          '\\hat{\\mathbf{y}}': vector(fitted),
          '\\mathbf{H}': basis.mmul(basis.transpose()),
        },
      },
    ],
  }),
  latexCheck('ols-leave-one-out', {
    states: 'a fit without each example',
    cases: [
      {
        given: {
          '\\mathrm{CV}': leftOut,
          n: 4,
          ...entries('y', targets),
          '\\hat{y}': fitted,
          H: basis.mmul(basis.transpose()),
        },
      },
    ],
  }),
  latexCheck('ols-normal-equations', {
    states: 'the schoolbook line',
    cases: [{ given: { ...data, '\\hat{\\mathbf{w}}': vector(line) } }],
  }),
  latexCheck('ordinary-least-squares', {
    states: 'the schoolbook line, and a search',
    tolerance: 1e-6,
    cases: [{ given: { ...data, '\\hat{\\mathbf{w}}': vector(line), [ARG_MIN]: argLeast([0.1, 0.8]) } }],
    same: Object.fromEntries(
      ['', '^{3}'].map((power) => [
        `\\hat{\\mathbf{w}} = \\operatorname*{arg\\,min}_{\\mathbf{w}} \\lVert \\mathbf{y} - \\mathbf{X} \\mathbf{w} \\rVert_{2}${power} = \\left( \\mathbf{X}^{\\top} \\mathbf{X} \\right)^{-1} \\mathbf{X}^{\\top} \\mathbf{y}`,
        'every power of the length is least at the same place',
      ]),
    ),
  }),
  latexCheck('ridge-regression', {
    states: 'least squares with made-up examples for the penalty, and a search',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          ...data,
          '\\hat{\\mathbf{w}}': new QrDecomposition(
            matrix([...X.to2DArray(), [Math.sqrt(2.5), 0], [0, Math.sqrt(2.5)]]),
          ).solve(vector([...targets, 0, 0])),
          [ARG_MIN]: argLeast([0.1, 0.8]),
          '\\lambda': 2.5,
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  latexCheck('weighted-least-squares', {
    states: 'the schoolbook line through examples that are repeated, and a search',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          ...data,
          '\\hat{\\mathbf{w}}': vector(
            fittedLine([1, 1, 1, 2, 4, 4, 7], [1.5, 1.5, 1.5, 0.5, 4.2, 4.2, 5.1]),
          ),
          [ARG_MIN]: argLeast([0.1, 0.8]),
          '\\mathbf{R}': Matrix.diag([3, 1, 2, 1]),
        },
      },
    ],
  }),
];
