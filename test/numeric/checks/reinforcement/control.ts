import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, from, set, vector } from '../../given';
import { valleyOf } from '../../stationary';
import { sum } from './chain';
import { DISCOUNT, movesOf, type Path, pathsFrom, rewardOf, target } from './episodes';

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

/** C51's own algorithm: each atom moves, and gives its probability to its two neighbours by their nearness. */
function projected(
  atoms: readonly number[],
  chances: readonly number[],
  reward: number,
  discount: number,
): readonly number[] {
  const [low = 0, next = 0] = atoms;
  const high = atoms.at(-1) ?? 0;
  const masses = atoms.map(() => 0);
  const give = (i: number, mass: number) => {
    masses[i] = (masses[i] ?? 0) + mass;
  };
  for (const [j, atom] of atoms.entries()) {
    const place = (clip(reward + discount * atom, low, high) - low) / (next - low);
    const [below, above] = [Math.floor(place), Math.ceil(place)];
    const chance = chances[j] ?? 0;
    give(below, below === above ? chance : chance * (above - place));
    if (below !== above) give(above, chance * (place - below));
  }
  return masses;
}

const ATOMS = [-2, -1, 0, 1, 2];
const CHANCES = [0.1, 0.15, 0.3, 0.2, 0.25];

/** The first moments of a random return. */
const moments = (outcomes: readonly (readonly [chance: number, value: number])[]) =>
  [1, 2, 3].map((power) => sum(outcomes.map(([chance, value]) => chance * value ** power)));

const returnsOf = (paths: readonly Path[]) =>
  paths.map(({ chance, rewards }) => [chance, sum(rewards.map((paid, k) => DISCOUNT ** k * paid))] as const);

const returnsAfter = (s: number, a: number) =>
  returnsOf(pathsFrom(s, (action, state) => (state === s ? Number(action === a) : target(action, state))));

/** The return of action 1 in state 1, as a reward and the return from a next action on. */
function oneStepOn(discount: number, spread: (outcomes: ReturnType<typeof returnsOf>) => typeof outcomes) {
  const outcomes = movesOf(1, 1).flatMap((chance, i) =>
    [1, 2].flatMap((a) =>
      spread(returnsAfter(i + 1, a)).map(
        ([inner, value]) => [chance * target(a, i + 1) * inner, rewardOf(1, 1) + discount * value] as const,
      ),
    ),
  );
  return moments(outcomes);
}

/** Minimizers of the loss of quantile regression in each estimate, for targets that are all equally likely. */
function fitted(targets: readonly number[], level: (i: number, n: number) => number, sign = 1) {
  const size = targets.length;
  const huber = (u: number) => (Math.abs(u) <= 1e-4 ? u ** 2 / 2 : 1e-4 * (Math.abs(u) - 0.5e-4));
  return targets.map((_, i) => {
    const tau = level(i + 1, size);
    const loss = (q: number) =>
      sum(
        targets.map((goal) => {
          const u = sign * (goal - q);
          return Math.abs(tau - (u < 0 ? 1 : 0)) * huber(u);
        }),
      ) / size;
    return valleyOf((q) => 1e4 * loss(q), -10, 10);
  });
}

const TARGETS = [3.1, -1.2, 0.4, 6.5];

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

export const control: readonly Check[] = [
  latexCheck('c51-projection', {
    states: 'the algorithm of the paper, atom by atom',
    cases: [0.37, 1.7, -2.2].flatMap((r) =>
      ATOMS.map((_, i) => ({
        given: {
          m: from(0, projected(ATOMS, CHANCES, r, 0.9)),
          z: from(0, ATOMS),
          p: from(
            0,
            CHANCES.map((chance) => (s: number, a: number) => (s === 3 && a === 2 ? chance : Number.NaN)),
          ),
          "s'": 3,
          'a^{*}': 2,
          'v_{\\min}': -2,
          'v_{\\max}': 2,
          '\\Delta z': 1,
          '\\operatorname{clip}': clip,
          '\\gamma': 0.9,
          N: 5,
          r,
          i,
        },
      })),
    ),
    same: {
      "m_{i} = \\sum_{j=0}^{N-1} \\operatorname{clip}\\left( 1 - \\frac{\\lvert \\operatorname{clip}(r + \\gamma z_{j}, v_{\\min}, v_{\\max}) - z_{i} \\rvert}{\\Delta z}, 0, 2 \\right) p_{j}(s', a^{*})":
        'one less a distance is never above one',
    },
  }),
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
  functionCheck('distributional-bellman', {
    states: 'moments of the return over all paths',
    formula: () => oneStepOn(DISCOUNT, (outcomes) => outcomes),
    against: () => moments(returnsAfter(1, 1)),
    mutants: {
      'no discount': () => oneStepOn(1, (outcomes) => outcomes),
      'the mean in place of the random return': () =>
        oneStepOn(DISCOUNT, (outcomes) => [[1, moments(outcomes)[0] ?? 0]]),
    },
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
  functionCheck('qr-dqn-loss', {
    states: 'sorted targets, the quantiles at the midpoints',
    formula: () => fitted(TARGETS, (i, n) => (2 * i - 1) / (2 * n)),
    against: () => TARGETS.toSorted((a, b) => a - b),
    tolerance: 1e-3,
    mutants: {
      'estimate less target': () => fitted(TARGETS, (i, n) => (2 * i - 1) / (2 * n), -1),
      'levels half a step too high': () => fitted(TARGETS, (i, n) => (2 * i + 1) / (2 * n)),
    },
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
