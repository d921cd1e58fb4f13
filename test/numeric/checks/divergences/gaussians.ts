import { determinant, inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { cloudOf, densityAt, type Gaussian } from '../../gaussians';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';

const { log, sqrt, PI } = Math;

const FIRST: Gaussian = {
  mean: vector([0.5, -1]),
  covariance: matrix([
    [1.3, 0.4],
    [0.4, 0.8],
  ]),
};
const SECOND: Gaussian = {
  mean: vector([-0.7, 0.6]),
  covariance: matrix([
    [2.1, -0.5],
    [-0.5, 0.9],
  ]),
};

/** The mean of the log-ratio, which is quadratic, over points whose first two moments are those of the first one. */
function divergence(first: Gaussian, second: Gaussian): number {
  const ratios = cloudOf(first).map((x) => log(densityAt(x, first) / densityAt(x, second)));
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

/** The integral of the root of the product of two densities, by completing the square. */
function overlap(first: Gaussian, second: Gaussian): number {
  const [p, q] = [inverse(first.covariance).mul(0.5), inverse(second.covariance).mul(0.5)];
  const precision = Matrix.add(p, q);
  const pull = Matrix.add(p.mmul(first.mean), q.mmul(second.mean));
  const centre = inverse(precision).mmul(pull);
  const height = sqrt(densityAt(centre, first) * densityAt(centre, second));
  return (height * 2 * PI) / sqrt(determinant(precision));
}

/** The distance of two normal distributions of the plane: of a 2×2 matrix the trace of the root is elementary. */
function transportCost(first: Gaussian, second: Gaussian): number {
  const product = first.covariance.mmul(second.covariance);
  const traceOfRoot = sqrt(product.trace() + 2 * sqrt(determinant(product)));
  const gap = Matrix.sub(first.mean, second.mean);
  return gap.dot(gap) + first.covariance.trace() + second.covariance.trace() - 2 * traceOfRoot;
}

const diagonal = (variances: readonly number[]) => Matrix.diag([...variances]);

export const gaussianDivergences: readonly Check[] = [
  latexCheck('bhattacharyya-gaussians', {
    states: 'the integral of the root of the product, by completing the square',
    cases: [
      {
        given: {
          'D_{\\mathrm{B}}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}), \\mathcal{N}(\\boldsymbol{\\mu}_{2}, \\boldsymbol{\\Sigma}_{2}) \\right)':
            -log(overlap(FIRST, SECOND)),
          '\\boldsymbol{\\mu}_{1}': FIRST.mean,
          '\\boldsymbol{\\mu}_{2}': SECOND.mean,
          '\\boldsymbol{\\Sigma}_{1}': FIRST.covariance,
          '\\boldsymbol{\\Sigma}_{2}': SECOND.covariance,
        },
      },
    ],
    same: {
      'D_{\\mathrm{B}}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}), \\mathcal{N}(\\boldsymbol{\\mu}_{2}, \\boldsymbol{\\Sigma}_{2}) \\right) &= \\frac{1}{8} (\\boldsymbol{\\mu}_{1} - \\boldsymbol{\\mu}_{2})^{\\top} \\boldsymbol{\\Sigma}^{-1} (\\boldsymbol{\\mu}_{1} - \\boldsymbol{\\mu}_{2}) + \\frac{1}{2} \\log \\frac{\\det \\boldsymbol{\\Sigma}}{\\sqrt{\\det \\boldsymbol{\\Sigma}_{1} \\boldsymbol{\\Sigma}_{2}}}':
        'the determinant of a product is the product of the determinants',
    },
  }),
  latexCheck('kl-gaussian-standard-normal', {
    states: 'the mean log-ratio over points with the same moments',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}\\left( \\mathcal{N}(\\boldsymbol{\\mu}, \\operatorname{diag}(\\boldsymbol{\\sigma}^{2})) \\,\\|\\, \\mathcal{N}(\\mathbf{0}, \\mathbf{I}) \\right)':
            divergence(
              { mean: vector([0.4, -1.3]), covariance: diagonal([1.7 ** 2, 0.6 ** 2]) },
              { mean: vector([0, 0]), covariance: diagonal([1, 1]) },
            ),
          d: 2,
          '\\mu': [0.4, -1.3],
          '\\sigma': [1.7, 0.6],
        },
      },
    ],
  }),
  latexCheck('kl-gaussians', {
    states: 'the mean log-ratio over points with the same moments',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{0}, \\boldsymbol{\\Sigma}_{0}) \\,\\|\\, \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}) \\right)':
            divergence(FIRST, SECOND),
          d: 2,
          '\\boldsymbol{\\mu}_{0}': FIRST.mean,
          '\\boldsymbol{\\mu}_{1}': SECOND.mean,
          '\\boldsymbol{\\Sigma}_{0}': FIRST.covariance,
          '\\boldsymbol{\\Sigma}_{1}': SECOND.covariance,
        },
      },
    ],
    same: {
      'D_{\\mathrm{KL}}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{0}, \\boldsymbol{\\Sigma}_{0}) \\,\\|\\, \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}) \\right) &= \\frac{1}{2} \\biggl( \\operatorname{tr}\\left( \\boldsymbol{\\Sigma}_{0} \\boldsymbol{\\Sigma}_{1}^{-1} \\right) - d + \\log \\frac{\\det \\boldsymbol{\\Sigma}_{1}}{\\det \\boldsymbol{\\Sigma}_{0}} \\\\ &\\quad + (\\boldsymbol{\\mu}_{1} - \\boldsymbol{\\mu}_{0})^{\\top} \\boldsymbol{\\Sigma}_{1}^{-1} (\\boldsymbol{\\mu}_{1} - \\boldsymbol{\\mu}_{0}) \\biggr)':
        'the trace is cyclic',
    },
  }),
  latexCheck('kl-gaussians-univariate', {
    states: 'quadrature',
    cases: [
      {
        given: (() => {
          const p = (x: number) => Math.exp(-(((x - 0.3) / 0.8) ** 2) / 2) / 0.8;
          const q = (x: number) => Math.exp(-(((x + 0.9) / 1.7) ** 2) / 2) / 1.7;
          return {
            'D_{\\mathrm{KL}}\\left( \\mathcal{N}(\\mu_{0}, \\sigma_{0}^{2}) \\,\\|\\, \\mathcal{N}(\\mu_{1}, \\sigma_{1}^{2}) \\right)':
              integrate((x) => p(x) * log(p(x) / q(x)), -9, 9) / sqrt(2 * PI),
            '\\mu_{0}': 0.3,
            '\\mu_{1}': -0.9,
            '\\sigma_{0}': 0.8,
            '\\sigma_{1}': 1.7,
          };
        })(),
      },
    ],
  }),
  latexCheck('mahalanobis-distance', {
    states: 'the logarithm of the density against the one at the mean',
    cases: [
      {
        given: {
          'd_{\\mathrm{M}}(\\mathbf{x}, \\boldsymbol{\\mu})': sqrt(
            2 * log(densityAt(FIRST.mean, FIRST) / densityAt(SECOND.mean, FIRST)),
          ),
          '\\mathbf{x}': SECOND.mean,
          '\\boldsymbol{\\mu}': FIRST.mean,
          '\\boldsymbol{\\Sigma}': FIRST.covariance,
        },
      },
    ],
  }),
  latexCheck('wasserstein-gaussians', {
    states: 'the elementary root of a 2×2 matrix',
    cases: [
      {
        given: {
          'W_{2}^{2}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}), \\mathcal{N}(\\boldsymbol{\\mu}_{2}, \\boldsymbol{\\Sigma}_{2}) \\right)':
            transportCost(FIRST, SECOND),
          '\\boldsymbol{\\mu}_{1}': FIRST.mean,
          '\\boldsymbol{\\mu}_{2}': SECOND.mean,
          '\\boldsymbol{\\Sigma}_{1}': FIRST.covariance,
          '\\boldsymbol{\\Sigma}_{2}': SECOND.covariance,
        },
      },
    ],
    same: {
      'W_{2}^{2}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}), \\mathcal{N}(\\boldsymbol{\\mu}_{2}, \\boldsymbol{\\Sigma}_{2}) \\right) = \\lVert \\boldsymbol{\\mu}_{1} - \\boldsymbol{\\mu}_{2} \\rVert_{2}^{2} + \\operatorname{tr}\\left( \\boldsymbol{\\Sigma}_{1} + \\boldsymbol{\\Sigma}_{2} - 2 \\left( \\boldsymbol{\\Sigma}_{2} \\boldsymbol{\\Sigma}_{1}^{1/2} \\boldsymbol{\\Sigma}_{1}^{1/2} \\right)^{1/2} \\right)':
        'similar matrices have roots of one trace',
      'W_{2}^{2}\\left( \\mathcal{N}(\\boldsymbol{\\mu}_{1}, \\boldsymbol{\\Sigma}_{1}), \\mathcal{N}(\\boldsymbol{\\mu}_{2}, \\boldsymbol{\\Sigma}_{2}) \\right) = \\lVert \\boldsymbol{\\mu}_{1} - \\boldsymbol{\\mu}_{2} \\rVert_{2}^{2} + \\operatorname{tr}\\left( \\boldsymbol{\\Sigma}_{1} + \\boldsymbol{\\Sigma}_{2} - 2 \\left( \\boldsymbol{\\Sigma}_{1}^{1/2} \\boldsymbol{\\Sigma}_{1}^{1/2} \\boldsymbol{\\Sigma}_{2} \\right)^{1/2} \\right)':
        'similar matrices have roots of one trace',
    },
  }),
];
