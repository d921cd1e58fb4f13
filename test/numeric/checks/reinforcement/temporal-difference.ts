import { type Check, latexCheck } from '../../check';
import { from, indexed } from '../../given';
import { summation } from '../../operators';
import { along, DISCOUNT, guess, over, PATHS, type Path, rewardAt, stateAt } from './episodes';
import { sum } from './lists';

/** A return of some steps: one reward, and a return of one step less. */
function stepsReturn(path: Path, t: number, n: number): number {
  if (n === 0) return guess(stateAt(path, t));
  return rewardAt(path, t) + DISCOUNT * stepsReturn(path, t + 1, n - 1);
}

const DECAY = 0.7;

/** The λ-return from its recursion: a part stops at the next state, the rest goes on. */
function lambdaReturn(path: Path, t: number): number {
  if (over(path, t)) return 0;
  const next = (1 - DECAY) * guess(stateAt(path, t + 1)) + DECAY * lambdaReturn(path, t + 1);
  return rewardAt(path, t) + DISCOUNT * next;
}

const advantageAt = (path: Path, t: number) => lambdaReturn(path, t) - guess(stateAt(path, t));

/** A path that comes back to its first state. */
const LOOP: Path = { chance: 1, states: [2, 1, 2, 3], actions: [1, 1, 1, 1], rewards: [0, 0, 1.5, 0] };

const traceAt = (path: Path, t: number, s: number) =>
  sum(path.states.map((state, k) => (k <= t && state === s ? (DISCOUNT * DECAY) ** (t - k) : 0)));

export const temporalDifference: readonly Check[] = [
  latexCheck('gae', {
    states: 'the λ-return by its recursion, less the value',
    cases: PATHS.flatMap((path) =>
      [0, 1].map((t) => ({
        given: {
          ...along(path),
          '\\hat{A}_{t}': advantageAt(path, t),
          '\\sum_{l=0}^{\\infty}': summation('l', [0, 1, 2, 3]),
          '\\lambda': DECAY,
          V: guess,
          t,
        },
      })),
    ),
  }),
  latexCheck('gae-recursion', {
    states: 'the λ-return by its recursion, less the value',
    cases: PATHS.flatMap((path) =>
      [0, 1].map((t) => ({
        given: {
          '\\hat{A}': from(
            0,
            [0, 1, 2].map((k) => advantageAt(path, k)),
          ),
          '\\delta': from(
            0,
            [0, 1, 2].map((k) => stepsReturn(path, k, 1) - guess(stateAt(path, k))),
          ),
          '\\gamma': DISCOUNT,
          '\\lambda': DECAY,
          t,
        },
      })),
    ),
  }),
  latexCheck('monte-carlo-update', {
    states: 'a step size of 1/4 makes the value the mean of four returns',
    cases: [
      {
        given: {
          'V(s_{t}) \\leftarrow': (2 + 5 - 1 + 7) / 4,
          V: () => (2 + 5 - 1) / 3,
          s: [1],
          t: 1,
          '\\alpha': 1 / 4,
          G: [7],
        },
      },
    ],
  }),
  latexCheck('td-eligibility-traces', {
    states: 'traces as sums over the visits',
    cases: [1, 2, 3].map((s) => ({
      given: {
        z: from(
          0,
          [0, 1, 2].map((t) => (state: number) => traceAt(LOOP, t, state)),
        ),
        '\\delta_{t}': 1.5 + 0.8 * 2.2 + 1.3,
        'V(s) \\leftarrow': guess(s) + 0.1 * 4.56 * traceAt(LOOP, 2, s),
        V: guess,
        's_{t}': 2,
        's_{t+1}': 3,
        s,
        t: 2,
        r: from(0, LOOP.rewards),
        '\\gamma': DISCOUNT,
        '\\lambda': DECAY,
        '\\alpha': 0.1,
      },
    })),
  }),
  latexCheck('td-error', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\delta': [1.3, 1],
          r: [1, 0.3],
          V: (x: number) => x / 10,
          s: [15, 20, 30],
          '\\gamma': 0.9,
          t: 1,
        },
      },
    ],
  }),
  latexCheck('td-lambda-return', {
    states: 'the recursion of the λ-return',
    cases: PATHS.map((path) => ({
      given: {
        'G_{t}^{\\lambda}': lambdaReturn(path, 0),
        G: indexed((t, n) => stepsReturn(path, t, n)),
        '\\sum_{n=1}^{\\infty}': summation(
          'n',
          Array.from({ length: 90 }, (_, i) => i + 1),
        ),
        '\\lambda': DECAY,
        t: 0,
      },
    })),
  }),
  latexCheck('td-n-step-return', {
    states: 'one reward, and a return of one step less',
    cases: PATHS.flatMap((path) =>
      [1, 2, 3].map((n) => ({
        given: { ...along(path), G: indexed((t, m) => stepsReturn(path, t, m)), V: guess, n, t: 0 },
      })),
    ),
  }),
  latexCheck('td-update', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'V(s_{t}) \\leftarrow': 1.63,
          V: (x: number) => x / 10,
          s: [15, 20],
          r: [1],
          '\\gamma': 0.9,
          '\\alpha': 0.1,
          t: 1,
        },
      },
    ],
  }),
];
