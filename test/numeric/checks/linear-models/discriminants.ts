import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { densityAt } from '../../gaussians';
import { identity, matrix, vector } from '../../given';
import { maximizer } from '../../golden-section';
import { argMaximum } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sigmoid = (z: number) => (1 + Math.tanh(z / 2)) / 2;

/** Three classes, each a Gaussian in the plane. */
const means = [vector([1, -0.5]), vector([-1.2, 0.4]), vector([0.3, 1.7])];
const shared = matrix([
  [1.4, 0.5],
  [0.5, 0.8],
]);
const own = [
  shared,
  matrix([
    [0.6, -0.2],
    [-0.2, 1.9],
  ]),
  matrix([
    [2.3, 0.4],
    [0.4, 0.7],
  ]),
];
const priors = [0.5, 0.2, 0.3];
const x = vector([0.7, 0.9]);
const mean = (k: number) => means[k - 1] ?? vector([]);
const prior = (k: number) => priors[k - 1] ?? Number.NaN;
const likelihood = (k: number, covariance: Matrix) => densityAt(x, { mean: mean(k), covariance });

/** Bayes' rule with round classes of variance one, whose scores are linear. */
const evidence = (k: number) => prior(k) * likelihood(k, identity(2));
const bias = (k: number) => Math.log(prior(k)) - mean(k).dot(mean(k)) / 2;

/** Two classes on the plane, and the ratio of scatters of what is projected. */
const left = [
  [0, 1],
  [1, 2.5],
  [2, 2],
];
const right = [
  [3, 0],
  [4, 1.7],
  [5, 0.2],
];
const center = (points: readonly (readonly number[])[]) =>
  vector([0, 1].map((axis) => sum(points.map((point) => point[axis] ?? 0)) / points.length));
const scatter = (points: readonly (readonly number[])[]) =>
  points
    .map((point) => Matrix.sub(vector(point), center(points)))
    .reduce((total, gap) => Matrix.add(total, gap.mmul(gap.transpose())), Matrix.zeros(2, 2));
const apart = Matrix.sub(center(left), center(right));
function criterion(w: Matrix): number {
  const projected = [left, right].map((points) => points.map((point) => w.dot(vector(point))));
  const middles = projected.map((values) => sum(values) / values.length);
  const inside = sum(
    projected.flatMap((values, k) => values.map((value) => (value - (middles[k] ?? 0)) ** 2)),
  );
  return ((middles[0] ?? 0) - (middles[1] ?? 0)) ** 2 / inside;
}
const atAngle = (angle: number) => vector([Math.cos(angle), Math.sin(angle)]);
const bestAngle = maximizer((angle) => criterion(atAngle(angle)), 1.5, 4.6);

/** Probabilities of two features by class, as one table. */
const shares = [0.3, 0.25, 0.45];
const first: readonly (readonly number[])[] = [
  [0.7, 0.3],
  [0.2, 0.8],
  [0.4, 0.6],
];
const second: readonly (readonly number[])[] = [
  [0.9, 0.1],
  [0.35, 0.65],
  [0.8, 0.2],
];
const pairs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
const table = (c: number, [a, b]: readonly [0 | 1, 0 | 1]) =>
  (shares[c - 1] ?? 0) * (first[c - 1]?.[a] ?? 0) * (second[c - 1]?.[b] ?? 0);
const likeliest = (pair: readonly [0 | 1, 0 | 1]) =>
  [1, 2, 3].reduce((best, c) => (table(c, pair) > table(best, pair) ? c : best));

export const discriminants: readonly Check[] = [
  latexCheck('fisher-discriminant', {
    states: 'scatters of the projected points, and the angle that is best',
    tolerance: 1e-6,
    cases: [1.7, 1.7].map((length) => ({
      given: {
        J: criterion,
        '\\mathbf{w}': atAngle(bestAngle).mul(length),
        '\\mathbf{S}_{B}': apart.mmul(apart.transpose()),
        '\\mathbf{S}_{W}': Matrix.add(scatter(left), scatter(right)),
        '\\mathbf{m}': [center(left), center(right)],
      },
    })),
  }),
  latexCheck('linear-discriminant', {
    states: 'logarithms of densities',
    cases: [1, 2, 3].map((k) => ({
      given: {
        '\\delta_{k}(\\mathbf{x})':
          Math.log(prior(k) * likelihood(k, shared)) -
          Math.log(densityAt(x, { mean: vector([0, 0]), covariance: shared })),
        '\\mathbf{x}': x,
        '\\boldsymbol{\\Sigma}': shared,
        '\\boldsymbol{\\mu}': means,
        '\\pi': priors,
        k,
      },
    })),
  }),
  latexCheck('quadratic-discriminant', {
    states: 'logarithms of densities',
    cases: [1, 2, 3].map((k) => ({
      given: {
        '\\delta_{k}(\\mathbf{x})': Math.log(prior(k) * likelihood(k, own[k - 1] ?? shared) * 2 * Math.PI),
        '\\mathbf{x}': x,
        '\\boldsymbol{\\Sigma}': own,
        '\\boldsymbol{\\mu}': means,
        '\\pi': priors,
        k,
      },
    })),
  }),
  latexCheck('logistic-regression', {
    states: 'Bayes’ rule with two Gaussian classes',
    cases: [
      {
        given: {
          'P(y = 1 \\mid \\mathbf{x})': evidence(1) / (evidence(1) + evidence(2)),
          '\\mathbf{x}': x,
          '\\sigma': sigmoid,
          '\\mathbf{w}': Matrix.sub(mean(1), mean(2)),
          b: bias(1) - bias(2),
        },
      },
    ],
  }),
  latexCheck('logistic-regression-multinomial', {
    states: 'Bayes’ rule with three Gaussian classes',
    cases: [1, 2].map((k) => ({
      given: {
        'P(y = k \\mid \\mathbf{x})': evidence(k) / sum([1, 2, 3].map(evidence)),
        '\\mathbf{x}': x,
        '\\mathbf{w}': means,
        b: [1, 2, 3].map(bias),
        K: 3,
        k,
      },
    })),
  }),
  latexCheck('naive-bayes', {
    states: 'a table of joint probabilities',
    cases: pairs.map((pair) => ({
      given: {
        '\\hat{y}': likeliest(pair),
        '\\operatorname*{arg\\,max}_{y}': argMaximum('y', [1, 2, 3]),
        P: (c: number) => shares[c - 1] ?? Number.NaN,
        d: 2,
        // The features carry their own number, as the density of each is another.
        p: (value: number, c: number) =>
          (value < 10 ? first[c - 1]?.[value] : second[c - 1]?.[value - 10]) ?? Number.NaN,
        x: [pair[0], 10 + pair[1]],
      },
    })),
  }),
];
