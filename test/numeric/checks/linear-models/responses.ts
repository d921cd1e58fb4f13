import { jStat } from 'jstat';
import { Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient, hessian } from '../../differences';
import { elementwise, matrix, vector } from '../../given';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sigmoid = (z: number) => (1 + Math.tanh(z / 2)) / 2;
const x = vector([0.7, 0.9]);

/** Five labelled inputs with a 1 for the bias. */
const inputs = [
  [1, 0.2],
  [1, 1.1],
  [1, -0.7],
  [1, 2.3],
  [1, -1.6],
];
const rows = inputs.map((input) => vector(input));
const labels = [1, 0, 0, 1, 0];
const weights = vector([-0.3, 0.8]);
const logLoss = (w: Matrix) =>
  sum(rows.map((row, i) => Math.log1p(Math.exp((1 - 2 * (labels[i] ?? 0)) * w.dot(row)))));
const predictions = rows.map((row) => sigmoid(weights.dot(row)));
const variances = Matrix.diag(predictions.map((p) => p * (1 - p)));

/** The mean of a response whose probabilities are proportional to its base measure times `exp(y * score)`. */
function meanResponse(base: (y: number) => number, support: number, score: number): number {
  const sizes = Array.from({ length: support }, (_, y) => base(y) * Math.exp(y * score));
  return sum(sizes.map((size, y) => y * size)) / sum(sizes);
}
const beta = vector([0.4, -0.9]);
const score = 0.7 * 0.4 - 0.9 * 0.9;

/** The probabilities of a Poisson count from the ratio of neighbours, scaled to sum to one. */
function poissonByRatios(rate: number, count: number): number {
  const sizes = [1];
  for (let k = 1; k < 60; k++) sizes.push(((sizes[k - 1] ?? 0) * rate) / k);
  return (sizes[count] ?? 0) / sum(sizes);
}

/** Three examples on a line, with a 1 for the bias: by hand the weights are (1, 1), then (1.5, 0), and stay. */
const walk = [
  [1, 1, 1],
  [-2, 1, -1],
  [-0.5, 1, -1],
] as const;
function perceptron(step: (y: number) => number, isWrong: (margin: number) => boolean): readonly number[] {
  let [w, b] = [0, 0];
  for (let epoch = 0; epoch < 20; epoch++) {
    for (const [input, one, label] of walk) {
      if (!isWrong(label * (w * input + b * one))) continue;
      w += step(label) * input;
      b += step(label) * one;
    }
  }
  return [w, b];
}

export const responses: readonly Check[] = [
  latexCheck('generalized-linear-model', {
    states: 'means of exponential families summed over their responses',
    cases: [
      {
        given: {
          g: Math.log,
          '\\mathbb{E}[y \\mid \\mathbf{x}]': meanResponse((y) => 1 / jStat.factorial(y), 40, score),
          '\\mathbf{x}': x,
          '\\boldsymbol{\\beta}': beta,
        },
      },
      {
        given: {
          g: (p: number) => Math.log(p / (1 - p)),
          '\\mathbb{E}[y \\mid \\mathbf{x}]': meanResponse(() => 1, 2, score),
          '\\mathbf{x}': x,
          '\\boldsymbol{\\beta}': beta,
        },
      },
    ],
  }),
  latexCheck('logistic-regression-gradient', {
    states: 'finite differences',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathbf{w}': weights,
          n: 5,
          y: labels,
          '\\sigma': elementwise(sigmoid),
          '\\mathbf{x}': rows,
        },
      },
    ],
  }),
  latexCheck('logistic-regression-irls', {
    states: 'a Newton step by finite differences',
    tolerance: 1e-6,
    cases: [1, 4].map((i) => ({
      given: {
        '\\mathbf{w}^{(t+1)}': Matrix.sub(
          weights,
          solve(hessian(logLoss, weights), gradient(logLoss, weights)),
        ),
        '\\mathbf{w}^{(t)}': weights,
        '\\mathbf{X}': matrix(inputs),
        '\\mathbf{R}': variances,
        '\\operatorname{diag}\\left( \\mu_{1} (1 - \\mu_{1}), \\dots, \\mu_{n} (1 - \\mu_{n}) \\right)':
          variances,
        '\\mathbf{y}': vector(labels),
        '\\boldsymbol{\\mu}': vector(predictions),
        '\\mu': predictions,
        '\\sigma': sigmoid,
        '\\mathbf{x}': rows,
        i,
      },
    })),
  }),
  functionCheck('perceptron-update', {
    states: 'a run by hand',
    formula: () =>
      perceptron(
        (y) => y,
        (margin) => margin <= 0,
      ),
    against: () => [1.5, 0],
    mutants: {
      'against the label': () =>
        perceptron(
          (y) => -y,
          (margin) => margin <= 0,
        ),
      'without the label': () =>
        perceptron(
          () => 1,
          (margin) => margin <= 0,
        ),
      'only if strictly wrong': () =>
        perceptron(
          (y) => y,
          (margin) => margin < 0,
        ),
      'whether wrong or not': () =>
        perceptron(
          (y) => y,
          () => true,
        ),
    },
  }),
  latexCheck('poisson-regression', {
    states: 'ratios of neighbouring counts, scaled to sum to one',
    cases: [0, 3].map((count) => ({
      given: {
        'P(y \\mid \\mathbf{x})': poissonByRatios(Math.exp(0.7 * 1.4 + 0.9 * 0.5), count),
        y: count,
        '\\mathbf{x}': x,
        '\\mathbf{w}': vector([1.4, 0.5]),
      },
    })),
  }),
  latexCheck('probit-regression', {
    states: 'the distribution function of a library',
    cases: [
      {
        given: {
          'P(y = 1 \\mid \\mathbf{x})': jStat.normal.cdf(0.7 * 1.4 - 0.9 * 0.5, 0, 1),
          '\\mathbf{x}': x,
          '\\mathbf{w}': vector([1.4, -0.5]),
          '\\Phi': (z: number) => jStat.normal.cdf(z, 0, 1),
          z: 0.8,
        },
      },
    ],
  }),
];
