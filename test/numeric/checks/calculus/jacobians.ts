import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative, jacobian } from '../../differences';
import { computed, matrix, vector } from '../../given';
import { crossing } from '../../golden-section';
import { ALONG, limit, listed, POINT, partial, range } from './scene';

const { cos, exp, sin } = Math;

/** Three numbers of two, with their Jacobian on paper; and two of those. */
const inner = (x: Matrix) => {
  const [a = 0, b = 0] = x.to1DArray();
  return vector([a * b, exp(a) - b, sin(b)]);
};
const innerSlopes = (x: Matrix) => {
  const [a = 0, b = 0] = x.to1DArray();
  return matrix([
    [b, a],
    [exp(a), -1],
    [0, cos(b)],
  ]);
};
const outer = (y: Matrix) => {
  const [p = 0, q = 0, r = 0] = y.to1DArray();
  return vector([p * q + r ** 2, cos(p) - q * r]);
};
const outerSlopes = (y: Matrix) => {
  const [p = 0, q = 0, r = 0] = y.to1DArray();
  return matrix([
    [q, p, 2 * r],
    [-sin(p), -r, -q],
  ]);
};

/** All partial derivatives of all components: a component a row, or transposed. */
const partials = (component: (i: number) => (x: Matrix) => number) =>
  range(3).flatMap((i) => range(2).map((j) => partial(component(i), j)(POINT)));
/** Two equations for two unknowns, with one input: y₁ = x + 0.3 sin y₂ and y₂ = x² − 0.2 y₁. */
const equations = (x: number, y: Matrix) => {
  const [a = 0, b = 0] = y.to1DArray();
  return vector([a - x - 0.3 * sin(b), b - x ** 2 + 0.2 * a]);
};
function solution(x: number): Matrix {
  const first = (b: number) => x + 0.3 * sin(b);
  const second = crossing((b) => b - x ** 2 + 0.2 * first(b), -9, 9);
  return vector([first(second), second]);
}

export const jacobians: readonly Check[] = [
  latexCheck('chain-rule', {
    states: 'the derivative of the whole by finite differences',
    cases: [1, 2].map((j) => ({
      given: {
        j,
        m: 3,
        x: [0.6, -1.3],
        y: computed((get) => inner(vector(listed(get('x')))).to1DArray()),
        z: computed((get) => outer(vector(listed(get('y')))).get(1, 0)),
      },
    })),
  }),
  latexCheck('chain-rule-jacobian', {
    states: 'finite differences',
    cases: [
      {
        given: {
          '\\mathbf{J}_{\\mathbf{f} \\circ \\mathbf{g}}(\\mathbf{x})': jacobian(
            (x) => outer(inner(x)),
            POINT,
          ),
          '\\mathbf{J}_{\\mathbf{f}}': outerSlopes,
          '\\mathbf{J}_{\\mathbf{g}}': innerSlopes,
          '\\mathbf{g}': inner,
          '\\mathbf{x}': POINT,
        },
      },
    ],
  }),
  latexCheck('implicit-differentiation', {
    states: 'differences of solutions by bisection',
    tolerance: 1e-6,
    cases: [0.7, -1.1].map((x) => ({
      given: {
        '\\frac{\\partial \\mathbf{y}^{\\star}}{\\partial \\mathbf{x}}': vector(
          [0, 1].map((i) => derivative((at) => solution(at).get(i, 0), x)),
        ),
        '\\mathbf{y}^{\\star}': solution(x),
        '\\mathbf{y}^{\\star}(\\mathbf{x})': solution(x),
        '\\mathbf{x}': x,
        '\\mathbf{g}': equations,
        '\\mathbf{0}': vector([0, 0]),
        '\\frac{\\partial \\mathbf{g}}{\\partial \\mathbf{y}}': (_: number, y: Matrix) =>
          matrix([
            [1, -0.3 * cos(y.get(1, 0))],
            [0.2, 1],
          ]),
        '\\frac{\\partial \\mathbf{g}}{\\partial \\mathbf{x}}': (at: number) => vector([-1, -2 * at]),
      },
    })),
  }),
  functionCheck('jacobian-matrix', {
    states: 'derivatives on paper',
    formula: () => partials((i) => (x) => inner(x).get(i, 0)),
    against: () => innerSlopes(POINT),
    mutants: {
      'components in columns': () =>
        range(2).flatMap((j) => range(3).map((i) => partial((x) => inner(x).get(i, 0), j)(POINT))),
      'components in another order': () => partials((i) => (x) => inner(x).get(2 - i, 0)),
    },
  }),
  latexCheck('jacobian-vector-product', {
    states: 'a Jacobian on paper',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathbf{J}_{\\mathbf{f}}': innerSlopes,
          '\\lim_{h \\to 0}': limit,
          '\\mathbf{f}': inner,
          '\\mathbf{x}': POINT,
          '\\mathbf{v}': ALONG,
        },
      },
    ],
  }),
  latexCheck('vjp', {
    states: 'a Jacobian on paper',
    cases: [
      {
        given: {
          '\\mathbf{v}': vector([0.7, -1.2, 0.4]),
          '\\mathbf{J}_{\\mathbf{f}}': innerSlopes,
          '\\mathbf{f}': inner,
          '\\mathbf{x}': POINT,
        },
      },
    ],
  }),
];
