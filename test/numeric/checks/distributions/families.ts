import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient, hessian } from '../../differences';
import { vector } from '../../given';
import { crossing } from '../../golden-section';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A family over four outcomes with the statistics x and x². */
const outcomes = [0, 1, 2, 4];
const statistics = (x: number) => vector([x, x * x]);
const natural = vector([0.6, -0.3]);
const weights = outcomes.map((x) => Math.exp(natural.dot(statistics(x))));
const masses = weights.map((weight) => weight / sum(weights));
const logPartition = (eta: Matrix) => Math.log(sum(outcomes.map((x) => Math.exp(eta.dot(statistics(x))))));
const total = (values: readonly Matrix[]) => values.reduce((a, b) => Matrix.add(a, b));
const weightedMean = (values: readonly Matrix[]) =>
  total(values.map((value, i) => Matrix.mul(value, masses[i] ?? 0)));
function weightedCovariance(values: readonly Matrix[]): Matrix {
  const centre = weightedMean(values);
  const gaps = values.map((value) => Matrix.sub(value, centre));
  return weightedMean(gaps.map((gap) => gap.mmul(gap.transpose())));
}

const logits = [0.5, -0.4, 1.2];
const gumbelDensity = (g: number) => Math.exp(-g - Math.exp(-g));
/** The probability that a category’s noisy logit is above all others, by an integral over its noise. */
const wins = (k: number) =>
  integrate(
    (g) => {
      const level = g + (logits[k] ?? 0);
      const others = logits.filter((_, j) => j !== k);
      return others.reduce((mass, z) => mass * Math.exp(-Math.exp(z - level)), gumbelDensity(g));
    },
    -8,
    40,
  );
const uniforms = [0.3, 0.8, 0.55];
/** The quantiles of the Gumbel distribution, by bisection of its cumulative distribution function. */
const noises = uniforms.map((u) => crossing((g) => Math.exp(-Math.exp(-g)) - u, -10, 40));
/** The first arrivals of exponential clocks with rates exp(z): the shares of their speeds, to a power. */
function race(k: number, temperature: number): number {
  const speeds = logits.map((z, j) => (Math.exp(z) / -Math.log(uniforms[j] ?? 0)) ** (1 / temperature));
  return (speeds[k] ?? 0) / sum(speeds);
}

export const families: readonly Check[] = [
  latexCheck('exponential-family', {
    states: 'jstat’s gamma and Poisson distributions',
    cases: [
      {
        density: jStat.gamma.pdf(1.3, 2.4, 1 / 0.7),
        x: 1.3,
        eta: vector([1.4, -0.7]),
        base: () => 1,
        statistic: (x: number) => vector([Math.log(x), x]),
        partition: (eta: Matrix) =>
          jStat.gammaln(eta.get(0, 0) + 1) - (eta.get(0, 0) + 1) * Math.log(-eta.get(1, 0)),
      },
      {
        density: jStat.poisson.pdf(3, 1.7),
        x: 3,
        eta: Math.log(1.7),
        base: (x: number) => 1 / jStat.factorial(x),
        statistic: (x: number) => x,
        partition: (eta: number) => Math.exp(eta),
      },
    ].map(({ density, x, eta, base, statistic, partition }) => ({
      given: {
        'p(\\mathbf{x}; \\boldsymbol{\\eta})': density,
        '\\mathbf{x}': x,
        '\\boldsymbol{\\eta}': eta,
        h: base,
        '\\mathbf{T}': statistic,
        A: partition,
      },
    })),
  }),
  functionCheck('exponential-family-mean', {
    states: 'brute force over four outcomes',
    formula: () => gradient(logPartition, natural),
    against: () => weightedMean(outcomes.map(statistics)),
    mutants: {
      'without the logarithm': () => gradient((eta) => Math.exp(logPartition(eta)), natural),
      'of minus the log-partition function': () => gradient(logPartition, natural).mul(-1),
    },
  }),
  functionCheck('exponential-family-covariance', {
    states: 'brute force over four outcomes',
    formula: () => hessian(logPartition, natural),
    against: () => weightedCovariance(outcomes.map(statistics)),
    tolerance: 1e-5,
    mutants: {
      'without the logarithm': () => hessian((eta) => Math.exp(logPartition(eta)), natural),
      'the square of the gradient': () => {
        const slope = gradient(logPartition, natural);
        return slope.mmul(slope.transpose());
      },
    },
  }),
  latexCheck('gumbel-max-trick', {
    states: 'an integral over the noise, and quantiles by bisection',
    cases: [1, 2, 3].map((k) => ({
      given: {
        'P\\left( \\operatorname*{arg\\,max}_{j} (z_{j} + g_{j}) = k \\right)': wins(k - 1),
        z: logits,
        g: noises,
        u: uniforms,
        K: 3,
        j: k,
        k,
      },
    })),
  }),
  latexCheck('gumbel-softmax', {
    states: 'a race of exponential clocks',
    cases: [
      { k: 1, tau: 0.7 },
      { k: 3, tau: 2.5 },
    ].map(({ k, tau }) => ({
      given: { 'y_{k}': race(k - 1, tau), z: logits, u: uniforms, '\\tau': tau, K: 3, k },
    })),
  }),
];
