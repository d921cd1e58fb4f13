import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { set, vector } from '../../given';

const { sqrt } = Math;

/** Overlap of two soft masks, one pixel at a time. */
const MASK = [0.9, 0.2, 0.6];
const TRUE_MASK = [1, 0, 0.5];

export const imageLosses: readonly Check[] = [
  latexCheck('ciou-loss', {
    states: 'angles of the diagonals of two boxes',
    cases: [
      {
        given: (() => {
          const iou = 0.4;
          const angles = Math.atan2(3, 2) - Math.atan2(1, 5);
          const v = (angles / (Math.PI / 2)) ** 2;
          return {
            '\\mathcal{L}_{\\mathrm{CIoU}}': 1 - iou + 5 / 49 + v ** 2 / (1 + v - iou),
            '\\operatorname{IoU}': iou,
            '\\mathbf{b}': vector([1, 4]),
            '\\hat{\\mathbf{b}}': vector([2, 2]),
            c: 7,
            w: 3,
            h: 2,
            '\\hat{w}': 1,
            '\\hat{h}': 5,
          };
        })(),
      },
    ],
  }),
  latexCheck('dice-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{Dice}}': 1 - 2.4 / (0.81 + 0.04 + 0.36 + 1.25),
          n: 3,
          p: MASK,
          y: TRUE_MASK,
        },
      },
    ],
  }),
  latexCheck('diou-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{DIoU}}': 0.6 + 5 / 49,
          '\\operatorname{IoU}': 0.4,
          '\\mathbf{b}': vector([1, 4]),
          '\\hat{\\mathbf{b}}': vector([2, 2]),
          c: 7,
        },
      },
    ],
  }),
  latexCheck('giou-loss', {
    states: 'boxes on a grid, counted cell by cell',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{GIoU}}': 1 - 1 / 7 + 3 / 10,
          '\\mathcal{A}': set([1, 2, 3, 4]),
          '\\mathcal{B}': set([4, 5, 6, 7]),
          '\\mathcal{C}': set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        },
      },
    ],
  }),
  latexCheck('iou-loss', {
    states: 'a hand-worked case',
    cases: [
      { given: { '\\mathcal{L}_{\\mathrm{IoU}}': 1 - 1.2 / (1 + 0.2 + 0.8), n: 3, p: MASK, y: TRUE_MASK } },
      {
        given: {
          '\\mathcal{L}_{\\mathrm{IoU}}': 1 - 0.41 / (0.44 + 0.85),
          n: 2,
          p: [0.3, 0.5],
          y: [0.2, 0.7],
        },
      },
    ],
  }),
  latexCheck('perceptual-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{feat}}(\\hat{\\mathbf{x}}, \\mathbf{x})': (4 * 1 + 4 * 9) / (2 * 3 * 5),
          C: 2,
          H: 3,
          W: 5,
          '\\phi': (x: Matrix) => Matrix.mul(x, 2),
          '\\hat{\\mathbf{x}}': vector([1, 5]),
          '\\mathbf{x}': vector([2, 2]),
        },
      },
    ],
  }),
  latexCheck('total-variation-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{TV}(\\mathbf{X})': 5 + sqrt(1 + 16),
          H: 2,
          W: 3,
          X: [
            [1, 5, 9],
            [4, 4, 7],
          ],
        },
      },
      {
        given: {
          '\\operatorname{TV}(\\mathbf{X})': sqrt(4 + 9) + sqrt(25 + 1),
          H: 3,
          W: 2,
          X: [
            [1, 4],
            [3, 2],
            [8, 6],
          ],
        },
      },
    ],
  }),
  latexCheck('total-variation-loss-anisotropic', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{TV}_{1}(\\mathbf{X})': 3 + 1 + 2 + 4 + 4 + 0 + 3,
          H: 2,
          W: 3,
          X: [
            [1, 5, 9],
            [4, 4, 7],
          ],
        },
      },
    ],
  }),
  latexCheck('tversky-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{T}}': 1 - 1.2 / (1.2 + 0.3 * 0.5 + 0.8 * 0.3),
          n: 3,
          p: MASK,
          y: TRUE_MASK,
          '\\alpha': 0.3,
          '\\beta': 0.8,
        },
      },
      {
        given: {
          '\\mathcal{L}_{\\mathrm{T}}': 1 - 0.41 / (0.41 + 0.3 * 0.39 + 0.8 * 0.49),
          n: 2,
          p: [0.3, 0.5],
          y: [0.2, 0.7],
          '\\alpha': 0.3,
          '\\beta': 0.8,
        },
      },
    ],
  }),
];
