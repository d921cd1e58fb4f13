import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { entries, matrix, vector } from '../../given';

/** A complex number by its parts. */
type Complex = readonly [real: number, imaginary: number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const conjugate = ([a, b]: Complex): Complex => [a, -b];
const HEAD: readonly Complex[] = [
  [0.4, -1.1],
  [2, 0.3],
];
const RELATION: readonly Complex[] = [
  [-0.7, 0.6],
  [1.2, 0.8],
];
const TAIL: readonly Complex[] = [
  [1.5, 0.2],
  [-0.9, 1.4],
];
const ZERO: Complex = [0, 0];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const score = (tail: (t: Complex) => Complex) =>
  sum(HEAD.map((h, k) => times(times(h, RELATION[k] ?? ZERO), tail(TAIL[k] ?? ZERO))[0]));

/** The four real products of which the score consists. */
function fourProducts(): number {
  const part = (list: readonly Complex[], axis: 0 | 1) => list.map((value) => value[axis]);
  const product = (h: 0 | 1, r: 0 | 1, t: 0 | 1) =>
    sum(part(HEAD, h).map((value, k) => value * (part(RELATION, r)[k] ?? 0) * (part(TAIL, t)[k] ?? 0)));
  return product(0, 0, 0) + product(1, 0, 1) + product(0, 1, 1) - product(1, 1, 0);
}

const ANGLES = [0.7, -1.9];
const turn = (angle: number): Complex => [Math.cos(angle), Math.sin(angle)];
/** The distance after the turn, in absolute values of the complex entries. */
const rotated = (relation: (angle: number) => Complex, sign = 1) =>
  -sum(
    HEAD.map((h, k) => {
      const [a, b] = times(h, relation(ANGLES[k] ?? 0));
      const [c, d] = TAIL[k] ?? ZERO;
      return Math.hypot(a - sign * c, b - sign * d);
    }),
  );
/** The same by matrices of rotation in the plane. */
function turnedInThePlane(): number {
  const distances = HEAD.map((h, k) => {
    const angle = ANGLES[k] ?? 0;
    const rotation = matrix([
      [Math.cos(angle), -Math.sin(angle)],
      [Math.sin(angle), Math.cos(angle)],
    ]);
    return Matrix.sub(rotation.mmul(vector(h)), vector(TAIL[k] ?? ZERO)).norm('frobenius');
  });
  return -sum(distances);
}

export const embeddings: readonly Check[] = [
  functionCheck('complex-score', {
    states: 'four products of real and imaginary parts',
    formula: () => score(conjugate),
    against: fourProducts,
    mutants: { 'without the conjugate': () => score((t) => t) },
  }),
  latexCheck('distmult-score', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'f(h, r, t)': 3 * 2 * -1 + 0.5 * -4 * 3 + -2 * 1.5 * 5,
          ...entries('h', [3, 0.5, -2]),
          ...entries('r', [2, -4, 1.5]),
          ...entries('t', [-1, 3, 5]),
          d: 3,
        },
      },
    ],
  }),
  latexCheck('inner-product-decoder', {
    states: 'odds of three to one',
    cases: [
      {
        given: {
          'p(A_{ij} = 1 \\mid \\mathbf{z}_{i}, \\mathbf{z}_{j})': 3 / 4,
          '\\mathbf{z}_{i}': vector([2, -0.5]),
          '\\mathbf{z}_{j}': vector([Math.log(3), 2 * Math.log(3)]),
          '\\sigma': (x: number) => 1 / (1 + Math.exp(-x)),
        },
      },
    ],
  }),
  functionCheck('rotate-score', {
    states: 'rotations of the plane',
    formula: () => rotated(turn),
    against: turnedInThePlane,
    mutants: {
      'the other way round': () => rotated((angle) => turn(-angle)),
      'the sum in place of the difference': () => rotated(turn, -1),
    },
  }),
  latexCheck('transe-score', {
    states: 'a right triangle',
    cases: [
      {
        given: {
          'f(h, r, t)': -5,
          '\\mathbf{h}': vector([1, 2]),
          '\\mathbf{r}': vector([4, 0.5]),
          '\\mathbf{t}': vector([2, 6.5]),
        },
      },
    ],
  }),
  unchecked('vgae-elbo', 'objective'),
];
