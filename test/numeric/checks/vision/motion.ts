import { QrDecomposition } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';
import { DOWN, RIGHT, TIME, WINDOW } from './scene';

const { cos, sin } = Math;

/** A pattern that moves without change. */
const VELOCITY = { u: 0.6, v: -0.9 };
const brightness = (x: number, y: number, t: number) =>
  sin(1.3 * (x - VELOCITY.u * t)) + cos(0.7 * (y - VELOCITY.v * t)) * (x - VELOCITY.u * t);

const flow = new QrDecomposition(matrix([RIGHT, DOWN]).transpose()).solve(vector(TIME).mul(-1));

/** A flow that is linear on the unit square, and brightness that is too. */
type Energy = (data: number, right: number, down: number) => number;
const overSquare = (of: Energy) =>
  integrate((y) => integrate((x) => of(x + 0.5 * (2 * y) - 1, 1, 4), 0, 1), 0, 1);

export const motion: readonly Check[] = [
  functionCheck('horn-schunck', {
    states: 'integrals worked by hand for a linear flow',
    formula: () => overSquare((data, right, down) => data ** 2 + 0.3 ** 2 * (right + down)),
    // The mean of the square of x + y - 1 over the unit square, and gradients of lengths 1 and 2.
    against: () => 1 / 6 + 0.09 * 5,
    mutants: {
      'weight without the square': () => overSquare((data, right, down) => data ** 2 + 0.3 * (right + down)),
      'lengths without the squares': () =>
        overSquare((data, right, down) => data ** 2 + 0.09 * (right ** 0.5 + down ** 0.5)),
      'without one of the gradients': () => overSquare((data, right) => data ** 2 + 0.09 * right),
    },
  }),
  latexCheck('lucas-kanade', {
    states: 'least squares by a QR decomposition',
    cases: [{ given: { u: flow.get(0, 0), v: flow.get(1, 0), I: WINDOW, x: 1, y: 2, t: 3 } }],
  }),
  latexCheck('optical-flow-constraint', {
    states: 'derivatives of a pattern that moves',
    cases: [
      {
        given: {
          ...VELOCITY,
          'I_{x}': derivative((x) => brightness(x, 0.4, 0.3), 0.8),
          'I_{y}': derivative((y) => brightness(0.8, y, 0.3), 0.4),
          'I_{t}': derivative((t) => brightness(0.8, 0.4, t), 0.3),
        },
      },
    ],
  }),
];
