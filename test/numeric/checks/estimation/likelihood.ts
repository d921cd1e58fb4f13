import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { gradient, hessian } from '../../differences';
import { computed, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;
const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);

/** A normal sample at its maximum likelihood estimates, whose likelihood is a power of the variance. */
const sample = [2.1, -0.4, 3.3, 1.7, 5.2];
const center = average(sample);
const variance = average(sample.map((x) => (x - center) ** 2));
const likelihoodAtBest = product(sample.map((x) => jStat.normal.pdf(x, center, Math.sqrt(variance))));
const deviance = 5 * (Math.log(2 * Math.PI * variance) + 1);

/** Three categories by two logits against the last one. */
const logits = [0.4, -0.9];
const shares = (theta: Matrix) => {
  const sizes = [...theta.to1DArray(), 0].map(Math.exp);
  return sizes.map((size) => size / sum(sizes));
};
const categories = [1, 2, 3];
const softmaxScene = {
  '\\boldsymbol{\\theta}': vector(logits),
  'p_{\\boldsymbol{\\theta}}': computed(
    (get) => (x: number) => shares(get('\\boldsymbol{\\theta}'))[x - 1] ?? 0,
  ),
  '\\mathbb{E}_{p_{\\boldsymbol{\\theta}}(\\mathbf{x})}': expectation(
    '\\mathbf{x}',
    categories,
    shares(vector(logits)),
  ),
};
const [first = 0, second = 0] = shares(vector(logits));
/** The covariance of the indicators of the first two categories. */
const indicatorCovariance = matrix([
  [first * (1 - first), -first * second],
  [-first * second, second * (1 - second)],
]);

/** The score of a category, by finite differences. */
const scoreOf = (x: number) => gradient((theta) => Math.log(shares(theta)[x - 1] ?? 0), vector(logits));

/** The variance of the median of three standard normals, from its density. */
const medianVariance = integrate(
  (x) => {
    const below = jStat.normal.cdf(x, 0, 1);
    return x ** 2 * 6 * below * (1 - below) * jStat.normal.pdf(x, 0, 1);
  },
  -9,
  9,
);

const plane = [
  [1, 2],
  [3, -1],
  [0.5, 4],
  [2, 2.5],
];
/** The covariance of two columns from all pairs, without a mean; divided by n. */
const pairwiseCovariance = (a: number, b: number) =>
  sum(
    plane.flatMap((u, i) =>
      plane.slice(i + 1).map((v) => ((u[a] ?? 0) - (v[a] ?? 0)) * ((u[b] ?? 0) - (v[b] ?? 0))),
    ),
  ) /
  plane.length ** 2;

/** A normal sample with unknown mean and log-deviation. */
const logLikelihood = (theta: Matrix) =>
  sum(sample.map((x) => Math.log(jStat.normal.pdf(x, theta.get(0, 0), Math.exp(theta.get(1, 0))))));
const best = vector([center, Math.log(variance) / 2]);

export const likelihood: readonly Check[] = [
  latexCheck('akaike-information-criterion', {
    states: 'the closed form of a normal sample',
    cases: [
      {
        given: {
          '\\mathrm{AIC}': deviance + 2 + 2,
          d: 2,
          'p(\\mathcal{D} \\mid \\hat{\\theta})': likelihoodAtBest,
        },
      },
    ],
  }),
  latexCheck('bayesian-information-criterion', {
    states: 'the closed form of a normal sample',
    cases: [
      {
        given: {
          '\\mathrm{BIC}': deviance + Math.log(25),
          d: 2,
          n: 5,
          'p(\\mathcal{D} \\mid \\hat{\\theta})': likelihoodAtBest,
        },
      },
    ],
  }),
  latexCheck('cramer-rao-bound', {
    states: 'the mean of normals, which attains it, and the median, which does not',
    cases: [
      ...[0.7, 1.6].map((deviation) => ({
        given: {
          '\\operatorname{Var}[\\hat{\\theta}]': (deviation / 4) ** 2 * 4,
          n: 4,
          I: () => 1 / deviation ** 2,
          '\\theta': 0.3,
        },
      })),
      { given: { '\\operatorname{Var}[\\hat{\\theta}]': medianVariance, n: 3, I: () => 1, '\\theta': 0.3 } },
    ],
  }),
  latexCheck('fisher-information', {
    states: 'the covariance of category indicators',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          ...softmaxScene,
          '\\mathbf{I}(\\boldsymbol{\\theta})': indicatorCovariance,
          '\\nabla_{\\boldsymbol{\\theta}} \\log p_{\\boldsymbol{\\theta}}': scoreOf,
        },
      },
    ],
  }),
  latexCheck('fisher-information-hessian', {
    states: 'the covariance of category indicators',
    tolerance: 1e-5,
    cases: [{ given: { ...softmaxScene, '\\mathbf{I}(\\boldsymbol{\\theta})': indicatorCovariance } }],
  }),
  functionCheck('fisher-information-observed', {
    states: 'the information of a normal sample in its mean and log-deviation',
    tolerance: 1e-6,
    formula: () => hessian(logLikelihood, best).mul(-1),
    against: () =>
      matrix([
        [5 / variance, 0],
        [0, 10],
      ]),
    mutants: {
      'without the minus': () => hessian(logLikelihood, best),
      'away from the estimate': () => hessian(logLikelihood, vector([center, 0.1])).mul(-1),
    },
  }),
  latexCheck('gaussian-mle-multivariate', {
    states: 'products of differences of pairs',
    same: {
      '\\hat{\\boldsymbol{\\Sigma}} = \\frac{1}{n} \\sum_{i=1}^{n} (\\mathbf{x}_{i} + \\hat{\\boldsymbol{\\mu}}) (\\mathbf{x}_{i} - \\hat{\\boldsymbol{\\mu}})^{\\top}':
        'the deviations sum to zero',
      '\\hat{\\boldsymbol{\\Sigma}} = \\frac{1}{n} \\sum_{i=1}^{n} (\\mathbf{x}_{i} - \\hat{\\boldsymbol{\\mu}}) (\\mathbf{x}_{i} + \\hat{\\boldsymbol{\\mu}})^{\\top}':
        'the deviations sum to zero',
    },
    cases: [
      {
        given: {
          '\\hat{\\boldsymbol{\\mu}}': vector([6.5 / 4, 7.5 / 4]),
          '\\hat{\\boldsymbol{\\Sigma}}': matrix(
            [0, 1].map((a) => [0, 1].map((b) => pairwiseCovariance(a, b))),
          ),
          n: 4,
          '\\mathbf{x}': plane.map((point) => vector(point)),
        },
      },
    ],
  }),
  unchecked('mle-asymptotic-normality', 'theorem'),
  latexCheck('score-function', {
    states: 'the indicator less the share of each category',
    tolerance: 1e-6,
    cases: categories.map((x) => ({
      given: {
        ...softmaxScene,
        '\\mathbf{x}': x,
        '\\mathbf{s}(\\boldsymbol{\\theta}; \\mathbf{x})': vector([
          (x === 1 ? 1 : 0) - first,
          (x === 2 ? 1 : 0) - second,
        ]),
      },
    })),
  }),
  latexCheck('score-function-zero-mean', {
    states: 'a sum over three categories',
    cases: [{ given: { ...softmaxScene, '\\mathbf{0}': Matrix.zeros(2, 1) } }],
  }),
];
