import { type Check, latexCheck } from '../../check';
import { computed, set } from '../../given';
import { summation } from '../../operators';
import {
  actionAt,
  along,
  behaviour,
  DISCOUNT,
  guess,
  LENGTH,
  over,
  overPaths,
  PATHS,
  type Path,
  pathAt,
  pathsFrom,
  rewardAt,
  stateAt,
  target,
  worthOf,
} from './episodes';
import { sum } from './lists';

/** Guesses of the action values, zero at the end. */
const guessed = (s: number, a: number) =>
  [
    [0.4, 1.1],
    [-0.7, 0.9],
    [2.3, -0.2],
    [0, 0],
  ][s - 1]?.[a - 1] ?? Number.NaN;

const returnOf = ({ rewards }: Path) => sum(rewards.map((paid, k) => DISCOUNT ** k * paid));

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

export const offPolicy: readonly Check[] = [
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
