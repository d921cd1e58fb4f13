import { type Check, functionCheck, latexCheck } from '../../check';
import { set } from '../../given';
import { operator } from '../../operators';
import { listed, markov, subsets, sum } from './scene';

const { log } = Math;

const TOKENS = [1, 2, 3, 4];
const CHANCES = [0.5, 0.3, 0.15, 0.05];

const mass = (chances: readonly number[], tokens: readonly number[]) => sum(tokens.map(listed(chances)));

/** Of the sets of tokens that are allowed, the one with the least value; of equals, the one with the most mass. */
function best(chances: readonly number[], isAllowed: (tokens: readonly number[]) => boolean, sign: 1 | -1) {
  const candidates = subsets(TOKENS)
    .filter(isAllowed)
    .toSorted((a, b) => mass(chances, b) - mass(chances, a));
  return operator('\\mathcal{S}', (body) => {
    const values = candidates.map((tokens) => sign * Number(body(set(tokens))));
    return set(candidates[values.indexOf(Math.min(...values))] ?? []);
  });
}

/** Tokens by their distance from the entropy, up to the first whose mass is enough: what programs do. */
function typical(chances: readonly number[], wanted: number): readonly number[] {
  const entropy = -sum(chances.map((chance) => chance * log(chance)));
  const near = TOKENS.toSorted(
    (a, b) => Math.abs(log(listed(chances)(a)) + entropy) - Math.abs(log(listed(chances)(b)) + entropy),
  );
  return near.slice(0, near.findIndex((_, i) => mass(chances, near.slice(0, i + 1)) >= wanted) + 1);
}

const EXPERT = [0.6, 0.3, 0.06, 0.04];
const AMATEUR = [0.8, 0.1, 0.06, 0.04];
type Contrast = (token: number) => number;

/** Exponentials of scores, so that a token left out has 0. */
const contrasted = (isHead: (token: number) => boolean, score: Contrast) =>
  TOKENS.map((token) => (isHead(token) ? Math.exp(score(token)) : 0));
const ratio: Contrast = (token) => log(listed(EXPERT)(token) / listed(AMATEUR)(token));

const VOTES = [3, 1, 2, 1, 3, 1, 2];
const votesFor = (answer: number) => sum(VOTES.map((vote) => (vote === answer ? 1 : 0)));

export const decoding: readonly Check[] = [
  latexCheck('beam-search-score', {
    states: 'lengths whose penalty is two',
    cases: [
      { length: 7, strength: 1, penalty: 2 },
      { length: 19, strength: 0.5, penalty: 2 },
      { length: 19, strength: 0, penalty: 1 },
    ].map(({ length, strength, penalty }) => ({
      given: {
        's(y, x)': -6 / penalty,
        'p(y \\mid x)': Math.exp(-6),
        '\\operatorname{lp}(y)': penalty,
        y: Array.from({ length }, () => 1),
        '\\alpha': strength,
      },
    })),
  }),
  functionCheck('contrastive-decoding', {
    states: 'a hand-worked case',
    formula: () => contrasted((token) => listed(EXPERT)(token) >= 0.1 * Math.max(...EXPERT), ratio),
    against: () => [3 / 4, 3, 1, 0],
    mutants: {
      'amateur over expert': () =>
        contrasted(
          (token) => listed(EXPERT)(token) >= 0.1 * Math.max(...EXPERT),
          (token) => -ratio(token),
        ),
      'a threshold that is not relative': () => contrasted((token) => listed(EXPERT)(token) >= 0.1, ratio),
      'all tokens': () => contrasted(() => true, ratio),
    },
  }),
  latexCheck('decoding-min-p', {
    states: 'a hand-worked case',
    cases: [10 / 19, 6 / 19, 3 / 19, 0].map((kept, i) => ({
      given: {
        "p'": () => kept,
        v: i + 1,
        p: listed(CHANCES),
        '\\alpha': 0.2,
        'p_{\\mathrm{max}}': 0.5,
        '\\mathcal{V}': set(TOKENS),
      },
    })),
  }),
  latexCheck('decoding-top-k', {
    states: 'all sets of two tokens',
    cases: [0, 10 / 15, 0, 5 / 15].map((kept, i) => ({
      given: {
        "p'": () => kept,
        v: i + 1,
        p: listed([0.2, 0.5, 0.05, 0.25]),
        '\\mathcal{V}_{k}': set([2, 4]),
        '\\operatorname*{arg\\,max}_{\\mathcal{S} \\subseteq \\mathcal{V}, \\, \\lvert \\mathcal{S} \\rvert = k}':
          best([0.2, 0.5, 0.05, 0.25], ({ length }) => length === 2, -1),
      },
    })),
  }),
  latexCheck('decoding-top-p', {
    states: 'all sets of tokens',
    cases: [10 / 16, 6 / 16, 0, 0].map((kept, i) => ({
      given: {
        "p'": () => kept,
        v: i + 1,
        p: listed(CHANCES),
        '\\rho': 0.7,
        '\\mathcal{S}': set([1, 2]),
        '\\mathcal{V}_{\\rho}': set([1, 2]),
        '\\operatorname*{arg\\,min}_{\\mathcal{S} \\subseteq \\mathcal{V}}': best(
          CHANCES,
          (tokens) => mass(CHANCES, tokens) >= 0.7,
          1,
        ),
      },
    })),
  }),
  latexCheck('decoding-typical', {
    states: 'tokens in the order of their distance from the entropy',
    cases: [
      { chances: [0.4, 0.3, 0.2, 0.1], wanted: 0.45 },
      { chances: [0.4, 0.26, 0.24, 0.1], wanted: 0.4 },
    ].map(({ chances, wanted }) => ({
      given: {
        '\\mathcal{V}_{\\tau}': set(typical(chances, wanted)),
        '\\operatorname*{arg\\,min}_{\\mathcal{S} \\subseteq \\mathcal{V}}': best(
          chances,
          (tokens) => mass(chances, tokens) >= wanted,
          1,
        ),
        '\\mathcal{S}': set(typical(chances, wanted)),
        'H(p)': -sum(chances.map((chance) => chance * log(chance))),
        p: listed(chances),
        '\\tau': wanted,
      },
    })),
  }),
  latexCheck('greedy-decoding', {
    states: 'a walk by hand',
    cases: [1, 2, 3, 4].map((t) => ({
      given: { '\\hat{x}': [1, 3, 1, 3], t, 'p_{\\theta}': markov, '\\mathcal{V}': set([1, 2, 3]) },
    })),
  }),
  latexCheck('repetition-penalty', {
    states: 'a hand-worked case',
    cases: [
      { i: 1, penalty: 2, kept: 4 / 9 },
      { i: 2, penalty: 1, kept: 4 / 9 },
      { i: 3, penalty: 1, kept: 1 / 9 },
    ].map(({ i, penalty, kept }) => ({
      given: {
        'p_{i}': kept,
        i,
        z: [log(4), log(2), 0],
        T: 0.5,
        V: 3,
        '\\theta': [2, 1, 1],
        '\\begin{cases} \\theta & \\text{if token } i \\text{ was generated before} \\\\ 1 & \\text{otherwise} \\end{cases}':
          penalty,
      },
    })),
  }),
  functionCheck('self-consistency', {
    states: 'the votes in order, of which the longest run is taken',
    formula: () => [1, 2, 3].reduce((a, b) => (votesFor(b) > votesFor(a) ? b : a)),
    against: () => {
      const runs =
        VOTES.toSorted()
          .join('')
          .match(/(.)\1*/g) ?? [];
      return Number(runs.toSorted((a, b) => b.length - a.length)[0]?.[0]);
    },
    mutants: {
      'the rarest answer': () => [1, 2, 3].reduce((a, b) => (votesFor(b) < votesFor(a) ? b : a)),
      'the first answer': () => VOTES[0] ?? 0,
      'the largest answer': () => Math.max(...VOTES),
    },
  }),
];
