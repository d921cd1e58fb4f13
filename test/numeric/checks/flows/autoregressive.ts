import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { jacobian } from '../../differences';
import { conditioned, densityAt } from '../../gaussians';
import { from, vector } from '../../given';
import { bell, FACTOR, MIXED, NOISE, NORMAL, range, SHIFT } from './scene';

/** Mean and standard deviation of a normal component (from 0), given those before it. */
function given(i: number, before: Matrix | number): readonly [mean: number, deviation: number] {
  const values = typeof before === 'number' ? vector([before]) : before;
  const { mean, covariance } = conditioned(NORMAL, [i], range(i), values);
  return [mean.get(0, 0), Math.sqrt(covariance.get(0, 0))];
}
const before = (i: number) => MIXED.subMatrix(0, i - 1, 0, 0);
const means = [SHIFT.get(0, 0), given(1, before(1))[0], given(2, before(2))[0]];
const deviations = [FACTOR.get(0, 0), given(1, before(1))[1], given(2, before(2))[1]];
const logs = deviations.map(Math.log);
const z = NOISE.to1DArray();
const x = MIXED.to1DArray();

/** A component moved by a cubic curve, whose parameters come from the components before. */
const curve = (at: number, h: Matrix) => h.get(0, 0) + h.get(1, 0) * at - h.get(2, 0) * at ** 3;
const parametersOf = (i: number, values: readonly number[]) =>
  vector(i === 0 ? [0.1, 1, 0.2] : [Math.sin(values[0] ?? 0), 0.9, 0.3 + (values[i - 1] ?? 0) ** 2]);
const curved = (noise: Matrix) => {
  const values: number[] = [];
  for (const i of range(3)) values.push(curve(noise.get(i, 0), parametersOf(i, values)));
  return vector(values);
};
const bent = curved(NOISE).to1DArray();

/** The shift and scale of an inverse flow: a lower triangular matrix, in two parts. */
const diagonal = range(3).map((i) => FACTOR.get(i, i));
const below = Matrix.sub(FACTOR, Matrix.diag(diagonal));
const shifted = (at: Matrix) => below.mmul(at).add(SHIFT);
type Part = Matrix | number | readonly number[];
const numbersOf = (part: Part): readonly number[] => {
  if (typeof part === 'number') return [part];
  return 'to1DArray' in part ? part.to1DArray() : part;
};
const shiftOf = (i: number) => (part: Part) =>
  numbersOf(part).reduce((sum, entry, j) => sum + FACTOR.get(i, j) * entry, SHIFT.get(i, 0));
const scaleOf = (i: number) => (part: Matrix | number) =>
  numbersOf(part).length === i ? FACTOR.get(i, i) : Number.NaN;
/** The same shift from the data before: their noise, one after another. */
const meanOf = (i: number) => (part: Matrix | number) => {
  const noise: number[] = [];
  for (const [k, at] of numbersOf(part).entries()) noise.push((at - shiftOf(k)(noise)) / FACTOR.get(k, k));
  return noise.length === i ? shiftOf(i)(noise) : Number.NaN;
};

/** A log scale that bends, for the determinant of the way from data to latents. */
const logScale = (i: number, data: readonly number[]) =>
  i === 0 ? 0.4 : Math.sin(data[i - 1] ?? 0) - 0.3 * (data[0] ?? 0);
const latents = (data: Matrix) => {
  const values = data.to1DArray();
  return vector(values.map((at, i) => (at - (values[i - 1] ?? 0) ** 2) / Math.exp(logScale(i, values))));
};

/** Gates of a step, of which the later see the earlier components; and the step undone. */
const gates = (at: readonly number[], h: number) => [0.7 - h, (at[0] ?? 0) - 1.2, 0.4 * (at[1] ?? 0)];
const proposals = (at: readonly number[], h: number) => [2, -0.6 * (at[0] ?? 0), h + (at[1] ?? 0)];
const open = (s = 0) => Math.exp(s) / (1 + Math.exp(s));
const gated = vector(proposals(z, 0.4).map((to, i) => to + open(gates(z, 0.4)[i]) * ((z[i] ?? 0) - to)));

/** Noise of an encoder, and one step after it: the second component is normal given the first. */
const epsilon = [0.6, -1.1];
const first = [0.2 + 0.5 * 0.6, -0.4 + 1.6 * -1.1];
const [moved, second] = [0.3 + 0.9 * (first[0] ?? 0), Math.exp(0.7 * (first[0] ?? 0))];
const shiftedSecond = (first[0] ?? 0) ** 2;
const chain =
  bell(moved, 0.3 + 0.9 * 0.2, 0.9 * 0.5) *
  bell(shiftedSecond + second * (first[1] ?? 0), shiftedSecond + second * -0.4, second * 1.6);

/** The density of the first `i` components. */
function joint(i: number): number {
  return densityAt(MIXED.subMatrix(0, i - 1, 0, 0), {
    mean: SHIFT.subMatrix(0, i - 1, 0, 0),
    covariance: NORMAL.covariance.subMatrix(0, i - 1, 0, i - 1),
  });
}

export const autoregressive: readonly Check[] = [
  latexCheck('autoregressive-flow', {
    states: 'correlated normal numbers by a Cholesky factor',
    cases: [2, 3].map((i) => ({
      given: {
        i,
        x,
        z,
        '\\mathbf{x}': MIXED,
        '\\tau': (at: number, h: Matrix) => h.get(0, 0) + h.get(1, 0) * at,
        c: range(3).map((k) => (part: Matrix | number) => vector(given(k, part))),
      },
    })),
  }),
  latexCheck('autoregressive-flow-log-det', {
    states: 'finite differences of the whole map',
    cases: [
      {
        given: {
          '\\frac{\\partial \\mathbf{x}}{\\partial \\mathbf{z}}': jacobian(curved, NOISE),
          D: 3,
          z,
          '\\tau': curve,
          '\\mathbf{h}': range(3).map((i) => parametersOf(i, bent)),
        },
      },
    ],
  }),
  latexCheck('iaf-gated-step', {
    states: 'a step towards the proposal',
    broadcast: true,
    cases: [
      {
        given: {
          t: 1,
          '\\mathbf{z}': from(0, [NOISE, gated]),
          '\\mathbf{h}': 0.4,
          f: [
            (at: Matrix | number, h: Matrix | number) =>
              [proposals, gates].map((part) => vector(part(numbersOf(at), numbersOf(h)[0] ?? 0))),
          ],
        },
      },
    ],
  }),
  latexCheck('iaf-log-density', {
    states: 'the product of a density and a conditional one',
    cases: [
      {
        given: {
          'q(\\mathbf{z}_{T} \\mid \\mathbf{x})': chain,
          D: 2,
          T: 1,
          '\\epsilon': epsilon,
          '\\sigma': from(0, [
            [0.5, 1.6],
            [0.9, second],
          ]),
        },
      },
    ],
  }),
  latexCheck('iaf-step', {
    states: 'the product with a triangular matrix',
    cases: [
      {
        given: {
          t: 1,
          '\\mathbf{z}': from(0, [NOISE, MIXED]),
          '\\mathbf{h}': vector([0.4]),
          f: [(at: Matrix) => [shifted(at), vector(diagonal)]],
        },
      },
    ],
  }),
  latexCheck('iaf-transform', {
    states: 'the product with a triangular matrix',
    cases: [2, 3].map((i) => ({
      given: {
        i,
        x,
        z,
        '\\mathbf{z}': NOISE,
        '\\sigma': range(3).map(scaleOf),
        '\\mu': range(3).map(shiftOf),
      },
    })),
  }),
  latexCheck('maf-conditional', {
    states: 'the quotient of joint normal densities',
    cases: [2, 3].map((i) => ({
      given: {
        i,
        'p(x_{i} \\mid \\mathbf{x}_{1:i-1})': joint(i) / joint(i - 1),
        x,
        '\\mu': means,
        '\\alpha': logs,
        '\\mathcal{N}': (at: number, mean: number, variance: number) =>
          jStat.normal.pdf(at, mean, Math.sqrt(variance)),
      },
    })),
  }),
  latexCheck('maf-inverse', {
    states: 'correlated normal numbers by a Cholesky factor',
    cases: [2, 3].map((i) => ({ given: { i, x, z, '\\mu': means, '\\alpha': logs } })),
  }),
  latexCheck('maf-log-det', {
    states: 'finite differences of the whole map',
    same: {
      '\\log \\left\\lvert \\frac{\\partial \\mathbf{z}}{\\partial \\mathbf{x}} \\right\\rvert = -\\sum_{i=1}^{D} \\alpha_{i}':
        'bars around a matrix are its determinant, which is positive here',
    },
    cases: [
      {
        given: {
          '\\frac{\\partial \\mathbf{z}}{\\partial \\mathbf{x}}': jacobian(latents, MIXED),
          D: 3,
          '\\alpha': range(3).map((i) => logScale(i, x)),
        },
      },
    ],
  }),
  latexCheck('maf-transform', {
    states: 'correlated normal numbers by a Cholesky factor',
    cases: [2, 3].map((i) => ({
      given: {
        i,
        x,
        z,
        '\\mathbf{x}': MIXED,
        '\\mu_{i}': means[i - 1] ?? Number.NaN,
        '\\alpha_{i}': logs[i - 1] ?? Number.NaN,
        'f_{\\mu_{i}}': meanOf(i - 1),
        'f_{\\alpha_{i}}': (part: Matrix | number) => Math.log(scaleOf(i - 1)(part)),
      },
    })),
  }),
];
