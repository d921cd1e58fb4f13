import { Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, from, identity, set, vector } from '../../given';
import { summation } from '../../operators';
import {
  ACTIONS,
  actionValueOf,
  advantageOf,
  deterministic,
  everyDeterministic,
  GAMMA,
  journey,
  matricesOf,
  move,
  moves,
  otherPolicy,
  pairs,
  policy,
  reward,
  START,
  STATES,
  stateValueOf,
  visitsOf,
} from './chain';
import { sum } from './lists';

const V = stateValueOf(policy);
const Q = actionValueOf(policy);

/** The best values of all, from the values of every deterministic policy. */
const bestValue = (s: number) => Math.max(...everyDeterministic.map((pi) => stateValueOf(pi)(s)));
const actionValues = everyDeterministic.map((pi) => actionValueOf(pi));
const bestActionValue = (s: number, a: number) => Math.max(...actionValues.map((of) => of(s, a)));
const bestValues = STATES.map(bestValue);

const world = {
  '\\gamma': GAMMA,
  r: reward,
  p: move,
  '\\pi': policy,
  '\\mathcal{A}': set(ACTIONS),
  '\\mathcal{S}': set(STATES),
};

/** Any function of the state, which is no value of a policy. */
const GUESS = [2, -1, 0.5];
const guess = (s: number) => GUESS[s - 1] ?? Number.NaN;

/** The largest sum of rewards in some steps, by trying every plan: an action for each state at each step. */
function bestPlan(steps: number, s: number): number {
  const run = (state: number, plan: readonly (readonly number[])[]): number => {
    const [now, ...later] = plan;
    const a = now?.[state - 1];
    if (a === undefined) return 0;
    return reward(state, a) + GAMMA * sum(moves(state, a).map((chance, i) => chance * run(i + 1, later)));
  };
  const rows = ACTIONS.flatMap((x) => ACTIONS.flatMap((y) => ACTIONS.map((z) => [x, y, z])));
  let plans: readonly (readonly (readonly number[])[])[] = [[]];
  for (let i = 0; i < steps; i++) plans = plans.flatMap((plan) => rows.map((now) => [...plan, now]));
  return Math.max(...plans.map((plan) => run(s, plan)));
}

/** What one step back makes of values, by matrices. */
const backedUp = (values: readonly number[]) => {
  const { transitions, rewards } = matricesOf(policy);
  return Matrix.add(rewards, transitions.mmul(vector(values)).mul(GAMMA));
};

const JOURNEY = journey(START, policy);

const START_POLICY = deterministic([2, 1, 2]);

export const dynamicProgramming: readonly Check[] = [
  latexCheck('advantage-function', {
    states: 'the linear system of the policy',
    cases: pairs.map(([s, a]) => ({
      given: { 'A^{\\pi}': advantageOf(policy), 'Q^{\\pi}': Q, 'V^{\\pi}': V, s, a },
    })),
  }),
  latexCheck('bellman-contraction', {
    states: 'one step back by matrices; equality where the values differ by a constant',
    cases: [
      [GUESS, GUESS.map((value) => value + 3)],
      [GUESS, GUESS.map((value) => -value)],
      [GUESS, [0.3, 4, -2]],
    ].map(([first = [], second = []]) => ({
      given: {
        '\\mathcal{T} V_{1}': backedUp(first),
        '\\mathcal{T} V_{2}': backedUp(second),
        'V_{1}': vector(first),
        'V_{2}': vector(second),
        '\\gamma': GAMMA,
      },
    })),
  }),
  latexCheck('bellman-expectation', {
    states: 'rewards along the journey, with no equation solved',
    cases: STATES.map((s) => ({ given: { ...world, 'V^{\\pi}': V, s } })),
  }),
  latexCheck('bellman-expectation-q', {
    states: 'rewards along the journey, with no equation solved',
    cases: pairs.map(([s, a]) => ({ given: { ...world, 'Q^{\\pi}': Q, s, a } })),
  }),
  latexCheck('bellman-operator', {
    states: 'matrices of the policy',
    cases: STATES.map((s) => ({
      given: { ...world, '(\\mathcal{T}^{\\pi} V)(s)': backedUp(GUESS).get(s - 1, 0), V: guess, s },
    })),
  }),
  latexCheck('bellman-optimality', {
    states: 'the best of all deterministic policies',
    cases: STATES.map((s) => ({
      given: { ...world, 'V^{*}': (x: number) => bestValues[x - 1] ?? Number.NaN, s },
    })),
  }),
  latexCheck('bellman-optimality-q', {
    states: 'the best of all deterministic policies',
    cases: pairs.map(([s, a]) => ({ given: { ...world, 'Q^{*}': bestActionValue, s, a } })),
  }),
  latexCheck('mdp-value-iteration', {
    states: 'the best of all plans of one and of two steps',
    cases: STATES.map((s) => ({
      given: {
        ...world,
        V: from(
          0,
          [0, 1, 2].map((k) => (x: number) => bestPlan(k, x)),
        ),
        k: 1,
        s,
      },
    })),
  }),
  latexCheck('occupancy-measure', {
    states: 'the linear system of the flow',
    cases: pairs.map(([s, a]) => ({
      given: {
        ...world,
        '\\rho^{\\pi}(s, a)': policy(a, s) * flow().get(s - 1, 0),
        '\\sum_{t=0}^{\\infty}': summation('t', [...JOURNEY.keys()]),
        'P(s_{t} = s \\mid \\pi)': computed((get) => JOURNEY[get('t')]?.[get('s') - 1] ?? Number.NaN),
        t: 0,
        s,
        a,
      },
    })),
  }),
  latexCheck('performance-difference-lemma', {
    states: 'values of both policies along their journeys',
    cases: [
      [policy, otherPolicy] as const,
      [otherPolicy, policy] as const,
      [policy, deterministic([1, 2, 1])] as const,
    ].map(([old, next]) => ({
      given: {
        ...world,
        "J(\\pi')": sum(START.map((chance, i) => chance * stateValueOf(next)(i + 1))),
        'J(\\pi)': sum(START.map((chance, i) => chance * stateValueOf(old)(i + 1))),
        "d^{\\pi'}": (s: number) => (1 - GAMMA) * visitsOf(next)(s),
        "\\pi'": next,
        'A^{\\pi}': advantageOf(old),
      },
    })),
  }),
  latexCheck('policy-evaluation-matrix', {
    states: 'rewards along the journey, with no equation solved',
    cases: [policy, otherPolicy].map((pi) => ({
      given: {
        '\\mathbf{v}^{\\pi}': vector(STATES.map(stateValueOf(pi))),
        '\\mathbf{I}': identity(3),
        '\\gamma': GAMMA,
        '\\mathbf{P}^{\\pi}': matricesOf(pi).transitions,
        '\\mathbf{r}^{\\pi}': matricesOf(pi).rewards,
      },
    })),
  }),
  latexCheck('policy-improvement', {
    states: 'policies that differ in one state, by their values',
    cases: STATES.map((s) => ({
      given: {
        '\\pi_{k+1}': (x: number) => betterAt(x),
        'Q^{\\pi_{k}}': actionValueOf(START_POLICY),
        '\\mathcal{A}': set(ACTIONS),
        s,
      },
    })),
  }),
  functionCheck('reward-shaping-potential', {
    states: 'best action values of the shaped process, less the potential',
    formula: () => shapedBest((s, next) => GAMMA * guess(next) - guess(s)),
    against: () => pairs.map(([s, a]) => bestActionValue(s, a) - guess(s)),
    mutants: {
      'no discount of the next potential': () => shapedBest((s, next) => guess(next) - guess(s)),
      'signs exchanged': () => shapedBest((s, next) => guess(s) - GAMMA * guess(next)),
      'no potential of the state': () => shapedBest((_, next) => GAMMA * guess(next)),
    },
  }),
  latexCheck('state-value-from-action-values', {
    states: 'rewards along the journey',
    cases: STATES.map((s) => ({ given: { ...world, 'V^{\\pi}': V, 'Q^{\\pi}': Q, s } })),
  }),
];

/** Visits that balance what flows into each state with what starts there. */
function flow(): Matrix {
  const { transitions } = matricesOf(policy);
  return solve(Matrix.sub(identity(3), Matrix.mul(transitions.transpose(), GAMMA)), vector(START));
}

/** The action which, taken in one state for ever, gives the most there. */
function betterAt(state: number): number {
  const changed = (a: number) =>
    stateValueOf((action, s) => (s === state ? Number(action === a) : START_POLICY(action, s)))(state);
  return changed(1) > changed(2) ? 1 : 2;
}

/** Action values of the best policy where each step also pays `extra`. */
function shapedBest(extra: (s: number, next: number) => number): readonly number[] {
  const gain = (s: number, a: number) =>
    reward(s, a) + sum(moves(s, a).map((chance, i) => chance * extra(s, i + 1)));
  const values = everyDeterministic.map((pi) => stateValueOf(pi, gain));
  return pairs.map(([s, a]) => {
    const after = values.map((of) => sum(moves(s, a).map((chance, i) => chance * of(i + 1))));
    return gain(s, a) + GAMMA * Math.max(...after);
  });
}
