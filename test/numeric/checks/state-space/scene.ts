import { Matrix } from 'ml-matrix';
import { random } from '../../random';

/** The element at an index from 0; a check that runs over the end of its scene is a fault of the check. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new Error(`The scene has no element ${index}.`);
  return element;
}

/** The product of numbers `of(from) … of(to)`, one if there are none. */
export function product(from: number, to: number, of: (index: number) => number): number {
  let result = 1;
  for (let index = from; index <= to; index++) result *= of(index);
  return result;
}

/** The sum of matrices `of(from) … of(to)`. */
export function total(from: number, to: number, of: (index: number) => Matrix): Matrix {
  const first = of(from).clone();
  for (let index = from + 1; index <= to; index++) first.add(of(index));
  return first;
}

const source = random(31);

/** Four steps, keys and queries of two entries, values of three. Index 0 is unused: steps count from 1. */
export const STEPS = 4;
const steps = <T>(draw: () => T): readonly T[] => Array.from({ length: STEPS }, draw);
const inUnit = () => 0.2 + 0.6 * source.uniform();

export const keys = steps(() => source.normals(2));
export const queries = steps(() => source.normals(2));
export const values = steps(() => source.normals(3));
export const decays = steps(inUnit);
export const strengths = steps(inUnit);
export const gates = steps(() => Matrix.columnVector([inUnit(), inUnit()]));
export const inputs = steps(() => source.normal());

/** A column times a row. */
export function outer(column: Matrix, of: Matrix): Matrix {
  return column.mmul(of.transpose());
}

/** The exponential of a matrix by its series, halved often enough for the series to converge fast. */
export function exponential(of: Matrix): Matrix {
  const halvings = 12;
  const small = of.clone().div(2 ** halvings);
  let term: Matrix = Matrix.eye(of.rows, of.rows);
  let sum: Matrix = Matrix.eye(of.rows, of.rows);
  for (let n = 1; n <= 10; n++) {
    term = term.mmul(small).div(n);
    sum = Matrix.add(sum, term);
  }
  for (let n = 0; n < halvings; n++) sum = sum.mmul(sum);
  return sum;
}

/** A damped rotation: its exponential is known in closed form. */
export const DAMPING = 0.7;
export const FREQUENCY = 1.3;
export const rotation = new Matrix([
  [-DAMPING, -FREQUENCY],
  [FREQUENCY, -DAMPING],
]);

/** The exponential of `time` times the damped rotation. */
export function rotated(time: number): Matrix {
  const size = Math.exp(-DAMPING * time);
  const cosine = size * Math.cos(FREQUENCY * time);
  const sine = size * Math.sin(FREQUENCY * time);
  return new Matrix([
    [cosine, -sine],
    [sine, cosine],
  ]);
}
