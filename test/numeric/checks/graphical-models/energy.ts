import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { matrix, vector } from '../../given';
import { settledOn, stationaryPoint } from '../../stationary';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const inner = (a: readonly number[], b: readonly number[]) => total(a.map((value, i) => value * (b[i] ?? 0)));

/** All settings of some units, each with one of two values. */
function settings(count: number, values: readonly [number, number]): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return settings(count - 1, values).flatMap((rest) => values.map((value) => [...rest, value]));
}

/** How probable a setting is if each unit is on, independently, with a probability of its own. */
const chanceOf = (units: readonly number[], on: readonly number[]) =>
  units.reduce((product, unit, i) => product * (unit === 1 ? (on[i] ?? 0) : 1 - (on[i] ?? 0)), 1);

const beta = 0.7;
const couplings = [
  [0, 0.8, -0.5],
  [0.8, 0, 0.35],
  [-0.5, 0.35, 0],
];
const field = [0.4, -0.3, 0.15];
const spins = settings(3, [-1, 1]);

/** What pulls at a spin. */
const pull = (s: readonly number[], i: number) => (field[i] ?? 0) + inner(couplings[i] ?? [], s);

/** What spins settle on if a random one at a time is drawn given the others, as Gibbs sampling does. */
const settled = settledOn(
  new Matrix(
    spins.map((from) =>
      spins.map((to) => {
        const chances = from.map((_, i) => {
          const isReached = to.every((spin, k) => k === i || spin === from[k]);
          return isReached ? sigmoid(2 * beta * (to[i] ?? 0) * pull(from, i)) / 3 : 0;
        });
        return total(chances);
      }),
    ),
  ),
);

const weightOf = (s: readonly number[]) =>
  Math.exp(beta * total(s.map((spin, i) => spin * ((field[i] ?? 0) + pull(s, i)))) * 0.5);

/** The free energy of independent spins with given means, by brute force. */
function meanFieldEnergy(m: Matrix): number {
  const on = m.to1DArray().map((mean) => (1 + mean) / 2);
  return total(
    spins.map((s) => {
      const q = chanceOf(s, on);
      return q * (Math.log(q) - Math.log(weightOf(s)));
    }),
  );
}

type Table = readonly (readonly number[])[];

const biasV = [0.3, -0.5, 0.2];
const biasH = [-0.4, 0.6];
const weights = [
  [0.9, -0.7],
  [-0.3, 1.1],
  [0.5, 0.4],
];
const visible = settings(3, [0, 1]);
const hidden = settings(2, [0, 1]);
const pairs = visible.flatMap((v) => hidden.map((h) => ({ v, h })));
const column = (w: Table, j: number) => w.map((row) => row[j] ?? 0);

const energy = (v: readonly number[], h: readonly number[], w: Table = weights) =>
  -inner(biasV, v) - inner(biasH, h) - total(w.map((row, i) => (v[i] ?? 0) * inner(row, h)));

const marginal = (v: readonly number[], w: Table = weights) =>
  total(hidden.map((h) => Math.exp(-energy(v, h, w))));
const partition = (w: Table) => total(visible.map((v) => marginal(v, w)));

/** The share of the weight that settings with a property have among some. */
function share(among: typeof pairs, has: (pair: (typeof pairs)[number]) => boolean): number {
  const weight = (some: typeof pairs) => total(some.map(({ v, h }) => Math.exp(-energy(v, h))));
  return weight(among.filter(has)) / weight(among);
}

const hiddenGiven = (v: readonly number[]) => biasH.map((b, j) => sigmoid(b + inner(column(weights, j), v)));
const visibleGiven = (h: readonly number[]) => biasV.map((a, i) => sigmoid(a + inner(weights[i] ?? [], h)));

/** From visible units to visible units, by a draw of the hidden ones and back. */
const reconstruction = new Matrix(
  visible.map((v) =>
    visible.map((to) =>
      total(hidden.map((h) => chanceOf(h, hiddenGiven(v)) * chanceOf(to, visibleGiven(h)))),
    ),
  ),
);

/** What layers settle on that are drawn in turns. */
const layers = visible
  .map((v, k) => ({ v, chance: settledOn(reconstruction)[k] ?? 0 }))
  .flatMap(({ v, chance }) => hidden.map((h) => ({ v, h, chance: chance * chanceOf(h, hiddenGiven(v)) })));

const data = [0.1, 0.05, 0.2, 0.15, 0.25, 0.05, 0.1, 0.1];

const logLikelihood = (w: Table) =>
  total(visible.map((v, k) => (data[k] ?? 0) * Math.log(marginal(v, w) / partition(w))));

/** The mean of a product of units, if the visible ones have given probabilities. */
const correlation = (chances: readonly number[], i: number, j: number) =>
  total(visible.map((v, k) => (chances[k] ?? 0) * (v[i] ?? 0) * (hiddenGiven(v)[j] ?? 0)));

const steady = layers.find(({ v, h }) => total([...v, ...h]) === 0)?.chance ?? 0;

const machine = {
  n: 3,
  m: 2,
  W: matrix(weights),
  '\\mathbf{W}': matrix(weights),
  a: biasV,
  b: biasH,
  '\\mathbf{a}': vector(biasV),
  '\\mathbf{b}': vector(biasH),
};

export const energyBased: readonly Check[] = [
  latexCheck('boltzmann-machine-conditional', {
    states: 'the energies of the two states of the unit',
    cases: [1, 2, 3].map((i) => {
      const s = [1, 1, 0];
      const at = (unit: number) => s.map((other, k) => (k === i - 1 ? unit : other));
      const size = (units: readonly number[]) => {
        const couples = [0.8 * (units[0] ?? 0) * (units[1] ?? 0), -0.5 * (units[0] ?? 0) * (units[2] ?? 0)];
        return Math.exp(total(couples) + 0.35 * (units[1] ?? 0) * (units[2] ?? 0) + inner(field, units));
      };
      return {
        given: {
          'p(s_{i} = 1 \\mid \\mathbf{s}_{-i})': size(at(1)) / (size(at(0)) + size(at(1))),
          b: field,
          w: matrix(couplings),
          s,
          i,
        },
      };
    }),
    same: {
      'p(s_{i} = 1 \\mid \\mathbf{s}_{-i}) = \\frac{1}{1 + \\exp\\left( - b_{i} - \\sum_{j \\neq i} w_{ji} s_{j} \\right)}':
        'the weights are symmetric',
    },
  }),
  latexCheck('contrastive-divergence', {
    states: 'the gradient of the log-likelihood, which many steps of the chain lead to',
    cases: [
      [0, 1],
      [2, 0],
    ].map(([i = 0, j = 0]) => {
      const bumped = (x: number) => weights.map((row, r) => row.map((w, c) => (r === i && c === j ? x : w)));
      const slope = derivative((x) => logLikelihood(bumped(x)), weights[i]?.[j] ?? 0);
      return {
        given: {
          '\\Delta W_{ij}': 0.3 * slope,
          '\\eta': 0.3,
          '\\langle v_{i} h_{j} \\rangle_{\\mathrm{data}}': correlation(data, i, j),
          '\\langle v_{i} h_{j} \\rangle_{\\mathrm{recon}}': correlation(settledOn(reconstruction), i, j),
        },
      };
    }),
  }),
  latexCheck('ising-mean-field', {
    states: 'the least free energy of independent spins, by brute force',
    cases: [0, 1].map((index) => {
      const m = stationaryPoint(meanFieldEnergy, [0.3, -0.1, 0]);
      return { given: { m, '\\beta': beta, h: field, J: matrix(couplings), i: index + 1 } };
    }),
    tolerance: 1e-6,
    same: {
      'm_{i} = \\tanh\\left( \\beta \\left( h_{i} + \\sum_{j \\neq i} J_{ji} m_{j} \\right) \\right)':
        'the couplings are symmetric',
    },
  }),
  latexCheck('ising-model', {
    states: 'what Gibbs sampling of the spins settles on',
    cases: [0, 3, 6].map((k) => ({
      given: {
        'p(\\mathbf{s})': settled[k] ?? 0,
        Z: total(spins.map(weightOf)),
        '\\beta': beta,
        J: matrix(couplings),
        h: field,
        s: spins[k] ?? [],
      },
    })),
    same: {
      'p(\\mathbf{s}) = \\frac{1}{Z} \\exp\\left( \\beta \\sum_{i < j} J_{ji} s_{i} s_{j} + \\beta \\sum_{i} h_{i} s_{i} \\right)':
        'the couplings are symmetric',
      'p(\\mathbf{s}) = \\frac{1}{Z} \\exp\\left( \\beta \\sum_{i > j} J_{ij} s_{i} s_{j} + \\beta \\sum_{i} h_{i} s_{i} \\right)':
        'the couplings are symmetric',
    },
  }),
  latexCheck('rbm-conditionals', {
    states: 'brute force over the units that are not given',
    cases: [
      [1, 2, 5, 1],
      [3, 1, 3, 2],
    ].map(([i = 0, j = 0, a = 0, b = 0]) => {
      const [v, h] = [visible[a] ?? [], hidden[b] ?? []];
      const withV = pairs.filter((pair) => pair.v === v);
      const withH = pairs.filter((pair) => pair.h === h);
      return {
        given: {
          ...machine,
          'p(h_{j} = 1 \\mid \\mathbf{v})': share(withV, (pair) => pair.h[j - 1] === 1),
          'p(v_{i} = 1 \\mid \\mathbf{h})': share(withH, (pair) => pair.v[i - 1] === 1),
          '\\sigma': sigmoid,
          v,
          h,
          i,
          j,
        },
      };
    }),
  }),
  latexCheck('rbm-energy', {
    states: 'log frequencies of what the layers settle on, drawn in turns',
    cases: [13, 22, 31].map((k) => {
      const { v, h, chance } = layers[k] ?? { v: [], h: [], chance: 0 };
      const given = { '\\mathbf{v}': vector(v), '\\mathbf{h}': vector(h) };
      return { given: { ...machine, ...given, 'E(\\mathbf{v}, \\mathbf{h})': -Math.log(chance / steady) } };
    }),
  }),
  latexCheck('rbm-free-energy', {
    states: 'brute force over the hidden units',
    cases: [3, 7].map((k) => {
      const v = visible[k] ?? [];
      return { given: { ...machine, v, '\\mathbf{v}': vector(v), 'F(\\mathbf{v})': -Math.log(marginal(v)) } };
    }),
  }),
];
