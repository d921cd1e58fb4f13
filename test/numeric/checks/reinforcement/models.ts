import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { vector } from '../../given';
import { divergence, sum } from './lists';

const { exp, log } = Math;

/** Features of the five states after the start of a tree of two moves: two, then two after each. */
const FIRST = [
  [1, 0.2],
  [-0.5, 0.7],
];

const SECOND = [
  [
    [0.3, -1],
    [1.1, 0.4],
  ],
  [
    [-0.2, 0.6],
    [0.8, 0.1],
  ],
];

const BRANCHES = [0, 1].flatMap((i) => [0, 1].map((j) => [i, j] as const));

const features = BRANCHES.map(([i, j]) =>
  vector([0, 1].map((k) => (FIRST[i]?.[k] ?? 0) + (SECOND[i]?.[j]?.[k] ?? 0))),
);

const WEIGHTS = vector([0.8, -1.3]);

/** The probability of a path by soft dynamic programming: each move by its reward and the soft value after it. */
function chanceOfPath(path: number, theta: Matrix): number {
  const paid = (feature: readonly number[] | undefined) =>
    (feature?.[0] ?? 0) * theta.get(0, 0) + (feature?.[1] ?? 0) * theta.get(1, 0);
  const soft = (values: readonly number[]) => log(sum(values.map(exp)));
  const [i, j] = BRANCHES[path - 1] ?? [Number.NaN, Number.NaN];
  const after = [0, 1].map((each) => (SECOND[each] ?? []).map(paid));
  const onward = after.map((values, each) => paid(FIRST[each]) + soft(values));
  const last = (after[i]?.[j] ?? Number.NaN) - soft(after[i] ?? []);
  return exp((onward[i] ?? Number.NaN) - soft(onward) + last);
}

/** A world model of two states and two steps, for observations that were made. */
const PRIOR = [0.35, 0.65];

const NEXT = [
  [0.8, 0.2],
  [0.3, 0.7],
];

const SEEN = [
  [0.9, 0.25],
  [0.4, 0.6],
];

const FILTERED = [
  [0.55, 0.45],
  [0.7, 0.3],
];

const joint = BRANCHES.map(
  ([i, j]) => (PRIOR[i] ?? 0) * (SEEN[0]?.[i] ?? 0) * (NEXT[i]?.[j] ?? 0) * (SEEN[1]?.[j] ?? 0),
);

const believed = BRANCHES.map(([i, j]) => (FILTERED[0]?.[i] ?? 0) * (FILTERED[1]?.[j] ?? 0));

/** The bound as it is written: explained observations, less the mean divergence from the prediction. */
function evidence(far: typeof divergence, from = FILTERED[0] ?? []): number {
  const explained = FILTERED.map((q, t) => sum(q.map((chance, i) => chance * log(SEEN[t]?.[i] ?? 0))));
  const [first = [], second = []] = FILTERED;
  return (
    sum(explained) - far(first, PRIOR) - sum(from.map((chance, i) => chance * far(second, NEXT[i] ?? [])))
  );
}

export const models: readonly Check[] = [
  latexCheck('maxent-irl', {
    states: 'soft dynamic programming along the tree of moves',
    cases: [1, 4].map((path) => ({
      given: { P: chanceOfPath, '\\mathbf{f}': features, '\\boldsymbol{\\theta}': WEIGHTS, '\\zeta': path },
    })),
  }),
  latexCheck('maxent-irl-gradient', {
    states: 'differences of the likelihood by soft dynamic programming',
    cases: [
      {
        given: {
          L: (theta: Matrix) => sum([2, 3, 2].map((path) => log(chanceOfPath(path, theta)))) / 3,
          P: (path: number, theta: Matrix | number) =>
            typeof theta === 'number' ? Number.NaN : chanceOfPath(path, theta),
          '\\mathbf{f}': features,
          '\\boldsymbol{\\theta}': WEIGHTS,
          '\\zeta': [2, 3, 2],
          N: 3,
        },
      },
    ],
  }),
  functionCheck('rssm-elbo', {
    states: 'the evidence by enumeration, less the divergence from the posterior',
    formula: () => evidence(divergence),
    against: () => {
      const total = sum(joint);
      return (
        log(total) -
        divergence(
          believed,
          joint.map((chance) => chance / total),
        )
      );
    },
    mutants: {
      'divergence the other way round': () => evidence((p, q) => divergence(q, p)),
      'predicted from the prior': () => evidence(divergence, PRIOR),
    },
  }),
];
