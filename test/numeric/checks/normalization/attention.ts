import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix } from '../../given';
import { random } from '../../random';
import { mean, range, sum, whitened } from './scene';

const { exp, sqrt } = Math;

/** Rows that are cosines: the angles of queries and keys. */
const polar = (lengths: readonly number[], angles: readonly number[]) =>
  matrix(
    angles.map((angle, i) => [(lengths[i] ?? 0) * Math.cos(angle), (lengths[i] ?? 0) * Math.sin(angle)]),
  );
const QUERIES = polar([2, 0.5], [0.3, 1.4]);
const KEYS = polar([1, 3, 0.7], [0.9, -0.4, 2]);
const VALUES = matrix([
  [1, 0.2, 3],
  [-0.4, 2, 1],
  [0.6, -1, 0.5],
]);
const attended = (scores: readonly (readonly number[])[], values: Matrix) =>
  new Matrix(
    scores.map((row) => {
      const total = sum(row.map(exp));
      return range(values.columns).map(
        (column) => sum(row.map((score, j) => exp(score) * values.get(j, column))) / total,
      );
    }),
  );

const TOKENS = matrix([
  [1, 0.5],
  [-0.3, 2],
  [0.7, -1],
]);
const [ASK, OFFER, GIVE] = [random(1).matrix(2, 4), random(2).matrix(2, 4), random(3).matrix(2, 3)];
const normalizedRows = (a: Matrix) => new Matrix(a.to2DArray().map((row) => [...whitened(row)]));
const softmaxRows = (a: Matrix) =>
  new Matrix(a.to2DArray().map((row) => row.map((entry) => exp(entry) / sum(row.map(exp)))));
const normalizedAttention = (scale: number, normalize = normalizedRows) =>
  softmaxRows(
    normalize(TOKENS.mmul(ASK))
      .mmul(normalize(TOKENS.mmul(OFFER)).transpose())
      .mul(scale),
  ).mmul(TOKENS.mmul(GIVE));
/** The same token by token: a score is the correlation of a query and a key, times the root of their dimension. */
function attentionByCorrelations(): Matrix {
  const correlation = (a: readonly number[], b: readonly number[]) => {
    const [x, y] = [mean(a), mean(b)];
    const product = sum(a.map((value, i) => (value - x) * ((b[i] ?? 0) - y)));
    return product / sqrt(sum(a.map((value) => (value - x) ** 2)) * sum(b.map((value) => (value - y) ** 2)));
  };
  const [queries, keys] = [TOKENS.mmul(ASK).to2DArray(), TOKENS.mmul(OFFER).to2DArray()];
  const scores = queries.map((query) => keys.map((key) => 2 * correlation(query, key)));
  return attended(scores, TOKENS.mmul(GIVE));
}

export const attention: readonly Check[] = [
  functionCheck('qk-layer-normalization', {
    states: 'correlations of queries and keys',
    formula: () => normalizedAttention(1 / sqrt(4)),
    against: attentionByCorrelations,
    mutants: {
      'without the root': () => normalizedAttention(1 / 4),
      'without the normalization': () => normalizedAttention(1 / sqrt(4), (a) => a),
    },
  }),
  latexCheck('qk-normalization', {
    states: 'cosines of angles',
    cases: [
      {
        given: {
          '\\operatorname{Attention}(\\mathbf{Q}, \\mathbf{K}, \\mathbf{V})': attended(
            [0.3, 1.4].map((query) => [0.9, -0.4, 2].map((key) => 3 * Math.cos(query - key))),
            VALUES,
          ),
          '\\mathbf{V}': VALUES,
          g: 3,
          '\\hat{\\mathbf{Q}}': polar([1, 1], [0.3, 1.4]),
          '\\hat{\\mathbf{K}}': polar([1, 1, 1], [0.9, -0.4, 2]),
          i: 1,
          j: 2,
          '\\mathbf{q}': [QUERIES.getRowVector(0)],
          '\\mathbf{k}': [KEYS.getRowVector(0), KEYS.getRowVector(1)],
          '\\hat{\\mathbf{q}}': [matrix([[Math.cos(0.3), Math.sin(0.3)]])],
          '\\hat{\\mathbf{k}}': [KEYS.getRowVector(0), matrix([[Math.cos(0.4), -Math.sin(0.4)]])],
        },
      },
    ],
  }),
];
