import { Matrix } from 'ml-matrix';
import { atEach } from './evaluate/compute/arithmetic';
import {
  type Computed,
  type FiniteSet,
  type FunctionValue,
  type Given,
  type Plain,
  type Sequence,
  sequenceOf,
  toValue,
} from './evaluate/values';

/** A column vector. */
export function vector(entries: readonly number[]): Matrix {
  return Matrix.columnVector([...entries]);
}

/** A row vector. */
export function row(entries: readonly number[]): Matrix {
  return Matrix.rowVector([...entries]);
}

/** A matrix by its rows. */
export function matrix(rows: readonly (readonly number[])[]): Matrix {
  return new Matrix(rows.map((entries) => [...entries]));
}

/** The identity matrix. */
export function identity(size: number): Matrix {
  return Matrix.eye(size, size);
}

/** Both `\mathbf{x}`, a column, and its entries `x_{i}`: `...entries('x', [1, 2])`. */
export function entries(letter: string, values: readonly number[]): Readonly<Record<string, Given>> {
  const bold = letter.startsWith('\\') ? `\\boldsymbol{${letter}}` : `\\mathbf{${letter}}`;
  return { [letter]: values, [bold]: vector(values) };
}

/** A sequence whose first element has another index than 1: `from(0, [x0, x1])`. */
export function from(first: number, values: readonly Given[]): Sequence {
  return sequenceOf(values, first);
}

/** Values for any index, by a rule: `indexed((i, j) => i + j)` is `x_{i,j}`. It has no last element. */
export function indexed(
  rule: (...indices: number[]) => Given,
  leaf: 'value' | 'function' = 'value',
): Sequence {
  const inner = (known: readonly number[]): Sequence => ({
    kind: 'sequence',
    depth: rule.length - known.length,
    leaf,
    first: 1,
    last: null,
    at: (index) =>
      known.length + 1 === rule.length ? toValue(rule(...known, index)) : inner([...known, index]),
  });
  return inner([]);
}

/** A function of numbers that an array is put through entry by entry, as activations are. */
export function elementwise(f: (x: number) => number): FunctionValue {
  return { kind: 'function', call: ([value]) => atEach(value ?? Number.NaN, f) };
}

/** A finite set. */
export function set(elements: readonly Given[]): FiniteSet {
  return { kind: 'set', elements: elements.map(toValue) };
}

/**
 * A value that is computed from others of the scope, so that the LaTeX may differentiate it in them:
 * `'\\mathcal{L}': computed((get) => loss(get('\\mathbf{w}')))`.
 */
export function computed(of: (get: (fragment: string) => Plain) => Given): Computed {
  return { kind: 'computed', of };
}
