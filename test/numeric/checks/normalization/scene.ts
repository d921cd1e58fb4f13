import { Matrix } from 'ml-matrix';
import { vector } from '../../given';

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]) => sum(values) / values.length;
export const range = (length: number) => Array.from({ length }, (_, i) => i);

/** With the mean 0 and the variance 1, by the matrix that takes the mean away. */
export function whitened(values: readonly number[]): readonly number[] {
  const away = Matrix.eye(values.length).sub(Matrix.ones(values.length, values.length).div(values.length));
  const centred = away.mmul(vector(values));
  return centred.div(centred.norm() / Math.sqrt(values.length)).to1DArray();
}
