import { Matrix } from 'ml-matrix';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random numbers that are the same at every run. */
export interface Random {
  /** Between 0 and 1. */
  uniform(): number;
  /** Of mean 0 and variance 1. */
  normal(): number;
  /** An index from 0, with the probabilities given. */
  categorical(probabilities: readonly number[]): number;
  /** A column of normal entries. */
  normals(length: number): Matrix;
  /** A matrix of normal entries. */
  matrix(rows: number, columns: number): Matrix;
  /** A symmetric positive definite matrix, away from the singular ones. */
  positive(size: number): Matrix;
  /** Probabilities that sum to one, none near zero. */
  simplex(length: number): readonly number[];
}

/** A generator with a seed; two with one seed give the same numbers. */
export function random(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  // Box and Muller's transform; 1 - u is never zero.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const list = (length: number) => Array.from({ length }, normal);
  const matrix = (rows: number, columns: number) =>
    new Matrix(Array.from({ length: rows }, () => list(columns)));
  return {
    uniform,
    normal,
    categorical(probabilities) {
      let left = uniform();
      const index = probabilities.findIndex((probability) => {
        left -= probability;
        return left < 0;
      });
      return index === -1 ? probabilities.length - 1 : index;
    },
    normals: (length) => Matrix.columnVector(list(length)),
    matrix,
    positive(size) {
      const factor = matrix(size, size);
      return factor.mmul(factor.transpose()).add(Matrix.eye(size, size));
    },
    simplex(length) {
      const sizes = Array.from({ length }, () => 0.2 + uniform());
      const total = sizes.reduce((sum, size) => sum + size, 0);
      return sizes.map((size) => size / total);
    },
  };
}
