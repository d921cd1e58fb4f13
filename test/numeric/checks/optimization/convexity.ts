import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { vector } from '../../given';
import { inner, quadratic } from './scene';

/** Bowls, on which the bounds of smooth and of strongly convex functions are attained. */
const bowl = (curvature: number) => (x: Matrix) => (curvature / 2) * inner(x, x) + 3;
const plane = (x: Matrix) => inner(x, vector([2, -3])) + 1;
const wave = (x: Matrix) => x.to1DArray().reduce((total, entry) => total + Math.cos(entry), 0);

/** Pairs of points near to and far from one another, on one side of the lowest point and on both. */
const PAIRS = [
  [vector([0.2, 0.4]), vector([0.5, 0.1])],
  [vector([2, -1]), vector([-3, 2])],
  [vector([3, 4]), vector([1, 5])],
  [vector([-2, -1.5]), vector([-0.4, -0.2])],
] as const;

const onPairs = (extra: Readonly<Record<string, number>>, f: (x: Matrix) => number) =>
  PAIRS.flatMap(([x, y]) =>
    [
      [x, y],
      [y, x],
    ].map(([left = x, right = y]) => ({ given: { ...extra, f, '\\mathbf{x}': left, '\\mathbf{y}': right } })),
  );

export const convexity: readonly Check[] = [
  latexCheck('convex-function', {
    states: 'planes, on which both sides are equal, and bowls',
    cases: [plane, bowl(2)].flatMap((f) => [
      ...onPairs({ '\\alpha': 0.3 }, f),
      ...onPairs({ '\\alpha': 0.9 }, f),
    ]),
  }),
  latexCheck('convex-first-order', {
    states: 'planes, on which both sides are equal, and bowls',
    cases: [...onPairs({}, plane), ...onPairs({}, bowl(2))],
  }),
  latexCheck('strong-convexity', {
    states: 'bowls, on which both sides are equal, and steeper ones',
    cases: [
      ...onPairs({ '\\mu': 3 }, bowl(3)),
      ...onPairs({ '\\mu': 0.4 }, bowl(0.4)),
      ...onPairs({ '\\mu': 3 }, bowl(5)),
    ],
  }),
  latexCheck('descent-lemma', {
    states: 'bowls, on which both sides are equal, flatter ones, and waves',
    cases: [
      ...onPairs({ L: 3 }, bowl(3)),
      ...onPairs({ L: 0.4 }, bowl(0.4)),
      ...onPairs({ L: 3 }, bowl(1)),
      ...onPairs({ L: 1 }, wave),
    ],
  }),
  latexCheck('lipschitz-smoothness', {
    states: 'bowls, on which both sides are equal, and waves',
    cases: [...onPairs({ L: 3 }, bowl(3)), ...onPairs({ L: 0.4 }, bowl(0.4)), ...onPairs({ L: 1 }, wave)],
  }),
  latexCheck('gradient-descent-decrease', {
    states: 'bowls, on which both sides are equal, flatter ones, and waves',
    cases: [
      ...[0.1, 0.5, 1.4].flatMap((eta) => onPairs({ L: 3, '\\eta': eta }, bowl(3))),
      ...[0.5, 4, 7].flatMap((eta) => onPairs({ L: 0.4, '\\eta': eta }, bowl(0.4))),
      ...onPairs({ L: 3, '\\eta': 0.5 }, bowl(1)),
      ...onPairs({ L: 1, '\\eta': 0.9 }, wave),
    ],
  }),
  latexCheck('polyak-lojasiewicz', {
    states:
      'bowls, on which both sides are equal, and functions that are not convex or not alike in all directions',
    cases: [
      ...PAIRS.flatMap(([x, y]) => [
        { given: { f: bowl(3), '\\mu': 3, 'f^{\\star}': 3, '\\mathbf{x}': x } },
        { given: { f: bowl(0.4), '\\mu': 0.4, 'f^{\\star}': 3, '\\mathbf{x}': y } },
        { given: { f: quadratic, '\\mu': (3 - Math.SQRT2) / 2, 'f^{\\star}': 3, '\\mathbf{x}': y } },
      ]),
      // Karimi, Nutini and Schmidt's example, with the constant 1/32.
      ...[0.3, 2, -5].map((entry) => ({
        given: {
          f: (x: Matrix) => x.get(0, 0) ** 2 + 3 * Math.sin(x.get(0, 0)) ** 2 + inner(x, vector([0, 1])) ** 2,
          '\\mu': 1 / 32,
          'f^{\\star}': 0,
          '\\mathbf{x}': vector([entry, 0.2]),
        },
      })),
    ],
  }),
];
