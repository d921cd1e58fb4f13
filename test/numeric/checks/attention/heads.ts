import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { elementwise, matrix, row, vector } from '../../given';
import {
  applied,
  attended,
  averaged,
  dot,
  KEYS,
  logistic,
  mapped,
  QUERIES,
  type Rows,
  TO_KEY,
  TO_QUERY,
  TO_VALUE,
  TOKENS,
  transposed,
} from './scene';

const { exp, sqrt } = Math;

/** Projections of six heads: of one, each entry moved by a step a head. */
const moved = (rows: Rows, step: number): Rows =>
  rows.map((entries, i) => entries.map((entry, j) => entry + step * (0.3 * i - 0.2 * j + 0.1)));
const HEADS = [1, 2, 3, 4, 5, 6];
const toQuery = (head: number) => moved(TO_QUERY, head);
const toKey = (head: number) => moved(TO_KEY, -head);
const toValue = (head: number) => moved(TO_VALUE, 0.5 * head);

const SOURCE: Rows = [...TOKENS, [0.9, 0.8]];
const headOf = (queries: Rows, sources: Rows, query: number, key: number) =>
  attended(mapped(queries, toQuery(query)), mapped(sources, toKey(key)), mapped(sources, toValue(key)));

/** Attention as the paper has it, on matrices. */
function attention(queries: Matrix, keys: Matrix, values: Matrix): Matrix {
  const weights = queries.mmul(keys.transpose()).div(sqrt(keys.columns)).exp();
  for (let i = 0; i < weights.rows; i++) weights.mulRow(i, 1 / weights.getRowVector(i).sum());
  return weights.mmul(values);
}

const beside = (...parts: readonly Matrix[]) =>
  matrix((parts[0]?.to2DArray() ?? []).map((_, i) => parts.flatMap((part) => part.getRow(i))));

const OUT = [1, 2].map((head) => moved(TO_VALUE, 0.4 - head));

/** A head of one query matrix, and the group that it is in, by a table. */
const GROUP = [1, 1, 2, 2, 3, 3];

const twoHeads = (tokens: Matrix) =>
  beside(
    ...[1, 2].map((head) =>
      attention(
        tokens.mmul(matrix(toQuery(head))),
        tokens.mmul(matrix(toKey(head))),
        tokens.mmul(matrix(toValue(head))),
      ),
    ),
  ).mmul(matrix(OUT.flat()));

const ALIKE = [0.7, -0.4];
const permuted = {
  '\\operatorname{MHA}': twoHeads,
  '\\boldsymbol{\\Pi}': matrix([
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]),
  '\\mathbf{X}': matrix(TOKENS),
};

const CAUSAL = matrix([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (j <= i ? 0 : -Infinity))));
const VALUES: Rows = SOURCE;

/** Steps of a sequence shifted down by two, as a matrix. */
const BACK = matrix([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i - j === 2 ? 1 : 0))));
const SIGNAL = [moved(TO_VALUE, 1), moved(TO_VALUE, -1)];
const GATE = [moved(TO_VALUE, 0.3), moved(TO_VALUE, -0.7)];
const dilated = (kernel: readonly Rows[]) =>
  Matrix.add(
    BACK.mmul(matrix(SOURCE)).mmul(matrix(kernel[0] ?? [])),
    matrix(SOURCE).mmul(matrix(kernel[1] ?? [])),
  ).to2DArray();

/** The causal convolution with dilation 2, step by step; the kernel's halves are one above the other. */
function convolution(steps: Matrix, kernel: Matrix): Matrix {
  return matrix(
    steps.to2DArray().map((now, i) => {
      const before = i < 2 ? [0, 0] : steps.getRow(i - 2);
      return row([...before, ...now])
        .mmul(kernel)
        .to1DArray();
    }),
  );
}

const LATENTS: Rows = [
  [0.6, -0.8],
  [1.1, 0.4],
  [-0.3, 0.9],
];
const UP: Rows = transposed(TO_QUERY);
const ROTARY_KEYS: Rows = [
  [0.2, 1],
  [-0.7, 0.5],
  [1.2, -0.4],
];
const ROTARY = [0.8, -0.5];
const ASKING = QUERIES[0] ?? [];

/** A head whose queries and keys have contents and positions one after the other. */
const latentHead = (t: number) =>
  averaged(
    KEYS.slice(0, t).map(
      (key, j) => dot([...ASKING, ...ROTARY], [...key, ...(ROTARY_KEYS[j] ?? [])]) / sqrt(5),
    ),
    LATENTS.slice(0, t),
  );

const DOWN = matrix(TO_QUERY);
const UP_KEY = matrix(moved(UP, 0.4));
const UP_VALUE = matrix(moved(UP, -0.9));
const TO_ROTARY = matrix(TO_KEY);
const HIDDEN = vector([0.7, -1.1, 0.4]);
const TURN = matrix([
  [0.6, -0.8],
  [0.8, 0.6],
]);

export const heads: readonly Check[] = [
  latexCheck('attention-permutation-equivariance', {
    states: 'two heads, whose tokens are permuted',
    cases: [{ given: permuted }],
  }),
  latexCheck('attention-permutation-nonequivariance', {
    states: 'two heads, whose tokens are permuted',
    cases: [
      { given: { ...permuted, '\\mathbf{P}': matrix(moved(TOKENS, 1.3)) } },
      // Tokens all alike, and places that the permutation turns round.
      { given: { ...permuted, '\\mathbf{X}': matrix([ALIKE, ALIKE, ALIKE]), '\\mathbf{P}': matrix(TOKENS) } },
      {
        given: {
          ...permuted,
          '\\boldsymbol{\\Pi}': matrix([
            [0, 1, 0],
            [1, 0, 0],
            [0, 0, 1],
          ]),
          '\\mathbf{P}': matrix([ALIKE, ALIKE.map((entry) => -entry), [0, 0]]),
        },
      },
    ],
    same: {
      '\\operatorname{MHA}(\\boldsymbol{\\Pi} \\mathbf{X} + \\mathbf{P}) = \\boldsymbol{\\Pi} \\operatorname{MHA}(\\mathbf{X} + \\boldsymbol{\\Pi}^{\\top} \\mathbf{P}) \\neq \\boldsymbol{\\Pi}':
        'the output is not the permutation itself either',
    },
  }),
  latexCheck('multi-head-attention', {
    states: 'a sum over the heads, each with a part of the output projection',
    cases: [1, 2].map((i) => ({
      given: {
        '\\operatorname{MultiHead}(\\mathbf{Q}, \\mathbf{K}, \\mathbf{V})': [1, 2]
          .map((head) => matrix(mapped(headOf(TOKENS, SOURCE, head, head), OUT[head - 1] ?? [])))
          .reduce((a, b) => Matrix.add(a, b)),
        '\\operatorname{Concat}': beside,
        '\\operatorname{Attention}': attention,
        '\\mathrm{head}': [1, 2].map((head) => matrix(headOf(TOKENS, SOURCE, head, head))),
        h: 2,
        i,
        '\\mathbf{Q}': matrix(TOKENS),
        '\\mathbf{K}': matrix(SOURCE),
        '\\mathbf{V}': matrix(SOURCE),
        '\\mathbf{W}^{O}': matrix(OUT.flat()),
        '\\mathbf{W}^{Q}': [1, 2].map((head) => matrix(toQuery(head))),
        '\\mathbf{W}^{K}': [1, 2].map((head) => matrix(toKey(head))),
        '\\mathbf{W}^{V}': [1, 2].map((head) => matrix(toValue(head))),
      },
    })),
  }),
  latexCheck('multi-query-attention', {
    states: 'the slope of the normalizer',
    cases: [1, 3].map((i) => ({
      given: {
        '\\mathrm{head}': HEADS.map((head) => matrix(headOf(TOKENS, TOKENS, head, 2))),
        '\\operatorname{Attention}': attention,
        i,
        '\\mathbf{X}': matrix(TOKENS),
        '\\mathbf{W}^{Q}': HEADS.map((head) => matrix(toQuery(head))),
        '\\mathbf{W}^{K}': matrix(toKey(2)),
        '\\mathbf{W}^{V}': matrix(toValue(2)),
      },
    })),
  }),
  latexCheck('grouped-query-attention', {
    states: 'a table of groups, and the slope of the normalizer',
    cases: HEADS.map((i) => ({
      given: {
        '\\mathrm{head}': HEADS.map((head) => matrix(headOf(TOKENS, TOKENS, head, GROUP[head - 1] ?? 0))),
        '\\operatorname{Attention}': attention,
        i,
        g: (head: number) => GROUP[head - 1] ?? Number.NaN,
        G: 3,
        h: 6,
        '\\mathbf{X}': matrix(TOKENS),
        '\\mathbf{W}^{Q}': HEADS.map((head) => matrix(toQuery(head))),
        '\\mathbf{W}^{K}': HEADS.map((head) => matrix(toKey(head))),
        '\\mathbf{W}^{V}': HEADS.map((head) => matrix(toValue(head))),
      },
    })),
  }),
  latexCheck('mla-absorption', {
    states: 'a matrix and its transpose, each written down',
    cases: [
      {
        given: {
          t: 2,
          i: 1,
          j: 2,
          '\\mathbf{q}': [[vector([1, 1, 1])], [vector(ASKING)]],
          '\\mathbf{W}_{i}^{\\mathrm{UK}}': matrix(UP),
          '\\mathbf{W}_{i}^{\\mathrm{UK} \\top}': matrix(TO_QUERY),
          '\\mathbf{c}^{\\mathrm{KV}}': LATENTS.map(vector),
        },
      },
    ],
  }),
  latexCheck('mla-attention', {
    states: 'the slope of the normalizer, with queries and keys put together',
    cases: [2, 3].map((t) => ({
      given: {
        t,
        i: 1,
        j: 1,
        'd_{h}': 3,
        'd_{h}^{\\mathrm{R}}': 2,
        '\\mathbf{o}_{t,i}': vector(latentHead(t)),
        '\\mathbf{v}^{\\mathrm{C}}': LATENTS.map((latent) => [vector(latent)]),
        '\\mathbf{q}^{\\mathrm{C} \\top}': [1, 2, 3].map(() => [row(ASKING)]),
        '\\mathbf{k}^{\\mathrm{C}}': KEYS.map((key) => [vector(key)]),
        '\\mathbf{q}^{\\mathrm{R} \\top}': [1, 2, 3].map(() => [row(ROTARY)]),
        '\\mathbf{k}^{\\mathrm{R}}': ROTARY_KEYS.map(vector),
      },
    })),
  }),
  latexCheck('mla-compression', {
    states: 'products in the other order',
    cases: [
      {
        given: {
          t: 1,
          '\\mathbf{h}': [HIDDEN],
          '\\mathbf{c}_{t}^{\\mathrm{KV}}': vector(applied(TO_QUERY, HIDDEN.to1DArray())),
          '\\mathbf{k}_{t}^{\\mathrm{C}}': UP_KEY.mmul(DOWN).mmul(HIDDEN),
          '\\mathbf{v}_{t}^{\\mathrm{C}}': UP_VALUE.mmul(DOWN).mmul(HIDDEN),
          '\\mathbf{k}_{t}^{\\mathrm{R}}': TURN.mmul(TO_ROTARY).mmul(HIDDEN),
          '\\mathbf{W}^{\\mathrm{DKV}}': DOWN,
          '\\mathbf{W}^{\\mathrm{UK}}': UP_KEY,
          '\\mathbf{W}^{\\mathrm{UV}}': UP_VALUE,
          '\\mathbf{W}^{\\mathrm{KR}}': TO_ROTARY,
          '\\operatorname{RoPE}': (x: Matrix) => TURN.mmul(x),
        },
      },
    ],
  }),
  latexCheck('snail-attention-block', {
    states: 'attention to each beginning of the sequence',
    cases: [
      {
        given: {
          '\\operatorname{AttentionBlock}(\\mathbf{X})': matrix(
            SOURCE.map((token, i) => [
              ...token,
              ...(attended(QUERIES.slice(i, i + 1), KEYS.slice(0, i + 1), VALUES.slice(0, i + 1))[0] ?? []),
            ]),
          ),
          '\\mathbf{X}': matrix(SOURCE),
          '\\mathbf{Q}': matrix(QUERIES),
          '\\mathbf{K}': matrix(KEYS),
          '\\mathbf{V}': matrix(VALUES),
          '\\mathbf{M}': CAUSAL,
          'd_{k}': 3,
        },
      },
    ],
  }),
  latexCheck('snail-dense-block', {
    states: 'products with a shift, and the gate by a hyperbolic tangent',
    cases: [
      {
        given: {
          '\\operatorname{DenseBlock}_{R}(\\mathbf{X})': matrix(
            SOURCE.map((token, i) => [
              ...token,
              ...(dilated(SIGNAL)[i] ?? []).map(
                (entry, j) => (1 - 2 / (1 + exp(2 * entry))) * logistic(dilated(GATE)[i]?.[j] ?? 0),
              ),
            ]),
          ),
          '\\ast_{R}': convolution,
          '\\sigma': elementwise((x) => 1 / (1 + exp(-x))),
          '\\mathbf{X}': matrix(SOURCE),
          '\\mathbf{W}_{f}': matrix(SIGNAL.flat()),
          '\\mathbf{W}_{g}': matrix(GATE.flat()),
        },
      },
    ],
  }),
];
