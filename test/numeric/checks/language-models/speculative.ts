import { type Check, latexCheck } from '../../check';
import { set } from '../../given';
import { listed, subsets, sum } from './scene';

/** The target's and the draft's distributions. They share 0.6: the target has more of tokens 1 and 2. */
const TARGET = [0.5, 0.3, 0.1, 0.1];
const DRAFT = [0.2, 0.2, 0.4, 0.2];
const TOKENS = [1, 2, 3, 4];
const MODELS = { p: listed(TARGET), q: listed(DRAFT), '\\mathcal{V}': set(TOKENS) };

/** The total variation distance as the largest gap of an event's chances. */
const distance = Math.max(
  ...subsets(TOKENS).map((event) => sum(event.map(MODELS.p)) - sum(event.map(MODELS.q))),
);

/** The tokens of a step, over all places where the first rejection may be. */
const expectedTokens = (rate: number, drafted: number) =>
  sum(Array.from({ length: drafted }, (_, accepted) => (accepted + 1) * rate ** accepted * (1 - rate))) +
  (drafted + 1) * rate ** drafted;

const STEPS = [
  { rate: 0.6, drafted: 3 },
  { rate: 0.85, drafted: 5 },
];

export const speculative: readonly Check[] = [
  latexCheck('speculative-acceptance', {
    states: 'hand-worked cases',
    cases: [1, 1, 1 / 4, 1 / 2].map((chance, i) => ({
      given: { '\\Pr(\\text{accept } x)': chance, ...MODELS, x: i + 1 },
    })),
  }),
  latexCheck('speculative-acceptance-rate', {
    states: 'the largest gap of an event’s chances',
    cases: [{ given: { '\\alpha': 1 - distance, ...MODELS } }],
  }),
  latexCheck('speculative-correctness', {
    states: 'the target itself, token by token',
    cases: TOKENS.map((x) => ({ given: { ...MODELS, x, '\\alpha': 1 - distance } })),
  }),
  latexCheck('speculative-expected-tokens', {
    states: 'all places of the first rejection',
    cases: STEPS.map(({ rate, drafted }) => ({
      given: { '\\mathbb{E}[n]': expectedTokens(rate, drafted), '\\alpha': rate, '\\gamma': drafted },
    })),
  }),
  latexCheck('speculative-residual', {
    states: 'a hand-worked case',
    cases: [3 / 4, 1 / 4, 0, 0].map((chance, i) => ({
      given: { 'p_{\\mathrm{res}}(x)': chance, ...MODELS, x: i + 1 },
    })),
  }),
  latexCheck('speculative-speedup', {
    states: 'tokens of a step over its time',
    cases: STEPS.map(({ rate, drafted }) => ({
      given: {
        S: expectedTokens(rate, drafted) / sum([1, ...Array.from({ length: drafted }, () => 0.07)]),
        '\\alpha': rate,
        '\\gamma': drafted,
        c: 0.07,
      },
    })),
  }),
];
