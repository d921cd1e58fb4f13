import { type Check, functionCheck, latexCheck } from '../../check';
import { indexed, set } from '../../given';
import { product, sum } from './scene';

const { exp, log } = Math;

/** A corpus of words by number. */
const CORPUS = [1, 2, 1, 1, 2, 3, 1, 2, 1, 3, 3, 1, 2];
const WORDS = [1, 2, 3];
const VOCABULARY = set(WORDS);

/** How often a sequence stands in the corpus. */
const count = (sequence: readonly number[]) =>
  CORPUS.filter((_, i) => sequence.every((word, j) => CORPUS[i + j] === word)).length;

/** How often a sequence is followed by a word. */
const history = (sequence: readonly number[]) => sum(WORDS.map((word) => count([...sequence, word])));

const frequency = (word: number, before: readonly number[]) => count([...before, word]) / history(before);

/** The mixture of all orders written out: each longer one takes its share of what is left. */
function mixture(word: number, before: readonly number[], share: number): number {
  const orders = before.map((_, i) => before.slice(i));
  const last = (1 - share) ** orders.length * (count([word]) / CORPUS.length);
  return last + sum(orders.map((order, i) => share * (1 - share) ** i * frequency(word, order)));
}

const PLACES = [4, 7, 11];
const upTo = (t: number, length: number) => CORPUS.slice(t - length, t);
const wordAt = (t: number) => CORPUS[t - 1] ?? 0;

/** The same corpus, with every bigram seen some times more. */
function padded(before: number, word: number, times: number): number {
  const seen = CORPUS.slice(1).filter((_, i) => CORPUS[i] === before);
  const all = [...seen, ...WORDS.flatMap((each) => Array.from({ length: times }, () => each))];
  return all.filter((each) => each === word).length / all.length;
}

const kinds = (holds: (u: number, v: number) => boolean) =>
  WORDS.flatMap((u) => WORDS.filter((v) => holds(u, v) && count([u, v]) > 0)).length;
const continuation = (word: number) => kinds((_, v) => v === word) / kinds(() => true);

const DISCOUNT = 0.6;
const discounted = (before: number, word: number) => Math.max(count([before, word]) - DISCOUNT, 0);
const freed = (before: number) => DISCOUNT * kinds((u) => u === before);

/** How likely a word is at the end of a bigram of the corpus, by the smoothed model. */
const marginal = (lower: (word: number) => number, discount = discounted) =>
  WORDS.map((word) =>
    sum(
      WORDS.map((before) => {
        const seen = history([before]);
        const smoothed = discount(before, word) / seen + (freed(before) / seen) * lower(word);
        return (seen / sum(WORDS.map((each) => history([each])))) * smoothed;
      }),
    ),
  );
const endings = WORDS.map(
  (word) => CORPUS.slice(1).filter((each) => each === word).length / (CORPUS.length - 1),
);

export const nGrams: readonly Check[] = [
  latexCheck('good-turing', {
    states: 'species of one rate, whose counts are Poisson',
    cases: [0, 1, 3].map((r) => ({
      given: {
        'r^{\\ast}': 2.3,
        r,
        N: indexed(
          (times) => exp(times * log(2.3)) / product(Array.from({ length: times }, (_, i) => i + 1)),
        ),
      },
    })),
  }),
  latexCheck('jelinek-mercer', {
    states: 'the mixture of all orders written out',
    cases: PLACES.flatMap((t) =>
      [2, 3].map((n) => ({
        given: {
          p: (word: number, before: number | readonly number[]) => mixture(word, [before].flat(), 0.7),
          'p_{\\mathrm{ML}}': (word: number, before: number | readonly number[]) =>
            frequency(word, [before].flat()),
          w: CORPUS,
          t,
          n,
          '\\lambda': 0.7,
        },
      })),
    ),
  }),
  functionCheck('kneser-ney', {
    states: 'how often each word ends a bigram, which the smoothing must keep',
    formula: () => marginal(continuation),
    against: () => endings,
    mutants: {
      'with relative frequencies below': () => marginal((word) => endings[word - 1] ?? 0),
      'without the lower order': () => marginal(() => 0),
      'without the discount': () => marginal(continuation, (before, word) => count([before, word])),
    },
  }),
  functionCheck('kneser-ney-continuation', {
    states: 'the only lower order with which discounting keeps the frequencies of words',
    formula: () => WORDS.map(continuation),
    against: () =>
      WORDS.map((word) => {
        const kept = sum(WORDS.map((before) => discounted(before, word)));
        return (sum(WORDS.map((before) => count([before, word]))) - kept) / sum(WORDS.map(freed));
      }),
    mutants: {
      'relative frequencies': () => [...endings],
      'histories and words exchanged': () =>
        WORDS.map((word) => kinds((u) => u === word) / kinds(() => true)),
    },
  }),
  latexCheck('ngram-add-k', {
    states: 'a corpus to which every bigram is added some times',
    cases: PLACES.flatMap((t) =>
      [1, 3].map((times) => ({
        given: {
          'p(w_{t} \\mid w_{t-n+1:t-1})': padded(wordAt(t - 1), wordAt(t), times),
          c: (sequence: number | readonly number[]) => {
            const words = [sequence].flat();
            return words.length === 2 ? count(words) : history(words);
          },
          w: CORPUS,
          t,
          n: 2,
          '\\kappa': times,
          V: 3,
        },
      })),
    ),
  }),
  latexCheck('ngram-mle', {
    states: 'hand-counted',
    cases: [
      { t: 2, chance: 4 / 6 },
      { t: 4, chance: 1 / 6 },
      { t: 10, chance: 1 / 6 },
    ].map(({ t, chance }) => ({
      given: {
        'p(w_{t} \\mid w_{t-n+1:t-1})': chance,
        c: (sequence: readonly number[]) => count(sequence),
        '\\sum_{w \\in \\mathcal{V}} c(w_{t-n+1:t-1} w)': history(upTo(t - 1, 1)),
        w: CORPUS,
        t,
        n: 2,
        '\\mathcal{V}': VOCABULARY,
      },
    })),
  }),
];
