import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Members of an ensemble: a mean and a deviation, each a function of the input. */
const members = [
  { mean: (x: number) => 0.4 * x, deviation: () => 0.8 },
  { mean: (x: number) => 1 - x, deviation: (x: number) => 0.3 + x },
  { mean: (x: number) => x ** 2, deviation: (x: number) => 1.1 * x },
];
const mixture = (x: number) => (y: number) =>
  total(members.map(({ mean, deviation }) => jStat.normal.pdf(y, mean(x), deviation(x)))) / members.length;
const moment = (of: (y: number) => number, density: (y: number) => number) =>
  integrate((y) => of(y) * density(y), -40, 40);

/** A normal-inverse-gamma distribution: that of the variance, and Student's for the mean. */
const [gamma, nu, alpha, beta] = [0.6, 2.3, 4.5, 1.7];
const varianceDensity = (v: number) =>
  v <= 0 ? 0 : (beta ** alpha / jStat.gammafn(alpha)) * v ** (-alpha - 1) * Math.exp(-beta / v);
const width = Math.sqrt(beta / (alpha * nu));
const meanDensity = (m: number) => jStat.studentt.pdf((m - gamma) / width, 2 * alpha) / width;

const logits = [1.3, -0.4, 2.2];
const temperature = 1.7;

/** The mean energy of the tempered softmax less the temperature times its entropy. */
function freeEnergy(): number {
  const sizes = logits.map((logit) => Math.exp(logit / temperature));
  const chances = sizes.map((size) => size / total(sizes));
  const energy = -total(chances.map((p, k) => p * (logits[k] ?? 0)));
  return energy + temperature * total(chances.map((p) => p * Math.log(p)));
}

const labels = [0.3, 1.8, -0.7];
const inputs = [0.5, 1.2, 2];
const predicted = (x: number) => 0.9 * x - 0.2;
const deviation = (x: number) => 0.4 + 0.3 * x;

const spread = matrix([
  [1.4, 0.5],
  [0.5, 0.9],
]);
const features = vector([0.3, -0.8]);
const centres = [vector([1.5, 0.7]), vector([-0.4, -1.2]), vector([0.2, 1.4])];

/** The squared distance to a centre by Cramer's rule, in two dimensions. */
function distance(centre: Matrix): number {
  const [u = 0, v = 0] = Matrix.sub(features, centre).to1DArray();
  return (0.9 * u * u - 2 * 0.5 * u * v + 1.4 * v * v) / (1.4 * 0.9 - 0.5 ** 2);
}

export const regression: readonly Check[] = [
  latexCheck('deep-ensemble', {
    states: 'moments of the mixture, by quadrature',
    cases: [0.7, 1.6].map((x) => {
      const mean = moment((y) => y, mixture(x));
      const variance = moment((y) => (y - mean) ** 2, mixture(x));
      return {
        given: {
          '\\mu_{\\ast}': () => mean,
          '\\sigma_{\\ast}': () => Math.sqrt(variance),
          '\\mu': members.map((member) => member.mean),
          '\\sigma': members.map((member) => member.deviation),
          '\\mathbf{x}': x,
          M: members.length,
        },
      };
    }),
  }),
  latexCheck('energy-ood-score', {
    states: 'the free energy of the tempered softmax: mean energy less heat',
    cases: [
      {
        given: {
          'E(\\mathbf{x})': freeEnergy(),
          T: temperature,
          K: 3,
          f: logits.map((logit) => () => logit),
          '\\mathbf{x}': 0,
        },
      },
    ],
  }),
  latexCheck('evidential-regression', {
    states: 'moments of an inverse gamma and of Student’s distribution, by quadrature',
    cases: [
      {
        given: {
          '\\mathbb{E}[\\mu]': integrate((m) => m * meanDensity(m), -Infinity, Infinity),
          '\\mathbb{E}[\\sigma^{2}]': integrate((v) => v * varianceDensity(v), 0, Infinity),
          '\\operatorname{Var}[\\mu]': integrate(
            (m) => (m - gamma) ** 2 * meanDensity(m),
            -Infinity,
            Infinity,
          ),
          '\\gamma': gamma,
          '\\beta': beta,
          '\\alpha': alpha,
          '\\nu': nu,
        },
      },
    ],
  }),
  latexCheck('heteroscedastic-gaussian-nll', {
    states: 'densities of the labels, without the constant',
    cases: [
      {
        given: {
          '\\mathcal{L}':
            -total(
              inputs.map((x, i) => Math.log(jStat.normal.pdf(labels[i] ?? 0, predicted(x), deviation(x)))),
            ) /
              3 -
            Math.log(2 * Math.PI) / 2,
          N: 3,
          y: labels,
          '\\mathbf{x}': inputs,
          '\\mu_{\\theta}': predicted,
          '\\sigma_{\\theta}': deviation,
        },
      },
    ],
  }),
  latexCheck('mahalanobis-ood-score', {
    states: 'distances to three centres, by Cramer’s rule',
    cases: [centres, centres.toReversed(), [...centres.slice(1), ...centres.slice(0, 1)]].map((list) => ({
      given: {
        'M(\\mathbf{x})': -Math.min(...list.map(distance)),
        '\\mathbf{f}(\\mathbf{x})': features,
        '\\hat{\\boldsymbol{\\mu}}': list,
        '\\hat{\\boldsymbol{\\Sigma}}': spread,
      },
    })),
  }),
];
