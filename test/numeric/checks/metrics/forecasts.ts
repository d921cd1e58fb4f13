import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { from } from '../../given';
import { expectation, integral } from '../../operators';
import { integrate } from '../../quadrature';

/** A forecast of three values, and its squared distance from the step at a value, summed over the flat pieces. */
const VALUES = [1, 2.5, 6];
const WEIGHTS = [0.2, 0.5, 0.3];
function distance(y: number): number {
  const ends = [...VALUES, y].toSorted((a, b) => a - b);
  return ends.slice(1).reduce((sum, end, i) => {
    const start = ends[i] ?? end;
    const below = WEIGHTS.filter((_, k) => (VALUES[k] ?? 0) <= start).reduce((a, b) => a + b, 0);
    return sum + (end - start) * (below - (y <= start ? 1 : 0)) ** 2;
  }, 0);
}
const PAIRS = VALUES.flatMap((a) => VALUES.map((b) => [a, b]));
const CHANCES = WEIGHTS.flatMap((a) => WEIGHTS.map((b) => a * b));

const cdf = (x: number) => jStat.normal.cdf(x, 0, 1);
const pdf = (x: number) => jStat.normal.pdf(x, 0, 1);

/** The score of a normal forecast by quadrature, piece by piece around the step. */
function gaussian(mean: number, scale: number, y: number): number {
  const below = (x: number) => cdf((x - mean) / scale);
  return (
    integrate((x) => below(x) ** 2, -Infinity, y, 1e-10) +
    integrate((x) => (1 - below(x)) ** 2, y, Infinity, 1e-10)
  );
}

export const forecasts: readonly Check[] = [
  latexCheck('bits-per-dimension', {
    states: 'the length of a code for three even entries of four bits',
    cases: [{ given: { '\\operatorname{BPD}': 4, D: 3, 'p_{\\theta}(\\mathbf{x})': 1 / 4096 } }],
  }),
  latexCheck('crps', {
    states: 'the energy form for a uniform forecast',
    tolerance: 1e-6,
    cases: [0.3, 1.4].map((y) => ({
      given: {
        // |X − y| has the mean (y² + (1 − y)²) / 2 inside the interval and |y − ½| outside; |X − X'| has ⅓.
        '\\operatorname{CRPS}(F, y)': (y < 1 ? (y ** 2 + (1 - y) ** 2) / 2 : y - 0.5) - 1 / 6,
        F: (x: number) => Math.min(1, Math.max(0, x)),
        y,
        // Outside, the forecast and the step agree.
        '\\int_{-\\infty}^{\\infty}': integral('x', -0.6, 2.1),
      },
    })),
  }),
  latexCheck('crps-energy', {
    states: 'the area between two step functions',
    cases: [0.4, 3.5].map((y) => ({
      given: {
        '\\operatorname{CRPS}(F, y)': distance(y),
        y,
        '\\mathbb{E}': expectation(['X', "X'"], PAIRS, CHANCES),
      },
    })),
  }),
  latexCheck('crps-gaussian', {
    states: 'quadrature',
    cases: [
      [0.7, 1.6, 2.9],
      [-0.4, 0.8, -1.1],
    ].map(([mean = 0, scale = 1, y = 0]) => ({
      given: {
        '\\operatorname{CRPS}\\left( \\mathcal{N}(\\mu, \\sigma^{2}), y \\right)': gaussian(mean, scale, y),
        '\\mu': mean,
        '\\sigma': scale,
        y,
        '\\Phi': cdf,
        '\\varphi': pdf,
      },
    })),
  }),
  latexCheck('mean-absolute-percentage-error', {
    states: 'a hand-worked case: errors of 10, 10 and 25 per cent',
    cases: [{ given: { '\\operatorname{MAPE}': 15, n: 3, y: [100, -50, 200], '\\hat{y}': [110, -45, 150] } }],
  }),
  latexCheck('mean-absolute-scaled-error', {
    states: 'a hand-worked case: a mean error of 3 over a mean step of 2',
    cases: [
      {
        given: {
          '\\operatorname{MASE}': 1.5,
          h: 2,
          n: 4,
          y: [1, 3, 2, 5, 4, 10],
          '\\hat{y}': from(5, [5, 5]),
        },
      },
    ],
  }),
  latexCheck('symmetric-mape', {
    states: 'a hand-worked case: terms of 1, 2, 0 and 2/5',
    cases: [{ given: { '\\operatorname{sMAPE}': 85, n: 4, y: [3, 1, 5, -6], '\\hat{y}': [1, -1, 5, -4] } }],
  }),
];
