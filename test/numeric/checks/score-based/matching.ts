import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';

import { cloudOf, densityAt, type Gaussian } from '../../gaussians';
import { identity, matrix, vector } from '../../given';
import { expectation } from '../../operators';

const data: Gaussian = {
  mean: vector([0.8, -0.3]),
  covariance: matrix([
    [1.4, 0.3],
    [0.3, 0.6],
  ]),
};
const noise: Gaussian = { mean: vector([0, 0]), covariance: identity(2) };
const density = (x: Matrix) => densityAt(x, data);
const precision = inverse(data.covariance);

/** A score network that is a line, with how far it is off in the mean square, by the moments of the data. */
const slope = matrix([
  [-0.9, 0.4],
  [0.1, -1.3],
]);
const shift = vector([0.3, 0.5]);
const network = (x: Matrix) => Matrix.add(slope.mmul(x), shift);
const meanSquare = (a: Matrix, b: Matrix, { mean, covariance }: Gaussian) => {
  const centre = Matrix.add(a.mmul(mean), b);
  return a.mmul(covariance).mmul(a.transpose()).trace() + centre.dot(centre);
};
const explicit =
  meanSquare(Matrix.add(slope, precision), Matrix.sub(shift, precision.mmul(data.mean)), data) / 2;
/** The objective of Hyvärinen: the explicit one without the mean square of the true score. */
const implicit = explicit - precision.trace() / 2;

const cloud = cloudOf(data);
const mean = (letters: string | readonly string[], support: Parameters<typeof expectation>[1]) =>
  expectation(
    letters,
    support,
    support.map(() => 1 / support.length),
  );
const overData = mean('\\mathbf{x}', cloud);

const sigma = 0.7;
const noises = cloudOf(noise);
const noisy = cloud.flatMap((x) => noises.map((epsilon): readonly [Matrix, Matrix] => [x, epsilon]));

/** The mean square of `s(k x + σ ε) + ε / σ` for a line, by the moments of data and of noise. */
const denoisingError = (a: Matrix, b: Matrix, width: number, shrink = 1) => {
  const fromNoise = Matrix.add(Matrix.mul(a, width), Matrix.mul(identity(2), 1 / width));
  return meanSquare(Matrix.mul(a, shrink), b, data) + meanSquare(fromNoise, vector([0, 0]), noise);
};

const levels = [2.5, 1.1, 0.4];
const byLevel = levels.map((level) => {
  const error = denoisingError(Matrix.mul(slope, 1 / level), shift, level);
  return (level ** 2 * error) / (2 * levels.length);
});

/** Two clusters with their weights; what is behind a noisy point follows by Bayes' rule. */
const clusters: readonly (readonly [number, Matrix])[] = [
  [0.3, vector([1.2, 0.1])],
  [0.7, vector([-0.4, 0.9])],
];
const place = vector([0.5, 0.2]);
const behind = (shrink: number, variance: number) => {
  const chance = ([weight, centre]: readonly [number, Matrix], x: Matrix) =>
    weight * densityAt(x, { mean: Matrix.mul(centre, shrink), covariance: identity(2).mul(variance) });
  const marginal = (x: Matrix) => clusters.reduce((sum, cluster) => sum + chance(cluster, x), 0);
  const posterior = clusters.reduce(
    (sum, cluster) => Matrix.add(sum, Matrix.mul(cluster[1], chance(cluster, place) / marginal(place))),
    vector([0, 0]),
  );
  return { marginal, posterior };
};
const [added, kept] = [behind(1, sigma ** 2), behind(0.6, 0.64)];

export const matching: readonly Check[] = [
  latexCheck('ncsn-loss', {
    states: 'a linear network, by the moments of data and noise',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': byLevel.reduce((sum, part) => sum + part, 0),
          L: levels.length,
          '\\sigma': levels,
          '\\mathbb{E}_{\\mathbf{x}, \\boldsymbol{\\epsilon}}': mean(
            ['\\mathbf{x}', '\\boldsymbol{\\epsilon}'],
            noisy,
          ),
          '\\mathbf{s}_{\\theta}': (x: Matrix, level: number) => Matrix.add(slope.mmul(x).div(level), shift),
        },
      },
    ],
  }),
  latexCheck('score-function-data', {
    states: 'the score of a normal distribution in closed form',
    cases: [
      {
        given: {
          '\\mathbf{s}(\\mathbf{x})': precision.mmul(Matrix.sub(data.mean, place)),
          p: (x: Matrix) => 3 * density(x),
          '\\mathbf{x}': place,
        },
      },
    ],
  }),
  latexCheck('score-matching', {
    states: 'the explicit objective of a normal distribution, by its moments',
    cases: [
      {
        given: {
          'J(\\theta)': implicit,
          '\\mathbb{E}_{p(\\mathbf{x})}': overData,
          '\\mathbf{s}_{\\theta}': network,
        },
      },
    ],
  }),
  latexCheck('score-matching-denoising', {
    states: 'a linear network, by the moments of data and noise',
    cases: [
      {
        given: {
          'J(\\theta)': denoisingError(slope, shift, sigma, 0.8) / 2,
          '\\mathbb{E}_{q_{\\sigma}(\\tilde{\\mathbf{x}} \\mid \\mathbf{x})\\, p(\\mathbf{x})}': mean(
            ['\\mathbf{x}', '\\tilde{\\mathbf{x}}'],
            noisy.map(([x, epsilon]) => [x, Matrix.add(Matrix.mul(x, 0.8), Matrix.mul(epsilon, sigma))]),
          ),
          'q_{\\sigma}': (to: Matrix, from: Matrix) =>
            densityAt(to, { mean: Matrix.mul(from, 0.8), covariance: identity(2).mul(sigma ** 2) }),
          '\\mathbf{s}_{\\theta}': network,
        },
      },
    ],
  }),
  latexCheck('score-matching-denoising-gaussian', {
    states: 'a linear network, by the moments of data and noise',
    cases: [
      {
        given: {
          'J(\\theta)': denoisingError(slope, shift, sigma) / 2,
          '\\mathbb{E}_{\\mathbf{x}, \\boldsymbol{\\epsilon}}': mean(
            ['\\mathbf{x}', '\\boldsymbol{\\epsilon}'],
            noisy,
          ),
          '\\sigma': sigma,
          '\\mathbf{s}_{\\theta}': network,
        },
      },
    ],
  }),
  latexCheck('score-matching-explicit', {
    states: 'a linear network, by the moments of a normal distribution',
    cases: [
      {
        given: {
          'J(\\theta)': explicit,
          '\\mathbb{E}_{p(\\mathbf{x})}': overData,
          p: density,
          '\\mathbf{s}_{\\theta}': network,
        },
      },
    ],
  }),
  latexCheck('score-matching-sliced', {
    states: 'the unsliced objective, for directions of unit covariance',
    cases: [
      {
        given: {
          'J(\\theta)': implicit,
          '\\mathbb{E}_{p_{\\mathbf{v}}(\\mathbf{v})\\, p(\\mathbf{x})}': mean(
            ['\\mathbf{x}', '\\mathbf{v}'],
            noisy,
          ),
          '\\mathbf{s}_{\\theta}': network,
        },
      },
    ],
  }),
  latexCheck('score-tweedie', {
    states: 'Bayes’ rule for two clusters',
    cases: [
      {
        given: {
          '\\mathbb{E}\\left[ \\mathbf{x} \\mid \\tilde{\\mathbf{x}} \\right]': added.posterior,
          '\\tilde{\\mathbf{x}}': place,
          '\\sigma': sigma,
          p: added.marginal,
        },
      },
    ],
  }),
  latexCheck('score-tweedie-ddpm', {
    states: 'Bayes’ rule for two clusters',
    cases: [
      {
        given: {
          '\\mathbb{E}\\left[ \\mathbf{x}_{0} \\mid \\mathbf{x}_{t} \\right]': kept.posterior,
          '\\mathbf{x}_{t}': place,
          '\\bar{\\alpha}_{t}': 0.36,
          q: kept.marginal,
        },
      },
    ],
  }),
  unchecked('sde-score-loss', 'objective'),
];
