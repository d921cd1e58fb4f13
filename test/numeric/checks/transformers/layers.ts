import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { elementwise, from, matrix, row, vector } from '../../given';
import { integrate } from '../../quadrature';

const { exp, log, tanh } = Math;

const TOKEN = [0.6, -1.1];
const GATE = [
  [0.7, -0.4, 1.2],
  [0.3, 0.9, -0.5],
];
const CONTENT = [
  [-0.2, 1.5, 0.8],
  [1, 0.6, -0.9],
];
const OUT = [
  [1.1, -0.7],
  [0.4, 0.5],
  [-1.3, 2],
];

const through = (weights: readonly (readonly number[])[], column: number) =>
  TOKEN.reduce((total, entry, k) => total + entry * (weights[k]?.[column] ?? 0), 0);

/** A gated layer, channel by channel. */
const gated = (activation: (x: number) => number) =>
  row(
    [0, 1].map((c) =>
      [0, 1, 2].reduce(
        (total, m) => total + activation(through(GATE, m)) * through(CONTENT, m) * (OUT[m]?.[c] ?? 0),
        0,
      ),
    ),
  );

const weights = {
  '\\mathbf{x}': row(TOKEN),
  '\\mathbf{W}': matrix(GATE),
  '\\mathbf{V}': matrix(CONTENT),
  '\\mathbf{W}_{2}': matrix(OUT),
};

const logistic = (x: number) => (1 + tanh(x / 2)) / 2;

/** The density of the standard normal distribution, up to a place. */
const below = (x: number) => integrate((z) => jStat.normal.pdf(z, 0, 1), -12, x);

/** A vocabulary of four, and the last state, for which the odds are 1 : 2 : 4 : 3. */
const EMBEDDING = [
  [0, 0],
  [1, 0],
  [2, 0],
  [1, 1],
];

export const layers: readonly Check[] = [
  latexCheck('adapter-layer', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          "\\mathbf{h}'": row([2 + 2 * 2, -1 + 3 * 2, 3 + 2]),
          '\\mathbf{h}': row([2, -1, 3]),
          '\\phi': elementwise((x) => Math.max(0, x)),
          '\\mathbf{W}_{\\mathrm{down}}': matrix([
            [1, -3],
            [3, 2],
            [1, 1],
          ]),
          '\\mathbf{W}_{\\mathrm{up}}': matrix([
            [2, 3, 1],
            [7, 5, -4],
          ]),
        },
      },
    ],
  }),
  latexCheck('geglu-ffn', {
    states: 'quadrature of the density, channel by channel',
    cases: [
      {
        given: {
          ...weights,
          '\\operatorname{FFN}_{\\mathrm{GEGLU}}(\\mathbf{x})': gated((x) => x * below(x)),
          '\\operatorname{GELU}': elementwise((x) => (x * (1 + jStat.erf(x / Math.SQRT2))) / 2),
        },
      },
    ],
  }),
  latexCheck('glu-ffn', {
    states: 'the hyperbolic tangent, channel by channel',
    cases: [
      {
        given: {
          ...weights,
          '\\operatorname{FFN}_{\\mathrm{GLU}}(\\mathbf{x})': gated(logistic),
          '\\sigma': elementwise((x) => 1 / (1 + exp(-x))),
        },
      },
    ],
  }),
  latexCheck('swiglu-ffn', {
    states: 'the hyperbolic tangent, channel by channel',
    cases: [
      {
        given: {
          ...weights,
          '\\operatorname{FFN}_{\\mathrm{SwiGLU}}(\\mathbf{x})': gated((x) => x * logistic(x)),
          '\\operatorname{SiLU}': elementwise((x) => x / (1 + exp(-x))),
        },
      },
    ],
  }),
  unchecked('transformer-parallel-block', 'architecture'),
  latexCheck('weight-tying', {
    states: 'a row of the matrix, and odds of 1 : 2 : 4 : 3',
    cases: [
      {
        given: {
          '\\mathbf{h}': from(0, [vector([2, 0]), vector([9, 9]), vector([log(2), log(1.5)])]),
          '\\mathbf{E}': matrix(EMBEDDING),
          '\\mathbf{x}': vector([0, 0, 1, 0]),
          '\\hat{\\mathbf{y}}': Matrix.columnVector([0.1, 0.2, 0.4, 0.3]),
          L: 2,
        },
      },
    ],
  }),
];
