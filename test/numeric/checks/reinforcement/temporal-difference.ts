import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { computed, from, identity, indexed, set } from '../../given';
import { expectation, summation } from '../../operators';
import { sum } from './chain';
import {
  behaviour,
  DISCOUNT,
  guess,
  LENGTH,
  type Path,
  pathsFrom,
  qualityOf,
  sequencesOf,
  target,
  transitionsOf,
  worthOf,
} from './episodes';

/** Two paths of different length, with their steps and rewards. */
const PATHS = [1, 2].flatMap((state) => pathsFrom(state, behaviour).slice(0, 2));
const over = (path: Path, t: number) => t >= path.states.length;
const stateAt = (path: Path, t: number) => path.states[t] ?? 4;
const actionAt = (path: Path, t: number) => path.actions[t] ?? 1;
const rewardAt = (path: Path, t: number) => path.rewards[t] ?? 0;

/** Guesses of the action values, zero at the end. */
const guessed = (s: number, a: number) =>
  [
    [0.4, 1.1],
    [-0.7, 0.9],
    [2.3, -0.2],
    [0, 0],
  ][s - 1]?.[a - 1] ?? Number.NaN;

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

const along = (path: Path) => {
  const [s, a, r] = sequencesOf(path);
  return { s, a, r, '\\gamma': DISCOUNT };
};

const advantageAt = (path: Path, t: number) => lambdaReturn(path, t) - guess(stateAt(path, t));

/** The mean over the paths from a state; what follows is given the number of the path as the letter `h`. */
const overPaths = (paths: readonly Path[]) =>
  expectation(
    'h',
    paths.map((_, i) => i),
    paths.map(({ chance }) => chance),
  );
const pathAt = (paths: readonly Path[], h: number) =>
  paths[h] ?? { chance: 0, states: [], actions: [], rewards: [] };

const returnOf = ({ rewards }: Path) => sum(rewards.map((paid, k) => DISCOUNT ** k * paid));

/** The sum of the rewards of each path, in the mean over the paths. */
const meanReturn = (paths: readonly Path[]) => {
  const paid = computed((get) => rewardAt(pathAt(paths, get('h')), get('t') + get('k')));
  return {
    '\\mathbb{E}_{\\pi}': overPaths(paths),
    '\\sum_{k=0}^{\\infty}': summation('k', [0, 1, 2, 3, 4, 5]),
    'r_{t+k} \\mid s_{t} = s': paid,
    'r_{t+k} \\mid s_{t} = s, a_{t} = a': paid,
    '\\gamma': DISCOUNT,
    h: 0,
    k: 0,
    t: 0,
  };
};

const ratioAt = (path: Path, k: number) =>
  target(actionAt(path, k), stateAt(path, k)) / behaviour(actionAt(path, k), stateAt(path, k));

/** Retrace from the end: what the next step was wrong by is passed on, as far as its trace reaches. */
function retrace(path: Path, t: number, decay: number): number {
  const [s, a] = [stateAt(path, t), actionAt(path, t)];
  if (over(path, t + 1)) return guessed(s, a);
  const next = stateAt(path, t + 1);
  const mean = target(1, next) * guessed(next, 1) + (next === 4 ? 0 : target(2, next) * guessed(next, 2));
  const trace = decay * Math.min(1, ratioAt(path, t + 1));
  const wrong = retrace(path, t + 1, decay) - guessed(next, actionAt(path, t + 1));
  return rewardAt(path, t) + DISCOUNT * (mean + trace * wrong);
}

/** V-trace of some steps from the end, as the remark of its paper has it. */
function vtrace(path: Path, t: number, n: number, limits: readonly [rho: number, c: number]): number {
  const here = guess(stateAt(path, t));
  if (n === 0) return here;
  const ratio = ratioAt(path, t);
  const next = guess(stateAt(path, t + 1));
  const error = Math.min(limits[0], ratio) * (rewardAt(path, t) + DISCOUNT * next - here);
  return here + error + DISCOUNT * Math.min(limits[1], ratio) * (vtrace(path, t + 1, n - 1, limits) - next);
}

/** A path that comes back to its first state. */
const LOOP: Path = { chance: 1, states: [2, 1, 2, 3], actions: [1, 1, 1, 1], rewards: [0, 0, 1.5, 0] };

const traceAt = (path: Path, t: number, s: number) =>
  sum(path.states.map((state, k) => (k <= t && state === s ? (DISCOUNT * DECAY) ** (t - k) : 0)));

export const temporalDifference: readonly Check[] = [
  latexCheck('action-value', {
    states: 'dynamic programming, against all paths',
    cases: [
      [1, 1],
      [1, 2],
      [2, 1],
    ].map(([s = 0, a = 0]) => {
      const paths = pathsFrom(s, (action, state) =>
        state === s ? Number(action === a) : target(action, state),
      );
      return { given: { ...meanReturn(paths), 'Q^{\\pi}(s, a)': qualityOf(s, a, target) } };
    }),
  }),
  latexCheck('discounted-return', {
    states: 'the closed form of a geometric series',
    cases: [3, 5].map((t) => ({
      given: {
        G: indexed((i) => (2 * 0.5 ** i) / (1 - 0.9 * 0.5)),
        r: indexed((i) => 2 * 0.5 ** i),
        '\\sum_{k=0}^{\\infty}': summation(
          'k',
          Array.from({ length: 60 }, (_, k) => k),
        ),
        '\\gamma': 0.9,
        t,
      },
    })),
  }),
  latexCheck('discounted-return-recursion', {
    states: 'the closed form of a geometric series',
    cases: [3, 5].map((t) => ({
      given: {
        G: indexed((i) => (2 * 0.5 ** i) / (1 - 0.9 * 0.5)),
        r: indexed((i) => 2 * 0.5 ** i),
        '\\gamma': 0.9,
        t,
      },
    })),
  }),
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
  latexCheck('off-policy-importance-sampling', {
    states: 'dynamic programming, against all paths of the behaviour policy',
    cases: [1, 2].map((s) => {
      const paths = pathsFrom(s, behaviour);
      const chanceOf = (pi: typeof target) =>
        computed((get) => {
          const path = pathAt(paths, get('h'));
          const k: number = get('k');
          return k < LENGTH ? pi(actionAt(path, k), stateAt(path, k)) : Number.NaN;
        });
      return {
        given: {
          'V^{\\pi}(s)': worthOf(s, target),
          '\\mathbb{E}_{b}': overPaths(paths),
          '\\pi(a_{k} \\mid s_{k})': chanceOf(target),
          'b(a_{k} \\mid s_{k})': chanceOf(behaviour),
          'G_{t} \\mid s_{t} = s': computed((get) => returnOf(pathAt(paths, get('h')))),
          h: 0,
          k: 0,
          t: 0,
          T: LENGTH,
        },
      };
    }),
  }),
  latexCheck('retrace-target', {
    states: 'a recursion from the end of the path',
    cases: PATHS.slice(0, 3).map((path, j) => ({
      given: {
        ...along(path),
        'Q^{\\mathrm{ret}}(s_{t}, a_{t})': retrace(path, j % 2, 0.9),
        Q: guessed,
        '\\sum_{k=t}^{\\infty}': summation(
          'k',
          [0, 1, 2, 3].map((k) => k + (j % 2)),
        ),
        '\\mathcal{A}': set([1, 2]),
        '\\pi': target,
        '\\mu': behaviour,
        '\\lambda': 0.9,
        t: j % 2,
        i: 1,
      },
    })),
  }),
  latexCheck('state-value', {
    states: 'dynamic programming, against all paths',
    cases: [1, 2, 3].map((s) => ({
      given: { ...meanReturn(pathsFrom(s, target)), 'V^{\\pi}(s)': worthOf(s, target) },
    })),
  }),
  latexCheck('successor-representation', {
    states: 'the inverse of a matrix, against all paths',
    cases: [1, 2].flatMap((s) =>
      [1, 2, 3].map((visited) => {
        const paths = pathsFrom(s, target);
        return {
          given: {
            "M^{\\pi}(s, s')": inverse(
              Matrix.sub(identity(3), Matrix.mul(transitionsOf(target), DISCOUNT)),
            ).get(s - 1, visited - 1),
            '\\mathbb{E}_{\\pi}': overPaths(paths),
            '\\sum_{t=0}^{\\infty}': summation('t', [0, 1, 2, 3, 4, 5]),
            "\\mathbf{1}\\{ s_{t} = s' \\} \\mid s_{0} = s": computed((get) =>
              Number(stateAt(pathAt(paths, get('h')), get('t')) === visited),
            ),
            '\\gamma': DISCOUNT,
            h: 0,
            t: 0,
          },
        };
      }),
    ),
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
  latexCheck('vtrace-target', {
    states: 'a recursion from the end of the path',
    cases: PATHS.slice(0, 2).flatMap((path) =>
      (
        [
          [1.1, 0.9],
          [0.7, 0.5],
          [3, 2],
        ] as const
      ).flatMap((limits) =>
        [1, 2, 3].map((n) => ({
          given: {
            ...along(path),
            'v_{t}': vtrace(path, n % 2, n, limits),
            V: guess,
            '\\pi': target,
            '\\mu': behaviour,
            '\\bar{\\rho}': limits[0],
            '\\bar{c}': limits[1],
            n,
            t: n % 2,
            k: 0,
            i: 0,
          },
        })),
      ),
    ),
  }),
];
