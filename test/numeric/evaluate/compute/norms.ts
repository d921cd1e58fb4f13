import { determinant, Matrix, SVD } from 'ml-matrix';
import { Fault } from '../fault';
import { describe, elementsOf, isSequence, isSet, matrixOf, type Value } from '../values';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The norm of a vector or matrix; `degree` is the subscript: `2`, `1`, `\infty`, `F`, `*`. */
export function norm(value: Value, degree: string | number): number {
  const matrix = matrixOf(
    isSequence(value) ? Matrix.columnVector(numbersIn(value)) : value,
    'What has a norm',
  );
  const sizes = matrix.to1DArray().map(Math.abs);
  const isVector = matrix.rows === 1 || matrix.columns === 1;
  if (degree === 'F' || degree === '\\mathrm{F}') return Math.hypot(...sizes);
  if (isVector) return vectorNorm(sizes, degree);
  const singular = new SVD(matrix).diagonal;
  if (degree === 2 || degree === '\\mathrm{op}') return Math.max(...singular);
  if (degree === '\\ast') return sum(singular);
  if (degree === 1)
    return Math.max(
      ...matrix
        .transpose()
        .to2DArray()
        .map((row) => sum(row.map(Math.abs))),
    );
  if (degree === Infinity) return Math.max(...matrix.to2DArray().map((row) => sum(row.map(Math.abs))));
  throw new Fault(
    'unread',
    `Not read: the norm ${degree === '' ? 'without a subscript' : degree} of a matrix.`,
  );
}

function vectorNorm(sizes: readonly number[], degree: string | number): number {
  if (degree === '' || degree === 2) return Math.hypot(...sizes);
  if (degree === Infinity) return Math.max(...sizes);
  if (degree === 0) return sizes.filter((size) => size !== 0).length;
  if (typeof degree === 'number') return sum(sizes.map((size) => size ** degree)) ** (1 / degree);
  throw new Fault('unread', `Not read: the norm ${degree}.`);
}

function numbersIn(value: Value): number[] {
  if (typeof value === 'number') return [value];
  if (isSequence(value)) return elementsOf(value).flatMap(numbersIn);
  throw new Fault('shape', `${describe(value)} has no norm.`);
}

/** `\lvert x \rvert`: of a number its size, of a set how many elements it has, of a square matrix its determinant. */
export function absolute(value: Value): number {
  if (typeof value === 'number') return Math.abs(value);
  if (isSet(value)) return value.elements.length;
  if (isSequence(value)) return elementsOf(value).length;
  if (value instanceof Matrix && value.isSquare()) return determinant(value);
  throw new Fault('shape', `${describe(value)} has no absolute value.`);
}
