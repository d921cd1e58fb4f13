import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { densityAt, type Gaussian } from '../../gaussians';
import { computed, matrix, vector } from '../../given';
import { minimizer } from '../../golden-section';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { settledOn } from '../../stationary';

const { exp, log, PI, sqrt } = Math;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
const normal = (x: number, mean: number, deviation: number) =>
  exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * sqrt(2 * PI));

/** Three energies and what Metropolis' chain settles on, which proposes each other state equally often. */
const ENERGIES = [0.4, 1.7, -0.9];
const TEMPERATURE = 1.6;
const accepted = (from: number, to: number) =>
  from === to ? 0 : Math.min(1, exp((at(ENERGIES, from) - at(ENERGIES, to)) / TEMPERATURE)) / 2;
const STATES = [0, 1, 2];
const settled = settledOn(
  new Matrix(
    STATES.map((from) => {
      const leaving = STATES.map((to) => accepted(from, to));
      return STATES.map((to) => (to === from ? 1 - total(leaving) : at(leaving, to)));
    }),
  ),
);

/** Two states: the least mean energy less temperature times entropy, over all chances. */
const PAIR = [0.4, 2.1];
const entropyOf = (p: readonly number[]) => -total(p.map((mass) => mass * log(mass)));
const meanOf = (p: readonly number[]) => total(p.map((mass, i) => mass * at(PAIR, i)));
const energyLess = (chance: number, temperature: number) =>
  meanOf([chance, 1 - chance]) - temperature * entropyOf([chance, 1 - chance]);

/** A model of four places with one parameter, in which the energy is not linear. */
const PLACES = [0, 1, 2, 3];
const energyOf = (theta: number, x: number) => Math.sin(theta * x) + 0.3 * theta ** 2 * x - 0.2 * x;
const partition = (theta: number) => total(PLACES.map((x) => exp(-energyOf(theta, x))));
const chanceOf = (theta: number, x: number) => exp(-energyOf(theta, x)) / partition(theta);

/** A chain that leaves the model unchanged, and data after one of its steps. */
const MODEL = settled;
const DATA = [0.5, 0.2, 0.3];
const stepped = STATES.map((to) =>
  total(
    STATES.map((from) => {
      const leaving = total(STATES.map((other) => accepted(from, other)));
      return at(DATA, from) * (from === to ? 1 - leaving : accepted(from, to));
    }),
  ),
);
const costOf = (p: readonly number[]) =>
  total(p.map((mass, i) => (mass * at(ENERGIES, i)) / TEMPERATURE)) - entropyOf(p);
const divergenceOf = (p: readonly number[], q: readonly number[]) =>
  total(p.map((mass, i) => mass * log(mass / at(q, i))));

/** A density in the plane, and its energy up to a constant. */
const cloud: Gaussian = {
  mean: vector([0.5, -1]),
  covariance: matrix([
    [1.2, 0.5],
    [0.5, 0.8],
  ]),
};
const precision = matrix([
  [0.8 / 0.71, -0.5 / 0.71],
  [-0.5 / 0.71, 1.2 / 0.71],
]);
const bowl = (x: Matrix) => {
  const gap = Matrix.sub(x, cloud.mean);
  return gap.dot(precision.mmul(gap)) / 2 + 3;
};

/** Logits of a classifier that is a mixture of two normal densities, up to a constant. */
const classes = [
  { share: 0.3, mean: -1, deviation: 0.7 },
  { share: 0.7, mean: 1.2, deviation: 1.1 },
];
const jointly = (x: number, y: number) => {
  const { share, mean, deviation } = classes[y - 1] ?? { share: Number.NaN, mean: 0, deviation: 1 };
  return share * normal(x, mean, deviation);
};

/** Chains of Langevin's steps on the energy `k x² / 2`, whose variance settles on a known value. */
const settledVariance = (step: number, noise: number, force: number) => {
  let variance = 1;
  for (let i = 0; i < 400; i++) variance = (1 - force * step) ** 2 * variance + noise;
  return variance;
};

const logisticEnergy = (x: number) => x + 2 * log(1 + exp(-x)) + 0.8;

export const densities: readonly Check[] = [
  latexCheck('boltzmann-distribution', {
    states: 'what Metropolis’ chain settles on',
    cases: [1, 2, 3].map((i) => ({
      given: { p: settled, E: ENERGIES, 'k_{\\mathrm{B}}': 0.8, T: 2, M: 3, i },
    })),
  }),
  latexCheck('boltzmann-free-energy', {
    states: 'the least free energy over all distributions of two states',
    cases: [1.6, 0.4].map((temperature) => {
      const best = minimizer((chance) => energyLess(chance, temperature), 1e-6, 1 - 1e-6);
      return {
        given: {
          F: energyLess(best, temperature),
          T: temperature,
          Z: total(PAIR.map((energy) => exp(-energy / temperature))),
          U: meanOf([best, 1 - best]),
          S: entropyOf([best, 1 - best]),
        },
      };
    }),
  }),
  latexCheck('contrastive-divergence-objective', {
    states: 'mean energies and entropies after one step of a chain, without the partition function',
    cases: [
      {
        given: {
          '\\operatorname{CD}_{k}': costOf(DATA) - costOf(stepped),
          'p_{0}': DATA,
          'p_{k}': stepped,
          'p_{\\infty}': MODEL,
          'D_{\\mathrm{KL}}': divergenceOf,
        },
      },
    ],
  }),
  functionCheck('ebm-langevin', {
    states: 'the variance that the steps settle on, which tends to that of the density',
    formula: () => {
      const [coarse, fine] = [0.02, 0.01].map((step) => settledVariance(step / 2, step, 2.5));
      // The error is proportional to the step, so this takes it out.
      return 2 * (fine ?? Number.NaN) - (coarse ?? Number.NaN);
    },
    against: () => 1 / 2.5,
    tolerance: 1e-3,
    mutants: {
      'without the half': () => settledVariance(0.01, 0.01, 2.5),
      'the noise’s deviation as its variance': () => settledVariance(0.005, 0.01 ** 2, 2.5),
    },
  }),
  latexCheck('ebm-log-likelihood-gradient', {
    states: 'finite differences of the log-probability of four places',
    cases: [
      [0.7, 2],
      [-1.1, 3],
    ].map(([theta = 0, x = 0]) => ({
      given: {
        '\\theta': theta,
        '\\mathbf{x}': x,
        "\\mathbf{x}'": 0,
        'p_{\\theta}(\\mathbf{x})': computed((get) => chanceOf(get('\\theta'), get('\\mathbf{x}'))),
        'E_{\\theta}': computed((get) => (place: number) => energyOf(get('\\theta'), place)),
        "\\mathbb{E}_{p_{\\theta}(\\mathbf{x}')}": expectation(
          "\\mathbf{x}'",
          PLACES,
          PLACES.map((place) => chanceOf(theta, place)),
        ),
      },
    })),
    tolerance: 1e-6,
  }),
  latexCheck('ebm-score', {
    states: 'a normal density in the plane, whitened',
    cases: [
      {
        given: {
          '\\mathbf{x}': vector([1.1, 0.4]),
          'p_{\\theta}': (x: Matrix) => densityAt(x, cloud),
          'E_{\\theta}': bowl,
        },
      },
    ],
    tolerance: 1e-6,
  }),
  latexCheck('ebm-training-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': 3 + 2 + 0.1 * (9 + 4),
          '\\alpha': 0.1,
          'E_{\\theta}(\\mathbf{x}^{+})': 3,
          'E_{\\theta}(\\mathbf{x}^{-})': -2,
        },
      },
    ],
  }),
  functionCheck('energy-based-model', {
    states: 'a logistic density, whose energy is given up to a constant',
    formula: () => exp(-logisticEnergy(0.7)) / integrate((x) => exp(-logisticEnergy(x)), -60, 60),
    against: () => derivative((x) => 1 / (1 + exp(-x)), 0.7),
    mutants: {
      'without the partition function': () => exp(-logisticEnergy(0.7)),
      'the energy with the other sign': () =>
        exp(logisticEnergy(0.7)) / integrate((x) => exp(logisticEnergy(x)), -5, 5),
    },
  }),
  latexCheck('jem-density', {
    states: 'the density of a mixture of two normal distributions',
    cases: [0.4, -1.3].map((x) => ({
      given: {
        'p_{\\theta}(\\mathbf{x})': 0.3 * normal(x, -1, 0.7) + 0.7 * normal(x, 1.2, 1.1),
        '\\mathbf{x}': x,
        K: 2,
        'f_{\\theta}(\\mathbf{x})': [1, 2].map((y) => log(jointly(x, y)) + 1.9),
        'Z(\\theta)': exp(1.9),
      },
    })),
  }),
  latexCheck('jem-loss', {
    states: 'Bayes’ rule for a mixture of two normal distributions',
    cases: [1, 2].map((y) => ({
      given: {
        '\\mathbf{x}': 0.4,
        y,
        'p_{\\theta}(\\mathbf{x}, y)': jointly(0.4, y),
        'p_{\\theta}(\\mathbf{x})': jointly(0.4, 1) + jointly(0.4, 2),
        'p_{\\theta}(y \\mid \\mathbf{x})': 1 / (1 + jointly(0.4, 3 - y) / jointly(0.4, y)),
      },
    })),
  }),
  latexCheck('partition-function-gradient', {
    states: 'finite differences of a sum over four places',
    cases: [0.7, -1.1].map((theta) => ({
      given: {
        '\\theta': theta,
        '\\mathbf{x}': 0,
        'Z(\\theta)': computed((get) => partition(get('\\theta'))),
        'E_{\\theta}': computed((get) => (place: number) => energyOf(get('\\theta'), place)),
        '\\mathbb{E}_{p_{\\theta}(\\mathbf{x})}': expectation(
          '\\mathbf{x}',
          PLACES,
          PLACES.map((place) => chanceOf(theta, place)),
        ),
      },
    })),
    tolerance: 1e-6,
  }),
];
