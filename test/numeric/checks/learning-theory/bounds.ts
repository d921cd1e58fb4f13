import { jStat } from 'jstat';
import { type Check, functionCheck, latexCheck } from '../../check';
import { crossing } from '../../golden-section';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

interface Setting {
  readonly n: number;
  readonly delta: number;
}
const settings: readonly Setting[] = [
  { n: 40, delta: 0.05 },
  { n: 300, delta: 0.2 },
];
const over = (bound: (setting: Setting) => number) => settings.map(bound);

/** The deviation at which McDiarmid's tail, for n differences of one size, has a given probability. */
const deviationFor = ({ n, delta }: Setting, difference: number) =>
  crossing((t) => delta - Math.exp((-2 * t ** 2) / (n * difference ** 2)), 0, 50);
/** The deviation of the mean of n values between 0 and 1. */
const meanDeviation = (setting: Setting) => deviationFor(setting, 1 / setting.n);

/** A finite class of functions on four points, and its complexity by brute force. */
const functions = [
  [0.9, -0.4, 0.3, 0.1],
  [-0.2, 0.8, 0.5, -0.7],
  [0.6, 0.6, -0.9, 0.2],
];
const complexity = (scale: number) =>
  average(
    Array.from({ length: 16 }, (_, mask) =>
      Math.max(
        ...functions.map((values) =>
          average(values.map((value, i) => ((mask >> i) & 1 ? value : -value) * scale)),
        ),
      ),
    ),
  );

/** Scores with their labels' signs, of which three are at most 0.5. */
const margins = [0.7, -0.2, 0.5, 1.4, 0.1, 0.9];
const rho = 0.5;
const marginShare = (limit: number) => average(margins.map((margin) => (margin <= limit ? 1 : 0)));

const stability = { beta: 0.004, M: 2.5 };

/** Two classifiers with errors of their own, a prior of one half each, and a posterior that gives q to the first. */
const risks = [0.5, 0.3];
const mixtures = Array.from({ length: 51 }, (_, k) => k / 50);
const entropyTo = (q: number) =>
  sum([q, 1 - q].map((share) => (share === 0 ? 0 : share * Math.log(share / 0.5))));
/** How probable it is that the bound holds for all posteriors, over samples of n. */
function coverage(n: number, slack: (divergence: number) => number): number {
  const counts = Array.from({ length: n + 1 }, (_, k) => k);
  const chance = (k: number, j: number) =>
    jStat.binomial.pdf(k, n, risks[0] ?? 0) * jStat.binomial.pdf(j, n, risks[1] ?? 0);
  const gap = (k: number, j: number, q: number) =>
    q * ((risks[0] ?? 0) - k / n) + (1 - q) * ((risks[1] ?? 0) - j / n);
  return sum(
    counts.flatMap((k) =>
      counts.map((j) => (mixtures.every((q) => gap(k, j, q) <= slack(entropyTo(q))) ? chance(k, j) : 0)),
    ),
  );
}
const covered = (slack: (divergence: number, setting: Setting) => number) =>
  [
    { n: 8, delta: 0.5 },
    { n: 20, delta: 0.7 },
  ].map((setting) =>
    coverage(setting.n, (divergence) => slack(divergence, setting)) >= 1 - setting.delta ? 1 : 0,
  );

const informed = (printed: string) =>
  `\\left\\lvert \\mathbb{E}\\left[ R(W) - \\hat{R}(W) \\right] \\right\\rvert \\leq ${printed}`;

export const bounds: readonly Check[] = [
  functionCheck('margin-bound', {
    states: 'complexity of the class over the margin, by brute force, and McDiarmid’s inequality inverted',
    formula: () =>
      over(
        ({ n, delta }) =>
          marginShare(rho) + (2 / rho) * complexity(1) + Math.sqrt(Math.log(1 / delta) / (2 * n)),
      ),
    against: () => over((setting) => 3 / 6 + 2 * complexity(1 / rho) + meanDeviation(setting)),
    mutants: {
      'the margin on the wrong side': () =>
        over(
          ({ n, delta }) =>
            marginShare(rho) + 2 * rho * complexity(1) + Math.sqrt(Math.log(1 / delta) / (2 * n)),
        ),
      'mistakes only': () =>
        over(
          ({ n, delta }) =>
            marginShare(0) + (2 / rho) * complexity(1) + Math.sqrt(Math.log(1 / delta) / (2 * n)),
        ),
      'a deviation without the two': () =>
        over(
          ({ n, delta }) => marginShare(rho) + (2 / rho) * complexity(1) + Math.sqrt(Math.log(1 / delta) / n),
        ),
    },
  }),
  latexCheck('mutual-information-generalization', {
    states: 'algorithms that remember their sample, by hand',
    same: { [informed('\\sqrt{\\frac{3 \\sigma^{2}}{n} I(W; S)}')]: 'a weaker bound' },
    cases: [
      // One of K values is remembered, and every other one is a mistake of the cost 2σ.
      ...[
        { K: 2, sigma: 2 },
        { K: 2, sigma: 0.5 },
        { K: 8, sigma: 0.5 },
      ].map(({ K, sigma }) => ({ gap: 2 * sigma * (1 - 1 / K), sigma, n: 1, information: Math.log(K) })),
      // Two of eight values, of which one may be the other: 8 single sets with 1/64, and 28 pairs with 1/32.
      {
        gap: (8 / 64) * (7 / 8) + (56 / 64) * (6 / 8),
        sigma: 0.5,
        n: 2,
        information: (8 / 64) * Math.log(64) + (28 / 32) * Math.log(32),
      },
    ].map(({ gap, sigma, n, information }) => ({
      given: {
        '\\left\\lvert \\mathbb{E}\\left[ R(W) - \\hat{R}(W) \\right] \\right\\rvert': gap,
        '\\sigma': sigma,
        n,
        'I(W; S)': information,
      },
    })),
  }),
  functionCheck('pac-bayes-bound', {
    states: 'the share of samples that obey it for every posterior',
    formula: () =>
      covered((divergence, { n, delta }) =>
        Math.sqrt((divergence + Math.log((2 * Math.sqrt(n)) / delta)) / (2 * n)),
      ),
    against: () => [1, 1],
    mutants: {
      'the divergence alone': () => covered((divergence, { n }) => Math.sqrt(divergence / (2 * n))),
      'without the root': () =>
        covered(
          (divergence, { n, delta }) => (divergence + Math.log((2 * Math.sqrt(n)) / delta)) / (2 * n) ** 2,
        ),
    },
  }),
  functionCheck('pac-finite-class-bound', {
    states: 'the deviation at which all of Hoeffding’s tails together are as probable as allowed',
    formula: () => over(({ n, delta }) => Math.sqrt(Math.log((2 * 12) / delta) / (2 * n))),
    against: () => over(({ n, delta }) => crossing((t) => delta - 12 * 2 * Math.exp(-2 * n * t ** 2), 0, 2)),
    mutants: {
      'one side only': () => over(({ n, delta }) => Math.sqrt(Math.log(12 / delta) / (2 * n))),
      'without the root': () => over(({ n, delta }) => Math.log((2 * 12) / delta) / (2 * n)),
    },
  }),
  functionCheck('pac-finite-class-realizable', {
    states: 'the exact chance that a bad hypothesis makes no mistake, for a large sample',
    tolerance: 1e-5,
    formula: () => over(({ delta }) => 1e7 * ((1 / 1e7) * (Math.log(12) + Math.log(1 / delta)))),
    // A hypothesis of the risk r survives n points with the chance (1 - r)^n, and one of twelve with twelve times that.
    against: () => over(({ delta }) => 1e7 * crossing((r) => delta - 12 * (1 - r) ** 1e7, 0, 1e-3)),
    mutants: {
      'with the square root': () => over(({ delta }) => 1e7 * Math.sqrt(Math.log(12 / delta) / 1e7)),
      'two-sided': () => over(({ delta }) => Math.log(2 * 12) + Math.log(1 / delta)),
    },
  }),
  functionCheck('rademacher-generalization-bound', {
    states: 'McDiarmid’s inequality inverted, twice',
    formula: () =>
      over(({ n, delta }) => 0.3 + 2 * complexity(1) + 3 * Math.sqrt(Math.log(2 / delta) / (2 * n))),
    // Half of the failures for the gap, and half for the complexity, which counts twice.
    against: () =>
      over(({ n, delta }) => {
        const deviation = meanDeviation({ n, delta: delta / 2 });
        return 0.3 + deviation + 2 * (complexity(1) + deviation);
      }),
    mutants: {
      'one deviation': () =>
        over(({ n, delta }) => 0.3 + 2 * complexity(1) + Math.sqrt(Math.log(2 / delta) / (2 * n))),
      'all of the failures': () =>
        over(({ n, delta }) => 0.3 + 2 * complexity(1) + 3 * Math.sqrt(Math.log(1 / delta) / (2 * n))),
    },
  }),
  functionCheck('uniform-stability-bound', {
    states: 'McDiarmid’s inequality inverted for differences of twice the stability and a share of the loss',
    formula: () =>
      over(
        ({ n, delta }) =>
          0.2 +
          stability.beta +
          (2 * n * stability.beta + stability.M) * Math.sqrt(Math.log(1 / delta) / (2 * n)),
      ),
    against: () =>
      over(
        (setting) =>
          0.2 + stability.beta + deviationFor(setting, 2 * stability.beta + stability.M / setting.n),
      ),
    mutants: {
      'for leaving one out': () =>
        over(
          ({ n, delta }) =>
            0.2 +
            2 * stability.beta +
            (4 * n * stability.beta + stability.M) * Math.sqrt(Math.log(1 / delta) / (2 * n)),
        ),
      'without the size of the sample': () =>
        over(
          ({ n, delta }) =>
            0.2 +
            stability.beta +
            (2 * stability.beta + stability.M) * Math.sqrt(Math.log(1 / delta) / (2 * n)),
        ),
    },
  }),
  functionCheck('vc-generalization-bound', {
    states:
      'Massart’s lemma for as many labellings as Sauer’s lemma allows, and McDiarmid’s inequality inverted',
    formula: () =>
      over(
        ({ n, delta }) =>
          0.1 +
          Math.sqrt((2 * 3 * Math.log((Math.E * n) / 3)) / n) +
          Math.sqrt(Math.log(1 / delta) / (2 * n)),
      ),
    against: () =>
      over((setting) => {
        const { n } = setting;
        const allowed = ((Math.E * n) / 3) ** 3;
        return 0.1 + (Math.sqrt(n) * Math.sqrt(2 * Math.log(allowed))) / n + meanDeviation(setting);
      }),
    mutants: {
      'without the dimension in the logarithm': () =>
        over(
          ({ n, delta }) =>
            0.1 + Math.sqrt((2 * 3 * Math.log(Math.E * n)) / n) + Math.sqrt(Math.log(1 / delta) / (2 * n)),
        ),
      'without the two': () =>
        over(
          ({ n, delta }) =>
            0.1 + Math.sqrt((3 * Math.log((Math.E * n) / 3)) / n) + Math.sqrt(Math.log(1 / delta) / (2 * n)),
        ),
    },
  }),
];
