import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { computed } from '../../given';
import { expectation } from '../../operators';
import { random } from '../../random';
import { stationaryPoint } from '../../stationary';
import {
  ACTIONS,
  advantageOf,
  earned,
  GAMMA,
  logistic,
  type Policy,
  pairs,
  START,
  STATES,
  table,
  visitsOf,
} from './chain';
import { divergence, sum } from './lists';

const { exp, log, abs, max, min } = Math;

const chancesIn = (pi: Policy, s: number) => ACTIONS.map((a) => pi(a, s));

/** Probabilities of an action under the old and the new policy, and advantages: in, above and below the clip. */
const SAMPLES = [
  { old: 0.5, next: 0.55, advantage: 2 },
  { old: 0.4, next: 0.7, advantage: 1.5 },
  { old: 0.3, next: 0.6, advantage: -1 },
  { old: 0.6, next: 0.2, advantage: 0.7 },
  { old: 0.8, next: 0.3, advantage: -1.3 },
];
const STEPS = SAMPLES.map((_, i) => i + 1);
const overSteps = expectation(
  't',
  STEPS,
  STEPS.map(() => 1 / STEPS.length),
);

/** What the clip leaves to be gained: the ratio up to a limit, or down to one. */
const gained = (ratio: number, advantage: number) =>
  advantage > 0 ? min(ratio, 1.2) * advantage : max(ratio, 0.8) * advantage;
const mean = (values: readonly number[]) => sum(values) / values.length;

const OLD = [0.5, 0.2, 0.3];
const ADVANTAGES = [-0.4, 0.9, 0.3];

/** Where the penalized objective of one state is largest, by Newton's method in the logits. */
function penalized(penalty: (pi: readonly number[]) => number): readonly number[] {
  const chances = (logits: Matrix) => {
    const sizes = [...logits.to1DArray(), 0].map(exp);
    return sizes.map((size) => size / sum(sizes));
  };
  const objective = (logits: Matrix) => {
    const pi = chances(logits);
    return sum(OLD.map((p, a) => p * ((pi[a] ?? 0) / p) * (ADVANTAGES[a] ?? 0))) - penalty(pi);
  };
  return chances(
    Matrix.columnVector(
      stationaryPoint(
        objective,
        OLD.slice(0, 2).map((p) => log(p / 0.3)),
      ),
    ),
  );
}

/** The same by the multiplier of the sum of the probabilities, found by halving. */
function byMultiplier(beta: number): readonly number[] {
  const at = (multiplier: number) => OLD.map((p, a) => (beta * p) / (multiplier - (ADVANTAGES[a] ?? 0)));
  let [low, high] = [max(...ADVANTAGES), 10];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > 1) low = middle;
    else high = middle;
  }
  return at(high);
}

const generator = random(11);
const drawn = () => table(STATES.map(() => generator.simplex(2)));
const mixed =
  (first: Policy, second: Policy, share: number): Policy =>
  (a, s) =>
    (1 - share) * first(a, s) + share * second(a, s);

/** Pairs of policies, near to each other and far apart. */
const PAIRS = Array.from({ length: 12 }, (_, i) => {
  const [first, second] = [drawn(), drawn()];
  return { old: first, next: mixed(first, second, [1, 0.1, 0.001][i % 3] ?? 1) };
});

interface Bound {
  readonly weight?: number;
  readonly penalty?: number;
  readonly judged?: 'old' | 'next';
}

/** By how much the bound is above the return of the new policy, at most over all pairs; nothing if it holds. */
function excess({ weight = 1, penalty = 1, judged = 'old' }: Bound): number {
  const above = PAIRS.map(({ old, next }) => {
    const advantage = advantageOf(old);
    const visits = visitsOf(old);
    const chances = judged === 'old' ? next : old;
    const gain = sum(pairs.map(([s, a]) => weight * visits(s) * chances(a, s) * advantage(s, a)));
    const largest = max(...pairs.map(([s, a]) => abs(advantage(s, a))));
    const c = ((4 * GAMMA) / (1 - GAMMA) ** 2) * largest;
    const far = max(...STATES.map((s) => divergence(chancesIn(old, s), chancesIn(next, s))));
    return earned(START, old) + gain - penalty * c * far - earned(START, next);
  });
  // Near pairs break a wrong bound by little only.
  return 1e4 * max(0, ...above);
}

const THETA = Matrix.columnVector([0.4, -0.7, 1.1]);
const old = logistic(THETA);
const surrogate = (ratio: (next: number, before: number) => number) => (theta: Matrix) => {
  const advantage = advantageOf(old);
  const visits = visitsOf(old);
  const terms = pairs.map(
    ([s, a]) =>
      (1 - GAMMA) * visits(s) * old(a, s) * ratio(logistic(theta)(a, s), old(a, s)) * advantage(s, a),
  );
  return sum(terms) / (1 - GAMMA);
};

export const trustRegion: readonly Check[] = [
  latexCheck('ppo-clip', {
    states: 'limits of the ratio by the sign of the advantage',
    cases: [
      {
        given: {
          '\\mathcal{L}^{\\mathrm{CLIP}}(\\theta)': mean(
            SAMPLES.map(({ old: before, next, advantage }) => gained(next / before, advantage)),
          ),
          '\\mathbb{E}_{t}': overSteps,
          '\\hat{A}': SAMPLES.map(({ advantage }) => advantage),
          '\\operatorname{clip}': (x: number, low: number, high: number) => min(max(x, low), high),
          '\\epsilon': 0.2,
          '\\pi_{\\theta}': computed(
            () => (a: number, s: number) => (a === s + 10 ? (SAMPLES[s - 1]?.next ?? 0) : Number.NaN),
          ),
          '\\pi_{\\theta_{\\mathrm{old}}}': computed(
            () => (a: number, s: number) => (a === s + 10 ? (SAMPLES[s - 1]?.old ?? 0) : Number.NaN),
          ),
          a: STEPS.map((s) => s + 10),
          s: STEPS,
          '\\theta': 0,
          t: 1,
        },
      },
    ],
  }),
  functionCheck('ppo-kl-penalty', {
    states: 'the multiplier of the sum of the probabilities, by halving',
    formula: () => penalized((pi) => 1.5 * divergence(OLD, pi)),
    against: () => byMultiplier(1.5),
    mutants: {
      'divergence the other way round': () => penalized((pi) => 1.5 * divergence(pi, OLD)),
      'no weight': () => penalized((pi) => divergence(OLD, pi)),
    },
  }),
  latexCheck('ppo-total-objective', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': (0.7 - 0.5 * 4 + 0.1 * 0.6 + (-0.2 - 0.5 * 9 + 0.1 * 0.3)) / 2,
          '\\mathbb{E}_{t}': expectation('t', [1, 2], [0.5, 0.5]),
          '\\mathcal{L}_{t}^{\\mathrm{CLIP}}(\\theta)': computed(
            (get) => [0.7, -0.2][get('t') - 1] ?? Number.NaN,
          ),
          'V_{\\theta}': (s: number) => s / 10,
          'V^{\\mathrm{targ}}': [3, -1],
          s: [10, 20],
          'c_{1}': 0.5,
          'c_{2}': 0.1,
          '\\mathcal{H}(\\pi_{\\theta}(\\cdot \\mid s_{t}))': computed(
            (get) => [0.6, 0.3][get('t') - 1] ?? Number.NaN,
          ),
          t: 1,
        },
      },
    ],
  }),
  functionCheck('trpo-lower-bound', {
    states: 'returns of pairs of policies, near and far',
    formula: () => excess({}),
    against: () => 0,
    mutants: {
      'no penalty': () => excess({ penalty: 0 }),
      'visits that sum to one': () => excess({ weight: 1 - GAMMA }),
      'actions of the old policy': () => excess({ judged: 'next' }),
    },
  }),
  functionCheck('trpo-objective', {
    states: 'the gradient of the return, where the policies agree',
    formula: () =>
      gradient(
        surrogate((next, before) => next / before),
        THETA,
      ),
    against: () => gradient((theta) => earned(START, logistic(theta)), THETA),
    mutants: {
      'no ratio': () =>
        gradient(
          surrogate(() => 1),
          THETA,
        ),
      'ratio upside down': () =>
        gradient(
          surrogate((next, before) => before / next),
          THETA,
        ),
      'new policy alone': () =>
        gradient(
          surrogate((next) => next),
          THETA,
        ),
    },
  }),
];
