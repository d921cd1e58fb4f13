import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { cloudOf } from '../../gaussians';
import { identity, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { alphaBar, alphas, betas, blurs, meanBetween, number, plus, signals, undone } from './scene';

/** Data and noise by a few points each, with just the moments wanted; the network is a line for each step. */
const data = {
  mean: vector([0.8, -0.3]),
  covariance: matrix([
    [1.4, 0.3],
    [0.3, 0.6],
  ]),
};
const noise = { mean: vector([0, 0]), covariance: identity(2) };
const slopes = [0.3, 0.9, -0.4];
const shift = vector([0.2, -0.5]);
const network = (x: Matrix, t: number) =>
  Matrix.isMatrix(x) ? plus([number(slopes, t - 1), x], [1, shift]) : vector([Number.NaN, Number.NaN]);

const outcomes = cloudOf(data).flatMap((x) =>
  cloudOf(noise).map((epsilon): readonly [Matrix, Matrix] => [x, epsilon]),
);
const overSteps = expectation(
  ['t', '\\mathbf{x}_{0}', '\\boldsymbol{\\epsilon}'],
  [1, 2, 3].flatMap((t) => outcomes.map(([x, epsilon]) => [t, x, epsilon])),
  [1, 2, 3].flatMap(() => outcomes.map(() => 1 / outcomes.length / 3)),
);
const atStep = expectation(
  ['\\mathbf{x}_{0}', '\\boldsymbol{\\epsilon}'],
  outcomes,
  outcomes.map(() => 1 / outcomes.length),
);

const square = (x: Matrix) => x.dot(x);
/** The mean square of `a x_0 + b ε + c`, by the moments of its parts. */
const meanSquare = (a: number, b: number, c: Matrix) =>
  a ** 2 * data.covariance.trace() + 2 * b ** 2 + square(plus([a, data.mean], [1, c]));
const meanOverSteps = (loss: (t: number) => number) => (loss(1) + loss(2) + loss(3)) / 3;
/** The mean squared error of the network for a target `a x_0 + b ε`. */
const errorFor = (a: (t: number) => number, b: (t: number) => number) =>
  meanOverSteps((t) => {
    const slope = number(slopes, t - 1);
    return meanSquare(
      a(t) - slope * number(signals, t),
      b(t) - slope * Math.sqrt(number(blurs, t)),
      Matrix.mul(shift, -1),
    );
  });

const bell = (x: number, mean: number, variance: number) =>
  Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
/** The divergence of two normal distributions in two dimensions, by quadrature in each component. */
const divergence = (mean: Matrix, variance: number, other: Matrix, width: number) =>
  [0, 1].reduce((sum, i) => {
    const [m, n] = [mean.get(i, 0), other.get(i, 0)];
    const logRatio = (x: number) => Math.log(bell(x, m, variance) / bell(x, n, width));
    return sum + integrate((x) => bell(x, m, variance) * logRatio(x), m - 7, m + 7, 1e-9);
  }, 0);

/** A denoising term of the bound: the divergences from the forward posterior, averaged over data and noise. */
function denoisingTerm(t: number, width: number): number {
  const [signal, blur] = [number(signals, t), Math.sqrt(number(blurs, t))];
  const parts = outcomes.map(([x, epsilon]) => {
    const later = plus([signal, x], [blur, epsilon]);
    const guess = plus([1 / signal, later], [-blur / signal, network(later, t)]);
    return divergence(meanBetween(t, later, x), undone(t).variance, meanBetween(t, later, guess), width);
  });
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Data of unit variance, whose clean value the best denoiser misses by `1 / (1 + SNR)` in the mean square. */
const schedules = [(t: number) => 9 * Math.exp(-4 * t), (t: number) => 9 - t ** 2 * (9 - 9 * Math.exp(-4))];
const slopeOf = (snr: (t: number) => number, t: number) => (snr(t + 1e-5) - snr(t - 1e-5)) / 2e-5;
const continuousLoss = (factor: number, snr: (t: number) => number) =>
  factor * integrate((t) => slopeOf(snr, t) / (1 + snr(t)), 0, 1, 1e-9);

/** Three tokens, and how likely a network takes each for what it is, whatever it sees. */
const likelihoods = [0.3, 0.05, 0.6];
const masks = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [a, b, c])));
function maskedLoss(weight: (alpha: number, slope: number) => number): number {
  const alpha = (t: number) => 1 - t ** 2;
  return integrate(
    (t) =>
      masks.reduce((sum, mask) => {
        const chance = mask.reduce((all, isMasked) => all * (isMasked === 1 ? 1 - alpha(t) : alpha(t)), 1);
        const logs = mask.map((isMasked, l) => isMasked * Math.log(likelihoods[l] ?? Number.NaN));
        return sum + chance * logs.reduce((all, log) => all + log, 0);
      }, 0) * weight(alpha(t), -2 * t),
    0,
    1,
    1e-9,
  );
}

export const losses: readonly Check[] = [
  unchecked('consistency-distillation-loss', 'objective'),
  unchecked('consistency-training-loss', 'objective'),
  latexCheck('ddpm-simple-loss', {
    states: 'a linear network, by the moments of data and noise',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{simple}}(\\theta)': errorFor(
            () => 0,
            () => 1,
          ),
          '\\mathbb{E}_{t, \\mathbf{x}_{0}, \\boldsymbol{\\epsilon}}': overSteps,
          '\\boldsymbol{\\epsilon}_{\\theta}': network,
          '\\bar{\\alpha}': alphaBar,
        },
      },
    ],
  }),
  latexCheck('ddpm-weighted-loss', {
    states: 'the divergences of the steps by quadrature, averaged over data and noise',
    cases: [2, 3].map((t) => ({
      given: {
        'L_{t-1}': denoisingTerm(t, 0.3 * t),
        '\\mathbb{E}_{\\mathbf{x}_{0}, \\boldsymbol{\\epsilon}}': atStep,
        '\\boldsymbol{\\epsilon}_{\\theta}': network,
        '\\bar{\\alpha}': alphaBar,
        '\\alpha': alphas,
        '\\beta': betas,
        '\\sigma_{t}': Math.sqrt(0.3 * t),
        C: divergence(shift, undone(t).variance, shift, 0.3 * t),
        t,
      },
    })),
  }),
  latexCheck('diffusion-v-loss', {
    states: 'a linear network, by the moments of data and noise',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{v}}(\\theta)': errorFor(
            (t) => -Math.sqrt(number(blurs, t)),
            (t) => number(signals, t),
          ),
          '\\mathbb{E}_{t, \\mathbf{x}_{0}, \\boldsymbol{\\epsilon}}': overSteps,
          '\\mathbf{v}_{\\theta}': network,
          '\\bar{\\alpha}': alphaBar,
        },
      },
    ],
  }),
  latexCheck('diffusion-x0-loss', {
    states: 'a linear network, by the moments of data and noise',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{data}}(\\theta)': errorFor(
            () => 1,
            () => 0,
          ),
          '\\mathbb{E}_{t, \\mathbf{x}_{0}, \\boldsymbol{\\epsilon}}': overSteps,
          '\\mathbf{x}_{\\theta}': network,
          '\\bar{\\alpha}': alphaBar,
        },
      },
    ],
    same: {
      '\\mathcal{L}_{\\mathrm{data}}(\\theta) = \\mathbb{E}_{t, \\mathbf{x}_{0}, \\boldsymbol{\\epsilon}}\\left[ \\left\\lVert \\mathbf{x}_{0} - \\mathbf{x}_{\\theta}\\left( \\sqrt{\\bar{\\alpha}_{t}}\\, \\mathbf{x}_{0} - \\sqrt{1 - \\bar{\\alpha}_{t}}\\, \\boldsymbol{\\epsilon}, t \\right) \\right\\rVert_{2}^{2} \\right]':
        'the noise is as likely as its opposite',
    },
  }),
  unchecked('iddpm-hybrid-loss', 'objective'),
  unchecked('latent-diffusion-loss', 'objective'),
  functionCheck('masked-diffusion-loss', {
    states: 'the likelihood of independent tokens',
    formula: () => maskedLoss((alpha, slope) => slope / (1 - alpha)),
    against: () => -likelihoods.reduce((sum, chance) => sum + Math.log(chance), 0),
    mutants: {
      'divided by what is not masked': () => maskedLoss((alpha, slope) => slope / (1 - alpha + 0.1)),
      'without the share that is masked': () => maskedLoss((_, slope) => slope),
      'with the other sign': () => maskedLoss((alpha, slope) => -slope / (1 - alpha)),
    },
  }),
  functionCheck('vdm-loss-continuous', {
    states: 'the mutual information that is lost, for normal data and two schedules',
    formula: () => schedules.map((snr) => continuousLoss(-0.5, snr)),
    against: () => schedules.map((snr) => 0.5 * Math.log(1 + snr(0)) - 0.5 * Math.log(1 + snr(1))),
    mutants: {
      'without the half': () => schedules.map((snr) => continuousLoss(-1, snr)),
      'with the other sign': () => schedules.map((snr) => continuousLoss(0.5, snr)),
    },
  }),
];
