import { Matrix, solve } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { densityAt } from '../../gaussians';
import { matrix, set, vector } from '../../given';
import { integral } from '../../operators';
import { integrate } from '../../quadrature';
import { bits, entropyGiven, entropyOf, example, informationOf } from './joint';

const faces = [1, 2, 3, 4, 5, 6];
/** Third differences: changes of a die’s probabilities that keep their sum, the mean and the mean square. */
const moves = new Matrix([
  [1, 0, 0],
  [-3, 1, 0],
  [3, -3, 1],
  [-1, 3, -3],
  [0, -1, 3],
  [0, 0, -1],
]);
/** From a die, the one of largest entropy with the same mean and mean square, by Newton’s method. */
function evenedDie(start: readonly number[]): readonly number[] {
  let die = vector(start);
  for (let round = 0; round < 50; round++) {
    const curvature = moves
      .transpose()
      .mmul(Matrix.diag(die.to1DArray().map((p) => 1 / p)))
      .mmul(moves);
    const slope = moves.transpose().mmul(Matrix.log(die)).mul(-1);
    die = Matrix.add(die, moves.mmul(solve(curvature, slope)).mul(0.7));
  }
  return die.to1DArray();
}
const die = evenedDie([0.1, 0.2, 0.15, 0.15, 0.12, 0.28]);
const [first = 0, second = 0, third = 0] = die.map(Math.log);
const bend = (first - 2 * second + third) / 2;

const covariance = matrix([
  [1, 0.78],
  [0.78, 1.69],
]);
const plane = { mean: vector([0.4, -0.3]), covariance };
/** The mean of minus the log-density, by a double integral. */
function surprise(): number {
  const inner = (x: number) =>
    integrate(
      (y) => {
        const density = densityAt(vector([x, y]), plane);
        return density > 0 ? -density * Math.log(density) : 0;
      },
      -12,
      12,
      1e-9,
    );
  return integrate(inner, -8, 9, 1e-8);
}

export const entropy: readonly Check[] = [
  latexCheck('binary-entropy', {
    states: 'the integral of the log-odds, and a hand-worked case',
    cases: [
      { theta: 0.25, value: 2 * Math.LN2 - 0.75 * Math.log(3) },
      { theta: 0.7, value: integrate((t) => Math.log((1 - t) / t), 0, 0.7) },
    ].map(({ theta, value }) => ({ given: { 'H_{\\mathrm{b}}(\\theta)': value, '\\theta': theta } })),
  }),
  latexCheck('conditional-entropy', {
    states: 'Cover and Thomas, example 2.2.1',
    cases: [{ given: { ...example, 'H(Y \\mid X)': bits(13 / 8) } }],
  }),
  latexCheck('joint-entropy', {
    states: 'Cover and Thomas, example 2.2.1',
    cases: [{ given: { ...example, 'H(X, Y)': bits(27 / 8) } }],
  }),
  latexCheck('entropy-chain-rule', {
    states: 'brute force over the words of four bits',
    cases: [3, 4].map((n) => ({
      given: {
        'H(X_{1}, \\dots, X_{n})': entropyOf(...[1, 2, 3, 4].slice(0, n)),
        H: entropyGiven,
        X: [1, 2, 3, 4],
        n,
      },
    })),
  }),
  latexCheck('differential-entropy', {
    states: 'closed forms for an exponential and a uniform density',
    cases: [
      { density: (x: number) => 1.7 * Math.exp(-1.7 * x), to: 30, value: 1 - Math.log(1.7) },
      { density: () => 4, to: 0.25, value: -Math.log(4) },
    ].map(({ density, to, value }) => ({
      given: { 'h(X)': value, p: density, '\\int_{\\mathcal{X}}': integral('x', 0, to) },
    })),
  }),
  latexCheck('gaussian-differential-entropy', {
    states: 'a double integral, and the known entropy of a line',
    cases: [
      { value: surprise(), d: 2, sigma: covariance },
      { value: Math.log(3) + 1.4189385332046727, d: 1, sigma: 9 },
    ].map(({ value, d, sigma }) => ({
      given: {
        'h\\left( \\mathcal{N}(\\boldsymbol{\\mu}, \\boldsymbol{\\Sigma}) \\right)': value,
        d,
        '\\boldsymbol{\\Sigma}': sigma,
      },
    })),
  }),
  latexCheck('maximum-entropy-distribution', {
    states: 'Newton’s method along the changes that keep the constraints',
    cases: [2, 5].map((x) => ({
      given: {
        'p(x)': die[x - 1] ?? 0,
        x,
        m: 2,
        '\\lambda': [second - first - 3 * bend, bend],
        f: [(face: number) => face, (face: number) => face * face],
        '\\mathcal{X}': set(faces),
      },
    })),
  }),
  latexCheck('renyi-entropy', {
    states: 'hand-worked cases of three orders',
    cases: [
      { alpha: 0.5, value: 2 * Math.log(1 + Math.SQRT1_2) },
      { alpha: 2, value: Math.log(8 / 3) },
      { alpha: 3, value: Math.log(32 / 5) / 2 },
    ].map(({ alpha, value }) => ({
      given: {
        'H_{\\alpha}(p)': value,
        '\\alpha': alpha,
        p: (x: number) => [0.5, 0.25, 0.25][x] ?? Number.NaN,
        '\\mathcal{X}': set([0, 1, 2]),
      },
    })),
  }),
  latexCheck('total-correlation', {
    states: 'the sum of informations along a chain of bits',
    cases: [
      {
        given: {
          '\\operatorname{TC}(X_{1}, \\dots, X_{n})':
            informationOf([1], [2]) + informationOf([1, 2], [3]) + informationOf([1, 2, 3], [4]),
          'D_{\\mathrm{KL}}\\left( p(x_{1}, \\dots, x_{n}) \\,\\|\\, \\prod_{i=1}^{n} p(x_{i}) \\right)':
            informationOf([4], [3]) + informationOf([4, 3], [2]) + informationOf([4, 3, 2], [1]),
          'H(X_{1}, \\dots, X_{n})': entropyOf(1, 2, 3, 4),
          H: entropyOf,
          X: [1, 2, 3, 4],
          n: 4,
        },
      },
    ],
  }),
];
