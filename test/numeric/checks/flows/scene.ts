import { determinant, type Matrix } from 'ml-matrix';
import { jacobian } from '../../differences';
import { matrix, vector } from '../../given';

export type Flow = (x: Matrix) => Matrix;

/** The numbers from 0 to before `n`. */
export const range = (n: number) => Array.from({ length: n }, (_, i) => i);

export const bell = (x: number, mean = 0, deviation = 1) =>
  Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));

/** The density of independent standard normal components. */
export const standard = (z: Matrix) => z.to1DArray().reduce((product, entry) => product * bell(entry), 1);

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The entries of a column, and those of a part of it. */
export const pair = (x: Matrix): readonly [number, number] => [x.get(0, 0), x.get(1, 0)];

/** The log volume by which a map stretches, by finite differences. */
export const logStretch = (map: Flow, x: Matrix) => Math.log(Math.abs(determinant(jacobian(map, x))));

/** A lower triangular matrix and a shift: normal noise becomes a correlated normal distribution. */
export const FACTOR = matrix([
  [0.7, 0, 0],
  [-0.5, 1.3, 0],
  [0.4, 0.9, 0.6],
]);
export const SHIFT = vector([0.3, -1.1, 0.8]);
export const NOISE = vector([1.2, -0.7, 0.5]);
export const MIXED = FACTOR.mmul(NOISE).add(SHIFT);
export const NORMAL = { mean: SHIFT, covariance: FACTOR.mmul(FACTOR.transpose()) };

/** Bent steps in the plane, whose second component is normal given the first. */
export const STEPS: readonly Flow[] = [
  (z) => {
    const [a, b] = pair(z);
    return vector([a, b * Math.exp(0.4 * a) + Math.sin(a)]);
  },
  (z) => {
    const [a, b] = pair(z);
    return vector([-0.6 * a + 0.2, 1.7 * b - a ** 2]);
  },
];
export const UNSTEPS: readonly Flow[] = [
  (x) => {
    const [a, b] = pair(x);
    return vector([a, (b - Math.sin(a)) * Math.exp(-0.4 * a)]);
  },
  (x) => {
    const [a, b] = pair(x);
    const before = (a - 0.2) / -0.6;
    return vector([before, (b + before ** 2) / 1.7]);
  },
];
/** The density after the first and after both steps: that of the first component, times that of the second given it. */
export const DENSITIES: readonly ((x: Matrix) => number)[] = [
  (x) => {
    const [a, b] = pair(x);
    return bell(a) * bell(b, Math.sin(a), Math.exp(0.4 * a));
  },
  (x) => {
    const [a, b] = pair(x);
    const first = (0.2 - a) / 0.6;
    return bell(a, 0.2, 0.6) * bell(b, 1.7 * Math.sin(first) - first ** 2, 1.7 * Math.exp(0.4 * first));
  },
];

/** All random signs in the plane, and the mean of a number over them. */
export const signs = [-1, 1].flatMap((a) => [-1, 1].map((b) => vector([a, b])));
export const overSigns = (value: (v: Matrix) => number) => signs.reduce((sum, v) => sum + value(v) / 4, 0);
export const form = (v: Matrix, middle: Matrix) => v.dot(middle.mmul(v));
