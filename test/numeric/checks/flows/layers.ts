import { LuDecomposition, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { jacobian } from '../../differences';
import { entries, matrix, vector } from '../../given';
import { range } from './scene';

/** An image of 3 × 5 pixels with two channels, and what acts on the channels of each pixel. */
const [height, width, channels] = [3, 5, 2];
const image = range(height).map((i) => range(width).map((j) => vector([0.5 + i - 0.3 * j, i * j - 0.7])));
const flat = vector(image.flat().flatMap((pixel) => pixel.to1DArray()));
const scale = [1.7, -0.6];
const bias = [0.4, -1.3];
const weight = matrix([
  [0.9, -0.4],
  [0.6, -0.7],
]);

/** Layers of the flattened image, channel by channel. */
const actnorm = (x: Matrix) =>
  vector(x.to1DArray().map((entry, n) => entry * (scale[n % 2] ?? 0) + (bias[n % 2] ?? 0)));
const convolution = (x: Matrix) =>
  vector(
    x.to1DArray().map((_, n, all) => {
      const [first = 0, second = 0] = all.slice(n - (n % 2));
      return weight.get(n % 2, 0) * first + weight.get(n % 2, 1) * second;
    }),
  );
const pixelOf = (x: Matrix, i: number, j: number) => {
  const start = ((i - 1) * width + j - 1) * channels;
  return vector(x.to1DArray().slice(start, start + channels));
};
const derivativeOf = '\\frac{\\partial \\mathbf{y}}{\\partial \\mathbf{x}}';

/** A matrix, and its factors from a library. */
const mixing = matrix([
  [0.3, 1.2, -0.5],
  [2.1, 0.4, 0.8],
  [-0.7, 1.5, 1.1],
]);
const factors = new LuDecomposition(mixing);
const upper = factors.upperTriangularMatrix;
const diagonal = range(3).map((i) => upper.get(i, i));
const permutation = Matrix.zeros(3, 3);
for (const [k, row] of factors.pivotPermutationVector.entries()) permutation.set(row, k, 1);

/** An affine coupling of halves, undone by hand. */
const half = { a: vector([0.6, -1.4]), b: vector([0.9, 0.2]) };
const network = (b: Matrix) => ({
  logs: vector([Math.sin(b.get(0, 0)), b.get(1, 0) - 0.8]),
  shifts: vector([b.get(0, 0) * b.get(1, 0), 1.5]),
});
const coupled = ({ a, b }: { a: Matrix; b: Matrix }, toScale = Math.exp) => {
  const { logs, shifts } = network(b);
  const s = vector(logs.to1DArray().map(toScale));
  return { a: Matrix.mul(s, a).add(shifts), b };
};
const uncoupled = (y: { a: Matrix; b: Matrix }) => {
  const { logs, shifts } = network(y.b);
  return { a: Matrix.sub(y.a, shifts).div(Matrix.exp(logs)), b: y.b };
};
const listed = ({ a, b }: { a: Matrix; b: Matrix }) => [...a.to1DArray(), ...b.to1DArray()];

export const layers: readonly Check[] = [
  latexCheck('glow-actnorm', {
    states: 'the flattened image, number by number',
    cases: [
      {
        given: {
          i: 2,
          j: 3,
          '\\mathbf{y}_{i,j}': pixelOf(actnorm(flat), 2, 3),
          '\\mathbf{x}': image,
          '\\mathbf{s}': vector(scale),
          '\\mathbf{b}': vector(bias),
        },
      },
    ],
  }),
  latexCheck('glow-actnorm-log-det', {
    states: 'finite differences of all the pixels',
    cases: [
      { given: { [derivativeOf]: jacobian(actnorm, flat), h: height, w: width, c: channels, s: scale } },
    ],
  }),
  functionCheck('glow-affine-coupling', {
    states: 'the way back and forth',
    formula: () => listed(coupled(uncoupled(half))),
    against: () => listed(half),
    mutants: {
      'the log scale as scale': () => listed(coupled(uncoupled(half), (s) => s)),
      'halves exchanged': () => {
        const { a, b } = uncoupled(half);
        return listed(coupled({ a: b, b: a }));
      },
    },
  }),
  latexCheck('glow-invertible-convolution', {
    states: 'the flattened image, number by number',
    cases: [
      {
        given: {
          i: 2,
          j: 3,
          '\\mathbf{y}_{i,j}': pixelOf(convolution(flat), 2, 3),
          '\\mathbf{x}': image,
          '\\mathbf{W}': weight,
        },
      },
    ],
  }),
  latexCheck('glow-invertible-convolution-log-det', {
    states: 'finite differences of all the pixels',
    cases: [
      { given: { [derivativeOf]: jacobian(convolution, flat), h: height, w: width, '\\mathbf{W}': weight } },
    ],
  }),
  latexCheck('glow-lu-decomposition', {
    states: 'factors from a library',
    cases: [
      {
        given: {
          '\\mathbf{W}': mixing,
          '\\mathbf{P}': permutation,
          '\\mathbf{L}': factors.lowerTriangularMatrix,
          '\\mathbf{U}': Matrix.sub(upper, Matrix.diag(diagonal)),
          ...entries('s', diagonal),
          c: 3,
        },
      },
    ],
  }),
];
