import { type Check, functionCheck, latexCheck } from '../../check';
import { row } from '../../given';
import { valleyOf } from '../../stationary';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** All orders of some values. */
function orders(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]];
  return values.flatMap((value) =>
    orders(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
  );
}

/** The least of some scores that so many shares of `n + 1` points reach; infinite if none does. */
function threshold(scores: readonly number[], alpha: number): number {
  const reached = scores.filter((score) => {
    const below = scores.filter((other) => other <= score).length;
    return below >= (scores.length + 1) * (1 - alpha) - 1e-12;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...reached);
}

/** How often the last of five exchangeable scores is covered by the others, over all orders. */
const coverage = (alpha: number) => {
  const all = orders([0.3, 1.1, 2.4, 0.8, 5]);
  return all.filter((scores) => (scores[4] ?? 0) <= threshold(scores.slice(0, 4), alpha)).length / all.length;
};

/** Points with the residual of a model at each; none are alike. */
const residuals = [0.4, -1.3, 2.2, -0.1, 0.9, -2.6, 1.7, -0.7, 3.1];
const miss = 0.35;

/** The share of points in the set that the others calibrate, each point in its turn, for a rule of rank and fit. */
function covered(rank: (n: number) => number, fits: (score: number, limit: number) => boolean): number {
  const scores = residuals.map(Math.abs);
  const hits = scores.filter((score, i) => {
    const others = scores.filter((_, k) => k !== i).toSorted((a, b) => a - b);
    return fits(score, others[rank(others.length) - 1] ?? Number.POSITIVE_INFINITY);
  });
  return hits.length / scores.length;
}

const rank = (n: number) => Math.ceil((n + 1) * (1 - miss));
const atMost = (score: number, limit: number) => score <= limit;

const low = (x: number) => 0.4 * x - 1;
const high = (x: number) => 0.4 * x + 1 + 0.2 * x ** 2;

/** How far a label is outside the band, or, negative, how deep inside. */
function depth(x: number, y: number): number {
  const gap = Math.min(Math.abs(y - low(x)), Math.abs(y - high(x)));
  return y > low(x) && y < high(x) ? -gap : gap;
}

const classes = [0.22, 0.13, 0.05, 0.33, 0.27];

/** The probability of the classes down to a label, in falling order, without a share of the label's own. */
function fromTheTop(label: number, share: number): number {
  const own = classes[label - 1] ?? Number.NaN;
  const sorted = classes.toSorted((a, b) => b - a);
  return total(sorted.slice(0, sorted.indexOf(own) + 1)) - (1 - share) * own;
}

const sorted = [0.1, 0.4, 0.7, 1.3, 1.9, 2, 2.8, 3.3, 4.1];

export const conformal: readonly Check[] = [
  latexCheck('adaptive-prediction-sets', {
    states: 'the probabilities in falling order, down to the label',
    cases: [
      [2, 0.3],
      [5, 0.8],
    ].map(([y = 0, u = 0]) => ({
      given: {
        's(\\mathbf{x}, y, u)': fromTheTop(y, u),
        K: 5,
        '\\hat{p}': classes.map((value) => () => value),
        '\\mathbf{x}': 0,
        y,
        u,
      },
    })),
  }),
  latexCheck('conformal-coverage', {
    states: 'all orders of five scores, at and between the levels where the rank changes',
    cases: [0.2, 0.3999999999, 0.53].map((alpha) => ({
      given: {
        'P\\left( Y_{n+1} \\in C(X_{n+1}) \\right)': coverage(alpha),
        '\\alpha': alpha,
        n: 4,
      },
    })),
  }),
  functionCheck('conformal-prediction-set', {
    states: 'the rank among the points, each of which is left out once',
    formula: () => covered(rank, atMost),
    // Each rank is one of nine points, and those up to the rank of the threshold are covered.
    against: () => Math.ceil(9 * 0.65) / 9,
    mutants: {
      'scores above the threshold': () => covered(rank, (score, limit) => score >= limit),
      'without the new point in the rank': () => covered((n) => rank(n - 2), atMost),
    },
  }),
  latexCheck('conformal-quantile', {
    states: 'the least score that enough of the others do not pass',
    cases: [0.25, 0.3, 0.55].map((alpha) => ({
      given: { '\\hat{q}': threshold(sorted, alpha), s: sorted, n: sorted.length, '\\alpha': alpha },
    })),
  }),
  latexCheck('conformalized-quantile-regression', {
    states: 'the distance to the band, and where it is as large as the threshold',
    cases: [
      [1, 3.5, 0.6],
      [2, 1.2, -0.3],
      [3, -1.4, 0.6],
    ].map(([x = 0, y = 0, limit = 0]) => {
      const end = (from: number, to: number) =>
        valleyOf((label) => Math.abs(depth(x, label) - limit), from, to);
      const middle = (low(x) + high(x)) / 2;
      return {
        given: {
          s: [0, depth(x, y)],
          i: 2,
          'C(\\mathbf{x})': row([end(low(x) - 5, middle), end(middle, high(x) + 5)]),
          '\\hat{q}_{\\mathrm{lo}}': low,
          '\\hat{q}_{\\mathrm{hi}}': high,
          '\\hat{q}': limit,
          y: [0, y],
          '\\mathbf{x}_{i}': x,
          '\\mathbf{x}': x,
        },
      };
    }),
    tolerance: 1e-6,
  }),
];
