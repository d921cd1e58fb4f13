import { inverse, Matrix, SingularValueDecomposition } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { identity, matrix, vector } from '../../given';
import { operator } from '../../operators';
import { random } from '../../random';

/** Singular values 15 and 3, worked out by hand: A = 15 u₁v₁ᵀ + 3 u₂v₂ᵀ. */
const wide = matrix([
  [1.4, 5.2, 7.6],
  [5.2, 8.6, 6.8],
]);
const left = [vector([0.6, 0.8]), vector([-0.8, 0.6])];
const right = [vector([1, 2, 2]).mul(1 / 3), vector([2, 1, -2]).mul(1 / 3)];
const wideFactors = {
  '\\mathbf{U}': matrix([
    [0.6, -0.8],
    [0.8, 0.6],
  ]),
  '\\boldsymbol{\\Sigma}': matrix([
    [15, 0, 0],
    [0, 3, 0],
  ]),
  '\\mathbf{V}': matrix([
    [1, 2, -2],
    [2, 1, 2],
    [2, -2, -1],
  ]).mul(1 / 3),
  r: 2,
  '\\sigma': [15, 3],
  '\\mathbf{u}': left,
  '\\mathbf{v}': right,
};
const columns = (of: Matrix) => Array.from({ length: of.columns }, (_, j) => of.getColumnVector(j));

const large = random(23).matrix(4, 3);
/** The best approximation of rank k by alternating least squares, which knows nothing of singular values. */
function alternating(of: Matrix, k: number): Matrix {
  let factor = random(4).matrix(of.columns, k);
  let other = of.mmul(factor);
  const fitted = (to: Matrix, by: Matrix) => to.mmul(by).mmul(inverse(by.transpose().mmul(by)));
  for (let round = 0; round < 400; round++) {
    other = fitted(of, factor);
    factor = fitted(of.transpose(), other);
  }
  return other.mmul(factor.transpose());
}
const decomposition = new SingularValueDecomposition(large);

/** An orthonormal basis q₁, q₂, q₃ and the vectors 3q₁, 3q₁ + 6q₂, 6q₁ + 3q₂ + 3q₃. */
const basis = [
  [1, 2, 2],
  [2, 1, -2],
  [-2, 2, -1],
].map((values) => vector(values).mul(1 / 3));
const spanning = [
  [1, 2, 2],
  [5, 4, -2],
  [2, 7, 1],
].map(vector);

const direct = matrix([
  [4, 1],
  [2, 3],
]);

export const factorizations: readonly Check[] = [
  latexCheck('cholesky-decomposition', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{A}': matrix([
            [4, 12, -16],
            [12, 37, -43],
            [-16, -43, 98],
          ]),
          '\\mathbf{L}': matrix([
            [2, 0, 0],
            [6, 1, 0],
            [-8, 5, 3],
          ]),
        },
      },
    ],
  }),
  latexCheck('singular-value-decomposition', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathbf{A}': wide, ...wideFactors } }],
  }),
  latexCheck('pseudoinverse-svd', {
    states: 'the right inverse by the Gram matrix',
    cases: [
      {
        given: {
          '\\mathbf{A}^{+}': wide.transpose().mmul(inverse(wide.mmul(wide.transpose()))),
          ...wideFactors,
          '\\boldsymbol{\\Sigma}^{+}': matrix([
            [1 / 15, 0],
            [0, 1 / 3],
            [0, 0],
          ]),
        },
      },
    ],
  }),
  latexCheck('pseudoinverse-full-column-rank', {
    states: 'the pseudoinverse by singular values',
    cases: [{ given: { '\\mathbf{A}': large } }],
  }),
  latexCheck('eckart-young-theorem', {
    states: 'alternating least squares',
    tolerance: 1e-6,
    cases: [1, 2].map((k) => {
      const nearest = alternating(large, k);
      return {
        given: {
          '\\min_{\\operatorname{rank}(\\mathbf{B}) \\leq k}': operator('\\mathbf{B}', (body) =>
            body(nearest),
          ),
          '\\max_{\\operatorname{rank}(\\mathbf{B}) \\leq k}': operator('\\mathbf{B}', () => Infinity),
          '\\mathbf{A}': large,
          '\\mathbf{A}_{k}': nearest,
          k,
          r: 3,
          '\\sigma': decomposition.diagonal,
          '\\mathbf{u}': columns(decomposition.leftSingularVectors),
          '\\mathbf{v}': columns(decomposition.rightSingularVectors),
        },
      };
    }),
  }),
  latexCheck('eigendecomposition', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{A}': direct,
          '\\mathbf{Q}': matrix([
            [1, 1],
            [1, -2],
          ]),
          '\\lambda': [5, 2],
          n: 2,
        },
      },
    ],
  }),
  latexCheck('spectral-theorem', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{A}': matrix([
            [6, 2],
            [2, 3],
          ]),
          '\\mathbf{Q}': matrix([
            [2, -1],
            [1, 2],
          ]).mul(1 / Math.sqrt(5)),
          '\\boldsymbol{\\Lambda}': Matrix.diag([7, 2]),
          '\\lambda': [7, 2],
          '\\mathbf{q}': [vector([2, 1]).mul(1 / Math.sqrt(5)), vector([-1, 2]).mul(1 / Math.sqrt(5))],
          n: 2,
        },
      },
    ],
  }),
  latexCheck('qr-decomposition', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{A}': matrix([
            [1, 5],
            [2, 4],
            [2, -2],
          ]),
          '\\mathbf{Q}': matrix([
            [1, 2],
            [2, 1],
            [2, -2],
          ]).mul(1 / 3),
          '\\mathbf{R}': matrix([
            [3, 3],
            [0, 6],
          ]),
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  latexCheck('gram-schmidt-process', {
    states: 'a hand-worked basis',
    cases: [2, 3].map((k) => ({ given: { '\\mathbf{a}': spanning, '\\mathbf{q}': basis, k } })),
  }),
  latexCheck('power-iteration', {
    states: 'powers of the matrix, scaled once at the end',
    cases: [1, 3].map((k) => ({ given: { '\\mathbf{x}': scaledPowers(), '\\mathbf{A}': direct, k } })),
  }),
];

/** The start, turned by powers of a matrix and scaled to length one. */
function scaledPowers(): readonly Matrix[] {
  let at = vector([1, -1.4]);
  return Array.from({ length: 5 }, () => {
    const scaled = at.clone().mul(1 / at.norm());
    at = direct.mmul(at);
    return scaled;
  });
}
