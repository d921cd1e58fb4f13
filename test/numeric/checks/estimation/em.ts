import { type Check, functionCheck, latexCheck } from '../../check';
import { maximizer } from '../../golden-section';
import { expectation, summation } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** Two coins, of which one is chosen with probability θ and thrown three times. */
const coins = [0.8, 0.35];
const joint = (heads: number, coin: number, theta: number) => {
  const bias = coins[coin - 1] ?? 0;
  return (coin === 1 ? theta : 1 - theta) * bias ** heads * (1 - bias) ** (3 - heads);
};
const marginal = (heads: number, theta: number) => joint(heads, 1, theta) + joint(heads, 2, theta);
const posterior = (coin: number, heads: number, theta: number) =>
  joint(heads, coin, theta) / marginal(heads, theta);
const completeLogLikelihood = (heads: number, theta: number, old: number) =>
  sum([1, 2].map((coin) => posterior(coin, heads, old) * Math.log(joint(heads, coin, theta))));

const expectedLogLikelihood = (theta: number, old: number) =>
  sum([0, 2, 3].map((heads) => completeLogLikelihood(heads, theta, old)));

export const em: readonly Check[] = [
  latexCheck('expectation-maximization-bound', {
    states: 'the divergence from the posterior, for probabilities and for densities above one',
    cases: [
      { q: 0.25, scale: 1 },
      { q: 0.6, scale: 40 },
    ].map(({ q, scale }) => ({
      given: {
        'p_{\\theta}': (heads: number, coin?: number) =>
          scale * (coin === undefined ? marginal(heads, 0.3) : joint(heads, coin, 0.3)),
        '\\mathbf{x}': 2,
        q: (coin: number) => (coin === 1 ? q : 1 - q),
        '\\sum_{\\mathbf{z}}': summation('\\mathbf{z}', [1, 2]),
        'D_{\\mathrm{KL}}\\left( q(\\mathbf{z}) \\,\\|\\, p_{\\theta}(\\mathbf{z} \\mid \\mathbf{x}) \\right)':
          q * Math.log(q / posterior(1, 2, 0.3)) + (1 - q) * Math.log((1 - q) / posterior(2, 2, 0.3)),
      },
    })),
  }),
  latexCheck('expectation-maximization-e-step', {
    states: 'the log-likelihood and the entropies of the posterior',
    cases: [0.3, 0.7].map((theta) => ({
      given: {
        'Q(\\theta \\mid \\theta^{(t)})':
          Math.log(marginal(2, theta)) +
          sum([1, 2].map((coin) => posterior(coin, 2, 0.45) * Math.log(posterior(coin, 2, theta)))),
        '\\mathbb{E}_{p(\\mathbf{z} \\mid \\mathbf{x}; \\theta^{(t)})}': expectation(
          '\\mathbf{z}',
          [1, 2],
          [posterior(1, 2, 0.45), posterior(2, 2, 0.45)],
        ),
        p: joint,
        '\\mathbf{x}': 2,
        '\\theta': theta,
      },
    })),
  }),
  functionCheck('expectation-maximization-m-step', {
    states: 'the mean responsibility of the first coin',
    tolerance: 1e-6,
    formula: () => maximizer((theta) => expectedLogLikelihood(theta, 0.45), 1e-6, 1 - 1e-6),
    against: () => average([0, 2, 3].map((heads) => posterior(1, heads, 0.45))),
    mutants: {
      'the least likely': () => maximizer((theta) => -expectedLogLikelihood(theta, 0.45), 1e-6, 1 - 1e-6),
      'the two parameters exchanged': () =>
        maximizer((theta) => expectedLogLikelihood(0.45, theta), 1e-6, 1 - 1e-6),
    },
  }),
];
