import { type Check, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { computed, set } from '../../given';

/** A ranking of seven items; four of five relevant ones are in it. */
const RELEVANT = [1, 0, 1, 1, 0, 0, 1];

/** Graded relevance, for which the gain is an exact sum: the logarithms of 2, 4 and 8 are whole. */
const GRADES = [3, 0, 2, 0, 0, 0, 1];

const X = [3, 1, 4, 5, 9, 2];
const Y = [1, 3, 2, 9, 5, 4];
const rank = (list: readonly number[]) => (value: number) => list.filter((each) => each <= value).length;

/** Exchanges of neighbours that put a list in order. */
function exchanges(list: readonly number[]): number {
  return list.reduce((sum, value, i) => sum + list.slice(0, i).filter((before) => before > value).length, 0);
}
const yByX = X.map((_, i) => i)
  .toSorted((a, b) => (X[a] ?? 0) - (X[b] ?? 0))
  .map((i) => Y[i] ?? 0);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function slope(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((a, i) => (a - mx) * ((y[i] ?? 0) - my))) / mean(x.map((a) => (a - mx) ** 2));
}

/** The gain of a ranking whose discounts are looked up by rank. */
const gain = (grades: readonly number[]) =>
  grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
const orders = [1, 0, 2].flatMap((a, i, all) => all.filter((_, j) => j !== i).map((b) => [a, b, 3 - a - b]));

/** The logarithm of the likelihood of a result, by the strengths of a Bradley–Terry model. */
function logLikelihood(own: number, other: number, score: number): number {
  const [a, b] = [10 ** (own / 400), 10 ** (other / 400)];
  return score * Math.log(a / (a + b)) + (1 - score) * Math.log(b / (a + b));
}
const STEP = (24 * 400) / Math.log(10);

/** For each user the recommended items, and the held-out one. */
const USERS = [
  { list: [4, 7, 1], held: 7 },
  { list: [2, 3, 9], held: 8 },
  { list: [5, 6, 8], held: 5 },
  { list: [1, 2, 3], held: 3 },
  { list: [9, 4, 5], held: 1 },
];
export const ranking: readonly Check[] = [
  latexCheck('average-precision-ranking', {
    states: 'precisions counted by hand',
    cases: [
      { given: { '\\operatorname{AP}': (1 + 2 / 3 + 3 / 4 + 4 / 7) / 5, R: 5, n: 7, r: RELEVANT, k: 1 } },
    ],
  }),
  latexCheck('dcg', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathrm{DCG}_{k}': 7 + 3 / 2 + 1 / 3, k: 7, r: GRADES } }],
  }),
  latexCheck('elo-update', {
    states: 'the gradient of the Bradley–Terry likelihood',
    cases: [1, 0.5, 0].map((score) => ({
      given: {
        "R_{A}'": 1613 + STEP * derivative((own) => logLikelihood(own, 1720, score), 1613),
        'R_{A}': 1613,
        'R_{B}': 1720,
        K: 24,
        'S_{A}': score,
      },
    })),
    tolerance: 1e-10,
  }),
  latexCheck('hit-rate', {
    states: 'the rank of the one item that is held out',
    cases: [
      {
        given: {
          '\\mathrm{HR@}k':
            USERS.map(({ list, held }) => list.indexOf(held) + 1).filter((place) => place > 0).length / 5,
          '\\mathcal{U}': set(USERS.map((_, u) => u + 1)),
          '\\mathcal{R}': USERS.map(({ held }) => set([held])),
          '\\mathcal{T}^{k}': USERS.map(({ list }) => set(list)),
          '\\emptyset': set([]),
        },
      },
    ],
  }),
  latexCheck('kendall-tau', {
    states: 'exchanges of neighbours in a sort',
    cases: [{ given: { '\\tau': 1 - (2 * exchanges(yByX)) / 15, n: 6, x: X, y: Y } }],
    same: {
      '\\tau = \\frac{2}{n (n - 1)} \\sum_{i=1}^{n+1} \\sum_{j=i+1}^{n} \\operatorname{sign}(x_{i} - x_{j}) \\operatorname{sign}(y_{i} - y_{j})':
        'from i = n the inner sum is empty',
    },
  }),
  latexCheck('mean-average-precision', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{mAP}': 3 / 4,
          C: 3,
          c: 1,
          '\\operatorname{AP}_{c}': computed((get) => [1, 1 / 2, 3 / 4][get('c') - 1] ?? 0),
        },
      },
    ],
  }),
  latexCheck('mean-reciprocal-rank', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{MRR}': 11 / 18,
          '\\mathcal{Q}': set([1, 2, 3]),
          q: 1,
          '\\operatorname{rank}_{q}': computed((get) => 4 - get('q')),
        },
      },
    ],
  }),
  latexCheck('ndcg', {
    states: 'one relevant item, at rank 3, and a search through all orders',
    cases: [
      {
        given: {
          '\\mathrm{NDCG}_{k}': 1 / 2,
          '\\mathrm{DCG}_{k}': gain([0, 0, 2]),
          '\\mathrm{IDCG}_{k}': Math.max(...orders.map((order) => gain(order.map((i) => [0, 0, 2][i] ?? 0)))),
        },
      },
    ],
  }),
  latexCheck('precision-at-k', {
    states: 'a list counted by hand',
    cases: [{ given: { '\\mathrm{P@}k': 3 / 4, k: 4, r: RELEVANT } }],
  }),
  latexCheck('recall-at-k', {
    states: 'a list counted by hand',
    cases: [{ given: { '\\mathrm{R@}k': 3 / 5, k: 4, R: 5, r: RELEVANT } }],
  }),
  latexCheck('spearman-correlation', {
    states: 'the slope of ranks on ranks',
    cases: [
      {
        given: {
          '\\rho': slope(X.map(rank(X)), Y.map(rank(Y))),
          n: 6,
          x: X,
          y: Y,
          '\\operatorname{rank}': rank(X),
          i: 1,
        },
      },
    ],
  }),
];
