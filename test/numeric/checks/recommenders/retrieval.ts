import { type Check, latexCheck } from '../../check';
import { set } from '../../given';
import { random } from '../../random';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Ratings of two items by five users, and of a third. */
const COLUMNS = [
  [1, 0, 1, 3, 2],
  [1, 2, 0, 1, 1],
  [0, 1, 1, 1, 4],
];
const lengthOf = (x: readonly number[]) => Math.hypot(...x);
function lawOfCosines(x: readonly number[], y: readonly number[]): number {
  const gap = lengthOf(x.map((value, u) => value - (y[u] ?? 0)));
  return (lengthOf(x) ** 2 + lengthOf(y) ** 2 - gap ** 2) / (2 * lengthOf(x) * lengthOf(y));
}

const generator = random(12);
const QUERIES = [1, 2, 3].map(() => generator.normals(2));
const ITEMS = [1, 2, 3].map(() => generator.normals(2));
const CHANCES = [0.5, 0.2, 0.05];
/** The loss from a softmax over a list in which an item stands as often as it is rare. */
function listLoss(): number {
  const copies = CHANCES.map((q) => Math.round(1 / q));
  const losses = QUERIES.map((query, i) => {
    const list = ITEMS.flatMap((item, j) => Array.from({ length: copies[j] ?? 0 }, () => ({ item, j })));
    const odds = list.map(({ item, j }) => ({ j, size: Math.exp(query.dot(item)) }));
    return -Math.log(
      sum(odds.flatMap(({ j, size }) => (j === i ? [size] : []))) / sum(odds.map(({ size }) => size)),
    );
  });
  return sum(losses) / 3;
}

export const retrieval: readonly Check[] = [
  latexCheck('bm25', {
    states: 'fractions worked by hand',
    cases: [
      // Ten documents; one term in two of them, once here, and one in three, four times here.
      { score: Math.log(17 / 5) * 0.8 + (Math.log(15 / 7) * 16) / 11, k: 1, b: 1, length: 15 },
      { score: Math.log(17 / 5) * 0.75 + (Math.log(15 / 7) * 12) / 7, k: 2, b: 0.5, length: 20 },
    ].map(({ score, k, b, length }) => ({
      given: {
        '\\operatorname{BM25}(q, d)': score,
        q: set([1, 2]),
        N: 10,
        n: [2, 3],
        d: 1,
        f: [[1], [4]],
        'k_{1}': k,
        b,
        '\\lvert d \\rvert': length,
        a: 10,
      },
    })),
  }),
  latexCheck('cosine-similarity-items', {
    states: 'the law of cosines',
    cases: [
      {
        given: {
          '\\operatorname{sim}(i, j)': lawOfCosines(COLUMNS[0] ?? [], COLUMNS[1] ?? []),
          i: 1,
          j: 2,
          m: 5,
          r: [0, 1, 2, 3, 4].map((u) => COLUMNS.map((column) => column[u] ?? 0)),
        },
      },
    ],
  }),
  latexCheck('reciprocal-rank-fusion', {
    states: 'fractions worked by hand',
    cases: [
      {
        given: {
          // Ranks 1 and 4.
          '\\operatorname{RRF}(d)': 1 / 61 + 1 / 64,
          '\\mathcal{R}': set([(d: number) => d, (d: number) => 4 * d]),
          d: 1,
          k: 60,
        },
      },
    ],
  }),
  latexCheck('tf-idf', {
    states: 'a hand-worked case: three times the logarithm of four',
    cases: [{ given: { 'w_{t, d}': 6 * Math.LN2, 'f_{t, d}': 3, N: 20, 'n_{t}': 5 } }],
  }),
  latexCheck('two-tower-softmax', {
    states: 'a softmax over a list in which rare items are repeated',
    cases: [
      {
        given: { '\\mathcal{L}': listLoss(), B: 3, '\\mathbf{u}': QUERIES, '\\mathbf{v}': ITEMS, q: CHANCES },
      },
    ],
  }),
  latexCheck('user-nearest-neighbours', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          // Neighbours 2 and 3 rate item 2 higher by 1 and lower by 2 than their means 3 and 4.
          '\\hat{r}_{u i}': 2.5 + (0.8 * 1 + -0.2 * -2) / (0.8 + 0.2),
          '\\bar{r}': [2.5, 3, 4],
          '\\mathcal{N}': set([2, 3]),
          w: [[1, 0.8, -0.2]],
          r: [
            [2, 0],
            [2, 4],
            [6, 2],
          ],
          u: 1,
          i: 2,
        },
      },
    ],
  }),
];
