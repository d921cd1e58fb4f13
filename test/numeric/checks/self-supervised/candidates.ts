import { type Check, latexCheck } from '../../check';
import { expectation } from '../../operators';
import { entropy, sum } from './scene';

const { log } = Math;

/** A pair of data and context with a joint distribution, and independent negatives. */
const CONTEXT = [0.4, 0.6];
const GIVEN_CONTEXT = [
  [0.7, 0.2, 0.1],
  [0.1, 0.3, 0.6],
];
const VALUES = [0, 1, 2];
const marginal = (x: number) => sum(CONTEXT.map((p, c) => p * (GIVEN_CONTEXT[c]?.[x] ?? 0)));
const given = (x: number, c: number) => GIVEN_CONTEXT[c]?.[x] ?? 0;
const triples = VALUES.flatMap((a) => VALUES.flatMap((b) => VALUES.map((c) => [a, b, c] as const)));
/** All draws of a context and of three candidates, of which the first belongs to it. */
const DRAWS = [0, 1].flatMap((c) =>
  triples.map(([first, second, third]) => ({
    c,
    candidates: [first, second, third],
    chance: (CONTEXT[c] ?? 0) * given(first, c) * marginal(second) * marginal(third),
  })),
);
/** The chance that the first one belongs to the context, by Bayes' rule over the three places. */
function posterior(candidates: readonly number[], c: number): number {
  const joint = candidates.map((_, place) =>
    candidates.reduce((chance, x, i) => chance * (i === place ? given(x, c) : marginal(x)), 1),
  );
  return (joint[0] ?? 0) / sum(joint);
}
const bayesLoss = -sum(DRAWS.map(({ c, candidates, chance }) => chance * log(posterior(candidates, c))));
const information =
  entropy(VALUES.map(marginal)) - sum(CONTEXT.map((p, c) => p * entropy(VALUES.map((x) => given(x, c)))));

/** Data and noise over three outcomes; the model is the data's distribution. */
const DATA = [0.5, 0.3, 0.2];
const NOISE = [0.2, 0.2, 0.6];
const MIXED = DATA.map((p, x) => (p + 3 * (NOISE[x] ?? 0)) / 4);

export const candidates: readonly Check[] = [
  latexCheck('infonce-loss', {
    states: 'the posterior over the places, by the rule of Bayes',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{NCE}}': bayesLoss,
          '\\mathbb{E}': expectation(
            ['\\mathbf{x}', '\\mathbf{c}'],
            DRAWS.map(({ c, candidates }) => [candidates, c]),
            DRAWS.map(({ chance }) => chance),
          ),
          f: (x: number, c: number) => given(x, c) / marginal(x),
          N: 3,
        },
      },
    ],
  }),
  latexCheck('infonce-mi-bound', {
    states: 'brute force over all candidates, and independence, where the bound is attained',
    cases: [
      { 'I(\\mathbf{x}; \\mathbf{c})': information, N: 3, '\\mathcal{L}_{\\mathrm{NCE}}': bayesLoss },
      { 'I(\\mathbf{x}; \\mathbf{c})': 0, N: 3, '\\mathcal{L}_{\\mathrm{NCE}}': log(3) },
    ].map((values) => ({ given: values })),
  }),
  latexCheck('noise-contrastive-estimation', {
    states: 'entropies of data, noise and their mixture',
    cases: [
      {
        given: {
          'J(\\theta)': -entropy(DATA) - 3 * entropy(NOISE) + 3 * log(3) + 4 * (entropy(MIXED) - log(4)),
          '\\mathbb{E}_{p_{\\mathrm{data}}(\\mathbf{x})}': expectation('\\mathbf{x}', VALUES, DATA),
          '\\mathbb{E}_{p_{\\mathrm{n}}(\\mathbf{x})}': expectation('\\mathbf{x}', VALUES, NOISE),
          'p_{\\theta}': (x: number) => DATA[x] ?? 0,
          'p_{\\mathrm{n}}': (x: number) => NOISE[x] ?? 0,
          '\\nu': 3,
        },
      },
    ],
  }),
];
