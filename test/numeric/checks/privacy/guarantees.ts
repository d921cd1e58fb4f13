import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { expectationUnder } from '../../operators';
import { renyiGaussians, response } from './scenes';

const ON_DATA = 'P(\\mathcal{M}(\\mathcal{D}) \\in \\mathcal{S})';
const ON_NEIGHBOUR = "P(\\mathcal{M}(\\mathcal{D}') \\in \\mathcal{S})";
const EPSILON = 0.7;
const DIVERGENCE = "D_{\\alpha}(\\mathcal{M}(\\mathcal{D}) \\,\\|\\, \\mathcal{M}(\\mathcal{D}'))";

/** The chance that Laplace noise of scale 1 / EPSILON around a count exceeds a level, by the distribution function. */
const laplaceTail = (count: number, level: number) => 1 - jStat.laplace.cdf(level, count, 1 / EPSILON);

/** The chance that the answers of several people, all with one truth, are all 1. */
const allOnes = (truth: number, people: number) =>
  Array.from({ length: people }, () => response(truth, EPSILON)[1] ?? Number.NaN).reduce((a, b) => a * b, 1);

/** The Rényi divergence of randomized response, by its two outcomes. */
function renyiResponse(order: number): number {
  const [p, q] = [response(1, EPSILON), response(0, EPSILON)];
  const moment = p.reduce((sum, chance, z) => sum + chance ** order * (q[z] ?? Number.NaN) ** (1 - order), 0);
  return Math.log(moment) / (order - 1);
}

export const guarantees: readonly Check[] = [
  latexCheck('differential-privacy', {
    states: 'randomized response that may fail: the truth, the lie and both',
    cases: [[1], [0], [0, 1]].map((results) => ({
      given: {
        [ON_DATA]: results.reduce((sum, z) => sum + (response(1, EPSILON, 2, 0.04)[z] ?? 0), 0),
        [ON_NEIGHBOUR]: results.reduce((sum, z) => sum + (response(0, EPSILON, 2, 0)[z] ?? 0) * 0.96, 0),
        '\\varepsilon': EPSILON,
        '\\delta': 0.04,
      },
    })),
  }),
  latexCheck('group-privacy', {
    states: 'randomized response of three people',
    cases: [1, 0].map((truth) => ({
      given: {
        [ON_DATA]: allOnes(truth, 3),
        [ON_NEIGHBOUR]: allOnes(1 - truth, 3),
        k: 3,
        '\\varepsilon': EPSILON,
      },
    })),
  }),
  latexCheck('local-differential-privacy', {
    states: 'randomized response with three values',
    cases: [0, 1, 2].map((z) => ({
      given: {
        'P(\\mathcal{M}(x) \\in \\mathcal{S})': response(0, EPSILON, 3)[z] ?? Number.NaN,
        "P(\\mathcal{M}(x') \\in \\mathcal{S})": response(1, EPSILON, 3)[z] ?? Number.NaN,
        '\\varepsilon': EPSILON,
      },
    })),
  }),
  latexCheck('privacy-loss', {
    states: 'the straight line of the Gaussian mechanism',
    cases: [-1, 0.4, 3].map((o) => ({
      given: {
        '\\ell(o)': (1.3 ** 2 - 2 * 1.3 * o) / (2 * 0.8 ** 2),
        'P(\\mathcal{M}(\\mathcal{D}) = o)': jStat.normal.pdf(o, 0, 0.8),
        "P(\\mathcal{M}(\\mathcal{D}') = o)": jStat.normal.pdf(o, 1.3, 0.8),
      },
    })),
  }),
  latexCheck('pure-differential-privacy', {
    states: 'tails of the Laplace mechanism',
    cases: [9, 4.5, 3].map((level) => ({
      given: {
        [ON_DATA]: laplaceTail(5, level),
        [ON_NEIGHBOUR]: laplaceTail(4, level),
        '\\varepsilon': EPSILON,
      },
    })),
  }),
  latexCheck('renyi-differential-privacy', {
    states: 'quadrature against the divergence of two Gaussians',
    cases: [
      { order: 1.7, slack: 1 },
      { order: 3.2, slack: 1.2 },
    ].map(({ order, slack }) => ({
      given: {
        [DIVERGENCE]: (order * 0.9 ** 2) / (2 * 1.1 ** 2),
        '\\alpha': order,
        "\\mathbb{E}_{o \\sim \\mathcal{M}(\\mathcal{D}')}": expectationUnder(
          'o',
          (o) => jStat.normal.pdf(o, 0, 1.1),
          -25,
          25,
        ),
        p: (o: number) => jStat.normal.pdf(o, 0.9, 1.1),
        q: (o: number) => jStat.normal.pdf(o, 0, 1.1),
        '\\varepsilon': (slack * order * 0.9 ** 2) / (2 * 1.1 ** 2),
      },
    })),
  }),
  latexCheck('zero-concentrated-differential-privacy', {
    states: 'quadrature for Gaussian noise, which meets the bound, and randomized response',
    cases: [
      { divergence: renyiGaussians(1.7, 0.9, 1.1), order: 1.7, rho: 0.9 ** 2 / (2 * 1.1 ** 2) },
      { divergence: renyiGaussians(4, 0.9, 1.1), order: 4, rho: 0.9 ** 2 / (2 * 1.1 ** 2) },
      { divergence: renyiResponse(2.5), order: 2.5, rho: EPSILON ** 2 / 2 },
    ].map(({ divergence, order, rho }) => ({
      given: { [DIVERGENCE]: divergence, '\\alpha': order, '\\rho': rho },
    })),
  }),
];
