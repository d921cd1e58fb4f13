import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, set, vector } from '../../given';
import { expectation } from '../../operators';
import { DISCOUNT } from './episodes';
import { sum } from './lists';

/** A table of action values: a row for each state. */
const tableOf =
  (rows: readonly (readonly number[])[]) =>
  (s: number, a: number): number =>
    rows[s - 1]?.[a - 1] ?? Number.NaN;

const clip = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);

/** One step from action 2 in state 4 to action 1 in state 5. */
const STEP = {
  s: [4, 5],
  a: [2, 1],
  r: [1],
  t: 1,
  '\\alpha': 0.1,
  '\\gamma': 0.9,
  '\\mathcal{A}': set([1, 2, 3]),
  Q: tableOf([[], [], [], [-4, 2, 0.5], [3, 1, 5]]),
};

/** A mixing network of two hidden units for three agents. */
function greedyTogether(weight: (w: number) => number): readonly number[] {
  const elu = (x: number) => (x > 0 ? x : Math.expm1(x));
  const agents = [
    [0.3, -1.2, 0.9],
    [1.5, 0.2, -0.4],
    [-0.6, 0.7, 0.1],
  ];
  const mixed = (values: readonly number[]) => {
    const unit = (weights: readonly number[], bias: number) =>
      elu(sum(weights.map((w, i) => weight(w) * (values[i] ?? 0))) + bias);
    return weight(-0.8) * unit([0.5, -1.1, 0.7], -0.3) + weight(1.3) * unit([-0.2, 0.4, -0.9], 0.6);
  };
  const joint = [0, 1, 2].flatMap((x) => [0, 1, 2].flatMap((y) => [0, 1, 2].map((z) => [x, y, z])));
  const worth = (actions: readonly number[]) => mixed(actions.map((u, i) => agents[i]?.[u] ?? Number.NaN));
  return joint.reduce((best, actions) => (worth(actions) > worth(best) ? actions : best));
}

const CRITICS = [(s: number, a: number) => s + a, (s: number, a: number) => s + 2.5 - 2 * a];

/** A line: the next state is 0.9 s + 0.5 a, the action -θ s, and s² + a² is to pay. */
const cost = (theta: number) => (1 + theta ** 2) / (1 - DISCOUNT * (0.9 - 0.5 * theta) ** 2);
const lineStates = Array.from({ length: 60 }, (_, t) => 1.7 * (0.9 - 0.5 * 0.6) ** t);

export const control: readonly Check[] = [
  latexCheck('ddpg-target', {
    states: 'the largest value of a critic whose best action the actor takes',
    cases: [
      {
        given: {
          y: 1.5 + 0.9 * (3 + 2),
          r: 1.5,
          '\\gamma': 0.9,
          'Q_{\\bar{\\phi}}': (s: number, a: number) => 3 + s - (a - s / 4) ** 2,
          '\\mu_{\\bar{\\theta}}': (s: number) => s / 4,
          "s'": 2,
        },
      },
    ],
  }),
  latexCheck('double-dqn-target', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          y: 2.8,
          r: 1,
          '\\gamma': 0.9,
          'Q_{\\bar{\\theta}}': tableOf([[], [], [], [5, 2, 7]]),
          'Q_{\\theta}': tableOf([[], [], [], [1, 3, 2]]),
          "s'": 4,
          '\\mathcal{A}': set([1, 2, 3]),
        },
      },
    ],
  }),
  latexCheck('double-q-learning-update', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          ...STEP,
          'Q_{1}(s_{t}, a_{t}) \\leftarrow': 2.035,
          Q: [STEP.Q, tableOf([[], [], [], [9, 8, 6], [7, 4, 1.5]])],
        },
      },
    ],
  }),
  latexCheck('dpg-theorem', {
    states: 'differences of the cost of a linear system',
    cases: [
      {
        given: {
          J: (theta: number) => -cost(theta) * 1.7 ** 2,
          '\\theta': 0.6,
          '\\mathbb{E}_{s \\sim d^{\\mu_{\\theta}}}': expectation(
            's',
            lineStates,
            lineStates.map((_, t) => DISCOUNT ** t),
          ),
          '\\mu_{\\theta}': computed((get) => (s: number) => -get('\\theta') * s),
          '\\nabla_{a} Q^{\\mu_{\\theta}}(s, a) \\rvert_{a = \\mu_{\\theta}(s)}': computed((get) => {
            const s: number = get('s');
            return 2 * 0.6 * s - 2 * DISCOUNT * cost(0.6) * 0.5 * (0.9 - 0.5 * 0.6) * s;
          }),
          s: 1,
        },
      },
    ],
  }),
  latexCheck('dueling-network', {
    states: 'a hand-worked case',
    cases: [2, 5, -1].map((q, i) => ({
      given: {
        'Q_{\\theta}(s, a)': q,
        'V_{\\theta}': (s: number) => (s === 9 ? 2 : Number.NaN),
        'A_{\\theta}': (s: number, a: number) => (s === 9 ? [1, 4, -2][a - 1] : Number.NaN) ?? Number.NaN,
        '\\mathcal{A}': set([1, 2, 3]),
        s: 9,
        a: i + 1,
      },
    })),
  }),
  latexCheck('expected-sarsa-update', {
    states: 'the mean of the updates of SARSA',
    cases: [
      {
        given: {
          ...STEP,
          'Q(s_{t}, a_{t}) \\leftarrow': 0.25 * 2.17 + 0.35 * 1.99 + 0.4 * 2.35,
          '\\pi': (a: number, s: number) => (s === 5 ? [0.25, 0.35, 0.4][a - 1] : 9) ?? Number.NaN,
        },
      },
    ],
  }),
  latexCheck('prioritized-replay', {
    states: 'hand-worked cases',
    cases: [1, 0.5].flatMap((beta) =>
      [1, 2, 3].map((i) => ({
        given: {
          P: (k: number) => k / 6,
          p: [1, 4, 9],
          w: [2, 1, 2 / 3].map((weight) => (beta === 1 ? weight : Math.sqrt(weight))),
          '\\alpha': 0.5,
          '\\beta': beta,
          N: 3,
          i,
        },
      })),
    ),
  }),
  latexCheck('q-learning-update', {
    states: 'a hand-worked case',
    cases: [{ given: { ...STEP, 'Q(s_{t}, a_{t}) \\leftarrow': 2.35 } }],
  }),
  functionCheck('qmix-monotonicity', {
    states: 'each agent greedy by itself',
    formula: () => greedyTogether(Math.abs),
    against: () => [2, 0, 1],
    mutants: { 'weights of any sign': () => greedyTogether((w) => w) },
  }),
  latexCheck('sarsa-update', {
    states: 'a hand-worked case',
    cases: [{ given: { ...STEP, 'Q(s_{t}, a_{t}) \\leftarrow': 2.17 } }],
  }),
  latexCheck('target-network-update', {
    states: 'the closed form of many updates',
    cases: [3, 7].map((n) => ({
      given: {
        '\\bar{\\theta} \\leftarrow': vector([2 - 5 * 0.9 ** n, -1 + 0.5 * 0.9 ** n]),
        '\\bar{\\theta}': vector([2 - 5 * 0.9 ** (n - 1), -1 + 0.5 * 0.9 ** (n - 1)]),
        '\\theta': vector([2, -1]),
        '\\tau': 0.1,
      },
    })),
  }),
  latexCheck('td3-target', {
    states: 'hand-worked cases: noise or action beyond its limit, or not',
    cases: [
      [0.8, 0.9, 1, 4.25],
      [0.8, -0.9, 0.3, 4.15],
      [0.8, 0.1, 0.9, 4.35],
      [-0.9, -0.3, -1, 3.5],
    ].map(([mu = 0, noise = 0, smoothed = 0, y = 0]) => ({
      given: {
        '\\tilde{a}': smoothed,
        '\\operatorname{clip}': clip,
        '\\mu_{\\bar{\\theta}}': () => mu,
        '\\epsilon': noise,
        c: 0.5,
        'a_{\\min}': -1,
        'a_{\\max}': 1,
        y,
        r: 2,
        '\\gamma': 0.5,
        'Q_{\\bar{\\phi}_{i}}': computed((get) => CRITICS[get('i') - 1] ?? Number.NaN),
        "s'": 4,
        i: 1,
      },
    })),
  }),
];
