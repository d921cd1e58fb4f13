import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { maximizer } from '../../golden-section';
import { operator } from '../../operators';
import { integrate } from '../../quadrature';

/** What is known of the function at a candidate, and the best value so far. */
const scenes = [
  { mean: 1.3, deviation: 0.7, best: 1.9 },
  { mean: 2.4, deviation: 1.6, best: 1.1 },
];
const density = (value: number, mean: number, deviation: number) =>
  Math.exp(-(((value - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
const chanceAbove = (
  level: number,
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
) => 1 - jStat.normal.cdf(level, mean, deviation);
const standard = {
  '\\Phi': (z: number) => jStat.normal.cdf(z, 0, 1),
  '\\phi': (z: number) => density(z, 0, 1),
};
const numeric = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);

export const acquisition: readonly Check[] = [
  latexCheck('expected-improvement', {
    states: 'quadrature of the improvement, and of the chance to be above each level',
    cases: scenes.map(({ mean, deviation, best }) => ({
      given: {
        ...standard,
        '\\operatorname{EI}(\\mathbf{x})': integrate(
          (level) => chanceAbove(level, { mean, deviation }),
          best,
          best + 14 * deviation,
        ),
        '\\mathbb{E}': operator(
          'f',
          (body) =>
            integrate(
              (value) => density(value, mean, deviation) * numeric(body(() => value)),
              best,
              best + 14 * deviation,
            ) +
            integrate(
              (value) => density(value, mean, deviation) * numeric(body(() => value)),
              best - 14 * deviation,
              best,
            ),
        ),
        '\\mathbf{x}': 0.3,
        'f^{+}': best,
        '\\mu': () => mean,
        '\\sigma': () => deviation,
      },
    })),
  }),
  latexCheck('gp-ucb', {
    states: 'a parabola and a line by hand',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\mathbf{x}_{t}': 0.5 + (Math.sqrt(2.6) * 1.4) / 2,
          '\\operatorname*{arg\\,max}_{\\mathbf{x}}': operator('\\mathbf{x}', (body) =>
            maximizer((x) => numeric(body(x)), -20, 20),
          ),
          t: 3,
          '\\mu': [
            (x: number) => -((x + 2) ** 2),
            (x: number) => -((x - 0.5) ** 2),
            (x: number) => -(x ** 2),
          ],
          '\\sigma': [(x: number) => 0.3 * x, (x: number) => 1.4 * x, (x: number) => -0.8 * x],
          '\\beta': [0.4, 1.2, 2.6, 3.9],
        },
      },
    ],
  }),
  latexCheck('probability-of-improvement', {
    states: 'quadrature of the density above the best value',
    cases: scenes.map(({ mean, deviation, best }) => {
      const chance = integrate((value) => density(value, mean, deviation), best, best + 14 * deviation);
      return {
        given: {
          ...standard,
          '\\operatorname{PI}(\\mathbf{x})': chance,
          'P\\left( f(\\mathbf{x}) > f^{+} \\right)': chance,
          '\\mathbf{x}': 0.3,
          'f^{+}': best,
          '\\mu': () => mean,
          '\\sigma': () => deviation,
        },
      };
    }),
  }),
];
