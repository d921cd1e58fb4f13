import { type Check, functionCheck, latexCheck } from '../../check';
import { integrate } from '../../quadrature';

const { exp, log, PI, sqrt } = Math;

/** Two normal distributions: what is sampled from, and the other. */
const [MEAN, SPREAD] = [0.4, 1.3];
const sampled = (x: number) => exp((-x * x) / 2) / sqrt(2 * PI);
const other = (x: number) => sampled((x - MEAN) / SPREAD) / SPREAD;
const close = (x: number) => sampled(x - MEAN);
const estimated = (of: (ratio: number) => number, second = other) =>
  integrate((x) => sampled(x) * of(second(x) / sampled(x)), -8, 8);
const divergence = log(SPREAD) + (1 + MEAN ** 2) / (2 * SPREAD ** 2) - 1 / 2;

export const divergences: readonly Check[] = [
  latexCheck('best-of-n-kl', {
    states: 'quadrature over the rank of a response',
    cases: [2, 5].map((n) => ({
      given: {
        'D_{\\mathrm{KL}}(\\pi_{n} \\,\\|\\, \\pi_{\\mathrm{ref}})': integrate(
          (u) => n * u ** (n - 1) * log(n * u ** (n - 1)),
          0,
          1,
        ),
        n,
      },
    })),
  }),
  functionCheck('kl-estimator-k1', {
    states: 'the divergence of two normal distributions in closed form',
    formula: () => estimated((ratio) => -log(ratio)),
    against: () => divergence,
    mutants: {
      'with the other sign': () => estimated(log),
      'of the distributions exchanged': () => estimated((ratio) => -log(1 / ratio)),
      'sampled from the other': () => estimated((ratio) => -ratio * log(ratio)),
    },
  }),
  functionCheck('kl-estimator-k2', {
    states: 'the divergence of two close normal distributions, with the bias worked out',
    formula: () => estimated((ratio) => log(ratio) ** 2 / 2, close),
    against: () => MEAN ** 2 / 2 + MEAN ** 4 / 8,
    mutants: {
      'without the half': () => estimated((ratio) => log(ratio) ** 2, close),
      'without the square': () => estimated((ratio) => log(ratio) / 2, close),
    },
  }),
  functionCheck('kl-estimator-k3', {
    states: 'the divergence of two normal distributions in closed form',
    formula: () => estimated((ratio) => ratio - 1 - log(ratio)),
    against: () => divergence,
    mutants: {
      'of the inverse ratio': () => estimated((ratio) => 1 / ratio - 1 + log(ratio)),
      'without the one': () => estimated((ratio) => ratio - log(ratio)),
      'with the logarithm added': () => estimated((ratio) => ratio - 1 + log(ratio)),
    },
  }),
];
