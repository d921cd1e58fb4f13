import { type Check, functionCheck, latexCheck } from '../../check';
import { from } from '../../given';
import { valleyOf } from '../../stationary';
import { DISCOUNT, movesOf, type Path, pathsFrom, rewardOf, target } from './episodes';
import { sum } from './lists';

const clip = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);

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
  // A narrow square part, and a steep scale so that the search sees the slopes.
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

export const distributional: readonly Check[] = [
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
];
