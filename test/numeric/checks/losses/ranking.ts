import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { vector } from '../../given';

const { exp, log } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const softmax = (z: readonly number[]) => z.map((value) => exp(value) / sum(z.map(exp)));

/** Scores of three classes. */
const LOGITS = [0.4, -1.2, 2.1];

export const rankingLosses: readonly Check[] = [
  latexCheck('feature-center-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{C}}': (5 + 18 + 20) / 2,
          m: 3,
          '\\mathbf{x}': [vector([1, 2]), vector([4, 0]), vector([5, 5])],
          '\\mathbf{c}': [vector([1, 3]), vector([-1, 3])],
          y: [2, 1, 1],
        },
      },
      {
        given: {
          '\\mathcal{L}_{\\mathrm{C}}': 12.5,
          m: 1,
          '\\mathbf{x}': [vector([1, 2])],
          '\\mathbf{c}': [vector([1, 3]), vector([-2, -2]), vector([0, 1])],
          y: [2],
        },
      },
    ],
  }),
  latexCheck('lambdarank-gradient', {
    states: 'finite differences of the pairwise logistic loss',
    cases: [
      {
        given: {
          '\\lambda_{ij}':
            0.3 *
            gradient((s) => log(1 + exp(-1.7 * (s.get(0, 0) - s.get(1, 0)))), vector([0.6, -0.2])).get(0, 0),
          '\\sigma': 1.7,
          s: [0.6, -0.2],
          i: 1,
          j: 2,
          '\\Delta \\mathrm{NDCG}_{ij}': -0.3,
        },
      },
    ],
    tolerance: 1e-8,
  }),
  latexCheck('listnet-loss', {
    states: 'cross-entropy of two softmaxes',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{ListNet}}': -sum(
            softmax([2, 0, 1]).map((top, i) => top * log(softmax(LOGITS)[i] ?? 0)),
          ),
          n: 3,
          y: [2, 0, 1],
          s: LOGITS,
        },
      },
    ],
  }),
  latexCheck('margin-ranking-loss', {
    states: 'the margin by cases',
    cases: [
      [1, 0.4, 0.3],
      [-1, 0.4, 0.3],
      [1, 3, 0.3],
    ].map(([y = 0, first = 0, second = 0]) => {
      const missing = 0.5 - (y > 0 ? first - second : second - first);
      return {
        given: {
          '\\mathcal{L}_{\\mathrm{rank}}(s_{1}, s_{2}, y)': Math.max(missing, 0),
          s: [first, second],
          y,
          m: 0.5,
        },
      };
    }),
  }),
  latexCheck('npair-loss', {
    states: 'cross-entropy of the similarities',
    cases: [
      {
        given: (() => {
          const anchors = [vector([1, 0.5]), vector([-0.3, 0.8]), vector([0.2, -0.6])];
          const positives = [vector([0.7, 0.1]), vector([0.4, 0.9]), vector([0.5, -1])];
          const own = anchors.map((f, i) => softmax(positives.map((positive) => f.dot(positive)))[i] ?? 0);
          return {
            '\\mathcal{L}_{\\mathrm{N}}': -sum(own.map(log)) / 3,
            N: 3,
            '\\mathbf{f}': anchors,
            '\\mathbf{f}^{+}': positives,
          };
        })(),
      },
    ],
  }),
  latexCheck('pairwise-contrastive-loss', {
    states: 'a hand-worked case for each label',
    cases: [
      [0, 25 / 2, 7],
      [1, 0, 4],
      [1, 4 / 2, 7],
    ].map(([y = 0, loss = 0, m = 0]) => ({
      given: {
        '\\mathcal{L}(y, \\mathbf{x}_{1}, \\mathbf{x}_{2})': loss,
        y,
        m,
        'f_{\\theta}': (x: Matrix) => Matrix.mul(x, 2),
        '\\mathbf{x}': [vector([2.5, 1]), vector([1, -1])],
      },
    })),
  }),
  latexCheck('proxynca-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{proxy}}': 13 + log(exp(-1) + exp(-8)),
          '\\mathbf{x}': vector([1, 2]),
          '\\mathbf{p}': [vector([1, 3]), vector([-1, 5]), vector([3, 4])],
          y: 2,
        },
      },
    ],
  }),
  latexCheck('ranknet-loss', {
    states: 'the pairs one by one',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{RankNet}}': sum(
            [-1.2 - 0.4, -1.2 - 2.1, -1.2 - 0.9, 0.9 - 0.4, 0.9 - 2.1, 0.4 - 2.1].map((gap) =>
              log(1 + exp(-1.3 * gap)),
            ),
          ),
          n: 4,
          y: [2, 4, 1, 3],
          s: [0.4, -1.2, 2.1, 0.9],
          '\\sigma': 1.3,
        },
      },
    ],
  }),
  latexCheck('triplet-loss', {
    states: 'a hand-worked case on each side of the margin',
    cases: [
      [0.5, 4 * 5 - 4 * 2 + 0.5],
      [3, 4 * 5 - 4 * 2 + 3],
      [-13, 0],
    ].map(([alpha = 0, loss = 0]) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{tri}}': loss,
        'f_{\\theta}': (x: Matrix) => Matrix.mul(x, 2),
        '\\mathbf{x}^{\\mathrm{a}}': vector([1, 2]),
        '\\mathbf{x}^{\\mathrm{p}}': vector([2, 4]),
        '\\mathbf{x}^{\\mathrm{n}}': vector([0, 3]),
        '\\alpha': alpha,
      },
    })),
  }),
];
