import { Matrix } from 'ml-matrix';
import { gradient } from '../../differences';
import { matrix, vector } from '../../given';

const { exp, log } = Math;

export type Rows = readonly (readonly number[])[];

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A dot product by the lengths of the sum and the difference. */
export function dot(a: readonly number[], b: readonly number[]): number {
  const square = (sign: number) => sum(a.map((entry, i) => (entry + sign * (b[i] ?? 0)) ** 2));
  return (square(1) - square(-1)) / 4;
}

/** A matrix times a vector, by dot products. */
export const applied = (rows: Rows, to: readonly number[]) => rows.map((entries) => dot(entries, to));

export const transposed = (rows: Rows): Rows => matrix(rows).transpose().to2DArray();

/** Rows times a matrix. */
export const mapped = (rows: Rows, by: Rows): Rows => rows.map((entries) => applied(transposed(by), entries));

/** What a softmax over logits makes of values: the slope of the logarithm of its normalizer. */
export function averaged(logits: readonly number[], values: Rows): readonly number[] {
  const width = values[0]?.length ?? 0;
  const normalizer = (tilt: Matrix) =>
    log(sum(logits.map((logit, j) => exp(logit + dot(tilt.to1DArray(), values[j] ?? [])))));
  return gradient(normalizer, Matrix.zeros(width, 1)).to1DArray();
}

/** The softmax itself. */
export const weightsOf = (logits: readonly number[]) =>
  averaged(
    logits,
    logits.map((_, i) => logits.map((_, j) => (i === j ? 1 : 0))),
  );

/** Attention of all queries, whose logits are divided by the root of the width. */
export function attended(queries: Rows, keys: Rows, values: Rows): Rows {
  return queries.map((query) =>
    averaged(
      keys.map((key) => dot(query, key) / Math.sqrt(query.length)),
      values,
    ),
  );
}

/** A sequence of columns. */
export const columns = (rows: Rows) => rows.map(vector);

/** `\tanh(a + b)` by the addition theorem. */
export const tanhOfSum = (a: number, b: number) =>
  (Math.tanh(a) + Math.tanh(b)) / (1 + Math.tanh(a) * Math.tanh(b));

/** The logistic function by the hyperbolic tangent. */
export const logistic = (x: number) => (1 + Math.tanh(x / 2)) / 2;

export const QUERIES: Rows = [
  [0.5, -1, 0.3],
  [1.2, 0.4, -0.7],
  [-0.6, 0.9, 1.1],
  [0.8, 0.2, -1.3],
];
export const KEYS: Rows = [
  [1, 0.2, -0.4],
  [-0.3, 0.9, 0.1],
  [0.7, -1.2, 0.6],
  [-0.5, -0.8, 1.4],
];
export const VALUES: Rows = [
  [2, -1],
  [0.5, 3],
  [-1.5, 0.4],
  [0.3, 1.7],
];
/** Tokens, one a row, and projections of them. */
export const TOKENS: Rows = [
  [0.4, -0.9],
  [1.3, 0.6],
  [-0.7, 1.1],
];
export const TO_QUERY: Rows = [
  [0.7, -0.2, 1.1],
  [0.5, 0.9, -0.4],
];
export const TO_KEY: Rows = [
  [-0.6, 1.2, 0.3],
  [0.8, 0.1, -1],
];
export const TO_VALUE: Rows = [
  [1.4, -0.5],
  [0.2, 0.9],
];
/** Other rows: each entry is moved by steps that depend on its place. */
export const moved = (rows: Rows, step: number): Rows =>
  rows.map((entries, i) => entries.map((entry, j) => entry + step * (0.3 * i - 0.2 * j + 0.1)));

/** Queries, keys and values, one at a position. */
export const perPosition = {
  '\\mathbf{q}': columns(QUERIES),
  '\\mathbf{k}': columns(KEYS),
  '\\mathbf{v}': columns(VALUES),
  'd_{k}': 3,
  n: 4,
};
