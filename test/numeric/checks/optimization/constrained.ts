import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, set, vector } from '../../given';
import { inner, lowest, quadratic, range, slope, sum } from './scene';

const { exp, log } = Math;

const onLine = (share: number) => vector([2 * share, share]);
const START = vector([3, 0.2]);

/** Frank and Wolfe's steps on a triangle; after them the corners weigh 1, 2, 3, … . */
const CORNERS = [vector([0, 0]), vector([2, 0.5]), vector([-1, -3])];

function visit(steps: number) {
  const corners: Matrix[] = [];
  const blends = [CORNERS[1] ?? START];
  for (const k of range(steps)) {
    const down = slope(blends[k] ?? START);
    corners.push(CORNERS.reduce((best, corner) => (inner(down, corner) < inner(down, best) ? corner : best)));
    const weights = corners.map((_, i) => (2 * (i + 1)) / ((k + 1) * (k + 2)));
    blends.push(
      vector(
        [0, 1].map((entry) => sum(corners.map((corner, i) => (weights[i] ?? 0) * corner.get(entry, 0)))),
      ),
    );
  }
  return { corners, blends };
}

const visited = visit(5);

/** Mirror descent between two probabilities, with the divergence of the negative entropy. */
const SLOPES = [0.7, -0.4] as const;
const entropic = (objective: (p: number, divergence: (p: number, q: number) => number) => number) => {
  const divergence = (p: number, q: number) => p * log(p / q) + (1 - p) * log((1 - p) / (1 - q));
  return lowest((p) => objective(p, divergence), 1e-9, 1 - 1e-9);
};

export const constrained: readonly Check[] = [
  latexCheck('exponentiated-gradient', {
    states: 'mirror descent with the negative entropy, by golden sections',
    tolerance: 1e-6,
    cases: [0.3, 0.8].map((q) => {
      const p = entropic((p, divergence) => 0.6 * (0.7 * p - 0.4 * (1 - p)) + divergence(p, q));
      return {
        given: {
          t: 2,
          i: 1,
          d: 2,
          '\\eta': 0.6,
          x: [
            [0.5, 0.5],
            [q, 1 - q],
            [p, 1 - p],
          ],
          g: [
            [9, 8],
            [0.7, -0.4],
          ],
        },
      };
    }),
  }),
  latexCheck('frank-wolfe', {
    states: 'the mean of all corners so far, weighted by their number',
    cases: [2, 3].map((k) => ({
      given: {
        k,
        f: quadratic,
        '\\mathcal{C}': set(CORNERS),
        '\\mathbf{s}': from(0, visited.corners),
        '\\mathbf{x}': from(0, visited.blends),
      },
    })),
  }),
  functionCheck('mirror-descent', {
    states: 'multiplicative updates, for the negative entropy',
    formula: () =>
      entropic((p, divergence) => 0.6 * (SLOPES[0] * p + SLOPES[1] * (1 - p)) + divergence(p, 0.3)),
    against: () => 1 / (1 + (0.7 / 0.3) * exp(0.6 * (SLOPES[0] - SLOPES[1]))),
    mutants: {
      'without the learning rate': () =>
        entropic((p, divergence) => SLOPES[0] * p + SLOPES[1] * (1 - p) + divergence(p, 0.3)),
      'points of the divergence exchanged': () =>
        entropic((p, divergence) => 0.6 * (SLOPES[0] * p + SLOPES[1] * (1 - p)) + divergence(0.3, p)),
    },
  }),
  latexCheck('projected-gradient', {
    states: 'the foot of a perpendicular, and the nearest of many points on the line',
    cases: [
      {
        given: {
          k: 1,
          '\\eta': 0.4,
          f: quadratic,
          '\\mathcal{C}': set(range(21).map((i) => onLine(i / 20))),
          '\\Pi_{\\mathcal{C}}': (v: Matrix) => onLine((2 * v.get(0, 0) + v.get(1, 0)) / 5),
          '\\mathbf{v}': vector([1, 1]),
          // The gradient at (1.2, 0.6) is (1.7, 2.7); the step ends at (0.52, −0.48).
          '\\mathbf{x}': [onLine(0.6), onLine(0.112)],
        },
      },
    ],
  }),
];
