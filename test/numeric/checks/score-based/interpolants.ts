import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { conditioned } from '../../gaussians';
import { matrix, vector } from '../../given';

/** A Brownian bridge from one place to another. */
const [share, first, last] = [0.3, vector([1.4, -0.8]), vector([0.6, 0.3])];
const bridge = conditioned(
  {
    mean: vector([0, 0]),
    covariance: matrix([
      [share, share],
      [share, 1],
    ]),
  },
  [0],
  [1],
  vector([1]),
);
const push = vector([0.9, -1.2]);
const bridged = Matrix.add(
  Matrix.add(first, Matrix.mul(Matrix.sub(last, first), bridge.mean.get(0, 0))),
  Matrix.mul(push, Math.sqrt(bridge.covariance.get(0, 0))),
);

/** An interpolant of two normal distributions, whose own mean and variance say how its places move on average. */
const ends = { from: { mean: 0.4, variance: 0.7 }, to: { mean: -1.1, variance: 2.2 } };
const factors = [
  (s: number) => Math.cos((Math.PI * s) / 2),
  (s: number) => s ** 2,
  (s: number) => s * (1 - s),
];
const weights = (s: number) => factors.map((factor) => factor(s));
const slopes = (s: number) => factors.map((factor) => derivative(factor, s));
const means = [ends.from.mean, ends.to.mean, 0];
const variances = [ends.from.variance, ends.to.variance, 1];
const dot = (...lists: readonly (readonly number[])[]) =>
  means.reduce((sum, _, k) => sum + lists.reduce((product, list) => product * (list[k] ?? 0), 1), 0);
const velocity = (s: number, place: number, speeds: readonly number[]) => {
  const joint = {
    mean: vector([dot(speeds, means), dot(weights(s), means)]),
    covariance: matrix([
      [dot(speeds, speeds, variances), dot(speeds, weights(s), variances)],
      [dot(speeds, weights(s), variances), dot(weights(s), weights(s), variances)],
    ]),
  };
  return conditioned(joint, [0], [1], vector([place])).mean.get(0, 0);
};
const meanAt = (s: number) => dot(weights(s), means);
const widthAt = (s: number) => Math.sqrt(dot(weights(s), weights(s), variances));

export const interpolants: readonly Check[] = [
  latexCheck('stochastic-interpolant', {
    states: 'a Brownian bridge, by conditioning on its end',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t}': bridged,
          '\\mathbf{x}_{0}': first,
          '\\mathbf{x}_{1}': last,
          '\\mathbf{z}': push,
          '\\alpha': (s: number) => 1 - s,
          '\\beta': (s: number) => s,
          '\\gamma': (s: number) => Math.sqrt(s * (1 - s)),
          t: share,
        },
      },
    ],
  }),
  functionCheck('stochastic-interpolant-velocity', {
    states: 'how the mean and the width of the interpolant change',
    formula: () => [-0.6, 0.2, 1.4].map((place) => velocity(0.35, place, slopes(0.35))),
    against: () =>
      [-0.6, 0.2, 1.4].map(
        (place) =>
          derivative(meanAt, 0.35) + ((place - meanAt(0.35)) * derivative(widthAt, 0.35)) / widthAt(0.35),
      ),
    mutants: {
      'without the noise': () =>
        [-0.6, 0.2, 1.4].map((place) => velocity(0.35, place, [...slopes(0.35).slice(0, 2), 0])),
      'with the factors themselves': () =>
        [-0.6, 0.2, 1.4].map((place) => velocity(0.35, place, weights(0.35))),
    },
  }),
];
