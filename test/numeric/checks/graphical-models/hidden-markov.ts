import { type Check, latexCheck } from '../../check';
import { from, matrix } from '../../given';
import { summation } from '../../operators';
import { random } from '../../random';

/** A chain with three hidden states and three symbols; all that is asked of it is summed over every path. */
const start = [0.5, 0.3, 0.2];
const moves = [
  [0.2, 0.7, 0.1],
  [0.15, 0.25, 0.6],
  [0.45, 0.2, 0.35],
];
const emissions = [
  [0.7, 0.2, 0.1],
  [0.15, 0.6, 0.25],
  [0.3, 0.05, 0.65],
];
const seen = [2, 1, 3, 1];
const length = seen.length;
const states = [1, 2, 3];

const emission = (state: number, symbol: number) => emissions[state - 1]?.[symbol - 1] ?? Number.NaN;
const move = (here: number, next: number) => moves[here - 1]?.[next - 1] ?? Number.NaN;

/** All sequences of states from one time to another. */
function paths(steps: number): readonly (readonly number[])[] {
  if (steps === 0) return [[]];
  return paths(steps - 1).flatMap((path) => states.map((state) => [...path, state]));
}

/** The probability of a path's moves and of what is seen on it, from a time on; before the first stands `begin`. */
function chance(path: readonly number[], time = 1, begin: number | null = null): number {
  return path.reduce((product, state, k) => {
    const previous = k === 0 ? begin : (path[k - 1] ?? null);
    const step = previous === null ? (start[state - 1] ?? Number.NaN) : move(previous, state);
    return product * step * emission(state, seen[time - 1 + k] ?? Number.NaN);
  }, 1);
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const whole = paths(length);
const short = paths(3);
const likelihood = total(whole.map((path) => chance(path)));

/** The posterior probability that a path has a property. */
const posterior = (has: (path: readonly number[]) => boolean) =>
  total(whole.filter(has).map((path) => chance(path))) / likelihood;

const times = Array.from({ length }, (_, k) => k + 1);
const ending = (time: number, state: number) => paths(time).filter((path) => path.at(-1) === state);
const alpha = times.map((time) =>
  states.map((state) => total(ending(time, state).map((path) => chance(path)))),
);
const beta = times.map((time) =>
  states.map((state) => total(paths(length - time).map((path) => chance(path, time + 1, state)))),
);
const gamma = times.map((time) => states.map((state) => posterior((path) => path[time - 1] === state)));
const xi = times
  .slice(0, -1)
  .map((time) =>
    states.map((here) =>
      states.map((next) => posterior((path) => path[time - 1] === here && path[time] === next)),
    ),
  );

/** The best path that ends in a state at a time. */
const best = (time: number, state: number) =>
  ending(time, state).reduce((top, path) => (chance(path) > chance(top) ? path : top));

/** How often a path leaves a state, for another one if that is asked. */
const leaves = (path: readonly number[], here: number, next: number | null = null) =>
  path.slice(0, -1).filter((state, k) => state === here && (next === null || path[k + 1] === next)).length;

/** The expected number of something over the paths, each with its posterior probability. */
const expected = (count: (path: readonly number[]) => number) =>
  total(whole.map((path) => chance(path) * count(path))) / likelihood;

const model = {
  K: 3,
  T: length,
  a: moves,
  b: states.map((state) => (symbol: number) => emission(state, symbol)),
  '\\mathbf{x}': seen,
  '\\pi': start,
};

/** Counts, of many draws of two states and two symbols at two times, by what was drawn. */
function frequencies(draws: number): ReadonlyMap<string, number> {
  const generator = random(11);
  const counts = new Map<string, number>();
  for (let n = 0; n < draws; n++) {
    const first = generator.categorical(start);
    const second = generator.categorical(moves[first] ?? []);
    const symbols = [first, second].map((state) => generator.categorical(emissions[state] ?? []));
    const key = [...symbols, first, second].map((index) => index + 1).join();
    counts.set(key, (counts.get(key) ?? 0) + 1 / draws);
  }
  return counts;
}

const drawn = frequencies(200_000);
const SYMBOL = 100;

export const hiddenMarkov: readonly Check[] = [
  latexCheck('baum-welch-transition', {
    states: 'moves counted on every path, with its posterior probability',
    cases: [
      [1, 2],
      [3, 1],
    ].map(([i = 0, j = 0]) => ({
      given: {
        '\\hat{a}_{ij}': expected((path) => leaves(path, i, j)) / expected((path) => leaves(path, i)),
        T: length,
        '\\xi': xi,
        '\\gamma': gamma,
        i,
        j,
      },
    })),
  }),
  latexCheck('crf-linear-chain', {
    states: 'the posterior over paths of the hidden Markov model that it contains',
    cases: [[2, 3, 3]].map((labels) => {
      const weights = [1.7, -0.6];
      const step = (here: number, next: number) =>
        here === 0 ? (start[next - 1] ?? Number.NaN) : move(here, next);
      return {
        given: {
          'p(\\mathbf{y} \\mid \\mathbf{x})': chance(labels) / total(short.map((path) => chance(path))),
          'Z(\\mathbf{x})': total(short.map((path) => chance(path))),
          '\\mathbf{x}': seen,
          "\\sum_{\\mathbf{y}'}": summation(
            "y'",
            short.map((path) => from(0, [0, ...path])),
          ),
          y: from(0, [0, ...labels]),
          T: 3,
          K: 2,
          '\\lambda': weights,
          f: [
            (here: number, next: number) => Math.log(step(here, next)) / (weights[0] ?? 1),
            (_here: number, next: number, x: readonly number[], time: number) =>
              Math.log(emission(next, x[time - 1] ?? 0)) / (weights[1] ?? 1),
          ],
        },
      };
    }),
  }),
  latexCheck('hmm-backward', {
    states: 'brute force over the paths that follow',
    cases: [
      [1, 2],
      [2, 3],
      [3, 1],
    ].map(([t = 0, i = 0]) => ({ given: { ...model, '\\beta': beta, t, i } })),
  }),
  latexCheck('hmm-forward', {
    states: 'brute force over the paths that lead there',
    cases: [
      [1, 2],
      [2, 3],
      [3, 1],
    ].map(([t = 0, j = 0]) => ({ given: { ...model, '\\alpha': alpha, t, j } })),
  }),
  latexCheck('hmm-joint', {
    states: 'frequencies of 200 000 draws',
    tolerance: 0.03,
    cases: [
      [2, 2, 1, 2],
      [1, 3, 1, 3],
      [1, 1, 1, 1],
    ].map(([x1 = 0, x2 = 0, z1 = 0, z2 = 0]) => ({
      given: {
        'p(\\mathbf{x}_{1:T}, z_{1:T})': drawn.get([x1, x2, z1, z2].join()) ?? 0,
        'p(z_{1})': start[z1 - 1] ?? 0,
        // Symbols are told from states by their size, as the one letter p stands for both factors.
        p: (value: number, state: number) =>
          value > SYMBOL ? emission(state, value - SYMBOL) : move(state, value),
        '\\mathbf{x}': [SYMBOL + x1, SYMBOL + x2],
        z: [z1, z2],
        T: 2,
      },
    })),
  }),
  latexCheck('hmm-smoothing', {
    states: 'the posterior over all paths',
    cases: [
      [1, 2],
      [3, 3],
    ].map(([t = 0, i = 0]) => ({
      given: { '\\gamma': gamma, '\\alpha': alpha, '\\beta': beta, K: 3, t, i },
    })),
  }),
  latexCheck('hmm-transition-posterior', {
    states: 'the posterior over all paths',
    cases: [
      [1, 2, 1],
      [2, 1, 3],
    ].map(([t = 0, i = 0, j = 0]) => ({
      given: { ...model, '\\xi': xi, '\\alpha': alpha, '\\beta': beta, a: matrix(moves), t, i, j },
    })),
  }),
  latexCheck('hmm-viterbi', {
    states: 'the best of all paths',
    cases: times.slice(0, -1).flatMap((t) =>
      states.map((j) => ({
        given: {
          ...model,
          '\\delta': times.map((time) => states.map((state) => chance(best(time, state)))),
          '\\psi': times.map((time) => states.map((state) => best(time, state).at(-2) ?? 0)),
          t,
          j,
        },
      })),
    ),
  }),
];
