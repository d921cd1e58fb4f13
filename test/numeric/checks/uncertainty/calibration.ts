import { type Check, latexCheck } from '../../check';
import { matrix, set } from '../../given';
import { operator, summation } from '../../operators';
import { valleyOf } from '../../stationary';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]) => total(values) / values.length;

/** Forecasts of three classes, with the class that came. */
const forecasts = [
  { chances: [0.7, 0.2, 0.1], came: 1 },
  { chances: [0.3, 0.45, 0.25], came: 3 },
  { chances: [0.15, 0.25, 0.6], came: 2 },
  { chances: [0.05, 0.9, 0.05], came: 2 },
];

/** Forecasts of an event with three values only, and whether it came. */
const events = [
  [0.2, 0],
  [0.2, 1],
  [0.2, 0],
  [0.5, 1],
  [0.5, 0],
  [0.9, 1],
  [0.9, 1],
  [0.9, 0],
  [0.9, 1],
];
const levels = [0.2, 0.5, 0.9].map((value) => {
  const group = events.filter(([forecast]) => forecast === value).map(([, came = 0]) => came);
  return [group.length, value, mean(group)];
});

/** Predictions by their confidence, and whether each was right, in three bins. */
const predictions = [
  { confidence: 0.3, right: 1 },
  { confidence: 0.2, right: 0 },
  { confidence: 0.55, right: 0 },
  { confidence: 0.6, right: 1 },
  { confidence: 0.65, right: 0 },
  { confidence: 0.8, right: 1 },
  { confidence: 0.95, right: 1 },
];
const all = [1, 2, 3, 4, 5, 6, 7];
const accuracy = (bin: readonly number[]) => mean(bin.map((i) => predictions[i - 1]?.right ?? Number.NaN));
const confidence = (bin: readonly number[]) =>
  mean(bin.map((i) => predictions[i - 1]?.confidence ?? Number.NaN));

/** The excess of confidence over a bin, added up by hand: 0.5 - 1, 1.8 - 1 and 1.75 - 2. */
const excess = [0.5, 0.8, 0.25];

const inBins = (bins: readonly (readonly number[])[]) => ({
  M: bins.length,
  B: bins.map(set),
  n: all.length,
  '\\operatorname{acc}': accuracy,
  '\\operatorname{conf}': confidence,
});

/** Two classes whose scores are normal with one variance: means 1.4 and -0.6, variance 1.3, shares 0.3 and 0.7. */
const classScore = (f: number, centre: number) => Math.exp(-((f - centre) ** 2) / (2 * 1.3));

const logits = [
  [1.2, -0.4, 0.3],
  [-0.7, 2.1, 0.5],
  [0.2, 0.9, 1.4],
  [2.5, -1, 0.1],
];
const truths = [1, 2, 2, 3];

/** The mean logit that the tempered probabilities expect of an example. */
function expectedLogit(z: readonly number[], temperature: number): number {
  const weights = z.map((value) => Math.exp(value / temperature));
  return total(z.map((value, k) => (value * (weights[k] ?? 0)) / total(weights)));
}

/** Where the expected logits add up to those of the true classes. */
const matched = valleyOf(
  (temperature) =>
    Math.abs(
      total(logits.map((z, i) => expectedLogit(z, temperature) - (z[(truths[i] ?? 0) - 1] ?? Number.NaN))),
    ),
  0.3,
  30,
);

export const calibration: readonly Check[] = [
  latexCheck('brier-score', {
    states: 'one less twice the chance of what came, plus all chances squared',
    cases: [
      {
        given: {
          '\\mathrm{BS}': mean(
            forecasts.map(
              ({ chances, came }) => 1 - 2 * (chances[came - 1] ?? 0) + total(chances.map((p) => p * p)),
            ),
          ),
          N: 4,
          K: 3,
          '\\hat{p}': matrix(forecasts.map(({ chances }) => chances)),
          y: matrix(forecasts.map(({ came }) => [1, 2, 3].map((k) => (k === came ? 1 : 0)))),
        },
      },
    ],
  }),
  latexCheck('brier-score-decomposition', {
    states: 'nine forecasts, counted by value',
    cases: [
      {
        given: {
          N: events.length,
          '\\hat{p}': events.map(([forecast = 0]) => forecast),
          y: events.map(([, came = 0]) => came),
          '\\sum_{k=1}^{K}': summation(['n_{k}', 'f_{k}', '\\bar{y}_{k}'], levels),
          '\\bar{y}': mean(events.map(([, came = 0]) => came)),
        },
      },
    ],
  }),
  latexCheck('expected-calibration-error', {
    states: 'seven predictions, counted by hand',
    cases: [
      {
        given: {
          '\\mathrm{ECE}': total(excess) / 7,
          ...inBins([
            [1, 2],
            [3, 4, 5],
            [6, 7],
          ]),
        },
      },
    ],
  }),
  latexCheck('maximum-calibration-error', {
    states: 'seven predictions, counted by hand',
    cases: [
      {
        given: {
          '\\mathrm{MCE}': 0.8 / 3,
          ...inBins([
            [1, 2],
            [3, 4, 5],
            [6, 7],
          ]),
        },
      },
      {
        given: {
          '\\mathrm{MCE}': 0.8 / 3,
          ...inBins([
            [3, 4, 5],
            [6, 7],
            [1, 2],
          ]),
        },
      },
      {
        given: {
          '\\mathrm{MCE}': 0.8 / 3,
          ...inBins([
            [6, 7],
            [3, 4, 5],
            [1, 2],
          ]),
        },
      },
    ],
  }),
  latexCheck('platt-scaling', {
    states: 'the rule of Bayes for two normal classes',
    cases: [0.4, -1.1].map((f) => {
      const [likely, unlikely] = [0.3 * classScore(f, 1.4), 0.7 * classScore(f, -0.6)];
      return {
        given: {
          'P(y = 1 \\mid \\mathbf{x})': likely / (likely + unlikely),
          A: -2 / 1.3,
          B: (1.4 ** 2 - 0.6 ** 2) / (2 * 1.3) - Math.log(0.3 / 0.7),
          f: () => f,
          '\\mathbf{x}': 0,
        },
      };
    }),
  }),
  latexCheck('temperature-scaling', {
    states: 'the temperature at which the expected logits are those of the true classes',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\hat{T}': matched,
          '\\operatorname*{arg\\,min}_{T > 0}': operator('T', (loss) =>
            valleyOf((temperature) => Number(loss(temperature)), 1, 4),
          ),
          '\\sum_{i=1}^{n}': summation(
            ['i', 'z_{i y_{i}}'],
            logits.map((z, i) => [i + 1, z[(truths[i] ?? 0) - 1] ?? Number.NaN]),
          ),
          K: 3,
          z: matrix(logits),
        },
      },
    ],
  }),
];
