import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { computed, from, matrix, set, vector } from '../../given';
import { expectation, summation } from '../../operators';
import {
  ACTIONS,
  actionValueOf,
  earned,
  GAMMA,
  logistic,
  pairs,
  reward,
  START,
  STATES,
  visitsOf,
} from './chain';
import { DISCOUNT, logisticEpisode, type Path, pathsFrom, qualityOf, sequencesOf, worthOf } from './episodes';
import { sum } from './lists';

/** Log-odds of the first action in each state. */
const THETA = vector([0.4, -0.7, 1.1]);
const pi = logistic(THETA);
const policyGiven = { '\\theta': THETA, '\\pi_{\\theta}': computed((get) => logistic(get('\\theta'))) };
const sets = { '\\mathcal{A}': set(ACTIONS), '\\mathcal{S}': set(STATES) };

/** The slope of the log-probability in the log-odds of the state. */
const score = (a: number, s: number) =>
  Matrix.columnVector(STATES.map((each) => (each === s ? (a === 1 ? 1 : 0) - pi(1, s) : 0)));

const returnsAlong = ({ rewards }: Path) =>
  from(
    0,
    [0, 1].map((t) => sum(rewards.slice(t).map((paid, k) => DISCOUNT ** k * paid))),
  );

/** From state 2 two steps are left at most. */
const PATHS = pathsFrom(2, logisticEpisode(THETA));
const LEFT = 2;

/** The gradient of the value of that state by differences, against the mean over all paths. */
const episodes = {
  J: (theta: Matrix) => worthOf(2, logisticEpisode(theta)),
  '\\theta': THETA,
  '\\pi_{\\theta}': computed((get) => logisticEpisode(get('\\theta'))),
  '\\mathbb{E}_{\\pi_{\\theta}}': expectation(
    ['s', 'a', 'r', 'G'],
    PATHS.map((path) => [...sequencesOf(path), returnsAlong(path)]),
    PATHS.map(({ chance }) => chance),
  ),
  '\\gamma': DISCOUNT,
};

/** Features of two states, for a linear critic and a softmax actor of two actions. */
const FEATURES = [vector([1, 0.5]), vector([-0.3, 2])];
const CRITIC = vector([0.7, -0.2]);
const ACTOR = vector([0.4, 1.1]);
const featureOf = (s: number) => FEATURES[s - 1] ?? vector([Number.NaN, Number.NaN]);
const inner = (left: Matrix, right: Matrix) => left.transpose().mmul(right).get(0, 0);
const firstAction = (theta: Matrix, s: number) => 1 / (1 + Math.exp(-inner(theta, featureOf(s))));

/** The reward 2, and 0.9 times the value -0.61 of the second state, less the value 0.6 of the first. */
const ERROR = 2 - 0.9 * 0.61 - 0.6;

const BETA = 0.35;
const entropyAt = (theta: Matrix, s: number) =>
  Math.log(2) - sum(ACTIONS.map((a) => logistic(theta)(a, s) * Math.log(2 * logistic(theta)(a, s))));

const objective = (theta: Matrix) => earned(START, logistic(theta));
const values = actionValueOf(pi);
const lead = (s: number) => values(s, 1) - values(s, 2);

export const policyGradient: readonly Check[] = [
  latexCheck('actor-critic-update', {
    states: 'the slopes of a linear critic and a logistic actor',
    cases: [
      {
        given: {
          '\\delta_{t}': ERROR,
          'w \\leftarrow': Matrix.add(CRITIC, Matrix.mul(featureOf(1), 0.3 * ERROR)),
          '\\theta \\leftarrow': Matrix.add(
            ACTOR,
            Matrix.mul(featureOf(1), -0.7 * ERROR * firstAction(ACTOR, 1)),
          ),
          w: CRITIC,
          '\\theta': ACTOR,
          'V_{w}': computed((get) => (s: number) => inner(get('w'), featureOf(s))),
          '\\pi_{\\theta}': computed((get) => (a: number, s: number) => {
            const first = firstAction(get('\\theta'), s);
            return a === 1 ? first : 1 - first;
          }),
          '\\alpha_{w}': 0.3,
          '\\alpha_{\\theta}': 0.7,
          '\\gamma': 0.9,
          s: [1, 2],
          a: [2, 1],
          r: [2, 5],
          t: 1,
        },
      },
    ],
  }),
  latexCheck('off-policy-gradient', {
    states: 'differences, where nothing follows the action and nothing is left out',
    near: 1e-7,
    cases: [
      {
        given: {
          ...policyGiven,
          J: (theta: Matrix) =>
            sum(pairs.map(([s, a]) => (START[s - 1] ?? 0) * logistic(theta)(a, s) * reward(s, a))),
          '\\mathbb{E}_{s \\sim d^{b},\\, a \\sim b(\\cdot \\mid s)}': expectation(
            ['s', 'a'],
            pairs,
            pairs.map(([s, a]) => (START[s - 1] ?? 0) * (a === 1 ? 0.3 : 0.7)),
          ),
          b: (a: number, _: number) => (a === 1 ? 0.3 : a === 2 ? 0.7 : Number.NaN),
          'Q^{\\pi_{\\theta}}': reward,
        },
      },
    ],
  }),
  latexCheck('policy-entropy-bonus', {
    states: 'the slopes of a logistic policy; entropy as what is short of log 2',
    cases: [1, 2].map((a) => ({
      given: {
        ...policyGiven,
        '\\mathbf{g}_{t}': Matrix.add(
          Matrix.mul(score(a, 2), 1.7),
          gradient((theta) => BETA * entropyAt(theta, 2), THETA),
        ),
        '\\mathcal{H}(\\pi_{\\theta}(\\cdot \\mid s_{t}))': computed((get) => entropyAt(get('\\theta'), 2)),
        '\\mathcal{H}(\\pi_{\\theta}(\\cdot \\mid s))': entropyAt(THETA, 3),
        '\\mathcal{A}': set(ACTIONS),
        '\\hat{A}': [1.7, 0.4],
        '\\beta': BETA,
        a: [a, 3 - a],
        s: 3,
        's_{t}': 2,
        t: 1,
      },
    })),
  }),
  latexCheck('policy-gradient-expectation', {
    states: 'differences of the value, against all paths',
    cases: [
      {
        given: {
          ...episodes,
          '\\sum_{t=0}^{\\infty}': summation('t', [0, 1]),
          'Q^{\\pi_{\\theta}}': (s: number, a: number) => qualityOf(s, a, logisticEpisode(THETA)),
        },
      },
    ],
  }),
  latexCheck('policy-gradient-natural', {
    states: 'the closed form for one parameter a state: the lead of the first action',
    cases: [
      {
        given: {
          '\\theta_{k+1}': Matrix.add(THETA, vector(STATES.map((s) => (0.3 * lead(s)) / (1 - GAMMA)))),
          '\\theta_{k}': THETA,
          '\\alpha': 0.3,
          '\\mathbf{F}(\\theta_{k})': fisher(),
          '\\mathbf{F}(\\theta)': fisher(),
          '\\nabla_{\\theta} J(\\theta_{k})': gradient(objective, THETA),
          ...policyGiven,
          '\\nabla_{\\theta} \\log \\pi_{\\theta}(a \\mid s)^{\\top}': computed((get) =>
            score(get('a'), get('s')).transpose(),
          ),
          '\\mathbb{E}_{s \\sim d^{\\pi_{\\theta}},\\, a \\sim \\pi_{\\theta}(\\cdot \\mid s)}': expectation(
            ['s', 'a'],
            pairs,
            pairs.map(([s, a]) => (1 - GAMMA) * visitsOf(pi)(s) * pi(a, s)),
          ),
          s: 1,
          a: 1,
        },
      },
    ],
  }),
  latexCheck('policy-gradient-theorem', {
    states: 'differences of what is earned along the journey',
    cases: [
      {
        given: {
          ...policyGiven,
          ...sets,
          J: objective,
          'd^{\\pi_{\\theta}}': visitsOf(pi),
          'Q^{\\pi_{\\theta}}': values,
        },
      },
    ],
  }),
  latexCheck('reinforce-baseline', {
    states: 'differences of the value, against all paths',
    cases: [{ given: { ...episodes, b: (s: number) => 3 - 2 * s, T: LEFT } }],
    same: {
      '\\nabla_{\\theta} J(\\theta) = \\mathbb{E}_{\\pi_{\\theta}}\\left[ \\sum_{t=0}^{T-1} \\gamma^{t} \\left( G_{t} + b(s_{t}) \\right) \\nabla_{\\theta} \\log \\pi_{\\theta}(a_{t} \\mid s_{t}) \\right]':
        'the negative of a baseline is a baseline',
    },
  }),
  latexCheck('reinforce-gradient', {
    states: 'differences of the value, against all paths',
    cases: [{ given: { ...episodes, T: LEFT } }],
  }),
  latexCheck('reinforce-update', {
    states: 'the slope of a logistic policy',
    cases: [1, 2].map((a) => ({
      given: {
        ...policyGiven,
        '\\theta \\leftarrow': Matrix.add(THETA, Matrix.mul(score(a, 3), 0.2 * 0.81 * 2.5)),
        '\\alpha': 0.2,
        '\\gamma': 0.9,
        G: [1, 2.5, 4],
        s: [1, 3, 2],
        a: [1, a, 1],
        t: 2,
      },
    })),
  }),
];

/** The Fisher information: each state has its own parameter, so it is diagonal. */
function fisher(): Matrix {
  const weight = (s: number) => (1 - GAMMA) * visitsOf(pi)(s) * pi(1, s) * pi(2, s);
  return matrix(STATES.map((s) => STATES.map((other) => (s === other ? weight(s) : 0))));
}
