import { jStat } from 'jstat';
import { type Check, functionCheck, latexCheck } from '../../check';
import { indexed, set } from '../../given';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** The variance from all pairs, without a mean: half the mean squared difference of two different examples. */
function pairwiseVariance(values: readonly number[]): number {
  const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b) => (a - b) ** 2));
  return average(pairs) / 2;
}

const sample = [2.1, -0.4, 3.3, 1.7, 5.2];

/** Prediction by the mean of the others, in folds of unequal size. */
const targets = [1, 4, 7, 2, 10];
const inputs = [10, 20, 30, 40, 50];
const folds = [[1, 2], [3], [4, 5]];
const meanOfOthers = (fold: readonly number[]) => average(targets.filter((_, i) => !fold.includes(i + 1)));
/** A miss above counts three times, and inputs beyond 45 are predicted one higher, so that all arguments matter. */
const loss = (y: number, prediction: number) => (prediction > y ? 3 * (prediction - y) : y - prediction);

/** The mean squared length of the estimate at the true mean zero, by the density of the observations' length. */
function meanSquaredLength(shrunk: (square: number) => number, d: number, deviation: number): number {
  return integrate(
    (r) =>
      shrunk(r ** 2) ** 2 * r ** 2 * 2 * (r / deviation ** 2) * jStat.chisquare.pdf((r / deviation) ** 2, d),
    0,
    40 * deviation,
  );
}
const shrinkages = [
  { d: 5, deviation: 1.5 },
  { d: 8, deviation: 0.7 },
];

export const resampling: readonly Check[] = [
  latexCheck('bootstrap-standard-error', {
    states: 'the mean squared difference of pairs',
    cases: [
      {
        given: {
          '\\widehat{\\mathrm{se}}': Math.sqrt(pairwiseVariance(sample)),
          B: 5,
          '\\hat{\\theta}': sample,
        },
      },
    ],
  }),
  latexCheck('cross-validation', {
    states: 'folds by hand, and the closed form of leave-one-out for the mean',
    cases: [
      {
        given: {
          // Others: mean 19/3 for 1 and 4; 17/4 for 7; 4 for 2 and, one higher, 10.
          '\\mathrm{CV}': (3 * (19 / 3 - 1) + 3 * (19 / 3 - 4) + (7 - 17 / 4) + 3 * (4 - 2) + (10 - 5)) / 5,
          n: 5,
          K: 3,
          F: folds.map((fold) => set(fold)),
          '\\ell': loss,
          y: targets,
          '\\hat{f}': indexed(
            (index) => (x: number) => meanOfOthers(folds[-index - 1] ?? []) + (x > 45 ? 1 : 0),
            'function',
          ),
          '\\mathbf{x}': inputs,
        },
      },
      {
        given: {
          '\\mathrm{CV}': average(targets.map((target) => ((target - average(targets)) / (1 - 1 / 5)) ** 2)),
          n: 5,
          K: 5,
          F: targets.map((_, i) => set([i + 1])),
          '\\ell': (y: number, prediction: number) => (y - prediction) ** 2,
          y: targets,
          '\\hat{f}': indexed((index) => () => meanOfOthers([-index]), 'function'),
          '\\mathbf{x}': inputs,
        },
      },
    ],
  }),
  latexCheck('gaussian-mle', {
    states: 'the mean squared difference of pairs, and the mean by its deviations',
    cases: [
      {
        given: {
          '\\hat{\\mu}': 1.5 + average(sample.map((x) => x - 1.5)),
          '\\hat{\\sigma}^{2}': (4 / 5) * pairwiseVariance(sample),
          n: 5,
          x: sample,
        },
      },
    ],
  }),
  functionCheck('james-stein-estimator', {
    states: 'the exact risk at zero, twice the variance of one observation',
    formula: () =>
      shrinkages.map(({ d, deviation }) =>
        meanSquaredLength((square) => 1 - ((d - 2) * deviation ** 2) / square, d, deviation),
      ),
    against: () => shrinkages.map(({ deviation }) => 2 * deviation ** 2),
    mutants: {
      'with d for d - 2': () =>
        shrinkages.map(({ d, deviation }) =>
          meanSquaredLength((square) => 1 - (d * deviation ** 2) / square, d, deviation),
        ),
      'with the deviation for the variance': () =>
        shrinkages.map(({ d, deviation }) =>
          meanSquaredLength((square) => 1 - ((d - 2) * deviation) / square, d, deviation),
        ),
      'with the norm not squared': () =>
        shrinkages.map(({ d, deviation }) =>
          meanSquaredLength((square) => 1 - ((d - 2) * deviation ** 2) / Math.sqrt(square), d, deviation),
        ),
    },
  }),
  latexCheck('variance-unbiased', {
    states: 'the mean squared difference of pairs',
    cases: [{ given: { 's^{2}': pairwiseVariance(sample), n: 5, x: sample } }],
  }),
];
