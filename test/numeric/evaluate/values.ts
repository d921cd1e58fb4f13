import { Matrix } from 'ml-matrix';
import { Fault, guarded } from './fault';

/** A function of values, as the evaluator applies it. */
export interface FunctionValue {
  readonly kind: 'function';
  call(values: readonly Value[]): Value;
}

/** Values with indices: `x_{1}`, `x_{2}`, …; `last` is null where there is no last one. */
export interface Sequence {
  readonly kind: 'sequence';
  /** How many indices an element takes. */
  readonly depth: number;
  readonly leaf: 'value' | 'function';
  readonly first: number;
  readonly last: number | null;
  at(index: number): Value;
}

/** What binds letters in what follows it: an expectation, a maximum over a set. */
export interface Operator {
  readonly kind: 'operator';
  /** LaTeX of the letters that it binds. */
  readonly letters: readonly string[];
  apply(body: (values: readonly Given[]) => Value): Value;
}

export interface FiniteSet {
  readonly kind: 'set';
  readonly elements: readonly Value[];
}

/** A value that depends on others of the scope, so that it can be differentiated in them. */
export interface Computed {
  readonly kind: 'computed';
  of(get: (fragment: string) => Plain): Given;
}

/** What a check may give for a fragment. An array is a sequence from index 1; a column vector is a `Matrix`. */
export type Given =
  | number
  | boolean
  | Matrix
  | readonly Given[]
  | ((...values: never[]) => Given)
  | FunctionValue
  | Sequence
  | Operator
  | FiniteSet
  | Computed;

/** What an expression evaluates to. A 1×1 matrix is a number. */
export type Value = number | boolean | Matrix | Sequence | FunctionValue | Operator | FiniteSet;

/** A value as the functions of a check get it; they say themselves what they expect. */
// biome-ignore lint/suspicious/noExplicitAny: a check's functions state the types of what its own scope holds.
export type Plain = any;

/** An array as a sequence whose first element has the index `first`. */
export function sequenceOf(items: readonly Given[], first = 1): Sequence {
  const values = items.map(toValue);
  const inner = values[0];
  const nested = isSequence(inner) ? inner : null;
  return {
    kind: 'sequence',
    depth: 1 + (nested?.depth ?? 0),
    leaf: nested?.leaf ?? (isFunction(inner) ? 'function' : 'value'),
    first,
    last: first + values.length - 1,
    at(index) {
      const value = values[index - first];
      if (value === undefined) throw new Fault('domain', `There is no element ${index}.`);
      return value;
    },
  };
}

export const isSequence = (value: unknown): value is Sequence => kindIs(value, 'sequence');
export const isFunction = (value: unknown): value is FunctionValue => kindIs(value, 'function');
export const isOperator = (value: unknown): value is Operator => kindIs(value, 'operator');
export const isSet = (value: unknown): value is FiniteSet => kindIs(value, 'set');
export const isComputed = (value: unknown): value is Computed => kindIs(value, 'computed');

function kindIs(value: unknown, kind: string): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

function isList(value: Given): value is readonly Given[] {
  return Array.isArray(value);
}

/** A given value as the evaluator holds it. */
export function toValue(given: Given): Value {
  if (typeof given === 'number' || typeof given === 'boolean') return given;
  if (given instanceof Matrix) return simplified(given);
  if (isList(given)) return sequenceOf(given);
  if (typeof given === 'function') {
    const apply = given as (...values: readonly Plain[]) => Given;
    return { kind: 'function', call: (values) => toValue(guarded(() => apply(...values.map(toPlain)))) };
  }
  if (given.kind === 'computed') throw new Fault('domain', 'A computed value can only stand in a scope.');
  return given;
}

/** A value as the functions of a check get it: sequences and sets as arrays, functions as functions. */
export function toPlain(value: Value): Plain {
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Matrix) return value;
  switch (value.kind) {
    case 'sequence':
      return value.last === null ? value : elementsOf(value).map(toPlain);
    case 'set':
      return value.elements.map(toPlain);
    case 'function':
      return (...given: readonly Given[]) => toPlain(value.call(given.map(toValue)));
    case 'operator':
      return value;
  }
}

/** The elements of a sequence that has a last one. */
export function elementsOf({ first, last, at }: Sequence): readonly Value[] {
  if (last === null) throw new Fault('domain', 'The sequence has no last element.');
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => at(first + i));
}

/** The number in a 1×1 matrix; another matrix as it is. */
export function simplified(matrix: Matrix): number | Matrix {
  return matrix.rows === 1 && matrix.columns === 1 ? matrix.get(0, 0) : matrix;
}

/** The value as a number. */
export function numberOf(value: Value, what: string): number {
  if (typeof value === 'number') return value;
  throw new Fault('shape', `${what} must be a number, and is ${describe(value)}.`);
}

/** The value as a whole number; rounding errors of a division are forgiven. */
export function integerOf(value: Value, what: string): number {
  const number = numberOf(value, what);
  const whole = Math.round(number);
  if (Math.abs(number - whole) > 1e-9) throw new Fault('domain', `${what} must be whole, and is ${number}.`);
  return whole;
}

/** The value as a matrix; a number is a 1×1 one. */
export function matrixOf(value: Value, what: string): Matrix {
  if (value instanceof Matrix) return value;
  if (typeof value === 'number') return new Matrix([[value]]);
  throw new Fault('shape', `${what} must be a matrix, and is ${describe(value)}.`);
}

/** A value in words, for messages: `a 2×3 matrix`. */
export function describe(value: Value): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Matrix) {
    const rows = value.to2DArray().map((row) => row.map((entry) => Number(entry.toPrecision(8))).join(' '));
    return `a ${value.rows}×${value.columns} matrix [${rows.join('; ').slice(0, 120)}]`;
  }
  if (value.kind === 'sequence' && value.last !== null) {
    return `a sequence (${elementsOf(value).map(describe).join(', ').slice(0, 120)})`;
  }
  return `a ${value.kind}`;
}
