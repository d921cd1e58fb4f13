import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { matrix, vector } from '../../given';
import { sum } from './scene';

const { exp, sqrt } = Math;

const PRETRAINED = matrix([
  [1, -2, 0.5],
  [0.3, 1.5, 2],
]);
const OUT = matrix([
  [0.4, -1],
  [1.2, 0.7],
]);
const IN = matrix([
  [0.5, 0.2, -0.6],
  [-0.3, 0.8, 1],
]);
const MAGNITUDES = [2, 0.5, 3];
const INPUT = [0.7, -1.1, 2];

const entry = (at: Matrix, i: number, j: number) => at.get(i, j);

/** Weights with a low-rank change in them, entry by entry. */
const merged = (base: (i: number, j: number) => number, scale: number) =>
  [0, 1].map((i) =>
    [0, 1, 2].map(
      (j) => base(i, j) + scale * (entry(OUT, i, 0) * entry(IN, 0, j) + entry(OUT, i, 1) * entry(IN, 1, j)),
    ),
  );

const applied = (rows: readonly (readonly number[])[]) =>
  vector(rows.map((row) => sum(row.map((weight, j) => weight * (INPUT[j] ?? 0)))));

const adapted = Matrix.add(PRETRAINED, OUT.mmul(IN));
const lengths = (columns: Matrix) => [0, 1, 2].map((j) => columns.getColumnVector(j).norm());

/** Each column by its length, times a magnitude. */
function decomposed(sizes: readonly number[], magnitudes: readonly number[]): Matrix {
  const result = adapted.clone();
  for (const j of [0, 1, 2]) result.mulColumn(j, (magnitudes[j] ?? 0) / (sizes[j] ?? 1));
  return result;
}

/** A column of given length, from its slope against the first axis, on the side where the direction points. */
function column(j: number): readonly number[] {
  const angle = Math.atan2(adapted.get(1, j), adapted.get(0, j));
  return [(MAGNITUDES[j] ?? 0) * Math.cos(angle), (MAGNITUDES[j] ?? 0) * Math.sin(angle)];
}

const QUERIES = matrix([
  [0.5, -1, 0.3],
  [1.2, 0.4, -0.7],
]);
const KEYS = matrix([
  [1, 0.2, -0.4],
  [-0.3, 0.9, 0.1],
]);
const VALUES = matrix([
  [2, -1],
  [0.5, 3],
]);
const PREFIX_KEYS = matrix([[0.6, 0.6, 1.1]]);
const PREFIX_VALUES = matrix([[-2, 0.7]]);

const scores = (keys: Matrix, query: number) =>
  QUERIES.getRowVector(query)
    .mmul(keys.transpose())
    .to1DArray()
    .map((score) => exp(score / sqrt(3)));

const attended = (keys: Matrix, values: Matrix, query: number) => {
  const weights = scores(keys, query);
  return [0, 1].map((j) => sum(weights.map((weight, i) => weight * values.get(i, j))) / sum(weights));
};

const attention = (keys: Matrix, values: Matrix) =>
  matrix(QUERIES.to2DArray().map((_, query) => attended(keys, values, query)));

const stacked = (upper: Matrix, lower: Matrix) => matrix([...upper.to2DArray(), ...lower.to2DArray()]);

/** The attention of the text and that of the prefix, in the ratio of their weights. */
const gated = [0, 1].map((query) => {
  const [text, prefix] = [sum(scores(KEYS, query)), sum(scores(PREFIX_KEYS, query))];
  const [own, learned] = [attended(KEYS, VALUES, query), attended(PREFIX_KEYS, PREFIX_VALUES, query)];
  return own.map((value, j) => (text * value + prefix * (learned[j] ?? 0)) / (text + prefix));
});

/** Levels of a toy format of 2 bits; the codes of scales are halves. */
const LEVELS = [-1, -0.3, 0.2, 1];
const dequantized = (scale: number, codes: number | Matrix) =>
  codes instanceof Matrix
    ? matrix(codes.to2DArray().map((row) => row.map((code) => scale * (LEVELS[code] ?? 0))))
    : scale * (codes + 0.5);

const CODES = [
  [3, 0, 1],
  [2, 1, 3],
  [0, 2, 2],
];

export const fineTuning: readonly Check[] = [
  functionCheck('dora', {
    states: 'columns by their angles',
    formula: () => decomposed(lengths(adapted), MAGNITUDES),
    against: () => matrix([0, 1, 2].map(column)).transpose(),
    mutants: {
      'without the norm': () => decomposed([1, 1, 1], MAGNITUDES),
      'the norms before fine-tuning': () => decomposed(lengths(PRETRAINED), MAGNITUDES),
      'without the magnitude': () => decomposed(lengths(adapted), [1, 1, 1]),
    },
  }),
  latexCheck('lora', {
    states: 'the merged weights, entry by entry',
    cases: [
      {
        given: {
          '\\mathbf{h}': applied(merged((i, j) => entry(PRETRAINED, i, j), 1.5)),
          '\\mathbf{W}_{0}': PRETRAINED,
          '\\mathbf{x}': vector(INPUT),
          '\\alpha': 3,
          r: 2,
          '\\mathbf{B}': OUT,
          '\\mathbf{A}': IN,
        },
      },
    ],
  }),
  functionCheck('prefix-tuning', {
    states: 'the attention of the text mixed with that of the prefix',
    formula: () => attention(stacked(PREFIX_KEYS, KEYS), stacked(PREFIX_VALUES, VALUES)),
    against: () => matrix(gated),
    mutants: {
      'values in another order than keys': () =>
        attention(stacked(PREFIX_KEYS, KEYS), stacked(VALUES, PREFIX_VALUES)),
      'without a prefix': () => attention(KEYS, VALUES),
      'attentions added': () => Matrix.add(attention(KEYS, VALUES), attention(PREFIX_KEYS, PREFIX_VALUES)),
    },
  }),
  unchecked('prompt-tuning', 'objective'),
  latexCheck('qlora-forward', {
    states: 'the expanded and merged weights, entry by entry',
    cases: [
      {
        given: {
          '\\mathbf{Y}': matrix([
            [0, 1, 2].map((j) =>
              sum(
                INPUT.map((x, i) => {
                  const frozen = 0.15 * 7.5 * (LEVELS[CODES[i]?.[j] ?? 0] ?? 0);
                  return (
                    x *
                    (frozen +
                      entry(IN, 0, i) * entry(PRETRAINED, 0, j) +
                      entry(IN, 1, i) * entry(PRETRAINED, 1, j))
                  );
                }),
              ),
            ),
          ]),
          '\\mathbf{X}': matrix([INPUT]),
          '\\operatorname{dequant}': dequantized,
          'c_{1}': 0.15,
          'c_{2}': 7,
          '\\mathbf{W}_{\\mathrm{NF4}}': matrix(CODES),
          '\\mathbf{L}_{1}': IN.transpose(),
          '\\mathbf{L}_{2}': PRETRAINED,
        },
      },
    ],
  }),
];
