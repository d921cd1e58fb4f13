import type { Matrix } from 'ml-matrix';
import { from, vector } from '../../given';

/** Three gradients of two parameters, and where the third step begins. */
export const GRADIENTS = [vector([0.5, -1.2]), vector([1.1, 0.4]), vector([-0.7, 0.9])];
export const START = vector([0.3, -0.8]);
export const [FIRST_DECAY, SECOND_DECAY] = [0.9, 0.7];

/** The parameters before and after the third step. */
export const step = (next: Matrix, before = START) => ({ '\\boldsymbol{\\theta}': from(2, [before, next]) });

/** Means whose roots are whole. */
export const WHOLE = {
  t: 3,
  '\\hat{\\mathbf{m}}': from(3, [vector([3, -8])]),
  '\\hat{\\mathbf{v}}': from(3, [vector([9, 25])]),
  '\\epsilon': 1,
};
