import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { identity, matrix, vector } from '../../given';
import { random } from '../../random';

/** Matrices without symmetry, of shapes that differ; both sides of an identity are computed from them. */
const draw = random(5);
const square = draw.matrix(3, 3).add(identity(3).mul(3));
const small = draw.matrix(2, 2).add(identity(2).mul(2));
const [wide, tall] = [draw.matrix(2, 3), draw.matrix(3, 2)];
const [u, v] = [draw.normals(3), draw.normals(3)];
const blocks = { '\\mathbf{A}': small, '\\mathbf{B}': wide, '\\mathbf{C}': tall, '\\mathbf{D}': square };
const update = { '\\mathbf{A}': square, '\\mathbf{u}': u, '\\mathbf{v}': v };

/** The columns of a matrix, one below the other. */
const stacked = (of: Matrix) => vector(of.transpose().to1DArray());

export const identities: readonly Check[] = [
  latexCheck('block-matrix-inverse', {
    states: 'the inverse of the whole by LU factors',
    cases: [{ given: blocks }],
  }),
  latexCheck('schur-complement-determinant', {
    states: 'the determinant of the whole by LU factors',
    cases: [{ given: blocks }],
  }),
  latexCheck('determinant-lemma', { states: 'the determinant by LU factors', cases: [{ given: update }] }),
  latexCheck('sherman-morrison-formula', { states: 'the inverse by LU factors', cases: [{ given: update }] }),
  latexCheck('woodbury-identity', {
    states: 'the inverse by LU factors',
    cases: [
      { given: { '\\mathbf{A}': square, '\\mathbf{U}': tall, '\\mathbf{C}': small, '\\mathbf{V}': wide } },
    ],
  }),
  latexCheck('sylvester-determinant-identity', {
    states: 'two determinants of different size by LU factors',
    cases: [
      {
        given: {
          '\\mathbf{I}_{m}': identity(2),
          '\\mathbf{I}_{n}': identity(3),
          '\\mathbf{A}': wide,
          '\\mathbf{B}': tall,
        },
      },
    ],
  }),
  latexCheck('trace-cyclic', {
    states: 'three products of different shapes',
    cases: [
      {
        given: {
          '\\mathbf{A}': wide,
          '\\mathbf{B}': draw.matrix(3, 4),
          '\\mathbf{C}': draw.matrix(4, 2),
        },
      },
    ],
  }),
  latexCheck('kronecker-mixed-product', {
    states: 'the products entry by entry',
    cases: [
      {
        given: {
          '\\mathbf{A}': wide,
          '\\mathbf{B}': draw.matrix(2, 4),
          '\\mathbf{C}': tall,
          '\\mathbf{D}': draw.matrix(4, 3),
        },
      },
    ],
  }),
  latexCheck('kronecker-vec-identity', {
    states: 'the product with its columns stacked',
    cases: [
      {
        given: {
          '\\operatorname{vec}': stacked,
          '\\mathbf{A}': draw.matrix(4, 2),
          '\\mathbf{X}': wide,
          '\\mathbf{B}': tall,
        },
      },
    ],
  }),
  latexCheck('eigenvalues-trace-determinant', {
    states: 'the companion matrix of (x − 2)(x − 3)(x − 5)',
    cases: [
      {
        given: {
          '\\mathbf{A}': matrix([
            [0, 0, 30],
            [1, 0, -31],
            [0, 1, 10],
          ]),
          n: 3,
          '\\lambda': [2, 3, 5],
        },
      },
    ],
  }),
  latexCheck('exponential-of-matrix', {
    states: 'the eigenvectors, and a rotation',
    cases: [
      {
        // Eigenvalues 1.5 and -0.5 with eigenvectors (1, 1) and (1, -3).
        matrixGiven: matrix([
          [1, 0.5],
          [1.5, 0],
        ]),
        exponential: matrix([
          [3 * Math.exp(1.5) + Math.exp(-0.5), Math.exp(1.5) - Math.exp(-0.5)],
          [3 * Math.exp(1.5) - 3 * Math.exp(-0.5), Math.exp(1.5) + 3 * Math.exp(-0.5)],
        ]).mul(0.25),
      },
      {
        matrixGiven: matrix([
          [0, -0.8],
          [0.8, 0],
        ]),
        exponential: matrix([
          [Math.cos(0.8), -Math.sin(0.8)],
          [Math.sin(0.8), Math.cos(0.8)],
        ]),
      },
    ].map(({ matrixGiven, exponential }) => ({
      // Forty terms stand for infinitely many.
      given: { '\\exp(\\mathbf{A})': exponential, '\\mathbf{A}': matrixGiven, '\\infty': 40 },
    })),
    same: {
      '\\exp(\\mathbf{A}) = \\sum_{k=0}^{\\infty-1} \\frac{1}{k!} \\mathbf{A}^{k}':
        'one term less of infinitely many',
    },
  }),
  latexCheck('orthogonal-projection-matrix', {
    states: 'the projection onto a plane by its normal',
    cases: [
      {
        given: {
          // The plane x + 2y + 2z = 0.
          '\\mathbf{P}': matrix([
            [8, -2, -2],
            [-2, 5, -4],
            [-2, -4, 5],
          ]).mul(1 / 9),
          '\\mathbf{A}': matrix([
            [2, 4],
            [-1, -1],
            [0, -1],
          ]),
        },
      },
    ],
  }),
  latexCheck('eigenvalue-equation', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{A}': matrix([
            [4, 1],
            [2, 3],
          ]),
          '\\mathbf{v}': vector([1, -2]),
          '\\lambda': 2,
        },
      },
    ],
  }),
];
