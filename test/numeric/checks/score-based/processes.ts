import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative } from '../../differences';
import { densityAt } from '../../gaussians';
import { identity, matrix, vector } from '../../given';

const start = vector([1.4, -0.8]);
const later = vector([0.6, 0.3]);
const normal = (x: Matrix, mean: Matrix, covariance: Matrix) => densityAt(x, { mean, covariance });
const path = (t: number) => (t === 0 ? start : t === 1.3 ? later : vector([Number.NaN, Number.NaN]));

/** Mean and variance of a linear process that starts at a place, by many small steps of fourth order. */
function settledMoments(
  from: number,
  until: number,
  drift: (mean: number, t: number) => number,
  noise: (t: number) => number,
): { readonly mean: number; readonly variance: number } {
  const slope = (t: number) => drift(1, t) - drift(0, t);
  const change = (t: number, [m, v]: readonly [number, number]): readonly [number, number] => [
    drift(m, t),
    2 * slope(t) * v + noise(t) ** 2,
  ];
  const count = 200;
  const h = until / count;
  let [mean, variance] = [from, 0];
  for (let k = 0; k < count; k++) {
    const t = k * h;
    const a = change(t, [mean, variance]);
    const b = change(t + h / 2, [mean + (h / 2) * a[0], variance + (h / 2) * a[1]]);
    const c = change(t + h / 2, [mean + (h / 2) * b[0], variance + (h / 2) * b[1]]);
    const d = change(t + h, [mean + h * c[0], variance + h * c[1]]);
    mean += (h / 6) * (a[0] + 2 * b[0] + 2 * c[0] + d[0]);
    variance += (h / 6) * (a[1] + 2 * b[1] + 2 * c[1] + d[1]);
  }
  return { mean, variance };
}

const rate = (t: number) => 0.4 + 1.2 * t;
const level = (t: number) => 0.2 + 0.7 * t;

/** The density of the later state in two dimensions, by the moments of each component. */
const arrivalDensity = (drift: (m: number, t: number) => number, noise: (t: number) => number) =>
  [0, 1].reduce((product, i) => {
    const { mean, variance } = settledMoments(start.get(i, 0), 1.3, drift, noise);
    const place = { mean: vector([mean]), covariance: matrix([[variance]]) };
    return product * densityAt(vector([later.get(i, 0)]), place);
  }, 1);

const reverting = { pull: 0.8, centre: 0.4, noise: 0.9 };
const reverted = settledMoments(
  1.7,
  1.3,
  (m) => reverting.pull * (reverting.centre - m),
  () => reverting.noise,
);

/** A function of the state and the time, at a state with a drift and noise. */
const phi = (x: number, t: number) => x ** 3 * t + x ** 2;
const [x, t, drift, noise] = [0.7, 1.3, 0.5, 1.6];
/** Its mean after a time: the mean of a cube is that of the centre and three times the variance. */
const meanAfter = (h: number) => {
  const [centre, variance] = [x + drift * h, noise ** 2 * h];
  return (centre ** 3 + 3 * centre * variance) * (t + h) + centre ** 2 + variance;
};
const ito = (half: number) => [
  derivative((s) => phi(x, s), t) +
    drift * derivative((y) => phi(y, t), x) +
    half * noise ** 2 * derivative((z) => derivative((y) => phi(y, t), z), x),
  noise * derivative((y) => phi(y, t), x),
];

export const processes: readonly Check[] = [
  latexCheck('euler-maruyama', {
    states: 'a case worked by hand',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t + h}': vector([2.6, -2.05]),
          '\\mathbf{x}_{t}': vector([1, -2]),
          '\\mathbf{f}': (at: Matrix, time: number) => Matrix.mul(at, time),
          g: (time: number) => time - 1,
          '\\mathbf{z}': vector([0.4, 1.3]),
          h: 0.25,
          t: 4,
        },
      },
    ],
  }),
  functionCheck('ito-lemma', {
    states: 'the mean of a cubic after a short time, and its change with the noise',
    formula: () => ito(0.5),
    against: () => [derivative(meanAfter, 0), derivative((w) => phi(x + noise * w, t), 0)],
    mutants: { 'without the half': () => ito(1), 'as without noise': () => ito(0) },
  }),
  latexCheck('langevin-annealed', {
    states: 'a case worked by hand',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t}': vector([0.7, 3.02]),
          '\\mathbf{x}_{t-1}': vector([1, 2]),
          '\\alpha_{i}': 0.36,
          '\\epsilon': 0.04,
          '\\sigma': [5, 1.5, 1, 0.5],
          L: 4,
          i: 2,
          '\\mathbf{s}_{\\theta}': (at: Matrix, sigma: number) =>
            Matrix.mul(Matrix.sub(vector([0, 4]), at), sigma + 0.5),
          '\\mathbf{z}_{t}': vector([0.1, 0.5]),
        },
      },
    ],
  }),
  latexCheck('ornstein-uhlenbeck-transition', {
    states: 'mean and variance by many small steps',
    cases: [
      {
        given: {
          'p(x_{t} \\mid x_{0})': densityAt(vector([0.9]), {
            mean: vector([reverted.mean]),
            covariance: matrix([[reverted.variance]]),
          }),
          '\\mathcal{N}': (at: number, mean: number, variance: number) =>
            Math.exp(-((at - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance),
          'x_{t}': 0.9,
          'x_{0}': 1.7,
          '\\mu': reverting.centre,
          '\\theta': reverting.pull,
          '\\sigma': reverting.noise,
          t: 1.3,
        },
      },
    ],
  }),
  unchecked('sde-forward', 'definition'),
  latexCheck('sde-variance-exploding-kernel', {
    states: 'mean and variance by many small steps',
    cases: [
      {
        given: {
          'p(\\mathbf{x}(t) \\mid \\mathbf{x}(0))': arrivalDensity(
            () => 0,
            (time) => Math.sqrt(derivative((s) => level(s) ** 2, time)),
          ),
          '\\mathcal{N}': normal,
          '\\mathbf{x}': path,
          '\\sigma': level,
          '\\mathbf{I}': identity(2),
          t: 1.3,
        },
      },
    ],
  }),
  latexCheck('sde-variance-preserving-kernel', {
    states: 'mean and variance by many small steps',
    cases: [
      {
        given: {
          'p(\\mathbf{x}(t) \\mid \\mathbf{x}(0))': arrivalDensity(
            (m, time) => (-rate(time) / 2) * m,
            (time) => Math.sqrt(rate(time)),
          ),
          '\\mathcal{N}': normal,
          '\\mathbf{x}': path,
          '\\beta': rate,
          '\\mathbf{I}': identity(2),
          t: 1.3,
        },
      },
    ],
  }),
];
