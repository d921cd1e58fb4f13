import { type Check, latexCheck } from '../../check';

const { exp, log, sqrt } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const regressionLosses: readonly Check[] = [
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
  latexCheck('mean-absolute-error', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathcal{L}_{\\mathrm{MAE}}': 2, N: 3, y: [1, 2, 3], '\\hat{y}': [2, 4, 0] } }],
  }),
  latexCheck('mean-squared-error', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathcal{L}_{\\mathrm{MSE}}': 14 / 3, N: 3, y: [1, 2, 3], '\\hat{y}': [2, 4, 0] } }],
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
  latexCheck('quantile-loss', {
    states: 'the two slopes by cases',
    cases: [
      [0.2, 3, 1, 0.4],
      [0.2, 1, 3, 1.6],
    ].map(([tau = 0, y = 0, predicted = 0, loss = 0]) => ({
      given: { '\\mathcal{L}_{\\tau}(y, \\hat{y})': loss, '\\tau': tau, y, '\\hat{y}': predicted },
    })),
  }),
];
