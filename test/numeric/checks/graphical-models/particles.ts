import { jStat } from 'jstat';
import { type Check, functionCheck, latexCheck } from '../../check';
import { densityAt } from '../../gaussians';
import { matrix, vector } from '../../given';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The effective number from the spread of the weights. */
function fromSpread(weights: readonly number[]): number {
  const mean = total(weights) / weights.length;
  const variance = total(weights.map((weight) => (weight - mean) ** 2)) / weights.length;
  return weights.length / (1 + variance / mean ** 2);
}

const shares = [0.13, 0.3, 0.06, 0.42, 0.09];
const combs = Array.from({ length: 200 }, (_, k) => (k + 0.5) / 200);

/** The mean number of copies of each particle, over all places of the comb, for a rule that sets its teeth. */
function copies(tooth: (i: number, u: number) => number): readonly number[] {
  const counts = shares.map(() => 0);
  for (const u of combs) {
    for (let i = 1; i <= shares.length; i++) {
      const index = shares.findIndex((_, j) => total(shares.slice(0, j + 1)) >= tooth(i, u));
      counts[index] = (counts[index] ?? 0) + 1 / combs.length;
    }
  }
  return counts;
}

const normal = jStat.normal.pdf;

/** A random walk that is seen with noise: joint density of two states and what is seen, as one normal column. */
const prior = { first: 1.5, step: 0.8, noise: 0.6 };
const seen = [0.9, 1.7];
const [start, later] = [prior.first ** 2, prior.first ** 2 + prior.step ** 2];
const noise = prior.noise ** 2;
const joint = {
  mean: vector([0, 0, 0, 0]),
  covariance: matrix([
    [start, start, start, start],
    [start, later, start, later],
    [start, start, start + noise, start],
    [start, later, start, later + noise],
  ]),
};
const particles = [
  [0.4, 1.1],
  [1.3, 0.8],
  [-0.2, 0.5],
];

/** Proposals that lean on what is seen. */
const firstProposal = (z: number) => normal(z, 0.7 * (seen[0] ?? 0), 0.9);
const proposal = (z: number, before: number) => normal(z, 0.5 * before + 0.5 * (seen[1] ?? 0), 0.7);

const ratio = ([z1 = 0, z2 = 0]: readonly number[]) =>
  densityAt(vector([z1, z2, ...seen]), joint) / (firstProposal(z1) * proposal(z2, z1));

export const particleFilters: readonly Check[] = [
  latexCheck('particle-filter-ess', {
    states: 'equal weights, which count, and the spread of others',
    cases: [
      { given: { 'N_{\\mathrm{eff}}': 3, N: 5, w: [1 / 3, 0, 1 / 3, 0, 1 / 3] } },
      { given: { 'N_{\\mathrm{eff}}': fromSpread(shares), N: 5, w: shares } },
    ],
  }),
  functionCheck('particle-filter-resampling', {
    states: 'the weights, which the copies have on average',
    tolerance: 1e-9,
    formula: () => copies((i, u) => (i - 1 + u) / shares.length),
    against: () => shares.map((share) => share * shares.length),
    mutants: {
      'one tooth too far': () => copies((i, u) => Math.min(0.99, (i + u) / shares.length)),
      'one random number for every tooth alike': () => copies((_i, u) => u / shares.length),
      'teeth that start at a fixed place': () => copies((i) => (i - 1 + 0.5) / shares.length),
    },
  }),
  latexCheck('particle-filter-weight', {
    states: 'the weight of whole paths, with their joint density',
    cases: particles.map((path) => {
      const [z1 = 0, z2 = 0] = path;
      const before = (normal(z1, 0, prior.first) * normal(seen[0] ?? 0, z1, prior.noise)) / firstProposal(z1);
      return {
        given: {
          'w_{t}^{(i)}': ratio(path) / total(particles.map(ratio)),
          'w_{t-1}^{(i)}': before,
          'p(\\mathbf{x}_{t} \\mid \\mathbf{z}_{t}^{(i)})': normal(seen[1] ?? 0, z2, prior.noise),
          'p(\\mathbf{z}_{t}^{(i)} \\mid \\mathbf{z}_{t-1}^{(i)})': normal(z2, z1, prior.step),
          'q(\\mathbf{z}_{t}^{(i)} \\mid \\mathbf{z}_{t-1}^{(i)}, \\mathbf{x}_{t})': proposal(z2, z1),
        },
      };
    }),
  }),
];
