import { Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { matrix, vector } from '../../given';

const START = vector([0.4, -1.2]);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** One client of SCAFFOLD, who takes four steps on a quadratic loss. */
const CURVES = matrix([
  [2, 0.4],
  [0.4, 1],
]);
const SHIFT = vector([0.3, -0.8]);
const slopeAt = (y: Matrix) => Matrix.sub(CURVES.mmul(y), SHIFT);
const OWN = vector([0.2, 0.5]);
const SERVER = vector([-0.4, 0.1]);
const LOCAL = 0.1;
function scaffold(steps: number): { readonly end: Matrix; readonly meanSlope: Matrix } {
  let [y, total] = [START, Matrix.zeros(2, 1)];
  for (let step = 0; step < steps; step++) {
    total = Matrix.add(total, slopeAt(y));
    y = Matrix.sub(y, Matrix.mul(Matrix.add(Matrix.sub(slopeAt(y), OWN), SERVER), LOCAL));
  }
  return { end: y, meanSlope: total.div(steps) };
}
const RUN = scaffold(4);

/** The step on a loss that is tilted by the difference of the control variates. */
const tilted = (y: Matrix) => y.dot(CURVES.mmul(y)) / 2 - SHIFT.dot(y) - OWN.dot(y) + SERVER.dot(y);

/** FedProx on a quadratic loss, by gradient descent until it rests. */
function proximal(strength: number, sign = 1): Matrix {
  let w = START;
  for (let step = 0; step < 400; step++) {
    const pull = Matrix.mul(Matrix.sub(w, START), sign * strength);
    w = Matrix.sub(w, Matrix.mul(Matrix.add(slopeAt(w), pull), 0.2));
  }
  return w;
}

/** Secrets of four clients and the masks of pairs, modulo 97. */
const MODULUS = 97;
const modulo = (x: number) => ((x % MODULUS) + MODULUS) % MODULUS;
const SECRETS = [15, 80, 62, 33];
const mask = (u: number, v: number) => modulo(31 * u + 17 * v * v + 5);
function sent(sign: number): readonly number[] {
  return SECRETS.map((secret, u) => {
    const added = sum(SECRETS.map((_, v) => (v > u ? mask(u, v) : 0)));
    const taken = sum(SECRETS.map((_, v) => (v < u ? mask(v, u) : 0)));
    return modulo(secret + added - sign * taken);
  });
}

export const clients: readonly Check[] = [
  functionCheck('fedprox-objective', {
    states: 'the linear system of a quadratic loss',
    formula: () => proximal(0.7),
    against: () =>
      solve(Matrix.add(CURVES, Matrix.eye(2, 2).mul(0.7)), Matrix.add(SHIFT, Matrix.mul(START, 0.7))),
    mutants: {
      'without the half': () => proximal(1.4),
      'pushed away': () => proximal(0.7, -1),
    },
  }),
  latexCheck('scaffold-control-variate', {
    states: 'the mean of the gradients met in four steps',
    cases: [
      {
        given: {
          '\\mathbf{c}_{i}^{+}': RUN.meanSlope,
          '\\mathbf{c}_{i}': OWN,
          '\\mathbf{c}': SERVER,
          K: 4,
          '\\eta_{l}': LOCAL,
          '\\mathbf{x}': START,
          '\\mathbf{y}_{i}': RUN.end,
        },
      },
    ],
  }),
  latexCheck('scaffold-local-step', {
    states: 'finite differences of the loss, tilted by the control variates',
    cases: [
      {
        given: {
          '\\mathbf{y}_{i} \\leftarrow': Matrix.sub(START, Matrix.mul(gradient(tilted, START), LOCAL)),
          '\\mathbf{y}_{i}': START,
          '\\eta_{l}': LOCAL,
          '\\mathbf{g}_{i}': slopeAt,
          '\\mathbf{c}_{i}': OWN,
          '\\mathbf{c}': SERVER,
        },
      },
    ],
  }),
  functionCheck('secure-aggregation', {
    states: 'the sum of the secrets',
    formula: () => modulo(sum(sent(1))),
    against: () => modulo(sum(SECRETS)),
    mutants: { 'masks added by both': () => modulo(sum(sent(-1))) },
  }),
];
