import { jStat } from 'jstat';
import { type Check, functionCheck, latexCheck } from '../../check';
import { set, vector } from '../../given';
import { maximum } from '../../operators';
import { hockeyStick, whereFallsTo } from './scenes';

/** Histograms of three people in three classes, and every way to move one of them. */
const HISTOGRAMS = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
const NEIGHBOURS = HISTOGRAMS.flatMap((people) =>
  HISTOGRAMS.filter((others) => others.filter((one, i) => one !== people[i]).length === 1).map((others) => [
    people,
    others,
  ]),
);
const histogram = (people: readonly number[]) =>
  vector([0, 1, 2].map((place) => people.filter((one) => one === place).length));

/** The largest privacy loss of two Laplace noises, over a grid of results; the answers are one apart in each entry. */
function laplaceLoss(scale: number): number {
  const grid = Array.from({ length: 41 }, (_, i) => (i - 20) / 2);
  const loss = (o: number, shift: number) =>
    Math.log(jStat.laplace.pdf(o, 0, scale) / jStat.laplace.pdf(o, shift, scale));
  return Math.max(...grid.map((o) => loss(o, 1))) + Math.max(...grid.map((o) => loss(o, -1)));
}

/** The exact probability of failure of Gaussian noise, as the entry has it. */
function failure(epsilon: number, gap: number, scale: number, sign = 1): number {
  const cdf = (x: number) => jStat.normal.cdf(x, 0, 1);
  const [half, shift] = [gap / (2 * scale), (epsilon * scale) / gap];
  return cdf(half - shift) - Math.exp(sign * epsilon) * cdf(-half - sign * shift);
}
const SETTINGS = [
  [0.5, 1.3, 2],
  [2, 0.7, 0.4],
  [0, 1, 1.5],
] as const;

export const mechanisms: readonly Check[] = [
  latexCheck('dpsgd-step', {
    states: 'a hand-worked batch: one gradient is clipped, one is not',
    cases: [
      {
        given: {
          '\\mathbf{g}': [vector([6, 8]), vector([7, 7]), vector([0.9, -1.2])],
          C: 2,
          '\\boldsymbol{\\theta}_{t+1}': vector([
            1 - 0.05 * (1.2 + 0.9 + 0.3),
            -3 - 0.05 * (1.6 - 1.2 - 0.7),
          ]),
          '\\boldsymbol{\\theta}_{t}': vector([1, -3]),
          '\\eta': 0.2,
          B: 4,
          '\\mathcal{B}_{t}': set([1, 3]),
          '\\mathbf{z}_{t}': vector([0.3, -0.7]),
        },
      },
    ],
  }),
  latexCheck('exponential-mechanism', {
    states: 'odds that double with every point of quality',
    cases: [1, 2, 3].map((r) => ({
      given: {
        'P(\\mathcal{M}(\\mathcal{D}) = r)': ([2, 8, 1][r - 1] ?? 0) / 11,
        '\\mathcal{R}': set([1, 2, 3]),
        r,
        '\\mathcal{D}': 0,
        u: (_: number, place: number) => [1, 3, 0][place - 1] ?? Number.NaN,
        '\\Delta': 1.5,
        '\\varepsilon': 3 * Math.LN2,
      },
    })),
  }),
  latexCheck('gaussian-mechanism', {
    states: 'bisection of the tail bound that the proof needs',
    cases: [
      {
        given: {
          '\\mathcal{M}(\\mathcal{D})': vector([2.5, -1.7]),
          'f(\\mathcal{D})': vector([2, -1]),
          '\\mathbf{z}': vector([0.5, -0.7]),
          '\\sigma': whereFallsTo(0.01, (scale) => 1.25 * Math.exp(-((0.6 * scale) ** 2) / (2 * 1.7 ** 2))),
          '\\Delta_{2}': 1.7,
          '\\delta': 0.01,
          '\\varepsilon': 0.6,
        },
      },
    ],
  }),
  functionCheck('gaussian-mechanism-analytic', {
    states: 'quadrature of where one Gaussian exceeds the other',
    formula: () => SETTINGS.map(([epsilon, gap, scale]) => failure(epsilon, gap, scale)),
    against: () => SETTINGS.map(([epsilon, gap, scale]) => hockeyStick(epsilon, gap, scale)),
    mutants: {
      'the other sign of the privacy loss': () =>
        SETTINGS.map(([epsilon, gap, scale]) => failure(epsilon, gap, scale, -1)),
      'twice the gap': () => SETTINGS.map(([epsilon, gap, scale]) => failure(epsilon, 2 * gap, scale)),
    },
  }),
  functionCheck('laplace-mechanism', {
    states: 'the largest privacy loss over a grid of results',
    // The answers are one apart in each of two entries, so that the sensitivity is two.
    formula: () => laplaceLoss(2 / 0.7),
    against: () => 0.7,
    mutants: {
      'the Euclidean sensitivity': () => laplaceLoss(Math.SQRT2 / 0.7),
      'upside down': () => laplaceLoss(0.7 / 2),
    },
  }),
  latexCheck('query-sensitivity', {
    states: 'a histogram, where a person leaves one class for another',
    cases: [1, 2].map((p) => ({
      given: {
        '\\Delta_{p}': 2 ** (1 / p),
        p,
        "\\max_{\\mathcal{D} \\sim \\mathcal{D}'}": maximum(['\\mathcal{D}', "\\mathcal{D}'"], NEIGHBOURS),
        f: histogram,
      },
    })),
  }),
  latexCheck('randomized-response', {
    states: 'two coins: the truth on heads, what the second coin says on tails',
    cases: [0, 1].flatMap((z) =>
      [0, 1].map((x) => ({
        given: {
          'P(Z = z \\mid X = x)': (z === x ? 1 / 2 : 0) + 1 / 4,
          z,
          x,
          '\\varepsilon': Math.log(3),
        },
      })),
    ),
  }),
  latexCheck('randomized-response-estimator', {
    states: 'the share of yes that a known population says on average',
    cases: [0.3, 0.85].map((share) => ({
      given: { '\\hat{\\pi}': share, '\\bar{z}': share * 0.8 + (1 - share) * 0.2, p: 0.8 },
    })),
  }),
];
