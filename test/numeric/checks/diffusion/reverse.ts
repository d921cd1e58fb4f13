import { Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { from, identity, vector } from '../../given';
import { integrate } from '../../quadrature';
import {
  alphaBar,
  alphas,
  betas,
  between,
  blurs,
  chain,
  clean,
  column,
  merged,
  normal,
  number,
  plus,
  signals,
  steps,
  stretch,
  undone,
  x,
} from './scene';

const predicted = (t: number) => (state: Matrix, time: number) =>
  time === t ? Matrix.mul(merged(t), 1 + Matrix.sub(state, column(chain, t)).norm()) : Number.NaN;
const fresh = vector([-0.3, 1.7]);

/** A class that is likelier in one direction, so that guidance shifts a normal step exactly. */
const guidance = { mean: 0.4, variance: 0.3, slope: 0.8, strength: 1.7, x: 0.9 };
const chanceOfClass = (_y: number, place: number) => 0.05 * Math.exp(guidance.slope * place);
const bell = (place: number) => Math.exp(-((place - guidance.mean) ** 2) / (2 * guidance.variance));
const tilted = (place: number) => bell(place) * chanceOfClass(1, place) ** guidance.strength;

export const reverse: readonly Check[] = [
  latexCheck('classifier-guidance-mean', {
    states: 'a step times a likelihood, normalized by quadrature',
    near: 1e-7,
    cases: [
      {
        given: {
          'p(\\mathbf{x}_{t-1} \\mid \\mathbf{x}_{t}, y)':
            tilted(guidance.x) / integrate(tilted, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
          '\\mathcal{N}': (at: number, mean: number, variance: number) =>
            Math.exp(-((at - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance),
          '\\mathbf{x}_{t-1}': guidance.x,
          '\\boldsymbol{\\mu}': guidance.mean,
          '\\boldsymbol{\\Sigma}': guidance.variance,
          s: guidance.strength,
          y: 1,
          'p_{\\phi}': chanceOfClass,
        },
      },
    ],
  }),
  latexCheck('ddim-sigma', {
    states: 'the forward posterior by conditioning a normal distribution',
    cases: [2, 3].map((t) => ({
      given: {
        '\\sigma': from(t, [0.7 * Math.sqrt(undone(t).variance)]),
        '\\eta': 0.7,
        '\\bar{\\alpha}': alphaBar,
        t,
      },
    })),
  }),
  latexCheck('ddim-update', {
    states: 'data and noise, put together for the step before',
    cases: steps.map((t) => {
      const sigma = 0.4 * Math.sqrt(number(blurs, t - 1));
      const kept = Math.sqrt(number(blurs, t - 1) - sigma ** 2);
      return {
        given: {
          '\\mathbf{x}_{t-1}': plus([number(signals, t - 1), clean], [kept, merged(t)], [sigma, fresh]),
          '\\mathbf{x}_{t}': column(chain, t),
          '\\bar{\\alpha}': alphaBar,
          '\\boldsymbol{\\epsilon}_{\\theta}': predicted(t),
          '\\boldsymbol{\\epsilon}_{t}': fresh,
          '\\sigma_{t}': sigma,
          t,
        },
      };
    }),
  }),
  latexCheck('ddpm-posterior', {
    states: 'Bayes’ rule for the densities of the chain',
    cases: [2, 3].map((t) => ({
      given: {
        'q(\\mathbf{x}_{t-1} \\mid \\mathbf{x}_{t}, \\mathbf{x}_{0})':
          (stretch([t], [t - 1]) * stretch([t - 1], [0])) / stretch([t], [0]),
        '\\mathcal{N}': normal,
        '\\mathbf{x}_{t-1}': column(chain, t - 1),
        '\\tilde{\\boldsymbol{\\mu}}_{t}(\\mathbf{x}_{t}, \\mathbf{x}_{0})': undone(t).mean,
        '\\tilde{\\beta}_{t}': undone(t).variance,
        '\\mathbf{I}': identity(2),
      },
    })),
  }),
  latexCheck('ddpm-posterior-mean', {
    states: 'conditioning the joint distribution of the chain',
    cases: [2, 3].map((t) => ({
      given: {
        '\\tilde{\\boldsymbol{\\mu}}_{t}(\\mathbf{x}_{t}, \\mathbf{x}_{0})': undone(t).mean,
        '\\bar{\\alpha}': alphaBar,
        '\\alpha': alphas,
        '\\beta': betas,
        '\\mathbf{x}': x,
        t,
      },
    })),
  }),
  latexCheck('ddpm-posterior-variance', {
    states: 'conditioning the joint distribution of the chain',
    cases: [2, 3].map((t) => ({
      given: { '\\tilde{\\beta}_{t}': undone(t).variance, '\\bar{\\alpha}': alphaBar, '\\beta': betas, t },
    })),
  }),
  latexCheck('ddpm-predicted-data', {
    states: 'the data that was noised',
    cases: steps.map((t) => ({
      given: {
        '\\hat{\\mathbf{x}}_{0}': clean,
        '\\mathbf{x}_{t}': column(chain, t),
        '\\bar{\\alpha}': alphaBar,
        '\\boldsymbol{\\epsilon}_{\\theta}': predicted(t),
        t,
      },
    })),
  }),
  unchecked('ddpm-reverse', 'definition'),
  latexCheck('ddpm-reverse-joint', {
    states: 'the stationary chain, which is the same both ways',
    cases: [
      {
        given: {
          'p_{\\theta}(\\mathbf{x}_{0:T})': stretch([0, 1, 2, 3], []),
          'p(\\mathbf{x}_{T})': stretch([3], []),
          'p_{\\theta}': between,
          '\\mathbf{x}': x,
          T: 3,
        },
      },
    ],
  }),
  latexCheck('ddpm-reverse-mean', {
    states: 'the forward posterior of the data that was noised',
    cases: [2, 3].map((t) => ({
      given: {
        '\\boldsymbol{\\mu}_{\\theta}(\\mathbf{x}_{t}, t)': undone(t).mean,
        '\\mathbf{x}_{t}': column(chain, t),
        '\\alpha': alphas,
        '\\beta': betas,
        '\\bar{\\alpha}': alphaBar,
        '\\boldsymbol{\\epsilon}_{\\theta}': predicted(t),
        t,
      },
    })),
  }),
  latexCheck('ddpm-sampling', {
    states: 'the forward posterior of the data that was noised, and fresh noise',
    cases: [2, 3].map((t) => ({
      given: {
        '\\mathbf{x}_{t-1}': plus([1, undone(t).mean], [0.35, fresh]),
        '\\mathbf{x}_{t}': column(chain, t),
        '\\alpha': alphas,
        '\\bar{\\alpha}': alphaBar,
        '\\boldsymbol{\\epsilon}_{\\theta}': predicted(t),
        '\\sigma_{t}': 0.35,
        '\\mathbf{z}': fresh,
        t,
      },
    })),
  }),
];
