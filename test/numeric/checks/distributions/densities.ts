import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { entries } from '../../given';
import { integrate } from '../../quadrature';

const LIBRARY = 'jstat’s density';
const SLOPE = 'the slope of the cumulative distribution function';

const locations = [
  { x: 0.4, mu: -1.1, scale: 1.7 },
  { x: 1.9, mu: 2.2, scale: 0.6 },
];

/** What is left after a time in which an equal share is lost at every instant. */
const surviving = (time: number, rate: number) => Math.E ** (-rate * time);

/** A stick of length one, broken twice: the first share, then the second’s share of what is left. */
function brokenStick([x = 0, y = 0]: readonly number[], [a = 0, b = 0, c = 0]: readonly number[]): number {
  return (jStat.beta.pdf(x, a, b + c) * jStat.beta.pdf(y / (1 - x), b, c)) / (1 - x);
}

/** The density of a normal variable, averaged over its precision. */
function mixedScale(x: number, nu: number, mu: number, sigma: number): number {
  return integrate(
    (precision) =>
      jStat.normal.pdf(x, mu, sigma / Math.sqrt(precision)) * jStat.gamma.pdf(precision, nu / 2, 2 / nu),
    0,
    Number.POSITIVE_INFINITY,
  );
}

export const densities: readonly Check[] = [
  latexCheck('pdf-beta', {
    states: LIBRARY,
    cases: [
      { x: 0.3, a: 2.5, b: 1.4 },
      { x: 0.8, a: 0.7, b: 3 },
    ].map(({ x, a, b }) => ({
      given: { 'p(x; \\alpha, \\beta)': jStat.beta.pdf(x, a, b), x, '\\alpha': a, '\\beta': b },
    })),
  }),
  latexCheck('pdf-cauchy', {
    states: 'the slope of the arc tangent',
    cases: [
      { x: 0.4, mu: -1.1, gamma: 1.7 },
      { x: 3, mu: 2.2, gamma: 0.6 },
    ].map(({ x, mu, gamma }) => ({
      given: {
        'p(x; \\mu, \\gamma)': derivative((t) => Math.atan((t - mu) / gamma) / Math.PI, x),
        x,
        '\\mu': mu,
        '\\gamma': gamma,
      },
    })),
  }),
  latexCheck('pdf-chi-squared', {
    states: 'jstat’s density, and that of a squared normal variable',
    cases: [
      { x: 1.7, nu: 5, density: jStat.chisquare.pdf(1.7, 5) },
      { x: 2.3, nu: 1, density: derivative((t) => 2 * jStat.normal.cdf(Math.sqrt(t), 0, 1), 2.3) },
    ].map(({ x, nu, density }) => ({ given: { 'p(x; \\nu)': density, x, '\\nu': nu } })),
  }),
  latexCheck('pdf-dirichlet', {
    states: 'a stick that is broken twice, by beta densities',
    cases: [
      { x: [0.5, 0.2, 0.3], alpha: [1.5, 2.2, 0.8] },
      { x: [0.1, 0.55, 0.35], alpha: [0.6, 3, 2.5] },
    ].map(({ x, alpha }) => ({
      given: {
        'p(\\mathbf{x}; \\boldsymbol{\\alpha})': brokenStick(x, alpha),
        ...entries('x', x),
        ...entries('\\alpha', alpha),
        K: 3,
      },
    })),
  }),
  latexCheck('pdf-exponential', {
    states: 'the slope of what a constant hazard leaves over',
    cases: [
      { x: 0.9, rate: 1.7 },
      { x: 3.1, rate: 0.4 },
    ].map(({ x, rate }) => ({
      given: { 'p(x; \\lambda)': derivative((t) => 1 - surviving(t, rate), x), x, '\\lambda': rate },
    })),
  }),
  latexCheck('pdf-gamma', {
    states: LIBRARY,
    cases: [
      { x: 1.3, shape: 2.4, rate: 0.7 },
      { x: 0.4, shape: 0.6, rate: 3 },
    ].map(({ x, shape, rate }) => ({
      given: {
        'p(x; \\alpha, \\beta)': jStat.gamma.pdf(x, shape, 1 / rate),
        x,
        '\\alpha': shape,
        '\\beta': rate,
      },
    })),
  }),
  latexCheck('pdf-gaussian', {
    states: SLOPE,
    cases: [
      { x: 0.4, mu: -1.1, sigma: 1.7 },
      { x: 3, mu: 2.2, sigma: 0.6 },
    ].map(({ x, mu, sigma }) => ({
      given: {
        '\\mathcal{N}(x; \\mu, \\sigma^{2})': derivative((t) => jStat.normal.cdf(t, mu, sigma), x),
        x,
        '\\mu': mu,
        '\\sigma': sigma,
      },
    })),
  }),
  latexCheck('pdf-gumbel', {
    states: SLOPE,
    cases: locations.map(({ x, mu, scale }) => ({
      given: {
        'p(x; \\mu, \\beta)': derivative((t) => Math.exp(-Math.exp((mu - t) / scale)), x),
        x,
        '\\mu': mu,
        '\\beta': scale,
      },
    })),
  }),
  latexCheck('pdf-inverse-gamma', {
    states: 'the density of one over a gamma variable',
    cases: [
      { x: 1.3, shape: 2.4, scale: 0.7 },
      { x: 0.4, shape: 3.6, scale: 1.9 },
    ].map(({ x, shape, scale }) => ({
      given: {
        'p(x; \\alpha, \\beta)': jStat.gamma.pdf(1 / x, shape, 1 / scale) / (x * x),
        x,
        '\\alpha': shape,
        '\\beta': scale,
      },
    })),
  }),
  latexCheck('pdf-laplace', {
    states: LIBRARY,
    cases: locations.map(({ x, mu, scale }) => ({
      given: { 'p(x; \\mu, b)': jStat.laplace.pdf(x, mu, scale), x, '\\mu': mu, b: scale },
    })),
  }),
  latexCheck('pdf-log-normal', {
    states: SLOPE,
    cases: [
      { x: 1.3, mu: 0.4, sigma: 0.7 },
      { x: 0.4, mu: -1.2, sigma: 1.9 },
    ].map(({ x, mu, sigma }) => ({
      given: {
        'p(x; \\mu, \\sigma)': derivative((t) => jStat.normal.cdf(Math.log(t), mu, sigma), x),
        x,
        '\\mu': mu,
        '\\sigma': sigma,
      },
    })),
  }),
  latexCheck('pdf-logistic', {
    states: SLOPE,
    cases: locations.map(({ x, mu, scale }) => ({
      given: {
        'p(x; \\mu, s)': derivative((t) => 1 / (1 + Math.exp((mu - t) / scale)), x),
        x,
        '\\mu': mu,
        s: scale,
      },
    })),
  }),
  latexCheck('pdf-student-t', {
    states: 'a normal variable whose precision is gamma distributed, and jstat’s density',
    cases: [
      { x: 1.4, nu: 5, mu: 0, sigma: 1, density: jStat.studentt.pdf(1.4, 5) },
      { x: 0.9, nu: 3.4, mu: -0.6, sigma: 1.7, density: mixedScale(0.9, 3.4, -0.6, 1.7) },
    ].map(({ x, nu, mu, sigma, density }) => ({
      given: { 'p(x; \\nu, \\mu, \\sigma)': density, x, '\\nu': nu, '\\mu': mu, '\\sigma': sigma },
    })),
  }),
  latexCheck('pdf-uniform', {
    states: 'hand-worked cases, inside and outside',
    cases: [
      { x: 2, density: 0.4 },
      { x: 4.1, density: 0 },
      { x: 1.2, density: 0 },
    ].map(({ x, density }) => ({ given: { 'p(x; a, b)': density, x, a: 1.5, b: 4 } })),
  }),
  latexCheck('pdf-weibull', {
    states: SLOPE,
    cases: [
      { x: 1.3, scale: 2.1, k: 1.7 },
      { x: 0.6, scale: 0.8, k: 0.7 },
    ].map(({ x, scale, k }) => ({
      given: {
        'p(x; \\lambda, k)': derivative((t) => -Math.exp(-((t / scale) ** k)), x),
        x,
        '\\lambda': scale,
        k,
      },
    })),
  }),
];
