import { Matrix, solve } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { range, sum } from './scene';

const WIDE = matrix([
  [1.2, 0.4, -0.6],
  [-0.7, 2, 0.3],
]);
const WIDE_WEIGHTS = matrix([
  [0.3, -1, 2],
  [0.8, 0.5, -0.4],
]);

/** A turn of the plane by an angle; the columns of its matrix are an eigenbasis. */
const turn = (angle: number) =>
  matrix([
    [Math.cos(angle), -Math.sin(angle)],
    [Math.sin(angle), Math.cos(angle)],
  ]);

/** An orthogonal matrix by Cayley's transform. */
const SKEW = matrix([
  [0, 0.4, -0.3],
  [-0.4, 0, 0.7],
  [0.3, -0.7, 0],
]);
const BASIS = solve(Matrix.add(Matrix.eye(3), SKEW), Matrix.sub(Matrix.eye(3), SKEW));
const [LEFT, RIGHT] = [turn(0.6), BASIS];

/** The coordinates of a matrix, one pair of eigenvectors at a time. */
const coordinates = (a: Matrix) =>
  new Matrix(
    range(2).map((i) =>
      range(3).map((j) =>
        LEFT.getColumnVector(i).transpose().mmul(a).mmul(RIGHT.getColumnVector(j)).get(0, 0),
      ),
    ),
  );
const MOMENTUM = matrix([
  [0.5, -0.2, 0.9],
  [1.1, 0.7, -0.8],
]);
const OLD_SQUARES = matrix([
  [0.2, 0.5, 0.1],
  [0.9, 0.3, 0.4],
]);
const NEW_SQUARES = new Matrix(
  range(2).map((i) =>
    range(3).map((j) => 0.9 * OLD_SQUARES.get(i, j) + 0.1 * coordinates(WIDE).get(i, j) ** 2),
  ),
);
/** A sum of products of eigenvectors, each with its share of the step. */
const turnedBack = range(2)
  .flatMap((i) =>
    range(3).map((j) =>
      LEFT.getColumnVector(i)
        .mmul(RIGHT.getColumnVector(j).transpose())
        .mul(coordinates(MOMENTUM).get(i, j) / (NEW_SQUARES.get(i, j) ** 0.5 + 0.2)),
    ),
  )
  .reduce((total, part) => Matrix.add(total, part));

/** Squared gradients of rank one, but for the small constant, on which Adafactor keeps what Adam would. */
const ROWS = [0.9, 1.7];
const COLUMNS = [1, 0.6, 2.1];
const SIZES = [1, 2.5, 0.8];
const ranked = (size: number) => new Matrix(ROWS.map((row) => COLUMNS.map((column) => size * row * column)));
const gradients = SIZES.map(
  (size) =>
    new Matrix(
      ranked(size)
        .to2DArray()
        .map((row, i) => row.map((value, j) => (i === j ? -1 : 1) * Math.sqrt(value - 0.1))),
    ),
);
const DECAYS = [0, 0.4, 0.6];
/** How much each gradient counts after three steps, by the decays that came after it. */
const meanSize = (t: number) =>
  sum(
    range(t).map(
      (i) => (1 - (DECAYS[i] ?? 0)) * (SIZES[i] ?? 0) * DECAYS.slice(i + 1, t).reduce((a, b) => a * b, 1),
    ),
  );

const across = (a: Matrix) => a.mmul(a.transpose());

/** Inputs and gradients of a layer that are independent of one another. */
const INPUTS = [vector([1, 0.5]), vector([-0.3, 2]), vector([0.7, -1])];
const ERRORS = [
  vector([0.4, -0.6, 1]),
  vector([-0.2, 0.9, 0.3]),
  vector([1.1, 0.2, -0.5]),
  vector([0.3, 0.3, 0.8]),
];
const pairs = INPUTS.flatMap((a) => ERRORS.map((delta) => [a, delta] as const));
const stacked = (a: Matrix) => vector(a.transpose().to1DArray());
const fisher = pairs
  .map(([a, delta]) => across(stacked(delta.mmul(a.transpose()))).div(pairs.length))
  .reduce((total, part) => Matrix.add(total, part));
const LAYER = matrix([
  [0.3, -1],
  [0.8, 0.5],
  [-0.6, 0.1],
]);
const SLOPE = matrix([
  [0.2, 0.7],
  [-0.9, 0.4],
  [1.3, -0.5],
]);
const unstacked = (x: Matrix) => matrix(range(3).map((i) => [x.get(i, 0), x.get(i + 3, 0)]));

const REPEATED =
  'a row or a column of ones is repeated here, as it is where gradients are divided entry by entry';

export const factored: readonly Check[] = [
  latexCheck('adafactor', {
    states: 'Adam’s second moment, where it is of rank one',
    same: {
      '\\mathbf{r}_{t} &= \\beta_{t} \\mathbf{r}_{t-1} + (1 - \\beta_{t}) \\left( \\mathbf{G}_{t} \\odot \\mathbf{G}_{t} + \\epsilon \\mathbf{1}_{m}^{\\top} \\right) \\mathbf{1}_{m}':
        REPEATED,
      '\\mathbf{r}_{t} &= \\beta_{t} \\mathbf{r}_{t-1} + (1 - \\beta_{t}) \\left( \\mathbf{G}_{t} \\odot \\mathbf{G}_{t} + \\epsilon \\mathbf{1}_{n} \\right) \\mathbf{1}_{m}':
        REPEATED,
      '\\mathbf{c}_{t} &= \\beta_{t} \\mathbf{c}_{t-1} + (1 - \\beta_{t}) \\left( \\mathbf{G}_{t} \\odot \\mathbf{G}_{t} + \\epsilon \\mathbf{1}_{m}^{\\top} \\right)^{\\top} \\mathbf{1}_{n}':
        REPEATED,
      '\\mathbf{c}_{t} &= \\beta_{t} \\mathbf{c}_{t-1} + (1 - \\beta_{t}) \\left( \\mathbf{G}_{t} \\odot \\mathbf{G}_{t} + \\epsilon \\mathbf{1}_{n} \\right)^{\\top} \\mathbf{1}_{n}':
        REPEATED,
    },
    broadcast: true,
    cases: [
      {
        given: {
          t: 3,
          '\\epsilon': 0.1,
          '\\beta': DECAYS,
          '\\mathbf{1}_{n}': vector([1, 1]),
          '\\mathbf{1}_{m}': vector([1, 1, 1]),
          '\\mathbf{G}': gradients,
          '\\mathbf{r}': from(
            0,
            range(4).map((t) => vector(ROWS.map((row) => row * sum(COLUMNS) * meanSize(t)))),
          ),
          '\\mathbf{c}': from(
            0,
            range(4).map((t) => vector(COLUMNS.map((column) => column * sum(ROWS) * meanSize(t)))),
          ),
          '\\hat{\\mathbf{V}}': from(3, [ranked(meanSize(3))]),
          '\\mathbf{U}': from(3, [Matrix.div(gradients[2] ?? WIDE, ranked(meanSize(3)).sqrt())]),
        },
      },
    ],
  }),
  latexCheck('kfac', {
    states: 'the whole Fisher matrix of a layer, where inputs and errors are independent',
    near: 1e-9,
    cases: [
      {
        given: {
          '\\mathbf{F}_{l}': fisher,
          '\\mathbb{E}': expectation(
            ['\\mathbf{a}_{l-1}', '\\boldsymbol{\\delta}_{l}'],
            pairs.map(([a, delta]) => [a, delta]),
            pairs.map(() => 1 / pairs.length),
          ),
          '\\eta': 0.3,
          '\\mathbf{W}_{l}': LAYER,
          '\\nabla_{\\mathbf{W}_{l}} \\mathcal{L}': SLOPE,
          '\\mathbf{W}_{l} \\leftarrow': Matrix.sub(LAYER, unstacked(solve(fisher, stacked(SLOPE))).mul(0.3)),
        },
      },
    ],
  }),
  latexCheck('soap', {
    states: 'coordinates one pair of eigenvectors at a time',
    broadcast: true,
    cases: [
      {
        given: {
          t: 2,
          '\\eta': 0.3,
          '\\epsilon': 0.2,
          '\\beta_{2}': 0.9,
          '\\mathbf{Q}_{L}': LEFT,
          '\\mathbf{Q}_{R}': RIGHT,
          '\\mathbf{G}_{t}': WIDE,
          "\\mathbf{G}_{t}'": coordinates(WIDE),
          '\\mathbf{M}_{t}': MOMENTUM,
          "\\mathbf{M}_{t}'": coordinates(MOMENTUM),
          '\\mathbf{V}': [OLD_SQUARES, NEW_SQUARES],
          '\\mathbf{W}': [WIDE_WEIGHTS, Matrix.sub(WIDE_WEIGHTS, turnedBack.mul(0.3))],
        },
      },
    ],
  }),
];
