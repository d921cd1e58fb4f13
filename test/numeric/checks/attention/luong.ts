import { jStat } from 'jstat';
import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { applied, averaged, columns, dot, type Rows, sum, tanhOfSum, weightsOf } from './scene';

const { atanh, log } = Math;

const DECODER: Rows = [
  [0.2, 0.9],
  [-0.4, 1],
  [1.1, -0.3],
];
const ENCODER: Rows = [
  [0.5, -1.2],
  [1.4, 0.3],
  [-0.8, 0.6],
  [0.9, 1.5],
  [-0.1, -0.7],
];
const GENERAL: Rows = [
  [0.7, -1.1],
  [1.3, 0.4],
];
const LEFT: Rows = [
  [0.6, -0.3],
  [1, 0.8],
  [-0.5, 0.2],
];
const RIGHT: Rows = [
  [0.4, 1.2],
  [-0.9, 0.1],
  [0.3, 0.7],
];
const OUT = [1.5, -0.7, 0.9];
const joined = LEFT.map((entries, k) => [...entries, ...(RIGHT[k] ?? [])]);

const ASKING = DECODER[2] ?? [];

/** A hidden layer on two stacked vectors, by the blocks of its weights. */
function hidden(upper: readonly number[], lower: readonly number[]): readonly number[] {
  const [a, b] = [applied(LEFT, upper), applied(RIGHT, lower)];
  return a.map((entry, k) => tanhOfSum(entry, b[k] ?? 0));
}

const concat = (source: readonly number[]) =>
  sum(hidden(ASKING, source).map((entry, k) => entry * (OUT[k] ?? 0)));

/** The bilinear form as a sum over the entries of the matrix. */
const general = (source: readonly number[]) =>
  sum(
    GENERAL.flatMap((entries, k) => entries.map((entry, l) => entry * (ASKING[k] ?? 0) * (source[l] ?? 0))),
  );

const scored = (value: number, s: number) => ({
  '\\operatorname{score}(\\mathbf{h}_{t}, \\bar{\\mathbf{h}}_{s})': value,
  t: 3,
  s,
  '\\mathbf{h}': columns(DECODER),
  '\\bar{\\mathbf{h}}': columns(ENCODER),
});

const attention = (from: number, to: number) => {
  const seen = ENCODER.slice(from - 1, to);
  const context = averaged(seen.map(general), seen);
  return {
    '\\operatorname{score}': (a: Matrix, b: Matrix) => matrix(GENERAL).transpose().mmul(a).dot(b),
    t: 3,
    s: 1,
    S: 5,
    '\\mathbf{c}': columns([[0, 0], [0, 0], context]),
    '\\mathbf{h}': columns(DECODER),
    '\\bar{\\mathbf{h}}': columns(ENCODER),
  };
};

const WORDS: Rows = [
  [0.5, -1, 0.2],
  [1.3, 0.4, -0.6],
  [-0.2, 0.8, 1],
  [0.1, 0.1, 0.9],
];

const SOURCE = ENCODER[1] ?? [];
const product = (a: readonly number[], b: readonly number[]) => sum(a.map((x, i) => x * (b[i] ?? 0)));
const scores = (rows: Rows, stack: (a: readonly number[], b: readonly number[]) => readonly number[]) => [
  product(ASKING, SOURCE),
  product(
    ASKING,
    rows.map((entries) => product(entries, SOURCE)),
  ),
  product(
    OUT,
    joined.map((entries) => Math.tanh(product(entries, stack(ASKING, SOURCE)))),
  ),
];

export const luong: readonly Check[] = [
  latexCheck('luong-attentional-state', {
    states: 'the addition theorem, and the slope of the normalizer',
    cases: [
      {
        given: {
          'p(y_{t} \\mid y_{1:t-1}, \\mathbf{x})': vector(
            weightsOf(applied(WORDS, hidden([0.4, -0.8], ASKING))),
          ),
          '\\mathbf{W}_{c}': matrix(joined),
          '\\mathbf{W}_{s}': matrix(WORDS),
          '\\mathbf{c}': columns([
            [0, 0],
            [0, 0],
            [0.4, -0.8],
          ]),
          '\\mathbf{h}': columns(DECODER),
          t: 3,
        },
      },
    ],
  }),
  latexCheck('luong-global-attention', {
    states: 'the slope of the normalizer',
    cases: [{ given: attention(1, 5) }],
  }),
  latexCheck('luong-local-attention', {
    states: 'the slope of the normalizer of a window',
    cases: [{ given: { ...attention(2, 4), D: 1 } }, { given: { ...attention(1, 5), D: 2 } }],
  }),
  latexCheck('luong-local-p-attention', {
    states: 'a centre by hand, and a ratio of normal densities',
    cases: [5, 8].map((s) => ({
      given: {
        // The sigmoid of log 3 is three quarters.
        'a_{t}(s)': (0.3 * jStat.normal.pdf(s, 6, 1.5)) / jStat.normal.pdf(6, 6, 1.5),
        S: 8,
        s,
        t: 1,
        '\\sigma': 1.5,
        '\\mathbf{v}_{p}': vector([2 * log(3), -log(3)]),
        '\\mathbf{W}_{p}': matrix([
          [1, 2],
          [-1, 1],
        ]),
        // Solves for hidden units of 0.75 and 0.5.
        '\\mathbf{h}': [vector([(atanh(0.75) - 2 * atanh(0.5)) / 3, (atanh(0.75) + atanh(0.5)) / 3])],
        '\\bar{\\mathbf{h}}': Array.from({ length: 8 }, () => 3),
        '\\operatorname{align}': (_: Matrix, source: number) => 0.1 * source,
      },
    })),
  }),
  latexCheck('luong-score-concat', {
    states: 'the addition theorem of the hyperbolic tangent',
    cases: [1, 2].map((s) => ({
      given: {
        ...scored(concat(ENCODER[s - 1] ?? []), s),
        '\\mathbf{v}_{a}': vector(OUT),
        '\\mathbf{W}_{a}': matrix(joined),
      },
    })),
  }),
  latexCheck('luong-score-dot', {
    states: 'the lengths of the sum and the difference',
    cases: [1, 2].map((s) => ({ given: scored(dot(ASKING, ENCODER[s - 1] ?? []), s) })),
  }),
  latexCheck('luong-score-general', {
    states: 'the sum over the entries of the matrix',
    cases: [1, 2].map((s) => ({
      given: { ...scored(general(ENCODER[s - 1] ?? []), s), '\\mathbf{W}_{a}': matrix(GENERAL) },
    })),
  }),
  latexCheck('luong-score-location', {
    states: 'the slope of the normalizer',
    cases: [
      {
        given: {
          '\\mathbf{a}': [vector(weightsOf(applied(ENCODER, DECODER[0] ?? [])))],
          '\\mathbf{W}_{a}': matrix(ENCODER),
          '\\mathbf{h}': columns(DECODER),
          t: 1,
        },
      },
    ],
  }),
  functionCheck('luong-scores', {
    states: 'the lengths of sum and difference, the sum over entries, the addition theorem',
    formula: () => scores(GENERAL, (a, b) => [...a, ...b]),
    against: () => [dot(ASKING, SOURCE), general(SOURCE), concat(SOURCE)],
    mutants: {
      'stacked the other way': () => scores(GENERAL, (a, b) => [...b, ...a]),
      'the matrix transposed': () => scores(matrix(GENERAL).transpose().to2DArray(), (a, b) => [...a, ...b]),
    },
  }),
];
