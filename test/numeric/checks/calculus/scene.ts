import { Matrix } from 'ml-matrix';
import { derivative } from '../../differences';
import { vector } from '../../given';
import { operator } from '../../operators';

export const range = (length: number) => Array.from({ length }, (_, i) => i);
/** The numbers of a column or a list. */
export const listed = (value: unknown) =>
  value instanceof Matrix ? value.to1DArray() : Array.isArray(value) ? value.map(Number) : [];

export const POINT = vector([0.6, -1.3]);
export const ALONG = vector([1.5, 0.4]);

/** The limit of a difference quotient: from steps of two sizes, so that the error of first order goes. */
export const limit = operator('h', (body) => {
  const [near, far] = [body(1e-4), body(2e-4)];
  if (typeof near === 'number' && typeof far === 'number') return 2 * near - far;
  if (near instanceof Matrix && far instanceof Matrix) return Matrix.mul(near, 2).sub(far);
  return Number.NaN;
});

/** A partial derivative by finite differences, as a function. */
export const partial = (f: (x: Matrix) => number, i: number) => (x: Matrix) =>
  derivative(
    (value) => {
      const copy = x.clone();
      copy.set(i, 0, value);
      return f(copy);
    },
    x.get(i, 0),
  );
