import { Matrix, solve } from 'ml-matrix';
import { sum } from './lists';

/** The probability of an action in a state. */
export type Policy = (action: number, state: number) => number;

/** A process of three states and two actions, all numbered from 1; what does not exist is not a number. */
export const STATES = [1, 2, 3] as const;
export const ACTIONS = [1, 2] as const;
export const GAMMA = 0.6;
export const START = [0.5, 0.2, 0.3];

const REWARDS = [
  [1, 0.2],
  [-0.5, 2],
  [0.3, -1],
];
const MOVES = [
  [
    [0.7, 0.2, 0.1],
    [0.1, 0.6, 0.3],
  ],
  [
    [0.25, 0.25, 0.5],
    [0.05, 0.15, 0.8],
  ],
  [
    [0.3, 0.6, 0.1],
    [0.45, 0.35, 0.2],
  ],
];

export const reward = (s: number, a: number) => REWARDS[s - 1]?.[a - 1] ?? Number.NaN;
export const moves = (s: number, a: number) => MOVES[s - 1]?.[a - 1] ?? [];
export const move = (next: number, s: number, a: number) => moves(s, a)[next - 1] ?? Number.NaN;

/** A policy by its table: a row for each state. */
export const table =
  (rows: readonly (readonly number[])[]): Policy =>
  (a, s) =>
    rows[s - 1]?.[a - 1] ?? Number.NaN;

export const policy = table([
  [0.3, 0.7],
  [0.6, 0.4],
  [0.8, 0.2],
]);
export const otherPolicy = table([
  [0.55, 0.45],
  [0.1, 0.9],
  [0.35, 0.65],
]);

/** A policy that always takes the action listed for a state. */
export const deterministic =
  (actions: readonly number[]): Policy =>
  (a, s) =>
    actions[s - 1] === a ? 1 : 0;

export const everyDeterministic = ACTIONS.flatMap((x) =>
  ACTIONS.flatMap((y) => ACTIONS.map((z) => deterministic([x, y, z]))),
);

/** A policy with one parameter a state: the log-odds of its first action. */
export const logistic =
  (theta: Matrix): Policy =>
  (a, s) =>
    1 / (1 + Math.exp((a === 1 ? -1 : 1) * theta.get(s - 1, 0)));

export const pairs = STATES.flatMap((s) => ACTIONS.map((a) => [s, a] as const));

const LONG = 90;

/** The distribution of the state at each step, carried forward: no equation is solved. */
export function journey(start: readonly number[], pi: Policy): readonly (readonly number[])[] {
  const steps = [start];
  for (let t = 1; t < LONG; t++) {
    const now = steps[t - 1] ?? [];
    steps.push(
      STATES.map((next) => sum(pairs.map(([s, a]) => (now[s - 1] ?? 0) * pi(a, s) * move(next, s, a)))),
    );
  }
  return steps;
}

/** What a policy earns, discounted, along the journey; `gain` is what a step pays. */
export function earned(start: readonly number[], pi: Policy, gain = reward): number {
  const paid = (now: readonly number[]) =>
    sum(pairs.map(([s, a]) => (pi(a, s) === 0 ? 0 : (now[s - 1] ?? 0) * pi(a, s) * gain(s, a))));
  return sum(journey(start, pi).map((now, t) => GAMMA ** t * paid(now)));
}

const onlyAt = (state: number) => STATES.map((s) => (s === state ? 1 : 0));

/** Values of states as what is earned from them. */
export function stateValueOf(pi: Policy, gain = reward): (s: number) => number {
  const values = STATES.map((s) => earned(onlyAt(s), pi, gain));
  return (s) => values[s - 1] ?? Number.NaN;
}

/** Values of actions as what is earned after them. */
export function actionValueOf(pi: Policy, gain = reward): (s: number, a: number) => number {
  const values = STATES.map((s) => ACTIONS.map((a) => reward(s, a) + GAMMA * earned(moves(s, a), pi, gain)));
  return (s, a) => values[s - 1]?.[a - 1] ?? Number.NaN;
}

/** The advantages, by values that solve the linear system of the policy. */
export function advantageOf(pi: Policy): (s: number, a: number) => number {
  const { transitions, rewards } = matricesOf(pi);
  const values = solve(Matrix.sub(Matrix.eye(3, 3), Matrix.mul(transitions, GAMMA)), rewards);
  return (s, a) => {
    const after = sum(moves(s, a).map((chance, i) => chance * values.get(i, 0)));
    return reward(s, a) + GAMMA * after - (STATES.some((each) => each === s) ? values.get(s - 1, 0) : 0);
  };
}

/** Transitions and mean rewards of the states under a policy. */
export function matricesOf(pi: Policy): { readonly transitions: Matrix; readonly rewards: Matrix } {
  const mean = (s: number, of: (a: number) => number) => sum(ACTIONS.map((a) => pi(a, s) * of(a)));
  return {
    transitions: new Matrix(STATES.map((s) => STATES.map((next) => mean(s, (a) => move(next, s, a))))),
    rewards: Matrix.columnVector(STATES.map((s) => mean(s, (a) => reward(s, a)))),
  };
}

/** The discounted visits of each state; they sum to 1 / (1 - γ). */
export function visitsOf(pi: Policy, start: readonly number[] = START): (s: number) => number {
  const steps = journey(start, pi);
  const visits = STATES.map((s) => sum(steps.map((now, t) => GAMMA ** t * (now[s - 1] ?? 0))));
  return (s) => visits[s - 1] ?? Number.NaN;
}
