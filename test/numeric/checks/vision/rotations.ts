import { determinant, Matrix, SVD } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { identity, vector } from '../../given';
import { column, columns, crossMatrix, move, type Place, ROTATION, UNITS } from './scene';

type Quaternion = readonly [w: number, x: number, y: number, z: number];

/** Hamilton's product. */
function times([a, b, c, d]: Quaternion, [w, x, y, z]: Quaternion): Quaternion {
  return [
    a * w - b * x - c * y - d * z,
    a * x + b * w + c * z - d * y,
    a * y - b * z + c * w + d * x,
    a * z + b * y - c * x + d * w,
  ];
}

const LENGTH = Math.hypot(1, 2, 3, 5);
const [w, x, y, z] = [1 / LENGTH, 2 / LENGTH, -3 / LENGTH, 5 / LENGTH];
function sandwiched([a, b, c]: Place): Place {
  const [, right, down, ahead] = times(times([w, x, y, z], [0, a, b, c]), [w, -x, -y, -z]);
  return [right, down, ahead];
}

/** The matrix exponential as a series. */
function exponential(generator: Matrix): Matrix {
  let term = identity(3);
  let total = identity(3);
  for (let k = 1; k < 40; k++) {
    term = term.mmul(generator).div(k);
    total = Matrix.add(total, term);
  }
  return total;
}
const AXIS: Place = [2 / 3, -1 / 3, 2 / 3];
const ANGLE = 1.1;

/** Points and where a motion brings them; the second set lies in a plane, where a reflection fits as well. */
function registration(points: readonly Place[], mirrored: boolean) {
  const moved = points.map(move);
  const meanOf = (set: readonly Place[]) => vector([0, 1, 2].map((i) => meanAt(set, i)));
  const centred = (set: readonly Place[]) => set.map((place) => Matrix.sub(column(place), meanOf(set)));
  const there = centred(moved);
  const products = centred(points).map((p, i) => p.mmul((there[i] ?? p).transpose()));
  const svd = new SVD(products.reduce((total, product) => Matrix.add(total, product)));
  const [U, V] = [svd.leftSingularVectors, svd.rightSingularVectors];
  const reflects = Math.sign(determinant(U) * determinant(V)) < 0;
  // The last singular value is zero in a plane, so that the sign of its vector is free.
  if (reflects !== mirrored) U.mulColumn(2, -1);
  // A pair of singular vectors may change its signs together.
  if (determinant(V) > 0) {
    U.mulColumn(2, -1);
    V.mulColumn(2, -1);
  }
  return {
    given: {
      '\\mathbf{R}': ROTATION,
      '\\mathbf{U}': U,
      '\\boldsymbol{\\Sigma}': svd.diagonalMatrix,
      '\\mathbf{V}': V,
      n: points.length,
      '\\mathbf{p}': points.map(column),
      '\\mathbf{q}': moved.map(column),
      '\\bar{\\mathbf{p}}': meanOf(points),
      '\\bar{\\mathbf{q}}': meanOf(moved),
    },
  };
}
const meanAt = (set: readonly Place[], i: number) =>
  set.reduce((total, place) => total + (place[i] ?? 0), 0) / set.length;

const SOLID: readonly Place[] = [
  [1, 0, 2],
  [0, 3, -1],
  [-2, 1, 1],
  [2, 2, 4],
];
const FLAT: readonly Place[] = [
  [1, 0, 0],
  [0, 3, 0],
  [-2, 1, 0],
  [2, 2, 0],
];

export const rotations: readonly Check[] = [
  latexCheck('kabsch-rotation', {
    states: 'the rotation that moved the points',
    same: {
      '\\mathbf{R} = \\mathbf{V} \\operatorname{diag}\\left( 1, 1, \\det(\\mathbf{U}^{\\top} \\mathbf{V}) \\right) \\mathbf{U}^{\\top}':
        'determinants may be exchanged',
      '\\mathbf{R} = \\mathbf{V} \\operatorname{diag}\\left( 1, 1, \\det(\\mathbf{V} \\mathbf{U}) \\right) \\mathbf{U}^{\\top}':
        'a transpose has the same determinant',
      '\\mathbf{U} \\boldsymbol{\\Sigma} \\mathbf{V}^{\\top} = \\sum_{i=1}^{n} (\\mathbf{p}_{i} + \\bar{\\mathbf{p}}) (\\mathbf{q}_{i} - \\bar{\\mathbf{q}})^{\\top}':
        'the other set is centred',
      '\\mathbf{U} \\boldsymbol{\\Sigma} \\mathbf{V}^{\\top} = \\sum_{i=1}^{n} (\\mathbf{p}_{i} - \\bar{\\mathbf{p}}) (\\mathbf{q}_{i} + \\bar{\\mathbf{q}})^{\\top}':
        'the other set is centred',
    },
    cases: [registration(SOLID, false), registration(FLAT, true)],
  }),
  latexCheck('quaternion-rotation', {
    states: 'products of quaternions',
    cases: [{ given: { '\\mathbf{R}': columns(UNITS.map(sandwiched)), w, x, y, z } }],
  }),
  latexCheck('rodrigues-rotation', {
    states: 'the series of the matrix exponential',
    cases: [
      {
        given: {
          '\\mathbf{R}': exponential(crossMatrix(AXIS).mul(ANGLE)),
          '\\mathbf{I}': identity(3),
          '\\theta': ANGLE,
          '[\\mathbf{k}]_{\\times}': crossMatrix(AXIS),
        },
      },
    ],
  }),
];
