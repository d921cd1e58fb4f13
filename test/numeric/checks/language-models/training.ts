import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { set, vector } from '../../given';
import { expectation } from '../../operators';
import { markov, product, subsets, sum, TEXT } from './scene';

const { log } = Math;

/** All texts of three words of two, and a chance for each. */
const TEXTS = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => [n >> 2, (n >> 1) & 1, n & 1]);
const CHANCES = [0.05, 0.2, 0.1, 0.15, 0.02, 0.18, 0.21, 0.09];
const PLACES = [0, 1, 2];
const ORDERS = PLACES.flatMap((a) => PLACES.flatMap((b) => PLACES.map((c) => [a, b, c]))).filter(
  (order) => new Set(order).size === 3,
);
const MASKS = subsets(PLACES).filter((mask) => mask.length > 0);
const rest = (mask: readonly number[]) => PLACES.filter((place) => !mask.includes(place));

/** The chance of what a text has at some places. */
const marginal = (text: readonly number[], places: readonly number[]) =>
  sum(CHANCES.filter((_, n) => places.every((place) => TEXTS[n]?.[place] === text[place])));

const conditional = (text: readonly number[], place: number, given: readonly number[]) =>
  marginal(text, [place, ...given]) / marginal(text, given);

const average = (of: (text: readonly number[]) => number) =>
  sum(TEXTS.map((text, n) => (CHANCES[n] ?? 0) * of(text)));

const entropy = (places: readonly number[]) => average((text) => -log(marginal(text, places)));

type Guess = (text: readonly number[], mask: readonly number[]) => number;
const maskedLoss = (guess: Guess) =>
  sum(MASKS.map((mask) => average((text) => guess(text, mask)))) / MASKS.length;

const permutationLoss = (text: readonly number[], seen: (order: readonly number[], t: number) => number[]) =>
  -sum(ORDERS.flatMap((order) => order.map((place, t) => log(conditional(text, place, seen(order, t))) / 6)));

const STEPS = new Matrix([1, 2, 3].map((before) => [1, 2, 3].map((word) => markov(word, before))));
const ahead = (steps: number) => (word: number, before: number | readonly number[]) => {
  const last = [before].flat().at(-1) ?? 0;
  let power = Matrix.eye(3, 3);
  for (let step = 0; step < steps; step++) power = power.mmul(STEPS);
  return power.to2DArray()[last - 1]?.[word - 1] ?? 0;
};
const twoAhead = (from: number, to: number) =>
  sum([1, 2, 3].map((between) => markov(between, from) * markov(to, between)));

export const training: readonly Check[] = [
  unchecked('electra-loss', 'objective'),
  latexCheck('lm-next-token-distribution', {
    states: 'weights of 1, 2 and 5',
    cases: [1, 2, 5].map((weight, i) => ({
      given: {
        'p_{\\theta}(x_{t} = v \\mid x_{<t})': weight / 8,
        v: i + 1,
        t: 2,
        u: 0,
        '\\mathcal{V}': set([1, 2, 3]),
        '\\mathbf{e}': [vector([2, -1]), vector([log(2), 0]), vector([log(5) - 4, 2])],
        '\\mathbf{h}': [vector([9, 9]), vector([1, 2]), vector([9, 8])],
      },
    })),
  }),
  latexCheck('lm-next-token-loss', {
    states: 'the logarithm of the whole text’s chance',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{LM}}(\\theta)': -log(1 / 32) / 4,
          T: 4,
          x: TEXT,
          'p_{\\theta}': markov,
        },
      },
    ],
  }),
  latexCheck('lm-z-loss', {
    states: 'weights that sum to eight',
    cases: [
      {
        given: {
          '\\mathcal{L}_{z}': 0.7 * 9 * log(2) ** 2,
          '\\alpha': 0.7,
          Z: 8,
          V: 3,
          z: [0, log(2), log(5)],
        },
      },
    ],
  }),
  functionCheck('masked-lm-loss', {
    states: 'conditional entropies, where the model is the truth',
    formula: () =>
      maskedLoss((text, mask) => -sum(mask.map((place) => log(conditional(text, place, rest(mask)))))),
    against: () =>
      sum(
        MASKS.map((mask) => sum(mask.map((place) => entropy([place, ...rest(mask)]) - entropy(rest(mask))))),
      ) / MASKS.length,
    mutants: {
      'with a mean over the mask': () =>
        maskedLoss(
          (text, mask) => -sum(mask.map((place) => log(conditional(text, place, rest(mask))))) / mask.length,
        ),
      'given the other masked tokens': () =>
        maskedLoss((text, mask) => -sum(mask.map((place) => log(conditional(text, place, rest([place])))))),
      'over the tokens that are seen': () =>
        maskedLoss((text, mask) => -sum(rest(mask).map((place) => log(conditional(text, place, mask))))),
    },
  }),
  latexCheck('multi-token-prediction', {
    states: 'the chances of all paths of a chain',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{MTP}}(\\theta)': -log(
            product([
              markov(3, 1),
              twoAhead(1, 2),
              markov(2, 3),
              twoAhead(3, 2),
              markov(2, 2),
              twoAhead(2, 1),
            ]),
          ),
          T: 5,
          n: 2,
          x: [1, 3, 2, 2, 1],
          'p_{\\theta}': [ahead(1), ahead(2)],
        },
      },
    ],
  }),
  functionCheck('permutation-lm-loss', {
    states: 'the text’s chance, where the model is the truth',
    formula: () => TEXTS.map((text) => permutationLoss(text, (order, t) => order.slice(0, t))),
    against: () => CHANCES.map((chance) => -log(chance)),
    mutants: {
      'given the tokens at places 1 to t': () =>
        TEXTS.map((text) => permutationLoss(text, (_, t) => PLACES.slice(0, t))),
      'given one token less': () =>
        TEXTS.map((text) => permutationLoss(text, (order, t) => order.slice(0, Math.max(0, t - 1)))),
    },
  }),
  latexCheck('unlikelihood-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{t}(\\theta)': log(2) + 3 * log(8 / 5) + 3 * log(8 / 7),
          t: 3,
          x: TEXT,
          'p_{\\theta}': markov,
          '\\alpha': 3,
          '\\mathcal{C}_{t}': set([2, 3]),
        },
      },
    ],
  }),
  latexCheck('bits-per-byte', {
    states: 'chances that are powers of two',
    cases: [{ given: { '\\operatorname{BPB}': 5 / 8, B: 8, T: 4, x: TEXT, 'p_{\\theta}': markov } }],
  }),
  latexCheck('perplexity', {
    states: 'the inverse of the geometric mean',
    cases: [
      {
        given: { '\\operatorname{PPL}(x_{1:T})': (1 / 32) ** (-1 / 4), T: 4, x: TEXT, 'p_{\\theta}': markov },
      },
    ],
  }),
  latexCheck('pass-at-k', {
    states: 'all choices of two of five samples',
    cases: [
      {
        given: {
          '\\operatorname{pass@}k':
            sum(
              [1, 3, 4].map((right) => {
                const choices = subsets([1, 2, 3, 4, 5]).filter(({ length }) => length === 2);
                return (
                  choices.filter((some) => some.some((sample) => sample <= right)).length / choices.length
                );
              }),
            ) / 3,
          k: 2,
          n: 5,
          '\\mathbb{E}': expectation('c', [1, 3, 4], [1 / 3, 1 / 3, 1 / 3]),
        },
      },
    ],
  }),
];
