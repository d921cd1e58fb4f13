import { jStat } from 'jstat';
import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { set, vector } from '../../given';
import { expectation, summation } from '../../operators';

const { cos, exp, log, sin } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const chances = (scores: readonly number[]) =>
  scores.map((score) => 1 / sum(scores.map((other) => exp(other - score))));

const pointing = (angle: number, length: number) => vector([length * cos(angle), length * sin(angle)]);
const cosine = (a: Matrix, b: Matrix) => a.dot(b) / (a.norm() * b.norm());
const ANGLES = [0.3, 1.1, 2.6];
/** The query is embedded at the angle 0.5. */
const attention = chances(ANGLES.map((angle) => cos(angle - 0.5)));
const LABELS = [vector([1, 0]), vector([0, 1]), vector([1, 0])];

/** Support points of two classes; their means are (2, 1) and (-1, 3). */
const SUPPORT = [
  [vector([1, 0]), vector([3, 2])],
  [vector([-1, 2]), vector([-2, 5]), vector([0, 2])],
];
/** A classifier that is linear in the query (1, 2): twice the mean, and its squared length. */
const linear = chances([2 * (2 + 2) - 5, 2 * (-1 + 6) - 10]);

/** Three values of a latent variable: what the encoder thinks before and after, and how likely the targets are. */
const PRIOR = [0.2, 0.5, 0.3];
const ENCODED = [0.6, 0.3, 0.1];
const LIKELY = [
  [0.9, 0.4],
  [0.5, 0.7],
  [0.2, 0.3],
];
const joint = PRIOR.map((p, z) => p * (LIKELY[z]?.[0] ?? 0) * (LIKELY[z]?.[1] ?? 0));
const evidence = sum(joint);
const divergence = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((chance, z) => chance * log(chance / (q[z] ?? 0))));

/** Known pairs, whose encodings have the mean (2, -1), and two targets of two numbers each. */
const PAIRS = [
  [1, 2],
  [3, -1],
  [2, 8],
] as const;
const TARGETS = [vector([0.4, 1]), vector([-0.3, 2])];
const INPUTS = [0.5, 1.5];
const normal = jStat.normal.pdf;

const OPERATIONS = [(x: number) => 2 * x, (x: number) => x * x, (x: number) => 1 - x];
const SIZES = [0.3, -1, 0.8];
const mixed = (of: (size: number) => number) => {
  const weights = SIZES.map(of);
  return sum(OPERATIONS.map((operation, k) => operation(3) * (weights[k] ?? 0))) / sum(weights);
};

export const fewShot: readonly Check[] = [
  latexCheck('conditional-neural-process', {
    states: 'a product of normal densities of single numbers',
    cases: [
      {
        given: {
          'p(\\mathbf{y}_{1:M} \\mid \\mathbf{x}_{1:M}, \\mathcal{C})':
            // Means 2.5, -0.5 and 3.5, 0.5; standard deviations 1.5 and 0.5.
            normal(0.4, 2.5, 1.5) * normal(1, -0.5, 0.5) * normal(-0.3, 3.5, 1.5) * normal(2, 0.5, 0.5),
          M: 2,
          '\\mathbf{x}': INPUTS,
          '\\mathbf{y}': TARGETS,
          '\\mathcal{N}': (y: Matrix, mean: Matrix, covariance: Matrix) =>
            exp(-sum([0, 1].map((j) => (y.get(j, 0) - mean.get(j, 0)) ** 2 / (2 * covariance.get(j, j))))) /
            (2 * Math.PI * (covariance.get(0, 0) * covariance.get(1, 1)) ** 0.5),
          '\\mu_{\\theta}': (x: number, r: Matrix) => vector([r.get(0, 0) + x, r.get(1, 0) + x]),
          '\\sigma_{\\theta}^{2}': (_: number, r: Matrix) => vector([r.get(0, 0) + 0.25, r.get(1, 0) + 1.25]),
          '\\sum_{(\\mathbf{x}, \\mathbf{y}) \\in \\mathcal{C}}': summation(
            ['\\mathbf{x}', '\\mathbf{y}'],
            PAIRS,
          ),
          '\\lvert \\mathcal{C} \\rvert': 3,
          'h_{\\theta}': (x: number, y: number) => vector([x, x - y]),
        },
      },
    ],
  }),
  unchecked('darts-bilevel', 'objective'),
  functionCheck('darts-mixed-operation', {
    states: 'the odds of the operations',
    formula: () => mixed(exp),
    against: () => sum(chances(SIZES).map((chance, k) => chance * (OPERATIONS[k]?.(3) ?? 0))),
    mutants: {
      'without the exponential': () => mixed((size) => size),
      'other sign': () => mixed((size) => exp(-size)),
    },
  }),
  latexCheck('matching-networks', {
    states: 'the angles between the embeddings',
    symmetric: ['c'],
    cases: [
      {
        given: {
          '\\hat{\\mathbf{y}}': vector([(attention[0] ?? 0) + (attention[2] ?? 0), attention[1] ?? 0]),
          k: 3,
          i: 2,
          a: (_: number, angle: number) => attention[ANGLES.indexOf(angle)] ?? Number.NaN,
          '\\hat{\\mathbf{x}}': 0.4,
          '\\mathbf{x}': ANGLES,
          '\\mathbf{y}': LABELS,
          c: cosine,
          f: (angle: number) => pointing(angle + 0.1, 3),
          g: (angle: number) => pointing(angle, 0.7),
        },
      },
    ],
  }),
  latexCheck('neural-process-elbo', {
    states: 'the evidence, and the divergence from the posterior',
    cases: [
      {
        given: {
          '\\mathcal{L}':
            log(evidence) -
            divergence(
              ENCODED,
              joint.map((chance) => chance / evidence),
            ),
          '\\mathbb{E}_{q(\\mathbf{z} \\mid \\mathcal{C} \\cup \\mathcal{D})}': expectation(
            '\\mathbf{z}',
            [0, 1, 2],
            ENCODED,
          ),
          'D_{\\mathrm{KL}}\\left( q(\\mathbf{z} \\mid \\mathcal{C} \\cup \\mathcal{D}) \\,\\|\\, q(\\mathbf{z} \\mid \\mathcal{C}) \\right)':
            divergence(ENCODED, PRIOR),
          p: (y: number, x: number, z: number) => (y === x ? (LIKELY[z]?.[x - 1] ?? 0) : 0.35),
          '\\mathbf{x}': [1, 2],
          '\\mathbf{y}': [1, 2],
          M: 2,
        },
      },
    ],
  }),
  latexCheck('prototypical-networks', {
    states: 'a linear classifier, which the squared distance makes it',
    symmetric: ['d'],
    cases: [0, 1].map((k) => ({
      given: {
        'p(y = k \\mid \\mathbf{x})': linear[k] ?? 0,
        '\\mathbf{x}': vector([1, 2]),
        d: (a: Matrix, b: Matrix) => (a.get(0, 0) - b.get(0, 0)) ** 2 + (a.get(1, 0) - b.get(1, 0)) ** 2,
        f: (x: Matrix) => x,
        '\\mathbf{c}': [vector([2, 1]), vector([-1, 3])],
        K: 2,
        k: k + 1,
        '\\mathcal{S}': SUPPORT.map(set),
      },
    })),
  }),
];
