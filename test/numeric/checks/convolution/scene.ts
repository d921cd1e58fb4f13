import { random } from '../../random';

/** An image of one channel; zero beyond its border, as by padding. Pixels count from 1. */
export type Image = (i: number, j: number) => number;

const source = random(23);

/** A block of random numbers, as a function of its indices that is zero outside. */
export function block(...sizes: readonly number[]): (...indices: readonly number[]) => number {
  const places = sizes.reduce((size, next) => size * next, 1);
  const values = Array.from({ length: places }, () => source.normal());
  return (...indices) => {
    let place = 0;
    for (const [axis, size] of sizes.entries()) {
      const index = indices[axis] ?? Number.NaN;
      if (!(index >= 1 && index <= size)) return 0;
      place = place * size + index - 1;
    }
    return values[place] ?? Number.NaN;
  };
}

/** A kernel whose first two indices are offsets from -reach to reach. */
export function kernel(reach: number, ...channels: readonly number[]) {
  const values = block(2 * reach + 1, 2 * reach + 1, ...channels);
  return (k: number, l: number, ...rest: readonly number[]) => values(k + reach + 1, l + reach + 1, ...rest);
}

/** Every index from 1 to `size`. */
export function upTo(size: number): readonly number[] {
  return Array.from({ length: size }, (_, index) => index + 1);
}

/** Sums over all pairs of two ranges. */
export function pairs(first: readonly number[], second: readonly number[]): readonly (readonly number[])[] {
  return first.flatMap((a) => second.map((b) => [a, b]));
}

export const HEIGHT = 5;
export const WIDTH = 6;

/**
 * What a kernel makes of an image at a pixel, found from the input's side: every input pixel sends its value to the
 * outputs that it lies in reach of.
 */
export function scattered(
  image: Image,
  weight: (k: number, l: number) => number,
  [i, j]: readonly [number, number],
  rate = 1,
): number {
  let total = 0;
  for (let row = 1; row <= HEIGHT; row++) {
    for (let column = 1; column <= WIDTH; column++) {
      const [down, right] = [(row - i) / rate, (column - j) / rate];
      if (Number.isInteger(down) && Number.isInteger(right))
        total += weight(down, right) * image(row, column);
    }
  }
  return total;
}
