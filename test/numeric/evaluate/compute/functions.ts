import { jStat } from 'jstat';
import { determinant, Matrix } from 'ml-matrix';
import { Fault } from '../fault';
import { describe, elementsOf, isSequence, isSet, matrixOf, numberOf, type Value } from '../values';
import { atEach, multiply } from './arithmetic';
import { gamma, transpose } from './powers';

type Builtin = (values: readonly Value[]) => Value;

function only(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined || values.length !== 1)
    throw new Fault('shape', `One argument, not ${values.length}.`);
  return value;
}

const perEntry =
  (f: (x: number) => number): Builtin =>
  (values) =>
    atEach(only(values), f);

function logarithm(x: number): number {
  if (x < 0) throw new Fault('domain', `The logarithm of ${x}.`);
  return Math.log(x);
}

function square(values: readonly Value[], what: string): Matrix {
  const matrix = matrixOf(only(values), what);
  if (!matrix.isSquare()) throw new Fault('shape', `${what} of ${describe(matrix)}.`);
  return matrix;
}

/** A diagonal matrix of a vector, or the diagonal of a square one. */
function diagonal(values: readonly Value[]): Value {
  const [value] = values;
  if (values.length === 1 && value instanceof Matrix) {
    const isVector = value.rows === 1 || value.columns === 1;
    return isVector ? Matrix.diag(value.to1DArray()) : Matrix.columnVector(value.diag());
  }
  const entries = values.length === 1 && isSequence(value) ? elementsOf(value) : values;
  return Matrix.diag(entries.map((entry) => numberOf(entry, 'An entry of a diagonal')));
}

const normalized = (row: readonly number[]) => {
  const top = Math.max(...row);
  const sizes = row.map((entry) => Math.exp(entry - top));
  const total = sizes.reduce((a, b) => a + b, 0);
  return sizes.map((size) => size / total);
};

/** Of a vector over its entries; of a matrix over each row. */
function softmax(values: readonly Value[]): Value {
  const matrix = matrixOf(only(values), 'The argument of softmax');
  if (matrix.columns === 1) return Matrix.columnVector(normalized(matrix.to1DArray()));
  return new Matrix(matrix.to2DArray().map(normalized));
}

/** The numbers among which a maximum is sought: the arguments, or the entries of the only one. */
function candidates(values: readonly Value[]): readonly Value[] {
  const [value] = values;
  if (values.length !== 1 || value === undefined) return values;
  if (isSequence(value)) return elementsOf(value);
  if (isSet(value)) return value.elements;
  return value instanceof Matrix ? value.to1DArray() : values;
}

/** The largest or smallest; of matrices and numbers entry by entry, as in `\max(0, \mathbf{x})`. */
function extreme(pick: (...numbers: readonly number[]) => number): Builtin {
  return (values) => {
    const among = candidates(values);
    const matrix = among.find((value) => value instanceof Matrix);
    if (!(matrix instanceof Matrix)) return pick(...among.map((value) => numberOf(value, 'A candidate')));
    const at = (value: Value, i: number, j: number) =>
      value instanceof Matrix ? value.get(i, j) : numberOf(value, 'A candidate');
    const rows = Array.from({ length: matrix.rows }, (_, i) =>
      Array.from({ length: matrix.columns }, (_, j) => pick(...among.map((value) => at(value, i, j)))),
    );
    return new Matrix(rows);
  };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function inner([left, right]: readonly Value[]): Value {
  if (left === undefined || right === undefined) throw new Fault('shape', 'An inner product of two values.');
  if (!(left instanceof Matrix) || !(right instanceof Matrix)) return multiply(left, right);
  if (left.columns === 1) return multiply(transpose(left), right);
  return Matrix.mul(left, right).sum();
}

const named = (names: readonly string[], builtin: Builtin) =>
  names.map((name) => [/^[\\]/.test(name) ? name : `\\operatorname{${name}}`, builtin] as const);

/** The functions that mean the same everywhere; a check may give another meaning to any of them. */
const BUILTINS: ReadonlyMap<string, Builtin> = new Map([
  ...named(['\\log', '\\ln', 'log', 'ln'], perEntry(logarithm)),
  ...named(['\\exp', 'exp'], perEntry(Math.exp)),
  ...named(['\\sin'], perEntry(Math.sin)),
  ...named(['\\cos'], perEntry(Math.cos)),
  ...named(['\\tan'], perEntry(Math.tan)),
  ...named(['\\sinh'], perEntry(Math.sinh)),
  ...named(['\\cosh'], perEntry(Math.cosh)),
  ...named(['\\tanh', 'tanh'], perEntry(Math.tanh)),
  ...named(['\\arcsin'], perEntry(Math.asin)),
  ...named(['\\arccos'], perEntry(Math.acos)),
  ...named(['\\arctan'], perEntry(Math.atan)),
  ...named(['sigmoid'], perEntry(sigmoid)),
  ...named(
    ['softplus'],
    perEntry((x) => Math.log1p(Math.exp(x))),
  ),
  ...named(
    ['ReLU', 'relu'],
    perEntry((x) => Math.max(0, x)),
  ),
  ...named(['sign', 'sgn'], perEntry(Math.sign)),
  ...named(
    ['erf'],
    perEntry((x) => jStat.erf(x)),
  ),
  ...named(
    ['erfc'],
    perEntry((x) => jStat.erfc(x)),
  ),
  ...named(['\\Gamma'], perEntry(gamma)),
  ...named(['softmax'], softmax),
  ...named(['\\det', 'det'], (values) => determinant(square(values, 'The determinant'))),
  ...named(['tr', 'trace'], (values) => square(values, 'The trace').trace()),
  ...named(['diag'], diagonal),
  ...named(['vec'], (values) =>
    Matrix.columnVector(matrixOf(only(values), 'A matrix').transpose().to1DArray()),
  ),
  ...named(['rank'], (values) => rank(matrixOf(only(values), 'A matrix'))),
  ...named(['\\max', 'max'], extreme(Math.max)),
  ...named(['\\min', 'min'], extreme(Math.min)),
  ...named(['\\langle'], inner),
]);

function rank(matrix: Matrix): number {
  const echelon = matrix.reducedEchelonForm();
  return echelon.to2DArray().filter((row) => row.some((entry) => Math.abs(entry) > 1e-9)).length;
}

/** The function that a name has everywhere; null if it has none. */
export function builtin(name: string): Builtin | null {
  return BUILTINS.get(name) ?? null;
}

/** `\log_{2} x`. */
export function logarithmTo(base: Value, values: readonly Value[]): Value {
  const scale = Math.log(numberOf(base, 'The base of a logarithm'));
  return atEach(only(values), (x) => logarithm(x) / scale);
}
