import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, from } from '../../given';
import { maximizer, minimizer } from '../../golden-section';
import { expectation } from '../../operators';
import {
  at,
  BOUND,
  boundOf,
  divergenceOf,
  E_Q,
  encoded,
  entropyOf,
  evidence,
  joint,
  LATENTS,
  PRIOR,
  posterior,
  reconstructionOf,
  SCENES,
  sceneOf,
  total,
} from './scene';

/** Latents of two outcomes, so that the weights of several draws are counted by the binomial distribution. */
const WEIGHTS = [0.3, 1.9];
const CHANCES = [0.35, 0.65];
const triples = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [a, b, c])));
const countedBound = total(
  [1, 3, 3, 1].map((ways, k) => {
    const chance = ways * at(CHANCES, 1) ** k * at(CHANCES, 0) ** (3 - k);
    return chance * Math.log((k * at(WEIGHTS, 1) + (3 - k) * at(WEIGHTS, 0)) / 3);
  }),
);

/** Encoders on a line that misses the true posterior. */
const between = (step: number) =>
  encoded(0).map((mass, z) => (1 - step) * mass + step * at([0.7, 0.2, 0.1], z));
const boundBySum = (q: readonly number[]) =>
  total(LATENTS.map((z) => at(q, z) * Math.log(joint(0, z) / at(q, z))));

const renyi = (order: number, p: readonly number[], q: readonly number[]) =>
  Math.log(total(p.map((mass, i) => mass ** order * at(q, i) ** (1 - order)))) / (order - 1);

export const bounds: readonly Check[] = [
  latexCheck('iwae-bound', {
    states: 'binomial counts of draws with two outcomes',
    cases: [
      {
        given: {
          '\\mathcal{L}_{K}(\\mathbf{x})': countedBound,
          K: 3,
          '\\mathbb{E}_{\\mathbf{z}_{1}, \\dots, \\mathbf{z}_{K} \\sim q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})}':
            expectation(
              '\\mathbf{z}',
              triples,
              triples.map((triple) => triple.reduce((chance, z) => chance * at(CHANCES, z), 1)),
            ),
          '\\mathbf{x}': 0,
          'p_{\\theta}': (_: number, z: number) => at(WEIGHTS, z) * at(CHANCES, z),
          'q_{\\phi}': (z: number) => at(CHANCES, z),
        },
      },
    ],
  }),
  latexCheck('vae-beta-elbo', {
    states: 'the evidence lower bound less the excess of the divergence',
    cases: [0.3, 4].map((beta) => ({
      given: {
        ...sceneOf(0, encoded(0)),
        [BOUND]: boundOf(0, encoded(0)) - (beta - 1) * divergenceOf(encoded(0), PRIOR),
        '\\beta': beta,
      },
    })),
  }),
  latexCheck('vae-capacity-objective', {
    states: 'the divergence above and below its target',
    cases: [-0.07, 0.2].map((excess) => ({
      given: {
        ...sceneOf(0, encoded(0)),
        '\\mathcal{L}': reconstructionOf(0, encoded(0)) - 3 * Math.max(excess, -excess),
        '\\gamma': 3,
        C: divergenceOf(encoded(0), PRIOR) - excess,
      },
    })),
  }),
  latexCheck('vae-elbo', {
    states: 'the log-likelihood less the divergence from the posterior, by Bayes’ rule',
    cases: SCENES.map((given) => ({ given })),
  }),
  latexCheck('vae-elbo-gap', {
    states: 'one average over three outcomes; attained by the true posterior',
    cases: [[0, encoded(0)] as const, [1, posterior(1)] as const].map(([x, q]) => ({
      given: {
        ...sceneOf(x, q),
        [BOUND]: total(LATENTS.map((z) => at(q, z) * Math.log(joint(x, z) / at(q, z)))),
      },
    })),
  }),
  latexCheck('vae-elbo-kl', {
    states: 'the log-likelihood less the divergence from the posterior, by Bayes’ rule',
    cases: SCENES.map((given) => ({ given })),
  }),
  latexCheck('vae-log-likelihood-elbo-kl', {
    states: 'one average over three outcomes',
    cases: [0, 2].map((x) => ({
      given: {
        ...sceneOf(x, encoded(x)),
        [BOUND]: total(LATENTS.map((z) => at(encoded(x), z) * Math.log(joint(x, z) / at(encoded(x), z)))),
      },
    })),
  }),
  latexCheck('vae-log-likelihood-split', {
    states: 'the marginal over three outcomes',
    cases: SCENES.map((given) => ({ given })),
  }),
  latexCheck('vae-log-likelihood-underbraces', {
    states: 'the marginal over three outcomes',
    cases: SCENES.map((given) => ({ given })),
  }),
  latexCheck('vae-renyi-bound', {
    states: 'the log-likelihood less the Rényi divergence from the posterior',
    cases: [0, 0.4, 1.7, -0.5].map((alpha) => ({
      given: {
        ...sceneOf(0, encoded(0)),
        '\\mathcal{L}_{\\alpha}(\\mathbf{x})':
          Math.log(evidence(0)) - (alpha === 0 ? 0 : renyi(alpha, encoded(0), posterior(0))),
        '\\alpha': alpha,
      },
    })),
  }),
  latexCheck('variational-free-energy', {
    states: 'the bound of three outcomes with its sign turned',
    cases: [0, 2].map((x) => ({
      given: {
        '\\mathcal{F}(q)': -boundOf(x, encoded(x)),
        'H(q)': entropyOf(encoded(x)),
        '\\mathbf{z}': 0,
        '\\mathbb{E}_{q(\\mathbf{z})}': expectation('\\mathbf{z}', LATENTS, encoded(x)),
        'p(\\mathbf{x}, \\mathbf{z})': computed((get) => joint(x, get('\\mathbf{z}'))),
        'p(\\mathbf{x})': evidence(x),
        'D_{\\mathrm{KL}}\\left( q(\\mathbf{z}) \\,\\|\\, p(\\mathbf{z} \\mid \\mathbf{x}) \\right)':
          divergenceOf(encoded(x), posterior(x)),
      },
    })),
  }),
  functionCheck('variational-inference', {
    states: 'the encoder with the greatest evidence lower bound',
    formula: () => minimizer((step) => divergenceOf(between(step), posterior(0)), 0, 1.15),
    against: () => maximizer((step) => boundBySum(between(step)), 0, 1.15),
    tolerance: 1e-6,
    mutants: {
      'the divergence from the prior': () => minimizer((step) => divergenceOf(between(step), PRIOR), 0, 1.15),
      'the greatest divergence': () =>
        maximizer((step) => divergenceOf(between(step), posterior(0)), 0, 1.15),
    },
  }),
  latexCheck('cvae-elbo', {
    states: 'a model whose every distribution has the condition; attained by the true posterior',
    cases: [[0, encoded(0)] as const, [1, posterior(1)] as const].map(([y, q]) => ({
      given: {
        '\\mathbf{y}': y,
        '\\mathbf{x}': 7,
        '\\mathbf{z}': 0,
        'p_{\\theta}(\\mathbf{y} \\mid \\mathbf{x})': evidence(y),
        'p_{\\theta}(\\mathbf{y} \\mid \\mathbf{x}, \\mathbf{z})': computed(
          (get) => joint(y, get('\\mathbf{z}')) / at(PRIOR, get('\\mathbf{z}')),
        ),
        '\\mathbb{E}_{q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x}, \\mathbf{y})}': expectation(
          '\\mathbf{z}',
          LATENTS,
          q,
        ),
        'D_{\\mathrm{KL}}\\left( q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x}, \\mathbf{y}) \\,\\|\\, p_{\\theta}(\\mathbf{z} \\mid \\mathbf{x}) \\right)':
          divergenceOf(q, PRIOR),
      },
    })),
  }),
  latexCheck('vae-free-bits', {
    states: 'groups of latents with too little and with enough information, worked by hand',
    cases: [
      {
        given: {
          '\\mathcal{L}':
            (reconstructionOf(0, encoded(0)) + reconstructionOf(2, encoded(2))) / 2 - (0.5 + 0.8 + 0.5),
          K: 3,
          '\\lambda': 0.5,
          j: 1,
          '\\mathbf{x}': 0,
          '\\mathbf{z}': 0,
          '\\mathbb{E}_{\\mathbf{x} \\sim \\mathcal{M}}': expectation('\\mathbf{x}', [0, 2], [0.5, 0.5]),
          [E_Q]: computed((get) => expectation('\\mathbf{z}', LATENTS, encoded(get('\\mathbf{x}')))),
          'p_{\\theta}(\\mathbf{x} \\mid \\mathbf{z})': computed(
            (get) => joint(get('\\mathbf{x}'), get('\\mathbf{z}')) / at(PRIOR, get('\\mathbf{z}')),
          ),
          'D_{\\mathrm{KL}}\\left( q_{\\phi}(\\mathbf{z}_{j} \\mid \\mathbf{x}) \\,\\|\\, p(\\mathbf{z}_{j}) \\right)':
            // Means 0.35, 0.8 and 0.4: the second group alone pays, and a sum over data first would differ.
            computed((get) => {
              const sizes = [from(0, [0.1, 0, 0.6]), from(0, [1.4, 0, 0.2]), from(0, [0.75, 0, 0.05])];
              return sizes[get('j') - 1]?.at(get('\\mathbf{x}')) ?? Number.NaN;
            }),
        },
      },
    ],
  }),
];
