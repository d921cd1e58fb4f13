import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { elementwise, matrix, vector } from '../../given';
import {
  attended,
  averaged,
  columns,
  dot,
  KEYS,
  logistic,
  mapped,
  perPosition,
  QUERIES,
  type Rows,
  TO_KEY,
  TO_QUERY,
  TO_VALUE,
  TOKENS,
  VALUES,
} from './scene';

const { exp, log } = Math;

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
];
