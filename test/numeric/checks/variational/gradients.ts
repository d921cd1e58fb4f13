import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { computed, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { BOUND, E_Q, total } from './scene';

const { exp, log, PI, sqrt } = Math;
const normal = (x: number, mean: number, deviation: number) =>
  exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * sqrt(2 * PI));

/** A model of one latent and one observation: `z ~ N(0, 1)`, `x ~ N(theta z, 1)`; everything is known of it. */
const X = 1.3;
const model = (theta: number, z: number) => normal(z, 0, 1) * normal(X, theta * z, 1);
const evidenceOf = (theta: number) => normal(X, 0, sqrt(1 + theta ** 2));

/** An encoder whose one parameter sets both mean and deviation, and the bound by its gap from the evidence. */
const spread = (phi: number) => 0.6 + 0.3 * phi ** 2;
const encoder = (z: number, phi: number) => normal(z, phi, spread(phi));
const boundOf = (theta: number, phi: number) => {
  const variance = 1 / (1 + theta ** 2);
  const gap =
    (spread(phi) ** 2 + (phi - theta * X * variance) ** 2) / variance - 1 - log(spread(phi) ** 2 / variance);
  return log(evidenceOf(theta)) - gap / 2;
};

/** Standard normal noise on the nodes of Gauss and Hermite, which give moments exactly. */
const GRID = [-sqrt(3 + sqrt(6)), -sqrt(3 - sqrt(6)), sqrt(3 - sqrt(6)), sqrt(3 + sqrt(6))];
const MASSES = GRID.map((node) => 1 / (node ** 3 - 3 * node) ** 2);
const SHARES = MASSES.map((mass) => mass / total(MASSES));

const gaussian = (phi: number, theta: number, z: number) => ({
  '\\phi': phi,
  '\\theta': theta,
  '\\mathbf{x}': X,
  '\\mathbf{z}': z,
  [BOUND]: computed((get) => boundOf(get('\\theta'), get('\\phi'))),
  'p_{\\theta}(\\mathbf{x}, \\mathbf{z})': computed((get) => model(get('\\theta'), get('\\mathbf{z}'))),
  'q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})': computed((get) => encoder(get('\\mathbf{z}'), get('\\phi'))),
  [E_Q]: computed((get) =>
    expectation(
      '\\mathbf{z}',
      GRID.map((noise) => get('\\phi') + spread(get('\\phi')) * noise),
      SHARES,
    ),
  ),
});

/** The sample at which the gradient in theta is its mean: `z (x - theta z) = m x - theta (m² + s²)`. */
function typical(theta: number, phi: number): number {
  const mean = phi * X - theta * (phi ** 2 + spread(phi) ** 2);
  return (X + sqrt(X ** 2 - 4 * theta * mean)) / (2 * theta);
}

/** Distributions of a latent and an observation of two values each; the last entries are the free parameters. */
const sigmoid = (a: number) => 1 / (1 + exp(-a));
const coin = (a: number, side: number) => (side === 1 ? sigmoid(a) : 1 - sigmoid(a));
const dreamt = (theta: number, x: number, z: number) => coin(theta, z) * coin(0.4 + theta * z, x);
const recognized = (phi: number, x: number, z: number) => coin(phi + 0.7 * x, z);
const SIDES = [0, 1];
const PAIRS = SIDES.flatMap((x) => SIDES.map((z): readonly number[] => [x, z]));

/** The statement of the gradient in theta, as mutants of it are printed. */
const GRADIENT_THETA = String.raw`\nabla_{\theta} \mathcal{L}_{\theta, \phi}(\mathbf{x}) &= \nabla_{\theta} \mathbb{E}_{q_{\phi}(\mathbf{z} \mid \mathbf{x})}\left[ \log p_{\theta}(\mathbf{x}, \mathbf{z}) - \log q_{\phi}(\mathbf{z} \mid \mathbf{x}) \right] \\ &= \mathbb{E}_{q_{\phi}(\mathbf{z} \mid \mathbf{x})}\left[ \nabla_{\theta} \log p_{\theta}(\mathbf{x}, \mathbf{z}) \right] \\ &\simeq \nabla_{\theta} \log p_{\theta}(\mathbf{x}, \mathbf{z})`;

const bent = (z: number) => z ** 2 / (1 + z ** 2);

export const gradients: readonly Check[] = [
  functionCheck('vae-elbo-gradient-phi', {
    states: 'the gradient of the closed form for a Gaussian model, which the second line misses',
    formula: () =>
      derivative(
        (phi) =>
          integrate((z) => encoder(z, phi) * (log(model(0.8, z)) - log(encoder(z, phi))), phi - 6, phi + 6),
        0.3,
      ),
    against: () => derivative((phi) => boundOf(0.8, phi), 0.3),
    tolerance: 1e-6,
    mutants: {
      'the gradient moved inside': () =>
        integrate(
          (z) => encoder(z, 0.3) * derivative((phi) => log(model(0.8, z)) - log(encoder(z, phi)), 0.3),
          -6,
          6,
        ),
    },
  }),
  latexCheck('vae-elbo-gradient-theta', {
    states: 'the closed form for a Gaussian model, and a sample at the mean',
    cases: [gaussian(0.3, 0.8, typical(0.8, 0.3)), gaussian(-0.4, 0.5, typical(0.5, -0.4))].map((given) => ({
      given,
    })),
    tolerance: 1e-6,
    near: 1e-6,
    same: Object.fromEntries(
      ['+ \\log q', '- q'].map((part) => [
        `${GRADIENT_THETA.replace('- \\log q', part)}`,
        'the encoder does not depend on the parameters of the model',
      ]),
    ),
  }),
  latexCheck('vae-score-function-gradient', {
    states: 'the gradient of the closed form for a Gaussian model',
    cases: [gaussian(0.3, 0.8, 0), gaussian(-0.4, 0.5, 0)].map((given) => ({ given })),
    tolerance: 1e-6,
  }),
  functionCheck('vae-elbo-estimator', {
    states: 'the mean over the noise against the closed form for a Gaussian model',
    formula: () =>
      integrate(
        (noise) => {
          const z = 0.3 + spread(0.3) * noise;
          return normal(noise, 0, 1) * (log(model(0.8, z)) - log(encoder(z, 0.3)));
        },
        -9,
        9,
      ),
    against: () => boundOf(0.8, 0.3),
    mutants: {
      'the density of the noise': () =>
        integrate(
          (noise) => {
            const z = 0.3 + spread(0.3) * noise;
            return normal(noise, 0, 1) * (log(model(0.8, z)) - log(normal(noise, 0, 1)));
          },
          -9,
          9,
        ),
      'without the encoder': () =>
        integrate((noise) => normal(noise, 0, 1) * log(model(0.8, 0.3 + spread(0.3) * noise)), -9, 9),
    },
  }),
  functionCheck('vae-minibatch-elbo', {
    states: 'the mean over all minibatches of two data points of five',
    formula: () => meanOverBatches(5 / 2),
    against: () => total(BOUNDS_OF_POINTS),
    mutants: {
      'the mean, not the sum': () => meanOverBatches(1 / 2),
      'not scaled': () => meanOverBatches(1),
    },
  }),
  latexCheck('vae-reparameterization', {
    states: 'a hand-worked sample',
    cases: [
      {
        given: {
          '\\mathbf{z}': vector([2.5, -4.3]),
          '\\boldsymbol{\\mu}': vector([1, -0.3]),
          '\\boldsymbol{\\sigma}': vector([0.5, 2]),
          '\\boldsymbol{\\epsilon}': vector([3, -2]),
        },
      },
    ],
  }),
  functionCheck('vae-reparameterization-gradient', {
    states: 'the derivative of a mean under the log-normal density',
    formula: () =>
      integrate(
        (noise) => normal(noise, 0, 1) * derivative((mean) => bent(exp(mean + 0.4 * noise)), 0.2),
        -9,
        9,
      ),
    against: () =>
      derivative((mean) => integrate((z) => (normal(log(z), mean, 0.4) / z) * bent(z), 1e-6, 60), 0.2),
    tolerance: 1e-6,
    mutants: {
      'the slope in the latent': () =>
        integrate((noise) => normal(noise, 0, 1) * derivative(bent, exp(0.2 + 0.4 * noise)), -9, 9),
      'at the mean noise': () => derivative((mean) => bent(exp(mean)), 0.2),
    },
  }),
  functionCheck('vae-reparameterized-expectation', {
    states: 'a mean under the log-normal density',
    formula: () => integrate((noise) => normal(noise, 0, 1) * bent(exp(0.2 + 0.4 * noise)), -9, 9),
    against: () => integrate((z) => (normal(log(z), 0.2, 0.4) / z) * bent(z), 1e-6, 60),
    mutants: {
      'without the transformation': () =>
        integrate((noise) => normal(noise, 0, 1) * bent(0.2 + 0.4 * noise), -9, 9),
      'under another noise': () =>
        integrate((noise) => normal(noise, 0, 2) * bent(exp(0.2 + 0.4 * noise)), -18, 18),
    },
  }),
  latexCheck('wake-sleep', {
    states: 'gradients of the two log-likelihoods and divergences that the phases climb',
    cases: [
      [0.3, -0.6, 1],
      [1.1, 0.2, 0],
    ].map(([phi = 0, theta = 0, x = 0]) => ({
      given: {
        '\\phi': phi,
        '\\theta': theta,
        '\\mathbf{x}': x,
        '\\mathbf{z}': 0,
        '\\Delta \\theta':
          0.3 *
          derivative(
            (t) =>
              -total(SIDES.map((z) => recognized(phi, x, z) * log(recognized(phi, x, z) / dreamt(t, x, z)))),
            theta,
          ),
        '\\Delta \\phi':
          0.3 *
          derivative(
            (f) =>
              -total(
                PAIRS.map(([a = 0, z = 0]) => {
                  const chance = dreamt(theta, a, z);
                  const marginal = total(SIDES.map((other) => dreamt(theta, a, other)));
                  return chance * log(chance / (marginal * recognized(f, a, z)));
                }),
              ),
            phi,
          ),
        [E_Q]: expectation(
          '\\mathbf{z}',
          SIDES,
          SIDES.map((z) => recognized(phi, x, z)),
        ),
        '\\mathbb{E}_{p_{\\theta}(\\mathbf{x}, \\mathbf{z})}': expectation(
          ['\\mathbf{x}', '\\mathbf{z}'],
          PAIRS,
          PAIRS.map(([a = 0, z = 0]) => dreamt(theta, a, z)),
        ),
        'p_{\\theta}(\\mathbf{x}, \\mathbf{z})': computed((get) =>
          dreamt(get('\\theta'), get('\\mathbf{x}'), get('\\mathbf{z}')),
        ),
        'q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})': computed((get) =>
          recognized(get('\\phi'), get('\\mathbf{x}'), get('\\mathbf{z}')),
        ),
      },
    })),
    tolerance: 1e-6,
  }),
];

const BOUNDS_OF_POINTS = [-1.2, -0.4, -2.7, -0.9, -3.1];

function meanOverBatches(scale: number): number {
  const batches = BOUNDS_OF_POINTS.flatMap((a, i) =>
    BOUNDS_OF_POINTS.flatMap((b, j) => (i < j ? [scale * (a + b)] : [])),
  );
  return total(batches) / batches.length;
}
