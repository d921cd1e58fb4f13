import { type Check, latexCheck } from '../../check';
import type { Given } from '../../evaluate/values';
import { expectation } from '../../operators';
import { product, sum } from '../language-models/scene';

const { log } = Math;

/** How much likelier each token became, and how much likelier than now it is under the reference. */
const RATIO = [1.5, 0.5, 1.1];
const TO_REFERENCE = [2, 0.5, 1];
const nth = (values: readonly number[], token: number) => values[token - 1] ?? 0;

/** The old policy's chance of a token, here by how much was written before it. */
const base = (before: number | readonly number[]) => 0.1 + 0.05 * [before].flat().length;

/** Chances of a token after a text, or of a whole response. */
function chance(
  ratio: readonly number[],
  item: number | readonly number[],
  before?: number | readonly number[],
) {
  if (before !== undefined) return nth(ratio, Number(item)) * base(before);
  const tokens = [item].flat();
  return product(tokens.map((token, t) => nth(ratio, token) * base(tokens.slice(0, t))));
}
type Text = number | readonly number[];
const POLICIES = {
  '\\pi_{\\theta}': (item: Text, _: number, before?: Text) => chance(RATIO, item, before),
  '\\pi_{\\mathrm{old}}': (item: Text, _: number, before?: Text) => chance([1, 1, 1], item, before),
  '\\pi_{\\mathrm{ref}}': (item: Text, _: number, before?: Text) =>
    chance(
      RATIO.map((ratio, i) => ratio * (TO_REFERENCE[i] ?? 0)),
      item,
      before,
    ),
  '\\operatorname{clip}': (x: number, low: number, high: number) => Math.min(high, Math.max(low, x)),
};

/** Two prompts with two responses each, of one token to three. */
const FIRST = [[1], [2, 1, 3]];
const SECOND = [
  [3, 2],
  [1, 2],
];
const ratios = (group: readonly (readonly number[])[]) =>
  group.map((tokens) => tokens.map((token) => nth(RATIO, token)));

/** `\mathbb{E}` over the two prompts, the second of which comes more often. */
const over = (letters: readonly string[], first: readonly Given[], second: readonly Given[]) =>
  expectation(letters, [first, second], [0.4, 0.6]);

/** Estimates of the divergence at tokens 1 and 2, whose ratios to the reference are 2 and 1/2. At token 3 it is 0. */
const [AT_ONE, AT_TWO] = [1 - log(2), log(2) - 1 / 2];

/** A place at which the rows of definitions may be read by themselves. */
const PLACE = { x: 1, y: FIRST, i: 1, t: 1 };

export const groups: readonly Check[] = [
  latexCheck('dapo-objective', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{J}_{\\mathrm{DAPO}}(\\theta)':
            (0.4 * (1.28 - 0.8 - 1.5 - 1.1)) / 4 + (0.6 * (2 * (1.1 + 0.5) - 0.5 * (1.5 + 0.8))) / 4,
          ...POLICIES,
          ...PLACE,
          '\\mathbb{E}': over(['x', 'y', 'A'], [1, FIRST, [1, -1]], [2, SECOND, [2, -0.5]]),
          G: 2,
          '\\epsilon_{\\mathrm{low}}': 0.2,
          '\\epsilon_{\\mathrm{high}}': 0.28,
        },
      },
    ],
  }),
  latexCheck('dr-grpo-objective', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{J}(\\theta)':
            (0.4 * (1.2 - 0.8 - 1.5 - 1.1)) / 2 + (0.6 * (2 * (1.1 + 0.5) - 2 * (1.5 + 0.8))) / 2,
          ...POLICIES,
          R: [3, 1],
          i: 1,
          '\\mathbb{E}': over(
            ['y', 'R', '\\rho'],
            [FIRST, [3, 1], ratios(FIRST)],
            [SECOND, [5, 1], ratios(SECOND)],
          ),
          G: 2,
          '\\epsilon': 0.2,
        },
      },
    ],
  }),
  latexCheck('grpo-advantage', {
    states: 'a list with mean 5 and standard deviation 2',
    cases: [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2].map((advantage, i) => ({
      given: {
        'A_{i}': advantage,
        i: i + 1,
        R: [2, 4, 4, 4, 5, 5, 7, 9],
        G: 8,
        '\\operatorname{mean}': (...values: readonly number[]) => sum(values) / values.length,
        '\\operatorname{std}': (...values: readonly number[]) => {
          const mean = sum(values) / values.length;
          return Math.sqrt(sum(values.map((value) => value ** 2)) / values.length - mean ** 2);
        },
      },
    })),
  }),
  latexCheck('grpo-objective', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{J}_{\\mathrm{GRPO}}(\\theta)':
            (0.4 * (1.2 - 0.3 * AT_ONE + (-0.8 - 1.5 - 1.1 - 0.3 * (AT_TWO + AT_ONE)) / 3)) / 2 +
            (0.6 *
              ((2 * (1.1 + 0.5) - 0.3 * AT_TWO) / 2 + (-0.5 * (1.5 + 0.8) - 0.3 * (AT_ONE + AT_TWO)) / 2)) /
              2,
          ...POLICIES,
          ...PLACE,
          '\\mathbb{E}': over(['x', 'y', 'A'], [1, FIRST, [1, -1]], [2, SECOND, [2, -0.5]]),
          G: 2,
          '\\epsilon': 0.2,
          '\\beta': 0.3,
        },
      },
    ],
  }),
  latexCheck('gspo-ratio', {
    states: 'the cube root of the tokens’ ratios, and a single one',
    cases: [1.5, Math.cbrt(0.5 * 1.5 * 1.1)].map((ratio, i) => ({
      given: { 's_{i}(\\theta)': ratio, i: i + 1, x: 1, y: FIRST, ...POLICIES },
    })),
  }),
  latexCheck('ppo-rlhf-objective', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{J}_{\\mathrm{PPO}}(\\theta)':
            (0.4 * (-0.8 + 1.2 + 2 * 1.1)) / 3 + (0.6 * (2 * 1.2 - 3 * 1.5)) / 2,
          ...POLICIES,
          x: 1,
          y: [2, 1, 3],
          t: 1,
          '\\mathbb{E}': over(['x', 'y', 'A'], [1, [2, 1, 3], [-1, 1, 2]], [2, [1, 1], [2, -3]]),
          '\\epsilon': 0.2,
        },
      },
    ],
  }),
  latexCheck('ppo-rlhf-reward', {
    states: 'what the regularized reward of a response gains with each token',
    cases: [1, 2, 3].map((t) => {
      const tokens = [2, 1, 3];
      const spent = (length: number) =>
        -0.7 * log(chance(RATIO, tokens.slice(0, length)) / chance([3, 0.25, 1.1], tokens.slice(0, length)));
      return {
        given: {
          'R_{t}': spent(t) - spent(t - 1) + (t === 3 ? 4 : 0),
          t,
          T: 3,
          'r_{\\phi}(x, y)': 4,
          x: 1,
          y: tokens,
          '\\beta': 0.7,
          ...POLICIES,
        },
      };
    }),
  }),
  latexCheck('prm-aggregation', {
    states: 'a hand-worked case',
    cases: [
      {
        given: { 'r_{\\mathrm{prod}}': 0.12, 'r_{\\mathrm{min}}': 0.25, T: 4, p: [0.25, 0.8, 0.75, 0.8] },
      },
    ],
  }),
];
