import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, entries, indexed, vector } from '../../given';
import { crossing, maximizer, minimizer } from '../../golden-section';
import { operator } from '../../operators';

const { exp, log, max } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Logarithms of 1, 3 and 4.5. */
const LOGARITHMS = [0, log(3), log(4.5)];
const SHARES = [1 / 8.5, 3 / 8.5, 4.5 / 8.5];
const numeric = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);

/** Two probabilities: where a number is largest or smallest over the simplex. */
const overSimplex = (letters: readonly string[], search: typeof maximizer) =>
  operator(letters, (body) => {
    const at = (first: number) => {
      const both = [first, 1 - first];
      return letters.map((letter) => (letter === 'p' ? both : vector(both)));
    };
    const first = search((share) => numeric(body(...at(share))), 0, 1);
    return vector([first, 1 - first]);
  });

/** Martins's and Niculae's form: what is above a threshold, to a power; the threshold makes it sum to one. */
function entmax(scores: readonly number[], alpha: number): readonly number[] {
  const above = (threshold: number) =>
    scores.map((score) => max(0, (alpha - 1) * score - threshold) ** (1 / (alpha - 1)));
  return above(crossing((threshold) => 1 - sum(above(threshold)), -20, 20));
}

/** The closed form, with the total, the divisor of the threshold and the condition on the number for the broken ones. */
function sparsemax(
  scores: readonly number[],
  { total = 1, divisor = (k: number) => k, limited = true } = {},
): readonly number[] {
  const sorted = scores.toSorted((a, b) => b - a);
  const partial = (r: number) => sum(sorted.slice(0, r));
  const sizes = sorted
    .map((_, i) => i + 1)
    .filter((r) => (limited ? 1 + r * (sorted[r - 1] ?? 0) > partial(r) : true));
  const k = max(...sizes);
  const threshold = (partial(k) - total) / divisor(k);
  return scores.map((score) => max(score - threshold, 0));
}

const SCORES = [
  [0.9, -0.3, 0.7, 0.1],
  [2.5, 0.2, 1.1],
  [0.1, 0.2, 0.15],
];

export const softmaxes: readonly Check[] = [
  latexCheck('entmax', {
    states: 'thresholds, which make the sum one',
    tolerance: 1e-6,
    cases: [
      { z: [0.9, 0.4], alpha: 1.5 },
      { z: [0.3, 0.7], alpha: 2.6 },
      { z: [2.9, 0.1], alpha: 2.2 },
    ].map(({ z, alpha }) => ({
      given: {
        '\\operatorname{entmax}_{\\alpha}(\\mathbf{z})': vector(entmax(z, alpha)),
        '\\alpha': alpha,
        '\\mathbf{z}': vector(z),
        K: 2,
        '\\operatorname*{arg\\,max}_{\\mathbf{p} \\in \\Delta^{K-1}}': overSimplex(
          ['\\mathbf{p}', 'p'],
          maximizer,
        ),
      },
    })),
  }),
  latexCheck('logsumexp', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\operatorname{LSE}(\\mathbf{z})': log(8.5), K: 3, ...entries('z', LOGARITHMS) } }],
  }),
  latexCheck('logsumexp-gradient', {
    states: 'finite differences',
    cases: [
      {
        given: {
          K: 3,
          z: computed((get) => {
            const z = get('\\mathbf{z}');
            return typeof z === 'object' && 'to1DArray' in z ? z.to1DArray() : [];
          }),
          '\\mathbf{z}': vector(LOGARITHMS),
          '\\operatorname{softmax}(\\mathbf{z})': vector(SHARES),
        },
      },
    ],
  }),
  latexCheck('logsumexp-stable', {
    states: 'scores so far apart that only the largest can be taken out',
    cases: [{ given: { K: 3, m: log(4.5), z: [log(3), -800, log(4.5)] } }],
  }),
  latexCheck('softmax-jacobian', {
    states: 'finite differences',
    same: {
      '\\frac{\\partial p_{i}}{\\partial z_{j}} = p_{i} (\\delta_{ji} - p_{j})': 'the delta is symmetric',
    },
    cases: [
      [1, 2],
      [3, 3],
    ].map(([i = 0, j = 0]) => ({
      given: {
        i,
        j,
        ...entries('z', LOGARITHMS),
        p: computed((get) => {
          const z = get('z');
          const sizes = Array.isArray(z) ? z.map((value) => exp(numeric(value))) : [];
          return sizes.map((size) => size / sum(sizes));
        }),
        '\\mathbf{p}': vector(SHARES),
        '\\delta': indexed((a, b) => (a === b ? 1 : 0)),
      },
    })),
  }),
  latexCheck('softmax-log', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{softmax}(\\mathbf{z})_{i}': 3 / 8.5,
          i: 2,
          K: 3,
          ...entries('z', LOGARITHMS),
        },
      },
    ],
  }),
  latexCheck('sparsemax', {
    states: 'the foot of the perpendicular, or the nearer end',
    tolerance: 1e-6,
    same: {
      '\\operatorname{sparsemax}(\\mathbf{z}) = \\operatorname*{arg\\,min}_{\\mathbf{p} \\in \\Delta^{K-1}} \\lVert \\mathbf{p} - \\mathbf{z} \\rVert_{2}':
        'the nearest is the nearest by the square too',
      '\\operatorname{sparsemax}(\\mathbf{z}) = \\operatorname*{arg\\,min}_{\\mathbf{p} \\in \\Delta^{K-1}} \\lVert \\mathbf{p} - \\mathbf{z} \\rVert_{2}^{3}':
        'the nearest is the nearest by the cube too',
    },
    cases: [
      { z: [0.9, 0.3], p: [0.8, 0.2] },
      { z: [-0.4, 1.7], p: [0, 1] },
    ].map(({ z, p }) => ({
      given: {
        '\\operatorname{sparsemax}(\\mathbf{z})': vector(p),
        '\\mathbf{z}': vector(z),
        '\\operatorname*{arg\\,min}_{\\mathbf{p} \\in \\Delta^{K-1}}': overSimplex(
          ['\\mathbf{p}'],
          minimizer,
        ),
      },
    })),
  }),
  functionCheck('sparsemax-threshold', {
    states: 'thresholds by bisection',
    formula: () => SCORES.flatMap((scores) => sparsemax(scores)),
    against: () => SCORES.flatMap((scores) => entmax(scores, 2)),
    mutants: {
      'a sum that is not one': () => SCORES.flatMap((scores) => sparsemax(scores, { total: 2 })),
      'without the number of them': () => SCORES.flatMap((scores) => sparsemax(scores, { divisor: () => 1 })),
      'all scores count': () => SCORES.flatMap((scores) => sparsemax(scores, { limited: false })),
    },
  }),
];
