import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, vector } from '../../given';
import { random } from '../../random';

const generator = random(17);
const SERIES = [2.1, -0.4, 3.3, 1.2, 0.1, 2.8, -1.5];
const OTHER = [0.3, 1.9, -0.8, 2.2, 1.1, -0.6, 0.4];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const centred = (values: readonly number[]) => values.map((value) => value - mean(values));

/** The sum of products at a lag, by way of the spectra of both series with as many zeros behind them. */
function lagged(x: readonly number[], y: readonly number[], lag: number): number {
  const length = 2 * x.length;
  const waves = Array.from({ length }, (_, j) => (2 * Math.PI * j) / length);
  const part = (list: readonly number[], w: number, wave: (angle: number) => number) =>
    list.reduce((sum, value, t) => sum + value * wave(w * t), 0);
  const terms = waves.map((w) => {
    const [a, b] = [part(x, w, Math.cos), part(x, w, Math.sin)];
    const [c, d] = [part(y, w, Math.cos), part(y, w, Math.sin)];
    return (a * c + b * d) * Math.cos(w * lag) + (b * c - a * d) * Math.sin(w * lag);
  });
  return mean(terms);
}
const [X, Y] = [centred(SERIES), centred(OTHER)];

/** The answer to a shock, of an autoregression with the roots 0.8 and −0.3, and its autocovariance at a lag. */
const answer = (k: number) => (0.8 ** (k + 1) - (-0.3) ** (k + 1)) / 1.1;
const covariance = (lag: number) =>
  Array.from({ length: 400 }, (_, k) => answer(k) * answer(k + Math.abs(lag))).reduce((a, b) => a + b, 0);
const correlations = from(
  -3,
  [-3, -2, -1, 0, 1, 2, 3].map((lag) => covariance(lag) / covariance(0)),
);

/** A moving average with the weight 0.7, as its weights of the noises of six times. */
const moving = (t: number) =>
  vector(Array.from({ length: 6 }, (_, i) => (i === t ? 1 : i === t - 1 ? 0.7 : 0)));
const common = (a: Matrix, b: Matrix) => a.dot(b);

/** A regression on two own lags and on two lags of another series: its matrix and its targets. */
const PAST = Array.from({ length: 14 }, () => [generator.normal(), generator.normal()]);
const rows = PAST.slice(2).map((_, i) => {
  const [last = [], before = []] = [PAST[i + 1], PAST[i]];
  return [1, last[0] ?? 0, before[0] ?? 0, last[1] ?? 0, before[1] ?? 0];
});
const DESIGN = new Matrix(rows);
const TARGETS = vector(PAST.slice(2).map(([value = 0], i) => value + 0.8 * (PAST[i + 1]?.[1] ?? 0)));

function regression(design: Matrix): { readonly weights: Matrix; readonly squares: number } {
  const weights = inverse(design.transpose().mmul(design)).mmul(design.transpose()).mmul(TARGETS);
  const residuals = Matrix.sub(TARGETS, design.mmul(weights));
  return { weights, squares: residuals.dot(residuals) };
}
const full = regression(DESIGN);

/** Wald's statistic of the weights of the other series, over their number. */
function wald(): number {
  const added = full.weights.subMatrix(3, 4, 0, 0);
  const spread = inverse(DESIGN.transpose().mmul(DESIGN)).subMatrix(3, 4, 3, 4);
  const variance = full.squares / (12 - 5);
  return added.transpose().mmul(inverse(spread)).mmul(added).get(0, 0) / (2 * variance);
}

/** For a random direction in `n` dimensions, the expected square of the product of two coordinates, `n − k` times. */
const expectedSquare = (n: number, k: number) => (n - k) / (n * (n + 2));

export const statistics: readonly Check[] = [
  latexCheck('ar1-autocovariance', {
    states: 'the sum over all past shocks',
    cases: [3, -2].map((k) => ({
      given: {
        '\\gamma_{k}': Array.from(
          { length: 300 },
          (_, j) => 1.69 * 0.6 ** j * 0.6 ** (j + Math.abs(k)),
        ).reduce((a, b) => a + b, 0),
        '\\sigma': 1.3,
        '\\phi': 0.6,
        k,
      },
    })),
  }),
  latexCheck('autocorrelation', {
    states: 'a moving average, noise by noise',
    cases: [{ given: { '\\rho_{k}': 0.7 / 1.49, y: [1, 2, 3, 4, 5].map(moving), t: 4, k: 1 } }].map(
      ({ given }) => ({
        given: {
          ...given,
          '\\operatorname{Cov}': common,
          '\\operatorname{Var}': (a: Matrix) => common(a, a),
        },
      }),
    ),
    symmetric: ['\\operatorname{Cov}'],
    same: {
      '\\rho_{k} = \\frac{\\operatorname{Cov}(y_{t}, y_{t-k})}{\\operatorname{Var}(y_{t+1})}':
        'the variance does not depend on time',
    },
  }),
  latexCheck('autocorrelation-sample', {
    states: 'the spectrum of the padded series',
    cases: [1, 3].map((k) => ({
      given: { 'r_{k}': lagged(X, X, k) / lagged(X, X, 0), y: SERIES, '\\bar{y}': mean(SERIES), n: 7, k },
    })),
  }),
  latexCheck('cross-correlation', {
    states: 'the spectra of the padded series',
    cases: [1, 3].map((k) => ({
      given: {
        'r_{x y}(k)': lagged(X, Y, k) / Math.sqrt(lagged(X, X, 0) * lagged(Y, Y, 0)),
        x: SERIES,
        y: OTHER,
        '\\bar{x}': mean(SERIES),
        '\\bar{y}': mean(OTHER),
        n: 7,
        k,
      },
    })),
  }),
  latexCheck('granger-causality-test', {
    states: 'the Wald statistic of the added weights',
    cases: [
      {
        given: {
          F: wald(),
          'S_{0}': regression(DESIGN.subMatrixColumn([0, 1, 2])).squares,
          'S_{1}': full.squares,
          p: 2,
          n: 12,
        },
      },
    ],
  }),
  latexCheck('ljung-box-statistic', {
    states: 'autocorrelations of the size that white noise has on average, which makes it their number',
    cases: [
      { n: 8, h: 3 },
      { n: 5, h: 2 },
    ].map(({ n, h }) => ({
      given: { Q: h, n, h, r: Array.from({ length: h }, (_, i) => Math.sqrt(expectedSquare(n, i + 1))) },
    })),
  }),
  latexCheck('yule-walker', {
    states: 'autocorrelations from the answer to a shock',
    cases: [1, 2].map((k) => ({ given: { '\\rho': correlations, p: 2, '\\phi': [0.5, 0.24], k } })),
  }),
];
