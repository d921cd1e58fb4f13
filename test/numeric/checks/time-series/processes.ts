import { inverse, Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { from, vector } from '../../given';
import { random } from '../../random';

const NOISE = [0.3, -1.1, 0.8, 0.5, -0.4, 1.3, -0.7];
const noise = (t: number) => NOISE[t - 1] ?? 0;
/** Times from −1 on: before 1 there is no noise. */
const TIMES = NOISE.map((_, i) => i - 1);

/** The answer after `k` steps to one shock of `1 / ((1 − aB)(1 − bB))`, from the roots. */
const answer = (a: number, b: number) => (k: number) => (k < 0 ? 0 : (a ** (k + 1) - b ** (k + 1)) / (a - b));
const added = (t: number, term: (i: number) => number) =>
  NOISE.reduce((sum, _, at) => (at + 1 <= t ? sum + term(at + 1) : sum), 0);

const [A, B, THETA] = [0.8, -0.3, 0.4];
const [LEVEL, DECAY] = [2, 5];
const psi = answer(A, B);
/** The solution in closed form: a level, a part that dies out, and all shocks so far. */
const autoregressive = (t: number) => LEVEL + DECAY * A ** t + added(t, (i) => psi(t - i) * noise(i));
const mixed = (t: number) =>
  LEVEL + DECAY * B ** t + added(t, (i) => (psi(t - i) + THETA * psi(t - i - 1)) * noise(i));
// (1 − aB)(1 − bB) = 1 − (a + b) B + ab B².
const PHI = [A + B, -A * B];
const CONSTANT = LEVEL * (1 - A) * (1 - B);
const shared = { c: CONSTANT, p: 2, '\\phi': PHI, '\\varepsilon': from(-1, [0, 0, ...NOISE]) };

const ARIMA = { phi: [0.6, -0.25], theta: [0.4, 0.15] };

/**
 * The noise that makes a series, found by running the equation of an ARIMA(2, 2, 2) process forward: differences twice,
 * then the recursion in the noise until its start is forgotten.
 */
function noiseOf(series: readonly number[], constant: number): number {
  const step = (list: readonly number[]) => list.slice(1).map((value, i) => value - (list[i] ?? 0));
  const twice = step(step(series));
  const sum = (weights: readonly number[], list: readonly number[], end: number) =>
    weights.reduce((total, weight, i) => total + weight * (list[end - 1 - i] ?? 0), 0);
  const noises: number[] = [];
  for (const [t, value] of twice.entries()) {
    noises.push(value - constant - sum(ARIMA.phi, twice, t) - sum(ARIMA.theta, noises, t));
  }
  return noises.at(-1) ?? 0;
}
const growing = (rate: number) => Array.from({ length: 90 }, (_, t) => rate ** (t - 85));

/** Conditional variances in closed form where the noise is ±s: a geometric series, or one with two roots. */
const GARCH = { omega: 0.2, alpha: 0.15, beta: 0.6 };
function garchVariance(t: number, s: number): number {
  const rate = GARCH.alpha * s ** 2 + GARCH.beta;
  const rest = GARCH.omega / (1 - rate);
  return rest + (1.7 - rest) * rate ** t;
}
const ARCH_ROOTS: readonly [number, number] = [0.7, -0.2];
const archVariance = (t: number) => 1.5 + 0.6 * ARCH_ROOTS[0] ** t + 0.4 * ARCH_ROOTS[1] ** t;
const signs = [1, -1, -1, 1, 1];

const generator = random(3);
const TURN = generator.matrix(2, 2);
/** Two scalar autoregressions, seen in other coordinates. */
const modes = (t: number) => vector([3 * 0.9 ** t + (-0.5) ** t, 2 * 0.4 ** t - 0.7 ** t]);
const BACK = inverse(TURN);
const turned = (diagonal: readonly number[]) => TURN.mmul(Matrix.diag([...diagonal])).mmul(BACK);
const SHIFT = vector([0.4, -1.2]);
const shock = vector([0.9, 0.2]);
const LAGS = [turned([0.9 - 0.5, 0.4 + 0.7]), turned([0.9 * 0.5, -0.4 * 0.7])];
/** The level that a constant leads to. */
const rest = inverse(Matrix.sub(Matrix.sub(Matrix.eye(2, 2), LAGS[0] ?? TURN), LAGS[1] ?? TURN)).mmul(SHIFT);
const vectorAt = (t: number) => {
  const calm = Matrix.add(rest, TURN.mmul(modes(t)));
  return t === 3 ? Matrix.add(calm, shock) : calm;
};

const walk = [1, 2, 3, 4, 5, 6].map((t) => 1.5 + 0.3 * t + added(t, noise));

export const processes: readonly Check[] = [
  latexCheck('ar-process', {
    states: 'the solution by the roots',
    cases: [3, 5].map((t) => ({ given: { y: from(-1, TIMES.map(autoregressive)), t, ...shared } })),
  }),
  latexCheck('arch-process', {
    states: 'the closed form under noise of ±1',
    cases: [3, 5].map((t) => ({
      given: {
        '\\varepsilon': signs.map((sign, i) => sign * Math.sqrt(archVariance(i + 1))),
        t,
        '\\sigma': signs.map((_, i) => Math.sqrt(archVariance(i + 1))),
        z: signs,
        '\\omega': 1.5 * (1 - 0.7) * (1 + 0.2),
        q: 2,
        '\\alpha': [0.7 - 0.2, 0.7 * 0.2],
      },
    })),
  }),
  latexCheck('arima-process', {
    states: 'the equation run forward on a geometric series',
    cases: [
      { rate: 1.5, constant: 0 },
      { rate: 1.3, constant: 0 },
      // A constant series has differences of zero: its constant and its noise cancel.
      { rate: 1, constant: 0.7 },
    ].map(({ rate, constant }) => ({
      given: {
        B: 1 / rate,
        p: 2,
        q: 2,
        d: 2,
        '\\phi': ARIMA.phi,
        '\\theta': ARIMA.theta,
        c: constant,
        'y_{t}': growing(rate).at(-1) ?? 0,
        '\\varepsilon_{t}': noiseOf(growing(rate), constant),
      },
    })),
  }),
  latexCheck('arma-process', {
    states: 'the solution by the roots',
    cases: [3, 5].map((t) => ({
      given: { y: from(-1, TIMES.map(mixed)), t, q: 1, '\\theta': [THETA], ...shared },
    })),
  }),
  unchecked('deepar-likelihood', 'objective'),
  latexCheck('differencing', {
    states: 'a geometric series, of which a step back is a factor',
    cases: [3, 4].map((d) => ({
      given: {
        B: 1 / 1.4,
        d,
        t: 6,
        y: from(
          0,
          [0, 1, 2, 3, 4, 5, 6].map((t) => 1.4 ** t),
        ),
      },
    })),
  }),
  latexCheck('garch-process', {
    states: 'the closed form under noise of one size',
    cases: [1, 1.4].map((s) => ({
      given: {
        '\\varepsilon': signs.map((sign, i) => sign * s * Math.sqrt(garchVariance(i + 1, s))),
        t: 3,
        '\\sigma': signs.map((_, i) => Math.sqrt(garchVariance(i + 1, s))),
        z: signs.map((sign) => sign * s),
        '\\omega': GARCH.omega,
        '\\alpha': GARCH.alpha,
        '\\beta': GARCH.beta,
      },
    })),
  }),
  latexCheck('ma-process', {
    states: 'two factors of the polynomial, one after the other',
    cases: [3, 5].map((t) => {
      const once = (at: number) => noise(at) - A * noise(at - 1);
      return {
        given: {
          'y_{t}': LEVEL + once(t) - B * once(t - 1),
          '\\mu': LEVEL,
          q: 2,
          '\\theta': [-(A + B), A * B],
          '\\varepsilon': NOISE,
          t,
        },
      };
    }),
  }),
  unchecked('nbeats-residual-stacking', 'architecture'),
  latexCheck('random-walk-drift', {
    states: 'the two forms of one walk',
    cases: [{ given: { y: from(0, [1.5, ...walk]), '\\delta': 0.3, t: 5, '\\varepsilon': NOISE } }],
  }),
  latexCheck('var-process', {
    states: 'two scalar autoregressions in other coordinates',
    cases: [
      {
        given: {
          '\\mathbf{y}': [1, 2, 3].map(vectorAt),
          t: 3,
          '\\mathbf{c}': SHIFT,
          p: 2,
          '\\mathbf{A}': LAGS,
          '\\boldsymbol{\\varepsilon}': [vector([0, 0]), vector([0, 0]), shock],
        },
      },
    ],
  }),
];
