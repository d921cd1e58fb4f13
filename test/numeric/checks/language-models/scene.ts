/** A language of three words: the chance of each by the one before it. The first line is how a text begins. */
const AFTER = [
  [1 / 2, 1 / 4, 1 / 4],
  [1 / 4, 1 / 4, 1 / 2],
  [1 / 8, 5 / 8, 1 / 4],
  [1 / 2, 3 / 8, 1 / 8],
];

/** The chance of a word after a text. */
export function markov(word: number, before: number | readonly number[]): number {
  return AFTER[[before].flat().at(-1) ?? 0]?.[word - 1] ?? 0;
}

/** A text whose words have the chances 1/2, 1/2, 1/2 and 1/4. */
export const TEXT = [1, 3, 1, 2];

/** All subsets of a list. */
export function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others, ...others.map((some) => [first, ...some])];
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);

/** Rules by number of the item, from 1, as the functions of a scope are. */
export const listed = (values: readonly number[]) => (item: number) => values[item - 1] ?? 0;

/** The logarithm of the sum of exponentials, shifted as programs do. */
export function logSumExp(values: readonly number[]): number {
  const top = Math.max(...values);
  return top + Math.log(sum(values.map((value) => Math.exp(value - top))));
}

/** The divergence between two softmaxes as the Bregman divergence of their normalizers. */
export function logitDivergence(first: readonly number[], second: readonly number[]): number {
  const normalizer = logSumExp(first);
  const slope = sum(first.map((z, i) => Math.exp(z - normalizer) * ((second[i] ?? 0) - z)));
  return logSumExp(second) - normalizer - slope;
}

/** Where a function with one minimum is least, by bisection of its slope. */
export function lowest(slope: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
