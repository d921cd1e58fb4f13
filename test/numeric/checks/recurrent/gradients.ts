import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient, jacobian } from '../../differences';
import { elementwise, from, identity, matrix, row, vector } from '../../given';
import { random } from '../../random';

const source = random(19);
const STEPS = 3;
// Small inputs keep the units from saturation, where differences vanish.
const inputs = Array.from({ length: STEPS }, () => source.matrix(1, 3).mul(0.3));
const pulls = Array.from({ length: STEPS }, () => source.matrix(1, 2));
const fromInput = source.matrix(3, 2);
const fromHidden = source.matrix(2, 2);
const first = source.matrix(1, 2);
const none = Matrix.zeros(1, 2);

type Network = {
  readonly input?: Matrix;
  readonly hidden?: Matrix;
  /** What is added to the preactivation of one step. */
  readonly nudge?: readonly [step: number, by: Matrix];
};

/** Preactivations and states of all steps; rows, as in the family. */
function run({ input = fromInput, hidden = fromHidden, nudge }: Network) {
  let state = first;
  return inputs.map((entry, i) => {
    const sum = Matrix.add(entry.mmul(input), state.mmul(hidden));
    const before = nudge !== undefined && nudge[0] === i + 1 ? Matrix.add(sum, nudge[1]) : sum;
    state = before.clone().apply(function tangent(r, c) {
      this.set(r, c, Math.tanh(this.get(r, c)));
    });
    return { before, state };
  });
}

/** Each step's loss is half the squared distance of its state from a target. */
const loss = (network: Network) =>
  run(network).reduce((sum, { state }, i) => sum + 0.5 * Matrix.sub(state, pulls[i] ?? none).norm() ** 2, 0);

const trace = run({});
const slope = (value: number) => 1 - Math.tanh(value) ** 2;
const stepGradient = (t: number) => Matrix.sub(trace[t - 1]?.state ?? none, pulls[t - 1] ?? none);
const deltas = [1, 2, 3].map((t) => gradient((by) => loss({ nudge: [t, by] }), none));
const allStates = [first, ...trace.map(({ state }) => state)];

const local = (j: number) =>
  Matrix.diag((trace[j - 1]?.before ?? none).to1DArray().map(slope)).mmul(fromHidden.transpose());

/** The sum over all losses and all steps at which the first entry of the hidden weights acts. */
function throughTime(order: 'later first' | 'earlier first', lags = STEPS, including = 0): number {
  let sum = 0;
  for (let t = 1; t <= STEPS; t++) {
    for (let k = Math.max(1, t - lags); k <= t; k++) {
      let path: Matrix = Matrix.eye(2, 2);
      for (let j = k + 1 - including; j <= t; j++) {
        path = order === 'later first' ? local(j).mmul(path) : path.mmul(local(j));
      }
      const entry = trace[k - 1]?.before.get(0, 0) ?? Number.NaN;
      const direct = vector([slope(entry) * (allStates[k - 1]?.get(0, 0) ?? Number.NaN), 0]);
      sum += stepGradient(t).mmul(path).mmul(direct).get(0, 0);
    }
  }
  return sum;
}

/** The last state as a function of an earlier one. */
function later(steps: number, weight: Matrix, activation: (value: number) => number) {
  return (start: Matrix) => {
    let state = start.to1DArray();
    for (let n = 0; n < steps; n++) {
      const sums = row(state).mmul(weight).to1DArray();
      state = sums.map((value, unit) => activation(value + 0.2 * unit));
    }
    return vector(state);
  };
}
const largest = (of: Matrix) => new SingularValueDecomposition(of).diagonal[0] ?? Number.NaN;
const bound = (weight: Matrix, steps: number, gamma: number, activation: (value: number) => number) => ({
  given: {
    '\\left\\lVert \\frac{\\partial \\mathbf{h}_{t}}{\\partial \\mathbf{h}_{k}} \\right\\rVert_{2}': largest(
      jacobian(later(steps, weight, activation), vector([0.4, -0.6])),
    ),
    '\\lVert \\mathbf{W}_{hh} \\rVert_{2}': largest(weight),
    '\\gamma': gamma,
    t: steps + 2,
    k: 2,
  },
});
/** A rotation that doubles lengths, or halves them. */
const turn = (size: number) =>
  matrix([
    [0.6 * size, -0.8 * size],
    [0.8 * size, 0.6 * size],
  ]);

const FORGET = [
  [0.9, 0.4],
  [0.7, 0.8],
  [0.5, 0.95],
];
/** The memory cell after steps whose gates and candidates are fixed. */
const cell = (start: Matrix) =>
  FORGET.reduce(
    (state, gate) => vector(gate.map((keep, unit) => keep * state.get(unit, 0) + 0.3 * (unit + 1))),
    start,
  );
const kept = (gates: readonly (readonly number[])[]) =>
  Matrix.diag([0, 1].map((unit) => gates.reduce((product, gate) => product * (gate[unit] ?? Number.NaN), 1)));

export const gradients: readonly Check[] = [
  latexCheck('bptt', {
    states: 'finite differences of the loss',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\frac{\\partial \\mathcal{L}_{t}}{\\partial \\mathbf{h}_{t}}': stepGradient(2),
          '\\frac{\\partial \\mathcal{L}}{\\partial \\mathbf{W}_{hh}}': gradient(
            (hidden) => loss({ hidden }),
            fromHidden,
          ),
          '\\frac{\\partial \\mathcal{L}}{\\partial \\mathbf{W}_{xh}}': gradient(
            (input) => loss({ input }),
            fromInput,
          ),
          '\\boldsymbol{\\delta}': deltas,
          '\\mathbf{W}_{hh}': fromHidden,
          "\\phi'": elementwise(slope),
          '\\mathbf{a}': trace.map(({ before }) => before),
          '\\mathbf{h}': from(0, allStates),
          '\\mathbf{x}': inputs,
          T: STEPS,
          t: 2,
        },
      },
    ],
  }),
  functionCheck('bptt-gradient', {
    states: 'finite differences of the loss',
    formula: () => throughTime('later first'),
    against: () => gradient((hidden) => loss({ hidden }), fromHidden).get(0, 0),
    mutants: {
      'the factors in the other order': () => throughTime('earlier first'),
      'without the first step': () => throughTime('later first', 1),
      'a factor too many': () => throughTime('later first', STEPS, 1),
    },
  }),
  functionCheck('bptt-jacobian', {
    states: 'finite differences of the states',
    formula: () => local(3).mmul(local(2)),
    against: () =>
      jacobian(
        (by) => (run({ nudge: [1, by.transpose()] })[2]?.state ?? none).transpose(),
        Matrix.zeros(2, 1),
      ).mmul(Matrix.diag((trace[0]?.before ?? none).to1DArray().map((value) => 1 / slope(value)))),
    mutants: {
      'the factors in the other order': () => local(2).mmul(local(3)),
      'the weights not transposed': () =>
        [3, 2]
          .map((j) => Matrix.diag((trace[j - 1]?.before ?? none).to1DArray().map(slope)).mmul(fromHidden))
          .reduce((product, factor) => product.mmul(factor)),
      'a factor too few': () => local(3),
    },
  }),
  latexCheck('gradient-norm-clipping', {
    states: 'hand-worked gradients, too long and short enough',
    cases: [
      { '\\tau': 2, '\\mathbf{g} \\leftarrow': vector([1.2, -1.6]) },
      { '\\tau': 6, '\\mathbf{g} \\leftarrow': vector([3, -4]) },
    ].map((step) => ({ given: { '\\mathbf{g}': vector([3, -4]), ...step } })),
  }),
  functionCheck('lstm-gradient-flow', {
    states: 'finite differences of the cell, with gates and candidates held fixed',
    formula: () => kept(FORGET),
    against: () => jacobian(cell, vector([0.7, -1.1])),
    mutants: {
      'from the step itself on': () => kept([...FORGET, [0.6, 0.3]]),
      'without the last step': () => kept(FORGET.slice(0, 2)),
      'without the gates': () => identity(2),
    },
  }),
  latexCheck('vanishing-gradient-bound', {
    states: 'finite differences of the states; rotations attain the bound',
    tolerance: 1e-6,
    cases: [
      bound(turn(2), 3, 0.7, (value) => 0.7 * value),
      bound(turn(0.5), 2, 1, (value) => value),
      bound(fromHidden, 3, 1, Math.tanh),
    ],
  }),
];
