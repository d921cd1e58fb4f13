import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { elementwise, from, matrix, vector } from '../../given';
import { crossing } from '../../golden-section';
import { integrate } from '../../quadrature';
import { random } from '../../random';
import { range, sigmoid } from './scene';

/** Joint distributions of three or four binary letters, numbered by their bits, and what follows from them. */
const joint = random(5).simplex(16);
const [student, teacher] = [random(8).simplex(8), random(9).simplex(8)];
const bitsOf = (n: number, length: number) => range(length).map((i) => (n >> (length - 1 - i)) & 1);
const chance = (table: readonly number[], prefix: readonly number[]) => {
  const length = Math.log2(table.length);
  return table.reduce(
    (sum, p, n) => (prefix.every((bit, i) => bit === bitsOf(n, length)[i]) ? sum + p : sum),
    0,
  );
};
const next = (table: readonly number[], prefix: readonly number[], bit: number) =>
  chance(table, [...prefix, bit]) / chance(table, prefix);
const follows = (table: readonly number[], bits: readonly number[], memory = bits.length) =>
  bits.reduce((product, bit, i) => product * next(table, bits.slice(0, Math.min(i, memory)), bit), 1);
const factorized = (memory = 4) => range(16).map((n) => follows(joint, bitsOf(n, 4), memory));

const cross = (p: readonly number[], q: readonly number[]) =>
  p.reduce((sum, share, n) => sum - share * Math.log(q[n] ?? 0), 0);
const conditionals = (table: readonly number[], prefix: readonly number[]) =>
  [0, 1].map((bit) => next(table, prefix, bit));
const byPrefix = (weights: readonly number[], p: readonly number[], q: readonly number[]) =>
  range(3).reduce((sum, t) => {
    const prefixes = range(2 ** t).map((n) => bitsOf(n, t));
    return prefixes.reduce(
      (part, prefix) =>
        part + chance(weights, prefix) * cross(conditionals(p, prefix), conditionals(q, prefix)),
      sum,
    );
  }, 0);

/** A red, a green and a blue bit of one pixel. */
const colours = random(12).simplex(8);

/** A causal convolution as a matrix, and sample by sample. */
const wave = vector([0.4, -1.1, 0.7, 1.6, -0.3]);
const toeplitz = (filter: Matrix, x: Matrix) =>
  new Matrix(
    range(x.rows).map((t) =>
      range(x.rows).map((s) => (t >= s && t - s < filter.rows ? filter.get(t - s, 0) : 0)),
    ),
  ).mmul(x);
const sampled = (filter: readonly number[], x: Matrix, t: number) =>
  filter.reduce((sum, weight, k) => (k > t ? sum : sum + weight * x.get(t - k, 0)), 0);
const filters = { f: [0.8, -0.5], g: [-0.9, 0.6] };
const gateOf = (toTanh: (t: number) => number, toSigmoid: (t: number) => number) =>
  vector(
    range(5).map((t) => {
      const [a, b] = [Math.exp(2 * toTanh(t)), Math.exp(toSigmoid(t))];
      return ((a - 1) * b) / ((a + 1) * (b + 1));
    }),
  );
const convolved = {
  '\\mathbf{x}': wave,
  '\\mathbf{W}_{f,k}': vector(filters.f),
  '\\mathbf{W}_{g,k}': vector(filters.g),
  '\\ast': toeplitz,
  '\\sigma': elementwise(sigmoid),
};
const inF = (t: number) => sampled(filters.f, wave, t);
const inG = (t: number) => sampled(filters.g, wave, t);
const conditions = vector([1.2, -0.4, 0.9, 0.1, -0.8]);

/** Two samples from logistic noise: the second has a scale and a shift from the noise of the first. */
const logistic = (x: number, mean = 0, scale = 1) => derivative((at) => sigmoid((at - mean) / scale), x);
const bell = (x: number) => sigmoid(x) * sigmoid(-x);
const second = { scale: (z: number) => Math.exp(0.5 * Math.sin(z)), shift: (z: number) => z ** 2 - 0.4 };
const FIRST = { scale: 1.7, shift: 0.3 };
const noise = [0.6, -1.2, 0.9];
const [z1 = 0, z2 = 0] = noise;
const logScales = (before: number) => Math.log(FIRST.scale) + Math.log(second.scale(before));
/** The place of a logistic distribution below which there is as much as below `z` of the standard one. */
const quantile = (z: number, mean: number, scale: number) =>
  crossing((x) => sigmoid((x - mean) / scale) - sigmoid(z), -9, 9);
const audio = [quantile(z1, FIRST.shift, FIRST.scale), quantile(z2, second.shift(z1), second.scale(z1))];
const density = (x1: number, x2: number) => {
  const z = (x1 - FIRST.shift) / FIRST.scale;
  return logistic(x1, FIRST.shift, FIRST.scale) * logistic(x2, second.shift(z), second.scale(z));
};
const overNoise = (value: (z: number) => number) => integrate((z) => bell(z) * value(z), -45, 45, 1e-9);
const surprise = (p: number) => (p > 0 ? -p * Math.log(p) : 0);
/** The entropy of a logistic distribution by quadrature, after the noise that it has its scale from. */
const entropyAt = (scale: number) =>
  integrate((x) => surprise(bell(x / scale) / scale), -45 * scale, 45 * scale, 1e-9);
const entropy = () => entropyAt(FIRST.scale) + overNoise((z) => entropyAt(second.scale(z)));
const scales = () => overNoise((z) => Math.log(FIRST.scale) + Math.log(second.scale(z)));

const factorMutants = { 'only two before': () => factorized(2), 'none before': () => factorized(0) };
const companded = 0.6;

export const wavenet: readonly Check[] = [
  latexCheck('pixelrnn-channels', {
    states: 'a table of all colours',
    cases: [
      {
        given: {
          'p(x_{i} \\mid \\mathbf{x}_{<i})': colours[0b101] ?? Number.NaN,
          'p(x_{i,R} \\mid \\mathbf{x}_{<i})': chance(colours, [1]),
          'p(x_{i,G} \\mid \\mathbf{x}_{<i}, x_{i,R})': next(colours, [1], 0),
          'p(x_{i,B} \\mid \\mathbf{x}_{<i}, x_{i,R}, x_{i,G})': next(colours, [1, 0], 1),
        },
      },
    ],
  }),
  functionCheck('pixelrnn-factorization', {
    states: 'a table of all images of 2 × 2 binary pixels',
    formula: () => factorized(),
    against: () => joint,
    mutants: factorMutants,
  }),
  latexCheck('wavenet-companding', {
    states: 'expanding a companded sample',
    cases: [companded, -companded].map((y) => ({
      given: {
        'f(x_{t})': y,
        'x_{t}': (Math.sign(y) * (256 ** companded - 1)) / 255,
        '\\mu': 255,
      },
    })),
  }),
  latexCheck('wavenet-dilated-convolution', {
    states: 'a hand-worked case',
    cases: [
      {
        given: { t: 7, r: 3, K: 3, w: from(0, [2, -1, 0.5]), x: [8, 1, 4, 3, 7, 6, 5], 'y_{t}': 10 - 3 + 4 },
      },
    ],
  }),
  functionCheck('wavenet-factorization', {
    states: 'a table of all waves of four binary samples',
    formula: () => factorized(),
    against: () => joint,
    mutants: factorMutants,
  }),
  latexCheck('wavenet-gated-activation', {
    states: 'sample by sample',
    cases: [{ given: { ...convolved, '\\mathbf{z}': gateOf(inF, inG) } }],
  }),
  latexCheck('wavenet-global-conditioning', {
    states: 'sample by sample',
    broadcast: true,
    cases: [
      {
        given: {
          ...convolved,
          '\\mathbf{h}': vector([1.5, -0.7]),
          '\\mathbf{V}_{f,k}': vector([0.4, 0.6]),
          '\\mathbf{V}_{g,k}': vector([-0.3, 1.1]),
          '\\mathbf{z}': gateOf(
            (t) => inF(t) + 0.18,
            (t) => inG(t) - 1.22,
          ),
        },
      },
    ],
  }),
  latexCheck('wavenet-local-conditioning', {
    states: 'sample by sample',
    cases: [
      {
        given: {
          ...convolved,
          '\\mathbf{y}': conditions,
          '\\mathbf{V}_{f,k}': matrix([[0.4]]),
          '\\mathbf{V}_{g,k}': matrix([[-1.3]]),
          '\\ast': (filter: Matrix | number, x: Matrix) =>
            typeof filter === 'number' ? Matrix.mul(x, filter) : toeplitz(filter, x),
          '\\mathbf{z}': gateOf(
            (t) => inF(t) + 0.4 * conditions.get(t, 0),
            (t) => inG(t) - 1.3 * conditions.get(t, 0),
          ),
        },
      },
    ],
  }),
  functionCheck('wavenet-parallel-cross-entropy', {
    states: 'the sum over all waves of three binary samples',
    formula: () => byPrefix(student, student, teacher),
    against: () => cross(student, teacher),
    mutants: {
      'prefixes of the teacher': () => byPrefix(teacher, student, teacher),
      'student and teacher exchanged': () => byPrefix(student, teacher, student),
    },
  }),
  latexCheck('wavenet-parallel-distillation', {
    states: 'the mean log ratio over all waves of three binary samples',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}(p_{S} \\,\\|\\, p_{T})': student.reduce(
            (sum, p, n) => sum + p * Math.log(p / (teacher[n] ?? 0)),
            0,
          ),
          'H(p_{S}, p_{T})': cross(student, teacher),
          'H(p_{S})': cross(student, student),
        },
      },
    ],
  }),
  functionCheck('wavenet-parallel-entropy', {
    states: 'quadrature of the entropies of both samples',
    formula: () => scales() + 2 * 2,
    against: entropy,
    tolerance: 1e-6,
    mutants: {
      'without the entropy of the noise': scales,
      'the other sign': () => 4 - scales(),
    },
  }),
  functionCheck('wavenet-parallel-log-likelihood', {
    states: 'slopes of logistic distribution functions',
    formula: () => Math.log(bell(z1) * bell(z2)) - logScales(z1),
    against: () => Math.log(density(audio[0] ?? 0, audio[1] ?? 0)),
    mutants: {
      'the other sign': () => Math.log(bell(z1) * bell(z2)) + logScales(z1),
      'scales of the sample itself': () => Math.log(bell(z1) * bell(z2)) - logScales(z2),
    },
  }),
  latexCheck('wavenet-parallel-transform', {
    states: 'quantiles of logistic distributions by bisection',
    cases: [
      {
        given: {
          t: 2,
          z: noise,
          '\\mathbf{z}': vector(noise),
          '\\theta': 1,
          'x_{t}': audio[1] ?? Number.NaN,
          s: (before: number) => second.scale(before),
          '\\mu': (before: number) => second.shift(before),
        },
      },
    ],
  }),
];
