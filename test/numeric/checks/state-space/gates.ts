import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { elementwise, from, matrix, vector } from '../../given';
import { random } from '../../random';
import { at, decays, inputs, keys, outer, product, queries, STEPS, strengths, total } from './scene';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.log1p(Math.exp(x));

/** The selective recurrence unrolled: the state at step `t`. */
const rates = vector([-0.4, -1.7]);
const selected = (t: number) =>
  total(1, t, (s) => {
    const time = at(decays, s - 1) * at(inputs, s - 1);
    const since = decays.slice(s, t).reduce((sum, step) => sum + step, 0);
    return new Matrix(
      [0, 1].map((i) => [Math.exp(since * rates.get(i, 0)) * time * at(keys, s - 1).get(i, 0)]),
    );
  });

const SKIP = 0.6;
const read = (t: number) => at(queries, t - 1).dot(selected(t)) + SKIP * at(inputs, t - 1);

/** What step `s` wrote, as it weighs at step `t`; input gates may be larger than one. */
const written = [1.4, 0.6, 2.3, 1.1];
const weight = (s: number, t: number) => at(written, s - 1) * product(s + 1, t, (u) => at(decays, u - 1));
const contents = random(8).matrix(4, 2);
const content = (s: number) => Matrix.columnVector(contents.getRow(s - 1));
const matrixCell = (t: number) => total(1, t, (s) => outer(content(s), at(keys, s - 1)).mul(weight(s, t)));
const normalizer = (t: number) => total(1, t, (s) => Matrix.mul(at(keys, s - 1), weight(s, t)));
const opened = vector([0.3, 0.8]);

function mlstm(query: Matrix) {
  const size = Math.max(1, Math.abs(query.dot(normalizer(4))));
  const answer = total(1, 4, (s) => Matrix.mul(content(s), weight(s, 4) * at(keys, s - 1).dot(query)));
  return {
    given: {
      '\\mathbf{C}': from(3, [matrixCell(3), matrixCell(4)]),
      '\\mathbf{n}': from(3, [normalizer(3), normalizer(4)]),
      '\\mathbf{h}_{t}': vector([0, 1].map((i) => (opened.get(i, 0) * answer.get(i, 0)) / size)),
      '\\mathbf{o}_{t}': opened,
      '\\mathbf{q}_{t}': query,
      '\\mathbf{k}': keys,
      '\\mathbf{v}': [1, 2, 3, 4].map(content),
      f: decays,
      i: written,
      t: 4,
    },
  };
}

const candidates = [0.3, -0.7, 0.9, 0.2];
const sums = (t: number, of: (s: number) => number) => {
  let sum = 0;
  for (let s = t; s >= 1; s--) sum += weight(s, t) * of(s);
  return sum;
};

/** The weighted average of RWKV by its two running sums. */
function runningAverage(
  decay: number,
  bonus: number,
  keysOf: readonly number[],
  of: readonly number[],
): number {
  let [top, bottom, result] = [0, 0, Number.NaN];
  keysOf.forEach((key, i) => {
    const present = Math.exp(bonus + key);
    result = (top + present * at(of, i)) / (bottom + present);
    top = Math.exp(-decay) * top + Math.exp(key) * at(of, i);
    bottom = Math.exp(-decay) * bottom + Math.exp(key);
  });
  return result;
}

/** Two steps of a real-gated unit of one channel, with the decay of a step given. */
function griffin(decayOf: (gate: number) => number, inputSize: (decay: number) => number): number {
  let state = 0.4;
  for (const [gate, input] of [
    [sigmoid(0.3 * 1.2 + 0.1), sigmoid(-0.5 * 1.2 + 0.2) * 1.2],
    [sigmoid(0.3 * -0.7 + 0.1), sigmoid(-0.5 * -0.7 + 0.2) * -0.7],
  ] as const) {
    const decay = decayOf(gate);
    state = decay * state + inputSize(decay) * input;
  }
  return state;
}
const root = (decay: number) => Math.sqrt(1 - decay ** 2);

export const gated: readonly Check[] = [
  latexCheck('mamba-gate', {
    states: 'the discretized state-space model',
    cases: [-0.8, 1.3].map((z) => {
      const step = softplus(z);
      return {
        given: {
          h: from(3, [0.9, Math.exp(-step) * 0.9 + ((Math.exp(-step) - 1) / -1) * 2.5]),
          x: from(4, [2.5]),
          z: from(4, [z]),
          '\\sigma': elementwise(sigmoid),
          t: 4,
        },
      };
    }),
  }),
  latexCheck('mamba-recurrence', {
    states: 'the recurrence unrolled',
    cases: [
      {
        given: {
          '\\mathbf{h}': from(3, [selected(3), selected(4)]),
          y: from(4, [read(4)]),
          '\\exp': elementwise(Math.exp),
          '\\Delta': decays,
          '\\mathbf{a}': rates,
          '\\mathbf{b}': keys,
          '\\mathbf{c}': queries,
          x: inputs,
          D: SKIP,
          t: 4,
        },
      },
    ],
  }),
  latexCheck('mamba-selection', {
    states: 'a hand-worked token',
    cases: [
      {
        given: {
          '\\mathbf{x}': from(3, [vector([2, -1])]),
          '\\mathbf{W}_{B}': matrix([
            [1, 3],
            [0, 2],
            [-1, 1],
          ]),
          '\\mathbf{b}_{t}': vector([-1, -2, -3]),
          '\\mathbf{W}_{C}': matrix([
            [2, 1],
            [1, 1],
            [0, -4],
          ]),
          '\\mathbf{c}_{t}': vector([3, 1, 4]),
          '\\mathbf{W}_{\\Delta}': matrix([
            [0.5, 1],
            [1, 3],
          ]),
          '\\mathbf{d}': vector([Math.log(3), Math.log(2) + 1]),
          '\\boldsymbol{\\Delta}_{t}': vector([Math.log(4), Math.log(3)]),
          t: 3,
        },
      },
    ],
  }),
  latexCheck('mlstm', {
    states: 'all writes, each with its product of gates',
    cases: [mlstm(vector([3, -2])), mlstm(vector([0.03, 0.02]))],
  }),
  latexCheck('slstm', {
    states: 'the weighted average of the candidates',
    cases: [
      {
        given: {
          c: from(
            3,
            [3, 4].map((t) => sums(t, (s) => at(candidates, s - 1))),
          ),
          n: from(
            3,
            [3, 4].map((t) => sums(t, () => 1)),
          ),
          h: from(4, [(0.7 * sums(4, (s) => at(candidates, s - 1))) / sums(4, () => 1)]),
          o: from(4, [0.7]),
          f: decays,
          i: written,
          z: candidates,
          t: STEPS,
        },
      },
    ],
  }),
  functionCheck('rg-lru', {
    states: 'the decay by its logarithm',
    formula: () => griffin((gate) => sigmoid(0.9) ** (8 * gate), root),
    against: () =>
      griffin(
        (gate) => Math.exp(-8 * gate * softplus(-0.9)),
        (decay) => Math.sqrt((1 - decay) * (1 + decay)),
      ),
    mutants: {
      'without the square': () =>
        griffin(
          (gate) => sigmoid(0.9) ** (8 * gate),
          (decay) => Math.sqrt(1 - decay),
        ),
      'without the root': () =>
        griffin(
          (gate) => sigmoid(0.9) ** (8 * gate),
          (decay) => 1 - decay ** 2,
        ),
      'without the constant': () => griffin((gate) => sigmoid(0.9) ** gate, root),
      'the gate as a factor': () => griffin((gate) => sigmoid(0.9) * gate, root),
    },
  }),
  latexCheck('rwkv-time-mixing', {
    states: 'two running sums',
    cases: [
      {
        given: {
          '\\mathbf{y}': from(4, [runningAverage(strengths[0] ?? 0, 0.7, inputs, candidates)]),
          '\\mathbf{w}': strengths[0] ?? 0,
          '\\mathbf{u}': 0.7,
          '\\mathbf{k}': inputs,
          '\\mathbf{v}': candidates,
          t: 4,
        },
      },
    ],
  }),
];
