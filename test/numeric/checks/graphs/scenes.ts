import { Matrix } from 'ml-matrix';
import { matrix } from '../../given';

/** A triangle with a tail, with weights: the edges, each once. */
export const EDGES = [
  { from: 1, to: 2, weight: 1.5 },
  { from: 2, to: 3, weight: 0.5 },
  { from: 1, to: 3, weight: 2 },
  { from: 3, to: 4, weight: 0.7 },
];
export const ADJACENCY = matrix([
  [0, 1.5, 2, 0],
  [1.5, 0, 0.5, 0],
  [2, 0.5, 0, 0.7],
  [0, 0, 0.7, 0],
]);
export const DEGREES = [3.5, 2, 3.2, 0.7];
export const NEIGHBOURS = [[2, 3], [1, 3], [1, 2, 4], [3]];
/** The same with self-loops. */
export const LOOPED = Matrix.add(ADJACENCY, Matrix.eye(4, 4));
export const LOOPED_DEGREES = DEGREES.map((degree) => degree + 1);

export const FEATURES = matrix([
  [0.3, -1.2],
  [2, 0.4],
  [-0.7, 1.1],
  [0.9, 0.2],
]);
export const featuresOf = (i: number) => FEATURES.getRowVector(i - 1).transpose();

/** What a node hears from itself and its neighbours, each through the roots of both degrees, node by node. */
export function smoothed(features: Matrix): Matrix {
  const degree = (i: number) => LOOPED_DEGREES[i] ?? Number.NaN;
  const result = Matrix.zeros(features.rows, features.columns);
  const add = (i: number, j: number, weight: number) => {
    const share = Matrix.mul(features.getRowVector(j), weight / Math.sqrt(degree(i) * degree(j)));
    result.setRow(i, Matrix.add(result.getRowVector(i), share));
  };
  for (const [i] of DEGREES.entries()) add(i, i, 1);
  for (const { from, to, weight } of EDGES) {
    add(from - 1, to - 1, weight);
    add(to - 1, from - 1, weight);
  }
  return result;
}

/** A diagonal matrix by a function of its entries. */
export const diagonal = (values: readonly number[]) => Matrix.diag([...values]);

/** The normalized adjacency with self-loops, column by column. */
export const SMOOTHING = smoothed(Matrix.eye(4, 4));

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** A matrix with every entry put through a function. */
export const mapped = (of: Matrix, f: (x: number) => number) =>
  new Matrix(of.to2DArray().map((row) => row.map(f)));
export function softmax(scores: readonly number[]): number[] {
  const total = sum(scores.map(Math.exp));
  return scores.map((score) => Math.exp(score) / total);
}
