import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative, gradient } from '../../differences';
import { densityAt } from '../../gaussians';
import { elementwise, matrix, vector } from '../../given';
import { expectation, integral } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const normal = (x: number, variance: number) =>
  Math.exp(-(x ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** Two observed variables with one factor. The sum over a fine grid of the factor is exact for a smooth density. */
const loadings = vector([1.2, -0.5]);
const offset = vector([0.3, 0.8]);
const seen = vector([1.1, 0.4]);
const grid = Array.from({ length: 321 }, (_, i) => (i - 160) / 16);
const observed =
  sum(grid.map((z) => normal(0.8 - 1.2 * z, 0.6) * normal(-0.4 + 0.5 * z, 0.9) * normal(z, 1))) / 16;

/** Data of mean zero and unit covariance, none of it Gaussian, and a direction. */
const corners = [
  [-0.5, -1],
  [2, -1],
  [-0.5, 1],
  [2, 1],
].map((corner) => vector(corner));
const chances = [0.4, 0.1, 0.4, 0.1];
const direction = vector([0.6, 0.8]);
const contrast = (w: Matrix) => sum(corners.map((x, i) => (chances[i] ?? 0) * Math.log(Math.cosh(w.dot(x)))));
const response = (shift: number) =>
  sum(corners.map((x, i) => (chances[i] ?? 0) * Math.tanh(direction.dot(x) + shift)));
const stepped = Matrix.sub(gradient(contrast, direction), Matrix.mul(direction, derivative(response, 0)));

/** Data that are a product of non-negative factors, and other factors to begin from. */
const data = matrix([
  [1, 0.2],
  [0.5, 2],
  [0.1, 1],
]).mmul(
  matrix([
    [1, 0.3, 0.8, 0],
    [0.2, 1.5, 0.1, 1],
  ]),
);
const begin = {
  parts: matrix([
    [0.7, 0.4],
    [0.6, 1.2],
    [0.3, 0.9],
  ]),
  shares: matrix([
    [0.8, 0.5, 0.6, 0.2],
    [0.4, 0.9, 0.3, 0.7],
  ]),
};
const ratio = (above: Matrix, below: Matrix) => Matrix.div(above, below);
function updated(step: (above: Matrix, below: Matrix) => Matrix, rounds: number) {
  let { parts, shares } = begin;
  for (let round = 0; round < rounds; round++) {
    const left = parts.transpose();
    shares = Matrix.mul(shares, step(left.mmul(data), left.mmul(parts).mmul(shares)));
    const right = shares.transpose();
    parts = Matrix.mul(parts, step(data.mmul(right), parts.mmul(shares).mmul(right)));
  }
  return parts.mmul(shares);
}

export const factors: readonly Check[] = [
  latexCheck('factor-analysis', {
    states: 'a sum over a fine grid of the factor, and quadrature',
    cases: [
      {
        given: {
          'p(\\mathbf{x})': observed,
          '\\int': integral('\\mathbf{z}', -12, 12),
          '\\mathbf{x}': seen,
          '\\mathcal{N}': (x: number | Matrix, mean: number | Matrix, covariance: number | Matrix) => {
            if (typeof x === 'number' && typeof mean === 'number' && typeof covariance === 'number')
              return normal(x - mean, covariance);
            if (typeof x === 'number' || typeof mean === 'number' || typeof covariance === 'number')
              return Number.NaN;
            return densityAt(x, { mean, covariance });
          },
          '\\mathbf{W}': loadings,
          '\\boldsymbol{\\mu}': offset,
          '\\boldsymbol{\\Psi}': Matrix.diag([0.6, 0.9]),
          '\\mathbf{0}': 0,
          '\\mathbf{I}': 1,
        },
      },
    ],
    same: {
      'p(\\mathbf{x}) = \\int \\mathcal{N}(\\mathbf{x}; \\mathbf{z} \\mathbf{W} + \\boldsymbol{\\mu}, \\boldsymbol{\\Psi}) \\, \\mathcal{N}(\\mathbf{z}; \\mathbf{0}, \\mathbf{I}) \\, \\mathrm{d}\\mathbf{z} = \\mathcal{N}(\\mathbf{x}; \\boldsymbol{\\mu}, \\mathbf{W} \\mathbf{W}^{\\top} + \\boldsymbol{\\Psi})':
        'with one factor it is a number',
    },
  }),
  latexCheck('fastica-update', {
    states: 'finite differences of the contrast',
    cases: [
      {
        given: {
          '\\mathbf{w}^{+}': stepped,
          '\\mathbf{w} \\leftarrow': Matrix.div(stepped, Math.hypot(...stepped.to1DArray())),
          '\\mathbf{w}': direction,
          '\\mathbb{E}': expectation('\\mathbf{x}', corners, chances),
          g: elementwise(Math.tanh),
        },
      },
    ],
  }),
  unchecked('ica-model', 'definition'),
  unchecked('nmf-objective', 'objective'),
  functionCheck('nmf-updates', {
    states: 'data of rank two, which it must reach',
    tolerance: 1e-3,
    formula: () => updated(ratio, 4000),
    against: () => data,
    mutants: {
      'the ratio upside down': () => updated((above, below) => ratio(below, above), 30),
      'the root of the ratio, once': () => updated((above, below) => Matrix.sqrt(ratio(above, below)), 1),
      'the numerator alone': () => updated((above) => above, 20),
    },
  }),
];
