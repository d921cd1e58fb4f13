import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { identity, vector } from '../../given';
import {
  alphas,
  betas,
  between,
  column,
  noises,
  normal,
  number,
  plus,
  signals,
  steps,
  stretch,
  x,
} from './scene';

/** How much of each noise is left at a step. */
const noiseShares = (t: number) =>
  betas
    .slice(0, t)
    .map((beta, s) => alphas.slice(s + 1, t).reduce((share, a) => share * Math.sqrt(a), Math.sqrt(beta)));

export const forward: readonly Check[] = [
  latexCheck('ddpm-alpha-bar', {
    states: 'the regression of a step on its data',
    cases: steps.map((t) => ({
      given: {
        '\\alpha': [0.81, 0.64, 0.49],
        '\\beta': betas,
        '\\bar{\\alpha}_{t}': number(signals, t) ** 2,
        t,
      },
    })),
  }),
  latexCheck('ddpm-forward', {
    states: 'a step of the stationary chain, by conditioning its joint distribution',
    cases: steps.map((t) => ({
      given: {
        'q(\\mathbf{x}_{t} \\mid \\mathbf{x}_{t-1})': stretch([t], [t - 1]),
        '\\mathcal{N}': normal,
        '\\mathbf{x}': x,
        '\\beta': betas,
        '\\mathbf{I}': identity(2),
        t,
      },
    })),
  }),
  latexCheck('ddpm-forward-closed-form', {
    states: 'the joint distribution of the chain, by conditioning on its start',
    cases: steps.map((t) => ({
      given: {
        'q(\\mathbf{x}_{t} \\mid \\mathbf{x}_{0})': stretch([t], [0]),
        '\\mathcal{N}': normal,
        '\\mathbf{x}': x,
        '\\bar{\\alpha}_{t}': alphas.slice(0, t).reduce((product, alpha) => product * alpha, 1),
        '\\mathbf{I}': identity(2),
        t,
      },
    })),
  }),
  latexCheck('ddpm-forward-joint', {
    states: 'the joint distribution of the chain, by conditioning on its start',
    cases: [
      {
        given: {
          'q(\\mathbf{x}_{1:T} \\mid \\mathbf{x}_{0})': stretch(steps, [0]),
          q: between,
          '\\mathbf{x}': x,
          T: 3,
        },
      },
    ],
  }),
  functionCheck('ddpm-forward-reparameterization', {
    states: 'the shares of data and of each noise in the chain',
    formula: () => {
      const product = alphas.reduce((all, alpha) => all * alpha, 1);
      return [Math.sqrt(product), Math.sqrt(1 - product), Math.sqrt(1 - 0.49 * 0.64)];
    },
    against: () => [
      number(signals, 3),
      Math.hypot(...noiseShares(3)),
      Math.hypot(...noiseShares(3).slice(1)),
    ],
    mutants: {
      'standard deviations added': () => {
        const sum = noiseShares(3).reduce((all, share) => all + share, 0);
        return [number(signals, 3), sum, sum - number(noiseShares(3), 0)];
      },
      'without the roots': () => [0.81 * 0.64 * 0.49, 1 - 0.81 * 0.64 * 0.49, 1 - 0.49 * 0.64],
    },
  }),
  latexCheck('ddpm-forward-sample', {
    states: 'the chain run step by step, its noises merged by their shares',
    cases: steps.map((t) => {
      const shares = noiseShares(t);
      const noise = plus(
        ...shares.map((share, s): [number, Matrix] => [share / Math.hypot(...shares), column(noises, s)]),
      );
      return {
        given: {
          '\\mathbf{x}': x,
          '\\bar{\\alpha}_{t}': alphas.slice(0, t).reduce((product, alpha) => product * alpha, 1),
          '\\boldsymbol{\\epsilon}': noise,
          t,
        },
      };
    }),
  }),
  latexCheck('vdm-forward', {
    states: 'a step of the stationary chain, by conditioning its joint distribution',
    cases: steps.map((t) => ({
      given: {
        'q(\\mathbf{x}_{t} \\mid \\mathbf{x}_{t-1})': stretch([t], [t - 1]),
        '\\mathcal{N}': normal,
        '\\mathbf{x}': x,
        '\\alpha': alphas,
        '\\mathbf{I}': identity(2),
        t,
      },
    })),
  }),
  latexCheck('vdm-forward-joint', {
    states: 'the joint distribution of the chain, by conditioning on its start',
    cases: [
      {
        given: {
          'q(\\mathbf{x}_{1:T} \\mid \\mathbf{x}_{0})': stretch(steps, [0]),
          q: between,
          '\\mathcal{N}': normal,
          '\\mathbf{x}': x,
          '\\alpha': alphas,
          '\\mathbf{I}': identity(2),
          T: 3,
        },
      },
    ],
  }),
  latexCheck('vdm-joint', {
    states: 'the stationary chain, which is the same both ways',
    cases: [
      {
        given: {
          'p_{\\theta}(\\mathbf{x}_{0:T})': stretch([0, 1, 2, 3], []),
          'p(\\mathbf{x}_{T})': stretch([3], []),
          'p_{\\theta}': between,
          '\\mathcal{N}': normal,
          '\\mathbf{0}': vector([0, 0]),
          '\\mathbf{I}': identity(2),
          '\\mathbf{x}': x,
          T: 3,
        },
      },
    ],
  }),
];
