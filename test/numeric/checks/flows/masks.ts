import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { jacobian } from '../../differences';
import { elementwise, matrix, vector } from '../../given';
import { random } from '../../random';
import { range, sigmoid } from './scene';

/** Inputs, and how many of them each hidden unit may see. */
const inputs = 4;
const numbers = [2, 1, 3, 3, 2];
const hidden = numbers.length;

/** The masks of the first and of the last layer, written by hand. */
const seen = [
  [1, 1, 0, 0],
  [1, 0, 0, 0],
  [1, 1, 1, 0],
  [1, 1, 1, 0],
  [1, 1, 0, 0],
];
const shown = [
  [0, 0, 0, 0, 0],
  [0, 1, 0, 0, 0],
  [1, 1, 0, 0, 1],
  [1, 1, 1, 1, 1],
];

const draws = random(31);
const weights = { w: draws.matrix(hidden, inputs), v: draws.matrix(inputs, hidden) };
const deeper = draws.matrix(hidden, hidden);
const biases = { b: draws.normals(hidden), c: draws.normals(inputs) };
const x = vector([1, 0, 1, 1]);

/** One layer as a graph: each unit sums over the units that it is joined to. */
const layer = (
  weight: Matrix,
  bias: Matrix,
  joined: (to: number, from: number) => boolean,
  values: Matrix,
  activation: (at: number) => number,
) =>
  vector(
    range(weight.rows).map((to) =>
      activation(
        range(weight.columns)
          .filter((from) => joined(to, from))
          .reduce((sum, from) => sum + weight.get(to, from) * values.get(from, 0), bias.get(to, 0)),
      ),
    ),
  );
const number = (k: number) => numbers[k] ?? Number.NaN;
const units = layer(weights.w, biases.b, (k, d) => d < number(k), x, Math.tanh);
const outputs = layer(weights.v, biases.c, (d, k) => d >= number(k), units, sigmoid);

/** Which outputs of a network with two hidden layers depend on which inputs, by finite differences. */
function dependencies(middle: (above: number, below: number) => boolean): Matrix {
  const network = (at: Matrix) => {
    const first = layer(weights.w, biases.b, (k, d) => number(k) >= d + 1, at, Math.tanh);
    const next = layer(deeper, biases.b, (k, j) => middle(number(k), number(j)), first, Math.tanh);
    return layer(weights.v, biases.c, (d, k) => d + 1 > number(k), next, sigmoid);
  };
  const slopes = jacobian(network, x);
  return new Matrix(slopes.to2DArray().map((row) => row.map((slope) => (Math.abs(slope) > 1e-9 ? 1 : 0))));
}

const pairs = range(hidden).flatMap((k) => range(inputs).map((d) => ({ k: k + 1, d: d + 1 })));

export const masks: readonly Check[] = [
  functionCheck('made-deep-mask', {
    states: 'every output depends on all the inputs before it, and on no other',
    formula: () => dependencies((above, below) => above >= below),
    against: () => new Matrix(range(inputs).map((d) => range(inputs).map((j) => (j < d ? 1 : 0)))),
    mutants: {
      'turned about': () => dependencies((above, below) => above < below),
      'the strict order of the output': () => dependencies((above, below) => above > below),
    },
  }),
  latexCheck('made-layer', {
    states: 'sums over the edges of the graph',
    cases: [
      {
        given: {
          '\\mathbf{x}': x,
          '\\mathbf{h}': units,
          '\\hat{\\mathbf{x}}': outputs,
          '\\mathbf{W}': weights.w,
          '\\mathbf{V}': weights.v,
          '\\mathbf{M}^{\\mathbf{W}}': matrix(seen),
          '\\mathbf{M}^{\\mathbf{V}}': matrix(shown),
          '\\mathbf{b}': biases.b,
          '\\mathbf{c}': biases.c,
          g: elementwise(Math.tanh),
          '\\sigma': elementwise(sigmoid),
        },
      },
    ],
  }),
  latexCheck('made-mask', {
    states: 'masks written by hand',
    cases: pairs.map(({ k, d }) => ({
      given: {
        k,
        d,
        m: (unit: number) => number(unit - 1),
        'M^{\\mathbf{W}}': seen,
        'M^{\\mathbf{V}}': shown,
      },
    })),
  }),
];
