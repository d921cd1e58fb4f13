import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative, hessian } from '../../differences';
import { computed, matrix, vector } from '../../given';
import { ALONG, limit, listed, POINT, partial, range } from './scene';

const { cos, exp, PI, sin } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A number of two, with its gradient and Hessian on paper. */
const height = (x: Matrix) => {
  const [a = 0, b = 0] = x.to1DArray();
  return a ** 2 * b + sin(b) + exp(a);
};
const slopes = (a: number, b: number) => vector([2 * a * b + exp(a), a ** 2 + cos(b)]);
const curvatures = (a: number, b: number) =>
  matrix([
    [2 * b + exp(a), 2 * a],
    [2 * a, -sin(b)],
  ]);
/** Steepest ascent, by trial: the slope in the steepest of many directions, times that direction. */
function steepest(): Matrix {
  const ways = range(36_000).map((k) => vector([cos((k * PI) / 18_000), sin((k * PI) / 18_000)]));
  const rise = (way: Matrix) => height(Matrix.add(POINT, Matrix.mul(way, 1e-5))) - height(POINT);
  const best = ways.reduce((top, way) => (rise(way) > rise(top) ? way : top));
  return Matrix.mul(
    best,
    derivative((step) => height(Matrix.add(POINT, Matrix.mul(best, step))), 0),
  );
}
/** All second derivatives, in the order of the indices, with a change for the broken ones. */
const seconds = (change: (i: number, j: number) => readonly [number, number]) =>
  range(2).flatMap((i) =>
    range(2).map((j) => {
      const [first, second] = change(i, j);
      return partial(partial(height, second), first)(POINT);
    }),
  );

/** The mean over a circle, less the value at its centre, over a quarter of the squared radius. */
function roundAbout(radius: number): number {
  const circle = range(12).map((k) => vector([cos((k * PI) / 6), sin((k * PI) / 6)]));
  const values = circle.map((way) => height(Matrix.add(POINT, Matrix.mul(way, radius))));
  return (sum(values) / 12 - height(POINT)) / (radius ** 2 / 4);
}

export const derivatives: readonly Check[] = [
  latexCheck('central-difference', {
    states: 'a gradient on paper',
    near: 1e-4,
    cases: [
      { i: 1, unit: vector([1, 0]) },
      { i: 2, unit: vector([0, 1]) },
    ].map(({ i, unit }) => ({
      given: {
        '\\frac{\\partial f}{\\partial x_{i}}(\\mathbf{x})': slopes(0.6, -1.3).get(i - 1, 0),
        i,
        f: height,
        '\\mathbf{x}': POINT,
        h: 0.005,
        '\\mathbf{e}_{i}': unit,
      },
    })),
  }),
  latexCheck('directional-derivative', {
    states: 'a gradient on paper',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          'D_{\\mathbf{v}} f(\\mathbf{x})': 1.5 * (1.2 * -1.3 + exp(0.6)) + 0.4 * (0.36 + cos(1.3)),
          '\\lim_{h \\to 0}': limit,
          f: height,
          '\\mathbf{x}': POINT,
          '\\mathbf{v}': ALONG,
        },
      },
    ],
  }),
  functionCheck('gradient-vector', {
    states: 'the steepest of many directions, with its slope',
    tolerance: 1e-3,
    formula: () => [partial(height, 0)(POINT), partial(height, 1)(POINT)],
    against: steepest,
    mutants: {
      'in the other order': () => [partial(height, 1)(POINT), partial(height, 0)(POINT)],
      descent: () => [-partial(height, 0)(POINT), -partial(height, 1)(POINT)],
    },
  }),
  functionCheck('hessian-matrix', {
    states: 'second derivatives on paper',
    formula: () => seconds((i, j) => [i, j]),
    against: () => curvatures(0.6, -1.3),
    mutants: {
      'diagonal exchanged': () => seconds((i, j) => (i === j ? [1 - i, 1 - j] : [i, j])),
      'without mixed ones': () => seconds((i) => [i, i]),
    },
  }),
  latexCheck('hessian-vector-product', {
    states: 'the slope along the vector, differentiated by finite differences',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          f: height,
          '\\nabla^{2} f(\\mathbf{x})': curvatures(0.6, -1.3),
          '\\mathbf{x}': POINT,
          '\\mathbf{v}': ALONG,
        },
      },
    ],
  }),
  latexCheck('laplacian-operator', {
    states: 'the mean over a small circle, and the trace of the Hessian matrix',
    tolerance: 1e-5,
    cases: [
      {
        given: {
          // Two radii, so that the error of second order goes.
          '\\Delta f(\\mathbf{x})': (4 * roundAbout(0.02) - roundAbout(0.04)) / 3,
          '\\nabla \\cdot \\nabla f(\\mathbf{x})': hessian(height, POINT).trace(),
          n: 2,
          f: computed((get) => height(vector(listed(get('x'))))),
          '\\mathbf{x}': POINT,
          x: [0.6, -1.3],
        },
      },
    ],
  }),
  latexCheck('leibniz-integral-rule', {
    states: 'finite differences of the quadrature',
    cases: [
      {
        given: {
          x: 0.7,
          a: (x: number) => x ** 2 - 1,
          b: (x: number) => 2 + sin(x),
          f: (x: number, t: number) => exp(x * t) + t ** 2,
          '\\frac{\\partial f}{\\partial x}': (x: number, t: number) => t * exp(x * t),
        },
      },
    ],
  }),
  latexCheck('taylor-second-order', {
    states: 'a paraboloid, which it meets',
    near: 1e-7,
    cases: [
      {
        given: {
          f: (x: Matrix) => {
            const [a = 0, b = 0] = x.to1DArray();
            return 2 + a - 3 * b + 1.5 * a ** 2 + 0.7 * a * b - b ** 2;
          },
          '\\mathbf{x}': POINT,
          '\\boldsymbol{\\delta}': ALONG,
        },
      },
    ],
  }),
];
