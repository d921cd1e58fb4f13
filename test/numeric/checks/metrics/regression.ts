import { type Check, latexCheck } from '../../check';

const X = [1, 2, 3, 5, 8];
const Y = [2.1, 2.9, 5.2, 6.1, 11.3];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

/** The covariance of two lists from variances only. */
const covariance = (x: readonly number[], y: readonly number[]) =>
  (variance(x.map((value, i) => value + (y[i] ?? 0))) - variance(x) - variance(y)) / 2;
const correlation = covariance(X, Y) / Math.sqrt(variance(X) * variance(Y));

const slope = covariance(X, Y) / variance(X);
const fitted = X.map((x) => mean(Y) + slope * (x - mean(X)));
const residuals = Y.map((y, i) => y - (fitted[i] ?? 0));

/** The coefficient with other signs before the means of the numerator. */
const withSigns = (first: string, second: string) =>
  `r_{x y} = \\frac{\\sum_{i=1}^{n} (x_{i} ${first} \\bar{x}) (y_{i} ${second} \\bar{y})}{` +
  '\\sqrt{\\sum_{i=1}^{n} (x_{i} - \\bar{x})^{2}} \\sqrt{\\sum_{i=1}^{n} (y_{i} - \\bar{y})^{2}}}';

export const regression: readonly Check[] = [
  latexCheck('adjusted-r-squared', {
    states: 'unbiased estimates of two variances',
    cases: [
      {
        given: {
          // Five observations less a slope and an intercept leave three degrees of freedom, less a mean four.
          '\\bar{R}^{2}': 1 - (variance(residuals) * 5) / 3 / ((variance(Y) * 5) / 4),
          R: Math.abs(correlation),
          n: 5,
          p: 1,
        },
      },
    ],
  }),
  latexCheck('coefficient-of-determination', {
    states: 'the squared correlation, for a least-squares line',
    cases: [{ given: { 'R^{2}': correlation ** 2, n: 5, y: Y, '\\hat{y}': fitted, '\\bar{y}': mean(Y) } }],
  }),
  latexCheck('pearson-correlation', {
    states: 'variances of the two and of their sum',
    cases: [
      { given: { 'r_{x y}': correlation, n: 5, x: X, y: Y, '\\bar{x}': mean(X), '\\bar{y}': mean(Y) } },
    ],
    same: {
      [withSigns('+', '-')]: 'deviations from the mean sum to zero',
      [withSigns('-', '+')]: 'deviations from the mean sum to zero',
    },
  }),
  latexCheck('rmse', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\operatorname{RMSE}': 2.5, N: 4, y: [3, 1, 2, 5], '\\hat{y}': [0, 1, 2, 1] } }],
  }),
];
