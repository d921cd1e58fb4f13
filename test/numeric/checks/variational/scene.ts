import { computed } from '../../given';
import { expectation } from '../../operators';

export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
export const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;

/** The divergence of two lists of probabilities. */
export const divergenceOf = (p: readonly number[], q: readonly number[]) =>
  total(p.map((mass, i) => mass * Math.log(mass / at(q, i))));
export const entropyOf = (p: readonly number[]) => -total(p.map((mass) => mass * Math.log(mass)));

/** A model of a latent variable and data with three values each, and an encoder; a row for each condition. */
export const LATENTS = [0, 1, 2];
export const PRIOR = [0.5, 0.3, 0.2];
const DECODER = [
  [0.7, 0.2, 0.1],
  [0.15, 0.25, 0.6],
  [0.3, 0.45, 0.25],
];
export const ENCODER = [
  [0.6, 0.1, 0.3],
  [0.25, 0.35, 0.4],
  [0.05, 0.7, 0.25],
];

export const likelihood = (x: number, z: number) => DECODER[z]?.[x] ?? Number.NaN;
export const joint = (x: number, z: number) => at(PRIOR, z) * likelihood(x, z);
export const evidence = (x: number) => total(LATENTS.map((z) => joint(x, z)));
export const posterior = (x: number) => LATENTS.map((z) => joint(x, z) / evidence(x));
export const encoded = (x: number) => ENCODER[x] ?? [];

/** The evidence lower bound by its gap: what Bayes' rule gives, not the expectation that defines it. */
export const boundOf = (x: number, q: readonly number[]) =>
  Math.log(evidence(x)) - divergenceOf(q, posterior(x));

/** How well the data is reconstructed: the bound with the divergence from the prior added back. */
export const reconstructionOf = (x: number, q: readonly number[]) => boundOf(x, q) + divergenceOf(q, PRIOR);

export const E_Q = '\\mathbb{E}_{q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})}';
export const BOUND = '\\mathcal{L}_{\\theta, \\phi}(\\mathbf{x})';
const Q = 'q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})';
const POSTERIOR = 'p_{\\theta}(\\mathbf{z} \\mid \\mathbf{x})';
const kl = (p: string, q: string) => `D_{\\mathrm{KL}}\\left( ${p} \\,\\|\\, ${q} \\right)`;

/** Values for the symbols of the bound at a data point, whose approximate posterior is given. */
export function sceneOf(x: number, q: readonly number[]) {
  return {
    '\\mathbf{x}': x,
    '\\mathbf{z}': 1,
    [BOUND]: boundOf(x, q),
    'p_{\\theta}(\\mathbf{x})': evidence(x),
    'p_{\\theta}(\\mathbf{x}, \\mathbf{z})': computed((get) => joint(x, get('\\mathbf{z}'))),
    'p_{\\theta}(\\mathbf{x} \\mid \\mathbf{z})': computed((get) => likelihood(x, get('\\mathbf{z}'))),
    [POSTERIOR]: computed((get) => at(posterior(x), get('\\mathbf{z}'))),
    [Q]: computed((get) => at(q, get('\\mathbf{z}'))),
    [E_Q]: expectation('\\mathbf{z}', LATENTS, q),
    [kl(Q, POSTERIOR)]: divergenceOf(q, posterior(x)),
    [kl(POSTERIOR, Q)]: divergenceOf(posterior(x), q),
    ...Object.fromEntries(
      ['p(\\mathbf{z})', 'p_{\\theta}(\\mathbf{z})'].flatMap((prior) => [
        [kl(Q, prior), divergenceOf(q, PRIOR)],
        [kl(prior, Q), divergenceOf(PRIOR, q)],
      ]),
    ),
  };
}

/** An approximate posterior that is not the true one, and one that is, for which the bound is attained. */
export const SCENES = [sceneOf(0, encoded(0)), sceneOf(2, encoded(2)), sceneOf(1, posterior(1))];
