import { expectation } from '../../operators';
import { sum } from '../language-models/scene';

/** Two prompts with three responses each: the policy's chances, the reference's, and rewards. */
export const POLICY = [
  [0.5, 0.3, 0.2],
  [0.1, 0.65, 0.25],
];
export const REFERENCE = [
  [0.2, 0.45, 0.35],
  [0.4, 0.24, 0.36],
];
const REWARDS = [
  [Math.log(3), 0.4, -0.7],
  [-1, Math.log(2), 1.6],
];

const at = (table: readonly (readonly number[])[], x: number, y: number) => table[x - 1]?.[y - 1] ?? 0;

export const policy = (y: number, x: number) => at(POLICY, x, y);
export const reference = (y: number, x: number) => at(REFERENCE, x, y);
export const reward = (x: number, y: number) => at(REWARDS, x, y);
export const RESPONSES = [1, 2, 3];

/** Prompts with a preferred and a rejected response, and how often each stands in the data. */
export const PREFERENCES = [
  { x: 1, w: 1, l: 2, share: 0.1 },
  { x: 1, w: 3, l: 1, share: 0.4 },
  { x: 2, w: 2, l: 3, share: 0.3 },
  { x: 2, w: 1, l: 2, share: 0.2 },
];

/** The expectation over the preferences, as a key and its operator. */
export const overPreferences = {
  '\\mathbb{E}_{(x, y_{w}, y_{l}) \\sim \\mathcal{D}}': expectation(
    ['x', 'y_{w}', 'y_{l}'],
    PREFERENCES.map(({ x, w, l }) => [x, w, l]),
    PREFERENCES.map(({ share }) => share),
  ),
};

/** The mean over the preferences of a function of prompt, preferred and rejected response. */
export const overPairs = (of: (x: number, w: number, l: number) => number) =>
  sum(PREFERENCES.map(({ x, w, l, share }) => share * of(x, w, l)));

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

type Chance = (y: number, x: number) => number;

/** The surprise that the first response wins, by Bradley and Terry's strengths: powers of the policies' ratio. */
export function surprise(chance: Chance, beta: number, x: number, winner: number, loser: number): number {
  const strength = (y: number) => (chance(y, x) / reference(y, x)) ** beta;
  return -Math.log(strength(winner) / (strength(winner) + strength(loser)));
}

/** The best policy of a regularized reward, by mirror ascent from the reference. */
export function ascended(
  rewards: readonly number[],
  start: readonly number[],
  beta: number,
): readonly number[] {
  let current = start;
  for (let step = 0; step < 80; step++) {
    const raised = current.map((chance, i) => {
      const slope = (rewards[i] ?? 0) - beta * Math.log(chance / (start[i] ?? 0));
      return chance * Math.exp((0.5 / beta) * slope);
    });
    current = raised.map((chance) => chance / sum(raised));
  }
  return current;
}
