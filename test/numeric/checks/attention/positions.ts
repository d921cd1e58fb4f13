import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, matrix, row, vector } from '../../given';
import {
  averaged,
  columns,
  dot,
  KEYS,
  mapped,
  QUERIES,
  type Rows,
  TO_KEY,
  TO_QUERY,
  TO_VALUE,
  TOKENS,
  weightsOf,
} from './scene';

const { cos, sin, sqrt } = Math;

/** The bucket of T5 by whole numbers: how many of the edges `16 * 8^(k/16)` are passed. */
function bucket(distance: number): number {
  if (distance < 16) return distance;
  const edges = Array.from({ length: 15 }, (_, k) => 16n ** 16n * 8n ** BigInt(k + 1));
  return 16 + edges.filter((edge) => BigInt(distance) ** 16n >= edge).length;
}

const plus = (a: readonly number[], b: readonly number[]) => a.map((entry, i) => entry + (b[i] ?? 0));

/** The equation, up to the condition of its second case. */
const T5 = String.raw`b(\delta) = \begin{cases} \delta & \text{if } 0 \leq \delta < \frac{B}{2} \\ \min\left( B - 1, \frac{B}{2} + \left\lfloor \frac{B}{2} \, \frac{\log(2 \delta / B)}{\log(2 D / B)} \right\rfloor \right)`;

/** Position vectors for keys and values, by query and key. */
const FOR_KEYS = [0, 1, 2].map((i) => [0, 1, 2].map((j) => [0.3 * i - 0.2 * j, 0.1 * j, -0.4 * i * j + 0.5]));
const FOR_VALUES = [0, 1, 2].map((i) => [0, 1, 2].map((j) => [0.6 - 0.1 * i * j, 0.2 * i - 0.3 * j]));
const shaw = [0, 1, 2].map((i) =>
  [0, 1, 2].map(
    (j) =>
      dot(mapped(TOKENS, TO_QUERY)[i] ?? [], plus(mapped(TOKENS, TO_KEY)[j] ?? [], FOR_KEYS[i]?.[j] ?? [])) /
      sqrt(3),
  ),
);

const OFFSET_VECTORS: Rows = [
  [0.2, -0.5],
  [1.1, 0.4],
  [-0.3, 0.8],
];
const OF_OFFSETS: Rows = [
  [0.5, -1],
  [0.9, 0.2],
  [-0.4, 1.3],
];
const CONTENT = [0.6, -0.2, 0.1];
const OFFSET = [-0.8, 0.3, 0.5];
const transformerXl = (i: number, j: number) => {
  const mappedOffset = OF_OFFSETS.map((entries) => dot(entries, OFFSET_VECTORS[i - j] ?? []));
  const query = QUERIES[i - 1] ?? [];
  return dot(plus(query, CONTENT), KEYS[j - 1] ?? []) + dot(plus(query, OFFSET), mappedOffset);
};

const byFour = (values: readonly number[]) => matrix([values.slice(0, 2), values.slice(2)]);

const PLACES: Rows = [
  [0.5, 1],
  [-0.2, 0.8],
  [0.9, -0.6],
];
const gram = (rows: Rows) => matrix(rows).mmul(matrix(rows).transpose());

export const positions: readonly Check[] = [
  latexCheck('alibi-attention', {
    states: 'a hand-worked case',
    cases: [
      { i: 3, j: 1, logit: 5 / 2 - 0.25 * 2 },
      { i: 2, j: 2, logit: -3 / 2 },
    ].map(({ i, j, logit }) => ({
      given: {
        'e_{ij}': logit,
        i,
        j,
        m: 0.25,
        'd_{k}': 4,
        '\\mathbf{q}': columns([
          [0, 0, 0, 0],
          [1, 0, 2, 1],
          [2, 1, -1, 0],
        ]),
        '\\mathbf{k}': columns([
          [1, 3, 0, 7],
          [0, 4, -2, 1],
        ]),
      },
    })),
  }),
  functionCheck('positional-embedding-concatenation', {
    states: 'dot products of tokens, to which those of the positions are added',
    formula: () => gram(TOKENS.map((token, i) => [...token, ...(PLACES[i] ?? [])])),
    against: () => Matrix.add(gram(TOKENS), gram(PLACES)),
    mutants: {
      'the sum': () => gram(TOKENS.map((token, i) => plus(token, PLACES[i] ?? []))),
      'one below the other': () => gram([...TOKENS, ...PLACES]),
    },
  }),
  latexCheck('positional-embedding-sum', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\tilde{\\mathbf{X}}': byFour([6, -4, 10, 12]),
          '\\mathbf{X}': byFour([1, 2, 3, 4]),
          '\\mathbf{P}': byFour([5, -6, 7, 8]),
        },
      },
    ],
  }),
  latexCheck('relative-position-attention', {
    states: 'the lengths of the sum and the difference',
    cases: [
      { i: 1, j: 3 },
      { i: 3, j: 2 },
    ].map(({ i, j }) => ({
      given: {
        '\\alpha(\\mathbf{x}_{i}, \\mathbf{x}_{j}, i - j)':
          dot(KEYS[i - 1] ?? [], KEYS[j - 1] ?? []) + (i === 1 ? -0.7 : 1.3),
        i,
        j,
        '\\mathbf{x}': columns(KEYS),
        b: from(-2, [-0.7, 0.2, 0.4, 1.3, 2.1]),
      },
    })),
  }),
  latexCheck('shaw-relative-attention', {
    states: 'the slope of the normalizer',
    cases: [1, 2].flatMap((i) =>
      [2, 3].map((j) => ({
        given: {
          'e_{ij}': shaw[i - 1]?.[j - 1] ?? 0,
          i,
          j,
          n: 3,
          'd_{z}': 3,
          '\\mathbf{x}': TOKENS.map(row),
          '\\mathbf{W}^{Q}': matrix(TO_QUERY),
          '\\mathbf{W}^{K}': matrix(TO_KEY),
          '\\mathbf{W}^{V}': matrix(TO_VALUE),
          '\\mathbf{a}^{K}': FOR_KEYS.map((vectors) => vectors.map(row)),
          '\\mathbf{a}^{V}': FOR_VALUES.map((vectors) => vectors.map(row)),
          '\\alpha': shaw.map((logits) => weightsOf(logits)),
          '\\mathbf{z}': shaw.map((logits, a) =>
            row(
              averaged(
                logits,
                mapped(TOKENS, TO_VALUE).map((value, b) => plus(value, FOR_VALUES[a]?.[b] ?? [])),
              ),
            ),
          ),
        },
      })),
    ),
  }),
  latexCheck('sinusoidal-positional-encoding', {
    states: 'angles of a tenth and a hundredth, by formulas of triple angles',
    cases: [0.1, 0.01].map((angle, i) => ({
      given: {
        '\\mathrm{PE}_{(\\mathrm{pos},\\, 2i)}': 3 * sin(angle) - 4 * sin(angle) ** 3,
        '\\mathrm{PE}_{(\\mathrm{pos},\\, 2i+1)}': 4 * cos(angle) ** 3 - 3 * cos(angle),
        '\\mathrm{pos}': 3,
        i: i + 1,
        'd_{\\mathrm{model}}': 8,
      },
    })),
  }),
  latexCheck('t5-relative-bucket', {
    states: 'edges of the buckets in whole numbers',
    cases: [0, 5, 15, 16, 21, 58, 59, 112, 113, 127, 128, 700].map((distance) => ({
      given: { 'b(\\delta)': bucket(distance), '\\delta': distance, B: 32, D: 128 },
    })),
    same: Object.fromEntries(
      ['\\frac{2}{B}', '\\frac{B}{3}'].map((least) => [
        `${T5} & \\text{if } \\delta \\geq ${least} \\end{cases}`,
        'the first case takes the small distances',
      ]),
    ),
  }),
  latexCheck('transformer-xl-attention', {
    states: 'two terms instead of four, by the lengths of sums and differences',
    cases: [
      { i: 3, j: 1 },
      { i: 2, j: 1 },
      { i: 4, j: 4 },
    ].map(({ i, j }) => ({
      given: {
        'e_{ij}': transformerXl(i, j),
        i,
        j,
        '\\mathbf{q}': columns(QUERIES),
        '\\mathbf{k}': columns(KEYS),
        '\\mathbf{W}_{R}': matrix(OF_OFFSETS),
        '\\mathbf{r}': from(0, columns(OFFSET_VECTORS)),
        '\\mathbf{u}': vector(CONTENT),
        '\\mathbf{v}': vector(OFFSET),
      },
    })),
  }),
];
