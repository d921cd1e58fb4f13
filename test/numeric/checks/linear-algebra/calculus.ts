import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { computed, matrix, vector } from '../../given';

/** The gradients on the left are finite differences. */
const tall = matrix([
  [1.2, -0.4],
  [0.7, 2.1],
  [-1.3, 0.6],
]);
const square = matrix([
  [1.2, -0.4, 0.3],
  [0.7, 2.1, -0.8],
  [-1.3, 0.6, 0.9],
]);
const point = vector([0.8, -1.1, 0.5]);
/** A matrix that depends on a number, of determinant below zero. */
const path = computed((get) => {
  const t: number = get('t');
  return matrix([
    [Math.sin(t), 2 + t],
    [1 + t * t, Math.exp(-t)],
  ]);
});
const moving = { '\\mathbf{X}': path, t: 0.7 };
const [weights, target] = [vector([0.3, -0.9]), vector([1.5, 0.2, -0.7])];

export const calculus: readonly Check[] = [
  latexCheck('gradient-inverse-matrix', { states: 'finite differences', cases: [{ given: moving }] }),
  latexCheck('jacobi-formula', { states: 'finite differences', cases: [{ given: moving }] }),
  latexCheck('gradient-least-squares', {
    states: 'finite differences',
    cases: [
      {
        given: {
          '\\nabla_{\\mathbf{x}} \\lVert \\mathbf{A} \\mathbf{x} - \\mathbf{b} \\rVert_{2}^{2}': gradient(
            (x) => Matrix.sub(tall.mmul(x), target).norm() ** 2,
            weights,
          ),
          '\\mathbf{A}': tall,
          '\\mathbf{x}': weights,
          '\\mathbf{b}': target,
        },
      },
    ],
  }),
  latexCheck('gradient-linear-form', {
    states: 'finite differences',
    cases: [{ given: { '\\mathbf{x}': point, '\\mathbf{a}': vector([2.3, -0.6, 1.4]) } }],
  }),
  latexCheck('gradient-log-determinant', {
    states: 'finite differences',
    cases: [square, square.clone().mul(-1)].map((place) => ({ given: { '\\mathbf{X}': place } })),
  }),
  latexCheck('gradient-quadratic-form', {
    states: 'finite differences',
    cases: [{ given: { '\\mathbf{x}': point, '\\mathbf{A}': square } }],
  }),
  latexCheck('gradient-trace-product', {
    states: 'finite differences',
    cases: [
      {
        given: {
          '\\mathbf{X}': matrix([
            [0.4, -1.7, 2.2],
            [0.9, 0.3, -0.6],
          ]),
          '\\mathbf{A}': tall,
        },
      },
    ],
    same: {
      '\\nabla_{\\mathbf{X}} \\operatorname{tr}(\\mathbf{X} \\mathbf{A}) = \\mathbf{A}^{\\top}':
        'the trace is cyclic',
    },
  }),
];
