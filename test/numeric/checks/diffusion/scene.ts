import { Matrix } from 'ml-matrix';
import { conditioned, densityAt, type Gaussian } from '../../gaussians';
import { from, identity, vector } from '../../given';

/** A point in two dimensions and the noises of three steps, with the variance that each step adds. */
export const betas = [0.19, 0.36, 0.51];
export const clean = vector([1.3, -0.7]);
export const noises = [vector([0.4, 1.1]), vector([-0.9, 0.2]), vector([0.6, -1.4])];

/** The chain, run step by step, from the data on. */
function run(): readonly Matrix[] {
  const path = [clean];
  for (const [k, noise] of noises.entries()) {
    const beta = betas[k] ?? Number.NaN;
    path.push(plus([Math.sqrt(1 - beta), path[k] ?? clean], [Math.sqrt(beta), noise]));
  }
  return path;
}

/** A weighted sum of columns. */
export function plus(...parts: readonly (readonly [number, Matrix])[]): Matrix {
  const zero = Matrix.zeros(parts[0]?.[1].rows ?? 0, 1);
  return parts.reduce((sum, [factor, part]) => Matrix.add(sum, Matrix.mul(part, factor)), zero);
}

export const chain = run();

/** All steps of a component of the chain as one normal distribution, for data of unit variance. */
function jointOfSteps(): Gaussian {
  const moves = [1, ...betas.map(Math.sqrt)];
  // Row t holds what the data and each noise contribute to x_t.
  const shares = moves.map((_, t) =>
    moves.map((size, s) =>
      s > t ? 0 : betas.slice(s, t).reduce((share, beta) => share * Math.sqrt(1 - beta), size),
    ),
  );
  const factor = new Matrix(shares);
  return { mean: Matrix.zeros(moves.length, 1), covariance: factor.mmul(factor.transpose()) };
}

const unitData = jointOfSteps();

/** How much of the data is left at each step: the slope of the regression of the step on the data. */
export const signals = [0, 1, 2, 3].map((k) =>
  k === 0 ? 1 : conditioned(unitData, [k], [0], vector([1])).mean.get(0, 0),
);

/** The variance that noise has brought until each step. */
export const blurs = [0, 1, 2, 3].map((k) =>
  k === 0 ? 0 : conditioned(unitData, [k], [0], vector([0])).covariance.get(0, 0),
);

export const alphaBars = signals.map((signal) => signal ** 2);
export const alphaBar = from(0, alphaBars);
export const alphas = betas.map((beta) => 1 - beta);

export const number = (list: readonly number[], k: number) => list[k] ?? Number.NaN;
export const column = (list: readonly Matrix[], k: number) => list[k] ?? vector([Number.NaN, Number.NaN]);

/** The noise of all steps up to one, merged. */
export const merged = (t: number) =>
  Matrix.sub(column(chain, t), Matrix.mul(clean, number(signals, t))).mul(1 / Math.sqrt(number(blurs, t)));

/** The mean of a step after the first, given the one after it and the data, component by component. */
export const meanBetween = (t: number, later: Matrix, data: Matrix) =>
  vector(
    [0, 1].map((i) =>
      conditioned(unitData, [t - 1], [t, 0], vector([later.get(i, 0), data.get(i, 0)])).mean.get(0, 0),
    ),
  );

/** The normal distribution of that step, for the data and the path of this scene. */
export const undone = (t: number) => ({
  mean: meanBetween(t, column(chain, t), clean),
  variance: conditioned(unitData, [t - 1], [t, 0], vector([0, 0])).covariance.get(0, 0),
});

export const steps = [1, 2, 3];
export const x = from(0, chain);

const component = (i: number, times: readonly number[]) =>
  vector(times.map((t) => column(chain, t).get(i, 0)));

/** The density of some steps, given others; the components are independent. */
export const stretch = (wanted: readonly number[], seen: readonly number[]) =>
  [0, 1].reduce(
    (product, i) =>
      product * densityAt(component(i, wanted), conditioned(unitData, wanted, seen, component(i, seen))),
    1,
  );

export const normal = (at: Matrix, mean: Matrix, covariance: Matrix) => densityAt(at, { mean, covariance });
const timeOf = (state: Matrix) => chain.findIndex((place) => Matrix.sub(place, state).norm() === 0);

/** The density of a step given one next to it; which they are is read off the states themselves. */
export const between = (to: Matrix, given: Matrix) => {
  const alpha = number(alphas, Math.max(timeOf(to), timeOf(given)) - 1);
  return Math.abs(timeOf(to) - timeOf(given)) === 1
    ? densityAt(to, {
        mean: Matrix.mul(given, Math.sqrt(alpha)),
        covariance: identity(2).mul(1 - alpha),
      })
    : Number.NaN;
};
