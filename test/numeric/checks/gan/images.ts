import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { expectation, operator } from '../../operators';
import { integrate } from '../../quadrature';
import { random } from '../../random';
import { at, total } from './scene';

/** Three positions with features of four channels, and projections of them. */
const source = random(3);
const X = source.matrix(4, 3);
const W_F = source.matrix(2, 4);
const W_G = source.matrix(2, 4);
const W_H = source.matrix(4, 4);
const W_V = source.matrix(4, 4);
const places = [0, 1, 2];
const features = places.map((i) => X.getColumnVector(i));

/** Scores of all pairs at once, and each column's softmax. */
const scores = W_F.mmul(X).transpose().mmul(W_G.mmul(X));
const attention = matrix(
  places.map((j) => {
    const column = scores.getColumn(j).map(Math.exp);
    return column.map((size) => size / total(column));
  }),
);
const outputs = W_V.mmul(W_H).mmul(X).mmul(attention.transpose());

/** A kernel of two input channels, three output channels and two places. */
const KERNEL = [
  [
    [0.4, -1.1],
    [0.9, 0.3],
    [-0.6, 1.4],
  ],
  [
    [1.2, 0.5],
    [-0.8, 0.7],
    [0.2, -0.9],
  ],
];
const STYLE = [1.7, -0.6];

/** The variances of the output channels, if pixels are independent and of variance one. */
function variances(scale: (modulated: number, sum: number) => number): readonly number[] {
  const modulated = KERNEL.map((input, i) => input.map((output) => output.map((w) => at(STYLE, i) * w)));
  return places.map((j) => {
    const weights = modulated.flatMap((input) => input[j] ?? []);
    const sum = total(weights.map((w) => w ** 2));
    return total(weights.map((w) => scale(w, sum) ** 2));
  });
}

/** The Jacobian of an image of two pixels, whose rows are at right angles and of the length 1.7. */
const STRETCH = 1.7;
const JACOBIAN = matrix([
  [0.6, 0.8, 0],
  [-0.8, 0.6, 0],
]).mul(STRETCH);

export const images: readonly Check[] = [
  latexCheck('cyclegan-cycle-loss', {
    states: 'absolute differences worked by hand',
    cases: [
      {
        given: {
          // There and back a point is doubled less (1, 2), or less (2, 1) from the other side.
          '\\mathcal{L}_{\\mathrm{cyc}}(G, F)': 0.3 * (2 + 1) + 0.7 * (0 + 3) + 0.4 * (2 + 4) + 0.6 * (7 + 3),
          G: (x: Matrix) => Matrix.mul(x, 2),
          F: (y: Matrix) => Matrix.sub(y, vector([1, 2])),
          '\\mathbb{E}_{\\mathbf{x} \\sim p_{\\mathrm{data}}(\\mathbf{x})}': expectation(
            '\\mathbf{x}',
            [vector([3, 1]), vector([1, 5])],
            [0.3, 0.7],
          ),
          '\\mathbb{E}_{\\mathbf{y} \\sim p_{\\mathrm{data}}(\\mathbf{y})}': expectation(
            '\\mathbf{y}',
            [vector([0, 0]), vector([-5, 7])],
            [0.4, 0.6],
          ),
        },
      },
    ],
  }),
  latexCheck('gan-projection-discriminator', {
    states: 'the embedding of the class, picked out by hand',
    cases: [
      {
        given: {
          'f(\\mathbf{x}, \\mathbf{y})': 2 * 4 - 1 * 3 + Math.hypot(4, 3),
          '\\mathbf{x}': 0,
          '\\mathbf{y}': vector([0, 1, 0]),
          '\\mathbf{V}': matrix([
            [1, 5],
            [2, -1],
            [-3, 7],
          ]),
          '\\boldsymbol{\\phi}': () => vector([4, 3]),
          '\\psi': (features: Matrix) => Math.hypot(...features.to1DArray()),
        },
      },
    ],
  }),
  latexCheck('sagan-attention-map', {
    states: 'the softmax of each column of a product of matrices',
    cases: [
      [0, 2],
      [1, 0],
    ].map(([i = 0, j = 0]) => ({
      given: {
        '\\beta_{j,i}': attention.get(j, i),
        N: 3,
        i: i + 1,
        j: j + 1,
        '\\mathbf{x}': features,
        f: (x: Matrix) => W_F.mmul(x),
        g: (x: Matrix) => W_G.mmul(x),
      },
    })),
  }),
  latexCheck('sagan-features', {
    states: 'columns of products with all positions at once',
    cases: [0, 2].map((i) => ({
      given: {
        i: i + 1,
        '\\mathbf{x}': features,
        '\\mathbf{W}_{f}': W_F,
        '\\mathbf{W}_{g}': W_G,
        '\\mathbf{W}_{h}': W_H,
        'f(\\mathbf{x}_{i})': W_F.mmul(X).getColumnVector(i),
        'g(\\mathbf{x}_{i})': W_G.mmul(X).getColumnVector(i),
        'h(\\mathbf{x}_{i})': W_H.mmul(X).getColumnVector(i),
      },
    })),
  }),
  latexCheck('sagan-output', {
    states: 'one product of matrices for all positions',
    cases: [0, 2].map((j) => ({
      given: {
        j: j + 1,
        N: 3,
        '\\mathbf{o}_{j}': outputs.getColumnVector(j),
        '\\beta': attention,
        '\\mathbf{x}': features,
        '\\mathbf{W}_{h}': W_H,
        '\\mathbf{W}_{v}': W_V,
        i: 2,
        h: (x: Matrix) => W_H.mmul(x),
        v: (x: Matrix) => W_V.mmul(x),
      },
    })),
  }),
  latexCheck('sagan-residual', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          i: 1,
          '\\mathbf{y}': [vector([7, -1.5])],
          '\\gamma': 0.5,
          '\\mathbf{o}': [vector([6, 1])],
          '\\mathbf{x}': [vector([4, -2])],
        },
      },
    ],
  }),
  functionCheck('stylegan-demodulation', {
    states: 'the variance of each output channel, which is one for independent pixels',
    formula: () => variances((w, sum) => w / Math.sqrt(sum + 1e-12)),
    against: () => [1, 1, 1],
    mutants: {
      'without the root': () => variances((w, sum) => w / sum),
      'not demodulated': () => variances((w) => w),
    },
  }),
  latexCheck('stylegan-path-length', {
    states: 'moments of the length of a normal vector in the plane',
    cases: [0.8, 2.9].map((a) => ({
      given: {
        '\\mathcal{R}': 2 * STRETCH ** 2 - 2 * a * STRETCH * Math.sqrt(Math.PI / 2) + a ** 2,
        a,
        '\\mathbf{J}_{\\mathbf{w}}': JACOBIAN,
        // The length does not depend on the direction of the noise.
        '\\mathbb{E}_{\\mathbf{w}, \\mathbf{y} \\sim \\mathcal{N}(\\mathbf{0}, \\mathbf{I})}': operator(
          '\\mathbf{y}',
          (body) =>
            integrate(
              (r) => {
                const value = body(vector([r * Math.cos(0.3), r * Math.sin(0.3)]));
                return typeof value === 'number' ? r * Math.exp((-r * r) / 2) * value : Number.NaN;
              },
              0,
              12,
            ),
        ),
      },
    })),
  }),
  latexCheck('stylegan-truncation', {
    states: 'a hand-worked case, the point a quarter of the way from the mean',
    cases: [
      {
        given: {
          "\\mathbf{w}'": vector([3, 2.75]),
          '\\bar{\\mathbf{w}}': vector([3.25, 3.75]),
          '\\mathbf{w}': vector([2.25, -0.25]),
          '\\psi': 0.25,
          f: (z: number) => vector([z, z ** 2 - 10]),
          '\\mathbb{E}_{\\mathbf{z} \\sim p(\\mathbf{z})}': expectation(
            '\\mathbf{z}',
            [1, 5, 2],
            [0.25, 0.5, 0.25],
          ),
        },
      },
    ],
  }),
];
