import { CholeskyDecomposition, determinant, inverse, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { densityAt } from '../../gaussians';
import { matrix, row, vector } from '../../given';
import { operator } from '../../operators';
import { integrate } from '../../quadrature';

const asMatrix = (value: number | Matrix) => (typeof value === 'number' ? matrix([[value]]) : value);
/** The normal density of numbers and of columns; not a number where a broken equation gives it other things. */
function density(x: number | Matrix, mean: number | Matrix, covariance: number | Matrix): number {
  const [at, centre, spread] = [x, mean, covariance].map(asMatrix);
  if (at === undefined || centre === undefined || spread === undefined) return Number.NaN;
  const fits = at.columns === 1 && at.rows === centre.rows && at.rows === spread.rows;
  return fits ? densityAt(at, { mean: centre, covariance: spread }) : Number.NaN;
}

const mean = vector([0.4, -1.1, 0.7]);
const covariance = matrix([
  [2, 0.6, -0.4],
  [0.6, 1.5, 0.3],
  [-0.4, 0.3, 0.9],
]);
const block = (rows: readonly number[], columns: readonly number[]) =>
  covariance.selection([...rows], [...columns]);
const whole = [1.3, -0.2, 1.6];
/** Some coordinates given the others: the joint density over the marginal, and blocks of the precision matrix. */
function conditional(asked: readonly number[], known: readonly number[]) {
  const at = (places: readonly number[]) => vector(places.map((i) => whole[i] ?? Number.NaN));
  const centre = (places: readonly number[]) => mean.selection([...places], [0]);
  const precision = inverse(covariance);
  const spread = inverse(precision.selection([...asked], [...asked]));
  const pull = precision.selection([...asked], [...known]).mmul(Matrix.sub(at(known), centre(known)));
  const marginal = densityAt(at(known), { mean: centre(known), covariance: block(known, known) });
  return {
    'p(\\mathbf{x}_{a} \\mid \\mathbf{x}_{b})': densityAt(vector(whole), { mean, covariance }) / marginal,
    '\\mathcal{N}': density,
    '\\mathbf{x}_{a}': at(asked),
    '\\mathbf{x}_{b}': at(known),
    '\\boldsymbol{\\mu}_{a \\mid b}': Matrix.sub(centre(asked), spread.mmul(pull)),
    '\\boldsymbol{\\Sigma}_{a \\mid b}': spread,
    '\\boldsymbol{\\mu}_{a}': centre(asked),
    '\\boldsymbol{\\mu}_{b}': centre(known),
    '\\boldsymbol{\\Sigma}_{a a}': block(asked, asked),
    '\\boldsymbol{\\Sigma}_{a b}': block(asked, known),
    '\\boldsymbol{\\Sigma}_{b b}': block(known, known),
    '\\boldsymbol{\\Sigma}_{b a}': block(known, asked),
  };
}

const square = matrix([
  [1.2, -0.4],
  [0.7, 2.1],
]);
const shift = vector([0.5, -2]);
const pair = { mean: vector([0.4, -1.1]), covariance: block([0, 1], [0, 1]) };
const place = vector([1.1, -3.7]);
const mapped = (centre: Matrix, spread: Matrix) => density(place, centre, spread);
const image = Matrix.add(square.mmul(pair.mean), shift);
const imageSpread = square.mmul(pair.covariance).mmul(square.transpose());

const noise = matrix([
  [0.5, 0.2],
  [0.2, 0.8],
]);
/**
 * Smooth functions that die away are integrated by the plain trapezoidal rule almost exactly; the grid is along the axes
 * of the hidden variable's Cholesky factor.
 */
function overPlane(body: (at: Matrix) => unknown): number {
  const factor = new CholeskyDecomposition(pair.covariance).lowerTriangularMatrix;
  const steps = Array.from({ length: 21 }, (_, i) => (i - 10) * 0.6);
  const places = steps.flatMap((a) => steps.map((b) => Matrix.add(pair.mean, factor.mmul(vector([a, b])))));
  const heights = places.map((at) => Number(body(at)));
  return 0.36 * determinant(factor) * heights.reduce((total, height) => total + height, 0);
}
const marginals = (of: (x: number) => number) => [1.3, -0.9].map(of);

/** The ordinates of the standard normal density at 0.5, 1 and 1.5, from a table. */
const table = { half: 0.3520653267642995, one: 0.24197072451914337, oneAndHalf: 0.12951759566589174 };

export const gaussians: readonly Check[] = [
  functionCheck('gaussian-affine-map', {
    states: 'the density after a change of variables',
    formula: () => mapped(image, imageSpread),
    against: () =>
      densityAt(inverse(square).mmul(Matrix.sub(place, shift)), pair) / Math.abs(determinant(square)),
    mutants: {
      'without the shift': () => mapped(square.mmul(pair.mean), imageSpread),
      'the transpose on the wrong side': () =>
        mapped(image, square.transpose().mmul(pair.covariance).mmul(square)),
      'the mean not mapped': () => mapped(Matrix.add(pair.mean, shift), imageSpread),
    },
  }),
  latexCheck('gaussian-conditional', {
    states: 'the joint density over the marginal, and blocks of the precision matrix',
    cases: [{ given: conditional([0, 1], [2]) }, { given: conditional([1], [2, 0]) }],
  }),
  latexCheck('gaussian-linear-marginal', {
    states: 'the trapezoidal rule over the plane of the hidden variable',
    cases: [
      {
        given: {
          '\\int': operator('\\mathbf{x}', overPlane),
          '\\mathcal{N}': density,
          '\\mathbf{y}': 0.9,
          '\\mathbf{A}': row([1.4, -0.6]),
          '\\mathbf{b}': 0.5,
          '\\mathbf{R}': 2.5,
          '\\boldsymbol{\\mu}': pair.mean,
          '\\boldsymbol{\\Sigma}': pair.covariance,
        },
      },
    ],
  }),
  functionCheck('gaussian-marginal', {
    states: 'quadrature over the other coordinate',
    formula: () => marginals((x) => density(x, 0.4, 2)),
    against: () => marginals((x) => integrate((other) => densityAt(vector([x, other]), pair), -14, 12)),
    mutants: {
      'the variance of the conditional': () => marginals((x) => density(x, 0.4, 2 - 0.6 ** 2 / 1.5)),
      'the block of the other coordinate': () => marginals((x) => density(x, 0.4, 1.5)),
      'the mean of the other coordinate': () => marginals((x) => density(x, -1.1, 2)),
    },
  }),
  latexCheck('gaussian-mixture', {
    states: 'ordinates from a table of the normal density',
    cases: [
      {
        given: {
          // One deviation above the first mean, half a deviation below the second, one and a half above the third.
          'p(\\mathbf{x})': (0.5 * table.one) / 2 + (0.2 * table.half) / 4 + (0.3 * table.oneAndHalf) / 0.8,
          '\\mathbf{x}': 3,
          K: 3,
          '\\pi': [0.5, 0.2, 0.3],
          '\\mathcal{N}': density,
          '\\boldsymbol{\\mu}': [1, 5, 1.8],
          '\\boldsymbol{\\Sigma}': [4, 16, 0.64],
        },
      },
    ],
  }),
  latexCheck('gaussian-product', {
    states: 'the product of the two densities at two points',
    cases: [place, vector([1.3, -0.2])].map((at) => ({
      given: {
        '\\mathcal{N}': density,
        '\\mathbf{x}': at,
        '\\boldsymbol{\\mu}_{1}': vector([0.4, -1.1]),
        '\\boldsymbol{\\mu}_{2}': vector([1.2, -0.3]),
        '\\boldsymbol{\\Sigma}_{1}': pair.covariance,
        '\\boldsymbol{\\Sigma}_{2}': noise,
      },
    })),
  }),
];
