import { type Check, functionCheck, latexCheck } from '../../check';
import { identity, matrix } from '../../given';
import { integrate } from '../../quadrature';

const { exp, PI, sqrt } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const range = (length: number) => Array.from({ length }, (_, i) => i);

/** All rows of so many entries out of the values given. */
function rows(values: readonly number[], length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return rows(values, length - 1).flatMap((row) => values.map((value) => [...row, value]));
}

/** The mean square of a weighted sum, over all weights and inputs that are equally likely. */
function meanSquareOfSum(weights: readonly number[], inputs: readonly number[], terms: number): number {
  const all = rows(weights, terms).flatMap((w) =>
    rows(inputs, terms).map((x) => sum(w.map((weight, j) => weight * (x[j] ?? 0))) ** 2),
  );
  return mean(all);
}

const signs = (size: number) => [-size, size];
const rectified = (x: number) => Math.max(0, x);
const WIDTHS = [2, 3];

/** What a layer makes of the mean square 1: of its inputs on the way forward, of gradients on the way back. */
function gains(variance: number, inputs: number, outputs: number): number {
  const back = meanSquareOfSum(signs(sqrt(variance)), signs(1), outputs);
  return (meanSquareOfSum(signs(sqrt(variance)), signs(1), inputs) + back) / 2;
}
const compromises = (variance: (inputs: number, outputs: number) => number) => [
  gains(variance(2, 3), 2, 3),
  gains(variance(4, 1), 4, 1),
];

const uniformVariance = (end: number) => integrate((w) => w ** 2 / (2 * end), -end, end);
const normalMean = (of: (x: number) => number) =>
  integrate((x) => (of(x) * exp((-x * x) / 2)) / sqrt(2 * PI), -12, 12);
/** The variance of weights with which rectified standard normal inputs give sums of mean square 1. */
const keeping = (inputs: number) => 1 / (inputs * normalMean((x) => rectified(x) ** 2));

/** How far a step of Adam, of one size in the direction of every input's sign, moves the sum of inputs. */
const change = (inputs: number, rate: number) =>
  sum(
    range(inputs)
      .map((j) => (j % 2 === 0 ? 0.9 : -0.9))
      .map((x) => rate * Math.sign(x) * x),
  );

export const initialization: readonly Check[] = [
  functionCheck('he-initialization', {
    states: 'the mean square of rectified normal variables, by quadrature',
    formula: () => [3, 10].map((inputs) => 2 / inputs),
    against: () => [3, 10].map(keeping),
    mutants: {
      'without the rectifier': () => [3, 10].map((inputs) => 1 / inputs),
      'the root': () => [3, 10].map((inputs) => sqrt(2 / inputs)),
    },
  }),
  functionCheck('he-uniform', {
    states: 'variances by quadrature',
    formula: () => [3, 10].map((inputs) => uniformVariance(sqrt(6 / inputs))),
    against: () => [3, 10].map(keeping),
    mutants: {
      'half the square': () => [3, 10].map((inputs) => uniformVariance(sqrt(3 / inputs))),
      'without the root': () => [3, 10].map((inputs) => uniformVariance(6 / inputs)),
    },
  }),
  functionCheck('lecun-initialization', {
    states: 'all signs of weights and inputs',
    formula: () => WIDTHS.map((inputs) => meanSquareOfSum(signs(sqrt(1 / inputs)), signs(1), inputs)),
    against: () => [1, 1],
    mutants: {
      'twice the variance': () =>
        WIDTHS.map((inputs) => meanSquareOfSum(signs(sqrt(2 / inputs)), signs(1), inputs)),
      'as a deviation': () => WIDTHS.map((inputs) => meanSquareOfSum(signs(1 / inputs), signs(1), inputs)),
    },
  }),
  latexCheck('mup-hidden-scaling', {
    states: 'sums and their changes that stay as they are',
    cases: [
      {
        given: {
          '\\sigma_{n}^{2}':
            (meanSquareOfSum(signs(0.7), signs(1), 2) / meanSquareOfSum(signs(0.9), signs(1), 5)) * 0.81,
          '\\sigma_{0}': 0.7,
          'n_{0}': 2,
          n: 5,
          '\\eta_{n}': (0.3 * change(2, 1)) / change(5, 1),
          '\\eta_{0}': 0.3,
        },
      },
    ],
  }),
  latexCheck('orthogonal-initialization', {
    states: 'columns of the length three at right angles',
    cases: [
      {
        given: {
          '\\mathbf{W}': matrix([
            [2, -2],
            [1, 2],
            [2, 1],
          ]),
          g: 3,
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  latexCheck('relu-variance-propagation', {
    states: 'all weights and inputs of small sets',
    cases: [2, 3].map((inputs) => ({
      given: {
        '\\operatorname{Var}[z_{l}]': meanSquareOfSum(
          [-1.5, -0.4, 0.4, 1.5],
          [-2, -0.5, 0.5, 2].map(rectified),
          inputs,
        ),
        l: 2,
        n: [7, inputs, 5],
        '\\operatorname{Var}[W_{l}]': (1.5 ** 2 + 0.4 ** 2) / 2,
        '\\operatorname{Var}[z_{l-1}]': (4 + 0.25) / 2,
      },
    })),
  }),
  latexCheck('variance-propagation', {
    states: 'all weights and inputs of small sets',
    cases: [2, 3].map((inputs) => ({
      given: {
        '\\operatorname{Var}[z_{i}]': meanSquareOfSum([-1.5, -0.4, 0.4, 1.5], [-2, 2, 3, -3], inputs),
        'n_{\\mathrm{in}}': inputs,
        '\\operatorname{Var}[W_{ij}]': (1.5 ** 2 + 0.4 ** 2) / 2,
        '\\operatorname{Var}[x_{j}]': 6.5,
        i: 1,
        W: [
          [-0.4, 1.5, 0.4],
          [3, 4, 5],
        ],
        x: [-3, 2, 5],
        z: [inputs === 2 ? 4.2 : 6.2, 1],
      },
    })),
  }),
  functionCheck('xavier-normal', {
    states: 'all signs of weights and signals, forward and back',
    formula: () => compromises((inputs, outputs) => 2 / (inputs + outputs)),
    against: () => [1, 1],
    mutants: {
      'inputs only': () => compromises((inputs) => 1 / inputs),
      'half the variance': () => compromises((inputs, outputs) => 1 / (inputs + outputs)),
    },
  }),
  functionCheck('xavier-uniform', {
    states: 'all signs of weights and signals, forward and back',
    formula: () => compromises((inputs, outputs) => uniformVariance(sqrt(6 / (inputs + outputs)))),
    against: () => [1, 1],
    mutants: {
      'half the square': () =>
        compromises((inputs, outputs) => uniformVariance(sqrt(3 / (inputs + outputs)))),
      'without the root': () => compromises((inputs, outputs) => uniformVariance(6 / (inputs + outputs))),
    },
  }),
];
