import { type Check, latexCheck } from '../../check';
import { computed } from '../../given';
import { expectation } from '../../operators';
import { at, divergenceOf, entropyOf, total } from './scene';

/** Posteriors of two data points over a latent of two components with two values each: 00, 01, 10, 11. */
const CODES = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const POSTERIORS = [
  [0.4, 0.3, 0.2, 0.1],
  [0.05, 0.15, 0.15, 0.65],
];
const PRIORS = [
  [0.6, 0.4],
  [0.3, 0.7],
];
const prior = CODES.map(([a = 0, b = 0]) => at(PRIORS[0] ?? [], a) * at(PRIORS[1] ?? [], b));
const average = CODES.map((_, z) => total(POSTERIORS.map((row) => at(row, z))) / 2);
const component = (j: number) =>
  [0, 1].map((side) => total(CODES.map((code, z) => (at(code, j) === side ? at(average, z) : 0))));
const product = CODES.map(([a = 0, b = 0]) => at(component(0), a) * at(component(1), b));

/** Information by entropies, while the catalogue has divergences. */
const information = entropyOf(average) - total(POSTERIORS.map(entropyOf)) / 2;
const correlation = entropyOf(component(0)) + entropyOf(component(1)) - entropyOf(average);
const costOf = (p: readonly number[], q: readonly number[]) =>
  -total(p.map((mass, i) => mass * Math.log(at(q, i)))) - entropyOf(p);
const marginalCost = costOf(component(0), PRIORS[0] ?? []) + costOf(component(1), PRIORS[1] ?? []);

const RECONSTRUCTION = [-0.7, -1.6, -0.2, -2.3];
const reconstruction = (n: number, z: number) => Math.exp(at(RECONSTRUCTION, (z + 2 * n) % 4));
const meanReconstruction =
  total(
    POSTERIORS.map((row, n) => total(row.map((mass, z) => mass * at(RECONSTRUCTION, (z + 2 * n + 2) % 4)))),
  ) / 2;

const pairs = POSTERIORS.flatMap((_, n) => CODES.map((_code, z): readonly number[] => [n + 1, z]));
const pairChances = POSTERIORS.flatMap((row) => row.map((mass) => mass / 2));
const ofPoint = (n: number) => POSTERIORS[n - 1] ?? [];
const kl = (p: string, q: string) => `D_{\\mathrm{KL}}\\left( ${p} \\,\\|\\, ${q} \\right)`;

const scene = {
  d: 2,
  j: 1,
  n: 1,
  N: 2,
  '\\mathbf{z}': 0,
  [kl('q(\\mathbf{z})', '\\prod_{j=1}^{d} q(z_{j})')]: divergenceOf(average, product),
  [kl('q(z_{j})', 'p(z_{j})')]: computed((get) =>
    divergenceOf(component(get('j') - 1), PRIORS[get('j') - 1] ?? []),
  ),
  [kl('q(\\mathbf{z}, n)', 'q(\\mathbf{z})\\, p(n)')]: divergenceOf(
    pairChances,
    pairs.map(([, z = 0]) => at(average, z) / 2),
  ),
  [kl('q(\\mathbf{z})', 'p(\\mathbf{z})')]: divergenceOf(average, prior),
  [kl('q(\\mathbf{z} \\mid n)', 'p(\\mathbf{z})')]: computed((get) => divergenceOf(ofPoint(get('n')), prior)),
  [kl('q(\\mathbf{z} \\mid \\mathbf{x}_{n})', 'p(\\mathbf{z})')]: computed((get) =>
    divergenceOf(ofPoint(get('n')), prior),
  ),
  '\\mathbb{E}_{p(n)}': expectation('n', [1, 2], [0.5, 0.5]),
};

export const disentanglement: readonly Check[] = [
  latexCheck('vae-beta-tc-elbo', {
    states: 'sums of entropies over two data points',
    cases: [
      {
        given: {
          ...scene,
          '\\mathcal{L}': meanReconstruction - 1.3 * information - 4 * correlation - 0.7 * marginalCost,
          '\\alpha': 1.3,
          '\\beta': 4,
          '\\gamma': 0.7,
          'I_{q}(\\mathbf{z}; n)': divergenceOf(
            pairChances,
            pairs.map(([, z = 0]) => at(average, z) / 2),
          ),
          '\\mathbb{E}_{q(\\mathbf{z} \\mid n)\\, p(n)}': expectation(
            ['n', '\\mathbf{z}'],
            pairs,
            pairChances,
          ),
          'p(\\mathbf{x}_{n} \\mid \\mathbf{z})': computed((get) =>
            reconstruction(get('n'), get('\\mathbf{z}')),
          ),
        },
      },
    ],
  }),
  latexCheck('vae-elbo-surgery', {
    states: 'sums of entropies over two data points',
    cases: CODES.map((_, z) => ({
      given: {
        ...scene,
        '\\mathbf{z}': z,
        'I_{q}(n; \\mathbf{z})': information,
        'q(\\mathbf{z})': total(pairs.map(([, code], k) => (code === z ? at(pairChances, k) : 0))),
        'q(\\mathbf{z} \\mid \\mathbf{x}_{n})': computed((get) => at(ofPoint(get('n')), get('\\mathbf{z}'))),
      },
    })),
  }),
  latexCheck('vae-info-objective', {
    states: 'the same objective by the mutual information, as the divergence is that of Kullback and Leibler',
    cases: [
      [0.4, 3],
      [1, 2.5],
    ].map(([alpha = 0, lambda = 0]) => ({
      given: {
        '\\mathcal{L}': meanReconstruction - (1 - alpha) * information - lambda * costOf(average, prior),
        '\\alpha': alpha,
        '\\lambda': lambda,
        '\\mathbf{x}': 1,
        '\\mathbf{z}': 0,
        '\\mathbb{E}_{p_{\\mathrm{data}}(\\mathbf{x})\\, q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})}':
          expectation(['\\mathbf{x}', '\\mathbf{z}'], pairs, pairChances),
        'p_{\\theta}': reconstruction,
        '\\mathbb{E}_{p_{\\mathrm{data}}(\\mathbf{x})}': expectation('\\mathbf{x}', [1, 2], [0.5, 0.5]),
        [kl('q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})', 'p(\\mathbf{z})')]: computed((get) =>
          divergenceOf(ofPoint(get('\\mathbf{x}')), prior),
        ),
        'D\\left( q_{\\phi}(\\mathbf{z}) \\,\\|\\, p(\\mathbf{z}) \\right)': divergenceOf(average, prior),
      },
    })),
  }),
  latexCheck('vae-tc-decomposition', {
    states: 'sums over two data points and four latents',
    cases: [{ given: scene }],
  }),
];
