export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The Kullback–Leibler divergence of two lists of probabilities. */
export const divergence = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((each, i) => each * Math.log(each / (q[i] ?? 0))));

/** The place of the largest, from 1. */
export const argMax = (values: readonly number[]) => values.indexOf(Math.max(...values)) + 1;
