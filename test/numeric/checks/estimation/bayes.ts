import { jStat } from 'jstat';
import { inverse, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { hessian } from '../../differences';
import { densityAt } from '../../gaussians';
import { matrix, vector } from '../../given';
import { maximizer } from '../../golden-section';
import { integral, operator } from '../../operators';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);

/** Seven successes in ten trials, under two beta priors. */
const [successes, trials] = [7, 10];
const likelihood = (theta: number) => theta ** successes * (1 - theta) ** (trials - successes);
const priors = [
  { a: 2.5, b: 1.5 },
  { a: 1.2, b: 4 },
];
const evidences = priors.map(
  ({ a, b }) => jStat.betafn(a + successes, b + trials - successes) / jStat.betafn(a, b),
);
const [firstPrior, secondPrior] = priors.map(
  ({ a, b }) =>
    (theta: number) =>
      jStat.beta.pdf(theta, a, b),
);
const prior = firstPrior ?? (() => 0);

/** A posterior by Bayes' rule, with the evidence by quadrature. */
function bayesPosterior(weight: (x: number) => number, from: number, to: number): (x: number) => number {
  const evidence = integrate(weight, from, to);
  return (x) => weight(x) / evidence;
}

const counts = [3, 1, 2];
const concentrations = [1.5, 2, 0.8];
const dirichlet = (theta: Matrix, alpha: Matrix) => {
  const exponents = alpha.to1DArray();
  const powers = theta.to1DArray().map((p, k) => p ** ((exponents[k] ?? 0) - 1));
  return (product(powers) * jStat.gammafn(sum(exponents))) / product(exponents.map((a) => jStat.gammafn(a)));
};
/** The posterior of three categories, with the evidence by a double integral. */
function categoryPosterior(theta: readonly number[]): number {
  const weight = (shares: readonly number[]) =>
    product(shares.map((p, k) => p ** (counts[k] ?? 0))) * dirichlet(vector(shares), vector(concentrations));
  const evidence = integrate((p) => integrate((q) => weight([p, q, 1 - p - q]), 0, 1 - p, 1e-10), 0, 1, 1e-9);
  return weight(theta) / evidence;
}

/** A normal mean with a normal prior, by quadrature. */
const observations = [1.2, 0.4, 2.3, 1.9];
const normal = (x: number, mean: number, variance: number) => jStat.normal.pdf(x, mean, Math.sqrt(variance));
const meanPosterior = bayesPosterior(
  (mu) => normal(mu, -0.5, 0.81) * product(observations.map((x) => normal(x, mu, 1.69))),
  -12,
  12,
);
const posteriorMean = integrate((mu) => mu * meanPosterior(mu), -12, 12);
const posteriorVariance = integrate((mu) => (mu - posteriorMean) ** 2 * meanPosterior(mu), -12, 12);

/** A linear model of three weights with a normal prior: its posterior and its evidence are normal. */
const design = matrix([
  [1, 0.5, -0.3],
  [1, -1.2, 0.8],
  [1, 2.4, 1.9],
  [1, 0.1, -2.2],
]);
const responses = vector([0.7, -0.9, 3.1, 1.4]);
const noise = 0.36;
const priorCovariance = matrix([
  [2, 0.3, -0.2],
  [0.3, 1.5, 0.4],
  [-0.2, 0.4, 0.9],
]);
/** Without the rounding that a Cholesky factor refuses. */
const evened = (form: Matrix) => form.clone().add(form.transpose()).mul(0.5);
const zero = vector([0, 0, 0]);
const diagonal = (size: number, value: number) =>
  matrix(
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? value : 0))),
  );
const dataLikelihood = (weights: Matrix) =>
  densityAt(responses, { mean: design.mmul(weights), covariance: diagonal(4, noise) });
const weightPrior = (weights: Matrix) => densityAt(weights, { mean: zero, covariance: priorCovariance });
const logJoint = (weights: Matrix) => Math.log(dataLikelihood(weights)) + Math.log(weightPrior(weights));
const evidenceCovariance = evened(
  design.mmul(priorCovariance).mmul(design.transpose()).add(diagonal(4, noise)),
);
const gain = priorCovariance.mmul(design.transpose()).mmul(inverse(evidenceCovariance));
/** The posterior from the joint distribution of weights and responses. */
const exactPosterior = {
  mean: gain.mmul(responses),
  covariance: evened(Matrix.sub(priorCovariance, gain.mmul(design).mmul(priorCovariance))),
};
const curvature = hessian(logJoint, exactPosterior.mean).mul(-1);
const place = vector([0.4, 0.9, -0.5]);
const laplace = (precision: Matrix) =>
  densityAt(place, { mean: exactPosterior.mean, covariance: evened(inverse(precision)) });

export const bayes: readonly Check[] = [
  latexCheck('bayes-factor', {
    states: 'beta functions',
    cases: [
      {
        given: {
          'B_{12}': (evidences[0] ?? 0) / (evidences[1] ?? 0),
          'p(\\mathcal{D} \\mid \\mathcal{M}_{1})': integrate((t) => likelihood(t) * prior(t), 0, 1),
          'p(\\mathcal{D} \\mid \\mathcal{M}_{2})': integrate(
            (t) => likelihood(t) * (secondPrior?.(t) ?? 0),
            0,
            1,
          ),
          p: (value: number, given: number, model?: number) => {
            if (model !== undefined) return likelihood(given);
            return (given === 1 ? firstPrior : given === 2 ? secondPrior : null)?.(value) ?? 0;
          },
          '\\mathcal{D}': 0,
          '\\mathcal{M}': [1, 2],
          '\\int': operator(['\\theta_{1}', '\\theta_{2}'], (body) =>
            integrate((theta) => Number(body(theta, theta)), 0, 1),
          ),
        },
      },
    ],
  }),
  latexCheck('conjugate-beta-binomial', {
    states: 'Bayes’ rule with the evidence by quadrature',
    cases: [0.3, 0.65].map((theta) => ({
      given: {
        'p(\\theta \\mid x)': bayesPosterior((t) => likelihood(t) * prior(t), 0, 1)(theta),
        '\\theta': theta,
        x: successes,
        n: trials,
        '\\alpha': 2.5,
        '\\beta': 1.5,
        '\\operatorname{Beta}': (t: number, a: number, b: number) => jStat.beta.pdf(t, a, b),
      },
    })),
  }),
  latexCheck('conjugate-dirichlet-multinomial', {
    states: 'Bayes’ rule with the evidence by a double integral',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          'p(\\boldsymbol{\\theta} \\mid \\mathbf{n})': categoryPosterior([0.5, 0.2, 0.3]),
          '\\boldsymbol{\\theta}': vector([0.5, 0.2, 0.3]),
          '\\mathbf{n}': vector(counts),
          '\\boldsymbol{\\alpha}': vector(concentrations),
          '\\operatorname{Dir}': dirichlet,
        },
      },
    ],
  }),
  latexCheck('conjugate-normal', {
    states: 'Bayes’ rule by quadrature',
    cases: [-0.3, 0.9].map((mu) => ({
      given: {
        'p(\\mu \\mid x_{1:n})': meanPosterior(mu),
        '\\mu': mu,
        '\\mu_{n}': posteriorMean,
        '\\mu_{0}': -0.5,
        '\\sigma_{n}': Math.sqrt(posteriorVariance),
        '\\sigma_{0}': 0.9,
        '\\sigma': 1.3,
        x: observations,
        n: 4,
        '\\mathcal{N}': normal,
      },
    })),
  }),
  functionCheck('laplace-approximation', {
    states: 'the posterior of a linear model, which is normal',
    tolerance: 1e-6,
    formula: () => laplace(curvature),
    against: () => densityAt(place, exactPosterior),
    mutants: {
      'the curvature not inverted': () => laplace(inverse(curvature)),
      'without the prior': () => laplace(hessian((w) => -Math.log(dataLikelihood(w)), exactPosterior.mean)),
    },
  }),
  latexCheck('laplace-evidence', {
    states: 'the evidence of a linear model, for which it is exact',
    near: 1e-6,
    cases: [
      {
        given: {
          'p(\\mathcal{D})': densityAt(responses, {
            mean: vector([0, 0, 0, 0]),
            covariance: evidenceCovariance,
          }),
          'p(\\mathcal{D} \\mid \\hat{\\boldsymbol{\\theta}})': dataLikelihood(exactPosterior.mean),
          'p(\\hat{\\boldsymbol{\\theta}})': weightPrior(exactPosterior.mean),
          d: 3,
          '\\mathbf{H}': curvature,
        },
      },
    ],
  }),
  latexCheck('map-estimate', {
    states: 'the mode of a beta distribution',
    tolerance: 1e-6,
    cases: priors.map(({ a, b }) => ({
      given: {
        '\\hat{\\theta}_{\\mathrm{MAP}}': (a + successes - 1) / (a + b + trials - 2),
        '\\operatorname*{arg\\,max}_{\\theta}': operator('\\theta', (body) =>
          maximizer((theta) => Number(body(theta)), 1e-6, 1 - 1e-6),
        ),
        p: (value: number, theta?: number) =>
          theta === undefined ? jStat.beta.pdf(value, a, b) : likelihood(theta) * 500,
        '\\mathcal{D}': 0.5,
      },
    })),
  }),
  latexCheck('model-evidence', {
    states: 'beta functions',
    cases: priors.map(({ a, b }, k) => ({
      given: {
        'p(\\mathcal{D} \\mid \\mathcal{M})': evidences[k] ?? 0,
        p: (value: number, ...given: readonly number[]) =>
          given.length === 2 ? likelihood(given[0] ?? 0) : jStat.beta.pdf(value, a, b),
        '\\mathcal{D}': 0.4,
        '\\mathcal{M}': 0.4,
        '\\int': integral('\\theta', 0, 1),
      },
    })),
  }),
  latexCheck('posterior-predictive', {
    states: 'Laplace’s rule of succession for a beta posterior',
    cases: priors.map(({ a, b }) => ({
      given: {
        'p(\\mathbf{x}_{\\ast} \\mid \\mathcal{D})': (a + successes) / (a + b + trials),
        '\\mathbf{x}_{\\ast}': 1,
        '\\mathcal{D}': 3,
        p: (value: number, given: number) =>
          given === 3 ? jStat.beta.pdf(value, a + successes, b + trials - successes) : given,
        '\\int': integral('\\theta', 0, 1),
      },
    })),
  }),
];
