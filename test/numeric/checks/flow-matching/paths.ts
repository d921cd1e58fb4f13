import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative } from '../../differences';
import { cloudOf } from '../../gaussians';
import { identity, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { valleyOf } from '../../stationary';

const noise = vector([0.4, -1.3]);
const data = vector([1.7, 0.6]);
const least = 0.2;
const mixed = (a: number, x: Matrix, b: number, y: Matrix) => Matrix.add(Matrix.mul(x, a), Matrix.mul(y, b));

/** From noise towards the data point with what is left of the noise there. */
const end = mixed(1, data, least, noise);
const onLine = (t: number) => Matrix.add(noise, Matrix.mul(Matrix.sub(end, noise), t));
const speedOf = (path: (t: number) => Matrix, t: number) =>
  vector([0, 1].map((i) => derivative((s) => path(s).get(i, 0), t)));
const half = mixed(0.65, noise, 0.35, data);

/** Noise and data by a few points each, with just the moments wanted; the network is a line for each time. */
const spread = {
  mean: vector([0.8, -0.3]),
  covariance: matrix([
    [1.4, 0.3],
    [0.3, 0.6],
  ]),
};
const unit = { mean: vector([0, 0]), covariance: identity(2) };
const times = [0.2, 0.7];
const network = (x: Matrix, t: number) => Matrix.add(Matrix.mul(x, 1.5 * t - 0.4), vector([0.3, t]));
const outcomes = times.flatMap((t) =>
  cloudOf(unit).flatMap((x0) => cloudOf(spread).map((x1) => [t, x0, x1])),
);
/** The mean square of `a x_0 + b x_1 + c`, by the moments of both. */
const meanSquare = (a: number, b: number, c: Matrix) => {
  const centre = Matrix.add(Matrix.mul(spread.mean, b), c);
  return 2 * a ** 2 + b ** 2 * spread.covariance.trace() + centre.dot(centre);
};
const lineError = (width: number) => {
  const errors = times.map((t) => {
    const slope = 1.5 * t - 0.4;
    return meanSquare(slope * (1 - (1 - width) * t) + 1 - width, slope * t - 1, vector([0.3, t]));
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
};

/** The loss of the network `0.7 x` on straight lines, for a target that points to the data or away from it. */
const rectified = (direction: number) =>
  integrate(
    (t) => {
      const errors = cloudOf(unit).flatMap((x0) =>
        cloudOf(spread).map((x1) => {
          const error = Matrix.sub(
            mixed(-direction, x0, direction, x1),
            mixed(0.7 * (1 - t), x0, 0.7 * t, x1),
          );
          return error.dot(error);
        }),
      );
      return errors.reduce((sum, error) => sum + error, 0) / errors.length;
    },
    0,
    1,
  );

const [location, scale] = [0.6, 1.3];
const inside = (t: number) => {
  const at = (Math.log(t) - Math.log(1 - t) - location) / scale;
  return integrate((z) => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI), -12, at);
};

/** The time at a number of pixels that leaves a flat image as uncertain as another time does at another number. */
const uncertainty = (t: number, pixels: number) => t / (1 - t) / Math.sqrt(pixels);
const equallyUncertain = (t: number, from: number, to: number) =>
  valleyOf((s) => Math.log(uncertainty(s, to) / uncertainty(t, from)) ** 2, 1e-6, 1 - 1e-6);

/** A flow on the line whose paths are known: `z' = k t z`. */
const pull = 0.8;
const travelled = (z: number, from: number, to: number) => z * Math.exp((pull * (to ** 2 - from ** 2)) / 2);
const velocity = (z: number, t: number) => pull * t * z;
const [r, t, start] = [0.3, 0.9, 1.4];
const average = (z: number, from: number, to: number) => (z - travelled(z, to, from)) / (to - from);
const meanSpeed = (duration: number, from: number, to: number) =>
  integrate((tau) => velocity(travelled(start, 0, tau), tau), from, to) / duration;
const meanFlow = (total: boolean) => {
  const here = travelled(start, 0, t);
  const alongTime = derivative((s) => average(here, r, s), t);
  const alongPath = derivative((z) => average(z, r, t), here) * velocity(here, t);
  return velocity(here, t) - (t - r) * (alongTime + (total ? alongPath : 0));
};

/** A quarter of a circle at constant speed, whose chord is `√2`. */
const arc = (s: number) => [Math.cos((Math.PI * s) / 2), Math.sin((Math.PI * s) / 2)];
const along = (i: number, s: number) => derivative((u) => arc(u)[i] ?? Number.NaN, s);
const straightness = (power: number) =>
  integrate((s) => Math.hypot(-1 - along(0, s), 1 - along(1, s)) ** power, 0, 1, 1e-9);

export const paths: readonly Check[] = [
  latexCheck('flow-matching-euler-step', {
    states: 'a straight path at constant speed, which the step follows exactly',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t}': half,
          '\\mathbf{x}_{t + h}': mixed(0.4, noise, 0.6, data),
          '\\mathbf{v}_{\\theta}': (x: Matrix, time: number) => Matrix.sub(x, noise).mul(1 / time),
          h: 0.25,
          t: 0.35,
        },
      },
    ],
  }),
  latexCheck('flow-matching-guidance', {
    states: 'a case worked by hand',
    cases: [
      {
        given: {
          '\\tilde{\\mathbf{v}}_{\\theta}(\\mathbf{x}, t, \\mathbf{c})': vector([9.5, -1]),
          '\\mathbf{v}_{\\theta}': (x: Matrix, time: number, c: Matrix | undefined) =>
            c === undefined ? Matrix.mul(x, time) : Matrix.add(Matrix.mul(x, time), c),
          '\\mathbf{x}': vector([4, -2]),
          '\\mathbf{c}': vector([3, 0]),
          s: 2.5,
          t: 0.5,
        },
      },
    ],
  }),
  latexCheck('flow-matching-linear-loss', {
    states: 'a linear network, by the moments of noise and data',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': lineError(least),
          '\\mathbb{E}_{t, \\mathbf{x}_{0}, \\mathbf{x}_{1}}': expectation(
            ['t', '\\mathbf{x}_{0}', '\\mathbf{x}_{1}'],
            outcomes,
            outcomes.map(() => 1 / outcomes.length),
          ),
          '\\mathbf{v}_{\\theta}': network,
          '\\sigma_{\\min}': least,
        },
      },
    ],
  }),
  latexCheck('flow-matching-linear-path', {
    states: 'the line to where the noise ends, and its derivative',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t}': onLine(0.3),
          '\\mathbf{x}_{0}': noise,
          '\\mathbf{x}_{1}': data,
          '\\mathbf{u}_{t}(\\mathbf{x}_{t} \\mid \\mathbf{x}_{1})': speedOf(onLine, 0.3),
          '\\sigma_{\\min}': least,
          t: 0.3,
        },
      },
    ],
  }),
  latexCheck('flow-matching-logit-normal', {
    states: 'the derivative of the distribution function of a sigmoid of a normal number',
    cases: [0.3, 0.8].map((time) => ({
      given: {
        '\\pi(t; m, s)': derivative(inside, time),
        m: location,
        s: scale,
        t: time,
        '\\operatorname{logit}': (at: number) => -Math.log(1 / at - 1),
      },
    })),
  }),
  unchecked('flow-matching-loss', 'objective'),
  unchecked('flow-matching-ot-coupling', 'objective'),
  latexCheck('flow-matching-timestep-shift', {
    states: 'the time that leaves a flat image equally uncertain, by search',
    tolerance: 1e-6,
    cases: [0.2, 0.7].map((time) => ({
      given: { 't_{m}': equallyUncertain(time, 16, 100), 't_{n}': time, m: 100, n: 16 },
    })),
  }),
  functionCheck('meanflow-average-velocity', {
    states: 'the way travelled on a known path, over the time',
    formula: () => meanSpeed(t - r, r, t),
    against: () => average(travelled(start, 0, t), r, t),
    mutants: {
      'without the time': () => meanSpeed(1, r, t),
      'from the start': () => meanSpeed(t - r, 0, t),
    },
  }),
  functionCheck('meanflow-identity', {
    states: 'the way travelled on a known path, over the time',
    formula: () => meanFlow(true),
    against: () => average(travelled(start, 0, t), r, t),
    mutants: { 'with the partial derivative': () => meanFlow(false) },
  }),
  functionCheck('rectified-flow-loss', {
    states: 'a linear network, by the moments of noise and data and by the integral in closed form',
    formula: () => rectified(1),
    // With v = k x the error is (1 - k t) x_1 - (1 + k (1 - t)) x_0, and x_0 has no mean.
    against: () => {
      const k = 0.7;
      const ofData = spread.covariance.trace() + spread.mean.dot(spread.mean);
      return (ofData * (1 - (1 - k) ** 3) + 2 * ((1 + k) ** 3 - 1)) / (3 * k);
    },
    mutants: { 'noise and data exchanged in the target': () => rectified(-1) },
  }),
  unchecked('rectified-flow-reflow', 'objective'),
  functionCheck('rectified-flow-straightness', {
    states: 'the mean square speed on a quarter of a circle without that of its chord',
    formula: () => straightness(2),
    against: () => (Math.PI / 2) ** 2 - 2,
    mutants: { 'without the square': () => straightness(1) },
  }),
];
