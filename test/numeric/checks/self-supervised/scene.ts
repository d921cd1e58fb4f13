import type { Matrix } from 'ml-matrix';
import { vector } from '../../given';

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A vector of the plane by its angle and length, so that inner products are known without it. */
export const pointing = (angle: number, length = 1): Matrix =>
  vector([length * Math.cos(angle), length * Math.sin(angle)]);

export const cosine = (a: Matrix, b: Matrix): number => a.dot(b) / (a.norm() * b.norm());

/** The loss of choosing the first of several scores, by the odds of the others against it. */
export const againstFirst = (first: number, others: readonly number[]): number =>
  Math.log1p(sum(others.map((score) => Math.exp(score - first))));

/** The entropy, by how far the probabilities are from equal ones. */
export const entropy = (p: readonly number[]): number =>
  Math.log(p.length) - sum(p.map((chance) => chance * Math.log(chance * p.length)));
