import { Matrix } from 'ml-matrix';
import { Fault } from '../fault';
import {
  describe,
  elementsOf,
  isFunction,
  isSequence,
  matrixOf,
  sequenceOf,
  simplified,
  type Value,
} from '../values';

type Pair = (left: number, right: number) => number;

const shapeOf = ({ rows, columns }: Matrix) => `${rows}×${columns}`;

function clash(what: string, left: Value, right: Value): Fault {
  return new Fault('shape', `${describe(left)} and ${describe(right)} cannot be ${what}.`);
}

/** Functions are added and multiplied at each argument: `m = \frac{1}{2} (p + q)`. */
function lifted(left: Value, right: Value, combine: (left: Value, right: Value) => Value): Value | null {
  if (!isFunction(left) && !isFunction(right)) return null;
  const at = (value: Value, values: readonly Value[]) => (isFunction(value) ? value.call(values) : value);
  return { kind: 'function', call: (values) => combine(at(left, values), at(right, values)) };
}

function isAcross(left: Matrix, right: Matrix): boolean {
  const fits = (a: number, b: number) => a === b || a === 1 || b === 1;
  return fits(left.rows, right.rows) && fits(left.columns, right.columns);
}

/** Combines entry by entry; a row, a column or a number is repeated where the shapes ask for it. */
function across(left: Matrix, right: Matrix, pair: Pair): Matrix {
  const rows = Math.max(left.rows, right.rows);
  const columns = Math.max(left.columns, right.columns);
  const at = (matrix: Matrix, i: number, j: number) =>
    matrix.get(matrix.rows === 1 ? 0 : i, matrix.columns === 1 ? 0 : j);
  const entries = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => pair(at(left, i, j), at(right, i, j))),
  );
  return new Matrix(entries);
}

/** Combines two values entry by entry: numbers, or matrices of one shape, unless broadcasting is allowed. */
export function entrywise(left: Value, right: Value, pair: Pair, what: string, broadcast: boolean): Value {
  const function_ = lifted(left, right, (a, b) => entrywise(a, b, pair, what, broadcast));
  if (function_ !== null) return function_;
  if (typeof left === 'number' && typeof right === 'number') return pair(left, right);
  if (typeof left === 'boolean' || typeof right === 'boolean') throw clash(what, left, right);
  if (isSequence(left) || isSequence(right)) return sequences(left, right, pair, what, broadcast);
  const [a, b] = [matrixOf(left, 'A term'), matrixOf(right, 'A term')];
  if (shapeOf(a) !== shapeOf(b) && !(broadcast && isAcross(a, b))) throw clash(what, left, right);
  return simplified(across(a, b, pair));
}

function sequences(left: Value, right: Value, pair: Pair, what: string, broadcast: boolean): Value {
  if (!isSequence(left) || !isSequence(right)) throw clash(what, left, right);
  const [a, b] = [elementsOf(left), elementsOf(right)];
  if (a.length !== b.length) throw clash(what, left, right);
  return sequenceOf(a.map((value, i) => entrywise(value, b[i] ?? 0, pair, what, broadcast)));
}

/** The sum of two values. Nothing, the sum of no terms, may be added to anything. */
export function add(left: Value, right: Value, broadcast: boolean): Value {
  if (left === 0 && right instanceof Matrix) return right;
  if (right === 0 && left instanceof Matrix) return left;
  return entrywise(left, right, (a, b) => a + b, 'added', broadcast);
}

export function negate(value: Value): Value {
  return scaled(value, -1);
}

/** A value times a number. */
export function scaled(value: Value, factor: number): Value {
  if (typeof value === 'number') return value * factor;
  if (value instanceof Matrix) return Matrix.mul(value, factor);
  if (isFunction(value)) return { kind: 'function', call: (values) => scaled(value.call(values), factor) };
  if (isSequence(value)) return sequenceOf(elementsOf(value).map((element) => scaled(element, factor)));
  throw new Fault('shape', `${describe(value)} has no multiple.`);
}

/** The product of numbers and matrices that stand side by side. */
export function multiply(left: Value, right: Value): Value {
  const function_ = lifted(left, right, multiply);
  if (function_ !== null) return function_;
  if (typeof left === 'number') return scaled(right, left);
  if (typeof right === 'number') return scaled(left, right);
  if (!(left instanceof Matrix) || !(right instanceof Matrix) || left.columns !== right.rows) {
    throw clash('multiplied', left, right);
  }
  return simplified(left.mmul(right));
}

/** `a \cdot b`: the product, and of two columns the inner one. */
export function dot(left: Value, right: Value): Value {
  const columns =
    left instanceof Matrix && right instanceof Matrix && left.columns === 1 && right.columns === 1;
  return columns ? multiply(left.transpose(), right) : multiply(left, right);
}

export function hadamard(left: Value, right: Value, broadcast: boolean): Value {
  if (typeof left === 'number' || typeof right === 'number') {
    if (typeof left === typeof right || broadcast) return multiply(left, right);
    throw clash('multiplied entry by entry', left, right);
  }
  return entrywise(left, right, (a, b) => a * b, 'multiplied entry by entry', broadcast);
}

/** A value by a number; by a matrix only entry by entry. */
export function divide(left: Value, right: Value, broadcast: boolean): Value {
  const function_ = lifted(left, right, (a, b) => divide(a, b, broadcast));
  if (function_ !== null) return function_;
  if (typeof left === 'number' && typeof right === 'number') return left / right;
  if (typeof right === 'number') return scaled(left, 1 / right);
  if (!broadcast) throw clash('divided', left, right);
  return entrywise(left, right, (a, b) => a / b, 'divided entry by entry', broadcast);
}

/** The Kronecker product. */
export function kronecker(left: Value, right: Value): Value {
  return simplified(matrixOf(left, 'A factor').kroneckerProduct(matrixOf(right, 'A factor')));
}

/** A function of numbers, at each entry. */
export function atEach(value: Value, f: (x: number) => number): Value {
  if (typeof value === 'number') return f(value);
  if (value instanceof Matrix) return new Matrix(value.to2DArray().map((row) => row.map(f)));
  if (isSequence(value)) return sequenceOf(elementsOf(value).map((element) => atEach(element, f)));
  if (isFunction(value)) return { kind: 'function', call: (values) => atEach(value.call(values), f) };
  throw new Fault('shape', `${describe(value)} is no number.`);
}
