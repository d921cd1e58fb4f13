import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { identity, matrix, set, vector } from '../../given';
import { operator } from '../../operators';
import { leastOverAngles } from './search';

/** Similarities of five nodes, the degrees, and the Laplacian. */
const similarities = matrix([
  [0, 2, 1, 0.3, 0],
  [2, 0, 1.5, 0, 0.2],
  [1, 1.5, 0, 0.4, 0],
  [0.3, 0, 0.4, 0, 3],
  [0, 0.2, 0, 3, 0],
]);
const degreesOf = (weights: Matrix) => Matrix.diag(weights.sum('row'));
const degrees = degreesOf(similarities);
const laplacian = Matrix.sub(degrees, similarities);
const form = (x: Matrix, inner: Matrix) => x.transpose().mmul(inner).mmul(x).get(0, 0);

/** By Shi and Malik: the Rayleigh quotient of memberships that are balanced by the degrees. */
function cutByRayleigh(first: readonly number[]): number {
  const total = degrees.trace();
  const inside = first.reduce((sum, node) => sum + degrees.get(node - 1, node - 1), 0);
  const memberships = vector(
    [1, 2, 3, 4, 5].map((node) => (first.includes(node) ? 1 : -inside / (total - inside))),
  );
  return form(memberships, laplacian) / form(memberships, degrees);
}

/** A path of three nodes: its Laplacian has the eigenvalues 0 and 3 - √3 and 3 + √3, by hand. */
const path = matrix([
  [0, 1, 0],
  [1, 0, 2],
  [0, 2, 0],
]);
const numeric = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
/** Two orthonormal columns, by the direction that they leave out. */
function leavingOut(polar: number, azimuth: number): Matrix {
  return matrix([
    [Math.cos(polar) * Math.cos(azimuth), -Math.sin(azimuth)],
    [Math.cos(polar) * Math.sin(azimuth), Math.cos(azimuth)],
    [-Math.sin(polar), 0],
  ]);
}
/** Generalized eigenvectors through the symmetric form. */
const roots = Matrix.diag(degrees.diagonal().map((degree) => 1 / Math.sqrt(degree)));
const symmetric = new EigenvalueDecomposition(roots.mmul(laplacian).mmul(roots), { assumeSymmetric: true });

const vectorOf = (i: number) => roots.mmul(symmetric.eigenvectorMatrix.getColumnVector(i));
const inverse = Matrix.mul(roots, roots);
/** Both sides of the equivalence, applied to one of the vectors. */
const eigenpair = (i: number, walk: Matrix) => [
  ...laplacian.mmul(vectorOf(i)).to1DArray(),
  ...Matrix.sub(identity(5), walk).mmul(vectorOf(i)).to1DArray(),
];

export const graphs: readonly Check[] = [
  latexCheck('normalized-cut', {
    states: 'the Rayleigh quotient of balanced memberships',
    same: {
      '\\operatorname{cut}(A, B) &= \\sum_{i \\in A} \\sum_{j \\in B} W_{ji}':
        'the similarities are symmetric',
      '\\operatorname{vol}(A) = \\sum_{i \\in A} \\sum_{j=1}^{n} W_{ji}': 'the similarities are symmetric',
    },
    symmetric: ['\\operatorname{cut}'],
    cases: [
      { first: [1, 2, 3], second: [4, 5] },
      { first: [2, 5], second: [1, 3, 4] },
    ].map(({ first, second }) => ({
      given: {
        '\\operatorname{Ncut}(A, B)': cutByRayleigh(first),
        A: set(first),
        B: set(second),
        W: similarities,
        n: 5,
      },
    })),
  }),
  latexCheck('spectral-clustering', {
    states: 'eigenvalues by hand, and a search over orthonormal columns',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\min_{\\mathbf{H}^{\\top} \\mathbf{H} = \\mathbf{I}}': operator('\\mathbf{H}', (body) =>
            leastOverAngles((polar, azimuth) => numeric(body(leavingOut(polar, azimuth)))),
          ),
          '\\mathbf{L}': matrix([
            [1, -1, 0],
            [-1, 3, -2],
            [0, -2, 2],
          ]),
          K: 2,
          '\\lambda': [0, 3 - Math.sqrt(3), 3 + Math.sqrt(3)],
          '\\mathbf{D}': degreesOf(path),
          '\\mathbf{W}': path,
        },
      },
    ],
    same: {
      '\\min_{\\mathbf{H}^{\\top} \\mathbf{H} = \\mathbf{I}} \\operatorname{tr}\\left( \\mathbf{H}^{\\top} \\mathbf{L} \\mathbf{H} \\right) = \\sum_{k=2}^{K} \\lambda_{k}':
        'the first eigenvalue of a Laplacian is zero',
    },
  }),
  functionCheck('spectral-clustering-normalized', {
    states: 'eigenvectors of the symmetric form',
    formula: () => [1, 3].flatMap((i) => eigenpair(i, inverse.mmul(similarities))),
    against: () =>
      [1, 3].flatMap((i) => {
        const [value, v] = [symmetric.realEigenvalues[i] ?? Number.NaN, vectorOf(i)];
        return [...degrees.mmul(v).to1DArray(), ...v.to1DArray()].map((entry) => value * entry);
      }),
    mutants: {
      'degrees on the other side': () => [1, 3].flatMap((i) => eigenpair(i, similarities.mmul(inverse))),
      'without the degrees': () => [1, 3].flatMap((i) => eigenpair(i, similarities)),
    },
  }),
];
