import { type Check, latexCheck, unchecked } from '../check';
import { elementwise, from, vector } from '../given';
import { argMaximum, expectation } from '../operators';

/** Mutants of the length of the point sought. */
const POINT_LENGTHS = [
  '',
  '\\, \\lVert \\mathbf{v}_{b} - \\mathbf{v}_{a} + \\mathbf{v}_{c} \\rVert_{1}',
  '\\, \\lVert \\mathbf{v}_{b} + \\mathbf{v}_{a} + \\mathbf{v}_{c} \\rVert_{2}',
  '\\, \\lVert \\mathbf{v}_{b} - \\mathbf{v}_{a} - \\mathbf{v}_{c} \\rVert_{2}',
  '\\, \\lVert \\mathbf{v}_{b+1} - \\mathbf{v}_{a} + \\mathbf{v}_{c} \\rVert_{2}',
  '\\, \\lVert \\mathbf{v}_{b} - \\mathbf{v}_{a+1} + \\mathbf{v}_{c} \\rVert_{2}',
  '\\, \\lVert \\mathbf{v}_{b} - \\mathbf{v}_{a} + \\mathbf{v}_{c+1} \\rVert_{2}',
];
const ANALOGY =
  'w^{\\ast} = \\operatorname*{arg\\,max}_{w} \\frac{\\mathbf{v}_{w}^{\\top} (\\mathbf{v}_{b} - \\mathbf{v}_{a} + \\mathbf{v}_{c})}{\\lVert \\mathbf{v}_{w} \\rVert_{2} ';

/** Words as numbers from 1; vectors of two entries, for which the odds of the words are 1 : 2 : 4 : 3. */
const OUTPUTS = [
  [0, 0],
  [Math.log(2) / 2, 0],
  [0, -Math.log(4)],
  [Math.log(3), Math.log(3)],
].map(vector);
const CENTRE = vector([2, -1]);
const ODDS = [0.1, 0.2, 0.4, 0.3];

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** A text with two words before and after the three that count. */
const TEXT = [2, 1, 3, 3, 1, 2, 1];
const CHANCES = [
  [0.2, 0.5, 0.3],
  [0.6, 0.1, 0.3],
  [0.25, 0.35, 0.4],
];

/** How often each word stands within two places of each of the three, counted by distance. */
function pairLogs(): number {
  const counts = [0, 1, 2].map(() => [0, 0, 0]);
  for (let a = 0; a < TEXT.length; a++) {
    for (let b = a + 1; b <= a + 2 && b < TEXT.length; b++) {
      for (const [centre, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const row = counts[(TEXT[centre] ?? 0) - 1];
        const column = (TEXT[other] ?? 0) - 1;
        if (centre >= 2 && centre <= 4 && row !== undefined) row[column] = (row[column] ?? 0) + 1;
      }
    }
  }
  return counts.reduce(
    (sum, row, i) => sum + row.reduce((part, n, j) => part + n * Math.log(CHANCES[i]?.[j] ?? 0), 0),
    0,
  );
}

/** The logits of the words 1, 2, 3 with an input vector, for negative sampling. */
const SAMPLES = [vector([0.5, 1.2]), vector([-0.8, 0.3]), vector([1.1, 0.4])];
const INPUT = vector([0.7, -0.9]);
const LOGITS = [0.35 - 1.08, -0.56 - 0.27, 0.77 - 0.36];
const NOISE = [0.5, 0.2, 0.3];
const lost = (logit: number) => Math.log1p(Math.exp(logit));

export const embeddings: readonly Check[] = [
  latexCheck('cosine-similarity', {
    states: 'the cosine of a known angle',
    cases: [
      {
        given: {
          '\\operatorname{sim}(\\mathbf{x}, \\mathbf{y})': Math.cos(0.7),
          '\\mathbf{x}': vector([3 * Math.cos(1.1), 3 * Math.sin(1.1)]),
          '\\mathbf{y}': vector([0.4 * Math.cos(1.8), 0.4 * Math.sin(1.8)]),
        },
      },
    ],
  }),
  latexCheck('glove-objective', {
    states: 'a hand-worked case of two words',
    cases: [
      {
        given: {
          // The errors are 3.5, 3, -0.5 and 1.5, their weights 4, 5, 6 and 0.5.
          J: 96.625,
          V: 2,
          X: [
            [Math.exp(2), Math.exp(3)],
            [Math.exp(4), Math.exp(-1.5)],
          ],
          f: (x: number) => Math.log(x) + 2,
          '\\mathbf{w}': [vector([1, 2]), vector([3, -1])],
          '\\tilde{\\mathbf{w}}': [vector([2, 1]), vector([0, 1])],
          b: [1, -2],
          '\\tilde{b}': [0.5, 3],
        },
      },
    ],
  }),
  latexCheck('glove-weighting', {
    states: 'hand-worked cases on both sides of the largest count',
    cases: [
      { 'f(x)': 8 / 27, x: 16 },
      { 'f(x)': 1, x: 200 },
    ].map((weight) => ({ given: { ...weight, 'x_{\\mathrm{max}}': 81, '\\alpha': 0.75 } })),
  }),
  latexCheck('word-analogy', {
    states: 'the nearest direction by angles',
    same: Object.fromEntries(
      POINT_LENGTHS.map((length) => [
        `${ANALOGY}${length}}`,
        'the length of the point sought is the same for all words',
      ]),
    ),
    cases: [
      {
        given: {
          // The point sought is (3, 4) - (1, 0) + (0, 1) = (2, 5), at 68.2 degrees; the fourth word's is 69.4.
          'w^{\\ast}': 4,
          '\\operatorname*{arg\\,max}_{w}': argMaximum('w', [1, 2, 3, 4, 5, 6]),
          '\\mathbf{v}': [
            [1, 0],
            [3, 4],
            [0, 1],
            [0.3, 0.8],
            [30, 50],
            [-20, -50],
          ].map(vector),
          a: 1,
          b: 2,
          c: 3,
        },
      },
      {
        given: {
          // (5, 1) - (1, 4) + (2, 2) = (6, -1), at -9.5 degrees; the sixth word's is -11.3.
          'w^{\\ast}': 6,
          '\\operatorname*{arg\\,max}_{w}': argMaximum('w', [1, 2, 3, 4, 5, 6]),
          '\\mathbf{v}': [
            [5, 1],
            [1, 4],
            [2, 2],
            [90, 10],
            [3, -4],
            [0.5, -0.1],
          ].map(vector),
          a: 2,
          b: 1,
          c: 3,
        },
      },
    ],
  }),
  latexCheck('word2vec-cbow', {
    states: 'hand-worked odds for a known mean',
    cases: [
      {
        given: {
          '\\mathbf{v}': [vector([4, 1]), vector([1, -6]), vector([0.5, 1]), vector([2.5, 0])],
          "\\mathbf{v}'": OUTPUTS,
          '\\bar{\\mathbf{v}}_{t}': CENTRE,
          w: from(3, [1, 2, 4, 3, 4]),
          'p(w_{t} \\mid w_{t-c}, \\dots, w_{t-1}, w_{t+1}, \\dots, w_{t+c})': 0.3,
          c: 2,
          W: 4,
          t: 5,
        },
      },
    ],
  }),
  unchecked('word2vec-cbow-objective', 'objective'),
  latexCheck('word2vec-negative-sampling', {
    states: 'the losses of a logistic classifier',
    cases: [
      {
        given: {
          J:
            -lost(-(LOGITS[1] ?? 0)) -
            3 * LOGITS.reduce((sum, logit, w) => sum + (NOISE[w] ?? 0) * lost(logit), 0),
          '\\sigma': elementwise(sigmoid),
          '\\mathbb{E}_{w_{i} \\sim P_{\\mathrm{n}}(w)}': expectation('w_{i}', [1, 2, 3], NOISE),
          "\\mathbf{v}'": SAMPLES,
          'w_{\\mathrm{O}}': 2,
          'w_{\\mathrm{I}}': 1,
          '\\mathbf{v}': [INPUT],
          k: 3,
        },
      },
    ],
  }),
  latexCheck('word2vec-noise-distribution', {
    states: 'a hand-worked case with fourth powers',
    cases: [2, 3].map((w) => ({
      given: {
        'P_{\\mathrm{n}}(w)': w === 2 ? 8 / 36 : 27 / 36,
        U: (word: number) => [1, 16, 81][word - 1] ?? Number.NaN,
        W: 3,
        w,
      },
    })),
  }),
  latexCheck('word2vec-skip-gram', {
    states: 'hand-worked odds',
    cases: [2, 4].map((word) => ({
      given: {
        'p(w_{\\mathrm{O}} \\mid w_{\\mathrm{I}})': ODDS[word - 1] ?? Number.NaN,
        "\\mathbf{v}'": OUTPUTS,
        '\\mathbf{v}': [vector([9, 9]), CENTRE],
        'w_{\\mathrm{O}}': word,
        'w_{\\mathrm{I}}': 2,
        W: 4,
      },
    })),
  }),
  latexCheck('word2vec-skip-gram-objective', {
    states: 'counts of neighbours',
    cases: [
      {
        given: {
          J: pairLogs() / 3,
          T: 3,
          c: 2,
          w: from(-1, TEXT),
          p: (other: number, centre: number) => CHANCES[centre - 1]?.[other - 1] ?? Number.NaN,
        },
      },
    ],
  }),
  latexCheck('word2vec-subsampling', {
    states: 'hand-worked cases',
    cases: [
      { 'P(w)': 2 / 3, 'f(w)': 0.09 },
      { 'P(w)': 0, 'f(w)': 0.01 },
    ].map((word) => ({ given: { ...word, t: 0.01 } })),
  }),
];
