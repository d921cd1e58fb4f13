import { inverse, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { set } from '../../given';
import { expectation } from '../../operators';
import { random } from '../../random';
import { move, START, STATES, sum } from './chain';

const { exp, log, sqrt } = Math;

/** Every game of a gambler who stays with an arm that paid, and else takes the next: arms, rewards, chance. */
interface Game {
  readonly chance: number;
  readonly arms: readonly number[];
  readonly rewards: readonly number[];
}
const MEANS = [0.4, 0.7, 0.55];
const ROUNDS = 4;

function games(rounds: number): readonly Game[] {
  if (rounds === 0) return [{ chance: 1, arms: [], rewards: [] }];
  return games(rounds - 1).flatMap((game) => {
    const [arm, paid] = [game.arms.at(-1), game.rewards.at(-1)];
    const next = arm === undefined ? 1 : paid === 1 ? arm : (arm % 3) + 1;
    const mean = MEANS[next - 1] ?? 0;
    return [0, 1].map((reward) => ({
      chance: game.chance * (reward === 1 ? mean : 1 - mean),
      arms: [...game.arms, next],
      rewards: [...game.rewards, reward],
    }));
  });
}

const GAMES = games(ROUNDS);
const overGames = (of: (game: Game) => number) => sum(GAMES.map((game) => game.chance * of(game)));

/** Weights of arms after some rounds, each with the arm pulled, by the sums of their estimated rewards. */
const EXPLORATION = 0.3;
const PULLS = [2, 1, 3, 2];
const PAID = [
  [0.2, 0.9, 0.4],
  [0.7, 0.1, 0.5],
  [0.3, 0.6, 0.8],
  [0.5, 0.4, 0.9],
];

function exp3At(round: number): { readonly sums: readonly number[]; readonly chances: readonly number[] } {
  const sums = [0, 0, 0];
  const chancesOf = () => {
    const top = Math.max(...sums);
    const sizes = sums.map((total) => exp((EXPLORATION / 3) * (total - top)));
    return sizes.map((size) => (0.7 * size) / sum(sizes) + 0.1);
  };
  for (let t = 1; t < round; t++) {
    const arm = (PULLS[t - 1] ?? 0) - 1;
    sums[arm] = (sums[arm] ?? 0) + (PAID[t - 1]?.[arm] ?? 0) / (chancesOf()[arm] ?? 0);
  }
  return { sums, chances: chancesOf() };
}

/** Three arms with features and rewards of their pulls. */
const generator = random(5);
const ARMS = [2, 3, 4].map((pulls) => ({
  features: generator.matrix(pulls, 2),
  rewards: generator.normals(pulls),
}));
const WIDTH = 0.6;
const CONTEXTS = Array.from({ length: 40 }, () => ARMS.map(() => generator.normals(2)));

/** The bound of LinUCB in its dual form, by the inner products of the pulls. */
function optimistic(arm: number, x: Matrix): number {
  const { features = Matrix.zeros(0, 2), rewards = Matrix.zeros(0, 1) } = ARMS[arm] ?? {};
  const kernel = inverse(Matrix.add(features.mmul(features.transpose()), Matrix.eye(features.rows)));
  const near = features.mmul(x);
  const mean = near.transpose().mmul(kernel).mmul(rewards).get(0, 0);
  const rest = x.transpose().mmul(x).get(0, 0) - near.transpose().mmul(kernel).mmul(near).get(0, 0);
  return mean + WIDTH * sqrt(rest);
}

const argMax = (values: readonly number[]) => values.indexOf(Math.max(...values)) + 1;

/** How often each arm is visited when a search follows its rule and the values stay as they are. */
const VALUES = [0.5, 0.45, 0.2, 0.3];
const PRIORS = [0.1, 0.5, 0.3, 0.1];
const SEARCHES = 6000;
const [C1, C2] = [1.25, 2000];

function searched(bonus: (prior: number, visits: number, total: number) => number): readonly number[] {
  const visits = [0, 0, 0, 0];
  for (let total = 0; total < SEARCHES; total++) {
    const scores = VALUES.map((value, a) => value + bonus(PRIORS[a] ?? 0, visits[a] ?? 0, total));
    const arm = argMax(scores) - 1;
    visits[arm] = (visits[arm] ?? 0) + 1;
  }
  return visits.map((count) => count / SEARCHES);
}

/** The shares at which all scores are equal: a policy between the prior and the best arm. */
function balanced(): readonly number[] {
  const strength = (sqrt(SEARCHES) * (C1 + log((SEARCHES + C2 + 1) / C2))) / (SEARCHES + 4);
  const at = (level: number) => VALUES.map((value, a) => (strength * (PRIORS[a] ?? 0)) / (level - value));
  let [low, high] = [0.5, 5];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > 1) low = middle;
    else high = middle;
  }
  return at(high);
}

const growth = (total: number) => C1 + log((total + C2 + 1) / C2);

/** How often one arm is drawn better than the other: a posterior after one win, and one after nothing. */
function drawn(pick: (first: number, second: number) => boolean): number {
  const { uniform } = random(3);
  const draws = Array.from({ length: 60000 }, () => {
    const first = Math.max(uniform(), uniform());
    return pick(first, uniform()) ? 1 : 0;
  });
  return sum(draws) / draws.length;
}

/** The bonus at which a mean of rewards between 0 and 1 is as far off with probability t^{-4}. */
function unlikely(t: number, pulls: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (exp(-2 * pulls * middle ** 2) > t ** -4) low = middle;
    else high = middle;
  }
  return low;
}

const COUNTS = [
  { t: 30, means: [0.5, 0.62, 0.4], pulls: [6, 20, 4] },
  { t: 30, means: [0.9, 0.1, 0.2], pulls: [10, 9, 11] },
  { t: 5, means: [0.5, 0.1, 0.95], pulls: [2, 1, 2] },
  { t: 5, means: [0.2, 0.8, 0.75], pulls: [3, 1, 1] },
  { t: 400, means: [0.55, 0.35, 0.52], pulls: [150, 40, 210] },
  { t: 125, means: [0.7, 0.355], pulls: [100, 25] },
];

const GAPS = [0.3, 0, 0.15];

/** Pulls of worse arms in the proof of UCB1's bound: until twice the bonus is below the gap, and by bad luck. */
function pullsOf(gap: number, rounds: number): number {
  let [low, high] = [0, 1e7];
  for (let i = 0; i < 90; i++) {
    const middle = (low + high) / 2;
    if (2 * unlikely(rounds, middle) > gap) low = middle;
    else high = middle;
  }
  return high;
}
const unlucky = 1 + sum(Array.from({ length: 200000 }, (_, i) => 2 / (200000 - i) ** 2));

const ucbBound = (scale: number, rest: number) =>
  scale * sum(GAPS.filter((gap) => gap > 0).map((gap) => log(500) / gap)) + rest * sum(GAPS);

/** The tiger behind one of two doors, heard rightly in 85 of 100 cases. */
const heard = (o: number, s: number) => (o === s ? 0.85 : 0.15);
const CLUES = [0.7, 0.2, 0.4];

export const bandits: readonly Check[] = [
  latexCheck('bandit-regret', {
    states: 'rewards and pulls in every possible game',
    cases: [
      {
        given: {
          'R_{T}': ROUNDS * 0.7 - overGames(({ rewards }) => sum(rewards)),
          T: ROUNDS,
          '\\mu^{*}': 0.7,
          '\\mathbb{E}\\left[ \\sum_{t=1}^{T} \\mu_{a_{t}} \\right]': overGames(({ arms }) =>
            sum(arms.map((arm) => MEANS[arm - 1] ?? 0)),
          ),
          K: 3,
          '\\Delta': MEANS.map((mean) => 0.7 - mean),
          '\\mathbb{E}': expectation(
            'n',
            GAMES.map(({ arms }) =>
              [1, 2, 3].map((a) => (t: number) => arms.slice(0, t).filter((arm) => arm === a).length),
            ),
            GAMES.map(({ chance }) => chance),
          ),
        },
      },
    ],
  }),
  latexCheck('eps-greedy', {
    states: 'a coin, then the best action or any of four',
    cases: [1, 2, 4].map((a) => ({
      given: {
        '\\pi(a \\mid s)': (a === 2 ? 0.8 : 0) + 0.2 * 0.25,
        '\\epsilon': 0.2,
        '\\mathcal{A}': set([1, 2, 3, 4]),
        Q: (s: number, action: number) => (s === 9 ? [0.3, 2, -1, 1][action - 1] : Number.NaN) ?? Number.NaN,
        s: 9,
        a,
      },
    })),
  }),
  latexCheck('exp3-rule', {
    states: 'a softmax of the sums of estimated rewards',
    cases: [1, 2, 3].flatMap((t) =>
      [1, 2, 3].map((i) => ({
        given: {
          p: [1, 2, 3].map((arm) => (round: number) => exp3At(round).chances[arm - 1] ?? Number.NaN),
          w: [1, 2, 3].map(
            (arm) => (round: number) => exp((EXPLORATION / 3) * (exp3At(round).sums[arm - 1] ?? Number.NaN)),
          ),
          x: [1, 2, 3].map((arm) => (round: number) => PAID[round - 1]?.[arm - 1] ?? Number.NaN),
          '\\hat{x}': [1, 2, 3].map(
            (arm) => (round: number) =>
              (exp3At(round + 1).sums[arm - 1] ?? Number.NaN) - (exp3At(round).sums[arm - 1] ?? Number.NaN),
          ),
          '\\gamma': EXPLORATION,
          'i_{t}': PULLS[t - 1] ?? 0,
          K: 3,
          i,
          t,
        },
      })),
    ),
  }),
  latexCheck('linucb-rule', {
    states: 'the dual form, by inner products of the pulls',
    cases: CONTEXTS.map((contexts, round) => ({
      given: {
        'a_{t}': argMax(contexts.map((x, arm) => optimistic(arm, x))),
        '\\mathbf{x}': CONTEXTS,
        '\\mathbf{A}': ARMS.map(({ features }) =>
          Matrix.add(Matrix.eye(2), features.transpose().mmul(features)),
        ),
        '\\mathbf{b}': ARMS.map(({ features, rewards }) => features.transpose().mmul(rewards)),
        '\\alpha': WIDTH,
        t: round + 1,
        a: 1,
      },
    })),
  }),
  functionCheck('muzero-pucb', {
    states: 'the shares of the visits at which all scores are equal',
    formula: () => searched((prior, visits, total) => ((prior * sqrt(total)) / (1 + visits)) * growth(total)),
    against: balanced,
    tolerance: 3e-3,
    mutants: {
      'no root': () => searched((prior, visits, total) => ((prior * total) / (1 + visits)) * growth(total)),
      'no growth': () => searched((prior, visits, total) => ((prior * sqrt(total)) / (1 + visits)) * C1),
      'no prior': () => searched((_, visits, total) => (sqrt(total) / (1 + visits)) * growth(total)),
    },
  }),
  latexCheck('pomdp-belief-update', {
    states: 'the tiger problem; all moves and observations counted',
    cases: [
      ...[0.5, 0.85].map((b) => ({
        given: {
          "b'": (s: number) => (s === 1 ? (b === 0.5 ? 0.85 : 289 / 298) : Number.NaN),
          b: (s: number) => (s === 1 ? b : 1 - b),
          O: heardAfter(heard),
          p: (next: number, s: number, _: number) => (next === s ? 1 : 0),
          '\\mathcal{S}': set([1, 2]),
          "s'": 1,
          "s''": 0,
          o: 1,
          a: 7,
        },
      })),
      ...STATES.map((next) => ({
        given: {
          "b'": (s: number) => counted(s),
          b: (s: number) => START[s - 1] ?? Number.NaN,
          O: heardAfter((_, s) => CLUES[s - 1] ?? Number.NaN),
          p: (to: number, s: number, a: number) => move(to, s, a - 6),
          '\\mathcal{S}': set(STATES),
          "s'": next,
          "s''": 0,
          o: 1,
          a: 7,
        },
      })),
    ],
  }),
  functionCheck('thompson-sampling', {
    states: 'the probability that the arm is the better one, 2/3',
    formula: () => drawn((first, second) => first > second),
    against: () => 2 / 3,
    // Five standard errors of 60000 draws.
    tolerance: 0.01,
    mutants: {
      'the best mean instead of a draw': () => drawn(() => 2 / 3 > 1 / 2),
      'the least of the draws': () => drawn((first, second) => first < second),
    },
  }),
  latexCheck('ucb1', {
    states: 'bonuses that are as unlikely as t to the power of -4',
    cases: COUNTS.map(({ t, means, pulls }) => ({
      given: {
        'a_{t}': argMax(means.map((mean, i) => mean + unlikely(t, pulls[i] ?? 0))),
        '\\hat{\\mu}': means,
        n: pulls,
        t,
      },
    })),
  }),
  functionCheck('ucb1-regret-bound', {
    states: 'the pieces of its proof: pulls until the bonus is small, and by bad luck',
    formula: () => ucbBound(8, 1 + Math.PI ** 2 / 3),
    against: () => sum(GAPS.map((gap) => gap * ((gap > 0 ? pullsOf(gap, 500) : 0) + unlucky))),
    tolerance: 1e-5,
    mutants: {
      'half the factor': () => ucbBound(4, 1 + Math.PI ** 2 / 3),
      'a sixth of the square': () => ucbBound(8, 1 + Math.PI ** 2 / 6),
    },
  }),
];

/** What is observed after listening, action 7. */
function heardAfter(chance: (o: number, s: number) => number) {
  return (o: number, s: number, a: number) => (a === 7 ? chance(o, s) : Number.NaN);
}

/** The share of a state among all moves that lead to the observation. */
function counted(state: number): number {
  const all = STATES.flatMap((s) =>
    STATES.map((next) => ({ next, mass: (START[s - 1] ?? 0) * move(next, s, 1) * (CLUES[next - 1] ?? 0) })),
  );
  const massOf = (some: typeof all) => sum(some.map(({ mass }) => mass));
  return massOf(all.filter(({ next }) => next === state)) / massOf(all);
}
