import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { elementwise, matrix, vector } from '../../given';
import { integrate } from '../../quadrature';

const { abs, exp, PI, sqrt, tanh } = Math;

const sigmoid = (x: number) => 1 / (1 + exp(-x));
/** The sigmoid in other words, for the side that is compared. */
const gate = (x: number) => (1 + tanh(x / 2)) / 2;
const density = (x: number) => exp((-x * x) / 2) / sqrt(2 * PI);
/** A unit from its slope, for units that pass through the origin. */
const fromSlope = (slope: (x: number) => number, x: number) => integrate(slope, 0, x);
const middle = (...three: readonly number[]) => three.toSorted((a, b) => a - b)[1] ?? Number.NaN;

const INPUT = vector([1.5, -0.4]);
const VALUES = matrix([
  [1, 0.5],
  [-0.3, 2],
  [0.7, -1],
]);
const GATES = matrix([
  [0.2, -1.1],
  [1.4, 0.6],
  [-0.5, 0.9],
]);
const PIECES = [
  { weights: [1, 0.5], bias: 0.2 },
  { weights: [-0.3, 2], bias: 2.9 },
  { weights: [0.7, -1], bias: -0.1 },
];

/** The mean and the mean square after a unit that stands behind a standard normal input. */
const moments = (unit: (x: number) => number) =>
  [1, 2].map((power) => integrate((x) => unit(x) ** power * density(x), -12, 12));
const selu = (lambda: number, alpha: number) => (x: number) => lambda * (x > 0 ? x : alpha * (exp(x) - 1));

export const units: readonly Check[] = [
  latexCheck('elu', {
    states: 'the integral of the slope',
    same: {
      '\\operatorname{ELU}(x) = \\begin{cases} x & x > 0 \\\\ \\alpha (\\exp(x) - 1) & x \\leq 1 \\end{cases}':
        'the first condition that is met counts',
    },
    cases: [0.6, 2.3, -0.7].map((x) => ({
      given: {
        '\\operatorname{ELU}(x)': fromSlope((t) => (t > 0 ? 1 : 1.3 * exp(t)), x),
        x,
        '\\alpha': 1.3,
      },
    })),
  }),
  latexCheck('glu', {
    states: 'entry by entry, with the gates by hyperbolic tangents',
    cases: [
      {
        given: {
          '\\operatorname{GLU}(\\mathbf{x})': vector([
            (1.5 - 0.2 + 0.1) * gate(0.3 + 0.44 - 0.7),
            (-0.45 - 0.8 + 0.4) * gate(2.1 - 0.24 + 0.3),
            (1.05 + 0.4 - 0.6) * gate(-0.75 - 0.36 + 0.9),
          ]),
          '\\mathbf{x}': INPUT,
          '\\mathbf{W}': VALUES,
          '\\mathbf{b}': vector([0.1, 0.4, -0.6]),
          '\\mathbf{V}': GATES,
          '\\mathbf{c}': vector([-0.7, 0.3, 0.9]),
          '\\sigma': elementwise(sigmoid),
        },
      },
    ],
  }),
  latexCheck('hard-sigmoid', {
    states: 'the integral of the slope',
    cases: [-4.1, -1.3, 0.7, 5].map((x) => ({
      given: {
        '\\operatorname{HardSigmoid}(x)': integrate((t) => (abs(t) < 3 ? 1 / 6 : 0), -9, x),
        x,
      },
    })),
  }),
  latexCheck('hard-swish', {
    states: 'the integral of the slope of the gate',
    cases: [-4.1, -1.3, 0.7, 5].map((x) => ({
      given: {
        '\\operatorname{HardSwish}(x)': x * integrate((t) => (abs(t) < 3 ? 1 / 6 : 0), -9, x),
        x,
      },
    })),
  }),
  latexCheck('leaky-relu', {
    states: 'the larger of two lines',
    same: {
      '\\operatorname{LeakyReLU}(x) = \\begin{cases} x & x > 0 \\\\ \\alpha x & x \\leq 1 \\end{cases}':
        'the first condition that is met counts',
    },
    cases: [0.6, 2.3, -0.7].map((x) => ({
      given: { '\\operatorname{LeakyReLU}(x)': Math.max(x, 0.15 * x), x, '\\alpha': 0.15 },
    })),
  }),
  latexCheck('maxout', {
    states: 'the pieces one by one',
    cases: [vector([4, -0.5]), vector([4, -3]), vector([-2, 0.3])].map((x) => ({
      given: {
        'h_{i}(\\mathbf{x})':
          PIECES.map(
            ({ weights: [a = 0, b = 0], bias }) => a * x.get(0, 0) + b * x.get(1, 0) + bias,
          ).toSorted((a, b) => b - a)[0] ?? Number.NaN,
        i: 2,
        k: 3,
        '\\mathbf{x}': x,
        '\\mathbf{w}': [[], PIECES.map(({ weights }) => vector(weights))],
        b: [[], PIECES.map(({ bias }) => bias)],
      },
    })),
  }),
  latexCheck('prelu', {
    states: 'the integral of the slope',
    cases: [2.3, -1.7].map((x) => ({
      given: {
        '\\operatorname{PReLU}(x_{i})': fromSlope((t) => (t > 0 ? 1 : 0.35), x),
        i: 2,
        x: [0.4, x, -0.6],
        a: [0.9, 0.35, 0.6],
      },
    })),
  }),
  latexCheck('relu', {
    states: 'the mean of a number and its size',
    cases: [2.3, -0.7].map((x) => ({ given: { '\\operatorname{ReLU}(x)': (x + abs(x)) / 2, x } })),
  }),
  latexCheck('relu-derivative', {
    states: 'finite differences',
    same: {
      "\\operatorname{ReLU}'(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x < 1 \\end{cases}":
        'the first condition that is met counts',
    },
    cases: [0.6, 2.3, -0.7].map((x) => ({
      given: { "\\operatorname{ReLU}'(x)": derivative((z) => (z + abs(z)) / 2, x), x },
    })),
  }),
  latexCheck('relu6', {
    states: 'the middle one of three numbers',
    cases: [-1.2, 2.7, 6.4, 8].map((x) => ({ given: { '\\operatorname{ReLU6}(x)': middle(x, 0, 6), x } })),
  }),
  functionCheck('selu', {
    states: 'mean 0 and variance 1 are kept',
    tolerance: 1e-9,
    formula: () => moments(selu(1.0507009873554805, 1.6732632423543772)),
    against: () => [0, 1],
    mutants: {
      'without the scale': () => moments(selu(1, 1.6732632423543772)),
      'of size one below': () => moments(selu(1.0507009873554805, 1)),
      'constants exchanged': () => moments(selu(1.6732632423543772, 1.0507009873554805)),
    },
  }),
];
