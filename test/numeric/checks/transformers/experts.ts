import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { entries, matrix, row, set, vector } from '../../given';

const { exp, log } = Math;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Router probabilities of five tokens for three experts; three of the tokens go to the first. */
const ROUTED = [
  [0.5, 0.3, 0.2],
  [0.6, 0.1, 0.3],
  [0.2, 0.1, 0.7],
  [0.4, 0.35, 0.25],
  [0.1, 0.8, 0.1],
];
const listed = (values: readonly number[]) => (item: number) => values[item - 1] ?? Number.NaN;

/** Gate values of a batch of two tokens, whose sums are 1.2, 0.5 and 0.3. */
const GATES = [
  [0.7, 0.3, 0],
  [0.5, 0.2, 0.3],
];

/** Affinities of four experts, of which a bias lifts the last into the best two. */
const AFFINITIES = [0.9, 0.7, 0.2, 0.6];
const BIASES = [0, -0.1, 0.3, 0.15];
const LOADS = [9, 4, 2, 5];

const TOKEN = [1, 2];
const ROUTER = [
  [log(2), 0, 3, log(5) - 2 * log(3)],
  [0, 0.5 * log(3), -4, log(3)],
];

/** The largest entries of a row; the others become minus infinity. */
function kept(of: Matrix, count: number): Matrix {
  const [least = 0] = of
    .to1DArray()
    .toSorted((a, b) => b - a)
    .slice(count - 1);
  return row(of.to1DArray().map((entry) => (entry >= least ? entry : -Infinity)));
}

const expert = (scale: number) => (x: Matrix) => vector(x.to1DArray().map((entry) => scale * entry + 1));

/** Affinities of six tokens for three experts. */
const LOGITS = [
  [2, 0.1, -1],
  [1.5, 0.7, 0.2],
  [1.8, -0.3, 0.9],
  [0.4, 0.2, 1.1],
  [2.2, 1.3, -0.6],
  [-0.5, 0.5, 0.1],
];
const softmax = (logits: readonly number[]) => {
  const weights = logits.map(exp);
  return weights.map((weight) => weight / sum(weights));
};
const column = (rows: readonly (readonly number[])[], j: number) => rows.map((entries) => entries[j] ?? 0);

/** The largest affinities of each row, by place. */
function chosen(affinities: readonly (readonly number[])[], count: number): readonly number[] {
  return affinities.flatMap((of) => {
    const order = of.map((_, i) => i).toSorted((a, b) => (of[b] ?? 0) - (of[a] ?? 0));
    return order.slice(0, count).toSorted((a, b) => a - b);
  });
}
const affinities = LOGITS.map(softmax);
const byExpert = [0, 1, 2].map((j) => column(affinities, j));

export const experts: readonly Check[] = [
  latexCheck('moe-bias-balancing', {
    states: 'a hand-worked case',
    cases: [0, 1, 2, 3].map((i) => ({
      given: {
        g: [0.9, 0, 0, 0.6],
        i: i + 1,
        s: AFFINITIES,
        b: BIASES,
        // The best two of 0.9, 0.6, 0.5 and 0.75.
        '\\operatorname{TopK}\\left( \\{ s_{j} + b_{j} : 1 \\leq j \\leq N \\}, K \\right)': set([0.9, 0.75]),
        'b_{i} \\leftarrow': (BIASES[i] ?? 0) + ([-0.01, 0.01, 0.01, 0][i] ?? 0),
        u: 0.01,
        '\\overline{c}': 5,
        c: LOADS,
      },
    })),
  }),
  latexCheck('moe-expert-capacity', {
    states: 'a hand-worked case',
    cases: [{ given: { C: 160, T: 1024, N: 8, '\\gamma': 1.25 } }],
  }),
  functionCheck('moe-expert-choice', {
    states: 'tokens that each expert takes, by hand',
    formula: () => chosen(byExpert, (6 * 1) / 3),
    against: () => [0, 4, 4, 5, 3, 5],
    mutants: {
      'without a softmax over the experts': () =>
        chosen(
          [0, 1, 2].map((j) => column(LOGITS, j)),
          2,
        ),
      'a softmax over the tokens': () =>
        chosen(
          [0, 1, 2].map((j) => softmax(column(LOGITS, j))),
          2,
        ),
      'tokens that choose': () => chosen(affinities, 1),
      'two experts a token': () => chosen(byExpert, (6 * 2) / 3),
    },
  }),
  latexCheck('moe-importance-loss', {
    states: 'the mean square over the squared mean, less one',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{importance}}': 0.1 * ((3 * (1.2 ** 2 + 0.5 ** 2 + 0.3 ** 2)) / 2 ** 2 - 1),
          w: 0.1,
          N: 3,
          '\\operatorname{CV}': () => Math.sqrt((3 * (1.2 ** 2 + 0.5 ** 2 + 0.3 ** 2)) / 2 ** 2 - 1),
          ...entries('m', [1.2, 0.5, 0.3]),
          '\\mathcal{B}': set([1, 2]),
          G: (token: number) => vector(GATES[token - 1] ?? []),
        },
      },
    ],
  }),
  latexCheck('moe-load-balancing-loss', {
    states: 'shares counted by hand',
    cases: [1, 2, 3].map((i) => ({
      given: {
        // 3/5 * 1.8/5 + 1/5 * 1.65/5 + 1/5 * 1.55/5
        '\\mathcal{L}_{\\mathrm{balance}}': (0.01 * 3 * (3 * 1.8 + 1.65 + 1.55)) / 25,
        '\\alpha': 0.01,
        N: 3,
        T: 5,
        i,
        p: [1, 2, 3].map((j) => (token: number) => listed(ROUTED[token - 1] ?? [])(j)),
        '\\mathbf{x}': [1, 2, 3, 4, 5],
      },
    })),
  }),
  latexCheck('moe-noisy-top-k-gating', {
    states: 'logits by hand, of which the best two have odds of 4 : 1',
    cases: [1, 3].map((i) => ({
      given: {
        'G(\\mathbf{x})': row([0.8, 0, 0, 0.2]),
        'H(\\mathbf{x})': row([3 + log(4), 1.5, 2.25, 3]),
        'H(\\mathbf{x})_{i}': [3 + log(4), 0, 2.25][i - 1] ?? 0,
        i,
        k: 2,
        '\\operatorname{KeepTopK}': kept,
        '\\mathbf{x}': row([1, 2]),
        '\\mathbf{W}_{g}': matrix([
          [3 + log(4) + 0.5 * log(3), 0, 1, 0],
          [0, 0, 1, 0],
        ]),
        '\\epsilon': [-0.5, 0, -0.25 * 3, 0],
        // The softplus of log 2 is log 3, and that of log(e - 1) is 1.
        '\\mathbf{W}_{\\mathrm{noise}}': matrix([
          [log(2), 0, log(Math.E - 1) - 4, 0],
          [0, 0, 2, 0],
        ]),
      },
    })),
  }),
  latexCheck('moe-output', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{y}': vector([0.25 * 4 + 0.75 * -5, 0.25 * -5 + 0.75 * 13]),
          N: 3,
          G: () => vector([0.25, 0, 0.75]),
          E: [3, 17, -6].map(expert),
          '\\mathbf{x}': vector([1, -2]),
        },
      },
    ],
  }),
  latexCheck('moe-router-z-loss', {
    states: 'weights that sum to eight and to two',
    cases: [
      {
        given: {
          '\\mathcal{L}_{z}': 5 * log(2) ** 2 + 0,
          T: 2,
          N: 3,
          x: [
            [0, log(2), log(5)],
            [log(0.5), log(0.3), log(1.2)],
          ],
        },
      },
    ],
  }),
  latexCheck('moe-shared-experts', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          // The scales sum to 1 + 5 + 0.2 * 10 - 0.5 * 4 and the shifts to 2 + 0.7.
          '\\mathbf{h}': vector([6 + 2.7, -12 + 2.7]),
          '\\mathbf{u}': vector([1, -2]),
          'N_{s}': 2,
          'N_{r}': 3,
          '\\operatorname{FFN}^{(s)}': [3, 2].map(expert),
          '\\operatorname{FFN}^{(r)}': [10, 50, -4].map(expert),
          g: [0.2, 0, 0.5],
        },
      },
    ],
  }),
  latexCheck('moe-top-k-gating', {
    states: 'odds of 2 : 3 : 5, of which the first and the last count',
    cases: [2 / 7, 0, 0, 5 / 7].map((gate, i) => ({
      given: {
        'G(\\mathbf{x})_{i}': gate,
        i: i + 1,
        ...entries('z', [log(2), log(3), -5, log(5)]),
        '\\mathbf{z}': row([log(2), log(3), -5, log(5)]),
        '\\mathcal{T}': set([1, 4]),
        '\\mathbf{x}': row(TOKEN),
        '\\mathbf{W}_{g}': matrix(ROUTER),
      },
    })),
  }),
];
