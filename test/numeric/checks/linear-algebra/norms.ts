import { EigenvalueDecomposition, type Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { entries, indexed, matrix, vector } from '../../given';
import { maximizer } from '../../golden-section';
import { operator } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** Singular values 15 and 3: 15 u₁v₁ᵀ + 3 u₂v₂ᵀ with u₁ = (3, 4)/5, u₂ = (−4, 3)/5, v₁ = (1, 2, 2)/3, v₂ = (2, 1, −2)/3. */
const wide = matrix([
  [1.4, 5.2, 7.6],
  [5.2, 8.6, 6.8],
]);
const singularValues = [15, 3];
/** Singular values 5 and 2: the rows are orthogonal. */
const square = matrix([
  [3, 4],
  [-1.6, 1.2],
]);

const [x, y] = [vector([1.5, -2, 0.7]), vector([0.4, 1.1, -3])];
const multiple = x.clone().mul(-2.5);
/** Vectors for which the bound of Hölder is attained at p = 3: the entries of y are those of x squared. */
const holderPairs = [
  { left: [1.5, -2, 0.7], right: [0.4, 1.1, -3] },
  { left: [1.5, -2, 0.7], right: [2.25, 4, -0.49] },
];
/** Eigenvalues 7 at (2, 1) and 2 at (1, −2). */
const symmetric = matrix([
  [6, 2],
  [2, 3],
]);
const eigenvalues = (of: Matrix) => new EigenvalueDecomposition(of).realEigenvalues;
/** The direction in the plane in which a function is largest, by search. */
const direction = (t: number) => vector([1.7 * Math.cos(t), 1.7 * Math.sin(t)]);

export const norms: readonly Check[] = [
  latexCheck('cauchy-schwarz-inequality', {
    states: 'vectors at an angle, and along one line',
    cases: [y, multiple].map((other) => ({ given: { '\\mathbf{x}': x, '\\mathbf{y}': other } })),
  }),
  latexCheck('holder-inequality', {
    states: 'vectors at random, and where the bound is attained',
    cases: holderPairs.map(({ left, right }) => ({
      given: { ...entries('x', left), ...entries('y', right), n: 3, p: 3, q: 1.5 },
    })),
  }),
  latexCheck('norm-triangle-inequality', {
    states: 'vectors at an angle, and in one direction',
    cases: [y, x.clone().mul(2.5)].map((other) => ({ given: { '\\mathbf{x}': x, '\\mathbf{y}': other } })),
  }),
  latexCheck('p-norm', {
    states: '3³ + 4³ + 5³ = 6³, and 3² + 4² + 12² = 13²',
    cases: [
      { values: [3, -4, 5], p: 3, norm: 6 },
      { values: [3, -4, 12], p: 2, norm: 13 },
    ].map(({ values, p, norm }) => ({
      given: { '\\lVert \\mathbf{x} \\rVert_{p}': norm, x: values, p, n: 3 },
    })),
  }),
  latexCheck('frobenius-norm', {
    states: 'known singular values, and a hand-worked case',
    cases: [
      { of: wide, norm: Math.hypot(...singularValues) },
      {
        of: matrix([
          [2, 3],
          [-6, 1],
          [4, 8],
        ]),
        norm: Math.sqrt(130),
      },
    ].map(({ of, norm }) => ({
      given: {
        '\\lVert \\mathbf{A} \\rVert_{\\mathrm{F}}': norm,
        '\\mathbf{A}': of,
        A: of.to2DArray(),
        m: of.rows,
        n: of.columns,
      },
    })),
    same: {
      '\\lVert \\mathbf{A} \\rVert_{\\mathrm{F}} = \\sqrt{\\sum_{i=1}^{m} \\sum_{j=1}^{n} A_{ij}^{2}} = \\sqrt{\\operatorname{tr}\\left( \\mathbf{A} \\mathbf{A}^{\\top} \\right)}':
        'the trace is cyclic',
    },
  }),
  latexCheck('nuclear-norm', {
    states: 'a matrix of known singular values',
    cases: [
      {
        given: {
          '\\lVert \\mathbf{A} \\rVert_{\\ast}': sum(singularValues),
          '\\mathbf{A}': wide.transpose(),
          '\\sigma': indexed((i) => () => singularValues[i - 1] ?? Number.NaN, 'function'),
          m: 3,
          n: 2,
        },
      },
    ],
    same: {
      '\\lVert \\mathbf{A} \\rVert_{\\ast} = \\sum_{i=1}^{\\min\\{m, n\\}} \\sigma_{i}(\\mathbf{A}) = \\operatorname{tr}\\left( \\left( \\mathbf{A} \\mathbf{A}^{\\top} \\right)^{1/2} \\right)':
        'both products have the same eigenvalues but zero',
    },
  }),
  latexCheck('spectral-norm', {
    states: 'a matrix of known singular values, and a search over directions',
    cases: [
      {
        given: {
          '\\mathbf{A}': square,
          '\\max_{\\mathbf{x} \\neq \\mathbf{0}}': operator('\\mathbf{x}', (body) =>
            Number(body(direction(maximizer((t) => Number(body(direction(t))), 0, Math.PI)))),
          ),
          '\\sigma_{\\max}(\\mathbf{A})': 5,
        },
      },
    ],
  }),
  latexCheck('condition-number', {
    states: 'the eigenvalues of the Gram matrix',
    cases: [
      {
        given: {
          '\\kappa(\\mathbf{A})': 2.5,
          '\\mathbf{A}': square,
          '\\sigma_{\\max}': (of: Matrix) => Math.sqrt(Math.max(...eigenvalues(of.transpose().mmul(of)))),
          '\\sigma_{\\min}': (of: Matrix) => Math.sqrt(Math.min(...eigenvalues(of.transpose().mmul(of)))),
        },
      },
    ],
  }),
  latexCheck('rayleigh-quotient', {
    states: 'known eigenvalues, at both eigenvectors and between',
    cases: [
      [4, 2],
      [1.5, -3],
      [0.8, 2.1],
    ].map((values) => ({
      given: {
        '\\mathbf{A}': symmetric,
        '\\mathbf{x}': vector(values),
        '\\lambda_{\\min}(\\mathbf{A})': 2,
        '\\lambda_{\\max}(\\mathbf{A})': 7,
      },
    })),
  }),
];
