import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { set, vector } from '../../given';
import { expectation, minimum } from '../../operators';

/** Distances along a line of slope 4/3; the nearest pairing joins them in order. */
const [ALONG, OTHERS] = [
  [1, 5, 12],
  [7, 0, 20],
];
const onLine = (distance: number) => vector([0.6 * distance, 0.8 * distance]);
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;
const TARGETS = OTHERS.map(onLine);
const pairings = ORDERS.map((order) => (x: Matrix) => {
  const place = ALONG.findIndex((distance) => Math.abs(0.6 * distance - x.get(0, 0)) < 1e-9);
  return TARGETS[order[place] ?? 0] ?? x;
});

/** Two objects and an empty place; what three predictions say of their classes, and the costs of their boxes. */
const CLASSES = [0, 1, null] as const;
const CHANCES = [
  [0.5, 0.4],
  [0.9, 0.3],
  [0.95, 0.1],
];
const BOXES = [
  [0.2, 0.1, 0.9],
  [0.3, 0.6, 0.5],
  [0, 0, 0],
];
type Cost = (object: number, prediction: number) => number;
const cost: Cost = (i, j) => -(CHANCES[j]?.[CLASSES[i] ?? 0] ?? 0) + (BOXES[i]?.[j] ?? 0);
const matched: Cost = (i, j) => (CLASSES[i] === null ? 0 : cost(i, j));
function bestOrder(of: Cost): readonly number[] {
  const costs = ORDERS.map((order) => order.reduce<number>((total, j, i) => total + of(i, j), 0));
  return ORDERS[costs.indexOf(Math.min(...costs))] ?? [];
}

type Point = readonly [number, number];
const SOME: readonly Point[] = [
  [0, 0],
  [4, 1],
];
const MORE: readonly Point[] = [
  [1, 2],
  [4, 3],
  [9, 1],
];
const far = ([a, b]: Point, [x, y]: Point) => Math.hypot(a - x, b - y);
const squared = (p: Point, q: Point) => far(p, q) ** 2;
const nearest = (points: readonly Point[], others: readonly Point[], of: typeof far) =>
  points.reduce((total, p) => total + Math.min(...others.map((q) => of(p, q))), 0);

const PLACES = [vector([3, 4]), vector([0.6, 0]), vector([5, -12])];

export const pointClouds: readonly Check[] = [
  functionCheck('chamfer-distance', {
    states: 'a hand-worked case',
    formula: () => nearest(SOME, MORE, squared) + nearest(MORE, SOME, squared),
    // To the nearest of the second set 5 and 4; back 5, 4 and 25.
    against: () => 43,
    mutants: {
      'one way only': () => nearest(SOME, MORE, squared),
      'without the squares': () => nearest(SOME, MORE, far) + nearest(MORE, SOME, far),
      means: () => nearest(SOME, MORE, squared) / 2 + nearest(MORE, SOME, squared) / 3,
    },
  }),
  functionCheck('detr-matching', {
    states: 'a hand-worked case',
    formula: () => bestOrder(matched),
    // The pairs of objects and predictions cost -0.3, -0.8, -0.05 and -0.1, 0.3, 0.4.
    against: () => [1, 0, 2],
    mutants: {
      'chances taken away': () => bestOrder((i, j) => matched(i, j) + 2 * (CHANCES[j]?.[i] ?? 0)),
      'without the boxes': () => bestOrder((i, j) => matched(i, j) - (BOXES[i]?.[j] ?? 0)),
    },
  }),
  latexCheck('eikonal-loss', {
    states: 'a hand-worked case with the lengths 5, 0.6 and 13',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{eik}}': 0.5 * 16 + 0.3 * 0.16 + 0.2 * 144,
          '\\mathbb{E}_{\\mathbf{x}}': expectation('\\mathbf{x}', PLACES, [0.5, 0.3, 0.2]),
          f: (x: Matrix) => x.dot(x) / 2,
        },
      },
    ],
  }),
  latexCheck('point-cloud-emd', {
    states: 'points of a line, paired in order',
    cases: [
      {
        given: {
          'd_{\\mathrm{EMD}}(\\mathcal{P}, \\mathcal{Q})': 1 + 2 + 8,
          '\\min_{\\phi : \\mathcal{P} \\to \\mathcal{Q}}': minimum('\\phi', pairings),
          '\\mathcal{P}': set(ALONG.map(onLine)),
        },
      },
    ],
  }),
];
