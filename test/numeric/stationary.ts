import { Matrix, solve } from 'ml-matrix';
import { gradient, hessian } from './differences';

const STEPS = 12;

/** Where the gradient of a smooth function vanishes, by Newton's method from a place near by; to about 1e-9. */
export function stationaryPoint(f: (x: Matrix) => number, start: readonly number[]): readonly number[] {
  let x = Matrix.columnVector([...start]);
  for (let step = 0; step < STEPS; step++) x = Matrix.sub(x, solve(hessian(f, x), gradient(f, x)));
  return x.to1DArray();
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a function with one valley between two numbers is least, by golden section; to about 1e-8. */
export function valleyOf(f: (x: number) => number, from: number, to: number): number {
  const sampled = (x: number) => ({ x, height: f(x) });
  let [low, high] = [from, to];
  let left = sampled(high - GOLDEN * (high - low));
  let right = sampled(low + GOLDEN * (high - low));
  while (high - low > 1e-8) {
    if (left.height < right.height) {
      [high, right] = [right.x, left];
      left = sampled(high - GOLDEN * (high - low));
    } else {
      [low, left] = [left.x, right];
      right = sampled(low + GOLDEN * (high - low));
    }
  }
  return (low + high) / 2;
}

/** The row of probabilities that a Markov chain settles on, by taking many steps; rows of the matrix sum to one. */
export function settledOn(transitions: Matrix): readonly number[] {
  let row = Matrix.ones(1, transitions.rows).mul(1 / transitions.rows);
  for (let step = 0; step < 2000; step++) row = row.mmul(transitions);
  return row.to1DArray();
}
