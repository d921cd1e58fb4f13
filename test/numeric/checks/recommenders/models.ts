import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { gradient, hessian } from '../../differences';
import { elementwise, matrix, set, vector } from '../../given';
import { random } from '../../random';

const generator = random(11);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Factors of four items, and one user's ratings of them; the third is not rated. */
const FACTORS = [1, 2, 3, 4].map(() => generator.normals(3));
const RATINGS = [4.5, 2, 3.7, 1.5];
const RATED = [1, 2, 4];

/** The penalized squared error of a user's factors. */
function error(p: Matrix): number {
  const errors = RATED.map((i) => (RATINGS[i - 1] ?? 0) - Matrix.mul(p, FACTORS[i - 1] ?? p).sum());
  return sum(errors.map((gap) => gap ** 2 + 0.3 * p.dot(p)));
}

/** The least value of a quadratic function, by one step of Newton's method. */
function leastOf(f: (x: Matrix) => number, from: Matrix): Matrix {
  return Matrix.sub(from, inverse(hessian(f, from)).mmul(gradient(f, from)));
}

/** Feedback of five users on three items. */
const USES = matrix([
  [1, 1, 0],
  [0, 2, 1],
  [1, 0, 1],
  [3, 1, 1],
  [2, 1, 0],
]);
const PENALTY = 0.8;

/** The inverse of the Gram matrix, user by user, by the formula of Sherman and Morrison. */
function gramInverse(): Matrix {
  return USES.to2DArray().reduce((known, uses) => {
    const step = known.mmul(Matrix.columnVector(uses));
    const size = 1 + Matrix.rowVector(uses).mmul(step).get(0, 0);
    return Matrix.sub(known, step.mmul(step.transpose()).div(size));
  }, Matrix.eye(3, 3).div(PENALTY));
}

/** The ridge regression of an item's column on those of the others. */
function weight(i: number, j: number): number {
  if (i === j) return 0;
  const others = [0, 1, 2].filter((column) => column !== j - 1);
  const rest = USES.subMatrixColumn(others);
  const gram = Matrix.add(rest.transpose().mmul(rest), Matrix.eye(2, 2).mul(PENALTY));
  const weights = inverse(gram)
    .mmul(rest.transpose())
    .mmul(USES.subMatrixColumn([j - 1]));
  return weights.get(others.indexOf(i - 1), 0);
}
const PLACES = [1, 2, 3].flatMap((i) => [1, 2, 3].map((j) => ({ i, j })));

/** Features of a factorization machine and their factors. */
const FEATURES = vector([1, -0.5, 2, 0.7]);
const PAIRS = Matrix.rowVector(FEATURES.to1DArray());
const V = new Matrix(FACTORS.map((factors) => factors.to1DArray()));
const LINEAR = [0.4, -1, 0.3, 2];
const interactions = V.mmul(V.transpose());
const offDiagonal = Matrix.sub(interactions, Matrix.diag(interactions.diag()));
const pairwise = PAIRS.mmul(offDiagonal).mmul(FEATURES).get(0, 0) / 2;

const SCORES = [
  [0.2, 1.5, -0.3],
  [2, 0.6, 0.9],
];
const TRIPLES = [
  [1, 2, 1],
  [1, 2, 3],
  [2, 1, 3],
];
/** The chance that an item wins a duel in which each one's odds are the exponential of its score. */
function duel([u = 1, i = 1, j = 1]: readonly number[]): number {
  const [won, lost] = [Math.exp(SCORES[u - 1]?.[i - 1] ?? 0), Math.exp(SCORES[u - 1]?.[j - 1] ?? 0)];
  return won / (won + lost);
}

export const models: readonly Check[] = [
  latexCheck('als-update', {
    states: 'the least value of the objective, by finite differences',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathbf{p}_{u}': leastOf(error, Matrix.zeros(3, 1)),
          '\\mathcal{I}_{u}': set(RATED),
          '\\mathbf{q}': FACTORS,
          '\\lambda': 0.3,
          'n_{u}': 3,
          '\\mathbf{I}': Matrix.eye(3, 3),
          r: [RATINGS],
          u: 1,
        },
      },
    ],
  }),
  latexCheck('bpr-loss', {
    states: 'the likelihood of all duels',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{BPR}}':
            -Math.log(TRIPLES.map(duel).reduce((a, b) => a * b)) + 0.1 * (9 + 0.25),
          '\\mathcal{D}': set(TRIPLES),
          '\\sigma': elementwise((x) => 1 / (1 + Math.exp(-x))),
          '\\hat{x}': SCORES,
          '\\lambda': 0.1,
          '\\theta': vector([3, -0.5]),
        },
      },
    ],
  }),
  unchecked('dlrm-interaction', 'architecture'),
  latexCheck('ease', {
    states: 'a ridge regression of each item on the others',
    cases: PLACES.map(({ i, j }) => ({
      given: {
        'B_{ij}': weight(i, j),
        i,
        j,
        P: gramInverse(),
        '\\mathbf{P}': gramInverse(),
        '\\mathbf{X}': USES,
        '\\lambda': PENALTY,
        '\\mathbf{I}': Matrix.eye(3, 3),
      },
    })),
    same: {
      'B_{ij} = \\begin{cases} 0 & \\text{if } i = j \\\\ - P_{ji} / P_{jj} & \\text{otherwise} \\end{cases}':
        'the matrix is symmetric',
    },
  }),
  latexCheck('factorization-machine', {
    states: 'a quadratic form without its diagonal',
    cases: [
      {
        given: {
          '\\hat{y}(\\mathbf{x})': 0.9 + 0.4 + 0.5 + 0.6 + 1.4 + pairwise,
          n: 4,
          'w_{0}': 0.9,
          w: LINEAR,
          x: FEATURES.to1DArray(),
          '\\mathbf{v}': FACTORS,
        },
      },
    ],
    same: {
      '\\hat{y}(\\mathbf{x}) = w_{0} + \\sum_{i=1}^{n} w_{i} x_{i} + \\sum_{i=1}^{n-1} \\sum_{j=i+1}^{n} \\mathbf{v}_{i}^{\\top} \\mathbf{v}_{j} \\, x_{i} x_{j}':
        'for i = n the inner sum is empty',
    },
  }),
  latexCheck('factorization-machine-linear-time', {
    states: 'the two sides, for random factors',
    cases: [{ given: { n: 4, d: 3, x: FEATURES.to1DArray(), '\\mathbf{v}': FACTORS, v: V } }],
    same: {
      '\\sum_{i=1}^{n-1} \\sum_{j=i+1}^{n} \\mathbf{v}_{i}^{\\top} \\mathbf{v}_{j} \\, x_{i} x_{j} = \\frac{1}{2} \\sum_{k=1}^{d} \\left( \\left( \\sum_{i=1}^{n} v_{i k} x_{i} \\right)^{2} - \\sum_{i=1}^{n} v_{i k}^{2} x_{i}^{2} \\right)':
        'for i = n the inner sum is empty',
    },
  }),
  unchecked('implicit-feedback-factorization', 'objective'),
  unchecked('neural-collaborative-filtering', 'architecture'),
  unchecked('rating-matrix-factorization', 'objective'),
  latexCheck('rating-matrix-factorization-biased', {
    states: 'the worked example of the paper, and one with factors',
    cases: [
      { given: { '\\hat{r}_{u i}': 3.9, '\\mathbf{q}': [vector([3, 1])], '\\mathbf{p}': [vector([1, -3])] } },
      {
        given: {
          '\\hat{r}_{u i}': 4.4,
          '\\mathbf{q}': [vector([1, 2])],
          '\\mathbf{p}': [vector([-0.1, 0.3])],
        },
      },
    ].map(({ given }) => ({
      given: { ...given, u: 1, i: 1, '\\mu': 3.7, 'b_{u}': -0.3, 'b_{i}': 0.5 },
    })),
  }),
  unchecked('slim', 'objective'),
];
