import { Matrix } from 'ml-matrix';
import { matrix, vector } from '../../given';
import { operator } from '../../operators';

/** A quadratic with a known lowest point, for all methods that go downhill. */
export const HESSIAN = matrix([
  [2, 0.5],
  [0.5, 1],
]);
export const LOWEST = vector([1, -2]);
export const inner = (x: Matrix, y: Matrix) => Matrix.mul(x, y).sum();
export const quadratic = (x: Matrix) => 0.5 * inner(Matrix.sub(x, LOWEST), slope(x)) + 3;
export const slope = (x: Matrix) => HESSIAN.mmul(Matrix.sub(x, LOWEST));

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const range = (length: number) => Array.from({ length }, (_, i) => i);

/** The values of a vector and of another one, put together entry by entry. */
export function paired(x: Matrix, y: Matrix, of: (x: number, y: number) => number): Matrix {
  return vector(x.to1DArray().map((entry, i) => of(entry, y.get(i, 0))));
}

function weighted(values: readonly Matrix[], weights: readonly number[]): Matrix {
  const parts = values.map((value, i) => Matrix.mul(value, weights[i] ?? 0));
  return parts.reduce((total, part) => Matrix.add(total, part));
}

/** Values that decay: the last has the weight 1, the one before it `decay`, and so on. */
export function decayingSum(decay: number, values: readonly Matrix[]): Matrix {
  return weighted(
    values,
    values.map((_, i) => decay ** (values.length - 1 - i)),
  );
}

/** As {@link decayingSum}, with weights that sum to one. */
export function decayingMean(decay: number, values: readonly Matrix[]): Matrix {
  const total = sum(values.map((_, i) => decay ** i));
  return Matrix.div(decayingSum(decay, values), total);
}

/** A running mean that begins at zero, for no values, one, two, and so on, without the recursion. */
export function runningMeans(decay: number, values: readonly Matrix[]): readonly Matrix[] {
  const zero = Matrix.mul(values[0] ?? vector([0]), 0);
  return [zero, ...values.map((_, i) => Matrix.mul(decayingSum(decay, values.slice(0, i + 1)), 1 - decay))];
}

export const squares = (values: readonly Matrix[]) => values.map((value) => Matrix.mul(value, value));

/** Where a function with one valley is lowest, by golden sections: to about 1e-8. */
export function lowest(f: (x: number) => number, from = -20, to = 20): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-9) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

const numeric = (value: number | Matrix) => (typeof value === 'number' ? value : Number.NaN);

/** `\operatorname*{arg\,min}` over the numbers of an interval. */
export const argLowest = (letter: string, from?: number, to?: number) =>
  operator(letter, (body) => lowest((x) => numeric(body(x)), from, to));

/** Where a convex function of two numbers is lowest, by one number after the other; kinks must lie along the axes. */
function lowestInPlane(f: (x: Matrix) => number): Matrix {
  let [x, y] = [0, 0];
  for (const _ of range(11)) {
    const [beforeX, beforeY] = [x, y];
    x = lowest((first) => f(vector([first, beforeY])), -9, 9);
    y = lowest((second) => f(vector([x, second])), -9, 9);
    if (Math.hypot(x - beforeX, y - beforeY) < 1e-7) break;
  }
  return vector([x, y]);
}

/** `\operatorname*{arg\,min}` over the plane. */
export const argLowestInPlane = (letter: string) =>
  operator(letter, (body) => lowestInPlane((x) => numeric(body(x))));

/** `\inf` or `\min` over the plane. */
export const leastInPlane = (letter: string) =>
  operator(letter, (body) => {
    const f = (x: Matrix) => numeric(body(x));
    return f(lowestInPlane(f));
  });

/** `\sup` over the plane, of a concave function. */
export const mostInPlane = (letter: string) =>
  operator(letter, (body) => {
    const f = (x: Matrix) => -numeric(body(x));
    return -f(lowestInPlane(f));
  });
