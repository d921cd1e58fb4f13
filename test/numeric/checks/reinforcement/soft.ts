import { type Check, latexCheck } from '../../check';
import { computed, set } from '../../given';
import { expectation } from '../../operators';
import { valleyOf } from '../../stationary';
import { ACTIONS, actionValueOf, GAMMA, move, pairs, policy, reward, STATES, stateValueOf } from './chain';
import { pathsFrom, rewardOf, target } from './episodes';
import { divergence, sum } from './lists';

const { exp, log, min } = Math;

const TEMPERATURE = 0.7;

/** A step pays the reward and the surprise of its action. */
const surprised = (s: number, a: number) => reward(s, a) - TEMPERATURE * log(policy(a, s));

const softV = stateValueOf(policy, surprised);

const softQ = actionValueOf(policy, surprised);

const world = {
  '\\gamma': GAMMA,
  '\\alpha': TEMPERATURE,
  r: reward,
  p: move,
  '\\pi': policy,
  '\\mathcal{A}': set(ACTIONS),
  '\\mathcal{S}': set(STATES),
};

const QUALITY = [
  [1.2, -0.4],
  [0.3, 0.9],
  [-1, 0.6],
];

const quality = (s: number, a: number) => QUALITY[s - 1]?.[a - 1] ?? Number.NaN;

/** The best mixture of two actions, where entropy is paid for. */
function bestMixture(s: number): { readonly first: number; readonly value: number } {
  const loss = (x: number) =>
    -x * quality(s, 1) - (1 - x) * quality(s, 2) + TEMPERATURE * (x * log(x) + (1 - x) * log(1 - x));
  const first = valleyOf(loss, 1e-6, 1 - 1e-6);
  return { first, value: -loss(first) };
}

const entropyOf = (chances: readonly number[]) =>
  log(chances.length) - sum(chances.map((p) => p * log(p * chances.length)));

const chancesIn = (s: number) => ACTIONS.map((a) => policy(a, s));

const EPISODE = pathsFrom(1, target, 3);

/** How often each state is in the replay buffer. */
const BUFFER = [0.5, 0.2, 0.3];

const CRITICS = [quality, (s: number, a: number) => 0.5 - 0.3 * s + 0.4 * a];

const critic = computed((get) => CRITICS[get('i') - 1] ?? Number.NaN);

const worst = (s: number) => ACTIONS.map((a) => min(...CRITICS.map((of) => of(s, a))));

/** The policy's divergence from the softmax of the worse critic, and what no policy can change. */
function byDivergence(s: number): number {
  const sizes = worst(s).map((value) => exp(value / TEMPERATURE));
  const softmax = sizes.map((size) => size / sum(sizes));
  return TEMPERATURE * (divergence(chancesIn(s), softmax) - log(sum(sizes)));
}

export const soft: readonly Check[] = [
  latexCheck('maximum-entropy-objective', {
    states: 'rewards and surprises along all paths',
    cases: [
      {
        given: {
          'J(\\pi)': sum(
            EPISODE.map(({ chance, states, actions, rewards }) => {
              const surprises = states.map((s, t) => -log(target(actions[t] ?? 0, s)));
              return chance * (sum(rewards) + TEMPERATURE * sum(surprises));
            }),
          ),
          '\\mathbb{E}_{(s_{t}, a_{t}) \\sim \\rho_{\\pi}}': computed((get) =>
            expectation(
              ['s_{t}', 'a_{t}'],
              EPISODE.map(({ states, actions }) => [states[get('t')] ?? 0, actions[get('t')] ?? 0]),
              EPISODE.map(({ chance }) => chance),
            ),
          ),
          r: rewardOf,
          '\\mathcal{H}(\\pi(\\cdot \\mid s_{t}))': computed((get) =>
            get('s_{t}') === 4 ? 0 : entropyOf(ACTIONS.map((a) => target(a, get('s_{t}')))),
          ),
          '\\alpha': TEMPERATURE,
          T: 2,
          t: 0,
          's_{t}': 1,
        },
      },
    ],
  }),
  latexCheck('sac-critic-target', {
    states: 'hand-worked cases',
    cases: [
      [1, 5.08],
      [2, 3.28],
    ].map(([action = 0, y = 0]) => ({
      given: {
        y,
        r: 1,
        '\\gamma': 0.6,
        'Q_{\\bar{\\phi}_{i}}': computed(
          (get) => (s: number, a: number) => [s + 2 * a, 15 - 3 * a * (s - 2)][get('i') - 1] ?? Number.NaN,
        ),
        '\\pi_{\\theta}': (a: number, s: number) => (a === action && s === 4 ? exp(-2) : Number.NaN),
        '\\alpha': 0.4,
        "s'": 4,
        "a'": action,
        i: 1,
      },
    })),
  }),
  latexCheck('sac-policy-loss', {
    states: 'the divergence from the softmax of the worse critic',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': sum(STATES.map((s, i) => (BUFFER[i] ?? 0) * byDivergence(s))),
          '\\mathbb{E}_{s \\sim \\mathcal{D}}': expectation('s', STATES, BUFFER),
          '\\mathbb{E}_{a \\sim \\pi_{\\theta}(\\cdot \\mid s)}': computed((get) =>
            expectation('a', ACTIONS, chancesIn(get('s'))),
          ),
          '\\pi_{\\theta}': policy,
          'Q_{\\phi_{i}}': critic,
          '\\alpha': TEMPERATURE,
          s: 1,
          i: 1,
        },
      },
    ],
  }),
  latexCheck('sac-temperature-loss', {
    states: 'entropy as what is short of that of even chances',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\alpha)':
            TEMPERATURE * (sum(STATES.map((s, i) => (BUFFER[i] ?? 0) * entropyOf(chancesIn(s)))) - 0.45),
          '\\mathbb{E}_{s \\sim \\mathcal{D},\\, a \\sim \\pi_{\\theta}(\\cdot \\mid s)}': expectation(
            ['s', 'a'],
            pairs,
            pairs.map(([s, a]) => (BUFFER[s - 1] ?? 0) * policy(a, s)),
          ),
          '\\pi_{\\theta}': policy,
          '\\bar{\\mathcal{H}}': 0.45,
          '\\alpha': TEMPERATURE,
        },
      },
    ],
  }),
  latexCheck('soft-bellman', {
    states: 'rewards and surprises along the journey, with no equation solved',
    cases: pairs.map(([s, a]) => ({ given: { ...world, 'Q^{\\pi}': softQ, s, a } })),
  }),
  latexCheck('soft-optimal-value', {
    states: 'the best mixture of the actions, by search',
    cases: pairs.map(([s, a]) => ({
      given: {
        'V^{*}': (x: number) => bestMixture(x).value,
        '\\pi^{*}(a \\mid s)': a === 1 ? bestMixture(s).first : 1 - bestMixture(s).first,
        'Q^{*}': quality,
        '\\mathcal{A}': set(ACTIONS),
        '\\alpha': TEMPERATURE,
        s,
        a,
      },
    })),
  }),
  latexCheck('soft-state-value', {
    states: 'rewards and surprises along the journey',
    cases: STATES.map((s) => ({ given: { ...world, 'V^{\\pi}': softV, 'Q^{\\pi}': softQ, s } })),
  }),
];
