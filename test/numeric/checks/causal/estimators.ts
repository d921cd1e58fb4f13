import { solve } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { identity, matrix, vector } from '../../given';
import { random } from '../../random';

const generator = random(41);

/** Units in two strata, treated more often in the second. */
const STRATUM = [1, 1, 1, 1, 1, 2, 2, 2, 2];
const TREATED = [1, 0, 0, 1, 0, 1, 1, 0, 1];
const OUTCOME = [3.1, 1.2, 0.4, 2.5, 1.9, 7.3, 6.1, 2.2, 8];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const among = (stratum: number, treatment: number) =>
  OUTCOME.filter((_, i) => STRATUM[i] === stratum && TREATED[i] === treatment);
const difference = (stratum: number) => mean(among(stratum, 1)) - mean(among(stratum, 0));
/** The differences of means within strata, by the sizes of the strata. */
const STRATIFIED = (5 * difference(1) + 4 * difference(2)) / 9;
/** The share of treated units in each stratum. */
const score = (x: number) => (x === 1 ? 2 / 5 : 3 / 4);
const UNITS = { n: 9, T: TREATED, Y: OUTCOME, X: STRATUM };

/** A regression on an intercept, a covariate and a treatment that is not binary. */
const COVARIATE = [0.3, -1.2, 2.1, 0.7, -0.4, 1.6];
const DOSE = [1.1, 0.2, 2.9, 0.4, 0.6, 1];
const RESPONSE = [2.3, -0.7, 5.1, 0.2, 1.4, 3.3];
const fit = (columns: readonly (readonly number[])[], target: readonly number[]) =>
  solve(matrix(columns).transpose(), vector(target)).to1DArray();
const ONES = COVARIATE.map(() => 1);
const line = (target: readonly number[]) => {
  const [level = 0, slope = 0] = fit([ONES, COVARIATE], target);
  return (x: number) => level + slope * x;
};

/** What else the outcome depends on, and a poor prediction of the dose. */
const bent = (x: number) => Math.sin(3 * x) + 0.4;
const rough = (x: number) => 0.5 + 0.2 * x * x;

const INSTRUMENTS = generator.matrix(7, 3);
const REGRESSORS = generator.matrix(7, 2);
const RESULTS = generator.normals(7);
/** What the first stage predicts of the regressors. */
const PREDICTED = INSTRUMENTS.mmul(solve(INSTRUMENTS, REGRESSORS));

/** Outcome models of the T-learner are lines; their difference is a regression with an interaction. */
const SLOPED = { treated: [1, 0, 1, 0, 1, 0], outcome: [2.4, 0.1, 6.2, 1.2, 0.9, 1.7] };
const group = (k: number) => SLOPED.treated.map((t, i) => (t === k ? i : -1)).filter((i) => i >= 0);
const pick = (values: readonly number[], places: readonly number[]) =>
  places.map((i) => values[i] ?? Number.NaN);
const model = (k: number) => {
  const [level = 0, slope = 0] = fit(
    [pick(ONES, group(k)), pick(COVARIATE, group(k))],
    pick(SLOPED.outcome, group(k)),
  );
  return (x: number) => level + slope * x;
};
const interaction = () => {
  const product = SLOPED.treated.map((t, i) => t * (COVARIATE[i] ?? Number.NaN));
  const [, , jump = 0, tilt = 0] = fit([ONES, COVARIATE, SLOPED.treated, product], SLOPED.outcome);
  return (x: number) => jump + tilt * x;
};

export const estimators: readonly Check[] = [
  latexCheck('aipw-estimator', {
    states: 'stratified means: with the right scores, outcome models do not matter',
    cases: [
      {
        given: {
          '\\hat{\\tau}_{\\mathrm{AIPW}}': STRATIFIED,
          ...UNITS,
          '\\hat{\\mu}_{1}': (x: number) => 2.7 * x + 0.4,
          '\\hat{\\mu}_{0}': (x: number) => 1.3 - 0.6 * x,
          '\\hat{e}': score,
        },
      },
    ],
  }),
  latexCheck('double-machine-learning', {
    states:
      'the regression on treatment and covariate at once; a model without noise, where the learner may err',
    cases: [
      {
        given: {
          '\\hat{\\theta}': 1.7,
          n: 6,
          T: DOSE,
          X: COVARIATE,
          Y: DOSE.map((dose, i) => 1.7 * dose + bent(COVARIATE[i] ?? 0)),
          '\\hat{m}': rough,
          '\\hat{\\ell}': (x: number) => 1.7 * rough(x) + bent(x),
        },
      },
      {
        given: {
          '\\hat{\\theta}': fit([ONES, COVARIATE, DOSE], RESPONSE)[2] ?? Number.NaN,
          n: 6,
          T: DOSE,
          X: COVARIATE,
          Y: RESPONSE,
          '\\hat{m}': line(DOSE),
          '\\hat{\\ell}': line(RESPONSE),
        },
      },
    ],
  }),
  latexCheck('ipw-estimator', {
    states: 'stratified means',
    cases: [{ given: { '\\hat{\\tau}_{\\mathrm{IPW}}': STRATIFIED, ...UNITS, e: score } }],
  }),
  latexCheck('metalearner-t', {
    states: 'one regression with an interaction',
    near: 0.05,
    cases: [0.5, -1.4].map((x) => ({
      given: {
        '\\hat{\\tau}(x)': interaction()(x),
        '\\hat{\\mu}_{1}': model(1),
        '\\hat{\\mu}_{0}': model(0),
        '\\hat{\\mu}_{k}(x)': model(1)(x),
        '\\mathbb{E}[Y \\mid X = x, T = k]': model(1)(x) * 1.01,
        x,
      },
    })),
  }),
  latexCheck('metalearner-x', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'D_{i}^{1}': 4.5,
          'Y_{i}^{1}': 7,
          'X_{i}^{1}': 1.5,
          '\\hat{\\mu}_{0}': (x: number) => 1 + x,
          'D_{i}^{0}': 9,
          'Y_{i}^{0}': -2,
          'X_{i}^{0}': 2.5,
          '\\hat{\\mu}_{1}': (x: number) => 2 + 2 * x,
          '\\hat{\\tau}(x)': 4.25,
          x: 3,
          g: (x: number) => x / 12,
          '\\hat{\\tau}_{0}': (x: number) => x - 1,
          '\\hat{\\tau}_{1}': (x: number) => 2 + x,
        },
      },
    ],
  }),
  latexCheck('two-stage-least-squares', {
    states: 'two regressions, one after the other',
    cases: [
      {
        given: {
          '\\hat{\\boldsymbol{\\beta}}': solve(PREDICTED, RESULTS),
          '\\mathbf{X}': REGRESSORS,
          '\\mathbf{Z}': INSTRUMENTS,
          '\\mathbf{P}_{\\mathbf{Z}}': INSTRUMENTS.mmul(solve(INSTRUMENTS, identity(7))),
          '\\mathbf{y}': RESULTS,
        },
      },
    ],
  }),
];
