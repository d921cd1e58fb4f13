import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, identity, matrix, row, vector } from '../../given';
import { random } from '../../random';
import { at, total } from './scene';

const source = random(12);
const transition = matrix([
  [0.5, -0.3],
  [0.4, 0.6],
]);
const entry = vector([0.7, -1.1]);
const reading = row([0.9, 0.5]);
const inputs = [0.8, -0.5, 1.7, 0.4];

/** The states from zero, one a step, by the entries of the transition. */
function states(of: readonly number[]): readonly Matrix[] {
  let [first, second] = [0, 0];
  return of.map((input) => {
    [first, second] = [0.5 * first - 0.3 * second + 0.7 * input, 0.4 * first + 0.6 * second - 1.1 * input];
    return vector([first, second]);
  });
}
const read = (state: Matrix) => 0.9 * state.get(0, 0) + 0.5 * state.get(1, 0);
const outputs = states(inputs).map(read);
const kernel = states([1, 0, 0, 0]).map(read);

const power = (exponent: number): Matrix =>
  exponent === 0 ? Matrix.eye(2, 2) : transition.mmul(power(exponent - 1));
const unrolled = (t: number) =>
  total(0, t, (j) =>
    power(j)
      .mmul(entry)
      .mul(at(inputs, t - j)),
  );

/** A diagonal recurrence of two channels: decay and input of a step. */
type Step = readonly [decay: Matrix, input: Matrix];
const recurrence: readonly Step[] = Array.from({ length: 5 }, () => [source.normals(2), source.normals(2)]);
type Join = (earlier: Step, later: Step) => Step;
const joined: Join = ([a, b], [c, d]) => [Matrix.mul(c, a), Matrix.add(Matrix.mul(c, b), d)];

/** The last state by a tree of pairs; the state before the first step is zero. */
function tree(join: Join, steps: readonly Step[]): Matrix {
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return only[1];
  const parts = steps.flatMap((step, i) => {
    if (i % 2 === 1) return [];
    const next = steps[i + 1];
    return [next === undefined ? step : join(step, next)];
  });
  return tree(join, parts);
}

/** The LRU of one complex eigenvalue, with complex numbers as pairs. */
const NU = -0.6;
const THETA = 0.3;
const ENTRY = [0.8, -0.4] as const;
const READING = [0.5, 1.2] as const;
type Complex = readonly [real: number, imaginary: number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

function lru(eigenvalue: Complex, scale: number, skip = 0.3): readonly number[] {
  let state: Complex = [0, 0];
  return inputs.map((input) => {
    const [real, imaginary] = times(eigenvalue, state);
    state = [real + scale * ENTRY[0] * input, imaginary + scale * ENTRY[1] * input];
    return times(READING, state)[0] + skip * input;
  });
}
const polar = (size: number, phase: number): Complex => [size * Math.cos(phase), size * Math.sin(phase)];
const eigenvalue = polar(Math.exp(-Math.exp(NU)), Math.exp(THETA));

/** The same system as a damped oscillation: the response to each input, by its amplitude and phase. */
const oscillation = inputs.map((present, t) =>
  inputs.slice(0, t + 1).reduce((sum, input, s) => {
    const lag = t - s;
    const size = Math.hypot(...ENTRY) * Math.hypot(...READING) * Math.exp(-lag * Math.exp(NU));
    const phase = Math.atan2(ENTRY[1], ENTRY[0]) + Math.atan2(READING[1], READING[0]) + lag * Math.exp(THETA);
    // The input's size is set by the variance that white noise settles to, a geometric series.
    let variance = 0;
    for (let n = 0; n < 200; n++) variance += Math.exp(-2 * n * Math.exp(NU));
    return sum + (size * Math.cos(phase) * input) / Math.sqrt(variance);
  }, 0.3 * present),
);

/** Two pairs of conjugate eigenvalues. */
const PAIRS = [
  { eigenvalue: [0.6, 0.5], weight: [0.4, -1.1] },
  { eigenvalue: [-0.3, 0.8], weight: [0.9, 0.2] },
] as const;
function diagonalKernel(factor: number, part: 0 | 1, shift: number): readonly number[] {
  return [0, 1, 2, 3].map((t) =>
    PAIRS.reduce((sum, { eigenvalue: base, weight }) => {
      let term: Complex = weight;
      for (let n = 0; n < t + shift; n++) term = times(term, base);
      return sum + factor * term[part];
    }, 0),
  );
}

/** The real system of all four states, conjugates included, by its blocks. */
const realKernel = [0, 1, 2, 3].map((t) =>
  PAIRS.reduce((sum, { eigenvalue: [a, b], weight: [c, d] }) => {
    let state = vector([2, 0]);
    const block = matrix([
      [a, -b],
      [b, a],
    ]);
    for (let n = 0; n < t; n++) state = block.mmul(state);
    return sum + c * state.get(0, 0) - d * state.get(1, 0);
  }, 0),
);

const system = {
  '\\overline{\\mathbf{A}}': transition,
  '\\overline{\\mathbf{B}}': entry,
  '\\mathbf{C}': reading,
};

export const kernels: readonly Check[] = [
  functionCheck('linear-recurrence-scan', {
    states: 'the recurrence, a step at a time',
    formula: () => tree(joined, recurrence),
    against: () => recurrence.reduce<Matrix>((h, [a, b]) => Matrix.add(Matrix.mul(a, h), b), vector([0, 0])),
    mutants: {
      'the earlier decay on the earlier input': () =>
        tree(([a, b], [c, d]) => [Matrix.mul(c, a), Matrix.add(Matrix.mul(a, b), d)], recurrence),
      'the later input decayed': () =>
        tree(([a, b], [c, d]) => [Matrix.mul(c, a), Matrix.add(b, Matrix.mul(a, d))], recurrence),
      'decays added': () =>
        tree(([a, b], [c, d]) => [Matrix.add(c, a), Matrix.add(Matrix.mul(c, b), d)], recurrence),
    },
  }),
  functionCheck('lru', {
    states: 'damped oscillations, scaled to a variance of one',
    formula: () => lru(eigenvalue, Math.sqrt(1 - Math.hypot(...eigenvalue) ** 2)),
    against: () => oscillation,
    mutants: {
      'without the square of the modulus': () => lru(eigenvalue, Math.sqrt(1 - Math.hypot(...eigenvalue))),
      'without the root': () => lru(eigenvalue, 1 - Math.hypot(...eigenvalue) ** 2),
      'the modulus without its outer exponential': () =>
        lru(polar(Math.exp(NU), Math.exp(THETA)), Math.sqrt(1 - Math.exp(2 * NU))),
      'the phase without its exponential': () =>
        lru(polar(Math.exp(-Math.exp(NU)), THETA), Math.sqrt(1 - Math.hypot(...eigenvalue) ** 2)),
      'without the skip': () => lru(eigenvalue, Math.sqrt(1 - Math.hypot(...eigenvalue) ** 2), 0),
    },
  }),
  latexCheck('s4-generating-function', {
    states: 'both sides, the sum term by term',
    cases: [0.7, -1.3].map((z) => ({ given: { ...system, '\\mathbf{I}': identity(2), L: 3, z } })),
  }),
  functionCheck('s4d-kernel', {
    states: 'a real system of rotations',
    formula: () => diagonalKernel(2, 0, 0),
    against: () => realKernel,
    mutants: {
      'without the factor 2': () => diagonalKernel(1, 0, 0),
      'the imaginary part': () => diagonalKernel(2, 1, 0),
      'a power too many': () => diagonalKernel(2, 0, 1),
    },
  }),
  latexCheck('ssm-convolution', {
    states: 'the recurrence, by entries',
    cases: [
      {
        given: {
          ...system,
          '\\overline{\\mathbf{K}}': row(kernel),
          '\\left( \\mathbf{C} \\overline{\\mathbf{B}}, \\, \\mathbf{C} \\overline{\\mathbf{A}} \\overline{\\mathbf{B}}, \\, \\dots, \\, \\mathbf{C} \\overline{\\mathbf{A}}^{L-1} \\overline{\\mathbf{B}} \\right)':
            row([0, 1, 2, 3].map((j) => reading.mmul(power(j)).mmul(entry).get(0, 0))),
          x: from(0, inputs),
          y: from(0, outputs),
          L: 4,
          t: 3,
        },
      },
    ],
  }),
  latexCheck('ssm-recurrence', {
    states: 'the convolution with powers of the transition',
    cases: [
      {
        given: {
          ...system,
          '\\mathbf{h}': from(2, [unrolled(2), unrolled(3)]),
          x: from(0, inputs),
          y: from(
            0,
            [0, 1, 2, 3].map((t) => reading.mmul(unrolled(t)).get(0, 0)),
          ),
          t: 3,
        },
      },
    ],
  }),
];
