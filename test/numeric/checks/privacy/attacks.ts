import { type Check, latexCheck } from '../../check';
import { response } from './scenes';

const GUESSED_MEMBER = 'P(\\hat{b} = 1 \\mid b = 1)';
const GUESSED_STRANGER = 'P(\\hat{b} = 1 \\mid b = 0)';

/** Guesses for eight members and eight strangers, by hand. */
const MEMBERS = [1, 1, 0, 1, 1, 1, 0, 1];
const STRANGERS = [0, 1, 0, 0, 1, 0, 0, 1];
const rate = (guesses: readonly number[]) => guesses.filter((guess) => guess === 1).length / guesses.length;
const right = MEMBERS.filter((guess) => guess === 1).length + STRANGERS.filter((guess) => guess === 0).length;

export const attacks: readonly Check[] = [
  latexCheck('membership-advantage', {
    states: 'twice the share of right guesses, less one',
    cases: [
      {
        given: {
          '\\mathrm{Adv}': (2 * right) / 16 - 1,
          [GUESSED_MEMBER]: rate(MEMBERS),
          [GUESSED_STRANGER]: rate(STRANGERS),
        },
      },
    ],
  }),
  latexCheck('membership-advantage-bound', {
    states: 'the attacker of randomized response; without any loss both guesses are alike',
    cases: [0, 0.3, 2].map((epsilon) => ({
      given: {
        [GUESSED_MEMBER]: response(1, epsilon)[1] ?? Number.NaN,
        [GUESSED_STRANGER]: response(0, epsilon)[1] ?? Number.NaN,
        '\\varepsilon': epsilon,
      },
    })),
  }),
];
