import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../check';
import { gradient } from '../differences';
import { computed, matrix, set, vector } from '../given';
import { argMaximum, expectation } from '../operators';

const { exp, log, sqrt, cos } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const softmax = (z: readonly number[]) => z.map((value) => exp(value) / sum(z.map(exp)));

/** Three classes, of two examples. */
const LABELS = [0.1, 0.7, 0.2];
const PREDICTED = [0.3, 0.5, 0.25];
const LOGITS = [0.4, -1.2, 2.1];

/** Overlap of two soft masks, one pixel at a time. */
const MASK = [0.9, 0.2, 0.6];
const TRUE_MASK = [1, 0, 0.5];

const hinge = (margin: number) => (margin < 1 ? 1 - margin : 0);

export const losses: readonly Check[] = [
  latexCheck('arcface-loss', {
    states: 'softmax of the shifted logits',
    cases: [0.5, -0.2].map((m) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{arc}}': -log(softmax([4 * cos(0.3), 4 * cos(0.9 + m), 4 * cos(1.4)])[1] ?? 0),
        s: 4,
        m,
        y: 2,
        '\\theta': [0.3, 0.9, 1.4],
      },
    })),
  }),
  latexCheck('bce-with-logits', {
    states: 'cross-entropy of the sigmoid',
    cases: [
      [1.3, 0.7],
      [-2.1, 0.2],
    ].map(([z = 0, y = 0]) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{BCE}}(z, y)': -y * log(1 / (1 + exp(-z))) - (1 - y) * log(1 / (1 + exp(z))),
        z,
        y,
      },
    })),
  }),
  latexCheck('binary-cross-entropy', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{BCE}}': (log(4 / 3) + log(10) + log(5 / 3)) / 3,
          N: 3,
          y: [1, 0, 1],
          '\\hat{y}': [0.75, 0.9, 0.6],
        },
      },
    ],
  }),
  latexCheck('charbonnier-loss', {
    states: 'hypotenuses of right-angled triangles',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{Char}}(\\mathbf{y}, \\hat{\\mathbf{y}})': (5 + sqrt(17)) / 2,
          n: 2,
          y: [5, 1],
          '\\hat{y}': [2, 2],
          '\\varepsilon': 4,
        },
      },
    ],
  }),
  latexCheck('ciou-loss', {
    states: 'angles of the diagonals of two boxes',
    cases: [
      {
        given: (() => {
          const iou = 0.4;
          const angles = Math.atan2(3, 2) - Math.atan2(1, 5);
          const v = (angles / (Math.PI / 2)) ** 2;
          return {
            '\\mathcal{L}_{\\mathrm{CIoU}}': 1 - iou + 5 / 49 + v ** 2 / (1 + v - iou),
            '\\operatorname{IoU}': iou,
            '\\mathbf{b}': vector([1, 4]),
            '\\hat{\\mathbf{b}}': vector([2, 2]),
            c: 7,
            w: 3,
            h: 2,
            '\\hat{w}': 1,
            '\\hat{h}': 5,
          };
        })(),
      },
    ],
  }),
  latexCheck('cosface-loss', {
    states: 'softmax of the shifted logits',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{cos}}': -log(
            softmax([4 * cos(0.3), 4 * cos(0.9) - 4 * 0.35, 4 * cos(1.4)])[1] ?? 0,
          ),
          s: 4,
          m: 0.35,
          y: 2,
          '\\theta': [0.3, 0.9, 1.4],
        },
      },
    ],
  }),
  latexCheck('cross-entropy', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{CE}}(\\mathbf{y}, \\hat{\\mathbf{y}})':
            0.1 * log(1 / 0.3) + 0.7 * log(2) + 0.2 * log(4),
          C: 3,
          y: LABELS,
          '\\hat{y}': PREDICTED,
        },
      },
    ],
  }),
  latexCheck('cross-entropy-distributions', {
    states: 'sums over a finite support',
    cases: [
      {
        given: {
          'H(p, q)': 0.25 * log(5) + 0.75 * log(5 / 4),
          'H(p)': 0.25 * log(4) + 0.75 * log(4 / 3),
          'D_{\\mathrm{KL}}(p \\,\\|\\, q)': 0.25 * log(5 / 4) + 0.75 * log(15 / 16),
          q: (x: number) => (x === 0 ? 0.2 : 0.8),
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', [0, 1], [0.25, 0.75]),
        },
      },
    ],
  }),
  latexCheck('cross-entropy-one-hot', {
    states: 'cross-entropy with a one-hot label',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{CE}}(\\mathbf{y}, \\hat{\\mathbf{y}})': sum(
            [0, 1, 0].map((label, i) => -label * log(PREDICTED[i] ?? 0)),
          ),
          '\\hat{y}': PREDICTED,
          t: 2,
        },
      },
    ],
  }),
  latexCheck('cross-entropy-with-logits', {
    states: 'logarithm of the softmax',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{CE}}(\\mathbf{z}, t)': -log(softmax(LOGITS)[1] ?? 0),
          c: 2.1,
          z: LOGITS,
          t: 2,
          C: 3,
        },
      },
    ],
  }),
  latexCheck('dice-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{Dice}}': 1 - 2.4 / (0.81 + 0.04 + 0.36 + 1.25),
          n: 3,
          p: MASK,
          y: TRUE_MASK,
        },
      },
    ],
  }),
  latexCheck('diou-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{DIoU}}': 0.6 + 5 / 49,
          '\\operatorname{IoU}': 0.4,
          '\\mathbf{b}': vector([1, 4]),
          '\\hat{\\mathbf{b}}': vector([2, 2]),
          c: 7,
        },
      },
    ],
  }),
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
  latexCheck('focal-loss', {
    states: 'cross-entropy weighted by the other class’s probability',
    cases: [
      {
        given: { '\\mathcal{L}_{\\mathrm{FL}}(p_{t})': 0.7 ** 3 * log(1 / 0.3), p: 0.3, y: 1, '\\gamma': 3 },
      },
      {
        given: { '\\mathcal{L}_{\\mathrm{FL}}(p_{t})': 0.3 ** 3 * log(1 / 0.7), p: 0.3, y: 0, '\\gamma': 3 },
      },
    ],
  }),
  latexCheck('focal-loss-alpha', {
    states: 'cross-entropy weighted by the other class’s probability',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{FL}}(p_{t})': 0.4 * 0.7 ** 3 * log(1 / 0.3),
          'p_{t}': 0.3,
          '\\alpha_{t}': 0.4,
          '\\gamma': 3,
        },
      },
    ],
  }),
  latexCheck('giou-loss', {
    states: 'boxes on a grid, counted cell by cell',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{GIoU}}': 1 - 1 / 7 + 3 / 10,
          '\\mathcal{A}': set([1, 2, 3, 4]),
          '\\mathcal{B}': set([4, 5, 6, 7]),
          '\\mathcal{C}': set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        },
      },
    ],
  }),
  latexCheck('hinge-loss', {
    states: 'the margin by cases',
    cases: [
      [1, 0.3],
      [-1, 0.3],
      [1, 2.5],
    ].map(([y = 0, score = 0]) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{hinge}}(y, f(\\mathbf{x}))': hinge(y * score),
        y,
        'f(\\mathbf{x})': score,
      },
    })),
  }),
  latexCheck('huber-loss', {
    states: 'integral of the clipped residual',
    cases: [0.4, 1.5, 3, -3].map((r) => ({
      given: {
        // The slope is r up to δ and δ after it.
        '\\mathcal{L}_{\\delta}(r)':
          sum(
            Array.from({ length: 100 }, (_, i) => {
              const steps = [i, i + 1].map((k) => Math.min(Math.abs(r), 1.5) * (k / 100));
              return ((steps[0] ?? 0) + (steps[1] ?? 0)) * 0.5 * ((steps[1] ?? 0) - (steps[0] ?? 0));
            }),
          ) +
          Math.max(0, Math.abs(r) - 1.5) * 1.5,
        r,
        '\\delta': 1.5,
      },
    })),
  }),
  latexCheck('iou-loss', {
    states: 'a hand-worked case',
    cases: [
      { given: { '\\mathcal{L}_{\\mathrm{IoU}}': 1 - 1.2 / (1 + 0.2 + 0.8), n: 3, p: MASK, y: TRUE_MASK } },
      {
        given: {
          '\\mathcal{L}_{\\mathrm{IoU}}': 1 - 0.41 / (0.44 + 0.85),
          n: 2,
          p: [0.3, 0.5],
          y: [0.2, 0.7],
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
  latexCheck('logcosh-loss', {
    states: 'hyperbolic cosine by exponentials',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{lc}}': (log((exp(0.5) + exp(-0.5)) / 2) + log((exp(2) + exp(-2)) / 2)) / 2,
          N: 2,
          y: [1, 3],
          '\\hat{y}': [1.5, 1],
          '\\cosh': Math.cosh,
        },
      },
    ],
  }),
  latexCheck('logistic-loss-margin', {
    states: 'negative logarithm of the sigmoid of the margin',
    cases: [0.3, -1.9].map((score) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{log}}(y, f(\\mathbf{x}))': -log(1 - 1 / (1 + exp(-1 * score))),
        y: -1,
        'f(\\mathbf{x})': score,
      },
    })),
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
  latexCheck('maximum-likelihood', {
    states: 'the frequency of heads',
    cases: [
      {
        given: {
          '\\hat{\\theta}': 0.75,
          '\\operatorname*{arg\\,max}_{\\theta}': argMaximum(
            '\\theta',
            [0.05, 0.25, 0.5, 0.74, 0.75, 0.76, 0.85],
          ),
          N: 8,
          'p_{\\theta}': computed((get) => (x: number) => (x === 1 ? get('\\theta') : 1 - get('\\theta'))),
          '\\mathbf{x}': [1, 1, 0, 1, 1, 1, 1, 0],
        },
      },
    ],
  }),
  latexCheck('mean-absolute-error', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathcal{L}_{\\mathrm{MAE}}': 2, N: 3, y: [1, 2, 3], '\\hat{y}': [2, 4, 0] } }],
  }),
  latexCheck('mean-squared-error', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathcal{L}_{\\mathrm{MSE}}': 14 / 3, N: 3, y: [1, 2, 3], '\\hat{y}': [2, 4, 0] } }],
  }),
  latexCheck('multiclass-hinge-loss', {
    states: 'the worst of the margins',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{hinge}}(\\mathbf{z}, y)': Math.max(1 + 2.1 - 1.7, 1 + 0.4 - 1.7, 0),
          z: [0.4, 2.1, 1.7],
          y: 3,
        },
      },
      { given: { '\\mathcal{L}_{\\mathrm{hinge}}(\\mathbf{z}, y)': 0, z: [0.4, 2.1, 7], y: 3 } },
    ],
  }),
  latexCheck('multilabel-cross-entropy', {
    states: 'mean of two losses with logits',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{ML}}(\\mathbf{z}, \\mathbf{y})':
            sum([1, 0, 0.3].map((y, i) => log(1 + exp(LOGITS[i] ?? 0)) - y * (LOGITS[i] ?? 0))) / 3,
          C: 3,
          y: [1, 0, 0.3],
          z: LOGITS,
          '\\sigma': (z: number) => 1 / (1 + exp(-z)),
        },
      },
    ],
  }),
  latexCheck('negative-log-likelihood', {
    states: 'logarithm of the product of the likelihoods',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{NLL}}(\\theta)': -log(0.2 * 0.8 * 0.9),
          N: 3,
          'p_{\\theta}': (y: number, x: number) => (y === 1 ? x / 10 : 1 - x / 10),
          y: [1, 0, 1],
          '\\mathbf{x}': [2, 2, 9],
        },
      },
    ],
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
  latexCheck('perceptual-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{feat}}(\\hat{\\mathbf{x}}, \\mathbf{x})': (4 * 1 + 4 * 9) / (2 * 3 * 5),
          C: 2,
          H: 3,
          W: 5,
          '\\phi': (x: Matrix) => Matrix.mul(x, 2),
          '\\hat{\\mathbf{x}}': vector([1, 5]),
          '\\mathbf{x}': vector([2, 2]),
        },
      },
    ],
  }),
  latexCheck('poisson-nll', {
    states: 'product of the probabilities',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{Pois}}':
            -log(((2.5 ** 3 * exp(-2.5)) / 6) * ((1.5 ** 4 * exp(-1.5)) / 24)) / 2,
          N: 2,
          y: [3, 4],
          '\\hat{\\lambda}': [2.5, 1.5],
        },
      },
    ],
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
  latexCheck('quantile-loss', {
    states: 'the two slopes by cases',
    cases: [
      [0.2, 3, 1, 0.4],
      [0.2, 1, 3, 1.6],
    ].map(([tau = 0, y = 0, predicted = 0, loss = 0]) => ({
      given: { '\\mathcal{L}_{\\tau}(y, \\hat{y})': loss, '\\tau': tau, y, '\\hat{y}': predicted },
    })),
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
  latexCheck('sigmoid-function', {
    states: 'softmax of the logit and zero',
    cases: [0.8, -2.4].map((z) => ({ given: { '\\sigma(z)': softmax([z, 0])[0] ?? 0, z } })),
  }),
  latexCheck('softmax-classifier', {
    states: 'exponentials of the scores, normalized',
    cases: [
      {
        given: {
          'f(\\mathbf{x})': vector(
            softmax([1 * 0.5 - 2 * 0.3, 0.4 * 0.5 + 0.7 * 0.3, -0.2 * 0.5 + 0.9 * 0.3]),
          ),
          '\\mathbf{W}': matrix([
            [1, -2],
            [0.4, 0.7],
            [-0.2, 0.9],
          ]),
          '\\mathbf{x}': vector([0.5, 0.3]),
        },
      },
    ],
  }),
  latexCheck('softmax-cross-entropy-gradient', {
    states: 'finite differences',
    cases: [
      {
        given: {
          '\\nabla_{\\mathbf{z}} \\mathcal{L}_{\\mathrm{CE}}(\\mathbf{y}, \\hat{\\mathbf{y}})': gradient(
            (z) => -sum(softmax(z.to1DArray()).map((predicted, i) => (LABELS[i] ?? 0) * log(predicted))),
            vector(LOGITS),
          ),
          '\\mathbf{y}': vector(LABELS),
          '\\mathbf{z}': vector(LOGITS),
        },
      },
    ],
  }),
  latexCheck('softmax-function', {
    states: 'a chain of sigmoids',
    cases: [
      {
        given: {
          // The first of three is chosen against the second and against the third.
          '\\operatorname{softmax}(\\mathbf{z})_{i}':
            1 / (1 + exp(LOGITS[0] ?? 0) ** -1 * (exp(-1.2) + exp(2.1))),
          i: 1,
          z: LOGITS,
          C: 3,
        },
      },
    ],
  }),
  latexCheck('softmax-temperature', {
    states: 'softmax of the scaled logits',
    cases: [
      {
        given: { 'p_{i}': softmax(LOGITS.map((z) => z / 1.7))[1] ?? 0, i: 2, z: LOGITS, T: 1.7, C: 3 },
      },
    ],
  }),
  latexCheck('squared-hinge-loss', {
    states: 'the margin by cases',
    cases: [
      [-1, 0.3],
      [1, 2.5],
    ].map(([y = 0, score = 0]) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{sqh}}(y, f(\\mathbf{x}))': hinge(y * score) ** 2,
        y,
        'f(\\mathbf{x})': score,
      },
    })),
  }),
  latexCheck('total-variation-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{TV}(\\mathbf{X})': 5 + sqrt(1 + 16),
          H: 2,
          W: 3,
          X: [
            [1, 5, 9],
            [4, 4, 7],
          ],
        },
      },
      {
        given: {
          '\\operatorname{TV}(\\mathbf{X})': sqrt(4 + 9) + sqrt(25 + 1),
          H: 3,
          W: 2,
          X: [
            [1, 4],
            [3, 2],
            [8, 6],
          ],
        },
      },
    ],
  }),
  latexCheck('total-variation-loss-anisotropic', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{TV}_{1}(\\mathbf{X})': 3 + 1 + 2 + 4 + 4 + 0 + 3,
          H: 2,
          W: 3,
          X: [
            [1, 5, 9],
            [4, 4, 7],
          ],
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
  latexCheck('tversky-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{T}}': 1 - 1.2 / (1.2 + 0.3 * 0.5 + 0.8 * 0.3),
          n: 3,
          p: MASK,
          y: TRUE_MASK,
          '\\alpha': 0.3,
          '\\beta': 0.8,
        },
      },
      {
        given: {
          '\\mathcal{L}_{\\mathrm{T}}': 1 - 0.41 / (0.41 + 0.3 * 0.39 + 0.8 * 0.49),
          n: 2,
          p: [0.3, 0.5],
          y: [0.2, 0.7],
          '\\alpha': 0.3,
          '\\beta': 0.8,
        },
      },
    ],
  }),
  latexCheck('weighted-cross-entropy', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{WCE}}(\\mathbf{y}, \\hat{\\mathbf{y}})':
            0.1 * 3 * log(1 / 0.3) + 0.7 * 5 * log(2) + 0.2 * 7 * log(4),
          C: 3,
          w: [3, 5, 7],
          y: LABELS,
          '\\hat{y}': PREDICTED,
        },
      },
    ],
  }),
];
