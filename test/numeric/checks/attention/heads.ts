import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix } from '../../given';
import { attended, mapped, moved, type Rows, TO_KEY, TO_QUERY, TO_VALUE, TOKENS } from './scene';

const { sqrt } = Math;

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
];
