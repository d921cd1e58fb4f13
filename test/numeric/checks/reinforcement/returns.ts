import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { computed, identity, indexed } from '../../given';
import { summation } from '../../operators';
import {
  DISCOUNT,
  overPaths,
  type Path,
  pathAt,
  pathsFrom,
  qualityOf,
  rewardAt,
  stateAt,
  target,
  transitionsOf,
  worthOf,
} from './episodes';

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

export const returns: readonly Check[] = [
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
];
