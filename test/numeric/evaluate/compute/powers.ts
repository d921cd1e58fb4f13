import { jStat } from 'jstat';
import { EigenvalueDecomposition, inverse, Matrix, pseudoInverse } from 'ml-matrix';
import { Fault } from '../fault';
import { integerOf, isFunction, matrixOf, numberOf, simplified, type Value } from '../values';
import { atEach } from './arithmetic';

/** A number's power, a square matrix's, or of other matrices the power of each entry where broadcasting is allowed. */
export function power(base: Value, exponent: Value, broadcast: boolean): Value {
  if (isFunction(base)) {
    return { kind: 'function', call: (values) => power(base.call(values), exponent, broadcast) };
  }
  if (typeof base === 'number') return base ** numberOf(exponent, 'An exponent');
  const matrix = matrixOf(base, 'The base of a power');
  const degree = numberOf(exponent, 'An exponent');
  if (matrix.isSquare()) return matrixPower(matrix, degree);
  if (broadcast) return atEach(base, (entry) => entry ** degree);
  throw new Fault(
    'shape',
    'Only a square matrix has a power; give `broadcast: true` for the power of each entry.',
  );
}

function matrixPower(matrix: Matrix, degree: number): Value {
  if (Math.abs(degree) === 0.5) return symmetricPower(matrix, degree);
  const times = integerOf(degree, 'The power of a matrix');
  const factor = times < 0 ? inverseOf(matrix) : matrix;
  let result = Matrix.eye(matrix.rows, matrix.columns);
  for (let i = 0; i < Math.abs(times); i++) result = result.mmul(factor);
  return simplified(result);
}

/** The root of a symmetric positive matrix, and its inverse root, by eigenvalues. */
function symmetricPower(matrix: Matrix, degree: number): Value {
  const gap = Matrix.sub(matrix, matrix.transpose()).norm();
  // The product of two positive matrices is not symmetric, and has its principal root all the same.
  if (gap > 1e-9 * matrix.norm()) return principalPower(matrix, degree);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  if (Math.min(...realEigenvalues) < -1e-9)
    throw new Fault('domain', 'The matrix under the root is not positive.');
  const roots = Matrix.diag(realEigenvalues.map((value) => Math.max(0, value) ** degree));
  return simplified(eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose()));
}

/** The principal root by the product form of Denman and Beavers' iteration. */
function principalPower(matrix: Matrix, degree: number): Value {
  let root = matrix.clone();
  let inverseRoot = Matrix.eye(matrix.rows, matrix.columns);
  for (let i = 0; i < 60; i++) {
    const next = Matrix.add(root, inverseOf(inverseRoot)).mul(0.5);
    inverseRoot = Matrix.add(inverseRoot, inverseOf(root)).mul(0.5);
    root = next;
  }
  const error = Matrix.sub(root.mmul(root), matrix).norm();
  if (!(error <= 1e-8 * Math.max(1, matrix.norm()))) throw new Fault('domain', 'The matrix has no root.');
  return degree > 0 ? root : inverseRoot;
}

function inverseOf(matrix: Matrix): Matrix {
  try {
    return inverse(matrix);
  } catch {
    throw new Fault('domain', 'The matrix has no inverse.');
  }
}

export function transpose(value: Value): Value {
  if (isFunction(value)) return { kind: 'function', call: (values) => transpose(value.call(values)) };
  if (typeof value === 'number') return value;
  return matrixOf(value, 'What is transposed').transpose();
}

export function pseudoinverse(value: Value): Value {
  return simplified(pseudoInverse(matrixOf(value, 'What is inverted')));
}

export function root(value: Value, degree: number, broadcast: boolean): Value {
  if (isFunction(value))
    return { kind: 'function', call: (values) => root(value.call(values), degree, broadcast) };
  if (typeof value === 'number') {
    if (value < 0) throw new Fault('domain', `The root of ${value}.`);
    return value ** (1 / degree);
  }
  if (!broadcast)
    throw new Fault('shape', 'The root of a matrix; give `broadcast: true` for the root of each entry.');
  return atEach(value, (entry) => entry ** (1 / degree));
}

export function factorial(value: Value): Value {
  const n = integerOf(value, 'A factorial');
  if (n < 0) throw new Fault('domain', 'The factorial of a negative number.');
  return Array.from({ length: n }, (_, i) => i + 1).reduce((product, factor) => product * factor, 1);
}

/** The gamma function; of halves and whole numbers to full precision. */
export function gamma(x: number): number {
  if (x > 0 && Number.isInteger(2 * x) && x < 170) {
    let result = Number.isInteger(x) ? 1 : Math.sqrt(Math.PI);
    for (let at = Number.isInteger(x) ? 1 : 0.5; at < x; at++) result *= at;
    return result;
  }
  return x > 0 ? Math.exp(jStat.gammaln(x)) : jStat.gammafn(x);
}

export function binomial(above: Value, below: Value): Value {
  const [n, k] = [numberOf(above, 'A binomial'), integerOf(below, 'A binomial')];
  return Array.from({ length: Math.max(0, k) }, (_, i) => (n - i) / (i + 1)).reduce(
    (a, b) => a * b,
    k < 0 ? 0 : 1,
  );
}
