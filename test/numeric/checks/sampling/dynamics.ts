import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { derivative, gradient } from '../../differences';
import { densityAt } from '../../gaussians';
import { identity, matrix, vector } from '../../given';
import { expectation, summation } from '../../operators';
import { stationaryPoint } from '../../stationary';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** A landscape in two dimensions that is no parabola, and the density over it. */
const potential = (q: Matrix) => {
  const [x = 0, y = 0] = q.to1DArray();
  return 0.25 * x ** 4 + 0.6 * x * y + y ** 2 + 0.3 * Math.sin(y);
};
const size = (q: Matrix) => Math.exp(-potential(q));
const force = (q: Matrix) => gradient(potential, q).mul(-1);

const mass = matrix([
  [1.8, 0.5],
  [0.5, 1.1],
]);
const momentumDensity = (p: Matrix) => densityAt(p, { mean: vector([0, 0]), covariance: mass });
const hamiltonian = (q: Matrix, p: Matrix) => -Math.log(size(q) * momentumDensity(p));

/** Where the scheme of Störmer and Verlet goes, in which no momentum occurs: three positions, a step apart. */
function verlet(q: Matrix, p: Matrix, step: number, inertia: Matrix) {
  const pushed = (at: Matrix) =>
    inverse(inertia)
      .mmul(force(at))
      .mul(step ** 2);
  const velocity = inverse(inertia).mmul(p).mul(step);
  const next = Matrix.add(Matrix.add(q, velocity), Matrix.mul(pushed(q), 0.5));
  const third = Matrix.add(Matrix.sub(Matrix.mul(next, 2), q), pushed(next));
  return { next, third };
}

const place = vector([0.7, -0.4]);
const momentum = vector([1.2, 0.5]);
const step = 0.3;
const leap = verlet(place, momentum, step, mass);

const rate = 0.17;
const noise = vector([0.8, -1.1]);

/** The momentum with which a leapfrog step of unit mass leads from one place to another. */
function thrust(from: Matrix, to: Matrix, by: number): Matrix {
  const away = Matrix.sub(Matrix.sub(to, from), Matrix.mul(force(from), by ** 2 / 2));
  return away.mul(1 / by);
}

const proposed = vector([1.1, -0.9]);

/** Four data points of which two, taken twice, are the minibatch: its gradient is that of all data. */
const minibatch = [1.4, -0.3];
const data = [...minibatch, ...minibatch];
const [priorVariance, noiseVariance] = [2.5, 0.8];
const posterior = {
  precision: 1 / priorVariance + data.length / noiseVariance,
  pull: total(data) / noiseVariance,
};
const slopeOfPrior = (theta: number) => derivative((t) => -(t ** 2) / (2 * priorVariance), theta);
const slopeOfPoint = (x: number, theta: number) =>
  derivative((t) => -((x - t) ** 2) / (2 * noiseVariance), theta);

const particles = [-0.8, 0.3, 1.5];
const logTarget = (x: number) => -0.25 * x ** 4 + 0.4 * x;
const kernel = (x: number, y: number) => Math.exp(-((x - y) ** 2) / 1.3);

/** How fast the KL divergence falls when all particles move along the kernel of a place. */
const descent = (at: number) =>
  derivative((move) => {
    const gains = particles.map((x) => {
      const stretch = 1 + move * derivative((y) => kernel(y, at), x);
      return logTarget(x + move * kernel(x, at)) + Math.log(stretch);
    });
    return total(gains) / particles.length;
  }, 0);

/** A joint distribution of two latent variables of three and two values, and a fixed factor for the second. */
const joint = [
  [0.6, 1.9],
  [2.2, 0.4],
  [0.3, 1.2],
];
const weightOf = ([first = 0, second = 0]: readonly number[]) => joint[first - 1]?.[second - 1] ?? Number.NaN;
const other = [0.35, 0.65];

/** The evidence lower bound for the first factor, by the logarithms of its odds. */
function lowerBound(odds: Matrix): number {
  const factor = factorOf(odds.to1DArray());
  return total(
    factor.flatMap((q, i) =>
      other.map((r, j) => q * r * (Math.log(joint[i]?.[j] ?? Number.NaN) - Math.log(q * r))),
    ),
  );
}

function factorOf(odds: readonly number[]): readonly number[] {
  const weights = [...odds.map(Math.exp), 1];
  return weights.map((weight) => weight / total(weights));
}

const bestFactor = factorOf(stationaryPoint(lowerBound, [0.3, 0.5]));

export const dynamics: readonly Check[] = [
  latexCheck('cavi-update', {
    states: 'the factor with the highest evidence lower bound',
    tolerance: 1e-6,
    cases: bestFactor.map((value, i) => ({
      given: {
        'q_{j}^{*}(\\mathbf{z}_{j})': value,
        p: (_x: number, z: readonly number[] | number) => (typeof z === 'number' ? Number.NaN : weightOf(z)),
        '\\mathbf{x}': 0,
        '\\mathbb{E}_{q_{-j}}': expectation(
          '\\mathbf{z}',
          [
            [i + 1, 1],
            [i + 1, 2],
          ],
          other,
        ),
      },
    })),
  }),
  latexCheck('hmc-acceptance', {
    states: 'the joint density of place and momentum, in balance',
    cases: [
      [place, momentum, leap.next, vector([-0.4, 0.9])],
      [leap.next, vector([-1.4, 1.9]), place, momentum],
    ].map(([q = place, p = place, otherQ = place, otherP = place]) => ({
      given: {
        '\\alpha': Math.min(1, (size(otherQ) * momentumDensity(otherP)) / (size(q) * momentumDensity(p))),
        H: hamiltonian,
        '\\mathbf{q}': q,
        '\\mathbf{p}': p,
        "\\mathbf{q}'": otherQ,
        "\\mathbf{p}'": otherP,
      },
    })),
  }),
  latexCheck('hmc-hamiltonian', {
    states: 'densities of place and momentum',
    cases: [
      {
        given: {
          'H(\\mathbf{q}, \\mathbf{p})': -Math.log(
            (size(place) * momentumDensity(momentum)) / momentumDensity(vector([0, 0])),
          ),
          '\\tilde{\\pi}': size,
          '\\mathbf{q}': place,
          '\\mathbf{p}': momentum,
          '\\mathbf{M}': mass,
        },
      },
    ],
  }),
  latexCheck('hmc-leapfrog', {
    states: 'the scheme of Störmer and Verlet, which knows places only',
    cases: [
      {
        given: {
          '\\mathbf{p}_{t}': momentum,
          '\\mathbf{p}_{t+1/2}': mass.mmul(Matrix.sub(leap.next, place)).mul(1 / step),
          '\\mathbf{p}_{t+1}': mass.mmul(Matrix.sub(leap.third, place)).mul(1 / (2 * step)),
          '\\mathbf{q}_{t}': place,
          '\\mathbf{q}_{t+1}': leap.next,
          '\\epsilon': step,
          '\\mathbf{M}': mass,
          U: potential,
        },
      },
    ],
  }),
  latexCheck('langevin-mala', {
    states: 'the momentum of one leapfrog step, whose density is that of the proposal',
    cases: [
      {
        given: {
          "q(\\mathbf{x}' \\mid \\mathbf{x})":
            densityAt(thrust(place, proposed, Math.sqrt(2 * rate)), {
              mean: vector([0, 0]),
              covariance: identity(2),
            }) /
            (2 * rate),
          '\\mathcal{N}': (x: Matrix, mean: Matrix, covariance: Matrix) => densityAt(x, { mean, covariance }),
          '\\mathbf{x}': place,
          "\\mathbf{x}'": proposed,
          '\\eta': rate,
          p: size,
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  latexCheck('langevin-unadjusted', {
    states: 'one step of the scheme of Störmer and Verlet, with the noise as the momentum',
    cases: [
      {
        given: {
          '\\mathbf{x}_{t+1}': verlet(place, noise, Math.sqrt(2 * rate), identity(2)).next,
          '\\mathbf{x}_{t}': place,
          '\\eta': rate,
          '\\nabla_{\\mathbf{x}} \\log p(\\mathbf{x}_{t})': gradient((x) => Math.log(size(x)), place),
          '\\boldsymbol{\\xi}_{t}': noise,
        },
      },
    ],
  }),
  latexCheck('sgld', {
    states: 'the posterior of a normal mean in closed form',
    cases: [
      {
        given: {
          '\\boldsymbol{\\theta}_{t+1}': 0.6 + 0.05 * (posterior.pull - posterior.precision * 0.6) - 0.23,
          '\\boldsymbol{\\theta}_{t}': 0.6,
          '\\epsilon_{t}': 0.1,
          '\\nabla \\log p': (value: number, theta?: number) =>
            theta === undefined ? slopeOfPrior(value) : slopeOfPoint(value, theta),
          N: 4,
          n: 2,
          '\\mathbf{x}': [minibatch],
          t: 1,
          '\\boldsymbol{\\eta}_{t}': -0.23,
        },
      },
    ],
  }),
  latexCheck('svgd-update', {
    states: 'the fall of the KL divergence, with the stretch of the map, by differences',
    symmetric: ['k'],
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathbf{x}_{i}': 0.3,
          '\\mathbf{x}_{i} \\leftarrow': 0.3 + 0.2 * descent(0.3),
          '\\epsilon': 0.2,
          '\\boldsymbol{\\phi}': descent,
          '\\mathbf{x}': 0.9,
          n: 3,
          k: kernel,
          p: (x: number) => Math.exp(logTarget(x)),
          '\\sum_{j=1}^{n}': summation('\\mathbf{x}_{j}', particles),
        },
      },
    ],
  }),
];
