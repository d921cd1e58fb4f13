import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { indexed, set, vector } from '../../given';
import { summation } from '../../operators';
import { random } from '../../random';

const generator = random(23);

/** Linear regressions of three clients with unequal amounts of data. */
const SIZES = [2, 5, 3];
const TOTAL = 10;
const CLIENTS = SIZES.map((size) => ({ inputs: generator.matrix(size, 2), labels: generator.normals(size) }));
const START = vector([0.4, -1.2]);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The loss of every example, client after client. */
function lossesAt(w: Matrix): readonly number[] {
  return CLIENTS.flatMap(({ inputs, labels }) =>
    Matrix.sub(inputs.mmul(w), labels)
      .to1DArray()
      .map((error) => error ** 2 / 2),
  );
}
/** Where the second client's examples are among all. */
const PART = [3, 4, 5, 6, 7];
/** The gradient of one example's loss: its input times its error. */
function exampleSlope(i: number): (w: Matrix) => Matrix {
  const inputs = CLIENTS.flatMap((client) => client.inputs.to2DArray())[i - 1] ?? [];
  const label = CLIENTS.flatMap((client) => client.labels.to1DArray())[i - 1] ?? Number.NaN;
  return (w) => Matrix.mul(vector(inputs), vector(inputs).dot(w) - label);
}
const meanLoss = (w: Matrix) => sum(lossesAt(w)) / TOTAL;

/** The mean loss of a client, by norms. */
function clientLoss(k: number, w: Matrix): number {
  const { inputs, labels } = CLIENTS[k - 1] ?? { inputs: w, labels: w };
  return Matrix.sub(inputs.mmul(w), labels).norm('frobenius') ** 2 / (2 * labels.rows);
}

/** The gradient of a client's mean loss, by its normal equations. */
function clientSlope(k: number, w: Matrix): Matrix {
  const { inputs, labels } = CLIENTS[k - 1] ?? { inputs: w, labels: w };
  return inputs
    .transpose()
    .mmul(Matrix.sub(inputs.mmul(w), labels))
    .div(labels.rows);
}

const POINTS = [vector([0.3, -1]), vector([1.4, 0.2]), vector([-0.5, 0.9])];
const point = (k: number) => POINTS[k - 1] ?? START;

/** What each client has after its steps of gradient descent, all on losses whose gradient is constant. */
const SLOPES = [vector([0.7, -0.2]), vector([-1.1, 0.5]), vector([0.3, 0.9])];
const STEPS = [2, 7, 4];
const SHARES = [0.2, 0.5, 0.3];
const RATE = 0.05;
const walked = (i: number) =>
  Matrix.sub(START, Matrix.mul(SLOPES[i - 1] ?? START, RATE * (STEPS[i - 1] ?? 0)));
const meanSlope = SLOPES.map((slope, i) => Matrix.mul(slope, SHARES[i] ?? 0)).reduce((a, b) =>
  Matrix.add(a, b),
);

/** The server's step of FedAdam, one coordinate at a time. */
const CHOSEN = [1, 3];
const change = (axis: number) =>
  sum(CHOSEN.map((k) => point(k).get(axis, 0) - START.get(axis, 0))) / CHOSEN.length;
function adamCoordinate(axis: number, mean: number, square: number): number {
  const delta = change(axis);
  const slow = 0.9 * (mean - delta) + delta;
  const slower = 0.99 * (square - delta * delta) + delta * delta;
  return START.get(axis, 0) + (0.1 * slow) / (Math.sqrt(slower) + 0.001);
}

export const averaging: readonly Check[] = [
  latexCheck('fedadam-server-step', {
    states: 'coordinate by coordinate',
    broadcast: true,
    cases: [
      {
        given: {
          '\\mathbf{x}_{t+1}': vector([adamCoordinate(0, 0.2, 0.3), adamCoordinate(1, -0.4, 0.6)]),
          '\\mathbf{x}_{t}': START,
          '\\sum_{k \\in \\mathcal{S}_{t}}': summation('\\mathbf{x}_{t}^{k}', CHOSEN.map(point)),
          '\\lvert \\mathcal{S}_{t} \\rvert': 2,
          '\\mathbf{m}_{t-1}': vector([0.2, -0.4]),
          '\\mathbf{v}_{t-1}': vector([0.3, 0.6]),
          '\\beta_{1}': 0.9,
          '\\beta_{2}': 0.99,
          '\\eta': 0.1,
          '\\tau': 0.001,
        },
      },
    ],
  }),
  latexCheck('fedavg-aggregation', {
    states: 'the mean over all examples, each with its client’s parameters',
    cases: [
      {
        given: {
          '\\mathbf{w}_{t+1}': Matrix.add(Matrix.mul(point(1), 2 / 5), Matrix.mul(point(3), 3 / 5)),
          '\\sum_{k \\in \\mathcal{S}_{t}}': summation(
            ['n_{k}', '\\mathbf{w}_{t+1}^{k}'],
            CHOSEN.map((k) => [SIZES[k - 1] ?? 0, point(k)]),
          ),
          'm_{t}': 5,
        },
      },
    ],
  }),
  latexCheck('fedavg-local-step', {
    states: 'finite differences of the mean loss of a batch',
    cases: [
      {
        given: {
          '\\mathbf{w}_{t, s+1}^{k}': Matrix.sub(
            START,
            Matrix.mul(
              gradient((w) => ((lossesAt(w)[3] ?? 0) + (lossesAt(w)[6] ?? 0)) / 2, START),
              0.3,
            ),
          ),
          '\\mathbf{w}_{t, s}^{k}': START,
          '\\mathbf{w}_{t, 0}^{k}': POINTS[0] ?? START,
          '\\mathbf{w}_{t}': POINTS[0] ?? START,
          '\\eta': 0.3,
          B: 2,
          '\\mathcal{B}_{t, s}^{k}': set([4, 7]),
          '\\nabla f': indexed((i) => exampleSlope(i), 'function'),
        },
      },
    ],
  }),
  latexCheck('federated-objective', {
    states: 'the mean loss over all examples',
    cases: [START, point(2)].map((w) => ({
      given: {
        'f(\\mathbf{w})': meanLoss(w),
        '\\mathbf{w}': w,
        n: TOTAL,
        '\\sum_{k=1}^{K}': summation(
          ['n_{k}', 'F_{k}(\\mathbf{w})'],
          SIZES.map((size, k) => [size, clientLoss(k + 1, w)]),
        ),
        'n_{k}': 5,
        'F_{k}(\\mathbf{w})': clientLoss(2, w),
        '\\sum_{i \\in \\mathcal{P}_{k}}': summation(
          'f_{i}(\\mathbf{w})',
          PART.map((i) => lossesAt(w)[i - 1] ?? Number.NaN),
        ),
      },
    })),
  }),
  latexCheck('fednova-aggregation', {
    states: 'clients with constant gradients: one step along their mean',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t+1}': Matrix.sub(START, Matrix.mul(meanSlope, RATE * (0.2 * 2 + 0.5 * 7 + 0.3 * 4))),
          '\\mathbf{x}_{t}': START,
          '\\sum_{i=1}^{K}': summation(
            ['p_{i}', '\\mathbf{x}_{t}^{i}', '\\tau_{i}'],
            SHARES.map((share, i) => [share, walked(i + 1), STEPS[i] ?? 0]),
          ),
          K: 3,
          p: SHARES,
          '\\tau': STEPS,
        },
      },
    ],
  }),
  latexCheck('fedsgd', {
    states: 'finite differences of the loss over all data',
    cases: [
      {
        given: {
          '\\mathbf{w}_{t+1}': Matrix.sub(START, Matrix.mul(gradient(meanLoss, START), 0.3)),
          '\\mathbf{w}_{t}': START,
          '\\eta': 0.3,
          n: TOTAL,
          '\\sum_{k=1}^{K}': summation(
            ['n_{k}', '\\nabla F_{k}(\\mathbf{w}_{t})'],
            SIZES.map((size, k) => [size, clientSlope(k + 1, START)]),
          ),
        },
      },
    ],
  }),
];
