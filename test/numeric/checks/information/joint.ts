import { set } from '../../given';
import { random } from '../../random';

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** With 0 log 0 = 0. */
export const logarithm = (x: number) => (x > 0 ? Math.log(x) : 0);
export const bits = (count: number) => count * Math.LN2;

/** Cover and Thomas, example 2.2.1: rows are values of Y, columns of X. Its entropies are printed there in bits. */
const textbook = [
  [1 / 8, 1 / 16, 1 / 32, 1 / 32],
  [1 / 16, 1 / 8, 1 / 32, 1 / 32],
  [1 / 16, 1 / 16, 1 / 16, 1 / 16],
  [1 / 4, 0, 0, 0],
];
/** X is 0 to 3 and Y is 10 to 13, so that `p` knows its arguments apart. */
export const inputs = [0, 1, 2, 3];
export const outputs = [10, 11, 12, 13];
export const joint = (x: number, y: number) => textbook[y - 10]?.[x] ?? Number.NaN;
export const marginal = (value: number) =>
  value < 10 ? sum(outputs.map((y) => joint(value, y))) : sum(inputs.map((x) => joint(x, value)));
/** `p(x)`, `p(y)`, `p(x, y)`, `p(y \mid x)`, told by the arguments. */
function mass(first: number, second?: number): number {
  if (second === undefined) return marginal(first);
  return first < 10 ? joint(first, second) : joint(second, first) / marginal(second);
}
export const pairs = inputs.flatMap((x) => outputs.map((y) => [x, y]));
export const pairMasses = pairs.map(([x = 0, y = 0]) => joint(x, y));
export const example = {
  p: mass,
  '\\mathcal{X}': set(inputs),
  '\\mathcal{Y}': set(outputs),
  '\\log': logarithm,
};

/** Four dependent bits, numbered from 1: the sixteen words and their probabilities. */
const words = Array.from({ length: 16 }, (_, code) => [8, 4, 2, 1].map((bit) => Math.floor(code / bit) % 2));
const wordMasses = random(11).simplex(16);
/** The probability that the bits at some places are as in a word. */
function massAt(word: readonly number[], places: readonly number[]): number {
  const agrees = (other: readonly number[]) => places.every((place) => word[place - 1] === other[place - 1]);
  return sum(words.map((other, i) => (agrees(other) ? (wordMasses[i] ?? 0) : 0)));
}
const mean = (of: (word: readonly number[]) => number) =>
  sum(words.map((word, i) => (wordMasses[i] ?? 0) * of(word)));
/** The entropy of some of the bits together. */
export const entropyOf = (...places: readonly number[]) => mean((word) => -Math.log(massAt(word, places)));
/** The entropy of a bit when others are known. */
export const entropyGiven = (place: number, ...known: readonly number[]) =>
  mean((word) => -Math.log(massAt(word, [place, ...known]) / massAt(word, known)));
/** The information of two groups of bits about each other, when others are known. */
export const informationOf = (a: readonly number[], b: readonly number[], known: readonly number[] = []) =>
  mean((word) => {
    const together = massAt(word, [...a, ...b, ...known]) * massAt(word, known);
    return Math.log(together / massAt(word, [...a, ...known]) / massAt(word, [...b, ...known]));
  });

export const entropyIn = (masses: readonly number[]) => -sum(masses.map((p) => p * logarithm(p)));
/** The mutual information of the rows and columns of a table. */
export function informationIn(table: readonly (readonly number[])[]): number {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)));
  return sum(
    table.flatMap((row, i) => row.map((p, j) => p * logarithm(p / (rows[i] ?? 0) / (columns[j] ?? 0)))),
  );
}
