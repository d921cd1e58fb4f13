import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { densityAt } from '../../gaussians';
import { identity, matrix, vector } from '../../given';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const nodes = [1, 2, 3, 4];
const others = (i: number) => nodes.filter((j) => j !== i);

/** Four examples with a width each, and the densities of Gaussians about them. */
const data = [vector([0, 0.3]), vector([1.2, -0.4]), vector([0.5, 2]), vector([-1.1, 0.9])];
const widths = [0.9, 1.4, 0.6, 1.1];
const bump = (i: number, j: number) =>
  densityAt(data[j - 1] ?? vector([]), {
    mean: data[i - 1] ?? vector([]),
    covariance: identity(2).mul((widths[i - 1] ?? 0) ** 2),
  });
const neighbour = (j: number, i: number) =>
  i === j ? 0 : bump(i, j) / sum(others(i).map((k) => bump(i, k)));

/** Symmetric similarities of the data, and a map of the four examples. */
const joint = nodes.map((i) => nodes.map((j) => (neighbour(j, i) + neighbour(i, j)) / 8));
const map = [
  [0.1, 0.4],
  [1.3, -0.2],
  [0.6, 1.1],
  [-0.9, 0.5],
];
/** With one degree of freedom on the line through both points. */
const student = (points: readonly (readonly number[])[], i: number, j: number) =>
  jStat.studentt.pdf(
    Math.hypot(...[0, 1].map((axis) => (points[i - 1]?.[axis] ?? 0) - (points[j - 1]?.[axis] ?? 0))),
    1,
  );
const similarity = (points: readonly (readonly number[])[]) => {
  const total = sum(nodes.flatMap((i) => others(i).map((j) => student(points, i, j))));
  return nodes.map((i) => nodes.map((j) => (i === j ? 0 : student(points, i, j) / total)));
};
function objective(points: readonly (readonly number[])[]): number {
  const q = similarity(points);
  return sum(
    nodes.flatMap((i) =>
      others(i).map((j) => {
        const p = joint[i - 1]?.[j - 1] ?? 0;
        return p * Math.log(p) - p * Math.log(q[i - 1]?.[j - 1] ?? 0);
      }),
    ),
  );
}
const pull = (i: number) =>
  gradient(
    (y) => objective(map.map((point, k) => (k === i - 1 ? y.to1DArray() : point))),
    vector(map[i - 1] ?? []),
  );

const total = (share: (i: number, j: number) => number) => [
  sum(nodes.flatMap((i) => nodes.map((j) => share(i, j)))),
  share(1, 2) - share(2, 1),
];

export const maps: readonly Check[] = [
  latexCheck('tsne-conditional', {
    states: 'densities of Gaussians about the examples',
    cases: [
      [1, 2],
      [3, 1],
    ].map(([i = 1, j = 1]) => ({
      given: {
        'p_{j \\mid i}': neighbour(j, i),
        'p_{i \\mid i}': 0,
        '\\mathbf{x}': data,
        '\\sigma': widths,
        i,
        j,
      },
    })),
  }),
  latexCheck('tsne-gradient', {
    states: 'finite differences of the objective',
    tolerance: 1e-6,
    cases: [1, 3].map((i) => ({
      given: {
        '\\frac{\\partial C}{\\partial \\mathbf{y}_{i}}': pull(i),
        '\\mathbf{y}': map.map((point) => vector(point)),
        n: 4,
        p: matrix(joint),
        q: matrix(similarity(map)),
        i,
      },
    })),
    same: Object.fromEntries(
      ['p_{ji} - q_{ij}', 'p_{ij} - q_{ji}'].map((gap) => [
        String.raw`\frac{\partial C}{\partial \mathbf{y}_{i}} = 4 \sum_{j=1}^{n} (${gap}) \frac{\mathbf{y}_{i} - \mathbf{y}_{j}}{1 + \lVert \mathbf{y}_{i} - \mathbf{y}_{j} \rVert_{2}^{2}}`,
        'the similarities are symmetric',
      ]),
    ),
  }),
  functionCheck('tsne-joint', {
    states: 'a total of one, and symmetry',
    formula: () => total((i, j) => (neighbour(j, i) + neighbour(i, j)) / 8),
    against: () => [1, 0],
    mutants: {
      'divided by n alone': () => total((i, j) => (neighbour(j, i) + neighbour(i, j)) / 4),
      'one direction alone': () => total((i, j) => neighbour(j, i) / 4),
    },
  }),
  latexCheck('tsne-objective', {
    states: 'logarithms of powers of two by hand',
    cases: [
      {
        given: {
          C: Math.LN2 * (1 / 4 - 1 / 8 + (-2 / 16 + 2 / 4) + (-2 / 16 + 2 / 4)),
          n: 3,
          p: matrix([
            [0, 1 / 4, 1 / 8],
            [1 / 16, 0, 1 / 4],
            [1 / 16, 1 / 4, 0],
          ]),
          q: matrix([
            [0, 1 / 8, 1 / 4],
            [1 / 4, 0, 1 / 16],
            [1 / 4, 1 / 16, 0],
          ]),
        },
      },
    ],
  }),
  latexCheck('tsne-perplexity', {
    states: 'entropies of powers of two by hand',
    cases: [
      {
        given: {
          '\\operatorname{Perp}(P_{i})': 2 ** 1.75,
          'H(P_{i})': 1.75,
          p: [1 / 8, 1 / 2, Number.NaN, 1 / 8, 1 / 4].map((share) => [1 / 3, 1 / 3, share]),
          i: 3,
        },
      },
    ],
  }),
  latexCheck('tsne-similarity', {
    states: 'a library’s Student density',
    cases: [
      [1, 2],
      [4, 3],
    ].map(([i = 1, j = 1]) => ({
      given: {
        'q_{ij}': similarity(map)[i - 1]?.[j - 1] ?? 0,
        'q_{ii}': 0,
        '\\mathbf{y}': map.map((point) => vector(point)),
        n: 4,
        i,
        j,
      },
    })),
  }),
  latexCheck('umap-membership', {
    states: 'three distances by hand',
    symmetric: ['d'],
    cases: [
      { j: 2, strength: 1 },
      { j: 3, strength: Math.exp(-1.5) },
      { j: 4, strength: Math.exp(-2) },
    ].map(({ j, strength }) => ({
      given: {
        'p_{j \\mid i}': strength,
        d: (a: Matrix, b: Matrix) => Math.hypot(...Matrix.sub(a, b).to1DArray()),
        '\\mathbf{x}': [vector([0, 0]), vector([1.6, -1.2]), vector([3, 4]), vector([0, 6])],
        '\\rho': [2, 1, 0.5, 0.7],
        '\\sigma': [2, 3, 4, 5],
        i: 1,
        j,
      },
    })),
  }),
  latexCheck('umap-objective', {
    states: 'logarithms of powers of two by hand',
    cases: [
      {
        given: {
          C:
            0.75 * Math.log(3) -
            Math.LN2 +
            (Math.LN2 - 0.5 * Math.log(3)) +
            (0.25 * Math.LN2 + 0.75 * (Math.log(6) - Math.log(7))) +
            (0.875 * Math.log(7) - 2 * Math.LN2) +
            0.5 * Math.log(3),
          n: 3,
          p: matrix([
            [0, 3 / 4, 1 / 2],
            [1 / 4, 0, 1 / 8],
            [1 / 2, 3 / 4, 0],
          ]),
          q: matrix([
            [0, 1 / 2, 1 / 4],
            [1 / 8, 0, 1 / 2],
            [1 / 2, 1 / 4, 0],
          ]),
        },
      },
    ],
  }),
  latexCheck('umap-similarity', {
    states: 'distances by hand',
    cases: [
      { i: 1, j: 2, strength: 1 / (1 + 0.7 * 4 ** 3) },
      { i: 1, j: 3, strength: 1 / (1 + 0.7 * 125) },
    ].map(({ i, j, strength }) => ({
      given: {
        'q_{ij}': strength,
        a: 0.7,
        '\\mathbf{y}': [vector([1, 2]), vector([1, -2]), vector([4, 6])],
        b: 1.5,
        i,
        j,
      },
    })),
  }),
  latexCheck('umap-union', {
    states: 'both edges missing, with independent chances',
    cases: [
      { p: 0.3, q: 0.8 },
      { p: 0.9, q: 0.45 },
    ].map(({ p, q }) => ({
      given: { 'p_{ij}': 1 - (1 - p) * (1 - q), 'p_{j \\mid i}': p, 'p_{i \\mid j}': q },
    })),
  }),
];
