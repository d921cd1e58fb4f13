import { expectation } from '../../operators';

export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
export const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
export const rowOf = (table: readonly (readonly number[])[], i: number) => table[i] ?? [];
export const divergenceOf = (p: readonly number[], q: readonly number[]) =>
  total(p.map((mass, i) => mass * Math.log(mass / at(q, i))));

/** Data on three places, and a generator that takes four values of noise to them. */
export const PLACES = [0, 1, 2];
export const REAL = [0.2, 0.5, 0.3];
const NOISES = [0, 1, 2, 3];
const NOISE = [0.1, 0.25, 0.3, 0.35];
export const generator = (z: number) => (z === 3 ? 0 : z);
export const FAKE = PLACES.map((x) => total(NOISES.map((z) => (generator(z) === x ? at(NOISE, z) : 0))));

/** The divergence of Jensen and Shannon by entropies. */
const entropyOf = (p: readonly number[]) => -total(p.map((mass) => mass * Math.log(mass)));
export const jensenShannon =
  entropyOf(PLACES.map((x) => (at(REAL, x) + at(FAKE, x)) / 2)) - (entropyOf(REAL) + entropyOf(FAKE)) / 2;

/** The chance that a sample at a place is real, if half of all are. */
export const chanceReal = (x: number) => at(REAL, x) / (at(REAL, x) + at(FAKE, x));

/** Another score of places, for what needs no best discriminator. */
export const score = (x: number) => at([0.4, -1.7, 2.2], x);
export const overReal = (f: (x: number) => number) => total(REAL.map((mass, x) => mass * f(x)));
export const overFake = (f: (x: number) => number) => total(FAKE.map((mass, x) => mass * f(x)));

export const scene = {
  G: generator,
  '\\mathbb{E}_{\\mathbf{x} \\sim p_{\\mathrm{data}}(\\mathbf{x})}': expectation('\\mathbf{x}', PLACES, REAL),
  '\\mathbb{E}_{\\mathbf{x} \\sim p_{\\mathrm{data}}}': expectation('\\mathbf{x}', PLACES, REAL),
  '\\mathbb{E}_{\\mathbf{x}}': expectation('\\mathbf{x}', PLACES, REAL),
  '\\mathbb{E}_{\\mathbf{z} \\sim p_{\\mathbf{z}}(\\mathbf{z})}': expectation('\\mathbf{z}', NOISES, NOISE),
  '\\mathbb{E}_{\\mathbf{z} \\sim p_{\\mathbf{z}}}': expectation('\\mathbf{z}', NOISES, NOISE),
  '\\mathbb{E}_{\\mathbf{z}}': expectation('\\mathbf{z}', NOISES, NOISE),
};
