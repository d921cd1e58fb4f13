import { type Check, functionCheck, latexCheck } from '../../check';
import { vector } from '../../given';
import { expectation, maximum } from '../../operators';
import { integrate } from '../../quadrature';

const { cos, exp, sin, sqrt, PI } = Math;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]) => sum(values) / values.length;

const X = [0.4, -1.3, 0.9];
const Y = [1.7, 0.2];

/** The features of the kernel `(1 + xy)²`: their inner product is the kernel. */
const features = (x: number) => [1, sqrt(2) * x, x * x];
const kernel = (x: number, y: number) => (1 + x * y) ** 2;
const inner = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * (b[i] ?? 0)));
const meanFeatures = (points: readonly number[], weights: readonly number[]) =>
  [0, 1, 2].map((k) => sum(points.map((x, i) => (weights[i] ?? 0) * (features(x)[k] ?? 0))));

const PX = [0.2, 0.5, 0.3];
const PY = [0.6, 0.4];
const WITNESS = meanFeatures(X, PX).map((value, k) => value - (meanFeatures(Y, PY)[k] ?? 0));
const DISCREPANCY = inner(WITNESS, WITNESS);

const pairs = (points: readonly number[], others: readonly number[]) =>
  points.flatMap((x) => others.map((y): readonly number[] => [x, y]));
const weights = (p: readonly number[], q: readonly number[]) => p.flatMap((a) => q.map((b) => a * b));

const even = (points: readonly number[]) => points.map(() => 1 / points.length);
const BIASED = (() => {
  const gap = meanFeatures(X, even(X)).map((value, k) => value - (meanFeatures(Y, even(Y))[k] ?? 0));
  return inner(gap, gap);
})();

/** The sum of the kernel over pairs of different points is the square of the sum of features less the squares. */
const offDiagonal = (points: readonly number[]) => {
  const total = meanFeatures(
    points,
    points.map(() => 1),
  );
  return inner(total, total) - sum(points.map((x) => inner(features(x), features(x))));
};
const totalFeatures = (points: readonly number[]) =>
  meanFeatures(
    points,
    points.map(() => 1),
  );
const MORE = [-0.2, 0.8, 1.5, -1.1];
const CROSS = inner(totalFeatures(MORE), totalFeatures(X));

const UNBIASED = offDiagonal(MORE) / 12 + offDiagonal(X) / 6 - (2 * CROSS) / 12;

/** Functions of the unit ball: the witness, and others. */
const BALL = [WITNESS, [1, 0, 0], [0, -1, 0], [0, 0.6, -0.8]].map((direction) => {
  const size = sqrt(inner(direction, direction));
  return (x: number) => inner(direction, features(x)) / size;
});

const below = (threshold: number, points: readonly number[], masses: readonly number[]) =>
  sum(points.map((x, i) => (x <= threshold ? (masses[i] ?? 0) : 0)));

/** Points of the plane, and the integral of the squared gap of the distribution functions of their shadows on a line. */
type Point = readonly [number, number];
const PLANE_X: readonly Point[] = [
  [0.4, 1.2],
  [-1.3, 0.5],
  [0.9, -0.7],
];
const PLANE_Y: readonly Point[] = [
  [1.7, 0.3],
  [0.2, -1.6],
];
const STEPS = 4000;
const DIRECTIONS = Array.from({ length: STEPS }, (_, k) => ((k + 0.5) / STEPS) * PI);

function gapAlong(shadow: (point: Point) => number): number {
  const [x, y] = [PLANE_X.map(shadow), PLANE_Y.map(shadow)];
  const places = [...x, ...y].sort((a, b) => a - b);
  return sum(
    places.slice(1).map((place, i) => {
      const start = places[i] ?? place;
      return (place - start) * (below(start, x, PX) - below(start, y, PY)) ** 2;
    }),
  );
}

/** The Gaussian kernel of bandwidth 1, its slopes, and its mixed second derivative. */
const bump = (x: number, y: number) => exp(-((x - y) ** 2) / 2);
const slope = (x: number, y: number) => -(x - y) * bump(x, y);
const twist = (x: number, y: number) => (1 - (x - y) ** 2) * bump(x, y);
const normal = (x: number, at: number, deviation: number) =>
  exp(-(((x - at) / deviation) ** 2) / 2) / (sqrt(2 * PI) * deviation);

/** The Stein kernel of the standard normal distribution, under two independent draws of another one. */
function stein(slopes: (x: number, y: number) => number): number {
  const score = (x: number) => -x;
  const under = (f: (x: number) => number) => integrate((x) => normal(x, 0.7, 0.8) * f(x), -8, 9, 1e-9);
  return under((x) => under((y) => score(x) * bump(x, y) * score(y) + slopes(x, y) + twist(x, y)));
}

const steinSlopes = (x: number, y: number) => -x * -slope(x, y) + -y * slope(x, y);

/** The squared norm of the mean Stein feature, by the Fourier transform of the kernel. */
function steinByFourier(): number {
  const integrand = (w: number) => {
    // E[e^{iwX}(iw - X)] for X normal with mean 0.7 and deviation 0.8.
    const [m, v] = [0.7, 0.64];
    const size = exp((-v * w * w) / 2);
    const [real, imaginary] = [-m * size, (w - v * w) * size];
    return (real ** 2 + imaginary ** 2) * normal(w, 0, 1);
  };
  return integrate(integrand, -12, 12);
}

export const kernelDivergences: readonly Check[] = [
  latexCheck('energy-distance', {
    states: 'the squared gap of the distribution functions along every direction of the plane',
    cases: [
      {
        given: {
          // The distance of two points of the plane is π/2 times its mean along a random direction.
          'D_{\\mathrm{E}}^{2}(p, q)':
            2 *
            (PI / 2) *
            mean(DIRECTIONS.map((angle) => gapAlong((z) => z[0] * cos(angle) + z[1] * sin(angle)))),
          '\\mathbb{E}_{\\mathbf{x} \\sim p, \\, \\mathbf{y} \\sim q}': expectation(
            ['\\mathbf{x}', '\\mathbf{y}'],
            PLANE_X.flatMap((x) => PLANE_Y.map((y) => [vector(x), vector(y)])),
            weights(PX, PY),
          ),
          "\\mathbb{E}_{\\mathbf{x}, \\mathbf{x}' \\sim p}": expectation(
            ['\\mathbf{x}', "\\mathbf{x}'"],
            PLANE_X.flatMap((x) => PLANE_X.map((y) => [vector(x), vector(y)])),
            weights(PX, PX),
          ),
          "\\mathbb{E}_{\\mathbf{y}, \\mathbf{y}' \\sim q}": expectation(
            ['\\mathbf{y}', "\\mathbf{y}'"],
            PLANE_Y.flatMap((x) => PLANE_Y.map((y) => [vector(x), vector(y)])),
            weights(PY, PY),
          ),
        },
      },
    ],
    tolerance: 1e-5,
  }),
  latexCheck('integral-probability-metric', {
    states: 'the largest gap of the distribution functions',
    cases: [
      {
        given: {
          'D_{\\mathcal{F}}(p, q)': Math.max(
            ...[...X, ...Y].map((t) => Math.abs(below(t, X, PX) - below(t, Y, PY))),
          ),
          '\\mathcal{F}': [...X, ...Y].map((t) => (x: number) => (x <= t ? 1 : 0)),
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', X, PX),
          '\\mathbb{E}_{q(\\mathbf{x})}': expectation('\\mathbf{x}', Y, PY),
        },
      },
    ],
  }),
  functionCheck('kernelized-stein-discrepancy', {
    states: 'the squared mean Stein feature, by the Fourier transform of the kernel',
    formula: () => stein(steinSlopes),
    against: steinByFourier,
    tolerance: 1e-6,
    mutants: {
      'slopes of the other sign': () => stein((x, y) => -steinSlopes(x, y)),
      'one slope only': () => stein((x, y) => -x * -slope(x, y)),
    },
  }),
  latexCheck('maximum-mean-discrepancy', {
    states: 'the squared gap of the mean features',
    cases: [
      {
        given: {
          '\\operatorname{MMD}^{2}(p, q)': DISCREPANCY,
          k: kernel,
          '\\mathbb{E}_{\\mathbf{x} \\sim p, \\, \\mathbf{y} \\sim q}': expectation(
            ['\\mathbf{x}', '\\mathbf{y}'],
            pairs(X, Y),
            weights(PX, PY),
          ),
          "\\mathbb{E}_{\\mathbf{x}, \\mathbf{x}' \\sim p}": expectation(
            ['\\mathbf{x}', "\\mathbf{x}'"],
            pairs(X, X),
            weights(PX, PX),
          ),
          "\\mathbb{E}_{\\mathbf{y}, \\mathbf{y}' \\sim q}": expectation(
            ['\\mathbf{y}', "\\mathbf{y}'"],
            pairs(Y, Y),
            weights(PY, PY),
          ),
        },
      },
    ],
    symmetric: ['k'],
  }),
  latexCheck('mmd-biased', {
    states: 'the squared gap of the mean features',
    cases: [
      {
        given: {
          '\\widehat{\\mathrm{MMD}}_{\\mathrm{b}}^{2}': BIASED,
          k: kernel,
          m: 3,
          n: 2,
          '\\mathbf{x}': X,
          '\\mathbf{y}': Y,
        },
      },
    ],
    symmetric: ['k'],
  }),
  latexCheck('mmd-supremum', {
    states: 'the norm of the gap of the mean features',
    cases: [
      {
        given: {
          '\\operatorname{MMD}(p, q)': sqrt(DISCREPANCY),
          '\\sup_{\\lVert f \\rVert_{\\mathcal{H}} \\leq 1}': maximum('f', BALL),
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', X, PX),
          '\\mathbb{E}_{q(\\mathbf{y})}': expectation('\\mathbf{y}', Y, PY),
        },
      },
    ],
  }),
  latexCheck('mmd-unbiased', {
    states: 'sums of features, less their squares',
    cases: [
      {
        given: {
          '\\widehat{\\mathrm{MMD}}_{\\mathrm{u}}^{2}': UNBIASED,
          k: kernel,
          m: 4,
          n: 3,
          '\\mathbf{x}': MORE,
          '\\mathbf{y}': X,
        },
      },
    ],
    symmetric: ['k'],
  }),
];
