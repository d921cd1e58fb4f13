import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { hessian } from '../../differences';
import { matrix, set, vector } from '../../given';
import { random } from '../../random';
import { DOWN, RIGHT } from './scene';

const { cos, sin } = Math;
const generator = random(23);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Grey values around the pixel (2, 5), by their offsets. */
const AROUND = [
  { x: 0, y: 0, grey: 3 },
  { x: 1, y: 0, grey: 3.5 },
  { x: 0, y: -1, grey: 5 },
  { x: 2, y: 1, grey: 1.2 },
];
const greyAt = (q: Matrix) =>
  AROUND.find(({ x, y }) => x + 2 === q.get(0, 0) && y + 5 === q.get(1, 0))?.grey ?? Number.NaN;
/** The mean under products of normal densities, whose constants cancel. */
function filtered(space: number, range: number): number {
  const weights = AROUND.map(
    ({ x, y, grey }) =>
      jStat.normal.pdf(x, 0, space) * jStat.normal.pdf(y, 0, space) * jStat.normal.pdf(grey, 3, range),
  );
  return sum(AROUND.map(({ grey }, i) => grey * (weights[i] ?? 0))) / sum(weights);
}

const WEIGHTS = [0.2, 0.3, 0.4, 0.1];
/** How much the window changes, to second order, when it is shifted. */
const change = (shift: Matrix) =>
  sum(
    WEIGHTS.map(
      (weight, i) => weight * (shift.get(0, 0) * (RIGHT[i] ?? 0) + shift.get(1, 0) * (DOWN[i] ?? 0)) ** 2,
    ),
  );

const TURN = matrix([
  [cos(0.7), -sin(0.7)],
  [sin(0.7), cos(0.7)],
]);

const IMAGE = generator.matrix(5, 6);
type Kernel = readonly (readonly number[])[];
/** A kernel laid on the image wherever it fits. */
function laid(kernel: Matrix, image: Matrix): Matrix {
  const rows = image.rows - kernel.rows + 1;
  const columns = image.columns - kernel.columns + 1;
  const at = (i: number, j: number) =>
    Matrix.mul(image.subMatrix(i, i + kernel.rows - 1, j, j + kernel.columns - 1), kernel).sum();
  return new Matrix(
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(i, j))),
  );
}
/** Each entry from the one before, the one itself and the one after along the rows. */
const along = (image: Matrix, of: (before: number, here: number, after: number) => number) =>
  new Matrix(
    image.to2DArray().map((row) => row.slice(2).map((after, i) => of(row[i] ?? 0, row[i + 1] ?? 0, after))),
  );
const blurred = (image: Matrix) => along(image, (before, here, after) => before + 2 * here + after);
const slope = (image: Matrix) => along(image, (before, _, after) => after - before);
const turned = (image: Matrix) => image.transpose();

const FEATURES: Kernel = generator.matrix(3, 4).to2DArray();
/** An inner product from two lengths. */
function polarized(i: number, j: number): number {
  const [left = [], right = []] = [FEATURES[i - 1], FEATURES[j - 1]];
  const lengthOf = (sign: number) => sum(left.map((value, k) => (value + sign * (right[k] ?? 0)) ** 2));
  return (lengthOf(1) - lengthOf(-1)) / 4;
}
const GRAMS = [generator.matrix(3, 3), generator.matrix(3, 3)] as const;
const gramGap = Matrix.sub(...GRAMS);

export const images: readonly Check[] = [
  latexCheck('anchor-box-parametrization', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          't_{x}': 0.5,
          't_{y}': -0.75,
          't_{w}': Math.LN2,
          't_{h}': -2 * Math.LN2,
          x: 120,
          'x_{\\mathrm{a}}': 100,
          w: 80,
          'w_{\\mathrm{a}}': 40,
          y: 35,
          'y_{\\mathrm{a}}': 50,
          h: 5,
          'h_{\\mathrm{a}}': 20,
        },
      },
    ],
  }),
  latexCheck('bilateral-filter', {
    states: 'a mean under products of normal densities',
    cases: [
      {
        given: {
          'h(\\mathbf{p})': filtered(1.5, 0.8),
          '\\mathbf{p}': vector([2, 5]),
          '\\mathcal{N}': () => set(AROUND.map(({ x, y }) => vector([x + 2, y + 5]))),
          '\\sigma_{\\mathrm{s}}': 1.5,
          '\\sigma_{\\mathrm{r}}': 0.8,
          I: greyAt,
        },
      },
    ],
  }),
  latexCheck('gaussian-blur', {
    states: 'a product of two normal densities',
    cases: [
      {
        given: {
          'G(x, y)': jStat.normal.pdf(0.7, 0, 1.6) * jStat.normal.pdf(-1.9, 0, 1.6),
          x: 0.7,
          y: -1.9,
          '\\sigma': 1.6,
        },
      },
    ],
  }),
  latexCheck('harris-response', {
    states: 'the eigenvalues',
    cases: [
      {
        given: {
          R: 3 * 0.8 - 0.05 * (3 + 0.8) ** 2,
          '\\mathbf{M}': TURN.mmul(Matrix.diag([3, 0.8])).mmul(TURN.transpose()),
          '\\kappa': 0.05,
        },
      },
    ],
  }),
  latexCheck('photometric-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{photo}}(\\mathbf{I}, \\hat{\\mathbf{I}})': 0.17 + 0.15 * 5,
          '\\alpha': 0.85,
          '\\operatorname{SSIM}': () => 0.6,
          '\\mathbf{I}': vector([1, 5, 2]),
          '\\hat{\\mathbf{I}}': vector([3, 4, 4]),
        },
      },
    ],
    symmetric: ['\\operatorname{SSIM}'],
  }),
  latexCheck('sobel-operator', {
    states: 'a blur and a difference, one after the other',
    cases: [
      {
        given: {
          '\\mathbf{A}': IMAGE,
          '\\ast': laid,
          '\\mathbf{G}_{x}': slope(turned(blurred(turned(IMAGE)))),
          '\\mathbf{G}_{y}': turned(slope(turned(blurred(IMAGE)))),
        },
      },
    ],
  }),
  latexCheck('structure-tensor', {
    states: 'half the Hessian of the change when the window is shifted',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathbf{M}': hessian(change, vector([0, 0])).div(2),
          '\\mathcal{W}': set([1, 2, 3, 4]),
          w: (q: number) => WEIGHTS[q - 1] ?? Number.NaN,
          'I_{x}': (q: number) => RIGHT[q - 1] ?? Number.NaN,
          'I_{y}': (q: number) => DOWN[q - 1] ?? Number.NaN,
        },
      },
    ],
  }),
  latexCheck('style-gram-matrix', {
    states: 'lengths of sums and differences',
    cases: [
      { i: 1, j: 2 },
      { i: 3, j: 1 },
    ].map(({ i, j }) => ({ given: { 'G_{ij}': polarized(i, j), M: 4, F: FEATURES, i, j } })),
  }),
  latexCheck('style-loss', {
    states: 'the trace of the squared difference',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{style}}': gramGap.transpose().mmul(gramGap).trace() / 30 ** 2,
          N: 3,
          M: 5,
          G: GRAMS[0],
          A: GRAMS[1],
        },
      },
    ],
  }),
  unchecked('style-transfer-loss', 'objective'),
];
