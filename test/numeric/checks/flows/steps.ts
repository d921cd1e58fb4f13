import { determinant, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { jacobian } from '../../differences';
import { computed, identity, matrix, vector } from '../../given';
import { type Flow, form, overSigns, pair, range } from './scene';

/** A contracting residual of the plane. */
const residual: Flow = (x) => {
  const [a, b] = pair(x);
  return vector([0.35 * Math.sin(a + b), 0.3 * Math.cos(b) - 0.25 * Math.tanh(a)]);
};
const point = vector([0.6, -1.2]);
const forward = (x: Matrix) => Matrix.add(x, residual(x));
const slopes = jacobian(residual, point);
const power = (k: number) => range(k).reduce((product) => product.mmul(slopes), identity(2));
function iterated(step: (x: Matrix) => Matrix): Matrix {
  return range(80).reduce(step, forward(point));
}
const stretched = () => Math.log(Math.abs(determinant(jacobian(forward, point))));
/** The mean of the cut series over all lengths and signs, where a length `n` has the chance `0.6 · 0.4 ** (n - 1)`. */
const cut = (reached: (k: number) => number, sign = -1) =>
  range(60).reduce((sum, m) => {
    const chance = 0.6 * 0.4 ** m;
    const terms = range(m + 1).map(
      (k) => ((sign ** k / (k + 1)) * overSigns((v) => form(v, power(k + 1)))) / reached(k + 1),
    );
    return sum + chance * terms.reduce((total, term) => total + term, 0);
  }, 0);

const factorial = (k: number) => range(k).reduce((product, n) => product * (n + 1), 1);
const series = (weight: (k: number) => number) =>
  range(80).reduce((sum, n) => sum + weight(n + 1) * power(n + 1).trace(), 0);

const z = vector([0.7, -0.3, 1.2]);
const centre = vector([-0.2, 0.5, 0.4]);

export const steps: readonly Check[] = [
  latexCheck('radial-flow', {
    states: 'finite differences of its first row',
    cases: [0.9, -1.1].map((beta) => ({
      given: {
        '\\mathbf{z}': z,
        '\\mathbf{z}_{0}': centre,
        '\\alpha': 1.3,
        '\\beta': beta,
        D: 3,
        r: computed((get) => Math.hypot(...Matrix.sub(get('\\mathbf{z}'), centre).to1DArray())),
      },
    })),
  }),
  latexCheck('residual-flow', {
    states: 'the residual and a fixed point of it',
    cases: [
      {
        given: {
          'f(\\mathbf{x})': vector([0.5, -0.7]),
          '\\mathbf{x}': range(80).reduce(
            (x) => Matrix.sub(vector([0.5, -0.7]), residual(x)),
            vector([0, 0]),
          ),
          g: residual,
          '\\operatorname{Lip}': () => 0.8,
        },
      },
    ],
  }),
  functionCheck('residual-flow-estimator', {
    states: 'the determinant by finite differences',
    formula: () => cut((k) => 0.4 ** (k - 1)),
    against: stretched,
    mutants: {
      'without the chances': () => cut(() => 1),
      'the chance to stop': (): number => cut((k) => 0.6 * 0.4 ** (k - 1)),
      'all signs alike': () => cut((k) => 0.4 ** (k - 1), 1),
    },
  }),
  functionCheck('residual-flow-inverse', {
    states: 'the input that was mapped',
    formula: () => iterated((x) => Matrix.sub(forward(point), residual(x))),
    against: () => point,
    mutants: {
      'the other sign': () => iterated((x) => Matrix.add(forward(point), residual(x))),
      'taken off the last': () => iterated((x) => Matrix.sub(x, residual(x))),
    },
  }),
  functionCheck('residual-flow-log-det', {
    states: 'the determinant by finite differences',
    formula: () => series((k) => (-1) ** (k + 1) / k),
    against: stretched,
    mutants: {
      'all signs alike': () => series((k) => 1 / k),
      'the other sign': () => series((k) => (-1) ** k / k),
      factorials: () => series((k) => (-1) ** (k + 1) / factorial(k)),
    },
  }),
  latexCheck('sylvester-flow', {
    states: 'finite differences of its first row',
    cases: [
      {
        given: {
          '\\mathbf{z}': z,
          '\\mathbf{A}': matrix([
            [0.4, -0.7],
            [1.1, 0.3],
            [-0.5, 0.8],
          ]),
          '\\mathbf{B}': matrix([
            [0.6, -0.2, 0.9],
            [-0.4, 1.2, 0.5],
          ]),
          '\\mathbf{b}': vector([0.3, -0.6]),
          '\\mathbf{I}_{M}': identity(2),
          h: (at: Matrix) => vector(at.to1DArray().map(Math.tanh)),
          "h'": (at: Matrix) => vector(at.to1DArray().map((entry) => 1 - Math.tanh(entry) ** 2)),
        },
      },
    ],
  }),
];
