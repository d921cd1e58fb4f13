import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { computed, matrix, vector } from '../../given';
import { argMaximum, expectation } from '../../operators';

const { exp, log, cos } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const softmax = (z: readonly number[]) => z.map((value) => exp(value) / sum(z.map(exp)));

/** Three classes, of two examples. */
const LABELS = [0.1, 0.7, 0.2];
const PREDICTED = [0.3, 0.5, 0.25];
const LOGITS = [0.4, -1.2, 2.1];

const hinge = (margin: number) => (margin < 1 ? 1 - margin : 0);

export const classificationLosses: readonly Check[] = [
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
