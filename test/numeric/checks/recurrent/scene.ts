import { Matrix } from 'ml-matrix';
import { elementwise, from } from '../../given';
import { random } from '../../random';

const source = random(41);

/** Two examples, three inputs, two hidden units, four outputs; the step is the third. */
const SIZES = { examples: 2, inputs: 3, hidden: 2, outputs: 4 };
export const STEP = 3;
export const x = source.matrix(SIZES.examples, SIZES.inputs);
export const last = source.matrix(SIZES.examples, SIZES.hidden);
export const lastCell = source.matrix(SIZES.examples, SIZES.hidden);

export const logistic = (value: number) => (1 + Math.tanh(value / 2)) / 2;
/** The same by its definition, for the LaTeX. */
const sigmoid = elementwise((value) => 1 / (1 + Math.exp(-value)));

/** The weights of a gate, a candidate or a layer: from the input, from the hidden state, and the bias. */
export interface Weights {
  readonly input: Matrix;
  readonly hidden: Matrix;
  readonly bias: Matrix;
}

export function weights(inputs = SIZES.inputs, hidden = SIZES.hidden): Weights {
  return {
    input: source.matrix(inputs, SIZES.hidden),
    hidden: source.matrix(hidden, SIZES.hidden),
    bias: source.matrix(1, SIZES.hidden),
  };
}

export const readout = {
  weight: source.matrix(SIZES.hidden, SIZES.outputs),
  bias: source.matrix(1, SIZES.outputs),
};

/** A number for every example and unit. */
export function each(of: (example: number, unit: number) => number, units = SIZES.hidden): Matrix {
  const rows = Array.from({ length: SIZES.examples }, (_, example) =>
    Array.from({ length: units }, (__, unit) => of(example, unit)),
  );
  return new Matrix(rows);
}

/** What flows from a row of a matrix into one unit. */
export function flow(from: Matrix, example: number, weight: Matrix, unit: number): number {
  let sum = 0;
  for (let k = 0; k < weight.rows; k++) sum += weight.get(k, unit) * from.get(example, k);
  return sum;
}

/** A layer of units, one unit at a time. */
export function layer(
  { input, hidden, bias }: Weights,
  activation: (value: number) => number,
  data: Matrix = x,
  state: Matrix = last,
): Matrix {
  return each((example, unit) =>
    activation(bias.get(0, unit) + flow(state, example, hidden, unit) + flow(data, example, input, unit)),
  );
}

/** The output layer, one unit at a time. */
export function output(state: Matrix): Matrix {
  return each(
    (example, unit) => readout.bias.get(0, unit) + flow(state, example, readout.weight, unit),
    readout.bias.columns,
  );
}

/** The names of a gate's weights: `gateScope('r', …)` for `\mathbf{W}_{xr}`, `\mathbf{W}_{hr}`, `\mathbf{b}_{r}`. */
export function gateScope(letter: string, { input, hidden, bias }: Weights) {
  return {
    [`\\mathbf{W}_{x${letter}}`]: input,
    [`\\mathbf{W}_{h${letter}}`]: hidden,
    [`\\mathbf{b}_{${letter}}`]: bias,
  };
}

/** What all cells know: the input, the last state, the activations. */
export const known = {
  '\\mathbf{X}': from(STEP, [x]),
  '\\sigma': sigmoid,
  '\\phi': elementwise(Math.atan),
  '\\mathbf{W}_{hq}': readout.weight,
  '\\mathbf{b}_{q}': readout.bias,
  t: STEP,
};

/** The hidden states of the last step and this one. */
export function states(now: Matrix) {
  return { '\\mathbf{H}': from(STEP - 1, [last, now]) };
}
export const before = { '\\mathbf{H}_{t-1}': last };
