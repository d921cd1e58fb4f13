import { type Check, functionCheck, latexCheck } from '../../check';
import { from, set } from '../../given';
import { operator } from '../../operators';
import { listed, product, sum } from './scene';

const { log } = Math;

/** Words of letters 1, 2 and 3, with how often they occur. */
const SPELLED = [
  { letters: [1, 2, 1, 2], times: 1 },
  { letters: [2, 3], times: 4 },
];
const LETTERS = [1, 2, 3];
const PAIRS = LETTERS.flatMap((a) => LETTERS.map((b) => [a, b]));

/** The commonest pair of letters of the corpus written out. */
function commonest(): readonly number[] {
  const text = SPELLED.flatMap(({ letters, times }) =>
    Array.from({ length: times }, () => letters.join('')),
  ).join(' ');
  const tally = (pair: readonly number[]) =>
    text.split('').filter((_, i) => text.startsWith(pair.join(''), i)).length;
  return PAIRS.reduce((best, pair) => (tally(pair) > tally(best) ? pair : best));
}

/** The subwords of a vocabulary, by code: how they are spelled and how likely they are. */
const SUBWORDS = ['a', 'b', 'ab', 'ba', 'bab'];
const LIKELY = [0.3, 0.28, 0.25, 0.15, 0.02];

/** All segmentations of a text into subwords, by code. */
function segmentations(text: string): readonly (readonly number[])[] {
  if (text === '') return [[]];
  return SUBWORDS.flatMap((subword, i) =>
    text.startsWith(subword) ? segmentations(text.slice(subword.length)).map((rest) => [i + 1, ...rest]) : [],
  );
}

/** What each prefix of a text comes to, when the ways to its last subword are put together. */
function throughPrefixes<T>(
  text: string,
  start: T,
  join: (ways: readonly { before: T; code: number }[]) => T,
): T {
  const prefixes: T[] = [start];
  for (let end = 1; end <= text.length; end++) {
    const ways = SUBWORDS.flatMap((subword, i) => {
      const before = prefixes[end - subword.length];
      return before !== undefined && text.slice(0, end).endsWith(subword) ? [{ before, code: i + 1 }] : [];
    });
    prefixes.push(join(ways));
  }
  return prefixes.at(-1) ?? start;
}

const likely = listed(LIKELY);
const forward = (text: string) =>
  throughPrefixes<number>(text, 1, (ways) => sum(ways.map(({ before, code }) => before * likely(code))));
const viterbi = (text: string) =>
  throughPrefixes<readonly number[]>(text, [], (ways) =>
    ways
      .map(({ before, code }) => [...before, code])
      .reduce((a, b) => (product(b.map(likely)) > product(a.map(likely)) ? b : a)),
  );

const SENTENCES = ['abab', 'babba', 'bab'];
const chances = (text: string) => segmentations(text).map((codes) => product(codes.map(likely)));

export const tokenization: readonly Check[] = [
  latexCheck('bpe-merge', {
    states: 'the pairs of a corpus written out',
    cases: [
      {
        given: {
          'a^{\\ast}': commonest()[0] ?? 0,
          'b^{\\ast}': commonest()[1] ?? 0,
          '\\mathcal{V} \\times \\mathcal{V}': set(PAIRS),
          '\\mathcal{W}': set([1, 2]),
          c: (w: number) => SPELLED[w - 1]?.times ?? 0,
          n: SPELLED.map(
            ({ letters }) =>
              (a: number, b: number) =>
                letters.filter((letter, i) => letter === a && letters[i + 1] === b).length,
          ),
        },
      },
    ],
  }),
  latexCheck('unigram-tokenizer', {
    states: 'the Viterbi algorithm',
    cases: SENTENCES.map((text) => ({
      given: {
        '\\mathbf{x}^{\\ast}': viterbi(text),
        '\\operatorname*{arg\\,max}_{\\mathbf{x} \\in \\mathcal{S}(s)}': operator(
          ['\\mathbf{x}', 'x'],
          (body) => {
            const all = segmentations(text);
            const values = all.map((codes) => Number(body(codes, codes)));
            return from(1, all[values.indexOf(Math.max(...values))] ?? []);
          },
        ),
        p: likely,
      },
    })),
  }),
  functionCheck('unigram-tokenizer-likelihood', {
    states: 'the forward algorithm',
    formula: () => sum(SENTENCES.map((text) => log(sum(chances(text))))),
    against: () => log(product(SENTENCES.map(forward))),
    mutants: {
      'the best segmentation only': () => sum(SENTENCES.map((text) => log(Math.max(...chances(text))))),
      'the logarithm of each segmentation': () => sum(SENTENCES.flatMap((text) => chances(text).map(log))),
    },
  }),
];
