import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { elementwise, matrix, vector } from '../../given';
import { summation } from '../../operators';
import { random } from '../../random';
import {
  ADJACENCY,
  diagonal,
  FEATURES,
  featuresOf,
  LOOPED,
  LOOPED_DEGREES,
  mapped,
  NEIGHBOURS,
  sigmoid,
  smoothed,
  softmax,
  sum,
} from './scenes';

const generator = random(59);
const WEIGHTS = generator.matrix(2, 3);
const [LEFT, RIGHT] = [generator.matrix(3, 2), generator.matrix(3, 2)];
const JOINED = new Matrix(LEFT.to2DArray().map((row, i) => [...row, ...RIGHT.getRow(i)]));

/** Two relations of directed edges, a row for each node and what it hears from. */
const RELATIONS = [
  matrix([
    [0, 1, 0, 1],
    [0, 0, 1, 0],
    [1, 1, 0, 1],
    [0, 0, 0, 0],
  ]),
  matrix([
    [0, 0, 1, 0],
    [1, 0, 0, 0],
    [0, 1, 0, 1],
    [1, 0, 0, 0],
  ]),
];
const RELATION_WEIGHTS = [generator.matrix(3, 2), generator.matrix(3, 2)];
const meansOf = (relation: Matrix) =>
  diagonal(relation.sum('row').map((count) => (count === 0 ? 0 : 1 / count)))
    .mmul(relation)
    .mmul(FEATURES);
const SELF = generator.matrix(3, 2);
const heard = RELATIONS.map((relation, r) =>
  meansOf(relation).mmul((RELATION_WEIGHTS[r] ?? SELF).transpose()),
).reduce((a, b) => Matrix.add(a, b), FEATURES.mmul(SELF.transpose()));
const MESSAGES = RELATIONS.flatMap((relation, r) =>
  relation
    .getRow(2)
    .flatMap((edge, j) =>
      edge === 0 ? [] : [[sum(relation.getRow(2)), RELATION_WEIGHTS[r] ?? SELF, featuresOf(j + 1)]],
    ),
);

/** A layer of three points in the plane, whose messages are one number each. */
const POINTS = [vector([0.3, -1]), vector([2, 0.7]), vector([-1.1, 0.4])];
const LABELS = [0.5, -0.8, 1.3];
function equivariant(points: readonly Matrix[], sign = 1): readonly number[] {
  const message = (i: number, j: number) => {
    const gap = Matrix.sub(points[i] ?? FEATURES, points[j] ?? FEATURES).norm('frobenius') ** 2;
    return Math.tanh((LABELS[i] ?? 0) - 0.6 * (LABELS[j] ?? 0) + 0.3 * gap);
  };
  return points.flatMap((point, i) => {
    const others = points.flatMap((other, j) => (j === i ? [] : [{ other, m: message(i, j) }]));
    const moved = others
      .map(({ other, m }) => Matrix.sub(point, Matrix.mul(other, sign)).mul((0.4 + m ** 2) / 2))
      .reduce((a, b) => Matrix.add(a, b), point);
    return [...moved.to1DArray(), Math.sin((LABELS[i] ?? 0) + sum(others.map(({ m }) => m)))];
  });
}
const TURN = matrix([
  [0.6, 0.8],
  [0.8, -0.6],
]);
const carried = (point: Matrix) => Matrix.add(TURN.mmul(point), vector([1.5, -0.7]));
/** Coordinates moved by hand, labels as they are. */
function carriedResult(result: readonly number[]): readonly number[] {
  return [0, 1, 2].flatMap((i) => [
    ...carried(vector(result.slice(3 * i, 3 * i + 2))).to1DArray(),
    result[3 * i + 2] ?? Number.NaN,
  ]);
}

/** Message passing that adds up what neighbours have, and so counts walks. */
function passed(steps: number, own: number): number {
  let states: readonly number[] = [1, 1, 1, 1];
  for (let step = 0; step < steps; step++) {
    const known = states;
    states = NEIGHBOURS.map(
      (others, v) => own * (known[v] ?? 0) + sum(others.map((u) => known[u - 1] ?? Number.NaN)),
    );
  }
  return sum(states);
}
const LINKS = mapped(ADJACENCY, (weight) => (weight === 0 ? 0 : 1));
const smoothedTwice = smoothed(smoothed(FEATURES)).mmul(WEIGHTS);
const rowSoftmax = (of: Matrix) => new Matrix(of.to2DArray().map(softmax));

/** A network of a set that is the variance: the decoder of summed powers. */
function pooled(elements: readonly number[]): number {
  const [count = 0, first = 0, second = 0] = [0, 1, 2].map((power) => sum(elements.map((x) => x ** power)));
  return second / count - (first / count) ** 2;
}

export const layers: readonly Check[] = [
  functionCheck('deep-sets', {
    states: 'the variance, from sums of powers, in any order',
    formula: () => [pooled([2, 5, 9, 4]), pooled([9, 4, 2, 5])],
    against: () => [6.5, 6.5],
    mutants: {
      'summed before they are encoded': () => [pooled([20]), pooled([20])],
      'an element lost': () => [pooled([2, 5, 9]), pooled([9, 4, 2])],
    },
  }),
  functionCheck('egnn-layer', {
    states: 'the layer’s result, mirrored, turned and shifted',
    formula: () => equivariant(POINTS.map(carried)),
    against: () => carriedResult(equivariant(POINTS)),
    mutants: { 'sums of coordinates': () => equivariant(POINTS.map(carried), -1) },
  }),
  latexCheck('gcn-layer', {
    states: 'node by node',
    cases: [
      {
        given: {
          '\\mathbf{H}^{(l+1)}': mapped(smoothed(FEATURES).mmul(WEIGHTS), sigmoid),
          '\\sigma': elementwise(sigmoid),
          '\\tilde{\\mathbf{D}}': diagonal(LOOPED_DEGREES),
          '\\tilde{\\mathbf{A}}': LOOPED,
          '\\mathbf{H}^{(l)}': FEATURES,
          '\\mathbf{W}^{(l)}': WEIGHTS,
        },
      },
    ],
  }),
  latexCheck('gin-layer', {
    states: 'a row of the adjacency matrix',
    cases: [
      {
        given: {
          '\\mathbf{h}_{v}^{(l+1)}': mapped(
            Matrix.add(LINKS, Matrix.eye(4, 4).mul(1.3)).mmul(FEATURES).getRowVector(2).transpose(),
            sigmoid,
          ),
          '\\operatorname{MLP}^{(l)}': elementwise(sigmoid),
          '\\epsilon^{(l)}': 0.3,
          '\\mathbf{h}_{v}^{(l)}': featuresOf(3),
          '\\sum_{u \\in \\mathcal{N}(v)}': summation('\\mathbf{h}_{u}^{(l)}', [1, 2, 4].map(featuresOf)),
        },
      },
    ],
  }),
  latexCheck('graphsage-layer', {
    states: 'the two halves of the weights, one after the other',
    cases: [
      {
        given: {
          '\\mathbf{h}_{v}^{(l+1)}': mapped(
            Matrix.add(LEFT.mmul(featuresOf(3)), RIGHT.mmul(featuresOf(1))),
            sigmoid,
          ),
          '\\sigma': elementwise(sigmoid),
          '\\mathbf{W}^{(l)}': JOINED,
          '\\mathbf{h}_{v}^{(l)}': featuresOf(3),
          '\\operatorname{aggregate}\\left( \\left\\{ \\mathbf{h}_{u}^{(l)} : u \\in \\mathcal{N}(v) \\right\\} \\right)':
            featuresOf(1),
        },
      },
    ],
  }),
  functionCheck('mpnn-message-passing', {
    states: 'walks, counted by powers of the adjacency matrix',
    formula: () => passed(3, 0),
    against: () => LINKS.mmul(LINKS).mmul(LINKS).sum(),
    mutants: {
      'nodes that hear themselves': () => passed(3, 1),
      'a step too few': () => passed(2, 0),
    },
  }),
  latexCheck('rgcn-layer', {
    states: 'all nodes at once, one matrix of means for each relation',
    cases: [
      {
        given: {
          '\\mathbf{h}_{i}^{(l+1)}': mapped(heard.getRowVector(2).transpose(), sigmoid),
          '\\sigma': elementwise(sigmoid),
          '\\sum_{r \\in \\mathcal{R}} \\sum_{j \\in \\mathcal{N}_{i}^{r}}': summation(
            ['c_{i, r}', '\\mathbf{W}_{r}^{(l)}', '\\mathbf{h}_{j}^{(l)}'],
            MESSAGES,
          ),
          '\\mathbf{W}_{0}^{(l)}': SELF,
          '\\mathbf{h}_{i}^{(l)}': featuresOf(3),
        },
      },
    ],
  }),
  latexCheck('sgc-model', {
    states: 'node by node, twice',
    cases: [
      {
        given: {
          '\\hat{\\mathbf{Y}}': rowSoftmax(smoothedTwice),
          '\\operatorname{softmax}': rowSoftmax,
          '\\tilde{\\mathbf{D}}': diagonal(LOOPED_DEGREES),
          '\\tilde{\\mathbf{A}}': LOOPED,
          K: 2,
          '\\mathbf{X}': FEATURES,
          '\\boldsymbol{\\Theta}': WEIGHTS,
        },
      },
    ],
  }),
];
