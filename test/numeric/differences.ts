import { Matrix } from 'ml-matrix';

/** Central differences of fourth order: `f'(x)` to about 1e-11 for smooth functions of moderate size. */
const STENCIL: readonly (readonly [offset: number, weight: number])[] = [
  [-2, 1 / 12],
  [-1, -2 / 3],
  [1, 2 / 3],
  [2, -1 / 12],
];

const STEP = 1e-3;

const stepAt = (x: number) => STEP * Math.max(1, Math.abs(x));

/** The sum of values of any kind with the stencil's weights: the derivative along a direction. */
export function differences<T>(
  at: (step: number) => T,
  x: number,
  combine: (parts: readonly { readonly value: T; readonly weight: number }[]) => T,
): T {
  const step = stepAt(x);
  return combine(STENCIL.map(([offset, weight]) => ({ value: at(offset * step), weight: weight / step })));
}

const weighted = (parts: readonly { readonly value: number; readonly weight: number }[]) =>
  parts.reduce((sum, { value, weight }) => sum + value * weight, 0);

/** The derivative of a function of a number, by central differences. */
export function derivative(f: (x: number) => number, x: number): number {
  return differences((step) => f(x + step), x, weighted);
}

function moved(x: Matrix, row: number, column: number, step: number): Matrix {
  const copy = x.clone();
  copy.set(row, column, copy.get(row, column) + step);
  return copy;
}

/** The gradient of a function of a vector or matrix, in the same shape, by central differences. */
export function gradient(f: (x: Matrix) => number, x: Matrix): Matrix {
  const result = Matrix.zeros(x.rows, x.columns);
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j < x.columns; j++) {
      result.set(
        i,
        j,
        differences((step) => f(moved(x, i, j, step)), x.get(i, j), weighted),
      );
    }
  }
  return result;
}

/** The Jacobian of a function of a column vector: a row for each output, a column for each input. */
export function jacobian(f: (x: Matrix) => Matrix, x: Matrix): Matrix {
  const outputs = f(x).rows;
  const rows = Array.from({ length: outputs }, (_, i) => gradient((y) => f(y).get(i, 0), x).to1DArray());
  return new Matrix(rows);
}

/** The Hessian of a function of a column vector, by differences of differences: to about 1e-8. */
export function hessian(f: (x: Matrix) => number, x: Matrix): Matrix {
  return jacobian((y) => gradient(f, y), x);
}
