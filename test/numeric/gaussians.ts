import { CholeskyDecomposition, determinant, inverse, Matrix } from 'ml-matrix';

/** A normal distribution of a column. */
export interface Gaussian {
  readonly mean: Matrix;
  readonly covariance: Matrix;
}

/**
 * The density of a normal distribution at a place, whitened by the Cholesky factor of its covariance. It is `NaN` for what
 * is no covariance, as broken equations ask for it.
 */
export function densityAt(x: Matrix, { mean, covariance }: Gaussian): number {
  if (!Matrix.isMatrix(covariance) || !covariance.isSquare()) return Number.NaN;
  const even = Matrix.add(covariance, covariance.transpose()).mul(0.5);
  if (Matrix.sub(covariance, even).norm() > 1e-9 * even.norm()) return Number.NaN;
  const factor = new CholeskyDecomposition(even).lowerTriangularMatrix;
  const white = inverse(factor).mmul(Matrix.sub(x, mean));
  return Math.exp(-white.dot(white) / 2) / (2 * Math.PI) ** (x.rows / 2) / determinant(factor);
}

/** Columns of equal weight whose mean and covariance (with `1 / N`) are those of the distribution, exactly. */
export function cloudOf({ mean, covariance }: Gaussian): readonly Matrix[] {
  const factor = new CholeskyDecomposition(covariance).lowerTriangularMatrix.mul(Math.sqrt(mean.rows));
  return Array.from({ length: mean.rows }, (_, k) => factor.getColumnVector(k)).flatMap((step) => [
    Matrix.add(mean, step),
    Matrix.sub(mean, step),
  ]);
}

/** The mean and covariance (with `1 / N`) of columns of equal weight. */
export function momentsOf(points: readonly Matrix[]): Gaussian {
  const [first] = points;
  if (first === undefined) throw new Error('There are no points.');
  const share = 1 / points.length;
  const mean = points.reduce((sum, point) => Matrix.add(sum, Matrix.mul(point, share)), first.clone().mul(0));
  const covariance = points.reduce(
    (sum, point) => {
      const gap = Matrix.sub(point, mean);
      return Matrix.add(sum, gap.mmul(gap.transpose()).mul(share));
    },
    Matrix.zeros(first.rows, first.rows),
  );
  return { mean, covariance };
}

/** The distribution of the entries `wanted` of a normal column, given values of the entries `seen`; indices from 0. */
export function conditioned(
  { mean, covariance }: Gaussian,
  wanted: readonly number[],
  seen: readonly number[],
  values: Matrix,
): Gaussian {
  const part = (rows: readonly number[], columns: readonly number[]) =>
    covariance.selection([...rows], [...columns]);
  if (seen.length === 0) return { mean: mean.selection([...wanted], [0]), covariance: part(wanted, wanted) };
  const gain = part(wanted, seen).mmul(inverse(part(seen, seen)));
  const gap = Matrix.sub(values, mean.selection([...seen], [0]));
  return {
    mean: Matrix.add(mean.selection([...wanted], [0]), gain.mmul(gap)),
    covariance: Matrix.sub(part(wanted, wanted), gain.mmul(part(seen, wanted))),
  };
}
