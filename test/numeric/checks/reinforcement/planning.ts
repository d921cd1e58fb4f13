import { type Check, functionCheck, latexCheck } from '../../check';
import { set } from '../../given';
import { move, START, STATES } from './chain';
import { argMax, sum } from './lists';

const { log, sqrt } = Math;

/** How often each arm is visited when a search follows its rule and the values stay as they are. */
const VALUES = [0.5, 0.45, 0.2, 0.3];

const PRIORS = [0.1, 0.5, 0.3, 0.1];

const SEARCHES = 6000;

const [C1, C2] = [1.25, 2000];

function searched(bonus: (prior: number, visits: number, total: number) => number): readonly number[] {
  const visits = [0, 0, 0, 0];
  for (let total = 0; total < SEARCHES; total++) {
    const scores = VALUES.map((value, a) => value + bonus(PRIORS[a] ?? 0, visits[a] ?? 0, total));
    const arm = argMax(scores) - 1;
    visits[arm] = (visits[arm] ?? 0) + 1;
  }
  return visits.map((count) => count / SEARCHES);
}

/** The shares at which all scores are equal: a policy between the prior and the best arm. */
function balanced(): readonly number[] {
  const strength = (sqrt(SEARCHES) * (C1 + log((SEARCHES + C2 + 1) / C2))) / (SEARCHES + 4);
  const at = (level: number) => VALUES.map((value, a) => (strength * (PRIORS[a] ?? 0)) / (level - value));
  let [low, high] = [0.5, 5];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > 1) low = middle;
    else high = middle;
  }
  return at(high);
}

const growth = (total: number) => C1 + log((total + C2 + 1) / C2);

/** The tiger behind one of two doors, heard rightly in 85 of 100 cases. */
const heard = (o: number, s: number) => (o === s ? 0.85 : 0.15);

const CLUES = [0.7, 0.2, 0.4];

/** What is observed after listening, action 7. */
function heardAfter(chance: (o: number, s: number) => number) {
  return (o: number, s: number, a: number) => (a === 7 ? chance(o, s) : Number.NaN);
}

/** The share of a state among all moves that lead to the observation. */
function counted(state: number): number {
  const all = STATES.flatMap((s) =>
    STATES.map((next) => ({ next, mass: (START[s - 1] ?? 0) * move(next, s, 1) * (CLUES[next - 1] ?? 0) })),
  );
  const massOf = (some: typeof all) => sum(some.map(({ mass }) => mass));
  return massOf(all.filter(({ next }) => next === state)) / massOf(all);
}

export const planning: readonly Check[] = [
  functionCheck('muzero-pucb', {
    states: 'the shares of the visits at which all scores are equal',
    formula: () => searched((prior, visits, total) => ((prior * sqrt(total)) / (1 + visits)) * growth(total)),
    against: balanced,
    tolerance: 3e-3,
    mutants: {
      'no root': () => searched((prior, visits, total) => ((prior * total) / (1 + visits)) * growth(total)),
      'no growth': () => searched((prior, visits, total) => ((prior * sqrt(total)) / (1 + visits)) * C1),
      'no prior': () => searched((_, visits, total) => (sqrt(total) / (1 + visits)) * growth(total)),
    },
  }),
  latexCheck('pomdp-belief-update', {
    states: 'the tiger problem; all moves and observations counted',
    cases: [
      ...[0.5, 0.85].map((b) => ({
        given: {
          "b'": (s: number) => (s === 1 ? (b === 0.5 ? 0.85 : 289 / 298) : Number.NaN),
          b: (s: number) => (s === 1 ? b : 1 - b),
          O: heardAfter(heard),
          p: (next: number, s: number, _: number) => (next === s ? 1 : 0),
          '\\mathcal{S}': set([1, 2]),
          "s'": 1,
          "s''": 0,
          o: 1,
          a: 7,
        },
      })),
      ...STATES.map((next) => ({
        given: {
          "b'": (s: number) => counted(s),
          b: (s: number) => START[s - 1] ?? Number.NaN,
          O: heardAfter((_, s) => CLUES[s - 1] ?? Number.NaN),
          p: (to: number, s: number, a: number) => move(to, s, a - 6),
          '\\mathcal{S}': set(STATES),
          "s'": next,
          "s''": 0,
          o: 1,
          a: 7,
        },
      })),
    ],
  }),
];
