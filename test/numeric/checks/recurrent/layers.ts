import { Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { from, row } from '../../given';
import {
  each,
  flow,
  gateScope,
  known,
  last,
  layer,
  output,
  readout,
  STEP,
  states,
  weights,
  x,
} from './scene';

const BY_UNITS = 'each unit of each example on its own';

const ofState = weights();
const state = layer(ofState, Math.atan);
const cell = { ...known, ...states(state), ...gateScope('h', ofState) };

/** A layer above the first, whose inputs are hidden states. */
const ofUpper = weights(2);
const below = new Matrix([
  [0.4, -1.3],
  [0.9, 0.2],
]);

const ofForward = weights();
const ofBackward = weights();
const next = new Matrix([
  [-0.7, 1.6],
  [0.3, -0.5],
]);
const forward = layer(ofForward, Math.atan);
const backward = layer(ofBackward, Math.atan, x, next);
const ofBoth = weights(4).input;
const bothBias = new Matrix([[0.6, -0.9]]);

/** Both children of a node and their parent. */
const [left, right] = [
  [0.8, -0.3],
  [1.2, 0.5],
];
const children = row([...(left ?? []), ...(right ?? [])]);

function direction(letter: string, { input, hidden, bias }: typeof ofForward) {
  return {
    [`\\mathbf{W}_{xh}^{(${letter})}`]: input,
    [`\\mathbf{W}_{hh}^{(${letter})}`]: hidden,
    [`\\mathbf{b}_{h}^{(${letter})}`]: bias,
  };
}

/** The probabilities of all sequences of three letters, which are 1 or 2. */
const JOINT = [0.1, 0.05, 0.2, 0.15, 0.12, 0.08, 0.25, 0.05];
const TARGET = [2, 1, 2];
const joint = (beginning: readonly number[]) =>
  JOINT.reduce((sum, chance, code) => {
    const letters = [1 + Math.floor(code / 4), 1 + (Math.floor(code / 2) % 2), 1 + (code % 2)];
    return beginning.every((letter, u) => letters[u] === letter) ? sum + chance : sum;
  }, 0);

export const layers: readonly Check[] = [
  unchecked('forecast-generation', 'definition'),
  unchecked('forecast-next-step', 'definition'),
  latexCheck('forecast-teacher-forcing', {
    states: 'a hand-worked series, forecast by its mean',
    cases: [
      {
        given: {
          // The means so far are 1, 2 and 2, the errors 2, 0 and 4.
          '\\mathcal{L}(\\theta)': 20 / 3,
          T: 4,
          '\\mathbf{x}': [1, 3, 2, 6],
          'f_{\\theta}': (past: readonly number[]) =>
            past.reduce((sum, value) => sum + value, 0) / past.length,
          '\\ell': (forecast: number, value: number) => (forecast - value) ** 2,
        },
      },
    ],
    symmetric: ['\\ell'],
  }),
  latexCheck('rnn', {
    states: BY_UNITS,
    broadcast: true,
    cases: [{ given: { ...cell, '\\mathbf{O}_{t}': output(state) } }],
  }),
  latexCheck('rnn-bidirectional', {
    states: BY_UNITS,
    broadcast: true,
    cases: [
      {
        given: {
          ...known,
          ...direction('f', ofForward),
          ...direction('b', ofBackward),
          '\\overrightarrow{\\mathbf{H}}': from(STEP - 1, [last, forward]),
          '\\overleftarrow{\\mathbf{H}}': from(STEP, [backward, next]),
          '\\mathbf{W}_{hq}': ofBoth,
          '\\mathbf{b}_{q}': bothBias,
          '\\mathbf{O}_{t}': each(
            (n, unit) =>
              bothBias.get(0, unit) +
              flow(forward, n, ofBoth.subMatrix(0, 1, 0, 1), unit) +
              flow(backward, n, ofBoth.subMatrix(2, 3, 0, 1), unit),
          ),
        },
      },
    ],
  }),
  latexCheck('rnn-deep', {
    states: BY_UNITS,
    broadcast: true,
    cases: [
      {
        given: {
          '\\mathbf{H}_{t}^{(l)}': layer(ofUpper, Math.atan, below),
          '\\mathbf{H}_{t}^{(l-1)}': below,
          '\\mathbf{H}_{t-1}^{(l)}': last,
          '\\phi_{l}': known['\\phi'],
          ...direction('l', ofUpper),
          t: STEP,
          l: 2,
        },
      },
    ],
  }),
  latexCheck('rnn-output', {
    states: BY_UNITS,
    broadcast: true,
    cases: [{ given: { ...known, ...states(state), '\\mathbf{O}_{t}': output(state) } }],
  }),
  latexCheck('rnn-recursive', {
    states: BY_UNITS,
    broadcast: true,
    cases: [
      {
        given: {
          '\\mathbf{p}': row(
            [0, 1].map((unit) => Math.atan(readout.bias.get(0, unit) + flow(children, 0, ofBoth, unit))),
          ),
          '\\phi': known['\\phi'],
          '\\mathbf{c}': [row(left ?? []), row(right ?? [])],
          '\\mathbf{W}': ofBoth,
          '\\mathbf{b}': readout.bias.subMatrix(0, 0, 0, 1),
        },
      },
    ],
  }),
  latexCheck('rnn-state', {
    states: BY_UNITS,
    broadcast: true,
    cases: [{ given: { ...cell } }],
  }),
  unchecked('seq2seq', 'architecture'),
  latexCheck('seq2seq-likelihood', {
    states: 'a table of all sequences',
    cases: [
      {
        given: {
          'p(y_{1:U} \\mid \\mathbf{x}_{1:T})': 0.08,
          y: TARGET,
          U: 3,
          '\\mathbf{c}': 1,
          p: (letter: number, past: readonly number[]) => joint([...past, letter]) / joint(past),
        },
      },
    ],
  }),
];
