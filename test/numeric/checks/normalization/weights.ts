import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { operator } from '../../operators';

const { cos, PI, sin, sqrt } = Math;

/** Its singular values are the roots of 45 and 5; the first vectors are (1, 1) on the right and (1, 3) on the left. */
const WEIGHTS = matrix([
  [3, 0],
  [4, 5],
]);
const LARGEST = sqrt(45);
const numeric = (value: number | Matrix) => (typeof value === 'number' ? value : Number.NaN);

/** The largest value in the unit disc, over a grid that has the direction (1, 1) in it. */
const inDisc = operator('\\mathbf{h}', (body) =>
  Math.max(
    ...Array.from({ length: 64 }, (_, k) => (k * PI) / 32).flatMap((angle) =>
      [0.5, 1].map((length) => numeric(body(vector([length * cos(angle), length * sin(angle)])))),
    ),
  ),
);

export const weights: readonly Check[] = [
  latexCheck('spectral-norm-power-iteration', {
    states: 'singular vectors by hand, where the iteration stays, and a step by hand elsewhere',
    near: 1e-7,
    cases: [
      {
        given: {
          '\\mathbf{W}': WEIGHTS,
          '\\mathbf{u}': vector([1 / sqrt(10), 3 / sqrt(10)]),
          '\\mathbf{v}': vector([1 / sqrt(2), 1 / sqrt(2)]),
          '\\mathbf{v} \\leftarrow': vector([1 / sqrt(2), 1 / sqrt(2)]),
          '\\mathbf{u} \\leftarrow': vector([1 / sqrt(10), 3 / sqrt(10)]),
          '\\sigma(\\mathbf{W})': LARGEST,
        },
      },
      {
        given: {
          '\\mathbf{W}': WEIGHTS,
          '\\mathbf{u}': vector([1, 0]),
          '\\mathbf{v}': vector([1, 0]),
          '\\mathbf{v} \\leftarrow': vector([1, 0]),
          '\\mathbf{u} \\leftarrow': vector([0.6, 0.8]),
          // The estimate, which is still short of the norm.
          '\\sigma(\\mathbf{W})': 5,
        },
      },
    ],
  }),
  latexCheck('spectral-normalization', {
    same: {
      '\\sigma(\\mathbf{W}) = \\max_{\\lVert \\mathbf{h} \\rVert_{2} \\leq 1} \\lVert \\mathbf{W} \\rVert_{2}':
        'the norm of a matrix is what is defined here',
    },
    states: 'singular values by hand',
    cases: [
      {
        given: {
          '\\bar{\\mathbf{W}}_{\\mathrm{SN}}': matrix([
            [1 / sqrt(5), 0],
            [4 / (3 * sqrt(5)), sqrt(5) / 3],
          ]),
          '\\mathbf{W}': WEIGHTS,
          '\\sigma(\\mathbf{W})': LARGEST,
          '\\max_{\\lVert \\mathbf{h} \\rVert_{2} \\leq 1}': inDisc,
        },
      },
    ],
  }),
  latexCheck('weight-normalization', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathbf{w}': vector([4.2, 5.6]), g: 7, '\\mathbf{v}': vector([3, 4]) } }],
  }),
  latexCheck('weight-standardization', {
    states: 'a hand-worked case',
    cases: [
      { j: 1, w: -1 },
      { j: 8, w: 4 / 3 },
    ].map(({ j, w }) => ({
      given: {
        i: 2,
        j,
        n: 8,
        W: [
          [1, 3, 0, 2, 4, 1, 6, 9],
          [2, 4, 4, 4, 5, 5, 7, 9],
          [0, 1, 0, 3, 8, 2, 1, 4],
        ],
        '\\mu': [1, 5, 2],
        '\\sigma': [2, 3, 4],
        '\\epsilon': 5,
        '\\hat{W}_{ij}': w,
      },
    })),
  }),
];
