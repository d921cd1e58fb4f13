import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { entries, set } from '../../given';

const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** All words of some length over letters 0, 1, …. */
function words(length: number, letters: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  const each = Array.from({ length: letters }, (_, letter) => letter);
  return words(length - 1, letters).flatMap((word) => each.map((letter) => [...word, letter]));
}
const count = (word: readonly number[], letter: number) => word.filter((other) => other === letter).length;
/** The probability of those words of independent letters that are wanted. */
function massOf(
  length: number,
  shares: readonly number[],
  wanted: (word: readonly number[]) => boolean,
): number {
  const all = words(length, shares.length).filter(wanted);
  return sum(all.map((word) => product(word.map((letter) => shares[letter] ?? 0))));
}
const naturals = Array.from({ length: 12 }, (_, n) => n);
const [fromZero, fromOne] = [
  { '\\{0, 1, 2, \\dots\\}': set(naturals) },
  { '\\{1, 2, \\dots\\}': set(naturals.slice(1)) },
];
const shares = [0.5, 0.2, 0.3];

export const counts: readonly Check[] = [
  latexCheck('pmf-bernoulli', {
    states: 'both outcomes',
    cases: [
      { x: 1, mass: 0.3 },
      { x: 0, mass: 0.7 },
    ].map(({ x, mass }) => ({ given: { 'p(x; \\theta)': mass, x, '\\theta': 0.3 } })),
  }),
  latexCheck('pmf-binomial', {
    states: 'all words of six trials',
    cases: [
      { x: 2, theta: 0.3 },
      { x: 5, theta: 0.8 },
    ].map(({ x, theta }) => ({
      given: {
        'p(x; n, \\theta)': massOf(6, [1 - theta, theta], (word) => count(word, 1) === x),
        x,
        n: 6,
        '\\theta': theta,
      },
    })),
  }),
  latexCheck('pmf-categorical', {
    states: 'each category',
    cases: shares.map((share, k) => ({
      given: {
        'p(\\mathbf{x}; \\boldsymbol{\\theta})': share,
        x: shares.map((_, j) => (j === k ? 1 : 0)),
        '\\theta': shares,
        K: 3,
      },
    })),
  }),
  latexCheck('pmf-geometric', {
    states: 'all words of trials that end with the first success',
    cases: [
      { x: 3, theta: 0.3 },
      { x: 5, theta: 0.6 },
    ].map(({ x, theta }) => ({
      given: {
        'p(x; \\theta)': massOf(x, [1 - theta, theta], (word) => word.indexOf(1) === x - 1),
        x,
        '\\theta': theta,
        ...fromOne,
      },
    })),
  }),
  latexCheck('pmf-multinomial', {
    states: 'all words of six rolls',
    cases: [
      [3, 1, 2],
      [1, 4, 1],
    ].map((x) => ({
      given: {
        'p(\\mathbf{x}; n, \\boldsymbol{\\theta})': massOf(6, shares, (word) =>
          x.every((wanted, letter) => count(word, letter) === wanted),
        ),
        ...entries('x', x),
        n: 6,
        '\\theta': shares,
        K: 3,
      },
    })),
  }),
  latexCheck('pmf-negative-binomial', {
    states: 'all words of trials that end with the last success',
    cases: [
      { x: 3, r: 2, theta: 0.3 },
      { x: 4, r: 3, theta: 0.6 },
    ].map(({ x, r, theta }) => ({
      given: {
        'p(x; r, \\theta)': massOf(
          x + r,
          [1 - theta, theta],
          (word) => word.at(-1) === 1 && count(word, 1) === r,
        ),
        x,
        r,
        '\\theta': theta,
        ...fromZero,
      },
    })),
  }),
  latexCheck('pmf-poisson', {
    states: 'the waiting times of the events before and after',
    cases: [
      { x: 3, rate: 1.7 },
      { x: 1, rate: 4.2 },
    ].map(({ x, rate }) => ({
      given: {
        'p(x; \\lambda)': jStat.gamma.cdf(1, x, 1 / rate) - jStat.gamma.cdf(1, x + 1, 1 / rate),
        x,
        '\\lambda': rate,
        ...fromZero,
      },
    })),
  }),
];
