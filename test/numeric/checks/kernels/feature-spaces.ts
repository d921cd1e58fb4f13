import { jStat } from 'jstat';
import { Matrix, QrDecomposition } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';
import { stationaryPoint } from '../../stationary';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The monomials whose inner product is `(x^T x' + c)^2` on the plane. */
const monomials =
  (root: number, c: number) =>
  ([a = 0, b = 0]: readonly number[]) => [
    a ** 2,
    b ** 2,
    root * a * b,
    Math.sqrt(2 * c) * a,
    Math.sqrt(2 * c) * b,
    c,
  ];
const pairs = [
  [
    [0.4, 1.9],
    [1.3, -0.7],
  ],
  [
    [-1.1, 0.2],
    [0.8, 2.5],
  ],
] as const;
const inner = (feature: (x: readonly number[]) => readonly number[]) =>
  pairs.map(([x, other]) => sum(feature(x).map((value, i) => value * (feature(other)[i] ?? 0))));

/** The kernel `min(x, x')` on the interval from 0 to 1: its space has the inner product of derivatives. */
const FREQUENCY = (m: number) => (m - 0.5) * Math.PI;
const eigenvalue = (m: number) => 1 / FREQUENCY(m) ** 2;
const eigenfunction = (m: number) => (x: number) => Math.SQRT2 * Math.sin(FREQUENCY(m) * x);
/** The sum of the series, cut off where the rest is below 1e-5, and the third term of it. */
const series = (value: (m: number) => number, f: (m: number) => (x: number) => number) => [
  sum(Array.from({ length: 20000 }, (_, i) => value(i + 1) * f(i + 1)(0.3) * f(i + 1)(0.8))),
  value(3) * f(3)(0.3),
];
const applied = (x: number, f: (x: number) => number) =>
  integrate((u) => u * f(u), 0, x) + integrate((u) => x * f(u), x, 1);
const smooth = (x: number) => Math.sin(2 * x) + x ** 3;
const slope = (x: number) => 2 * Math.cos(2 * x) + 3 * x ** 2;

/** Kernel matrices of rank two, by two features of four inputs, of which the second and fourth are landmarks. */
const features = matrix([
  [1, 0.3],
  [1, -1.2],
  [1, 2.2],
  [1, 0.9],
]);
const landmarks = features.selection([1, 3], [0, 1]);

/** Normal frequencies at the middles of cells of equal probability, with variance one, and phases spread evenly. */
const middles = Array.from({ length: 15 }, (_, i) => jStat.normal.inv((i + 0.5) / 15, 0, 1));
const quantiles = middles.map((u) => u / Math.sqrt(sum(middles.map((v) => v ** 2)) / 15));
const cells = quantiles.flatMap((u) => quantiles.flatMap((v) => [0, 1, 2].map((phase) => ({ u, v, phase }))));
const near = [vector([0.4, 0.9]), vector([1.1, 0.2])];

/** Ridge regression with an intercept and a slope, both penalized, as least squares with made-up examples. */
const inputs = [-1.2, 0.4, 1.1, 2.5];
const targets = [0.3, 1.7, 0.9, 2.8];
const PENALTY = 0.7;
const ROOT = Math.sqrt(PENALTY);
const ridge = new QrDecomposition(matrix([...inputs.map((x) => [1, x]), [ROOT, 0], [0, ROOT]])).solve(
  vector([...targets, 0, 0]),
);
const predicted = (x: number) => ridge.get(0, 0) + ridge.get(1, 0) * x;
const kernel = (a: number, b: number) => 1 + a * b;
const alpha = inputs.map((x, i) => ((targets[i] ?? 0) - predicted(x)) / PENALTY);

/** Logistic loss on two inputs of three coordinates; how far the best weights stand out of the plane of the inputs. */
const examples = [vector([1, 0.5, -0.3]), vector([0.2, -1, 0.8])];
const outside = vector([0.1, -0.86, -1.1]);
function standsOut(penalty: (w: Matrix) => number): number {
  const loss = (w: Matrix) =>
    sum(examples.map((x, i) => Math.log1p(Math.exp((i === 0 ? -1 : 1) * w.dot(x))))) + penalty(w);
  return vector(stationaryPoint(loss, [0.1, 0.1, 0.1])).dot(outside);
}

export const featureSpaces: readonly Check[] = [
  functionCheck('kernel-feature-map', {
    states: 'the polynomial kernel and its monomials',
    formula: () => inner(monomials(Math.SQRT2, 0.6)),
    against: () => pairs.map(([[a, b], [c, d]]) => (a * c + b * d + 0.6) ** 2),
    mutants: {
      'without the root of two': () => inner(monomials(1, 0.6)),
      'another constant': () => inner(monomials(Math.SQRT2, 0.7)),
    },
  }),
  functionCheck('kernel-mercer', {
    states: 'the kernel of Brownian motion, and quadrature',
    tolerance: 1e-5,
    formula: () => series(eigenvalue, eigenfunction),
    against: () => [0.3, applied(0.3, eigenfunction(3))],
    mutants: {
      'roots of the eigenvalues': () => series((m) => Math.sqrt(eigenvalue(m)), eigenfunction),
      'functions of another length': () => series(eigenvalue, (m) => (x) => Math.sin(FREQUENCY(m) * x)),
    },
  }),
  latexCheck('kernel-nystrom', {
    states: 'a matrix of rank two and two landmarks',
    near: 1e-9,
    cases: [
      {
        given: {
          '\\mathbf{K}': features.mmul(features.transpose()),
          '\\mathbf{K}_{nm}': features.mmul(landmarks.transpose()),
          '\\mathbf{K}_{mm}': landmarks.mmul(landmarks.transpose()),
        },
      },
    ],
  }),
  latexCheck('kernel-random-features', {
    states: 'frequencies and phases spread evenly',
    near: 0.02,
    cases: [
      {
        given: {
          "k(\\mathbf{x}, \\mathbf{x}')": Math.exp(-(0.7 ** 2 + 0.7 ** 2) / (2 * 0.9 ** 2)),
          '\\mathbf{x}': near[0] ?? 0,
          "\\mathbf{x}'": near[1] ?? 0,
          D: cells.length,
          '\\boldsymbol{\\omega}': cells.map(({ u, v }) => vector([u / 0.9, v / 0.9])),
          b: cells.map(({ phase }) => (2 * Math.PI * (phase + 0.2)) / 3),
        },
      },
      // The kernel of two frequencies, each as probable, is a mean of two cosines.
      {
        given: {
          "k(\\mathbf{x}, \\mathbf{x}')":
            (Math.cos(0.8 * -0.7 + 0.3 * 0.7) + Math.cos(-1.1 * -0.7 + 0.5 * 0.7)) / 2,
          '\\mathbf{x}': near[0] ?? 0,
          "\\mathbf{x}'": near[1] ?? 0,
          D: 6,
          '\\boldsymbol{\\omega}': [0, 1, 2].flatMap(() => [vector([0.8, 0.3]), vector([-1.1, 0.5])]),
          b: [0, 0, 1, 1, 2, 2].map((phase) => (2 * Math.PI * (phase + 0.2)) / 3),
        },
      },
    ],
  }),
  functionCheck('kernel-reproducing-property', {
    states: 'the space of Brownian motion, by quadrature',
    // The kernel at x rises with slope one up to x and is flat beyond.
    formula: () => [0.3, 0.8].map((x) => integrate((u) => slope(u), 0, x)),
    against: () => [0.3, 0.8].map(smooth),
    mutants: {
      'the kernel of another input': () => [0.3, 0.8].map((x) => integrate((u) => slope(u), 0, x + 0.1)),
      'the plain inner product': () => [0.3, 0.8].map((x) => applied(x, smooth)),
    },
  }),
  latexCheck('kernel-ridge-regression', {
    states: 'ridge regression on the features',
    symmetric: ['k'],
    cases: [0.9, -2].map((x) => ({
      given: {
        '\\hat{f}(\\mathbf{x})': predicted(x),
        // Without an index the letter is the new input, which the kernel knows.
        '\\mathbf{x}': inputs,
        k: (other: number) => kernel(other, x),
        n: 4,
        '\\alpha': alpha,
        '\\boldsymbol{\\alpha}': vector(alpha),
        '\\mathbf{K}': matrix(inputs.map((a) => inputs.map((b) => kernel(a, b)))),
        '\\lambda': PENALTY,
        '\\mathbf{I}': Matrix.eye(4),
        '\\mathbf{y}': vector(targets),
      },
    })),
  }),
  functionCheck('representer-theorem', {
    states: 'a search over all weights, of which none stand out of the plane of the inputs',
    formula: () => [standsOut((w) => 0.4 * w.dot(w)), standsOut((w) => 0.1 * w.dot(w) ** 2 + 0.2 * w.dot(w))],
    against: () => [0, 0],
    mutants: {
      'a penalty of one coordinate more': () => [standsOut((w) => 0.4 * w.dot(w) + w.get(0, 0) ** 2), 0],
      'a penalty about another place': () => [standsOut((w) => 0.4 * w.dot(w) + 0.3 * w.get(2, 0)), 0],
    },
  }),
];
