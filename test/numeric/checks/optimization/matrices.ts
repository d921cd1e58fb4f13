import { EigenvalueDecomposition, inverse, Matrix, SVD } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { from, matrix } from '../../given';
import { operator } from '../../operators';
import { lowest, range, runningMeans, sum } from './scene';

/** A turn of the plane by an angle; the columns of its matrix are an eigenbasis. */
const turn = (angle: number) =>
  matrix([
    [Math.cos(angle), -Math.sin(angle)],
    [Math.sin(angle), Math.cos(angle)],
  ]);

const GRADIENT = matrix([
  [1.2, 0.4],
  [-0.7, 2],
]);
const WIDE = matrix([
  [1.2, 0.4, -0.6],
  [-0.7, 2, 0.3],
]);
const WEIGHTS = matrix([
  [0.3, -1],
  [0.8, 0.5],
]);
/** A matrix with its singular values changed. */
function respread(a: Matrix, change: (value: number) => number): Matrix {
  const { leftSingularVectors: u, diagonal, rightSingularVectors: v } = new SVD(a, { autoTranspose: true });
  return u.mmul(Matrix.diag(diagonal.map(change))).mmul(v.transpose());
}

const polar = (a: Matrix) => respread(a, () => 1);

/** The polar factor by Newton's iteration: the mean of a matrix and of its inverse, transposed. */
const byNewton = (a: Matrix) => range(40).reduce((x) => Matrix.add(x, inverse(x).transpose()).div(2), a);

/** A power of a symmetric positive matrix. */
function powered(a: Matrix, exponent: number): Matrix {
  const { realEigenvalues, eigenvectorMatrix: q } = new EigenvalueDecomposition(a, { assumeSymmetric: true });
  return q.mmul(Matrix.diag(realEigenvalues.map((value) => value ** exponent))).mmul(q.transpose());
}

const across = (a: Matrix) => a.mmul(a.transpose());
const down = (a: Matrix) => a.transpose().mmul(a);

/** Shampoo after gradients that are multiples of one another: all of it is about that one. */
function shampoo(factors: readonly number[]) {
  const total = (t: number) => sum(factors.slice(0, t).map((factor) => factor ** 2));
  const t = factors.length;
  const last = factors[t - 1] ?? 0;
  const [left, right] = [across, down].map((of) => range(t + 1).map((i) => of(GRADIENT).mul(total(i))));
  return {
    t,
    '\\eta': 0.3,
    '\\mathbf{G}': factors.map((factor) => Matrix.mul(GRADIENT, factor)),
    '\\mathbf{L}': from(0, left ?? []),
    '\\mathbf{R}': from(0, right ?? []),
    '\\mathbf{L}_{t}^{-1/4}': powered(across(GRADIENT).mul(total(t)), -1 / 4),
    '\\mathbf{R}_{t}^{-1/4}': powered(down(GRADIENT).mul(total(t)), -1 / 4),
    '\\mathbf{W}': from(t - 1, [
      WEIGHTS,
      Matrix.sub(WEIGHTS, polar(GRADIENT).mul((0.3 * last) / total(t) ** 0.5)),
    ]),
  };
}

const quintic = (s: number) => 3 * s - 4 * s ** 3 + 1.7 * s ** 5;
const spread = (a: Matrix) => Math.hypot(...a.to1DArray());

const MOVES = [
  GRADIENT,
  WEIGHTS,
  matrix([
    [0.1, 0.9],
    [1.4, -0.2],
  ]),
];
/** A running mean with the decay 0.8 has a fifth of the decaying sum. */
const momenta = runningMeans(0.8, MOVES).map((mean) => Matrix.mul(mean, 5));

/** Orthogonal matrices are turns and reflections of the plane; the nearest of each kind, and then of both. */
const nearestOrthogonal = operator('\\mathbf{O}', (body) => {
  const mirror = matrix([
    [1, 0],
    [0, -1],
  ]);
  const distance = (o: Matrix) => Number(body(o));
  const [turned = mirror, mirrored = mirror] = [Matrix.eye(2), mirror].map((kind) => {
    const at = (angle: number) => distance(turn(angle).mmul(kind));
    const start = [0, 1, 2, 3, 4, 5].reduce((best, angle) => (at(angle) < at(best) ? angle : best));
    return turn(lowest(at, start - 1, start + 1)).mmul(kind);
  });
  return distance(turned) < distance(mirrored) ? turned : mirrored;
});

export const matrices: readonly Check[] = [
  latexCheck('muon', {
    states: 'sums without the recursion, and singular vectors',
    cases: [
      {
        given: {
          t: 3,
          '\\mu': 0.8,
          '\\eta': 0.3,
          '\\mathbf{G}': MOVES,
          '\\mathbf{B}': from(0, momenta),
          '\\operatorname{NewtonSchulz}': byNewton,
          '\\mathbf{W}': from(2, [WEIGHTS, Matrix.sub(WEIGHTS, polar(momenta[3] ?? WEIGHTS).mul(0.3))]),
        },
      },
    ],
  }),
  latexCheck('muon-newton-schulz', {
    states: 'a polynomial of the singular values',
    cases: [1, 2].map((k) => ({
      given: {
        k,
        a: 3,
        b: -4,
        c: 1.7,
        '\\mathbf{B}': WIDE,
        '\\mathbf{X}': from(
          0,
          range(3).map((steps) => respread(WIDE, (s) => range(steps).reduce(quintic, s / spread(WIDE)))),
        ),
      },
    })),
  }),
  latexCheck('muon-orthogonalization', {
    states: 'turns and reflections of the plane, sought by angle, and Newton’s iteration',
    tolerance: 1e-6,
    cases: [
      GRADIENT,
      matrix([
        [0.2, 1.5],
        [2.1, -0.4],
      ]),
    ].map((g) => {
      const { leftSingularVectors, rightSingularVectors } = new SVD(g);
      return {
        given: {
          '\\operatorname{Ortho}(\\mathbf{G})': byNewton(g),
          '\\mathbf{G}': g,
          '\\mathbf{U}': leftSingularVectors,
          '\\mathbf{V}': rightSingularVectors,
          '\\operatorname*{arg\\,min}_{\\mathbf{O}^{\\top} \\mathbf{O} = \\mathbf{I} \\text{ or } \\mathbf{O} \\mathbf{O}^{\\top} = \\mathbf{I}}':
            nearestOrthogonal,
        },
      };
    }),
  }),
  unchecked('sam', 'objective'),
  latexCheck('shampoo', {
    states: 'singular vectors, where all gradients are multiples of one',
    cases: [{ given: shampoo([1]) }, { given: shampoo([1, -2, 0.5]) }],
  }),
];
