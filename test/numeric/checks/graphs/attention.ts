import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { elementwise, indexed, set, vector } from '../../given';
import { random } from '../../random';
import { FEATURES, featuresOf, mapped, sigmoid, softmax, sum } from './scenes';

const generator = random(61);
const TALL = generator.matrix(3, 2);
const leaky = (x: number) => (x < 0 ? 0.2 * x : x);
const ALL = [1, 2, 3, 4].map(featuresOf);

/** The neighbourhood of the third node, itself included, in attention. */
const HOOD = [1, 2, 3, 4];
const ATTENTION = [0.7, -1.3, 0.4, 1.1, 0.5, -0.8];
/** A score as a part of the node and a part of its neighbour, entry by entry. */
const part = (of: Matrix, offset: number) =>
  sum(of.to1DArray().map((value, k) => value * (ATTENTION[k + offset] ?? Number.NaN)));
const gatScores = HOOD.map((j) =>
  leaky(part(TALL.mmul(featuresOf(3)), 0) + part(TALL.mmul(featuresOf(j)), 3)),
);
const [LEFT, RIGHT] = [generator.matrix(3, 2), generator.matrix(3, 2)];
const JOINED = new Matrix(LEFT.to2DArray().map((row, i) => [...row, ...RIGHT.getRow(i)]));
const gatv2Scores = HOOD.map((j) =>
  part(mapped(Matrix.add(LEFT.mmul(featuresOf(3)), RIGHT.mmul(featuresOf(j))), leaky), 0),
);

export const attentions: readonly Check[] = [
  latexCheck('gat-attention', {
    states: 'scores as a part of the node and a part of its neighbour',
    cases: [1, 4].map((j) => ({
      given: {
        '\\alpha_{ij}': softmax(gatScores)[j - 1] ?? Number.NaN,
        '\\operatorname{LeakyReLU}': elementwise(leaky),
        '\\mathbf{a}': vector(ATTENTION),
        '\\mathbf{W}': TALL,
        '\\mathbf{h}': ALL,
        '\\mathcal{N}_{i}': set(HOOD),
        i: 3,
        j,
      },
    })),
  }),
  latexCheck('gat-update', {
    states: 'all nodes at once',
    cases: [
      {
        given: {
          "\\mathbf{h}_{i}'": mapped(
            TALL.mmul(FEATURES.transpose()).mmul(vector(softmax(gatScores))),
            sigmoid,
          ),
          '\\sigma': elementwise(sigmoid),
          '\\mathcal{N}_{i}': set(HOOD),
          '\\alpha': indexed((i, j) => (softmax(gatScores)[j - 1] ?? Number.NaN) * (i === 3 ? 1 : 0.3)),
          '\\mathbf{W}': TALL,
          '\\mathbf{h}': ALL,
          i: 3,
        },
      },
    ],
  }),
  latexCheck('gatv2-attention', {
    states: 'the two halves of the weights, one after the other',
    cases: [1, 4].map((j) => ({
      given: {
        '\\alpha_{ij}': softmax(gatv2Scores)[j - 1] ?? Number.NaN,
        '\\operatorname{LeakyReLU}': elementwise(leaky),
        '\\mathbf{a}': vector(ATTENTION.slice(0, 3)),
        '\\mathbf{W}': JOINED,
        '\\mathbf{h}': ALL,
        '\\mathcal{N}_{i}': set(HOOD),
        i: 3,
        j,
      },
    })),
  }),
];
