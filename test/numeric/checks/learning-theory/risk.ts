import { type Check, functionCheck, latexCheck } from '../../check';
import { set } from '../../given';
import { minimizer } from '../../golden-section';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** Three training sets, what is learned from each, and labels on both sides of the truth. */
const chances = [0.5, 0.3, 0.2];
const predictions = [1.4, 2.9, -0.3];
const [truth, noise] = [1.1, 0.6];
const draws = [1, 2, 3].flatMap((data) => [truth - noise, truth + noise].map((label) => [data, label]));

/** What an integral against the law of Marchenko and Pastur is, for the nonzero eigenvalues of a covariance. */
function marchenkoPastur(gamma: number, f: (eigenvalue: number) => number): number {
  const [middle, half] = [1 + gamma, 2 * Math.sqrt(gamma)];
  return integrate(
    (angle) => {
      const eigenvalue = middle + half * Math.sin(angle);
      return (f(eigenvalue) * (half * Math.cos(angle)) ** 2) / (2 * Math.PI * gamma * eigenvalue);
    },
    -Math.PI / 2,
    Math.PI / 2,
  );
}
/** The variance is the mean inverse eigenvalue, the bias the share of directions that no sample touches. */
const ridgelessRisk = (gamma: number, signal: number, deviation: number) =>
  deviation ** 2 * gamma * marchenkoPastur(gamma, (eigenvalue) => 1 / eigenvalue) +
  (gamma > 1 ? signal ** 2 * (1 - marchenkoPastur(gamma, () => 1)) : 0);

/** A missed positive costs five, a false alarm one. */
const cost = (prediction: number, label: number) => (prediction === label ? 0 : label === 1 ? 5 : 1);
const threshold = (x: number) => (x > 2.5 ? 1 : 0);

const targets = [1, 2, 2.5, 7, 9];
const constants = [0, 1, 2, 3, 4, 5, 6, 7];
const nearestTo = (value: number) =>
  constants.reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));
const best = (risk: (constant: number) => number) => constants.reduce((a, b) => (risk(b) < risk(a) ? b : a));
const squared = (constant: number) => average(targets.map((target) => (target - constant) ** 2));
const absolute = (constant: number) => average(targets.map((target) => Math.abs(target - constant)));

/** Risks of constant predictions of a uniform variable, by quadrature; the mean is the best of all. */
const riskOfConstant = (constant: number) => integrate((y) => (y - constant) ** 2, 0, 1);
const bayesRisk = riskOfConstant(minimizer(riskOfConstant, 0, 1));

type Search = (values: readonly number[]) => number;
/** How often each pair of values is seen, over all functions from three places to three values. */
function histogram(first: number, next: Search): readonly number[] {
  const seen = Array.from({ length: 9 }, () => 0);
  for (let code = 0; code < 27; code++) {
    const values = [code % 3, Math.floor(code / 3) % 3, Math.floor(code / 9)];
    const [one, two] = [values[first] ?? 0, values[next([values[first] ?? 0])] ?? 0];
    seen[3 * one + two] = (seen[3 * one + two] ?? 0) + 1;
  }
  return seen;
}

export const risk: readonly Check[] = [
  latexCheck('bias-variance-decomposition', {
    states: 'three training sets and two labels, enumerated',
    cases: [
      {
        given: {
          '\\mathbb{E}_{\\mathcal{D}, y}': expectation(
            ['\\mathcal{D}', 'y'],
            draws,
            draws.map(([data = 0]) => (chances[data - 1] ?? 0) / 2),
          ),
          '\\mathbb{E}_{\\mathcal{D}}': expectation('\\mathcal{D}', [1, 2, 3], chances),
          '\\hat{f}': predictions.map((prediction) => () => prediction),
          f: () => truth,
          '\\mathbf{x}': 0.5,
          '\\sigma': noise,
        },
      },
    ],
  }),
  latexCheck('double-descent-ridgeless', {
    states: 'integrals against the law of Marchenko and Pastur',
    cases: [0.3, 0.8, 1.6, 4].map((gamma) => ({
      given: {
        'R(\\gamma)': ridgelessRisk(gamma, 1.7, 0.6),
        '\\gamma': gamma,
        '\\sigma': 0.6,
        r: 1.7,
      },
    })),
  }),
  latexCheck('empirical-risk', {
    states: 'mistakes counted by hand',
    cases: [
      {
        given: {
          // One missed positive, two false alarms, two right.
          '\\hat{R}(h)': (5 + 1 + 1) / 5,
          h: threshold,
          n: 5,
          '\\ell': cost,
          '\\mathbf{x}': [1, 2, 3, 4, 5],
          y: [1, 0, 0, 1, 0],
        },
      },
    ],
  }),
  functionCheck('empirical-risk-minimization', {
    states: 'the constants nearest to the mean and to the median',
    formula: () => [best(squared), best(absolute)],
    against: () => [nearestTo(average(targets)), nearestTo(2.5)],
    mutants: {
      'the largest risk': () => [best((c) => -squared(c)), best((c) => -absolute(c))],
      'one loss for both': () => [best(squared), best(squared)],
    },
  }),
  latexCheck('excess-risk-decomposition', {
    states: 'risks of three constants and of the best one, by quadrature',
    cases: [
      {
        given: {
          R: riskOfConstant,
          '\\hat{h}': 0.1,
          'R^{*}': bayesRisk,
          '\\mathcal{H}': set([0.1, 0.3, 0.9]),
        },
      },
    ],
  }),
  latexCheck('expected-risk', {
    states: 'the cost of each kind of mistake by its chance',
    cases: [
      {
        given: {
          // Positives below the threshold have the chance 0.15, negatives above it 0.25.
          'R(h)': 5 * 0.15 + 0.25,
          h: threshold,
          '\\ell': cost,
          '\\mathbb{E}_{p(\\mathbf{x}, y)}': expectation(
            ['\\mathbf{x}', 'y'],
            [
              [1, 1],
              [1, 0],
              [4, 1],
              [4, 0],
            ],
            [0.15, 0.35, 0.25, 0.25],
          ),
        },
      },
    ],
  }),
  functionCheck('no-free-lunch', {
    states: 'every sequence of two values is seen equally often',
    formula: () => [...histogram(0, ([y]) => (y === 0 ? 1 : 2)), ...histogram(2, ([y]) => (y === 2 ? 0 : 1))],
    against: () => Array.from({ length: 18 }, () => 27 / 9),
    mutants: {
      'a place looked at twice': () => [
        ...histogram(0, ([y]) => (y === 0 ? 0 : 2)),
        ...histogram(2, () => 1),
      ],
    },
  }),
];
