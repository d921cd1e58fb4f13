import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { elementwise, from, matrix, set, vector } from '../../given';
import {
  attended,
  averaged,
  columns,
  dot,
  KEYS,
  logistic,
  mapped,
  QUERIES,
  type Rows,
  sum,
  TO_KEY,
  TO_QUERY,
  TO_VALUE,
  TOKENS,
  VALUES,
} from './scene';

const { exp, log, max, sqrt } = Math;

const CAUSAL = matrix([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (j <= i ? 0 : -Infinity))));
const causal: Rows = QUERIES.map(
  (query, i) => attended([query], KEYS.slice(0, i + 1), VALUES.slice(0, i + 1))[0] ?? [],
);

const threeArrays = {
  '\\mathbf{Q}': matrix(QUERIES),
  '\\mathbf{K}': matrix(KEYS),
  '\\mathbf{V}': matrix(VALUES),
  'd_{k}': 3,
};
const perPosition = {
  '\\mathbf{q}': columns(QUERIES),
  '\\mathbf{k}': columns(KEYS),
  '\\mathbf{v}': columns(VALUES),
  'd_{k}': 3,
  n: 4,
};
const projections = {
  '\\mathbf{W}_{q}': matrix(TO_QUERY),
  '\\mathbf{W}_{k}': matrix(TO_KEY),
  '\\mathbf{W}_{v}': matrix(TO_VALUE),
  'd_{k}': 3,
};
const TARGETS: Rows = [
  [1, -0.3],
  [0.2, 1.4],
];

/** What query `i` gets from the positions of a list, all counted from 1. */
const seenFrom = (i: number, positions: readonly number[]) =>
  vector(
    attended(
      QUERIES.slice(i - 1, i),
      positions.map((j) => KEYS[j - 1] ?? []),
      positions.map((j) => VALUES[j - 1] ?? []),
    )[0] ?? [],
  );

const OTHER_KEYS: Rows = [...KEYS].reverse().map((entries) => entries.map((entry) => 0.5 - entry));
const both = [attended(QUERIES, KEYS, VALUES), attended(QUERIES, OTHER_KEYS, VALUES)].map(matrix);

const SHORTER: Rows = [
  [0.5, -0.2, 0.9, 0.1],
  [0.3, 0.8, -0.4, 0.6],
];
const SHORTER_VALUES: Rows = [
  [1.1, 0.4, -0.3, 0.2],
  [-0.6, 0.5, 0.7, 1.2],
];

/** Logits of the first queries in blocks of keys, and the sums over the blocks so far, by their definition. */
const logits = QUERIES.slice(0, 3).map((query) => KEYS.map((key) => dot(query, key) / sqrt(3)));
const SIZE = 2;
const tops = (j: number) => logits.map((entries) => max(...entries.slice(0, SIZE * j)));
const relative = (j: number) =>
  logits.map((entries, i) => entries.slice(0, SIZE * j).map((logit) => exp(logit - (tops(j)[i] ?? 0))));
const blockOf = (rows: Rows, j: number) => rows.slice(SIZE * (j - 1), SIZE * j);
const overBlocks = (of: (j: number) => Matrix, start: Matrix) => from(0, [start, of(1), of(2)]);

/** Logits that are not in order, and the sums over the first of them. */
const STREAM = [0.4, 1.2, -0.6, 1.9];
const top = (j: number) => max(...STREAM.slice(0, j));
const total = (j: number) => sum(STREAM.slice(0, j).map((logit) => exp(logit))) / exp(top(j));
const mixture = (j: number) =>
  vector(averaged(STREAM.slice(0, j), VALUES.slice(0, j)).map((entry) => entry * total(j)));

const strided = (i: number, stride: number, first: (i: number) => number) => {
  const earlier = Array.from({ length: i }, (_, j) => j + 1);
  return [...earlier.filter((j) => j >= first(i)), ...earlier.filter((j) => (i - j) % stride === 0)];
};

export const dotProduct: readonly Check[] = [
  latexCheck('scaled-dot-product-attention', {
    states: 'the slope of the normalizer',
    cases: [
      {
        given: {
          ...threeArrays,
          '\\operatorname{Attention}(\\mathbf{Q}, \\mathbf{K}, \\mathbf{V})': matrix(
            attended(QUERIES, KEYS, VALUES),
          ),
        },
      },
    ],
  }),
  latexCheck('unscaled-dot-product-attention', {
    states: 'the slope of the normalizer',
    cases: [1, 3].map((i) => ({
      given: {
        ...perPosition,
        i,
        '\\mathbf{h}': columns(
          QUERIES.map((query) =>
            averaged(
              KEYS.map((key) => dot(query, key)),
              VALUES,
            ),
          ),
        ),
      },
    })),
  }),
  latexCheck('self-attention', {
    states: 'the slope of the normalizer',
    cases: [
      {
        given: {
          ...projections,
          '\\mathbf{X}': matrix(TOKENS),
          '\\mathbf{H}': matrix(
            attended(mapped(TOKENS, TO_QUERY), mapped(TOKENS, TO_KEY), mapped(TOKENS, TO_VALUE)),
          ),
        },
      },
    ],
  }),
  latexCheck('cross-attention', {
    states: 'the slope of the normalizer',
    cases: [
      {
        given: {
          ...projections,
          '\\mathbf{X}': matrix(TOKENS),
          '\\mathbf{Y}': matrix(TARGETS),
          '\\mathbf{H}': matrix(
            attended(mapped(TARGETS, TO_QUERY), mapped(TOKENS, TO_KEY), mapped(TOKENS, TO_VALUE)),
          ),
        },
      },
    ],
  }),
  latexCheck('qkv-projections', {
    states: 'dot products by the lengths of sum and difference',
    cases: [
      {
        given: {
          ...projections,
          '\\mathbf{X}': matrix(TOKENS),
          '\\mathbf{Q}': matrix(mapped(TOKENS, TO_QUERY)),
          '\\mathbf{K}': matrix(mapped(TOKENS, TO_KEY)),
          '\\mathbf{V}': matrix(mapped(TOKENS, TO_VALUE)),
        },
      },
    ],
  }),
  latexCheck('causal-mask-attention', {
    states: 'attention to each beginning of the sequence',
    cases: [1, 2].flatMap((i) =>
      [1, 2].map((j) => ({
        given: {
          ...threeArrays,
          '\\mathbf{H}': matrix(causal),
          '\\mathbf{M}': CAUSAL,
          M: CAUSAL.to2DArray(),
          i,
          j,
        },
      })),
    ),
  }),
  latexCheck('differential-attention', {
    states: 'the difference of two slopes, with weights by hand',
    cases: [
      {
        given: {
          '\\mathbf{H}': Matrix.sub(both[0] ?? CAUSAL, Matrix.mul(both[1] ?? CAUSAL, 0.5)),
          '\\mathbf{Q}': [matrix(QUERIES), matrix(QUERIES)],
          '\\mathbf{K}': [matrix(KEYS), matrix(OTHER_KEYS)],
          '\\mathbf{V}': matrix(VALUES),
          d: 3,
          // 3/2 - 6/5 + 1/5
          '\\lambda': 0.5,
          '\\boldsymbol{\\lambda}_{q_{1}}': vector([2 * log(1.5), 3]),
          '\\boldsymbol{\\lambda}_{k_{1}}': vector([0.5, 0]),
          '\\boldsymbol{\\lambda}_{q_{2}}': vector([4, log(1.2) / 3]),
          '\\boldsymbol{\\lambda}_{k_{2}}': vector([0, 3]),
          '\\lambda_{\\mathrm{init}}': 0.2,
        },
      },
    ],
  }),
  latexCheck('flash-attention', {
    states: 'the whole softmax, and the sums over blocks by definition',
    cases: [1, 2].map((j) => ({
      given: {
        j,
        J: 2,
        'd_{k}': 3,
        '\\mathbf{Q}': matrix(QUERIES.slice(0, 3)),
        '\\mathbf{K}': [1, 2].map((block) => matrix(blockOf(KEYS, block))),
        '\\mathbf{V}': [1, 2].map((block) => matrix(blockOf(VALUES, block))),
        '\\mathbf{1}': vector([1, 1]),
        '\\operatorname{rowmax}': (of: Matrix) => vector(of.to2DArray().map((entries) => max(...entries))),
        '\\mathbf{S}': [1, 2].map((block) =>
          matrix(logits.map((entries) => entries.slice(SIZE * (block - 1), SIZE * block))),
        ),
        '\\mathbf{P}': [1, 2].map((block) =>
          matrix(relative(block).map((entries) => entries.slice(SIZE * (block - 1)))),
        ),
        '\\mathbf{m}': overBlocks((block) => vector(tops(block)), vector([-Infinity, -Infinity, -Infinity])),
        '\\boldsymbol{\\ell}': overBlocks((block) => vector(relative(block).map(sum)), Matrix.zeros(3, 1)),
        '\\mathbf{O}': overBlocks(
          (block) =>
            matrix(
              logits.map((entries, i) =>
                averaged(entries.slice(0, SIZE * block), VALUES.slice(0, SIZE * block)).map(
                  (entry) => entry * sum(relative(block)[i] ?? []),
                ),
              ),
            ),
          Matrix.zeros(3, 2),
        ),
        '\\mathbf{H}': matrix(attended(QUERIES.slice(0, 3), KEYS, VALUES)),
      },
    })),
    same: {
      '\\mathbf{m}^{(j)} &= \\max\\left( \\mathbf{m}^{(j)}, \\operatorname{rowmax}(\\mathbf{S}^{(j)}) \\right)':
        'the largest so far is no less than that of the block',
    },
  }),
  latexCheck('online-softmax', {
    states: 'the whole softmax, and the sums by definition',
    cases: [1, 2, 3].map((j) => ({
      given: {
        j,
        n: 4,
        s: STREAM,
        m: from(0, [-Infinity, ...[1, 2, 3, 4].map(top)]),
        '\\ell': from(0, [0, ...[1, 2, 3, 4].map(total)]),
        '\\mathbf{o}': from(0, [vector([0, 0]), ...[1, 2, 3, 4].map(mixture)]),
        '\\mathbf{v}': columns(VALUES),
      },
    })),
    same: {
      'm_{j} &= \\max(m_{j}, s_{j})': 'the largest so far is no less than the last',
    },
  }),
  latexCheck('gated-attention', {
    states: 'the hyperbolic tangent, entry by entry',
    cases: [
      {
        given: {
          "\\mathbf{Y}'": matrix(
            mapped(TOKENS, TO_VALUE).map((entries, i) =>
              entries.map((entry, j) => logistic(entry) * (VALUES[i]?.[j] ?? 0)),
            ),
          ),
          '\\mathbf{Y}': matrix(VALUES.slice(0, 3)),
          '\\sigma': elementwise((x) => 1 / (1 + exp(-x))),
          '\\mathbf{X}': matrix(TOKENS),
          '\\mathbf{W}_{\\theta}': matrix(TO_VALUE),
        },
      },
    ],
  }),
  latexCheck('linformer-attention', {
    states: 'the slope of the normalizer over mixed keys',
    cases: [
      {
        given: {
          ...threeArrays,
          '\\mathbf{E}': matrix(SHORTER),
          '\\mathbf{F}': matrix(SHORTER_VALUES),
          '\\mathbf{H}': matrix(attended(QUERIES, mapped(SHORTER, KEYS), mapped(SHORTER_VALUES, VALUES))),
        },
      },
    ],
  }),
  latexCheck('logit-soft-capping', {
    states: 'the hyperbolic tangent by exponentials, and its limits',
    cases: [
      { z: 40, capped: (50 * (exp(1.6) - 1)) / (exp(1.6) + 1) },
      { z: -4000, capped: -50 },
      { z: 0.01, capped: 0.01 - 0.01 ** 3 / (3 * 50 ** 2) },
    ].map(({ z, capped }) => ({ given: { "z'": capped, z, c: 50 } })),
  }),
  latexCheck('sliding-window-attention', {
    states: 'attention to a part of the sequence',
    cases: [
      { i: 4, w: 3, seen: [2, 3, 4] },
      { i: 2, w: 3, seen: [1, 2] },
      { i: 4, w: 1, seen: [4] },
      { i: 3, w: 2, seen: [2, 3] },
    ].map(({ i, w, seen }) => ({ given: { ...perPosition, '\\mathbf{h}_{i}': seenFrom(i, seen), i, w } })),
  }),
  latexCheck('sparse-attention', {
    states: 'attention to a part of the sequence',
    cases: [3, 4].map((i) => ({
      given: {
        ...perPosition,
        '\\mathbf{h}_{i}': seenFrom(i, i === 3 ? [1, 3] : [1, 2, 4]),
        '\\mathcal{S}': [set([1]), set([2]), set([1, 3]), set([1, 2, 4])],
        i,
      },
    })),
  }),
  functionCheck('sparse-attention-strided', {
    states: 'positions written down by hand',
    formula: () => [9, 2].flatMap((i) => strided(i, 3, () => max(1, i - 3))),
    against: () => [6, 7, 8, 9, 3, 6, 9, 1, 2, 2],
    mutants: {
      'a window that is one shorter': () => [9, 2].flatMap((i) => strided(i, 3, () => max(1, i - 2))),
      'another stride': () => [9, 2].flatMap((i) => strided(i, 4, () => max(1, i - 3))),
      'a window of multiples': () => [9, 2].flatMap((i) => strided(i, 3, () => i - (i % 3))),
    },
  }),
];
