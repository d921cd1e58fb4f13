import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { computed, vector } from '../../given';
import { expectation } from '../../operators';
import { product, sum } from '../language-models/scene';
import {
  overPairs,
  overPreferences,
  PREFERENCES,
  policy,
  RESPONSES,
  reference,
  sigmoid,
  surprise,
} from './scene';

const { exp, log } = Math;
const BETA = 0.4;

/** The difference of two implicit rewards, for the letters that an expectation binds. */
const margin = computed((get) => {
  const [x, w, l] = [get('x'), get('y_{w}'), get('y_{l}')];
  return BETA * log(policy(w, x)) - BETA * log(reference(w, x)) - BETA * log(policy(l, x) / reference(l, x));
});

const DPO = {
  ...overPreferences,
  x: 2,
  'y_{w}': 1,
  'y_{l}': 3,
  '\\sigma': sigmoid,
  '\\beta': BETA,
  '\\pi_{\\theta}': policy,
  '\\pi_{\\mathrm{ref}}': reference,
};

/** Labels of which a share is flipped. */
const flipped = (share: number) =>
  expectation(
    ['x', 'y_{w}', 'y_{l}'],
    PREFERENCES.flatMap(({ x, w, l }) => [
      [x, w, l],
      [x, l, w],
    ]),
    PREFERENCES.flatMap((pair) => [(1 - share) * pair.share, share * pair.share]),
  );

/** A policy with two parameters: logits are linear in them. */
const FEATURES = [
  [
    [1, 0.5],
    [-0.3, 2],
    [0.4, -1],
  ],
  [
    [0.2, 1],
    [1.5, 0],
    [-1, 0.7],
  ],
];
const linear = (theta: Matrix) => {
  const weight = (y: number, x: number) =>
    exp(sum((FEATURES[x - 1]?.[y - 1] ?? []).map((feature, k) => feature * theta.get(k, 0))));
  return (y: number, x: number) => weight(y, x) / sum(RESPONSES.map((other) => weight(other, x)));
};
const implicit = (theta: Matrix) => (x: number, y: number) =>
  BETA * (log(linear(theta)(y, x)) - log(reference(y, x)));

/** Odds of responses, with a preferred one of odds 3 and a rejected one of odds 1/2. */
const odds = (y: number) => [3, 0.5][y - 1] ?? 0;

/** Tokens by their chances; a response's chance is their product. */
const token = (y: number) => [1 / 2, 1 / 4, 1 / 8][y - 1] ?? 0;
const response = (tokens: number | readonly number[]) => product([tokens].flat().map(token));

export const pairs: readonly Check[] = [
  latexCheck('dpo-conservative', {
    states: 'strengths of both orders of each pair',
    cases: [
      {
        given: {
          ...DPO,
          '\\mathcal{L}_{\\mathrm{cDPO}}(\\theta)': overPairs(
            (x, w, l) => 0.9 * surprise(policy, BETA, x, w, l) + 0.1 * surprise(policy, BETA, x, l, w),
          ),
          '\\varepsilon': 0.1,
          '\\Delta_{\\theta}': margin,
        },
      },
    ],
  }),
  latexCheck('dpo-gradient', {
    states: 'finite differences of the loss',
    cases: [
      {
        given: {
          ...overPreferences,
          '\\mathcal{L}_{\\mathrm{DPO}}': (theta: Matrix) =>
            overPairs((x, w, l) => surprise(linear(theta), BETA, x, w, l)),
          '\\theta': vector([0.3, -0.5]),
          '\\beta': BETA,
          '\\sigma': sigmoid,
          '\\hat{r}_{\\theta}': computed((get) => implicit(get('\\theta'))),
          '\\hat{r}_{\\theta}(x, y)': implicit(vector([0.3, -0.5]))(2, 3),
          x: 2,
          y: 3,
          '\\pi_{\\theta}': computed((get) => linear(get('\\theta'))),
          '\\pi_{\\mathrm{ref}}': reference,
        },
      },
    ],
  }),
  latexCheck('dpo-loss', {
    states: 'strengths of the responses',
    cases: [
      {
        given: {
          ...DPO,
          '\\mathcal{L}_{\\mathrm{DPO}}(\\theta)': overPairs((x, w, l) => surprise(policy, BETA, x, w, l)),
        },
      },
    ],
  }),
  latexCheck('dpo-robust', {
    states: 'the loss on labels that are not flipped',
    cases: [
      {
        given: {
          ...DPO,
          '\\mathbb{E}_{(x, y_{w}, y_{l}) \\sim \\mathcal{D}}': flipped(0.15),
          '\\mathcal{L}_{\\mathrm{rDPO}}(\\theta)': overPairs((x, w, l) => surprise(policy, BETA, x, w, l)),
          '\\varepsilon': 0.15,
          '\\Delta_{\\theta}': margin,
        },
      },
    ],
  }),
  latexCheck('ipo-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{IPO}}(\\theta)': 0.25 * (5 - 2) ** 2 + 0.75 * (-1 - 2) ** 2,
          '\\mathbb{E}_{(x, y_{w}, y_{l}) \\sim \\mathcal{D}}': expectation(
            ['x', 'y_{w}', 'y_{l}'],
            [
              [1, 1, 2],
              [1, 3, 1],
            ],
            [0.25, 0.75],
          ),
          '\\pi_{\\theta}': (y: number) => exp([2, -1, 0.5][y - 1] ?? 0),
          '\\pi_{\\mathrm{ref}}': (y: number) => exp([-1.5, 0.5, -2][y - 1] ?? 0),
          '\\tau': 0.25,
        },
      },
    ],
  }),
  latexCheck('orpo-loss', {
    states: 'odds of six to one',
    cases: [1, 2].map((y) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{ORPO}}(\\theta)': 0.7 * (2 + 0.3 * log(7 / 6)) + 0.3 * (5 + 0.3 * log(7)),
        '\\mathbb{E}_{(x, y_{w}, y_{l}) \\sim \\mathcal{D}}': expectation(
          ['x', 'y_{w}', 'y_{l}'],
          [
            [1, 1, 2],
            [1, 2, 1],
          ],
          [0.7, 0.3],
        ),
        '\\mathcal{L}_{\\mathrm{SFT}}': (_: number, each: number) => (each === 1 ? 2 : 5),
        '\\lambda': 0.3,
        '\\sigma': sigmoid,
        '\\operatorname{odds}_{\\theta}': odds,
        'P_{\\theta}': (each: number) => odds(each) / (1 + odds(each)),
        x: 1,
        y,
      },
    })),
  }),
  latexCheck('simpo-loss', {
    states: 'geometric means of the tokens’ chances',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{SimPO}}(\\theta)':
            0.6 * log(1 + exp(0.3) * (1 / 2 / 4 ** -1) ** -1.5) +
            0.4 * log(1 + exp(0.3) * (1 / 8 / 2 ** -1.5) ** -1.5),
          '\\mathbb{E}_{(x, y_{w}, y_{l}) \\sim \\mathcal{D}}': expectation(
            ['x', 'y_{w}', 'y_{l}'],
            [
              [1, [1], [2, 1, 3]],
              [1, [3, 3], [1, 2]],
            ],
            [0.6, 0.4],
          ),
          '\\sigma': sigmoid,
          '\\beta': 1.5,
          '\\gamma': 0.3,
          '\\pi_{\\theta}': response,
        },
      },
    ],
  }),
];
