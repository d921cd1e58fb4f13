import { jStat } from 'jstat';
import { type Check, functionCheck, latexCheck } from '../../check';
import type { Operator } from '../../evaluate/values';
import { set } from '../../given';
import { maximizer, minimizer } from '../../golden-section';
import { expectation, operator } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How probable an event is, for a variable with a finite support: `P(X \geq t)`. */
function probability(support: readonly number[], probabilities: readonly number[]): Operator {
  return {
    kind: 'operator',
    letters: ['X'],
    apply: (event) => sum(support.map((x, k) => (event([x]) === true ? (probabilities[k] ?? 0) : 0))),
  };
}

function varianceOf(support: readonly number[], probabilities: readonly number[]): Operator {
  const mean = (f: (x: number) => number) => sum(support.map((x, k) => f(x) * (probabilities[k] ?? 0)));
  return operator('X', (body) => mean((x) => Number(body(x)) ** 2) - mean((x) => Number(body(x))) ** 2);
}

/** Everything that an inequality says of one variable. */
const variable = (support: readonly number[], probabilities: readonly number[]) => ({
  P: probability(support, probabilities),
  '\\mathbb{E}': expectation('X', support, probabilities),
  '\\operatorname{Var}': varianceOf(support, probabilities),
});

/** All outcomes of n fair throws, each of which is one of its two values. */
const throws = (values: readonly (readonly [number, number])[]): readonly (readonly number[])[] =>
  values.reduce<readonly (readonly number[])[]>(
    (outcomes, [low, high]) => outcomes.flatMap((outcome) => [low, high].map((value) => [...outcome, value])),
    [[]],
  );
const share = (outcomes: readonly (readonly number[])[], event: (outcome: readonly number[]) => boolean) =>
  outcomes.filter(event).length / outcomes.length;

/** How many throws with a range of two ends lie as far from their mean as they can. */
const farMean = (n: number, low: number, high: number) =>
  share(
    throws(Array.from({ length: n }, (): readonly [number, number] => [low, high])),
    (outcome) => Math.abs(sum(outcome) / n - (low + high) / 2) >= (high - low) / 2 - 1e-12,
  );

/** The exponent of Bennett's inequality, as a Chernoff bound of a centred Poisson variable with jumps of M. */
const bennett = (t: number, variance: number, M: number) =>
  maximizer((s) => s * t - (variance / M ** 2) * (Math.expm1(s * M) - s * M), 0, (4 * t) / variance);
const bennettExponent = (t: number, variance: number, M: number) => {
  const s = bennett(t, variance, M);
  return s * t - (variance / M ** 2) * (Math.expm1(s * M) - s * M);
};
/** Exponents in units of the one for a normal variable, where Bennett's and Bernstein's agree to second order. */
const bernsteinCases = [
  { t: 0.6, variance: 100, M: 1.3 },
  { t: 0.02, variance: 2.5, M: 0.7 },
];
const inNormalUnits = (exponent: (t: number, variance: number, M: number) => number) =>
  bernsteinCases.map(({ t, variance, M }) => exponent(t, variance, M) / (t ** 2 / (2 * variance)));

const poissonCases = [
  { mu: 2, delta: 0.5 },
  { mu: 0.8, delta: 1.7 },
];
const overPoissons = (bound: (mu: number, delta: number) => number) =>
  poissonCases.map(({ mu, delta }) => bound(mu, delta));
/** Chernoff's bound of a Poisson variable, to which counts of rare events come close. */
function poissonChernoff(mu: number, delta: number): number {
  const counts = Array.from({ length: 80 }, (_, k) => k);
  const bound = (s: number) =>
    sum(counts.map((k) => Math.exp(s * (k - (1 + delta) * mu)) * jStat.poisson.pdf(k, mu)));
  return bound(minimizer(bound, 0, 3));
}

/** The rate at which the squared length of a random projection exceeds its mean by a small share. */
const chiSquareRate = (epsilon: number) => {
  const exponent = (s: number) => s * (1 + epsilon) + Math.log1p(-2 * s) / 2;
  return exponent(maximizer(exponent, 0, 0.4));
};
const distortions = [0.01, 0.004];
const dimensionOf = (rate: (epsilon: number) => number) =>
  distortions.map((epsilon) => (4 * Math.log(50)) / rate(epsilon));

const hoeffding = (printed: string) =>
  `P\\left( \\left\\lvert \\frac{1}{n} \\sum_{i=1}^{n} X_{i} - \\mu \\right\\rvert \\geq t \\right) \\leq ${printed}`;
const mcdiarmid = (printed: string) =>
  `P\\left( f(X_{1}, \\dots, X_{n}) - \\mathbb{E}\\left[ f(X_{1}, \\dots, X_{n}) \\right] \\geq t \\right) \\leq ${printed}`;

export const tails: readonly Check[] = [
  functionCheck('bernstein-inequality', {
    states: 'Bennett’s exponent for small deviations, by a search',
    tolerance: 1e-5,
    formula: () => inNormalUnits((t, variance, M) => t ** 2 / 2 / (variance + (M * t) / 3)),
    against: () => inNormalUnits(bennettExponent),
    mutants: {
      'with the other sign': () => inNormalUnits((t, variance, M) => t ** 2 / 2 / (variance - (M * t) / 3)),
      'a half for a third': () => inNormalUnits((t, variance, M) => t ** 2 / 2 / (variance + (M * t) / 2)),
      'without the half': () => inNormalUnits((t, variance, M) => t ** 2 / (variance + (M * t) / 3)),
    },
  }),
  latexCheck('chebyshev-inequality', {
    states: 'variables on three values, which attain it, and one that does not',
    cases: [
      ...[0.4, 3].map((t) => ({
        given: { ...variable([1.5 - t, 1.5, 1.5 + t], [0.15, 0.7, 0.15]), t },
      })),
      { given: { ...variable([0, 1, 5], [0.3, 0.5, 0.2]), t: 2 } },
    ],
  }),
  latexCheck('chernoff-bound', {
    states: 'variables on two values, which attain it, and one that does not',
    cases: [
      { ...variable([0, 1], [0.7, 0.3]), t: 1 },
      { ...variable([-3, -1], [0.7, 0.3]), t: -1 },
      { ...variable([0, 1, 3], [0.4, 0.4, 0.2]), t: 1 },
    ].map((given) => ({
      given: {
        ...given,
        '\\inf_{\\lambda > 0}': operator('\\lambda', (body) =>
          Number(body(minimizer((lambda) => Number(body(lambda)), 1e-9, 40))),
        ),
      },
    })),
  }),
  functionCheck('chernoff-bound-multiplicative', {
    states: 'Chernoff’s bound of a Poisson variable, by a search',
    formula: () => overPoissons((mu, delta) => (Math.exp(delta) / (1 + delta) ** (1 + delta)) ** mu),
    against: () => overPoissons(poissonChernoff),
    mutants: {
      'with the exponent delta below': () =>
        overPoissons((mu, delta) => (Math.exp(delta) / (1 + delta) ** delta) ** mu),
      'without the mean': () => overPoissons((_, delta) => Math.exp(delta) / (1 + delta) ** (1 + delta)),
      'the simpler form': () => overPoissons((mu, delta) => Math.exp((-mu * delta ** 2) / 3)),
    },
  }),
  latexCheck('hoeffding-inequality', {
    states: 'all outcomes of fair throws',
    same: {
      [hoeffding('2')]: 'a weaker bound',
      [hoeffding('2 \\exp\\left( - \\frac{ n t^{2}}{(b - a)^{2}} \\right)')]: 'a weaker bound',
      [hoeffding('3 \\exp\\left( - \\frac{2 n t^{2}}{(b - a)^{2}} \\right)')]: 'a weaker bound',
      [hoeffding('2 \\exp\\left( \\frac{2 n t^{2}}{(b - a)^{2}} \\right)')]: 'a weaker bound',
      [hoeffding('2 \\exp\\left( - \\frac{2 t^{2}}{(b - a)^{2}} \\right)')]: 'a weaker bound',
    },
    cases: [
      { n: 1, a: -1, b: 1 },
      { n: 1, a: -0.25, b: 0.25 },
      { n: 1, a: -2, b: 2 },
      { n: 3, a: 0.5, b: 2 },
    ].map(({ n, a, b }) => ({
      given: {
        'P\\left( \\left\\lvert \\frac{1}{n} \\sum_{i=1}^{n} X_{i} - \\mu \\right\\rvert \\geq t \\right)':
          farMean(n, a, b),
        n,
        a,
        b,
        t: (b - a) / 2,
      },
    })),
  }),
  latexCheck('hoeffding-lemma', {
    states: 'fair variables on two values, which come close to it',
    cases: [
      { a: -1, b: 1, s: 0.1 },
      { a: -0.1, b: 0.1, s: 2 },
      { a: -1, b: 1, s: 2 },
      { a: 0.2, b: 1.5, s: 0.3 },
    ].map(({ a, b, s }) => ({ given: { ...variable([a, b], [0.5, 0.5]), a, b, '\\lambda': s } })),
  }),
  functionCheck('johnson-lindenstrauss', {
    states: 'the Chernoff rate of a chi-squared variable, by a search',
    tolerance: 1e-4,
    formula: () => dimensionOf((epsilon) => epsilon ** 2 / 2 - epsilon ** 3 / 3),
    // A union over fewer than n² / 2 pairs and two tails is less than one at twice the logarithm of n.
    against: () => distortions.map((epsilon) => (2 * Math.log(50)) / chiSquareRate(epsilon)),
    mutants: {
      'with the other sign': () => dimensionOf((epsilon) => epsilon ** 2 / 2 + epsilon ** 3 / 3),
      'without the cube': () => dimensionOf((epsilon) => epsilon ** 2 / 2),
      'without the half': () => dimensionOf((epsilon) => epsilon ** 2 - epsilon ** 3 / 3),
    },
  }),
  latexCheck('markov-inequality', {
    states: 'variables on two values, which attain it, and one that does not',
    cases: [
      ...[0.6, 2.5].map((t) => ({ given: { ...variable([0, t], [0.7, 0.3]), t } })),
      { given: { ...variable([0, 1, 4], [0.2, 0.5, 0.3]), t: 3 } },
    ],
  }),
  latexCheck('mcdiarmid-inequality', {
    states: 'all outcomes of a sum of fair throws',
    same: {
      [mcdiarmid('\\exp\\left( \\frac{2 t^{2}}{\\sum_{i=1}^{n} c_{i}^{2}} \\right)')]: 'a weaker bound',
      [mcdiarmid('\\exp\\left( - \\frac{t^{2}}{\\sum_{i=1}^{n} c_{i}^{2}} \\right)')]: 'a weaker bound',
    },
    cases: [[0.5], [3], [1, 1], [0.6, 1.1]].map((c) => ({
      given: {
        'P\\left( f(X_{1}, \\dots, X_{n}) - \\mathbb{E}\\left[ f(X_{1}, \\dots, X_{n}) \\right] \\geq t \\right)':
          share(
            throws(c.map((range): readonly [number, number] => [0, range])),
            (outcome) => sum(outcome) - sum(c) / 2 >= sum(c) / 2 - 1e-12,
          ),
        n: c.length,
        t: sum(c) / 2,
        c,
      },
    })),
  }),
  latexCheck('union-bound', {
    states: 'faces of a die, counted',
    cases: [
      { events: [[1], [2, 3], [6]], union: 4 / 6 },
      {
        events: [
          [1, 2],
          [2, 3],
          [3, 6],
        ],
        union: 4 / 6,
      },
    ].map(({ events, union }) => ({
      given: {
        'P\\left( \\bigcup_{i=1}^{n} A_{i} \\right)': union,
        P: (faces: readonly number[]) => faces.length / 6,
        n: 3,
        A: events.map((faces) => set(faces)),
      },
    })),
  }),
];
