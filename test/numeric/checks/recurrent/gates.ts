import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from } from '../../given';
import {
  before,
  each,
  flow,
  gateScope,
  known,
  last,
  lastCell,
  layer,
  logistic,
  STEP,
  states,
  weights,
  x,
} from './scene';

const BY_UNITS = 'each unit of each example on its own';

const [ofReset, ofUpdate, ofState] = [weights(), weights(), weights()];
const [ofInput, ofForget, ofOutput, ofCell] = [weights(), weights(), weights(), weights()];

const reset = layer(ofReset, logistic);
const update = layer(ofUpdate, logistic);
const candidate = layer(
  ofState,
  Math.tanh,
  x,
  each((n, unit) => reset.get(n, unit) * last.get(n, unit)),
);

/** The mean of the last state and the candidate, by a line between them. */
const mixed = (share: (n: number, unit: number) => number) =>
  each((n, unit) => last.get(n, unit) + share(n, unit) * (candidate.get(n, unit) - last.get(n, unit)));
const kept = mixed((n, unit) => 1 - update.get(n, unit));

const hiddenBias = new Matrix([[0.8, -0.6]]);
const resetAfter = each((n, unit) =>
  Math.tanh(
    flow(x, n, ofState.input, unit) +
      ofState.bias.get(0, unit) +
      reset.get(n, unit) * (flow(last, n, ofState.hidden, unit) + hiddenBias.get(0, unit)),
  ),
);

const opened = layer(ofInput, logistic);
const forgotten = layer(ofForget, logistic);
const shown = layer(ofOutput, logistic);
const content = layer(ofCell, Math.tanh);
const cell = each(
  (n, unit) => opened.get(n, unit) * content.get(n, unit) + forgotten.get(n, unit) * lastCell.get(n, unit),
);
/** The hyperbolic tangent by its exponentials. */
const hidden = each((n, unit) => {
  const [up, down] = [Math.exp(cell.get(n, unit)), Math.exp(-cell.get(n, unit))];
  return (shown.get(n, unit) * (up - down)) / (up + down);
});

const gruGates = {
  '\\mathbf{R}_{t}': reset,
  '\\mathbf{Z}_{t}': update,
  '\\tilde{\\mathbf{H}}_{t}': candidate,
  ...gateScope('r', ofReset),
  ...gateScope('z', ofUpdate),
  ...gateScope('h', ofState),
};
const lstmGates = {
  '\\mathbf{I}_{t}': opened,
  '\\mathbf{F}_{t}': forgotten,
  '\\mathbf{O}_{t}': shown,
  '\\tilde{\\mathbf{C}}_{t}': content,
  '\\mathbf{C}': from(STEP - 1, [lastCell, cell]),
  ...gateScope('i', ofInput),
  ...gateScope('f', ofForget),
  ...gateScope('o', ofOutput),
  ...gateScope('c', ofCell),
};

const gru = (id: string, now: Matrix = kept) =>
  latexCheck(id, {
    states: BY_UNITS,
    broadcast: true,
    cases: [{ given: { ...known, ...states(now), ...gruGates } }],
  });
const lstm = (id: string) =>
  latexCheck(id, {
    states: BY_UNITS,
    broadcast: true,
    cases: [{ given: { ...known, ...states(hidden), ...lstmGates } }],
  });

export const gates: readonly Check[] = [
  gru('gru'),
  gru('gru-candidate'),
  latexCheck('gru-candidate-reset-after', {
    states: BY_UNITS,
    broadcast: true,
    cases: [
      {
        given: {
          ...known,
          ...before,
          '\\tilde{\\mathbf{H}}_{t}': resetAfter,
          '\\mathbf{R}_{t}': reset,
          '\\mathbf{W}_{xh}': ofState.input,
          '\\mathbf{W}_{hh}': ofState.hidden,
          '\\mathbf{b}_{xh}': ofState.bias,
          '\\mathbf{b}_{hh}': hiddenBias,
        },
      },
    ],
  }),
  gru('gru-reset-gate'),
  gru('gru-state'),
  gru(
    'gru-state-chung',
    mixed((n, unit) => update.get(n, unit)),
  ),
  gru('gru-update-gate'),
  lstm('lstm'),
  lstm('lstm-candidate'),
  lstm('lstm-cell'),
  lstm('lstm-forget-gate'),
  lstm('lstm-hidden'),
  lstm('lstm-input-gate'),
  lstm('lstm-output-gate'),
];
