import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';

const { exp, log, PI, sqrt, tanh } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** All masks of so many places. */
function masks(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return masks(length - 1).flatMap((mask) => [
    [...mask, 1],
    [...mask, 0],
  ]);
}
const chance = (mask: readonly number[], keep: number) =>
  mask.reduce((product, kept) => product * (kept === 1 ? keep : 1 - keep), 1);

const ACTIVATIONS = [1.5, -0.7, 2.2];
const INCOMING = matrix([
  [1, 0.5, -2],
  [-0.3, 2, 0.8],
]);
/** The mean of activations over all masks. */
const meanActivations = (keep: number, scale: number) =>
  ACTIVATIONS.map((h, j) => sum(masks(3).map((mask) => chance(mask, keep) * scale * h * (mask[j] ?? 0))));
/** Weights whose columns are dropped with their units, on average over all masks. */
const meanWeights = (keep: number) =>
  masks(3)
    .map((mask) => INCOMING.mmul(Matrix.diag([...mask])).mul(chance(mask, keep)))
    .reduce((total, part) => Matrix.add(total, part));

/** A network of one layer with a mask over its inputs; half of the units are dropped. */
const network = (x: Matrix, mask: Matrix) =>
  Matrix.add(x, 1)
    .mul(mask)
    .dot(vector([2, -1, 0.4]));
const PASSES = {
  N: 8,
  f: network,
  '\\mathbf{x}': vector([0.5, 3, -2]),
  // The mask that drops everything is neither the first nor the last.
  '\\mathbf{M}': [...masks(3).slice(4), ...masks(3).slice(0, 4)].map((mask) => vector(mask)),
};
/** The terms of the sum without a mask. */
const TERMS = [3, -4, -0.4];

const noisy = (x: number, theta: number, eta: number) => vector([tanh(theta * x) + eta, 2 * eta]);

/** The divergence from the log-uniform prior; the constant makes it vanish for large variances. */
function divergence(alpha: number): number {
  const [euler, width] = [0.5772156649015329, sqrt(alpha)];
  const density = (z: number) => exp((-z * z) / 2) / sqrt(2 * PI);
  // The pole is an end of both integrals, and a substitution takes it away.
  const side = (sign: 1 | -1) =>
    integrate((root) => 2 * root * density(-1 / width + sign * root ** 2) * log(width * root ** 2), 0, 6);
  return side(1) + side(-1) - log(alpha) / 2 + (euler + log(2)) / 2;
}

export const noise: readonly Check[] = [
  latexCheck('dropconnect', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{r}': vector([0, 3.4]),
          '\\phi': (x: Matrix) => vector(x.to1DArray().map((entry) => Math.max(0, entry))),
          '\\mathbf{M}': matrix([
            [0, 1, 1],
            [1, 1, 0],
          ]),
          '\\mathbf{W}': INCOMING,
          '\\mathbf{v}': vector([2, 2, 3]),
        },
      },
    ],
  }),
  functionCheck('dropout', {
    states: 'all masks: the expectation stays as it was',
    formula: () => meanActivations(1 - 0.3, 1 / (1 - 0.3)),
    against: () => ACTIVATIONS,
    mutants: {
      'without the scale': () => meanActivations(1 - 0.3, 1),
      'kept with the probability p': () => meanActivations(0.3, 1 / (1 - 0.3)),
      'the scale 1 / p': () => meanActivations(1 - 0.3, 1 / 0.3),
    },
  }),
  latexCheck('dropout-weight-scaling', {
    states: 'the mean over all masks',
    cases: [
      { given: { '\\mathbf{W}_{\\mathrm{test}}': meanWeights(1 - 0.3), p: 0.3, '\\mathbf{W}': INCOMING } },
    ],
  }),
  latexCheck('mean-teacher', {
    states: 'pairs of noises one by one, and powers of the decay',
    cases: [
      {
        given: {
          // Half of the noises differ by 0.3.
          '\\mathcal{L}_{\\mathrm{cons}}':
            ((tanh(0.5) - tanh(0.4)) ** 2 + (tanh(0.5) - tanh(0.4) - 0.3) ** 2 + 0.36) / 2,
          "\\mathbb{E}_{\\mathbf{x}, \\boldsymbol{\\eta}, \\boldsymbol{\\eta}'}": expectation(
            ['\\mathbf{x}', '\\boldsymbol{\\eta}', "\\boldsymbol{\\eta}'"],
            [
              [0.5, 0.2, 0.2],
              [0.5, 0.5, 0.2],
            ],
            [0.5, 0.5],
          ),
          f: noisy,
          "\\boldsymbol{\\theta}'": 1,
          '\\boldsymbol{\\theta}': 0.8,
          '\\alpha': 0.9,
          // The teacher began as the student did; then the student was at 0.5, 2 and 3.
          "\\boldsymbol{\\theta}_{t}'": 0.9 ** 3 * 4 + 0.1 * (0.81 * 0.5 + 0.9 * 2 + 3),
          "\\boldsymbol{\\theta}_{t-1}'": 0.9 ** 2 * 4 + 0.1 * (0.9 * 0.5 + 2),
          '\\boldsymbol{\\theta}_{t}': 3,
        },
      },
    ],
  }),
  latexCheck('monte-carlo-dropout', {
    states: 'all masks: half of every term',
    near: 1e-9,
    cases: [{ given: { ...PASSES, '\\hat{y}': sum(TERMS) / 2 } }],
  }),
  latexCheck('monte-carlo-dropout-variance', {
    states: 'all masks: variances of single terms',
    near: 1e-9,
    cases: [
      {
        given: {
          ...PASSES,
          '\\tau': 2.5,
          '\\operatorname{Var}[y]': 0.4 + sum(TERMS.map((term) => term ** 2)) / 4,
        },
      },
    ],
  }),
  latexCheck('stochastic-depth', {
    states: 'a hand-worked case',
    cases: [
      { kept: 1, after: [0, 3.5] },
      { kept: 0, after: [1.5, 0] },
    ].map(({ kept, after }) => ({
      given: {
        l: 2,
        L: 5,
        '\\mathbf{h}': from(0, [vector([8, 9]), vector([1.5, -0.5]), vector(after)]),
        b: [7, kept],
        f: [(x: Matrix) => Matrix.mul(x, 3), (x: Matrix) => vector([x.get(0, 0) - 4, x.get(1, 0) + 4.5])],
        // Down from 1 in five even steps.
        p: [0.88, 0.76, 0.64, 0.52, 0.4],
      },
    })),
  }),
  latexCheck('variational-dropout-kl', {
    states: 'the expectation of a logarithm, by quadrature',
    near: 0.02,
    cases: [0.05, 0.3, 1].map((alpha) => ({
      given: {
        'D_{\\mathrm{KL}}\\left( q(w) \\,\\|\\, p(w) \\right)': divergence(alpha),
        'k_{1}': 0.63576,
        'k_{2}': 1.8732,
        'k_{3}': 1.48695,
        '\\sigma': (x: number) => 1 / (1 + exp(-x)),
        '\\alpha': alpha,
      },
    })),
  }),
];
