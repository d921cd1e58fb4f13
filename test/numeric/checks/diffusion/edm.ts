import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { cloudOf, conditioned } from '../../gaussians';
import { from, identity, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { plus } from './scene';

const first = vector([1.2, -0.6]);
const second = vector([0.5, 1.4]);

/** Data and noisy data as a joint normal distribution. */
const spread = { data: 1.5, noise: 0.8 };
const seen = spread.data ** 2 + spread.noise ** 2;
const pair = {
  mean: vector([0, 0]),
  covariance: matrix([
    [spread.data ** 2, spread.data ** 2],
    [spread.data ** 2, seen],
  ]),
};
const denoised = conditioned(pair, [0], [1], vector([1]));

const dataCloud = cloudOf({ mean: vector([0.8, -0.3]), covariance: identity(2).mul(1.2) });
const noiseCloud = cloudOf({ mean: vector([0, 0]), covariance: identity(2) });
const sigmas = [0.5, 2];
const noisy = sigmas.flatMap((sigma) =>
  dataCloud.flatMap((y) => noiseCloud.map((n) => [sigma, y, Matrix.mul(n, sigma)])),
);
/** The mean squared error of a line as a denoiser, by moments: of bias, of data and of noise. */
const linearError = (sigma: number, slope: number) =>
  (1 - slope) ** 2 * (2 * 1.2 + 0.8 ** 2 + 0.3 ** 2) + slope ** 2 * sigma ** 2 * 2;

/** Levels whose roots of order 3 are 5, 4.25, 3.5, 2.75 and 2. */
const rooted = [125, 76.765625, 42.875, 20.796875, 8];

export const edm: readonly Check[] = [
  latexCheck('consistency-function', {
    states: 'a case worked by hand',
    cases: [
      {
        given: {
          'f_{\\theta}(\\mathbf{x}, t)': plus([0.36, first], [12 / Math.sqrt(34), second]),
          'F_{\\theta}': (x: Matrix, t: number) => plus([1, second], [t - 5, x], [1, Matrix.sub(x, first)]),
          'c_{\\mathrm{skip}}': (t: number) => (t === 5 ? 0.36 : Number.NaN),
          'c_{\\mathrm{out}}': (t: number) => (t === 5 ? 12 / Math.sqrt(34) : Number.NaN),
          '\\sigma_{\\mathrm{data}}': 3,
          '\\epsilon': 1,
          '\\mathbf{x}': first,
          t: 5,
        },
      },
    ],
  }),
  latexCheck('edm-coefficients', {
    states: 'the regression of data on noisy data',
    cases: [
      {
        given: {
          'c_{\\mathrm{skip}}(\\sigma)': denoised.mean.get(0, 0),
          'c_{\\mathrm{out}}(\\sigma)': Math.sqrt(denoised.covariance.get(0, 0)),
          'c_{\\mathrm{in}}(\\sigma)': 1 / Math.sqrt(seen),
          'c_{\\mathrm{noise}}(\\sigma)': Math.log(spread.noise ** 0.25),
          '\\sigma': spread.noise,
          '\\sigma_{\\mathrm{data}}': spread.data,
        },
      },
    ],
  }),
  latexCheck('edm-heun-step', {
    states: 'a path of second degree, which the step follows exactly',
    cases: [
      {
        given: {
          '\\mathbf{x}_{i}': first,
          '\\mathbf{x}_{i+1}': plus([1, first], [0.9 ** 2 - 1.6 ** 2, second]),
          'D_{\\theta}': (x: Matrix, sigma: number) => plus([1, x], [-2 * sigma ** 2, second]),
          '\\sigma': [1.6, 0.9],
          '\\mathbf{d}_{i}': Matrix.mul(second, 3.2),
          '\\tilde{\\mathbf{d}}_{i}': Matrix.mul(second, 1.8),
          '\\tilde{\\mathbf{x}}_{i+1}': plus([1, first], [(0.9 - 1.6) * 3.2, second]),
          i: 1,
        },
      },
    ],
  }),
  latexCheck('edm-loss', {
    states: 'a linear denoiser, by the moments of data and noise',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)':
            sigmas.reduce(
              (sum, sigma) => sum + linearError(sigma, 0.7 / sigma) * (1 / sigma ** 2 + 1 / 1.44),
              0,
            ) / 2,
          '\\mathbb{E}_{\\sigma, \\mathbf{y}, \\mathbf{n}}': expectation(
            ['\\sigma', '\\mathbf{y}', '\\mathbf{n}'],
            noisy,
            noisy.map(() => 1 / noisy.length),
          ),
          'D_{\\theta}': (x: Matrix, sigma: number) => Matrix.mul(x, 0.7 / sigma),
          '\\sigma_{\\mathrm{data}}': 1.2,
        },
      },
    ],
    same: {
      '\\mathcal{L}(\\theta) = \\mathbb{E}_{\\sigma, \\mathbf{y}, \\mathbf{n}}\\left[ \\frac{\\sigma^{2} + \\sigma_{\\mathrm{data}}^{2}}{(\\sigma \\cdot \\sigma_{\\mathrm{data}})^{2}} \\left\\lVert D_{\\theta}(\\mathbf{y} - \\mathbf{n}; \\sigma) - \\mathbf{y} \\right\\rVert_{2}^{2} \\right]':
        'the noise is as likely as its opposite',
    },
  }),
  latexCheck('edm-preconditioning', {
    states: 'a case worked by hand',
    cases: [
      {
        given: {
          'D_{\\theta}(\\mathbf{x}; \\sigma)': vector([8.1, -0.5]),
          'c_{\\mathrm{skip}}': (sigma: number) => sigma / 8,
          'c_{\\mathrm{out}}': (sigma: number) => sigma + 1,
          'c_{\\mathrm{in}}': (sigma: number) => 1 / (2 * sigma),
          'c_{\\mathrm{noise}}': (sigma: number) => sigma - 3,
          'F_{\\theta}': (u: Matrix, c: number) => plus([c, vector([0.5, 1.5])], [1, u]),
          '\\mathbf{x}': vector([9.6, 4]),
          '\\sigma': 2,
        },
      },
    ],
  }),
  latexCheck('edm-schedule', {
    states: 'cubes of evenly spaced numbers, written by hand',
    cases: rooted.map((level, i) => ({
      given: {
        '\\sigma': from(0, rooted),
        '\\sigma_{\\max}': 125,
        '\\sigma_{\\min}': 8,
        '\\rho': 3,
        N: 5,
        i,
        '\\sigma_{i}': level,
      },
    })),
  }),
];
