import { type Check, latexCheck } from '../../check';
import { minimizer } from '../../golden-section';
import { integrate } from '../../quadrature';
import { renyiGaussians, response, whereFallsTo, worstLoss } from './scenes';

/** Three mechanisms of two outcomes each: all results together and their chances. */
const LOSSES = [0.3, 0.8, 0.5];
const together = (truth: number) =>
  LOSSES.map((epsilon) => response(truth, epsilon)).reduce<readonly number[]>(
    (known, chances) => known.flatMap((a) => chances.map((b) => a * b)),
    [1],
  );

/** How far a sum of bounded differences strays with a probability, by Azuma's inequality. */
const deviation = (probability: number) => whereFallsTo(probability, (t) => Math.exp((-t * t) / 2));

/** Randomized response on a person who is in the sample with some probability; the mechanism without them lies. */
function sampled(q: number, epsilon: number): number {
  const [without, within] = [response(0, epsilon), response(1, epsilon)];
  const mixed = without.map((chance, z) => (1 - q) * chance + q * (within[z] ?? Number.NaN));
  return worstLoss(mixed, without);
}

/** The least privacy loss over all orders, by search. */
function bestOrder(rho: number, delta: number): number {
  const loss = (alpha: number) => rho * alpha - Math.log(delta) / (alpha - 1);
  return loss(minimizer(loss, 1.001, 200));
}

export const accounting: readonly Check[] = [
  latexCheck('advanced-composition', {
    states: 'Azuma’s inequality, by bisection and quadrature',
    cases: [
      {
        given: {
          '\\varepsilon_{\\mathrm{total}}':
            deviation(0.003) * Math.hypot(...Array.from({ length: 7 }, () => 0.4)) +
            7 * 0.4 * integrate(Math.exp, 0, 0.4),
          '\\delta_{\\mathrm{total}}': 0.017,
          k: 7,
          '\\varepsilon': 0.4,
          '\\delta': 0.002,
          "\\delta'": 0.003,
        },
      },
    ],
  }),
  latexCheck('basic-composition', {
    states: 'brute force over the results of three mechanisms',
    cases: [
      {
        given: {
          '\\varepsilon_{\\mathrm{total}}': worstLoss(together(1), together(0)),
          '\\delta_{\\mathrm{total}}': 0.016,
          k: 3,
          '\\varepsilon': LOSSES,
          '\\delta': [0.01, 0.002, 0.004],
        },
      },
    ],
  }),
  latexCheck('rdp-gaussian', {
    states: 'quadrature',
    cases: [
      {
        given: {
          '\\varepsilon(\\alpha)': renyiGaussians(1.7, 0.9, 1.1),
          '\\alpha': 1.7,
          '\\Delta_{2}': 0.9,
          '\\sigma': 1.1,
        },
      },
      {
        given: {
          '\\varepsilon(\\alpha)': renyiGaussians(3, 1.4, 2.3),
          '\\alpha': 3,
          '\\Delta_{2}': 1.4,
          '\\sigma': 2.3,
        },
      },
    ],
  }),
  latexCheck('rdp-to-dp', {
    states: 'bisection of Markov’s inequality for the privacy loss',
    cases: [
      {
        given: {
          '\\varepsilon(\\delta)': whereFallsTo(0.02, (loss) => Math.exp((3.5 - 1) * (0.6 - loss))),
          '\\varepsilon_{\\alpha}': 0.6,
          '\\alpha': 3.5,
          '\\delta': 0.02,
        },
      },
    ],
  }),
  latexCheck('subsampling-amplification', {
    states: 'randomized response on a sampled person, by its outcomes',
    cases: [0.1, 0.6].map((q) => ({
      given: {
        "\\varepsilon'": sampled(q, 0.9),
        "\\delta'": 1 - (1 - q) - q * (1 - 0.03),
        q,
        '\\varepsilon': 0.9,
        '\\delta': 0.03,
      },
    })),
  }),
  latexCheck('zcdp-to-dp', {
    states: 'a search for the best order',
    cases: [
      { given: { '\\varepsilon': bestOrder(0.3, 0.001), '\\rho': 0.3, '\\delta': 0.001 } },
      { given: { '\\varepsilon': bestOrder(2.1, 0.04), '\\rho': 2.1, '\\delta': 0.04 } },
    ],
  }),
];
