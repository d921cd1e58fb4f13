import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative } from '../../differences';
import { from, identity, indexed, matrix, vector } from '../../given';
import { integrate } from '../../quadrature';
import { at, exponential, rotated, rotation } from './scene';

const STEP = 0.45;
const INPUT = vector([0.9, -1.4]);

/** Integrates a vector by its entries. */
const integrated = (of: (time: number) => Matrix, to: number) =>
  vector([0, 1].map((i) => integrate((time) => of(time).get(i, 0), 0, to)));

const byQuadrature = integrated((time) => rotated(time).mmul(INPUT), STEP);

/** One step of the trapezoidal rule from `state` with a constant input, which is found by iteration. */
function trapezoid(state: Matrix, input: number): Matrix {
  const slope = (h: Matrix) => rotation.mmul(h).add(Matrix.mul(INPUT, input));
  let next = state;
  for (let n = 0; n < 200; n++)
    next = Matrix.add(
      state,
      slope(state)
        .add(slope(next))
        .mul(STEP / 2),
    );
  return next;
}
const impulse = [vector([1, 0]), vector([0, 1])].map((state) => trapezoid(state, 0).to1DArray());

const signal = (time: number) => Math.cos(0.8 * time) + 0.3 * time;
const solution = (time: number) =>
  integrated((lag) => rotated(lag).mmul(Matrix.mul(INPUT, signal(time - lag))), time);

/** Legendre polynomials shifted to [0, 1], and their derivatives. */
const LEGENDRE = [
  { of: () => 1, slope: () => 0 },
  { of: (u: number) => 2 * u - 1, slope: () => 2 },
  { of: (u: number) => 6 * u ** 2 - 6 * u + 1, slope: (u: number) => 12 * u - 6 },
];
const scale = (n: number) => Math.sqrt(n + n + 1);
const heard = (time: number) => Math.sin(time) + 0.2 * time ** 2;
const coefficient = (n: number, time: number) =>
  scale(n) * integrate((u) => heard(time * u) * at(LEGENDRE, n).of(u), 0, 1);

/** Integration by parts: what the past's coefficients lose as the time axis is stretched. */
const stretched = (n: number, k: number) => {
  const [row, column] = [at(LEGENDRE, n), at(LEGENDRE, k)];
  return -scale(n) * scale(k) * integrate((u) => (row.of(u) + u * row.slope(u)) * column.of(u), 0, 1);
};
const hippo = matrix([0, 1, 2].map((n) => [0, 1, 2].map((k) => stretched(n, k))));

type Complex = readonly [real: number, imaginary: number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const conjugate = ([a, b]: Complex): Complex => [a, -b];

const ROOT = Math.SQRT1_2;
/** The eigenvectors (1, i) / √2 and (1, -i) / √2 of every normal matrix of size 2 with conjugate eigenvalues, as columns. */
const EIGENVECTORS: readonly (readonly Complex[])[] = [
  [
    [ROOT, 0],
    [ROOT, 0],
  ],
  [
    [0, ROOT],
    [0, -ROOT],
  ],
];

/** `V Λ V* - p pᵀ` of size 2, of which the real part is all there is. */
function assembled(rate: number, frequency: number, lowRank: readonly number[]): Matrix {
  const eigenvalues: readonly Complex[] = [
    [rate, frequency],
    [rate, -frequency],
  ];
  const normal = (left: readonly Complex[], right: readonly Complex[]) =>
    eigenvalues.reduce(
      (sum, value, m) => sum + times(times(at(left, m), value), conjugate(at(right, m)))[0],
      0,
    );
  return new Matrix(
    EIGENVECTORS.map((left, i) =>
      EIGENVECTORS.map((right, j) => normal(left, right) - at(lowRank, i) * at(lowRank, j)),
    ),
  );
}
const lowRank = [0, 1].map((n) => Math.sqrt(n + 1 / 2));
const SIDE = Math.sqrt(3) / 2;

export const discretization: readonly Check[] = [
  latexCheck('hippo-legs-dynamics', {
    states: 'projections of a signal on Legendre polynomials, and their differences in time',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\frac{\\mathrm{d}\\mathbf{c}(t)}{\\mathrm{d}t}': vector(
            [0, 1, 2].map((n) => derivative((time) => coefficient(n, time), 1.7)),
          ),
          '\\mathbf{c}': (time: number) => vector([0, 1, 2].map((n) => coefficient(n, time))),
          '\\mathbf{A}': hippo,
          '\\mathbf{B}': vector([0, 1, 2].map(scale)),
          f: heard,
          t: 1.7,
        },
      },
    ],
  }),
  latexCheck('hippo-legs-matrix', {
    states: 'integrals of Legendre polynomials',
    cases: [
      { n: 2, k: 1 },
      { n: 2, k: 0 },
      { n: 1, k: 1 },
      { n: 0, k: 2 },
    ].map((entry) => ({
      given: {
        A: indexed(stretched),
        // The value of the orthonormal polynomial at the present, the right end.
        B: indexed((n) => Math.sqrt(1 / integrate((u) => at(LEGENDRE, n).of(u) ** 2, 0, 1))),
        ...entry,
      },
    })),
  }),
  latexCheck('mamba-discretization', {
    states: 'scalar exponentials, and a step of Euler',
    cases: [
      {
        given: {
          '\\exp': exponential,
          '\\Delta': from(2, [STEP]),
          '\\mathbf{A}': matrix([
            [-0.6, 0],
            [0, -2.1],
          ]),
          '\\overline{\\mathbf{A}}_{t}': matrix([
            [Math.exp(-0.6) ** STEP, 0],
            [0, Math.exp(-2.1) ** STEP],
          ]),
          '\\mathbf{B}': from(2, [INPUT]),
          '\\overline{\\mathbf{B}}_{t}': vector([0.405, -0.63]),
          t: 2,
        },
      },
    ],
  }),
  functionCheck('s4-nplr', {
    states: 'integrals of Legendre polynomials, for a state of size 2',
    formula: () => assembled(-1 / 2, SIDE, lowRank),
    against: () => hippo.subMatrix(0, 1, 0, 1),
    mutants: {
      'p without the half': () => assembled(-1 / 2, SIDE, [0, 1]),
      'p of the size of B': () => assembled(-1 / 2, SIDE, [1, Math.sqrt(3)]),
      'another real part': () => assembled(-1, SIDE, lowRank),
      'the eigenvalues exchanged': () => assembled(-1 / 2, -SIDE, lowRank),
    },
  }),
  unchecked('s4d-initialization', 'definition'),
  latexCheck('ssm-bilinear', {
    states: 'the trapezoidal rule, solved by iteration',
    cases: [
      {
        given: {
          '\\mathbf{I}': identity(2),
          '\\Delta': STEP,
          '\\mathbf{A}': rotation,
          '\\mathbf{B}': INPUT,
          '\\overline{\\mathbf{A}}': matrix(impulse).transpose(),
          '\\overline{\\mathbf{B}}': trapezoid(vector([0, 0]), 1),
        },
      },
    ],
  }),
  latexCheck('ssm-continuous', {
    states: 'the solution as an integral, and its differences in time',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\frac{\\mathrm{d}\\mathbf{h}(t)}{\\mathrm{d}t}': vector(
            [0, 1].map((i) => derivative((time) => solution(time).get(i, 0), 1.2)),
          ),
          '\\mathbf{h}': solution,
          '\\mathbf{A}': rotation,
          '\\mathbf{B}': INPUT,
          '\\mathbf{C}': matrix([[1.1, -0.6]]),
          x: signal,
          y: (time: number) =>
            1.1 * solution(time).get(0, 0) - 0.6 * solution(time).get(1, 0) + 0.4 * signal(time),
          D: 0.4,
          t: 1.2,
        },
      },
    ],
  }),
  latexCheck('ssm-zero-order-hold', {
    states: 'a damped rotation in closed form, and quadrature of its exponential',
    cases: [
      {
        given: {
          '\\exp': exponential,
          '\\Delta': STEP,
          '\\mathbf{A}': rotation,
          '\\mathbf{I}': identity(2),
          '\\mathbf{B}': INPUT,
          '\\overline{\\mathbf{A}}': rotated(STEP),
          '\\overline{\\mathbf{B}}': byQuadrature,
        },
      },
    ],
  }),
];
