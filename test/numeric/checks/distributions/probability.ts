import { jStat } from 'jstat';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { densityAt } from '../../gaussians';
import { matrix, set, vector } from '../../given';
import { expectation, integral } from '../../operators';
import { integrate } from '../../quadrature';
import { random } from '../../random';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const normal = (x: number, mu: number, sigma: number) => jStat.normal.pdf(x, mu, sigma);

/** Patients: ill and found ill, ill and missed, well and found ill, well and cleared. */
const patients = { found: 18, missed: 2, alarmed: 49, cleared: 931 };
const all = patients.found + patients.missed + patients.alarmed + patients.cleared;
/** Rolls of a die of twelve sides: even ones, and those above seven. */
const [even, high] = [set([2, 4, 6, 8, 10, 12]), set([8, 9, 10, 11, 12])];

/** Seven successes in ten trials under a beta prior; `p` knows its arguments apart. */
const data = 99;
const updated = (first: number, second?: number) => {
  if (second === undefined) return jStat.beta.pdf(first, 2.5, 1.5);
  return first === data ? second ** 7 * (1 - second) ** 3 : Number.NaN;
};

/** Three bits that depend on each other: `10 i + v` says that the i-th is v. */
const masses = random(3).simplex(8);
const bitsOf = (code: number) => [4, 2, 1].map((bit, i) => 10 * (i + 1) + (Math.floor(code / bit) % 2));
const massWith = (bits: readonly number[]) =>
  sum(masses.filter((_, code) => bits.every((bit) => bitsOf(code).includes(bit))));

/** How three machines share the work, how often each fails, and their lots in a table of a thousand parts. */
const machines = [
  { parts: 500, faulty: 10 },
  { parts: 300, faulty: 12 },
  { parts: 200, faulty: 14 },
];
const partsOf = (i: number) => machines[i - 1]?.parts ?? Number.NaN;
const faultyOf = (i: number) => machines[i - 1]?.faulty ?? Number.NaN;

const observations = [1.2, 0.4, 2.3, 1.9, 0.4, -0.8];
/** A narrow bump of area one in place of the Dirac delta. */
const bump = (x: number) => Math.max(0, 1 - Math.abs(x) / 1e-3) / 1e-3;
const empirical = (weigh: (x: number, point: number) => number) =>
  sum(
    observations.map((point) => integrate((x) => Math.sin(x) * weigh(x, point), point - 2e-3, point + 2e-3)),
  );
const share = (of: (value: number, threshold: number) => boolean) =>
  [-1, 0.4, 1.9, 2].map((threshold) => mean(observations.map((value) => (of(value, threshold) ? 1 : 0))));

const plane = {
  mean: vector([0.4, -0.7]),
  covariance: matrix([
    [2, 0.9],
    [0.9, 1.3],
  ]),
};
const rate = 1.7;
/** Draws that are spread evenly: the middles of two hundred slices of equal probability. */
const spreadDraws = Array.from({ length: 200 }, (_, i) => -Math.log(1 - (i + 0.5) / 200) / rate);

export const probability: readonly Check[] = [
  latexCheck('bayes-rule', {
    states: 'counts of a medical test',
    cases: [
      {
        given: {
          'P(A \\mid B)': patients.found / (patients.found + patients.alarmed),
          'P(B \\mid A)': patients.found / (patients.found + patients.missed),
          'P(A)': (patients.found + patients.missed) / all,
          'P(B)': (patients.found + patients.alarmed) / all,
        },
      },
    ],
  }),
  latexCheck('bayes-rule-parameters', {
    states: 'the conjugate beta posterior',
    cases: [0.3, 0.65].map((theta) => ({
      given: {
        'p(\\theta \\mid \\mathcal{D})': jStat.beta.pdf(theta, 9.5, 4.5),
        p: updated,
        '\\mathcal{D}': data,
        '\\theta': theta,
        '\\int': integral("\\theta'", 0, 1),
      },
    })),
  }),
  unchecked('central-limit-theorem', 'theorem'),
  unchecked('law-of-large-numbers', 'theorem'),
  latexCheck('conditional-probability', {
    states: 'counts of a die of twelve sides',
    cases: [
      {
        given: {
          'P(A \\mid B)': 3 / 5,
          P: (event: readonly number[]) => event.length / 12,
          A: even,
          B: high,
        },
      },
    ],
  }),
  latexCheck('total-probability', {
    states: 'counts of faulty parts',
    cases: [
      {
        given: {
          'P(A)': 36 / 1000,
          P: (event: number, machine?: number) =>
            machine === undefined ? partsOf(event) / 1000 : faultyOf(machine) / partsOf(machine),
          A: 0,
          B: [1, 2, 3],
          n: 3,
        },
      },
    ],
  }),
  latexCheck('probability-chain-rule', {
    states: 'a table of three bits',
    cases: [1, 4, 6].map((code) => ({
      given: {
        'p(x_{1}, \\dots, x_{n})': masses[code] ?? Number.NaN,
        p: (bit: number, ...known: readonly number[]) => massWith([bit, ...known]) / massWith(known),
        x: bitsOf(code),
        n: 3,
      },
    })),
  }),
  latexCheck('marginalization', {
    states: 'the marginal of a Gaussian',
    cases: [1.1, -2].map((x) => ({
      given: {
        'p(\\mathbf{x})': normal(x, 0.4, Math.SQRT2),
        p: (a: number, b: number) => densityAt(vector([a, b]), plane),
        '\\mathbf{x}': x,
        '\\int': integral('\\mathbf{y}', -15, 15),
      },
    })),
  }),
  latexCheck('cumulative-distribution-function', {
    states: 'the logistic distribution, in two closed forms',
    cases: [0.7, -1.3].map((x) => ({
      given: {
        'F(x)': 1 / (1 + Math.exp(-x)),
        'P(X \\leq x)': (1 + Math.tanh(x / 2)) / 2,
        p: (t: number) => 1 / (2 + Math.exp(t) + Math.exp(-t)),
        x,
      },
    })),
  }),
  latexCheck('density-of-transformed-variable', {
    states: 'jstat’s log-normal density, from a rising and a falling map',
    cases: [1, -1].map((sign) => ({
      given: {
        'p_{Y}(y)': jStat.lognormal.pdf(1.7, 0.4, 0.9),
        'p_{X}': (x: number) => normal(x, sign * 0.4, 0.9),
        'g^{-1}': (y: number) => sign * Math.log(y),
        y: 1.7,
      },
    })),
  }),
  functionCheck('empirical-distribution', {
    states: 'the average over the data, with a narrow bump for the Dirac delta',
    formula: () => empirical((x, point) => bump(x - point)) / observations.length,
    against: () => mean(observations.map(Math.sin)),
    tolerance: 1e-6,
    mutants: {
      'without one over the number': () => empirical((x, point) => bump(x - point)),
      'one point less': () =>
        empirical((x, point) => (point === 2.3 ? 0 : bump(x - point))) / observations.length,
      'the sign of the data turned': () => empirical((x, point) => bump(x + point)) / observations.length,
    },
  }),
  functionCheck('empirical-distribution-function', {
    states: 'places in the sorted data',
    formula: () => share((value, threshold) => value <= threshold),
    // Sorted: -0.8, 0.4, 0.4, 1.2, 1.9, 2.3.
    against: () => [0, 3 / 6, 5 / 6, 5 / 6],
    mutants: {
      'strictly below': () => share((value, threshold) => value < threshold),
      above: () => share((value, threshold) => value >= threshold),
    },
  }),
  latexCheck('expected-value', {
    states: 'known moments of the exponential distribution',
    cases: [
      { f: (x: number) => x ** 2, value: 2 / rate ** 2 },
      { f: (x: number) => Math.exp(-x), value: rate / (rate + 1) },
    ].map(({ f, value }) => ({
      given: {
        '\\mathbb{E}_{p(\\mathbf{x})}\\left[ f(\\mathbf{x}) \\right]': value,
        f,
        p: (x: number) => jStat.exponential.pdf(x, rate),
        '\\int': integral('\\mathbf{x}', 0, 40),
      },
    })),
  }),
  latexCheck('monte-carlo-estimate', {
    states: 'a known moment, with draws that are spread evenly',
    near: 3e-3,
    cases: [
      {
        given: {
          '\\mathbb{E}_{p(\\mathbf{x})}\\left[ f(\\mathbf{x}) \\right]': 2 - rate / (rate + 1),
          f: (x: number) => 2 - Math.exp(-x),
          '\\mathbf{x}': spreadDraws,
          N: spreadDraws.length,
        },
      },
    ],
  }),
  latexCheck('jensen-inequality', {
    states: 'a convex function, and a straight line',
    cases: [(x: number) => Math.exp(x), (x: number) => 3 - 2 * x].map((f) => ({
      given: { '\\mathbb{E}': expectation('X', [-1, 0.4, 2], [0.3, 0.5, 0.2]), f },
    })),
  }),
  latexCheck('shannon-entropy', {
    states: 'Cover and Thomas’s horse races: two bits, and seven quarters',
    cases: [
      { masses: [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64], bits: 2 },
      { masses: [1 / 2, 1 / 4, 1 / 8, 1 / 8], bits: 7 / 4 },
    ].map(({ masses: race, bits }) => ({
      given: {
        'H(p)': bits * Math.LN2,
        p: (x: number) => race[x] ?? Number.NaN,
        '\\mathcal{X}': set(race.map((_, x) => x)),
      },
    })),
  }),
];
