import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { elementwise, from, vector } from '../../given';
import { alphas, blurs, number, plus, signals } from './scene';

const first = vector([1.2, -0.6]);
const second = vector([0.5, 1.4]);

/** Three times, later first, with the factors of data and noise; the middle one is half-way in the log of their ratio. */
const kept = {
  s: 0.4,
  t: 0.9,
  r: Math.sqrt((0.4 * 0.9) / (0.4 * 0.9 + Math.sqrt((1 - 0.4 ** 2) * (1 - 0.9 ** 2)))),
};
const noisiness = (share: number) => Math.sqrt(1 - share ** 2);
const levels = {
  '\\alpha_{s}': kept.s,
  '\\alpha_{r}': kept.r,
  '\\alpha_{t}': kept.t,
  '\\sigma_{s}': noisiness(kept.s),
  '\\sigma_{r}': noisiness(kept.r),
  '\\sigma_{t}': noisiness(kept.t),
  s: 9,
  r: 5,
  t: 2,
};
const logRatio = (share: number) => Math.log(share) - 0.5 * Math.log(1 - share ** 2);

/** The clean data that a noise leaves of a sample, noised again to another level. */
const renoised = (x: Matrix, noise: Matrix, here: number, there: number) => {
  const data = plus([1 / here, x], [-noisiness(here) / here, noise]);
  return plus([there, data], [noisiness(there), noise]);
};
const network = (x: Matrix, time: number) =>
  time === 9
    ? plus([0.3, x], [1, second])
    : time === 5
      ? plus([0.8, x], [-0.2, second])
      : vector([Number.NaN, Number.NaN]);
const halfway = renoised(first, network(first, 9), kept.s, kept.r);

const cosines = Array.from(
  { length: 11 },
  (_, t) => 0.5 + 0.5 * Math.cos((Math.PI * (t / 10 + 0.02)) / 1.02),
);
const kept10 = cosines.map((value) => value / number(cosines, 0));
const growth = [0.01, 0.035, 0.06, 0.085, 0.11];

export const solvers: readonly Check[] = [
  latexCheck('diffusion-cosine-schedule', {
    states: 'the double angle of the cosine',
    cases: [3, 10].map((t) => ({
      given: {
        '\\bar{\\alpha}': from(0, kept10),
        '\\beta_{t}': t === 10 ? 0.999 : (number(kept10, t - 1) - number(kept10, t)) / number(kept10, t - 1),
        T: 10,
        s: 0.02,
        t,
      },
    })),
  }),
  latexCheck('diffusion-linear-schedule', {
    states: 'a list with even steps',
    cases: [2, 3, 4].map((t) => ({ given: { '\\beta': growth, T: 5, t } })),
  }),
  latexCheck('diffusion-min-snr', {
    states: 'weights of the error of the data, turned into those of the noise by hand',
    cases: [
      { given: { w: [0.625], '\\operatorname{SNR}': () => 8, '\\gamma': 5, t: 1 } },
      { given: { w: [1], '\\operatorname{SNR}': () => 3, '\\gamma': 5, t: 1 } },
    ],
  }),
  latexCheck('diffusion-snr', {
    states: 'the regression of a step on its data: what it explains, over what is left',
    cases: [1, 2, 3].map((t) => ({
      given: {
        '\\operatorname{SNR}(t)': number(signals, t) ** 2 / number(blurs, t),
        '\\bar{\\alpha}_{t}': alphas.slice(0, t).reduce((product, alpha) => product * alpha, 1),
      },
    })),
  }),
  latexCheck('dpm-solver-1', {
    states: 'the clean data, noised again',
    cases: [
      {
        given: {
          ...levels,
          '\\mathbf{x}_{t}': renoised(first, network(first, 9), kept.s, kept.t),
          '\\mathbf{x}_{s}': first,
          '\\boldsymbol{\\epsilon}_{\\theta}': network,
          '\\lambda_{s}': logRatio(kept.s),
          '\\lambda_{t}': logRatio(kept.t),
          h: logRatio(kept.t) - logRatio(kept.s),
        },
      },
    ],
  }),
  latexCheck('dpm-solver-2', {
    states: 'the clean data, noised again, with the noise half-way',
    cases: [
      {
        given: {
          ...levels,
          '\\mathbf{u}': halfway,
          '\\mathbf{x}_{t}': renoised(first, network(halfway, 5), kept.s, kept.t),
          '\\mathbf{x}_{s}': first,
          '\\boldsymbol{\\epsilon}_{\\theta}': network,
          '\\lambda_{s}': logRatio(kept.s),
          '\\lambda_{r}': logRatio(kept.r),
          '\\lambda_{t}': logRatio(kept.t),
          h: logRatio(kept.t) - logRatio(kept.s),
        },
      },
    ],
  }),
  latexCheck('iddpm-learned-variance', {
    states: 'a geometric mean of the two bounds in each component',
    broadcast: true,
    cases: [
      {
        given: {
          '\\boldsymbol{\\Sigma}_{\\theta}(\\mathbf{x}_{t}, t)': vector([
            0.3 ** 0.2 * 0.05 ** 0.8,
            0.3 ** 0.6 * 0.05 ** 0.4,
          ]),
          '\\mathbf{v}': vector([0.2, 0.6]),
          '\\beta_{t}': 0.3,
          '\\tilde{\\beta}_{t}': 0.05,
          '\\exp': elementwise(Math.exp),
        },
      },
    ],
  }),
  latexCheck('progressive-distillation-target', {
    states: 'the data with which one step leads to the teacher’s result',
    cases: [
      {
        given: {
          '\\tilde{\\mathbf{x}}': second,
          '\\mathbf{z}_{t}': first,
          '\\mathbf{z}_{r}': plus([0.8, second], [0.6 / 0.9, plus([1, first], [-0.3, second])]),
          '\\sigma_{r}': 0.6,
          '\\sigma_{t}': 0.9,
          '\\alpha_{r}': 0.8,
          '\\alpha_{t}': 0.3,
        },
      },
    ],
  }),
];
