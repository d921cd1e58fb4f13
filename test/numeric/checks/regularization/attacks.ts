import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { gradient, jacobian } from '../../differences';
import { vector } from '../../given';
import { expectation } from '../../operators';

const { cos, exp, log, PI, sin, tanh } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const INPUT = vector([0.5, -1.2, 0.3]);
const DIRECTION = [0.7, -2, 0.4];
/** A loss that is linear in the input up to the label's sign. */
const loss = (theta: Matrix, x: Matrix, y: number) => -y * theta.dot(x);

/** The corners of a cube, with so many values along each edge. */
const cube = (values: readonly number[]) =>
  values.flatMap((a) => values.flatMap((b) => values.map((c) => vector([a, b, c]))));
function best(candidates: readonly Matrix[], of: (x: Matrix) => number): Matrix {
  return candidates.reduce((top, x) => (of(x) > of(top) ? x : top));
}
const clipped = (radius: number) => (x: Matrix) =>
  vector(
    x.to1DArray().map((entry, i) => {
      const centre = INPUT.get(i, 0);
      return Math.min(centre + radius, Math.max(centre - radius, entry));
    }),
  );
/** Where the attack stands: near the border in its first entry. */
const BEFORE = Matrix.add(INPUT, vector([0.19, -0.05, -0.19]));
/** Among all steps of a size in every entry, brought back, the one with the largest loss. */
function stepped(y: number): Matrix {
  const steps = cube([-0.1, 0.1]).map((step) => clipped(0.2)(Matrix.add(BEFORE, step)));
  return best(steps, (x) => loss(vector(DIRECTION), x, y));
}

const squaredLoss = (theta: Matrix, x: Matrix, y: number) => (tanh(theta.dot(x)) - y) ** 2;
const PAIRS = [
  { x: vector([0.5, -1.2]), y: 1, share: 0.3 },
  { x: vector([1.1, 0.4]), y: -0.5, share: 0.7 },
];
const THETA = vector([0.7, -0.9]);
/** The loss and the squared length of its gradient by the chain rule on paper. */
function penalized(lambda: number): number {
  return sum(
    PAIRS.map(({ x, y, share }) => {
      const output = tanh(0.7 * x.get(0, 0) - 0.9 * x.get(1, 0));
      const slope = 2 * (output - y) * (1 - output ** 2);
      return share * ((output - y) ** 2 + lambda * slope ** 2 * (0.49 + 0.81));
    }),
  );
}

const bent = (x: Matrix) =>
  vector([x.get(0, 0) ** 2 * x.get(1, 0), sin(x.get(0, 0)), 3 * x.get(1, 0) - x.get(0, 0)]);
const squaredSlopes = (a: number, b: number) => 4 * a * a * b * b + a ** 4 + cos(a) ** 2 + 9 + 1;

const predicted = (theta: Matrix, x: Matrix) => 1 / (1 + exp(-theta.dot(x)));
const divergence = (p: number, q: number) => p * log(p / q) + (1 - p) * log((1 - p) / (1 - q));
const CIRCLE = Array.from({ length: 720 }, (_, k) => vector([cos((k * PI) / 360), sin((k * PI) / 360)]));
/** The worst change of a given length, over a fine circle. */
const worst = (epsilon: number, of: (clean: number, changed: number) => number, pick = Math.max) => {
  const x = vector([0.5, -1.2]);
  const changed = CIRCLE.map((r) => predicted(THETA, Matrix.add(x, Matrix.mul(r, epsilon))));
  return pick(...changed.map((q) => of(predicted(THETA, x), q)));
};
/** A logit moves most along its weights; the larger divergence of both ways. */
function alongWeights(epsilon: number): number {
  const logit = 0.7 * 0.5 + 0.9 * 1.2;
  const at = (z: number) => 1 / (1 + exp(-z));
  const step = epsilon * Math.sqrt(0.49 + 0.81);
  return Math.max(...[-step, step].map((way) => divergence(at(logit), at(logit + way))));
}

export const attacks: readonly Check[] = [
  unchecked('adversarial-training', 'objective'),
  latexCheck('double-backpropagation', {
    states: 'the chain rule on paper',
    cases: [
      {
        given: {
          '\\tilde{\\mathcal{L}}(\\boldsymbol{\\theta})': penalized(0.35),
          '\\boldsymbol{\\theta}': THETA,
          '\\mathcal{L}': squaredLoss,
          '\\lambda': 0.35,
          '\\mathbb{E}_{\\mathbf{x}, y}': expectation(
            ['\\mathbf{x}', 'y'],
            PAIRS.map(({ x, y }) => [x, y]),
            PAIRS.map(({ share }) => share),
          ),
        },
      },
    ],
  }),
  latexCheck('fgsm', {
    states: 'the best corner of the neighbourhood',
    cases: [1, -1].map((y) => ({
      given: {
        "\\mathbf{x}'": best(
          cube([-0.2, 0, 0.2]).map((change) => Matrix.add(INPUT, change)),
          (x) => loss(vector(DIRECTION), x, y),
        ),
        '\\mathbf{x}': INPUT,
        '\\boldsymbol{\\theta}': vector(DIRECTION),
        y,
        '\\epsilon': 0.2,
        '\\mathcal{L}': loss,
      },
    })),
  }),
  latexCheck('jacobian-regularization', {
    states: 'derivatives on paper',
    cases: [
      {
        given: {
          '\\tilde{\\mathcal{L}}(\\boldsymbol{\\theta})':
            1.7 + 0.35 * (0.3 * squaredSlopes(0.5, -1.2) + 0.7 * squaredSlopes(1.1, 0.4)),
          '\\mathcal{L}(\\boldsymbol{\\theta})': 1.7,
          '\\lambda': 0.7,
          '\\mathbf{J}_{f}': (x: Matrix) => jacobian(bent, x),
          '\\mathbb{E}_{\\mathbf{x}}': expectation(
            '\\mathbf{x}',
            PAIRS.map(({ x }) => x),
            PAIRS.map(({ share }) => share),
          ),
        },
      },
    ],
  }),
  latexCheck('pgd-attack', {
    states: 'the best of all steps that are brought back',
    cases: [1, -1].map((y) => ({
      given: {
        t: 1,
        '\\mathbf{x}': [BEFORE, stepped(y)],
        '\\Pi_{\\mathcal{B}_{\\epsilon}(\\mathbf{x})}': clipped(0.2),
        '\\alpha': 0.1,
        '\\nabla_{\\mathbf{x}} \\mathcal{L}(\\boldsymbol{\\theta}, \\mathbf{x}_{t}, y)': gradient(
          (x) => loss(vector(DIRECTION), x, y),
          BEFORE,
        ),
      },
    })),
  }),
  unchecked('trades', 'objective'),
  functionCheck('virtual-adversarial-training', {
    states: 'steps along the weights',
    tolerance: 1e-4,
    formula: () => [0.3, 1.1].map((epsilon) => worst(epsilon, divergence)),
    against: () => [0.3, 1.1].map(alongWeights),
    mutants: {
      'arguments exchanged': () => [0.3, 1.1].map((epsilon) => worst(epsilon, (p, q) => divergence(q, p))),
      'the smallest': () => [0.3, 1.1].map((epsilon) => worst(epsilon, divergence, Math.min)),
    },
  }),
];
