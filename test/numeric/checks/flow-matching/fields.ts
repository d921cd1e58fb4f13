import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative, gradient } from '../../differences';
import { conditioned, densityAt } from '../../gaussians';
import { matrix, vector } from '../../given';
import { integral } from '../../operators';
import { integrate } from '../../quadrature';

const bell = (x: number, mean: number, variance: number) =>
  Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** A normal cloud that turns, drifts and widens, in closed form. */
const time = 0.6;
const centre = (t: number) => vector([0.5 * t, 1 - t ** 2]);
const width = (t: number) => 1 + 0.8 * t;
const cloud = (x: Matrix, t: number) =>
  densityAt(x, {
    mean: centre(t),
    covariance: matrix([
      [width(t) ** 2, 0],
      [0, 0.7],
    ]),
  });
const speed = (x: Matrix, t: number) => {
  const stretch = (0.8 / width(t)) * (x.get(0, 0) - 0.5 * t);
  return vector([0.5 + stretch, -2 * t]);
};
const place = vector([0.8, 0.1]);
const divergence = (field: (x: Matrix) => Matrix, x: Matrix) =>
  [0, 1].reduce((sum, i) => sum + gradient((y) => field(y).get(i, 0), x).get(i, 0), 0);
const outflow = (field: (x: Matrix) => Matrix) =>
  divergence((x) => Matrix.mul(field(x), cloud(x, time)), place);

/** A flow along a linear field, by its exponential. */
const field = matrix([
  [0.2, -0.9],
  [1.1, 0.4],
]);
const flowed = (x: Matrix, t: number) => {
  let [sum, term] = [x, x];
  for (let n = 1; n < 30; n++) {
    term = field.mmul(term).mul(t / n);
    sum = Matrix.add(sum, term);
  }
  return sum;
};
const speedOf = (path: (t: number) => Matrix, t: number) =>
  vector([0, 1].map((i) => derivative((s) => path(s).get(i, 0), t)));

/** Noise and data on the line: straight paths of a least width to data of a normal mixture. */
const least = 0.3;
const data = (x1: number) => 0.4 * bell(x1, -1.1, 0.2) + 0.6 * bell(x1, 0.9, 0.35);
const widthAt = (t: number) => 1 - (1 - least) * t;
const conditional = (x: number, x1: number, t: number) => bell(x, t * x1, widthAt(t) ** 2);
const marginal = (x: number, t: number) =>
  0.4 * bell(x, -1.1 * t, 0.2 * t ** 2 + widthAt(t) ** 2) +
  0.6 * bell(x, 0.9 * t, 0.35 * t ** 2 + widthAt(t) ** 2);
/** What flows through a place: how fast the mass on its left side falls. */
const flux = (x: number, t: number) => {
  const left = (s: number) => integrate((y) => marginal(y, s), -12, x);
  return -derivative(left, t) / marginal(x, t);
};
const overData = integral('\\mathbf{x}_{1}', -8, 8);
const density = (x: number, x1: number | undefined) =>
  x1 === undefined ? marginal(x, time) : conditional(x, x1, time);

const towards = (x: number, x1: number) => (x1 - (1 - least) * x) / widthAt(time);
const wave = (x: number) => Math.sin(x);
const line = (x: number) => 0.4 - 0.3 * x;
const conditionalLoss = (network: (x: number) => number, share: number) =>
  integrate(
    (x1) =>
      data(x1) *
      integrate(
        (x) => conditional(x, x1, time) * (network(x) - share * towards(x, x1)) ** 2,
        time * x1 - 6,
        time * x1 + 6,
        1e-9,
      ),
    -6,
    6,
    1e-8,
  );
const marginalLoss = (network: (x: number) => number) =>
  integrate((x) => marginal(x, time) * (network(x) - flux(x, time)) ** 2, -5, 5, 1e-8);

/** Data and noise mixed with other factors, so that the score is that of the mixture of both. */
const factors = { data: (t: number) => Math.sin(1.4 * t), noise: (t: number) => Math.cos(t) };
const mixed = (x: number, t: number) => {
  const [a, s] = [factors.data(t), factors.noise(t)];
  return 0.4 * bell(x, -1.1 * a, 0.2 * a ** 2 + s ** 2) + 0.6 * bell(x, 0.9 * a, 0.35 * a ** 2 + s ** 2);
};
const mixedFlux = (x: number, t: number) => {
  const left = (s: number) => integrate((y) => mixed(y, s), -12, x);
  return -derivative(left, t) / mixed(x, t);
};

/** Independent normal noise and data on straight lines: the mean of their difference, given the point between. */
const [noise, target] = [
  { mean: 0.3, variance: 1.4 },
  { mean: -0.8, variance: 0.5 },
];
const meanDifference = (x: number, t: number, weights: readonly [number, number]) => {
  const [a, b] = weights;
  const joint = {
    mean: vector([b * target.mean + a * noise.mean, (1 - t) * noise.mean + t * target.mean]),
    covariance: matrix([
      [
        b ** 2 * target.variance + a ** 2 * noise.variance,
        b * t * target.variance + a * (1 - t) * noise.variance,
      ],
      [
        b * t * target.variance + a * (1 - t) * noise.variance,
        (1 - t) ** 2 * noise.variance + t ** 2 * target.variance,
      ],
    ]),
  };
  return conditioned(joint, [0], [1], vector([x])).mean.get(0, 0);
};
const lineFlux = (x: number, t: number) => {
  const at = (y: number, s: number) =>
    bell(y, (1 - s) * noise.mean + s * target.mean, (1 - s) ** 2 * noise.variance + s ** 2 * target.variance);
  return -derivative((s) => integrate((y) => at(y, s), -14, x), t) / at(x, t);
};
const xs = [-0.7, 0.4, 1.3];

export const fields: readonly Check[] = [
  functionCheck('continuity-equation', {
    states: 'a normal cloud that drifts and widens',
    formula: () => derivative((t) => cloud(place, t), time) + outflow((x) => speed(x, time)),
    against: () => 0,
    mutants: {
      'with the other sign': () => derivative((t) => cloud(place, t), time) - outflow((x) => speed(x, time)),
      'without the gradient of the density': () =>
        derivative((t) => cloud(place, t), time) +
        cloud(place, time) * divergence((x) => speed(x, time), place),
    },
  }),
  functionCheck('flow-matching-conditional-loss', {
    states: 'the marginal loss, from which it differs by a constant, for two networks',
    tolerance: 1e-6,
    formula: () => conditionalLoss(wave, 1) - conditionalLoss(line, 1),
    against: () => marginalLoss(wave) - marginalLoss(line),
    mutants: {
      'twice the target': () => conditionalLoss(wave, 2) - conditionalLoss(line, 2),
    },
  }),
  latexCheck('flow-matching-gaussian-path', {
    states: 'the derivative of the path of a point of noise',
    cases: [
      {
        given: {
          '\\mathbf{u}_{t}(\\mathbf{x} \\mid \\mathbf{x}_{1})': speedOf(
            (t) => Matrix.add(centre(t), Matrix.mul(place, width(t))),
            time,
          ),
          '\\mathbf{x}': Matrix.add(centre(time), Matrix.mul(place, width(time))),
          '\\boldsymbol{\\mu}_{t}(\\mathbf{x}_{1})': centre(time),
          "\\boldsymbol{\\mu}_{t}'(\\mathbf{x}_{1})": vector([0.5, -2 * time]),
          '\\sigma_{t}(\\mathbf{x}_{1})': width(time),
          "\\sigma_{t}'(\\mathbf{x}_{1})": 0.8,
        },
      },
    ],
  }),
  latexCheck('flow-matching-marginal-field', {
    states: 'what flows through a place, by the mass on one side of it',
    tolerance: 1e-6,
    cases: xs.map((x) => ({
      given: {
        '\\mathbf{u}_{t}(\\mathbf{x})': flux(x, time),
        '\\mathbf{u}_{t}': towards,
        '\\mathbf{x}': x,
        'p_{t}': density,
        q: data,
        '\\int': overData,
      },
    })),
  }),
  latexCheck('flow-matching-marginal-path', {
    states: 'the sum of normal data and normal noise',
    cases: xs.map((x) => ({
      given: {
        'p_{t}(\\mathbf{x})': marginal(x, time),
        'p_{t}': density,
        '\\mathbf{x}': x,
        q: data,
        '\\int': overData,
      },
    })),
  }),
  functionCheck('flow-matching-ode', {
    states: 'the exponential of a linear field',
    formula: () => [...field.mmul(flowed(place, time)).to1DArray(), ...flowed(place, 0).to1DArray()],
    against: () => [...speedOf((t) => flowed(place, t), time).to1DArray(), ...place.to1DArray()],
    mutants: {
      'the field at the start': () => [...field.mmul(place).to1DArray(), ...place.to1DArray()],
    },
  }),
  latexCheck('flow-matching-score', {
    states: 'what flows through a place, by the mass on one side of it',
    tolerance: 1e-6,
    cases: xs.map((x) => ({
      given: {
        '\\mathbf{u}_{t}(\\mathbf{x})': mixedFlux(x, time),
        '\\mathbf{x}': x,
        'p_{t}': (at: number) => mixed(at, time),
        '\\alpha_{t}': factors.data(time),
        '\\dot{\\alpha}_{t}': derivative(factors.data, time),
        '\\sigma_{t}': factors.noise(time),
        '\\dot{\\sigma}_{t}': derivative(factors.noise, time),
      },
    })),
  }),
  functionCheck('rectified-flow-velocity', {
    states: 'what flows through a place, by the mass on one side of it',
    tolerance: 1e-6,
    formula: () => xs.map((x) => meanDifference(x, 0.4, [-1, 1])),
    against: () => xs.map((x) => lineFlux(x, 0.4)),
    mutants: { 'the sum': () => xs.map((x) => meanDifference(x, 0.4, [1, 1])) },
  }),
];
