import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { integrate } from '../../quadrature';

const { cosh, exp, PI, sqrt, tanh } = Math;

const sigmoid = (x: number) => 1 / (1 + exp(-x));
/** The sigmoid in other words, for the side that is compared. */
const gate = (x: number) => (1 + tanh(x / 2)) / 2;
const density = (x: number) => exp((-x * x) / 2) / sqrt(2 * PI);
const gaussianUnit = (x: number) => x * integrate(density, -12, x);

/** Units of one formula, without a kink. */
export const smooth: readonly Check[] = [
  latexCheck('gelu', {
    states: 'the normal distribution by quadrature',
    cases: [1.3, -0.6].map((x) => ({
      given: {
        '\\operatorname{GELU}(x)': gaussianUnit(x),
        x,
        '\\Phi': (z: number) => jStat.normal.cdf(z, 0, 1),
      },
    })),
  }),
  latexCheck('gelu-derivative', {
    states: 'finite differences',
    cases: [1.3, -0.6].map((x) => ({
      given: {
        '\\operatorname{GELU}': gaussianUnit,
        x,
        '\\Phi': (z: number) => jStat.normal.cdf(z, 0, 1),
        '\\phi': density,
      },
    })),
  }),
  latexCheck('gelu-sigmoid', {
    states: 'the normal distribution by quadrature',
    near: 0.012,
    cases: [1, 2].map((x) => ({
      given: { '\\operatorname{GELU}(x)': gaussianUnit(x), x, '\\sigma': sigmoid },
    })),
  }),
  latexCheck('gelu-tanh', {
    states: 'the normal distribution by quadrature',
    near: 3e-4,
    cases: [1, 1.7].map((x) => ({ given: { '\\operatorname{GELU}(x)': gaussianUnit(x), x } })),
  }),
  latexCheck('hyperbolic-tangent', {
    states: 'the integral of the squared hyperbolic secant',
    cases: [0.7, -1.6].map((x) => ({
      given: { '\\tanh(x)': integrate((t) => 1 / cosh(t) ** 2, 0, x), x },
    })),
  }),
  latexCheck('hyperbolic-tangent-derivative', {
    states: 'finite differences',
    cases: [0.7, -1.6].map((x) => ({ given: { x } })),
  }),
  latexCheck('mish', {
    states: 'the hyperbolic tangent of a logarithm as a fraction',
    cases: [1.3, -0.6].map((x) => {
      const square = (1 + exp(x)) ** 2;
      return { given: { '\\operatorname{Mish}(x)': (x * (square - 1)) / (square + 1), x } };
    }),
  }),
  latexCheck('sigmoid-derivative', {
    states: 'finite differences',
    cases: [0.7, -1.6].map((x) => ({ given: { "\\sigma'(x)": derivative(gate, x), '\\sigma': sigmoid, x } })),
  }),
  latexCheck('sigmoid-symmetry', {
    states: 'the sigmoid by its exponential',
    cases: [0.7, -1.6].map((x) => ({ given: { '\\sigma': sigmoid, x } })),
  }),
  latexCheck('sigmoid-tanh-relation', {
    states: 'the sigmoid by its exponential',
    cases: [0.7, -1.6].map((x) => ({ given: { '\\tanh(x)': tanh(x), '\\sigma': sigmoid, x } })),
  }),
  latexCheck('silu', {
    states: 'the gate by a hyperbolic tangent',
    cases: [0.7, -1.6].map((x) => ({
      given: { '\\operatorname{SiLU}(x)': x * gate(x), x, '\\sigma': sigmoid },
    })),
  }),
  latexCheck('silu-derivative', {
    states: 'finite differences',
    cases: [0.7, -1.6].map((x) => ({
      given: { '\\operatorname{SiLU}': (z: number) => z * gate(z), x, '\\sigma': sigmoid },
    })),
  }),
  latexCheck('softplus', {
    states: 'the integral of the sigmoid',
    cases: [0.7, -1.6].map((x) => ({
      given: { '\\operatorname{softplus}(x)': integrate(gate, Number.NEGATIVE_INFINITY, x), x },
    })),
  }),
  latexCheck('softplus-derivative', {
    states: 'finite differences',
    cases: [0.7, -1.6].map((x) => ({ given: { x } })),
  }),
  latexCheck('softsign', {
    states: 'a hyperbola on either side',
    cases: [0.7, -1.6].map((x) => ({
      given: { '\\operatorname{softsign}(x)': x > 0 ? 1 - 1 / (1 + x) : 1 / (1 - x) - 1, x },
    })),
  }),
  latexCheck('swish-beta', {
    states: 'the gate by a hyperbolic tangent',
    cases: [0.7, -1.6].map((x) => ({
      given: { '\\operatorname{Swish}_{\\beta}(x)': x * gate(2.4 * x), x, '\\beta': 2.4, '\\sigma': sigmoid },
    })),
  }),
];
