import { jStat } from 'jstat';
import { CholeskyDecomposition, inverse, type Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';

const normal = (x: number, mean = 0, variance = 1) => jStat.normal.pdf(x, mean, Math.sqrt(variance));

/** A normal vector of three, coordinate by coordinate: each given those before it, by regression. */
const mean = vector([0.4, -1.1, 0.7]);
const covariance = matrix([
  [2, 0.6, -0.4],
  [0.6, 1.5, 0.3],
  [-0.4, 0.3, 0.9],
]);
function byRegression(values: readonly number[]): number {
  return values.reduce((density, value, k) => {
    const before = Array.from({ length: k }, (_, i) => i);
    if (k === 0) return normal(value, mean.get(0, 0), covariance.get(0, 0));
    const weights = covariance.selection([k], before).mmul(inverse(covariance.selection(before, before)));
    const gaps = vector(before.map((i) => (values[i] ?? 0) - mean.get(i, 0)));
    const centre = mean.get(k, 0) + weights.mmul(gaps).get(0, 0);
    const left = covariance.get(k, k) - weights.mmul(covariance.selection(before, [k])).get(0, 0);
    return density * normal(value, centre, left);
  }, 1);
}
const points = [
  [1, 0.2, -0.5],
  [-0.3, -2, 1.6],
];

/** The modified Bessel function of the first kind, by its power series. */
const bessel = (order: number, x: number) =>
  Array.from({ length: 60 }, (_, k) =>
    Math.exp((2 * k + order) * Math.log(x / 2) - jStat.gammaln(k + 1) - jStat.gammaln(k + order + 1)),
  ).reduce((total, term) => total + term, 0);

/** The area of the unit sphere around a space of some dimension. */
const sphere = (d: number) => (2 * Math.PI ** (d / 2)) / jStat.gammafn(d / 2);
/** exp(κ t) over its integral on the sphere, where t is the cosine to the mean direction. */
function concentrated(kappa: number, d: number, cosine: number): number {
  const total = integrate((t) => Math.exp(kappa * Math.cos(t)) * Math.sin(t) ** (d - 2), 0, Math.PI);
  return Math.exp(kappa * cosine) / (total * sphere(d - 1));
}

/** The density of L A Aᵀ Lᵀ by Bartlett’s triangular A, of two rows. */
function bartlett(x: Matrix, scale: Matrix, nu: number): number {
  const lower = (of: Matrix) => new CholeskyDecomposition(of).lowerTriangularMatrix;
  const [factor, whole] = [lower(scale), lower(x)];
  const inner = inverse(factor).mmul(whole);
  // A chi variable is the root of a chi-squared one.
  const chi = (value: number, freedom: number) =>
    derivative((t) => jStat.chisquare.cdf(t * t, freedom), value);
  const density = chi(inner.get(0, 0), nu) * chi(inner.get(1, 1), nu - 1) * normal(inner.get(1, 0));
  const ofFactor = factor.get(0, 0) * factor.get(1, 1) ** 2;
  const ofSquare = 4 * whole.get(0, 0) ** 2 * whole.get(1, 1);
  return density / ofFactor / ofSquare;
}

export const vectors: readonly Check[] = [
  latexCheck('pdf-gaussian-multivariate', {
    states: 'the chain rule, each coordinate by regression',
    cases: points.map((x) => ({
      given: {
        '\\mathcal{N}(\\mathbf{x}; \\boldsymbol{\\mu}, \\boldsymbol{\\Sigma})': byRegression(x),
        '\\mathbf{x}': vector(x),
        '\\boldsymbol{\\mu}': mean,
        '\\boldsymbol{\\Sigma}': covariance,
        d: 3,
      },
    })),
  }),
  latexCheck('pdf-gaussian-multivariate-log', {
    states: 'the chain rule, each coordinate by regression',
    cases: points.map((x) => ({
      given: {
        '\\log \\mathcal{N}(\\mathbf{x}; \\boldsymbol{\\mu}, \\boldsymbol{\\Sigma})': Math.log(
          byRegression(x),
        ),
        '\\mathbf{x}': vector(x),
        '\\boldsymbol{\\mu}': mean,
        '\\boldsymbol{\\Sigma}': covariance,
        d: 3,
      },
    })),
  }),
  latexCheck('pdf-von-mises', {
    states: 'the integral over the circle, and the power series of the Bessel function',
    cases: [
      { x: 0.9, mu: -0.4, kappa: 1.7 },
      { x: -2.1, mu: 1.2, kappa: 4 },
    ].map(({ x, mu, kappa }) => ({
      given: {
        'p(x; \\mu, \\kappa)':
          Math.exp(kappa * Math.cos(x - mu)) /
          integrate((t) => Math.exp(kappa * Math.cos(t)), -Math.PI, Math.PI),
        x,
        '\\mu': mu,
        '\\kappa': kappa,
        'I_{0}': (value: number) => bessel(0, value),
      },
    })),
  }),
  latexCheck('pdf-von-mises-fisher', {
    states: 'the integral over the sphere, and the power series of the Bessel function',
    cases: [
      { x: [0.6, 0, -0.8], mu: [2 / 3, 2 / 3, 1 / 3], kappa: 2.3 },
      { x: [0.1, 0.7, 0.1, -0.7], mu: [0.5, 0.5, -0.5, -0.5], kappa: 1.4 },
    ].map(({ x, mu, kappa }) => ({
      given: {
        'p(\\mathbf{x}; \\boldsymbol{\\mu}, \\kappa)': concentrated(
          kappa,
          x.length,
          vector(x).dot(vector(mu)),
        ),
        '\\mathbf{x}': vector(x),
        '\\boldsymbol{\\mu}': vector(mu),
        '\\kappa': kappa,
        d: x.length,
        'I_{d / 2 - 1}': (value: number) => bessel(x.length / 2 - 1, value),
      },
    })),
  }),
  latexCheck('pdf-wishart', {
    states: 'Bartlett’s decomposition and the Jacobian of the Cholesky factor',
    cases: [
      {
        nu: 5,
        scale: matrix([
          [1.3, 0.4],
          [0.4, 0.7],
        ]),
        x: matrix([
          [4.2, -0.9],
          [-0.9, 2.5],
        ]),
      },
      {
        nu: 3.4,
        scale: matrix([
          [0.6, -0.2],
          [-0.2, 1.1],
        ]),
        x: matrix([
          [1.5, 0.7],
          [0.7, 3.1],
        ]),
      },
    ].map(({ nu, scale, x }) => ({
      given: {
        'p(\\mathbf{X}; \\mathbf{V}, \\nu)': bartlett(x, scale, nu),
        '\\mathbf{X}': x,
        '\\mathbf{V}': scale,
        '\\nu': nu,
        d: 2,
        '\\Gamma_{d}': (a: number) => Math.sqrt(Math.PI) * jStat.gammafn(a) * jStat.gammafn(a - 0.5),
      },
    })),
    same: {
      'p(\\mathbf{X}; \\mathbf{V}, \\nu) = \\frac{(\\det \\mathbf{X})^{(\\nu - d - 1) / 2} \\exp\\left( - \\frac{1}{2} \\operatorname{tr}\\left( \\mathbf{X} \\mathbf{V}^{-1} \\right) \\right)}{2^{\\nu d / 2} (\\det \\mathbf{V})^{\\nu / 2} \\Gamma_{d}(\\nu / 2)}':
        'the trace is cyclic',
    },
  }),
];
