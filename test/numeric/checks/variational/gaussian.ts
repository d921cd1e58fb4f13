import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative } from '../../differences';
import { cloudOf, densityAt, momentsOf } from '../../gaussians';
import { computed, entries, identity, vector } from '../../given';
import { integrate } from '../../quadrature';
import { at, total } from './scene';

const { exp, log, PI, sqrt } = Math;
const normal = (x: number, mean: number, variance: number) =>
  exp(-((x - mean) ** 2) / (2 * variance)) / sqrt(2 * PI * variance);

/** An encoder's output for three latent units, and noise. */
const MEANS = [0.7, -1.2, 0.3];
const SCALES = [0.5, 1.4, 0.9];
const NOISE = [0.8, -0.6, 1.7];
const sampleOf = (noise: readonly number[]) => noise.map((e, i) => at(MEANS, i) + at(SCALES, i) * e);
const covariance = Matrix.diag(SCALES.map((scale) => scale ** 2));

/** The divergence from the standard normal distribution, one integral for each latent unit. */
const divergence = total(
  MEANS.map((mean, i) => {
    const variance = at(SCALES, i) ** 2;
    const reach = 9 * at(SCALES, i);
    const density = (z: number) => normal(z, mean, variance);
    return integrate((z) => density(z) * log(density(z) / normal(z, 0, 1)), mean - reach, mean + reach);
  }),
);

const encoder = {
  d: 3,
  ...entries('\\mu', MEANS),
  ...entries('\\sigma', SCALES),
  '\\mathbf{x}': 0,
};

const SECOND = [-1.1, 0.4, 0.2];
const reconstruction = (z: Matrix) => exp(-((z.get(0, 0) - 2 * z.get(1, 0) + z.get(2, 0)) ** 2) / 3);

/** A plane that a Gaussian encoder stretches: the area of the image of the unit square, by the shoelace formula. */
const stretched = (noise: Matrix) => vector([0.7 + 0.5 * noise.get(0, 0), -1.2 + 1.4 * noise.get(1, 0)]);
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
].map((corner) => stretched(vector(corner)).to1DArray());
const area =
  total(
    CORNERS.map((corner, i) => {
      const next = CORNERS[(i + 1) % 4] ?? [];
      return at(corner, 0) * at(next, 1) - at(corner, 1) * at(next, 0);
    }),
  ) / 2;

/** Pseudo-inputs of an encoder whose variance grows with them. */
const PSEUDO = [-1.1, 0.2, 1.9];
const seen = (z: number, u: number) => normal(z, u, 0.3 + 0.1 * u ** 2);

/** A log-normal encoder, whose density is the slope of its distribution function. */
const bent = (noise: number) => exp(0.3 + 0.7 * noise);
const chanceBelow = (z: number) => integrate((noise) => normal(noise, 0, 1), -9, (log(z) - 0.3) / 0.7);

export const gaussian: readonly Check[] = [
  latexCheck('vae-change-of-variables', {
    states: 'the slope of the distribution function of a log-normal encoder',
    cases: [0.6, -1.3].map((noise) => ({
      given: {
        '\\mathbf{x}': 0,
        '\\mathbf{z}': bent(noise),
        '\\boldsymbol{\\epsilon}': noise,
        'q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})': derivative(chanceBelow, bent(noise)),
        'p(\\boldsymbol{\\epsilon})': normal(noise, 0, 1),
        'd_{\\phi}(\\mathbf{x}, \\boldsymbol{\\epsilon})': derivative(bent, noise),
      },
    })),
    tolerance: 1e-6,
  }),
  latexCheck('vae-gaussian-elbo', {
    states: 'quadrature of the divergence, and a hand-drawn pair of samples',
    cases: [
      {
        given: {
          ...encoder,
          '\\tilde{\\mathcal{L}}_{\\theta, \\phi}(\\mathbf{x})':
            log(reconstruction(vector(sampleOf(NOISE))) * reconstruction(vector(sampleOf(SECOND)))) / 2 -
            divergence,
          L: 2,
          l: 2,
          '\\boldsymbol{\\epsilon}': [vector(NOISE), vector(SECOND)],
          'p_{\\theta}': (_: number, z: Matrix) => reconstruction(z),
        },
      },
    ],
  }),
  functionCheck('vae-gaussian-encoder', {
    states: 'mean and covariance of a cloud of points of the noise, shifted and scaled',
    formula: () => {
      const cloud = cloudOf({ mean: vector([0, 0, 0]), covariance: identity(3) });
      const moved = momentsOf(cloud.map((noise) => vector(sampleOf(noise.to1DArray()))));
      return [...moved.mean.to1DArray(), ...moved.covariance.to1DArray()];
    },
    against: () => [...MEANS, ...covariance.to1DArray()],
    mutants: { 'the deviations as variances': () => [...MEANS, ...Matrix.diag(SCALES).to1DArray()] },
  }),
  latexCheck('vae-gaussian-encoder-log-density', {
    states: 'the density of a normal vector',
    cases: [
      {
        given: {
          ...encoder,
          '\\mathbf{z}': vector(sampleOf(NOISE)),
          '\\epsilon': NOISE,
          '\\mathcal{N}': normal,
          'q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})': densityAt(vector(sampleOf(NOISE)), {
            mean: vector(MEANS),
            covariance,
          }),
        },
      },
    ],
  }),
  latexCheck('vae-gaussian-kl', {
    states: 'quadrature, one latent unit at a time',
    cases: [
      {
        given: {
          ...encoder,
          '\\mathbf{z}': 0,
          'D_{\\mathrm{KL}}\\left( q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x}) \\,\\|\\, p(\\mathbf{z}) \\right)':
            divergence,
        },
      },
    ],
  }),
  latexCheck('vae-jacobian-log-det', {
    states: 'the area of a stretched square',
    cases: [
      {
        given: {
          '\\mathbf{x}': 0,
          'd_{\\phi}(\\mathbf{x}, \\boldsymbol{\\epsilon})': area,
          '\\boldsymbol{\\epsilon}': vector([0.4, -0.9]),
          '\\mathbf{z}': computed((get) => stretched(get('\\boldsymbol{\\epsilon}'))),
          '\\sigma': [0.5, 1.4],
        },
      },
    ],
    same: {
      '\\log d_{\\phi}(\\mathbf{x}, \\boldsymbol{\\epsilon}) = \\log \\left\\lvert \\left( \\frac{\\partial \\mathbf{z}}{\\partial \\boldsymbol{\\epsilon}} \\right) \\right\\rvert = \\sum_{i} \\log \\sigma_{i}':
        'bars around a matrix are its determinant',
    },
  }),
  functionCheck('vae-marginal-likelihood', {
    states: 'the closed form for a linear Gaussian model',
    formula: () => integrate((z) => normal(z, 0, 1) * normal(1.3, 0.8 * z, 1), -9, 9),
    against: () => normal(1.3, 0, 1 + 0.8 ** 2),
    mutants: { 'without the prior': () => integrate((z) => normal(1.3, 0.8 * z, 1), -20, 20) },
  }),
  unchecked('vae-reparameterization-general', 'definition'),
  latexCheck('vae-vampprior', {
    states: 'the slope of the share of draws below a point',
    cases: [0.4, -0.9].map((z) => ({
      given: {
        '\\mathbf{z}': z,
        'p_{\\lambda}(\\mathbf{z})': derivative(
          (bar) => total(PSEUDO.map((u) => integrate((y) => seen(y, u), -9, bar))) / 3,
          z,
        ),
        K: 3,
        'q_{\\phi}': (y: number, u: number) => seen(y, u),
        '\\mathbf{u}': PSEUDO,
      },
    })),
    tolerance: 1e-6,
  }),
  latexCheck('vq-vae-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathcal{L}': log(4) + 5 + 0.25 * 5,
          '\\beta': 0.25,
          '\\mathbf{x}': 3,
          p: (x: number, z: Matrix) => (x === 3 && z.get(0, 0) === 2 ? 0.25 : Number.NaN),
          '\\mathbf{z}_{q}': () => vector([2, 3]),
          '\\mathbf{z}_{e}': () => vector([1, 1]),
          '\\mathbf{e}': vector([2, 3]),
          '\\operatorname{sg}': (value: Matrix) => value,
        },
      },
    ],
  }),
  latexCheck('vq-vae-quantization', {
    states: 'the nearest of three points in the plane',
    cases: [
      {
        given: {
          '\\mathbf{x}': 0,
          '\\mathbf{z}_{q}(\\mathbf{x})': vector([2, 2]),
          '\\mathbf{z}_{e}(\\mathbf{x})': vector([1, 1]),
          // By absolute differences the first would be nearer.
          '\\mathbf{e}': [vector([2.5, 1]), vector([-1, -1]), vector([2, 2])],
        },
      },
    ],
  }),
];
