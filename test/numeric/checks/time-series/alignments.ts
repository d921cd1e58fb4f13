import { type Check, latexCheck } from '../../check';
import { from } from '../../given';

const X = [1, 3, 2.5];
const Y = [0.5, 2, 2.2, 4, 1];
const cost = (x: number, y: number) => (x - y) ** 2;

/** The costs of all ways from the first pair of values to the pair of the places `i` and `j`, counted from 1. */
function costs(i: number, j: number): readonly number[] {
  if (i === 0 || j === 0) return i === j ? [0] : [];
  const here = cost(X[i - 1] ?? 0, Y[j - 1] ?? 0);
  const before = [...costs(i - 1, j), ...costs(i, j - 1), ...costs(i - 1, j - 1)];
  return before.map((sum) => sum + here);
}

const table = (of: (all: readonly number[]) => number) =>
  from(
    0,
    [0, ...X].map((_, i) =>
      from(
        0,
        [0, ...Y].map((__, j) => of(costs(i, j))),
      ),
    ),
  );
const PLACES = X.flatMap((_, i) => Y.map((__, j) => ({ i: i + 1, j: j + 1 })));
const SOFTNESS = 0.6;

/** The soft minimum over all ways at once. */
const soft = (all: readonly number[]) =>
  -SOFTNESS * Math.log(all.reduce((sum, each) => sum + Math.exp(-each / SOFTNESS), 0));

export const alignments: readonly Check[] = [
  latexCheck('dynamic-time-warping', {
    states: 'the cheapest of all alignments',
    symmetric: ['d'],
    cases: PLACES.map((place) => ({
      given: { ...place, D: table((all) => Math.min(...all)), d: cost, x: X, y: Y },
    })),
  }),
  latexCheck('soft-dtw', {
    states: 'the soft minimum over all alignments',
    symmetric: ['d'],
    cases: PLACES.map((place) => ({
      given: { ...place, R: table(soft), '\\gamma': SOFTNESS, d: cost, x: X, y: Y },
    })),
  }),
];
