import { type Check, latexCheck } from '../../check';
import { set } from '../../given';

/** Sets of cells, and by hand how many are in both, in the first only, in the second only. */
const [FIRST, SECOND] = [set([1, 2, 3, 4, 5]), set([4, 5, 6])];
const sets = { '\\mathcal{A}': FIRST, '\\mathcal{B}': SECOND };

type Box = Readonly<Record<'x' | 'y', readonly [number, number]>>;
const covers = ({ x, y }: Box, i: number, j: number) => x[0] <= i && i < x[1] && y[0] <= j && j < y[1];

/** The unit squares that boxes with whole corners cover. */
function counted(a: Box, b: Box): { readonly both: number; readonly any: number } {
  const squares = Array.from({ length: 400 }, (_, k) => [Math.floor(k / 20), k % 20] as const);
  return {
    both: squares.filter(([i, j]) => covers(a, i, j) && covers(b, i, j)).length,
    any: squares.filter(([i, j]) => covers(a, i, j) || covers(b, i, j)).length,
  };
}
const BOX: Box = { x: [2, 9], y: [3, 7] };
const BOXES: readonly Box[] = [
  { x: [5, 12], y: [1, 6] },
  { x: [0, 4], y: [5, 18] },
  { x: [3, 8], y: [4, 6] },
  { x: [9, 11], y: [1, 19] },
  { x: [10, 14], y: [9, 12] },
  { x: [3, 8], y: [9, 12] },
];

export const regions: readonly Check[] = [
  latexCheck('dice-coefficient', {
    states: 'cells counted by hand',
    cases: [{ given: { '\\operatorname{Dice}(\\mathcal{A}, \\mathcal{B})': 1 / 2, ...sets } }],
  }),
  latexCheck('intersection-over-union', {
    states: 'cells counted by hand',
    cases: [{ given: { '\\operatorname{IoU}(\\mathcal{A}, \\mathcal{B})': 1 / 3, ...sets } }],
  }),
  latexCheck('iou-boxes', {
    states: 'unit squares counted',
    cases: BOXES.map((box) => {
      const { both, any } = counted(BOX, box);
      return {
        given: { I: both, '\\operatorname{IoU}': both / any, ...BOX, '\\hat{x}': box.x, '\\hat{y}': box.y },
      };
    }),
  }),
  latexCheck('mean-iou', {
    states: 'the overlaps of two labelled rows of pixels, by hand',
    cases: [
      {
        given: {
          // 1 1 1 2 2 3 3 3 labelled 1 1 2 2 3 3 3 1: overlaps of 2/4, 1/3 and 2/4.
          '\\operatorname{mIoU}': 4 / 9,
          C: 3,
          '\\mathrm{TP}': [2, 1, 2],
          '\\mathrm{FP}': [1, 1, 1],
          '\\mathrm{FN}': [1, 1, 1],
        },
      },
    ],
  }),
];
