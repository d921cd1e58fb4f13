import { type Check, latexCheck } from '../../check';
import { densityAt } from '../../gaussians';
import { matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import {
  bits,
  entropyGiven,
  example,
  informationOf,
  inputs,
  joint,
  logarithm,
  marginal,
  outputs,
  sum,
} from './joint';

/** The information of a normal pair, from its densities by a double integral. */
function normalInformation(rho: number, spread: number): number {
  const covariance = matrix([
    [1, rho * spread],
    [rho * spread, spread * spread],
  ]);
  const line = (x: number, deviation: number) =>
    densityAt(vector([x]), { mean: vector([0]), covariance: matrix([[deviation * deviation]]) });
  const inner = (x: number) =>
    integrate(
      (y) => {
        const density = densityAt(vector([x, y]), { mean: vector([0, 0]), covariance });
        return density > 0 ? density * Math.log(density / line(x, 1) / line(y, spread)) : 0;
      },
      -9 * spread,
      9 * spread,
      1e-9,
    );
  return integrate(inner, -9, 9, 1e-8);
}

/** Cover and Thomas’s distributions of Y: given X, and without. */
const conditionalOf = (x: number) => outputs.map((y) => joint(x, y) / marginal(x));
const divergence = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((share, i) => share * logarithm(share / (q[i] ?? 0))));

export const mutual: readonly Check[] = [
  latexCheck('conditional-mutual-information', {
    states: 'brute force over the words of four bits',
    cases: [
      { a: 1, b: 2, c: 3 },
      { a: 4, b: 1, c: 2 },
    ].map(({ a, b, c }) => ({
      given: {
        'I(X; Y \\mid Z)': informationOf([a], [b], [c]),
        'H(X \\mid Z)': entropyGiven(a, c),
        'H(X \\mid Y, Z)': entropyGiven(a, b, c),
      },
    })),
  }),
  latexCheck('mutual-information-chain-rule', {
    states: 'brute force over the words of four bits',
    cases: [2, 3].map((n) => ({
      given: {
        'I(X_{1}, \\dots, X_{n}; Y)': informationOf([1, 2, 3].slice(0, n), [4]),
        I: (bit: number, other: number, ...known: readonly number[]) => informationOf([bit], [other], known),
        X: [1, 2, 3],
        Y: 4,
        n,
      },
    })),
  }),
  latexCheck('mutual-information-discrete', {
    states: 'Cover and Thomas, example 2.2.1',
    cases: [{ given: { ...example, 'I(X; Y)': bits(3 / 8) } }],
  }),
  latexCheck('mutual-information-entropies', {
    states: 'Cover and Thomas, example 2.2.1',
    cases: [
      {
        given: {
          'I(X; Y)': 3 / 8,
          'H(X)': 7 / 4,
          'H(Y)': 2,
          'H(X \\mid Y)': 11 / 8,
          'H(Y \\mid X)': 13 / 8,
          'H(X, Y)': 27 / 8,
        },
      },
    ],
  }),
  latexCheck('mutual-information-expected-kl', {
    states: 'Cover and Thomas, example 2.2.1',
    cases: [
      {
        given: {
          'I(X; Y)': bits(3 / 8),
          '\\mathbb{E}_{p(x)}': expectation('x', inputs, inputs.map(marginal)),
          p: (_: number, x?: number) => (x === undefined ? outputs.map(marginal) : conditionalOf(x)),
          y: 0,
          'D_{\\mathrm{KL}}': divergence,
        },
      },
    ],
  }),
  latexCheck('mutual-information-gaussians', {
    states: 'a double integral of the densities',
    cases: [0.6, -0.35].map((rho) => ({
      given: { 'I(X; Y)': normalInformation(rho, 1.3), '\\rho': rho },
    })),
  }),
  latexCheck('pointwise-mutual-information', {
    states: 'counts of words in a thousand',
    cases: [
      {
        given: {
          '\\operatorname{PMI}(x; y)': 3 * Math.LN2,
          'p(x, y)': 8 / 1000,
          'p(x)': 20 / 1000,
          'p(y)': 50 / 1000,
        },
      },
    ],
  }),
];
