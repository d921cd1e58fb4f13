import { type Check, latexCheck } from '../../check';
import { computed, from, set, vector } from '../../given';

const DEGREE = Math.PI / 180;
/** Unit vectors by their angles, so that their inner products are cosines of differences. */
const REFERENCE = [10, 80, 200];
const CANDIDATE = [20, 95];
const unit = (angle: number) => vector([Math.cos(angle * DEGREE), Math.sin(angle * DEGREE)]);
// The nearest angles, by hand: 10, 15 and 105 degrees for the reference, 10 and 15 for the candidate.
const bertRecall = (Math.cos(10 * DEGREE) + Math.cos(15 * DEGREE) + Math.cos(105 * DEGREE)) / 3;
const bertPrecision = (Math.cos(10 * DEGREE) + Math.cos(15 * DEGREE)) / 2;

const lettersOf = (word: string) => [...word].map((letter) => letter.charCodeAt(0));

/** All subsequences of a list, joined; exponential, for short ones. */
function subsequences(list: readonly number[]): ReadonlySet<string> {
  const all = [''];
  for (const item of list) all.push(...all.map((known) => `${known} ${item}`));
  return new Set(all);
}

function longestCommon(x: readonly number[], y: readonly number[]): number {
  const known = subsequences(y);
  return Math.max(...[...subsequences(x)].filter((s) => known.has(s)).map((s) => s.split(' ').length - 1));
}

/** The cheapest way to match letters in order: a pair costs one if they differ, and so does each letter left over. */
function alignment(a: string, b: string): number {
  const rest = (i: number, j: number): number => {
    let best = a.length - i + (b.length - j);
    for (let k = i; k < a.length; k++) {
      for (let l = j; l < b.length; l++) {
        best = Math.min(best, k - i + (l - j) + (a[k] === b[l] ? 0 : 1) + rest(k + 1, l + 1));
      }
    }
    return best;
  };
  return rest(0, 0);
}

const [SHORT, LONG] = ['sit', 'kitten'];
const table = Array.from({ length: SHORT.length + 1 }, (_, i) =>
  Array.from({ length: LONG.length + 1 }, (__, j) => alignment(SHORT.slice(0, i), LONG.slice(0, j))),
);
const cells = table.flatMap((row, i) => row.map((_, j) => ({ i, j })));

/** How often each word occurs in each text. */
type Counts = Readonly<Record<number, readonly (readonly [word: number, times: number])[]>>;
const counter = (counts: Counts, text: number) => (word: number) =>
  (counts[text] ?? []).find(([each]) => each === word)?.[1] ?? 0;

/** The counts of the text that a letter stands for, which a sum binds. */
const countsOf = (counts: Counts, letter: string) => computed((get) => counter(counts, get(letter)));
const words = (counts: Counts) => (text: number) => set((counts[text] ?? []).map(([word]) => word));

/**
 * The first paper's example 2: “the the the the the the the” (text 1) has the precision 2/7 under the references 3 and
 * 4. A second candidate, text 2 of four words, has two of them in its only reference.
 */
const BLEU_COUNTS: Counts = {
  1: [[10, 7]],
  2: [
    [10, 1],
    [11, 1],
    [12, 2],
  ],
  3: [
    [10, 2],
    [11, 1],
  ],
  4: [
    [10, 1],
    [11, 4],
  ],
  5: [
    [10, 3],
    [12, 1],
    [13, 1],
  ],
};

/** ROUGE's counts: two references, of five and of three words, and the candidate, text 9. */
const ROUGE_COUNTS: Counts = {
  1: [
    [10, 3],
    [11, 1],
    [12, 1],
  ],
  2: [
    [10, 1],
    [13, 2],
  ],
  9: [
    [10, 2],
    [11, 4],
    [13, 1],
  ],
};

const POLICE = { police: 1, killed: 2, the: 3, gunman: 4, kill: 5 };
const sentence = (text: string) =>
  text
    .split(' ')
    .flatMap((word) => Object.entries(POLICE).flatMap(([each, code]) => (each === word ? [code] : [])));

const harmonic = (p: number, r: number, beta: number) => (1 + beta ** 2) / (1 / p + beta ** 2 / r);

export const text: readonly Check[] = [
  latexCheck('bertscore', {
    states: 'cosines of angles in the plane',
    cases: [
      {
        given: {
          'R_{\\mathrm{BERT}}': bertRecall,
          'P_{\\mathrm{BERT}}': bertPrecision,
          'F_{\\mathrm{BERT}}': harmonic(bertPrecision, bertRecall, 1),
          '\\mathbf{x}': REFERENCE.map(unit),
          '\\hat{\\mathbf{x}}': CANDIDATE.map(unit),
          m: 3,
          n: 2,
        },
      },
    ],
  }),
  latexCheck('bleu', {
    states: 'a geometric mean worked by hand, long and short',
    cases: [
      {
        given: {
          '\\operatorname{BLEU}': 1 / 4,
          '\\mathrm{BP}': 1,
          N: 2,
          w: [0.5, 0.5],
          p: [1 / 2, 1 / 8],
          c: 9,
          r: 6,
        },
      },
      {
        given: {
          '\\operatorname{BLEU}': 1 / (4 * Math.sqrt(Math.E)),
          '\\mathrm{BP}': 1 / Math.sqrt(Math.E),
          N: 2,
          w: [0.25, 0.75],
          p: [1 / 256, 1],
          c: 6,
          r: 9,
        },
      },
    ],
  }),
  latexCheck('bleu-precision', {
    states: 'the example of the first paper',
    cases: [
      { given: { 'p_{n}': 2 / 7, '\\mathcal{C}': set([1]) } },
      { given: { 'p_{n}': (2 + 2) / (7 + 4), '\\mathcal{C}': set([1, 2]) } },
    ].map(({ given }) => ({
      given: {
        ...given,
        '\\mathcal{G}_{n}': words(BLEU_COUNTS),
        '\\mathcal{R}': (candidate: number) => set(candidate === 1 ? [3, 4] : [5]),
        c: 1,
        r: 3,
        '\\operatorname{count}_{c}': countsOf(BLEU_COUNTS, 'c'),
        '\\operatorname{count}_{r}': countsOf(BLEU_COUNTS, 'r'),
      },
    })),
  }),
  latexCheck('chrf-score', {
    states: 'the weighted harmonic mean',
    cases: [2, 0.7].map((beta) => ({
      given: {
        '\\operatorname{chrF}_{\\beta}': harmonic(0.6, 0.35, beta),
        '\\beta': beta,
        '\\mathrm{chrP}': 0.6,
        '\\mathrm{chrR}': 0.35,
      },
    })),
  }),
  latexCheck('edit-distance', {
    states: 'a search through all alignments',
    cases: cells.map(({ i, j }) => ({
      given: {
        D: from(
          0,
          table.map((row) => from(0, row)),
        ),
        i,
        j,
        a: lettersOf(SHORT),
        b: lettersOf(LONG),
      },
    })),
  }),
  latexCheck('meteor-score', {
    states: 'fractions worked by hand',
    cases: [{ given: { '\\operatorname{METEOR}': (20 / 31) * (15 / 16), P: 1 / 2, R: 2 / 3, c: 2, m: 4 } }],
  }),
  latexCheck('rouge-l', {
    states: 'the example of the first paper, and all subsequences',
    symmetric: ['\\operatorname{LCS}'],
    cases: [
      { score: 3 / 4, beta: 1, y: 'police kill the gunman' },
      { score: 2 / 4, beta: 1, y: 'the gunman kill police' },
      { score: harmonic(2 / 3, 2 / 4, 2), beta: 2, y: 'kill the gunman' },
    ].map(({ score, beta, y }) => ({
      given: {
        'F_{\\mathrm{lcs}}': score,
        '\\beta': beta,
        '\\operatorname{LCS}': longestCommon,
        X: sentence('police killed the gunman'),
        Y: sentence(y),
        m: 4,
        n: sentence(y).length,
      },
    })),
  }),
  latexCheck('rouge-n', {
    states: 'words counted by hand',
    cases: [
      {
        given: {
          // Of the five words of the first reference three are found, of the three of the second two.
          '\\operatorname{ROUGE}_{n}': 5 / 8,
          '\\mathcal{R}': set([1, 2]),
          '\\mathcal{G}_{n}': words(ROUGE_COUNTS),
          r: 1,
          '\\operatorname{count}_{r}': countsOf(ROUGE_COUNTS, 'r'),
          '\\operatorname{count}_{c}': counter(ROUGE_COUNTS, 9),
        },
      },
    ],
  }),
  latexCheck('word-error-rate', {
    states: 'a search through all alignments',
    cases: [
      // “abcdefg” heard as “axbcdfgyzq”: x and y are put in, e is left out, nothing costs less.
      { given: { '\\operatorname{WER}': alignment('abcdef', 'axbcyfz') / 6, S: 1, D: 1, I: 2, N: 6 } },
    ],
  }),
];
