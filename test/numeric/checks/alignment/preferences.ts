import { type Check, functionCheck, latexCheck } from '../../check';
import { summation } from '../../operators';
import { integrate } from '../../quadrature';
import { sum } from '../language-models/scene';
import { overPairs, overPreferences, RESPONSES, reward, sigmoid } from './scene';

const { exp, log } = Math;

/** The density of the standard Gumbel distribution. */
const gumbel = (g: number) => exp(-g - exp(-g));

/** The chance that clocks with these rates ring in this order. */
const inOrder = (first: number, second: number, third: number) =>
  integrate(
    (t) => first * exp(-first * t) * integrate((u) => second * exp(-second * u - third * u), t, Infinity),
    0,
    Infinity,
    1e-10,
  );

/** Single responses: utilities of gains and losses, each weighed. */
const prospect = (gain: (x: number) => number, weightOf: readonly number[], zero: number) => {
  const responses = [
    { isGood: true, ratio: 3 },
    { isGood: false, ratio: 6 },
    { isGood: true, ratio: 0.5 },
  ];
  const [good = 0, bad = 0] = weightOf;
  return (
    sum(
      responses.map(({ isGood, ratio }) =>
        isGood ? good - good * gain(log(ratio) - zero) : bad - bad * gain(zero - log(ratio)),
      ),
    ) / 3
  );
};

/** A game of two responses: the first is preferred to the second with chance 0.8. */
const preferred = (a: number, b: number) =>
  0.5 * a * b + 0.8 * a * (1 - b) + 0.2 * (1 - a) * b + 0.5 * (1 - a) * (1 - b);
const divergence = (a: number) => a * log(a / 0.3) + (1 - a) * log((1 - a) / 0.7);

/** Where a function with one peak between 0 and 1 has it. */
function peak(f: (x: number) => number): number {
  let [low, high] = [0.001, 0.999];
  for (let step = 0; step < 60; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(left) < f(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}
const equilibrium = (own: number, other: number) =>
  peak((a) => {
    const value = (b: number) => preferred(a, b) - own * divergence(a) + other * divergence(b);
    return value(peak((b) => -value(b)));
  });

export const preferences: readonly Check[] = [
  latexCheck('bradley-terry', {
    states: 'rewards with Gumbel noise, by quadrature',
    cases: [
      [1, 2],
      [3, 1],
    ].map((y) => {
      const gap = reward(1, y[0] ?? 0) - reward(1, y[1] ?? 0);
      return {
        given: {
          'p(y_{1} \\succ y_{2} \\mid x)': integrate(
            (g) => gumbel(g) * exp(-exp(-g - gap)),
            -Infinity,
            Infinity,
          ),
          x: 1,
          y,
          r: reward,
          '\\sigma': sigmoid,
        },
      };
    }),
  }),
  functionCheck('kto-loss', {
    states: 'a hand-worked case',
    formula: () => prospect((gap) => sigmoid(2 * gap), [3, 1.5], log(2)),
    against: () => (3 * (4 / 13) + 1.5 * (9 / 10) + 3 * (16 / 17)) / 3,
    mutants: {
      'gains for undesirable responses': () => prospect((gap) => sigmoid(-2 * gap), [3, 1.5], log(2)),
      'without beta': () => prospect(sigmoid, [3, 1.5], log(2)),
      'the weights exchanged': () => prospect((gap) => sigmoid(2 * gap), [1.5, 3], log(2)),
      'without the reference point': () => prospect((gap) => sigmoid(2 * gap), [3, 1.5], 0),
    },
  }),
  functionCheck('nash-preference', {
    states: 'the equilibrium of a game of two responses in closed form',
    formula: () => equilibrium(0.4, 0.4),
    // Each response's chance of winning differs by 0.3 whatever the opponent does.
    against: () => sigmoid(log(0.3 / 0.7) + 0.3 / 0.4),
    tolerance: 1e-5,
    mutants: {
      'without a penalty': () => equilibrium(0, 0),
      'a penalty twice as strong': () => equilibrium(0.8, 0.4),
      'a penalty with the other sign': () => equilibrium(-0.4, 0.4),
    },
  }),
  latexCheck('plackett-luce', {
    states: 'clocks that ring in the order of the ranking, by quadrature',
    cases: [
      [2, 1, 3],
      [3, 2, 1],
    ].map((ranking) => {
      const [a = 0, b = 0, c = 0] = ranking.map((y) => exp(reward(1, y)));
      return {
        given: {
          'p(\\tau \\mid y_{1}, \\dots, y_{K}, x)': inOrder(a, b, c),
          K: 3,
          r: reward,
          x: 1,
          y: RESPONSES,
          '\\tau': (place: number) => ranking[place - 1] ?? 0,
        },
      };
    }),
    same: {
      'p(\\tau \\mid y_{1}, \\dots, y_{K}, x) = \\prod_{k=1}^{K-1} \\frac{\\exp\\left( r(x, y_{\\tau(k)}) \\right)}{\\sum_{j=k}^{K} \\exp\\left( r(x, y_{\\tau(j)}) \\right)}':
        'the last place goes to the one item left, with certainty',
    },
  }),
  latexCheck('reward-model-loss', {
    states: 'strengths of the responses',
    cases: [
      {
        given: {
          ...overPreferences,
          '\\mathcal{L}_{\\mathrm{RM}}(\\phi)': overPairs((x, w, l) =>
            log(1 + exp(reward(x, l)) / exp(reward(x, w))),
          ),
          '\\sigma': sigmoid,
          'r_{\\phi}': reward,
        },
      },
    ],
  }),
  latexCheck('reward-model-loss-ranking', {
    states: 'the three pairs of a ranking, by hand',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{RM}}(\\phi)': (2 * log(3 / 2) + log(5 / 4)) / 3,
          '\\mathbb{E}_{(x, y_{w}, y_{l}) \\sim \\mathcal{D}}': summation(
            ['x', 'y_{w}', 'y_{l}'],
            [
              [1, 1, 2],
              [1, 2, 3],
              [1, 1, 3],
            ],
          ),
          K: 3,
          '\\sigma': sigmoid,
          'r_{\\phi}': (_: number, y: number) => log([4, 2, 1][y - 1] ?? 0),
        },
      },
    ],
  }),
];
