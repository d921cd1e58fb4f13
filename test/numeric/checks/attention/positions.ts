import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, indexed, matrix, row, vector } from '../../given';
import {
  averaged,
  columns,
  dot,
  KEYS,
  mapped,
  QUERIES,
  type Rows,
  sum,
  TO_KEY,
  TO_QUERY,
  TO_VALUE,
  TOKENS,
  weightsOf,
} from './scene';

const { cos, sin, sqrt, PI } = Math;

/** Angles a step for a head of eight channels. */
const ANGLES = [1, 0.1, 0.01, 0.001];

/** The block-diagonal rotation of RoPE for two pairs of channels. */
function rotation(position: number): Matrix {
  const result = Matrix.zeros(4, 4);
  for (const [pair, angle] of [0.7, 0.2].entries()) {
    const [c, s] = [cos(position * angle), sin(position * angle)];
    result.setSubMatrix(
      [
        [c, -s],
        [s, c],
      ],
      2 * pair,
      2 * pair,
    );
  }
  return result;
}

/** A pair of channels turned step by step, by products of complex numbers. */
function turned([x, y]: readonly [number, number], steps: number, angle: number): readonly number[] {
  let [a, b] = [x, y];
  for (let step = 0; step < steps; step++)
    [a, b] = [a * cos(angle) - b * sin(angle), a * sin(angle) + b * cos(angle)];
  return [a, b];
}

const HEAD: readonly number[] = [0.4, -1.2, 0.9, 0.3, -0.7, 1.5, 2, -0.6];
const TURNED = ANGLES.flatMap((angle, l) => turned([HEAD[2 * l] ?? 0, HEAD[2 * l + 1] ?? 0], 3, angle));

const QUERY = [0.5, -1, 0.3, 1.2];
const KEY = [0.9, 0.4, -0.8, 0.7];
type Complex = readonly [re: number, im: number];
const pairs = (x: readonly number[]): readonly Complex[] => [
  [x[0] ?? 0, x[1] ?? 0],
  [x[2] ?? 0, x[3] ?? 0],
];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const real = (offset: number, of: (k: Complex) => Complex) =>
  sum(
    pairs(QUERY).map((q, l) => {
      const angle = offset * ([0.7, 0.2][l] ?? 0);
      return times(times(q, of(pairs(KEY)[l] ?? [0, 0])), [cos(angle), sin(angle)])[0];
    }),
  );
const conjugate = ([re, im]: Complex): Complex => [re, -im];

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
  latexCheck('rope-attention', {
    states: 'rotations of two pairs of channels',
    cases: [
      { i: 5, j: 2 },
      { i: 1, j: 4 },
    ].map(({ i, j }) => ({
      given: {
        i,
        j,
        '\\mathbf{R}': indexed((position) => rotation(position)),
        '\\mathbf{q}': indexed((position) => vector(QUERY.map((x) => x + 0.1 * position))),
        '\\mathbf{k}': indexed((position) => vector(KEY.map((x) => x * position))),
      },
    })),
  }),
  functionCheck('rope-complex', {
    states: 'rotations by matrices',
    formula: () => real(5 - 2, conjugate),
    against: () =>
      rotation(5)
        .mmul(vector(QUERY))
        .dot(rotation(2).mmul(vector(KEY))),
    mutants: {
      'without the conjugate': () => real(5 - 2, (k) => k),
      'the offset the other way': () => real(2 - 5, conjugate),
      'the sum of the positions': () => real(5 + 2, conjugate),
    },
  }),
  latexCheck('rope-ntk-scaling', {
    states: 'a geometric sequence from the old first to a fraction of the old last',
    cases: [1, 2, 4].map((l) => ({
      given: { "\\theta_{l}'": (0.001 / 3) ** ((l - 1) / 3), l, b: 10000, s: 3, d: 8 },
    })),
  }),
  latexCheck('rope-position-interpolation', {
    states: 'an angle by hand',
    cases: [
      {
        given: {
          // 4096 of 8192 positions are 1024 of 2048, of which 6144 are half a turn.
          "f'(\\mathbf{x}, m)": vector([1.5 * sqrt(3) + 0.5, 1.5 - sqrt(3) / 2]),
          f: (x: Matrix, m: number) => vector(turned([x.get(0, 0), x.get(1, 0)], 1, (m * PI) / 6144)),
          '\\mathbf{x}': vector([3, -1]),
          m: 4096,
          L: 2048,
          "L'": 8192,
        },
      },
    ],
  }),
  latexCheck('rope-rotation', {
    states: 'products of complex numbers, step by step',
    cases: [1, 2, 4].map((l) => ({ given: { "x'": TURNED, x: HEAD, l, m: 3, d: 8 } })),
  }),
  latexCheck('rope-yarn', {
    states: 'pairs below, above and between the limits by hand',
    cases: [
      { l: 1, angle: 0.05 },
      { l: 2, angle: 0.01 * (22 / 31 / 4 + 9 / 31) },
      { l: 3, angle: 0.0005 / 4 },
    ].map(({ l, angle }) => ({
      given: {
        // 50, 10 and half a turn in the old context.
        "\\theta_{l}'": angle,
        '\\theta': [0.05, 0.01, 0.0005],
        l,
        s: 4,
        L: 2000 * PI,
        '\\pi': PI,
        '\\alpha': 1,
        '\\beta': 32,
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
