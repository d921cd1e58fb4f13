import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, matrix, vector } from '../../given';
import { attended, averaged, columns, dot, KEYS, QUERIES, type Rows, sum, VALUES } from './scene';

const { exp, max, sqrt } = Math;

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

export const blockwise: readonly Check[] = [
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
];
