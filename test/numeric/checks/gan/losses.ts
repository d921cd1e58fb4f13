import { type Check, latexCheck } from '../../check';
import { vector } from '../../given';
import { expectation } from '../../operators';
import {
  at,
  chanceReal,
  divergenceOf,
  FAKE,
  jensenShannon,
  overFake,
  overReal,
  PLACES,
  REAL,
  scene,
  score,
  total,
} from './scene';

const { log } = Math;
const best = { ...scene, D: chanceReal };
const logit = (x: number) => log(chanceReal(x) / (1 - chanceReal(x)));

/** A discriminator that is not the best, with quarters for chances. */
const QUARTERS = [1 / 2, 1 / 4, 3 / 4];
const other = { ...scene, D: (x: number) => at(QUARTERS, x) };
const otherReal = log((1 / 2) ** 0.2 * (1 / 4) ** 0.5 * (3 / 4) ** 0.3);
const otherFake = log((1 / 2) ** 0.45 * (1 / 4) ** 0.25 * (3 / 4) ** 0.3);
const otherSeen = log((1 / 2) ** 0.45 * (3 / 4) ** 0.25 * (1 / 4) ** 0.3);

/** Least of two probabilities at each place: what no discriminator can tell apart. */
const overlap = total(PLACES.map((x) => Math.min(at(REAL, x), at(FAKE, x))));
const squaresOf = (low: number, high: number) =>
  total(PLACES.map((x) => (high - low) ** 2 / (1 / at(REAL, x) + 1 / at(FAKE, x)))) / 2;
const meanFake = overFake(score);

const MIXTURE = PLACES.map((x) => (at(REAL, x) + at(FAKE, x)) / 2);

export const losses: readonly Check[] = [
  latexCheck('gan-discriminator-loss', {
    states: 'the divergence of Jensen and Shannon at the best discriminator, and a hand-worked case',
    cases: [
      { given: { ...best, 'J_{D}': log(2) - jensenShannon } },
      { given: { ...other, 'J_{D}': -(otherReal + otherSeen) / 2 } },
    ],
  }),
  latexCheck('gan-feature-matching', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          ...scene,
          // Means: (1.1, 1.9) of the data and (0.85, 2.65) of the samples.
          '\\mathbf{f}': (x: number) => vector([x, at([4, 1, 2], x)]),
          '\\mathcal{L}_{G}': 0.25 ** 2 + 0.75 ** 2,
        },
      },
    ],
  }),
  latexCheck('gan-generator-loss-zero-sum', {
    states: 'the divergence of Jensen and Shannon at the best discriminator',
    cases: [{ given: { ...best, 'J_{G}': jensenShannon - log(2), 'J_{D}': log(2) - jensenShannon } }],
  }),
  latexCheck('gan-hinge-loss', {
    states: 'the overlap at the best discriminator, and a hand-worked case',
    cases: [
      {
        given: {
          ...scene,
          D: (x: number) => Math.sign(at(REAL, x) - at(FAKE, x)),
          'J_{D}': 2 * overlap,
          'J_{G}': 0.45 - 0.25,
        },
      },
      {
        given: {
          ...scene,
          D: score,
          'J_{D}': 0.2 * 0.6 + 0.5 * 2.7 + 0.45 * 1.4 + 0.3 * 3.2,
          'J_{G}': -(0.45 * 0.4 - 0.25 * 1.7 + 0.3 * 2.2),
        },
      },
    ],
  }),
  latexCheck('gan-logistic-loss', {
    states: 'divergences at the best discriminator',
    cases: [
      {
        given: {
          ...scene,
          D: logit,
          '\\mathcal{L}_{D}': log(4) - 2 * jensenShannon,
          '\\mathcal{L}_{G}': log(2) + divergenceOf(FAKE, REAL) - divergenceOf(FAKE, MIXTURE),
        },
      },
    ],
  }),
  latexCheck('gan-non-saturating-loss', {
    states: 'a hand-worked case',
    cases: [{ given: { ...other, 'J_{G}': -otherFake / 2 } }],
  }),
  latexCheck('gan-relativistic-loss', {
    states: 'logistic losses of all pairs',
    cases: [
      {
        given: {
          C: score,
          '\\mathbb{E}_{\\mathbf{x} \\sim p_{\\mathrm{data}}, \\tilde{\\mathbf{x}} \\sim p_{G}}': expectation(
            ['\\mathbf{x}', '\\tilde{\\mathbf{x}}'],
            PLACES.flatMap((x) => PLACES.map((y): readonly number[] => [x, y])),
            PLACES.flatMap((x) => PLACES.map((y) => at(REAL, x) * at(FAKE, y))),
          ),
          '\\mathcal{L}_{D}': overReal((x) => overFake((y) => Math.log1p(Math.exp(score(y) - score(x))))),
          '\\mathcal{L}_{G}': overReal((x) => overFake((y) => Math.log1p(Math.exp(score(x) - score(y))))),
        },
      },
    ],
  }),
  latexCheck('lsgan-discriminator-loss', {
    states: 'harmonic means of the probabilities at the best discriminator',
    cases: [
      [-1, 1],
      [0.3, 2],
    ].map(([a = 0, b = 0]) => ({
      given: {
        ...scene,
        D: (x: number) => a + (b - a) * chanceReal(x),
        a,
        b,
        'J_{D}': squaresOf(a, b),
      },
    })),
  }),
  latexCheck('lsgan-generator-loss', {
    states: 'variance and squared bias of the score',
    cases: [
      {
        given: {
          ...scene,
          D: score,
          c: 1.3,
          'J_{G}': (overFake((x) => (score(x) - meanFake) ** 2) + (meanFake - 1.3) ** 2) / 2,
        },
      },
    ],
  }),
];
