import { inverse, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { set } from '../../given';
import { expectation } from '../../operators';
import { random } from '../../random';
import { argMax, sum } from './lists';

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
