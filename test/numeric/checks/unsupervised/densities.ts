import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { densityAt, momentsOf } from '../../gaussians';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Three components of one covariance, under which Bayes' rule is a softmax of linear scores. */
const weights = [0.5, 0.2, 0.3];
const means = [vector([1, -0.5]), vector([-1.2, 0.4]), vector([0.3, 1.7])];
const shared = matrix([
  [1.25, 0.5],
  [0.5, 1],
]);
const precision = matrix([
  [1, -0.5],
  [-0.5, 1.25],
]);
const examples = [vector([0.7, 0.9]), vector([-0.4, 1.1])];
const score = (x: Matrix, k: number) => {
  const mean = means[k] ?? vector([]);
  const slope = precision.mmul(mean);
  return Math.log(weights[k] ?? 0) + slope.dot(x) - slope.dot(mean) / 2;
};
const posterior = (x: Matrix, k: number) =>
  Math.exp(score(x, k)) / sum([0, 1, 2].map((j) => Math.exp(score(x, j))));

/** The weight of a component whose variables vary by themselves, at the first example, by a library's density. */
const upright = (k: number) =>
  (weights[k - 1] ?? 0) *
  jStat.normal.pdf(0.7, means[k - 1]?.get(0, 0) ?? 0, Math.sqrt(k / 2)) *
  jStat.normal.pdf(0.9, means[k - 1]?.get(1, 0) ?? 0, Math.sqrt(1 / k));

/** Responsibilities in quarters: each example stands in as many copies as its quarters. */
const points = [vector([0.7, 0.9]), vector([-0.4, 1.1]), vector([2.2, -0.8]), vector([1.5, 0.4])];
const quarters = [
  [3, 1],
  [0, 4],
  [1, 3],
  [2, 2],
];
const responsibilities = quarters.map((counts) => counts.map((count) => count / 4));
const fits = [0, 1].map((k) =>
  momentsOf(points.flatMap((x, i) => Array.from({ length: quarters[i]?.[k] ?? 0 }, () => x))),
);

/** Mean depth at which a missing key falls out of a binary search tree, over all orders of insertion. */
type Tree = { readonly key: number; readonly left: Tree | null; readonly right: Tree | null } | null;
function inserted(tree: Tree, key: number): Tree {
  if (tree === null) return { key, left: null, right: null };
  return key < tree.key
    ? { ...tree, left: inserted(tree.left, key) }
    : { ...tree, right: inserted(tree.right, key) };
}
const leafDepths = (tree: Tree, depth: number): readonly number[] =>
  tree === null ? [depth] : [...leafDepths(tree.left, depth + 1), ...leafDepths(tree.right, depth + 1)];
function orders(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) => orders(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}
/** The original takes for `n` examples the search in a tree of `n - 1` keys, with `n` places to fall out. */
function meanDepth(examplesOfTree: number): number {
  const keys = Array.from({ length: examplesOfTree - 1 }, (_, i) => i);
  const depths = orders(keys).flatMap((order) =>
    leafDepths(
      order.reduce<Tree>((tree, key) => inserted(tree, key), null),
      0,
    ),
  );
  return sum(depths) / depths.length;
}

/** How many examples lie in a square about a place. */
const cloud = [
  [0.1, 0.2],
  [0.5, -0.3],
  [1.4, 0.9],
  [0.9, 0.35],
  [-0.6, 0.1],
];
const box = (u: Matrix) => (u.to1DArray().every((value) => Math.abs(value) <= 0.5) ? 1 : 0);
const squares = [
  [0.4, 0.1, 1.3],
  [0.5, 0.1, 2.4],
] as const;
const estimate = (a: number, b: number, h: number, power: number) =>
  sum(cloud.map(([x = 0, y = 0]) => box(Matrix.sub(vector([a, b]), vector([x, y])).div(h)))) /
  (5 * h ** power);
const inSquare = (a: number, b: number, side: number) =>
  cloud.filter(([x = 0, y = 0]) => Math.abs(x - a) <= side / 2 && Math.abs(y - b) <= side / 2).length;

/** Divergences from the Gaussian of the same variance, for densities on the line. */
const divergence = (density: (x: number) => number, variance: number, from: number, to: number) =>
  integrate(
    (x) =>
      density(x) * (Math.log(density(x)) + x ** 2 / (2 * variance) + Math.log(2 * Math.PI * variance) / 2),
    from,
    to,
  );

export const densities: readonly Check[] = [
  latexCheck('gmm-m-step', {
    states: 'plain moments of examples that stand in copies',
    cases: [1, 2].map((k) => ({
      given: {
        N: [6 / 4, 10 / 4],
        n: 4,
        '\\gamma': responsibilities,
        '\\pi': [6 / 16, 10 / 16],
        '\\boldsymbol{\\mu}': fits.map(({ mean }) => mean),
        '\\mathbf{x}': points,
        '\\boldsymbol{\\Sigma}': fits.map(({ covariance }) => covariance),
        k,
      },
    })),
    same: Object.fromEntries(
      ['+-', '-+'].map(([left, right]) => [
        String.raw`\boldsymbol{\Sigma}_{k} &= \frac{1}{N_{k}} \sum_{i=1}^{n} \gamma_{ik} (\mathbf{x}_{i} ${left} \boldsymbol{\mu}_{k}) (\mathbf{x}_{i} ${right} \boldsymbol{\mu}_{k})^{\top}`,
        'the weighted gaps from the mean sum to zero, whatever they are multiplied by',
      ]),
    ),
  }),
  latexCheck('gmm-responsibilities', {
    states: 'a softmax of linear scores, and a library’s densities',
    cases: [
      ...[
        [1, 1],
        [2, 2],
        [1, 2],
      ].map(([i = 1, k = 1]) => ({
        given: {
          '\\gamma_{ik}': posterior(examples[i - 1] ?? vector([]), k - 1),
          '\\pi': weights,
          '\\mathcal{N}': (x: Matrix, mean: Matrix, covariance: Matrix) => densityAt(x, { mean, covariance }),
          '\\mathbf{x}': examples,
          '\\boldsymbol{\\mu}': means,
          '\\boldsymbol{\\Sigma}': means.map(() => shared),
          K: 3,
          i,
          k,
        },
      })),
      {
        given: {
          '\\gamma_{ik}': upright(2) / (upright(1) + upright(2) + upright(3)),
          '\\pi': weights,
          '\\mathcal{N}': (x: Matrix, mean: Matrix, covariance: Matrix) => densityAt(x, { mean, covariance }),
          '\\mathbf{x}': examples,
          '\\boldsymbol{\\mu}': means,
          '\\boldsymbol{\\Sigma}': [1, 2, 3].map((k) => Matrix.diag([k / 2, 1 / k])),
          K: 3,
          i: 1,
          k: 2,
        },
      },
    ],
  }),
  latexCheck('isolation-forest-score', {
    states: 'binary search trees of all orders of insertion',
    cases: [5, 7].map((n) => ({
      given: {
        's(\\mathbf{x}, n)': 0.5 ** (2.6 / meanDepth(n)),
        '\\mathbb{E}[h(\\mathbf{x})]': 2.6,
        n,
      },
    })),
  }),
  functionCheck('kernel-density-estimate', {
    states: 'examples counted in a square',
    formula: () => squares.map(([a, b, side]) => estimate(a, b, side, 2)),
    against: () => squares.map(([a, b, side]) => inSquare(a, b, side) / 5 / side ** 2),
    mutants: {
      'another power of the bandwidth': () => squares.map(([a, b, side]) => estimate(a, b, side, 1)),
      'without the bandwidth in the kernel': () =>
        squares.map(([a, b, side]) => estimate(a, b, 1, 2) / side ** 2),
    },
  }),
  unchecked('lda-topic-model', 'definition'),
  latexCheck('ica-negentropy', {
    states: 'divergences from a Gaussian, by quadrature',
    cases: [
      {
        given: {
          'J(\\mathbf{y})': divergence(() => 1 / 6, 3, -3, 3),
          'H(\\mathbf{y}_{\\mathrm{gauss}})': Math.log(2 * Math.PI * Math.E * 3) / 2,
          'H(\\mathbf{y})': Math.log(6),
        },
      },
      {
        given: {
          'J(\\mathbf{y})': 2 * divergence((x) => Math.exp(-x / 0.7) / 1.4, 2 * 0.7 ** 2, 0, 30),
          'H(\\mathbf{y}_{\\mathrm{gauss}})': Math.log(2 * Math.PI * Math.E * 2 * 0.7 ** 2) / 2,
          'H(\\mathbf{y})': 1 + Math.log(1.4),
        },
      },
    ],
  }),
];
