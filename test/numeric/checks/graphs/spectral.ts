import { EVD, Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { entries, from, identity, matrix, vector } from '../../given';
import { ADJACENCY, DEGREES, diagonal, EDGES, FEATURES, featuresOf, sum } from './scenes';

const degree = (i: number) => DEGREES[i - 1] ?? Number.NaN;

/** The sum over edges of the outer product of a column that has the edge's ends. */
function byEdges(end: (i: number) => number): Matrix {
  return EDGES.map(({ from: a, to: b, weight }) => {
    const column = Matrix.zeros(4, 1);
    column.set(a - 1, 0, end(a));
    column.set(b - 1, 0, -end(b));
    return column.mmul(column.transpose()).mul(weight);
  }).reduce((known, part) => Matrix.add(known, part));
}
const LAPLACIAN = byEdges(() => 1);
const SIGNAL = [0.4, -1.3, 2.2, 0.9];
const valueAt = (i: number) => SIGNAL[i - 1] ?? Number.NaN;

/** A path of three nodes, whose eigenvectors are cosines and whose eigenvalues are 0, 1 and 3. */
const PATH = matrix([
  [1, -1, 0],
  [-1, 2, -1],
  [0, -1, 1],
]);
const WAVES = matrix([
  [1 / Math.sqrt(3), 1 / Math.SQRT2, 1 / Math.sqrt(6)],
  [1 / Math.sqrt(3), 0, -2 / Math.sqrt(6)],
  [1 / Math.sqrt(3), -1 / Math.SQRT2, 1 / Math.sqrt(6)],
]);
const FREQUENCIES = diagonal([0, 1, 3]);
const ON_PATH = [2, -1, 5];

/** A function of a symmetric matrix, by its eigenvalues. */
function applied(f: (eigenvalue: number) => number, to: Matrix): Matrix {
  const { realEigenvalues, eigenvectorMatrix: vectors } = new EVD(to, { assumeSymmetric: true });
  return vectors.mmul(diagonal(realEigenvalues.map(f))).mmul(vectors.transpose());
}
const chebyshev = (k: number) => (x: number) =>
  Math.abs(x) <= 1 ? Math.cos(k * Math.acos(x)) : Math.sign(x) ** k * Math.cosh(k * Math.acosh(Math.abs(x)));
const COEFFICIENTS = [0.6, -1.1, 0.3, 0.8];
const LARGEST = Math.max(...new EVD(LAPLACIAN, { assumeSymmetric: true }).realEigenvalues);
const SCALED = applied((eigenvalue) => (2 * eigenvalue) / LARGEST - 1, LAPLACIAN);
const filtered = applied((eigenvalue) => {
  const x = Math.min(1, Math.max(-1, (2 * eigenvalue) / LARGEST - 1));
  return sum(COEFFICIENTS.map((coefficient, k) => coefficient * chebyshev(k)(x)));
}, LAPLACIAN);

const UNDIRECTED = 'the graph is undirected';

export const spectral: readonly Check[] = [
  latexCheck('chebyshev-graph-filter', {
    states: 'cosines of the eigenvalues',
    tolerance: 1e-6,
    cases: [2, 3].map((k) => ({
      given: {
        'g_{\\theta} \\ast \\mathbf{x}': filtered.mmul(vector(SIGNAL)),
        '\\theta': from(0, COEFFICIENTS),
        '\\mathbf{x}': vector(SIGNAL),
        K: 3,
        k,
        T: from(
          0,
          [0, 1, 2, 3].map((order) => (of: Matrix) => applied(chebyshev(order), of)),
        ),
        '\\tilde{\\mathbf{L}}': SCALED,
        '\\lambda_{\\max}': LARGEST,
        '\\mathbf{L}': LAPLACIAN,
        '\\mathbf{I}': identity(4),
      },
    })),
  }),
  latexCheck('graph-dirichlet-energy', {
    states: 'the sum over edges',
    same: {
      'E(\\mathbf{X}) = \\operatorname{tr}\\left( \\mathbf{X}^{\\top} \\mathbf{L}_{\\mathrm{sym}} \\mathbf{X} \\right) = \\frac{1}{2} \\sum_{i=1}^{n} \\sum_{j=1}^{n} A_{ji} \\left\\lVert \\frac{\\mathbf{x}_{i}}{\\sqrt{D_{ii}}} - \\frac{\\mathbf{x}_{j}}{\\sqrt{D_{jj}}} \\right\\rVert_{2}^{2}':
        UNDIRECTED,
    },
    cases: [
      {
        given: {
          'E(\\mathbf{X})': sum(
            EDGES.map(({ from: a, to: b, weight }) => {
              const [at, other] = [
                featuresOf(a).div(Math.sqrt(degree(a))),
                featuresOf(b).div(Math.sqrt(degree(b))),
              ];
              return weight * Matrix.sub(at, other).norm('frobenius') ** 2;
            }),
          ),
          '\\mathbf{X}': FEATURES,
          '\\mathbf{x}': [1, 2, 3, 4].map(featuresOf),
          '\\mathbf{L}_{\\mathrm{sym}}': byEdges((i) => 1 / Math.sqrt(degree(i))),
          n: 4,
          A: ADJACENCY,
          D: diagonal(DEGREES),
        },
      },
    ],
  }),
  latexCheck('graph-fourier-transform', {
    states: 'the cosines of a path of three nodes',
    cases: [
      {
        given: {
          '\\hat{\\mathbf{x}}': vector([6 / Math.sqrt(3), -3 / Math.SQRT2, 9 / Math.sqrt(6)]),
          '\\mathbf{x}': vector(ON_PATH),
          '\\mathbf{U}': WAVES,
          '\\mathbf{L}': PATH,
          '\\boldsymbol{\\Lambda}': FREQUENCIES,
        },
      },
    ],
  }),
  latexCheck('graph-laplacian', {
    states: 'the sum over edges of the outer products of their ends',
    same: { 'D_{ii} = \\sum_{j=1}^{n} A_{ji}': UNDIRECTED },
    cases: [2, 3].map((i) => ({
      given: {
        '\\mathbf{L}': LAPLACIAN,
        '\\mathbf{D}': diagonal(DEGREES),
        '\\mathbf{A}': ADJACENCY,
        'D_{ii}': degree(i),
        A: ADJACENCY,
        n: 4,
        i,
      },
    })),
  }),
  latexCheck('graph-laplacian-normalized', {
    states: 'the sum over edges of the outer products of their scaled ends',
    cases: [
      {
        given: {
          '\\mathbf{L}_{\\mathrm{sym}}': byEdges((i) => 1 / Math.sqrt(degree(i))),
          '\\mathbf{I}': identity(4),
          '\\mathbf{D}': diagonal(DEGREES),
          '\\mathbf{A}': ADJACENCY,
        },
      },
    ],
  }),
  latexCheck('graph-spectral-convolution', {
    states: 'a polynomial of the Laplacian itself',
    cases: [
      {
        given: {
          'g_{\\theta} \\ast \\mathbf{x}': Matrix.add(
            vector(ON_PATH).mul(0.4),
            PATH.mmul(PATH).mmul(PATH).mmul(vector(ON_PATH)).mul(-0.3),
          ),
          'g_{\\theta}': (of: Matrix) => diagonal(of.diag().map((x) => 0.4 - 0.3 * x ** 3)),
          '\\mathbf{x}': vector(ON_PATH),
          '\\mathbf{U}': WAVES,
          '\\boldsymbol{\\Lambda}': FREQUENCIES,
        },
      },
    ],
  }),
  latexCheck('laplacian-quadratic-form', {
    states: 'the sum over edges',
    same: {
      '\\mathbf{x}^{\\top} \\mathbf{L} \\mathbf{x} = \\frac{1}{2} \\sum_{i=1}^{n} \\sum_{j=1}^{n} A_{ji} (x_{i} - x_{j})^{2}':
        UNDIRECTED,
    },
    cases: [
      {
        given: {
          ...entries('x', SIGNAL),
          '\\mathbf{x}^{\\top} \\mathbf{L} \\mathbf{x}': sum(
            EDGES.map(({ from: a, to: b, weight }) => weight * (valueAt(a) - valueAt(b)) ** 2),
          ),
          '\\mathbf{L}': LAPLACIAN,
          n: 4,
          A: ADJACENCY,
        },
      },
    ],
  }),
];
