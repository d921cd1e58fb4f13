import { type Check, latexCheck, unchecked } from '../../check';
import { expectation, summation } from '../../operators';
import { logitDivergence, logSumExp, sum } from '../language-models/scene';
import { ascended, POLICY, policy, REFERENCE, RESPONSES, reference, reward } from './scene';

const { exp, log } = Math;
const BETA = 0.6;
const PROMPTS = [1, 2];

/** The best policy of each prompt, and what it attains. */
const best = PROMPTS.map((x) =>
  ascended(
    RESPONSES.map((y) => reward(x, y)),
    REFERENCE[x - 1] ?? [],
    BETA,
  ),
);
const optimal = (y: number, x: number) => best[x - 1]?.[y - 1] ?? 0;
const attained = (x: number) =>
  sum(RESPONSES.map((y) => optimal(y, x) * (reward(x, y) - BETA * log(optimal(y, x) / reference(y, x)))));

const normalizer = (x: number) =>
  exp(logSumExp(RESPONSES.map((y) => log(reference(y, x)) + reward(x, y) / BETA)));

const PAIRS = PROMPTS.flatMap((x) => RESPONSES.map((y) => [x, y]));
const SHARES = [0.3, 0.7];
const meanOver = (of: (x: number) => number) => sum(PROMPTS.map((x, i) => (SHARES[i] ?? 0) * of(x)));
const drawnFrom = (chance: (y: number, x: number) => number) =>
  expectation(
    ['x', 'y'],
    PAIRS,
    PAIRS.map(([x = 0, y = 0]) => (SHARES[x - 1] ?? 0) * chance(y, x)),
  );

/** Chances of words by the one before; a response's chance is their product. */
const written = (word: number, _prompt: number, before: number | readonly number[]) =>
  [
    [1 / 2, 1 / 4],
    [1 / 8, 3 / 4],
    [5 / 8, 1 / 3],
  ][[before].flat().at(-1) ?? 0]?.[word - 1] ?? 0;

export const policies: readonly Check[] = [
  latexCheck('dpo-implicit-reward', {
    states: 'the best policy by mirror ascent',
    cases: PAIRS.map(([x = 0, y = 0]) => ({
      given: {
        r: reward,
        x,
        y,
        '\\beta': BETA,
        '\\pi_{r}': optimal,
        '\\pi_{\\mathrm{ref}}': reference,
        Z: normalizer,
      },
    })),
  }),
  latexCheck('ppo-ptx-objective', {
    states: 'the Bregman divergence of the normalizers',
    cases: [
      {
        given: {
          '\\mathcal{J}(\\theta)':
            meanOver(
              (x) =>
                sum(RESPONSES.map((y) => policy(y, x) * reward(x, y))) -
                BETA * logitDivergence((POLICY[x - 1] ?? []).map(log), (REFERENCE[x - 1] ?? []).map(log)),
            ) -
            1.7 * log(8),
          '\\mathbb{E}_{x \\sim \\mathcal{D}, \\, y \\sim \\pi_{\\theta}(\\cdot \\mid x)}': drawnFrom(policy),
          'r_{\\phi}': reward,
          '\\beta': BETA,
          '\\pi_{\\theta}': (y: number, x?: number) => (x === undefined ? y / 16 : policy(y, x)),
          '\\pi_{\\mathrm{SFT}}': reference,
          '\\gamma': 1.7,
          '\\mathbb{E}_{x \\sim \\mathcal{D}_{\\mathrm{pre}}}': expectation('x', [1, 4], [0.5, 0.5]),
        },
      },
    ],
  }),
  latexCheck('rejection-sampling-finetuning', {
    states: 'the responses kept, by hand',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': -0.3 * 0.25 * log(0.5) - 0.7 * (0.2 * log(0.65) + 0.3 * log(0.25)),
          '\\mathbb{E}_{x \\sim \\mathcal{D}, \\, y \\sim \\pi_{\\mathrm{old}}(\\cdot \\mid x)}': drawnFrom(
            (y, x) => (x === 1 ? [0.25, 0.4, 0.35] : [0.5, 0.2, 0.3])[y - 1] ?? 0,
          ),
          r: reward,
          '\\tau': 0.5,
          '\\pi_{\\theta}': policy,
        },
      },
    ],
  }),
  latexCheck('reward-overoptimization', {
    states: 'the heights of the peaks, and where the gain is lost',
    cases: [
      { d: 2, bon: [4, 1, 4], rl: [0.7 * (1 + log(2)), 0.7, 1.4] },
      { d: 3, bon: [1.5, 0.5, 0], rl: [0.4 * log(3), 0.4, 0] },
    ].map(({ d, bon, rl }) => ({
      given: {
        d,
        'R_{\\mathrm{BoN}}(d)': bon[2] ?? 0,
        '\\alpha_{\\mathrm{BoN}}': bon[0] ?? 0,
        '\\beta_{\\mathrm{BoN}}': bon[1] ?? 0,
        'R_{\\mathrm{RL}}(d)': rl[2] ?? 0,
        '\\alpha_{\\mathrm{RL}}': rl[0] ?? 0,
        '\\beta_{\\mathrm{RL}}': rl[1] ?? 0,
        'D_{\\mathrm{KL}}(\\pi \\,\\|\\, \\pi_{\\mathrm{init}})': d * d,
      },
    })),
  }),
  unchecked('rlhf-objective', 'objective'),
  latexCheck('rlhf-optimal-policy', {
    states: 'the best policy by mirror ascent',
    cases: PAIRS.map(([x = 0, y = 0]) => ({
      given: {
        '\\pi^{\\ast}': optimal,
        x,
        y,
        '\\sum_{y}': summation('y', RESPONSES),
        '\\pi_{\\mathrm{ref}}': reference,
        r: reward,
        '\\beta': BETA,
      },
    })),
  }),
  latexCheck('rlhf-optimal-value', {
    states: 'what the policy by mirror ascent attains',
    cases: PROMPTS.map((x) => ({
      given: {
        '\\max_{\\pi} \\left( \\mathbb{E}_{y \\sim \\pi(\\cdot \\mid x)}\\left[ r(x, y) \\right] - \\beta D_{\\mathrm{KL}}\\left( \\pi(\\cdot \\mid x) \\,\\|\\, \\pi_{\\mathrm{ref}}(\\cdot \\mid x) \\right) \\right)':
          attained(x),
        x,
        '\\sum_{y}': summation('y', RESPONSES),
        '\\pi_{\\mathrm{ref}}': reference,
        r: reward,
        '\\beta': BETA,
      },
    })),
  }),
  latexCheck('sft-loss', {
    states: 'the logarithm of the whole response’s chance',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{SFT}}(\\theta)':
            -0.6 * log((1 / 4) * (5 / 8) * (3 / 4)) - 0.4 * log(1 / 16),
          '\\mathbb{E}_{(x, y) \\sim \\mathcal{D}}': expectation(
            ['x', 'y'],
            [
              [1, [2, 1, 2]],
              [2, [1, 1]],
            ],
            [0.6, 0.4],
          ),
          '\\pi_{\\theta}': written,
        },
      },
    ],
  }),
];
