import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { vector } from '../../given';
import { expectation, operator, summation } from '../../operators';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const entropy = (chances: readonly number[]) => -total(chances.map((p) => p * Math.log(p)));

/** Three settings of the weights: how probable before any data, and how probable each makes three labels. */
const prior = [0.5, 0.2, 0.3];
const labels = [
  [0.7, 0.2, 0.1],
  [0.25, 0.15, 0.6],
  [0.05, 0.55, 0.4],
];
const settings = [1, 2, 3];
const chance = (label: number, w: number) => labels[w - 1]?.[label - 1] ?? Number.NaN;

/** The probability that some labels come one after another: the evidence of data. */
const evidence = (seen: readonly number[]) =>
  total(settings.map((w) => (prior[w - 1] ?? 0) * seen.reduce((all, label) => all * chance(label, w), 1)));
const likelihood = (seen: readonly number[], w: number) =>
  seen.reduce((all, label) => all * chance(label, w), 1);
const data = [1, 3, 3];
const posterior = settings.map((w) => ((prior[w - 1] ?? 0) * likelihood(data, w)) / evidence(data));

/** Weights of equal chances, with repeats, so that samples can be in proportion to it. */
const drawn = [1, 1, 2, 3, 3, 3, 3, 2];
const share = (w: number) => drawn.filter((other) => other === w).length / drawn.length;
/** A prior that makes these shares the posterior, given the data. */
const fitted = settings.map((w) => share(w) / likelihood(data, w));

/** Probability of labels under the prior that was fitted. */
const fittedEvidence = (seen: readonly number[]) =>
  total(fitted.map((size, i) => size * likelihood(seen, i + 1)));

const worth = [-1.2, 0.4, 2.5];
const meanOf = (w: number) => total(worth.map((value, i) => value * chance(i + 1, w)));
const varianceOf = (w: number) => total(worth.map((value, i) => (value - meanOf(w)) ** 2 * chance(i + 1, w)));
const mixed = worth.map((_, i) => total(settings.map((w) => (posterior[w - 1] ?? 0) * chance(i + 1, w))));
const mixedMean = total(worth.map((value, i) => value * (mixed[i] ?? 0)));

const approximate = [0.55, 0.3, 0.15];
const divergence = (q: readonly number[], p: readonly number[]) =>
  total(q.map((value, i) => value * Math.log(value / (p[i] ?? Number.NaN))));

export const bayesian: readonly Check[] = [
  latexCheck('bayes-by-backprop', {
    states: 'the evidence, and the divergence from the exact posterior',
    cases: [
      {
        given: {
          '\\mathcal{F}(\\mathcal{D}, \\boldsymbol{\\theta})':
            divergence(approximate, posterior) - Math.log(evidence(data)),
          'D_{\\mathrm{KL}}\\left( q_{\\boldsymbol{\\theta}}(\\mathbf{w}) \\,\\|\\, p(\\mathbf{w}) \\right)':
            divergence(approximate, prior),
          '\\mathbb{E}_{q_{\\boldsymbol{\\theta}}(\\mathbf{w})}': expectation(
            '\\mathbf{w}',
            settings,
            approximate,
          ),
          p: (seen: readonly number[] | number, w: number) =>
            typeof seen === 'number' ? Number.NaN : likelihood(seen, w),
          '\\mathcal{D}': data,
        },
      },
    ],
  }),
  latexCheck('bayesian-neural-network-predictive', {
    states: 'the ratio of the evidence with the new label and without it',
    near: 1e-9,
    cases: [1, 2].map((y) => ({
      given: {
        'p(y \\mid \\mathbf{x}, \\mathcal{D})': fittedEvidence([...data, y]) / fittedEvidence(data),
        // Of three arguments it is the likelihood of a label, of two the posterior of the weights.
        p: (first: number, _second: number, w?: number) =>
          w === undefined ? share(first) : chance(first, w),
        '\\int': operator('\\mathbf{w}', (body) => total(settings.map((w) => Number(body(w))))),
        y,
        '\\mathbf{x}': 0,
        '\\mathcal{D}': 0,
        S: drawn.length,
        '\\mathbf{w}': drawn,
      },
    })),
  }),
  latexCheck('bayesian-neural-network-variance', {
    states: 'the variance of the mixture over three labels',
    cases: [
      {
        given: {
          '\\operatorname{Var}[y \\mid \\mathbf{x}, \\mathcal{D}]': total(
            worth.map((value, i) => (value - mixedMean) ** 2 * (mixed[i] ?? 0)),
          ),
          '\\operatorname{Var}': (_y: number, _x: number, w: number) => varianceOf(w),
          '\\mathbb{E}': (_y: number, _x: number, w: number) => meanOf(w),
          '\\mathbb{E}_{p(\\mathbf{w} \\mid \\mathcal{D})}': expectation('\\mathbf{w}', settings, posterior),
          '\\operatorname{Var}_{p(\\mathbf{w} \\mid \\mathcal{D})}': operator('\\mathbf{w}', (body) => {
            const values = settings.map((w) => Number(body(w)));
            const mean = total(values.map((value, i) => value * (posterior[i] ?? 0)));
            return total(values.map((value, i) => (value - mean) ** 2 * (posterior[i] ?? 0)));
          }),
          y: 0,
          '\\mathbf{x}': 0,
        },
      },
    ],
  }),
  latexCheck('mutual-information-bald', {
    states: 'the mutual information of their joint table',
    cases: [
      {
        given: {
          'I(y; \\mathbf{w} \\mid \\mathbf{x}, \\mathcal{D})': total(
            settings.flatMap((w) =>
              worth.map((_, i) => {
                const both = (posterior[w - 1] ?? 0) * chance(i + 1, w);
                return both * Math.log(both / ((posterior[w - 1] ?? 0) * (mixed[i] ?? 0)));
              }),
            ),
          ),
          H: (distribution: Matrix) => entropy(distribution.to1DArray()),
          '\\mathbb{E}_{p(\\mathbf{w} \\mid \\mathcal{D})}': expectation('\\mathbf{w}', settings, posterior),
          p: (_y: number, _x: number, w: number) => vector(labels[w - 1] ?? []),
          y: 0,
          '\\mathbf{x}': 0,
        },
      },
    ],
  }),
  latexCheck('predictive-entropy', {
    states: 'the entropy of label and weights, less that of the weights given the label',
    cases: settings.map((k) => {
      const table = settings.map((label) => settings.map((w) => chance(label, w) / 3));
      const columnsOf = table.map((line) => total(line));
      const given = table.map((line, i) => (columnsOf[i] ?? 0) * entropy(line.map((p) => p / total(line))));
      return {
        given: {
          'H[y \\mid \\mathbf{x}, \\mathcal{D}]': entropy(table.flat()) - total(given),
          '\\bar{p}': columnsOf,
          K: 3,
          k,
          S: 3,
          '\\sum_{s=1}^{S}': summation(
            'p(y = k \\mid \\mathbf{x}, \\mathbf{w}_{s})',
            settings.map((w) => chance(k, w)),
          ),
        },
      };
    }),
  }),
];
