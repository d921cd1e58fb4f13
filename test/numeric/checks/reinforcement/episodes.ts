import { Matrix } from 'ml-matrix';
import { from } from '../../given';
import { expectation } from '../../operators';
import { logistic, type Policy, table } from './chain';
import { sum } from './lists';

/** Episodes of at most three steps: states 1 to 3, and 4 where the episode is over and nothing is paid. */
export const DISCOUNT = 0.8;
export const LENGTH = 3;

const REWARDS = [
  [1, -0.4],
  [0.5, 2],
  [-1, 1.5],
];
const MOVES = [
  [
    [0, 0.7, 0.3, 0],
    [0, 0.2, 0.5, 0.3],
  ],
  [
    [0, 0, 0.4, 0.6],
    [0, 0, 0.9, 0.1],
  ],
];
const OVER = [0, 0, 0, 1];

/** In state 4 only action 1 is left. */
const withEnd =
  (pi: Policy): Policy =>
  (a, s) =>
    s === 4 ? (a === 1 ? 1 : 0) : pi(a, s);

export const target = withEnd(
  table([
    [0.3, 0.7],
    [0.6, 0.4],
    [0.8, 0.2],
  ]),
);
export const behaviour = withEnd(
  table([
    [0.5, 0.5],
    [0.25, 0.75],
    [0.4, 0.6],
  ]),
);
export const logisticEpisode = (theta: Matrix): Policy => withEnd(logistic(theta));

export const rewardOf = (s: number, a: number) => REWARDS[s - 1]?.[a - 1] ?? 0;
export const movesOf = (s: number, a: number) => MOVES[s - 1]?.[a - 1] ?? OVER;

export interface Path {
  readonly chance: number;
  readonly states: readonly number[];
  readonly actions: readonly number[];
  readonly rewards: readonly number[];
}

/** Every path from a state, until all are over and some steps more, with its probability. */
export function pathsFrom(state: number, pi: Policy, steps = LENGTH + 3): readonly Path[] {
  if (steps === 0) return [{ chance: 1, states: [], actions: [], rewards: [] }];
  return [1, 2].flatMap((a) =>
    movesOf(state, a).flatMap((chance, i) => {
      const here = pi(a, state) * chance;
      if (here === 0) return [];
      return pathsFrom(i + 1, pi, steps - 1).map((path) => ({
        chance: here * path.chance,
        states: [state, ...path.states],
        actions: [a, ...path.actions],
        rewards: [rewardOf(state, a), ...path.rewards],
      }));
    }),
  );
}

/** A path as sequences that begin at step 0. */
export const sequencesOf = ({ states, actions, rewards }: Path) =>
  [from(0, states), from(0, actions), from(0, rewards)] as const;

/** The value of an action, from the end backwards. */
export function qualityOf(s: number, a: number, pi: Policy): number {
  if (s === 4) return 0;
  return (
    rewardOf(s, a) +
    DISCOUNT * sum(movesOf(s, a).map((chance, i) => (chance === 0 ? 0 : chance * worthOf(i + 1, pi))))
  );
}

/** The value of a state, from the end backwards. */
export function worthOf(s: number, pi: Policy): number {
  return s === 4 ? 0 : sum([1, 2].map((a) => pi(a, s) * qualityOf(s, a, pi)));
}

/** Wrong guesses of the state values, zero at the end. */
export const guess = (s: number) => [0.4, -1.3, 2.2, 0][s - 1] ?? Number.NaN;

/** The transitions between the states before the end. */
export const transitionsOf = (pi: Policy): Matrix =>
  new Matrix(
    [1, 2, 3].map((s) =>
      [0, 1, 2].map((next) => sum([1, 2].map((a) => pi(a, s) * (movesOf(s, a)[next] ?? 0)))),
    ),
  );

/** Two paths from state 1 and two from state 2. */
export const PATHS = [1, 2].flatMap((state) => pathsFrom(state, behaviour).slice(0, 2));

/** Whether a path has no such step, even after its end. */
export const over = (path: Path, t: number) => t >= path.states.length;

/** What a path has at a step; after its last one nothing happens any more. */
export const stateAt = (path: Path, t: number) => path.states[t] ?? 4;

export const actionAt = (path: Path, t: number) => path.actions[t] ?? 1;

export const rewardAt = (path: Path, t: number) => path.rewards[t] ?? 0;

/** The mean over the paths from a state; what follows is given the number of the path as the letter `h`. */
export const overPaths = (paths: readonly Path[]) =>
  expectation(
    'h',
    paths.map((_, i) => i),
    paths.map(({ chance }) => chance),
  );

export const pathAt = (paths: readonly Path[], h: number) =>
  paths[h] ?? { chance: 0, states: [], actions: [], rewards: [] };

/** States, actions and rewards of a path, as a check gives them. */
export const along = (path: Path) => {
  const [s, a, r] = sequencesOf(path);
  return { s, a, r, '\\gamma': DISCOUNT };
};
