import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, set, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { stationaryPoint } from '../../stationary';
import { divergence, sum } from './lists';

const { exp, log, min, max } = Math;

/** Steps of a data set: state, action, reward, next state. */
const DATA = [
  [1, 1, 0.5, 2],
  [1, 2, -1, 1],
  [2, 2, 2, 1],
  [1, 2, 0.3, 2],
  [2, 1, 1.2, 2],
] as const;

const QUALITIES = [
  [0.4, -0.3],
  [1.7, 0.6],
];
const quality = (s: number, a: number) => QUALITIES[s - 1]?.[a - 1] ?? Number.NaN;
const softmaxOf = (values: readonly number[]) => values.map((value) => exp(value) / sum(values.map(exp)));
const mean = (values: readonly number[]) => sum(values) / values.length;

/** The mean over the data of what follows. */
const overData = (letters: readonly string[], rows: readonly (readonly number[])[] = DATA) =>
  expectation(
    letters,
    rows,
    rows.map(() => 1 / rows.length),
  );

/** Targets in which the value of the best next action is worked out by hand. */
const BEST_NEXT = [0.4, 1.7];
const targetOf = (reward: number, next: number) => reward + 0.9 * (BEST_NEXT[next - 1] ?? Number.NaN);
const wrongBy = DATA.map(([s, a, r, next]) => targetOf(r, next) - quality(s, a));

/** Probabilities with parameters: logits, of which the last is zero. */
const probabilities = (logits: Matrix) => softmaxOf([...logits.to1DArray(), 0]);
const SEEN = [0.5, 0.2, 0.3];
const ADVANTAGES = [-0.4, 0.9, 0.3];
const BETA = 0.7;

/** The policy at the maximum of an objective of its probabilities. */
const bestPolicy = (objective: (pi: readonly number[]) => number) =>
  probabilities(
    Matrix.columnVector(
      stationaryPoint(
        (logits) => objective(probabilities(logits)),
        SEEN.slice(0, 2).map((p, i) => log(p / 0.3) + (ADVANTAGES[i] ?? 0) - 0.3),
      ),
    ),
  );
const weighted = (weight: (advantage: number) => number) =>
  bestPolicy((pi) => sum(SEEN.map((p, a) => p * weight(ADVANTAGES[a] ?? 0) * log(pi[a] ?? 0))));

const LEARNER = [0.1, 0.25, 0.4, 0.25];
const EXPERT = [0.3, 0.3, 0.15, 0.25];
const MIDDLE = LEARNER.map((p, i) => (p + (EXPERT[i] ?? 0)) / 2);

/** The value of GAIL's game for the best discriminator, whose logits Newton's method finds. */
const adversary = (objective: (d: number, learner: number, expert: number) => number) => {
  const game = (logits: Matrix) =>
    sum(LEARNER.map((p, i) => objective(1 / (1 + exp(-logits.get(i, 0))), p, EXPERT[i] ?? 0)));
  return game(Matrix.columnVector(stationaryPoint(game, [0, 0, 0, 0])));
};

const hinge = (tau: number, u: number) => (u < 0 ? 1 - tau : tau);

const REWARDS = [0.5, -1, 2, 3];

export const offline: readonly Check[] = [
  functionCheck('awr-policy-objective', {
    states: 'the policy of the best advantage less β times the divergence from the data',
    formula: () => weighted((advantage) => exp(advantage / BETA)),
    against: () =>
      bestPolicy((pi) => sum(pi.map((p, a) => p * ((ADVANTAGES[a] ?? 0) - BETA * log(p / (SEEN[a] ?? 0)))))),
    mutants: {
      'multiplied by β': () => weighted((advantage) => exp(advantage * BETA)),
      'no exponential': () => weighted((advantage) => 1 + advantage / BETA),
    },
  }),
  latexCheck('behaviour-cloning-loss', {
    states: 'the likelihood of the whole data set',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': -log(0.3 * 0.7 * 0.9 * 0.7 * 0.1) / 5,
          '\\mathbb{E}_{(s, a) \\sim \\mathcal{D}}': overData(
            ['s', 'a'],
            DATA.map(([s, a]) => [s, a]),
          ),
          '\\pi_{\\theta}': (a: number, s: number) =>
            [
              [0.3, 0.7],
              [0.1, 0.9],
            ][s - 1]?.[a - 1] ?? Number.NaN,
        },
      },
    ],
  }),
  latexCheck('cql-loss', {
    states: 'cross-entropy of the softmax policy, and errors of each step',
    cases: [0.8, 3].map((alpha) => ({
      given: {
        '\\mathcal{L}(\\theta)':
          alpha * mean(DATA.map(([s, a]) => -log(softmaxOf(QUALITIES[s - 1] ?? [])[a - 1] ?? 0))) +
          mean(wrongBy.map((error) => error ** 2)) / 2,
        '\\mathbb{E}_{s \\sim \\mathcal{D}}': expectation('s', [1, 2], [0.6, 0.4]),
        '\\mathbb{E}_{a \\sim \\mathcal{D}(\\cdot \\mid s)}': computed((get) =>
          expectation('a', [1, 2], get('s') === 1 ? [1 / 3, 2 / 3] : [0.5, 0.5]),
        ),
        "\\mathbb{E}_{(s, a, r, s') \\sim \\mathcal{D}}": overData(['s', 'a', 'r', "s'"]),
        'Q_{\\theta}': quality,
        y: targetOf,
        '\\mathcal{A}': set([1, 2]),
        '\\alpha': alpha,
        s: 1,
      },
    })),
  }),
  latexCheck('decision-transformer-return-to-go', {
    states: 'rewards added up from the end',
    cases: [1, 3].map((t) => ({
      given: { '\\hat{R}': [4.5, 4, 5, 3], r: REWARDS, s: [1, 2, 3, 4], a: [1, 2, 1, 2], T: 4, t },
    })),
  }),
  latexCheck('dqn-loss', {
    states: 'hand-worked targets',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': mean(wrongBy.map((error) => error ** 2)),
          "\\mathbb{E}_{(s, a, r, s') \\sim \\mathcal{D}}": overData(['s', 'a', 'r', "s'"]),
          'Q_{\\bar{\\theta}}': quality,
          'Q_{\\theta}': quality,
          '\\gamma': 0.9,
          '\\mathcal{A}': set([1, 2]),
        },
      },
    ],
  }),
  functionCheck('gail-objective', {
    states: 'twice the Jensen–Shannon divergence, less log 4',
    formula: () => adversary((d, p, q) => p * log(d) + q * log(1 - d)),
    against: () => divergence(LEARNER, MIDDLE) + divergence(EXPERT, MIDDLE) - log(4),
    mutants: {
      'learner and expert weighted alike': () => adversary((d, p) => p * log(d) + p * log(1 - d)),
      'no logarithm': () => adversary((d, p, q) => -p * (1 - d) ** 2 - q * d ** 2),
    },
  }),
  latexCheck('imitation-dagger', {
    states: 'a coin, then an action of the one it picks',
    cases: [1, 2].map((i) => ({
      given: {
        '\\pi': [vector([0.4, 0.6]), vector([0.73, 0.27])],
        '\\beta': [0.25, 0.1],
        '\\pi^{*}': vector([1, 0]),
        '\\hat{\\pi}': [vector([0.2, 0.8]), vector([0.7, 0.3])],
        i,
      },
    })),
  }),
  latexCheck('intrinsic-curiosity-reward', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'r_{t}^{\\mathrm{int}}': 37.5,
          '\\eta': 3,
          '\\hat{\\phi}': (s: number) => vector([s, 2]),
          '\\phi': (s: number) => vector([s + 3, s - 5]),
          s: [8, 3, 7],
          t: 1,
        },
      },
    ],
  }),
  latexCheck('iql-expectile-loss', {
    states: 'the integral of its slope',
    cases: [0.7, -1.4].map((u) => ({
      given: {
        '\\mathcal{L}_{V}(\\psi)': (0.7 * 1 ** 2 + 0.3 * 2 ** 2 + 0.7 * 0.5 ** 2) / 3,
        'L_{2}^{\\tau}': (x: number) => integrate((v) => 2 * v * hinge(0.7, v), 0, x),
        '\\mathbb{E}_{(s, a) \\sim \\mathcal{D}}': overData(
          ['s', 'a'],
          [
            [1, 2],
            [2, 1],
            [1, 3],
          ],
        ),
        'Q_{\\bar{\\theta}}': (s: number, a: number) => (s === 2 ? 3 : a === 2 ? 2 : 1.5),
        'V_{\\psi}': (s: number) => (s === 2 ? 5 : 1),
        '\\tau': 0.7,
        u,
      },
    })),
  }),
  latexCheck('quantile-huber-loss', {
    states: 'the integral of its clipped slope',
    cases: [0.7, -1.1, 3.4, -2.9].map((u) => ({
      given: {
        '\\rho_{\\tau}^{\\kappa}(u)': integrate((v) => hinge(0.3, v) * max(-1.3, min(v, 1.3)), 0, u),
        '\\tau': 0.3,
        '\\kappa': 1.3,
        u,
      },
    })),
  }),
  latexCheck('rnd-reward', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'r_{t}^{\\mathrm{int}}': 25,
          '\\hat{f}_{\\theta}': (s: number) => vector([s, 2]),
          f: (s: number) => vector([s + 3, s - 5]),
          s: [8, 3, 7],
          t: 1,
        },
      },
    ],
  }),
];
