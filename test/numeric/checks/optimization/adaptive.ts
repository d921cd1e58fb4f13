import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, vector } from '../../given';
import { FIRST_DECAY, GRADIENTS, SECOND_DECAY, START, step, WHOLE } from './gradients';
import { decayingMean, decayingSum, paired, range, runningMeans, squares } from './scene';

const { abs, max } = Math;

const LAST = GRADIENTS[2] ?? START;

const mean = decayingMean(FIRST_DECAY, GRADIENTS);
const meanSquare = decayingMean(SECOND_DECAY, squares(GRADIENTS));
/** The largest of the means of squares up to a step, of each entry. */
function largestMeans(t: number): Matrix {
  const means = runningMeans(SECOND_DECAY, squares(GRADIENTS)).slice(0, t + 1);
  return means.reduce((most, next) => paired(most, next, max));
}

const moments = {
  t: 3,
  '\\mathbf{g}': GRADIENTS,
  '\\beta': [FIRST_DECAY, SECOND_DECAY],
  '\\mathbf{m}': from(0, runningMeans(FIRST_DECAY, GRADIENTS)),
  '\\mathbf{v}': from(0, runningMeans(SECOND_DECAY, squares(GRADIENTS))),
};
const corrected = {
  '\\hat{\\mathbf{m}}': from(3, [mean]),
  '\\hat{\\mathbf{v}}': from(3, [meanSquare]),
};
export const adaptive: readonly Check[] = [
  latexCheck('adam', {
    states: 'weighted means of the gradients so far',
    broadcast: true,
    cases: [
      {
        given: {
          ...moments,
          ...corrected,
          '\\eta': 0.01,
          '\\epsilon': 0.3,
          ...step(
            Matrix.add(
              START,
              paired(mean, meanSquare, (m, v) => m / (-100 * (0.3 + v ** 0.5))),
            ),
          ),
        },
      },
    ],
  }),
  latexCheck('adam-bias-correction', {
    states: 'weighted means whose weights sum to one',
    cases: [{ given: { ...moments, ...corrected } }],
  }),
  latexCheck('adam-moments', { states: 'sums without the recursion', cases: [{ given: moments }] }),
  latexCheck('adam-update', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [{ given: { ...WHOLE, '\\eta': 0.6, ...step(vector([0.55, 1.8]), vector([1, 1])) } }],
  }),
  latexCheck('adamax', {
    states: 'the largest decayed gradient, sought among all',
    cases: [0, 1].map((entry) => {
      const gradients = GRADIENTS.map((g) => g.get(entry, 0));
      const largest = (t: number) =>
        max(0, ...gradients.slice(0, t).map((g, i) => abs(g) * 0.7 ** (t - 1 - i)));
      return {
        given: {
          t: 3,
          '\\eta': 0.4,
          '\\beta': [FIRST_DECAY, SECOND_DECAY],
          '\\mathbf{g}': gradients,
          '\\mathbf{m}': from(
            0,
            runningMeans(FIRST_DECAY, GRADIENTS).map((m) => m.get(entry, 0)),
          ),
          '\\mathbf{u}': from(0, range(4).map(largest)),
          '\\boldsymbol{\\theta}': from(2, [0.3, 0.3 - (0.4 * mean.get(entry, 0)) / largest(3)]),
        },
      };
    }),
  }),
  latexCheck('adamw', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [
      {
        given: { ...WHOLE, '\\eta': 0.6, '\\lambda': 0.5, ...step(vector([0.95, 1.5]), vector([2, 1])) },
      },
    ],
  }),
  latexCheck('amsgrad', {
    states: 'the largest of the means so far',
    broadcast: true,
    same: {
      '\\hat{\\mathbf{v}}_{t} &= \\max\\left( \\hat{\\mathbf{v}}_{t}, \\mathbf{v}_{t} \\right)':
        'true of every sequence that is never below the means',
    },
    cases: [
      {
        given: {
          ...moments,
          '\\eta': 0.4,
          '\\hat{\\mathbf{v}}': from(0, range(4).map(largestMeans)),
          ...step(
            Matrix.sub(
              START,
              paired(decayingSum(FIRST_DECAY, GRADIENTS), largestMeans(3), (m, v) => 0.04 * m * v ** -0.5),
            ),
          ),
        },
      },
    ],
  }),
  latexCheck('nadam', {
    states: 'means of the gradients with a zero to come',
    broadcast: true,
    cases: [
      {
        given: {
          ...moments,
          ...corrected,
          '\\beta_{1}': FIRST_DECAY,
          '\\eta': 0.2,
          '\\epsilon': 0.3,
          ...step(
            vector(
              [0, 1].map((entry) => {
                const zero = vector([0, 0]);
                const ahead = decayingMean(FIRST_DECAY, [...GRADIENTS, zero]).get(entry, 0);
                const present = decayingMean(FIRST_DECAY, [zero, zero, LAST]).get(entry, 0);
                return (
                  START.get(entry, 0) - (0.2 * (ahead + present)) / (0.3 + meanSquare.get(entry, 0) ** 0.5)
                );
              }),
            ),
          ),
        },
      },
    ],
  }),
];
