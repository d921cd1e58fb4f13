import { inverse, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, indexed, matrix } from '../../given';
import { summation } from '../../operators';

/** Complex numbers as 2×2 matrices: sums and products are those of matrices. */
const complex = (a: number, b: number) =>
  matrix([
    [a, -b],
    [b, a],
  ]);
function exponential(z: Matrix | number): Matrix {
  if (typeof z === 'number') return complex(Math.exp(z), 0);
  return complex(Math.cos(z.get(1, 0)), Math.sin(z.get(1, 0))).mul(Math.exp(z.get(0, 0)));
}

/** The sum of a geometric series `r^n` times the `k`-th wave, by its closed form. */
function geometric(r: number, k: number, length: number): Matrix {
  const step = complex(r * Math.cos((2 * Math.PI * k) / length), -r * Math.sin((2 * Math.PI * k) / length));
  return inverse(Matrix.sub(Matrix.eye(2, 2), step)).mul(1 - r ** length);
}

const [PHI, SIGMA] = [0.6, 1.3];
const AUTOCOVARIANCES = indexed((k) => (SIGMA ** 2 * PHI ** Math.abs(k)) / (1 - PHI ** 2));
/** The spectrum of a first-order autoregression, by its transfer function. */
const transfer = (f: number) => SIGMA ** 2 / (1 - 2 * PHI * Math.cos(2 * Math.PI * f) + PHI ** 2);
const LAGS = Array.from({ length: 121 }, (_, i) => i - 60);

const SERIES = [1.2, -0.7, 2.5, 0.3, -1.9, 0.8];
const FREQUENCIES = [0, 0.13, 1 / 6, 0.4];

function periodogram(f: number, scale = 1 / SERIES.length, power = 2): number {
  const [a, b] = [Math.cos, Math.sin].map((wave) =>
    SERIES.reduce((sum, y, i) => sum + y * wave(-2 * Math.PI * f * (i + 1)), 0),
  );
  return scale * Math.hypot(a ?? 0, b ?? 0) ** power;
}

/** The waves of the products of all values, lag by lag. */
function byLags(f: number): number {
  const products = SERIES.flatMap((x, s) =>
    SERIES.map((y, t) => x * y * Math.cos(2 * Math.PI * f * (s - t))),
  );
  return products.reduce((sum, value) => sum + value, 0) / SERIES.length;
}

export const spectra: readonly Check[] = [
  latexCheck('discrete-fourier-transform', {
    states: 'the closed form for a geometric series',
    cases: [1, 3].map((k) => ({
      given: {
        'X_{k}': geometric(0.8, k, 5),
        N: 5,
        k,
        x: from(
          0,
          [0, 1, 2, 3, 4].map((n) => 0.8 ** n),
        ),
        '\\mathrm{i}': complex(0, 1),
        '\\exp': exponential,
      },
    })),
  }),
  functionCheck('periodogram', {
    states: 'the waves of all products of two values',
    formula: () => FREQUENCIES.map((f) => periodogram(f)),
    against: () => FREQUENCIES.map(byLags),
    mutants: {
      'without the length': () => FREQUENCIES.map((f) => periodogram(f, 1)),
      'without the square': () => FREQUENCIES.map((f) => periodogram(f, 1 / 6, 1)),
      'angular frequency': () => FREQUENCIES.map((f) => periodogram(f / (2 * Math.PI))),
    },
  }),
  latexCheck('spectral-density', {
    states: 'the transfer function of a first-order autoregression',
    cases: [0.1, 0.35].map((f) => ({
      given: {
        'S(f)': complex(transfer(f), 0),
        f,
        '\\gamma': AUTOCOVARIANCES,
        '\\mathrm{i}': complex(0, 1),
        '\\exp': exponential,
        '\\sum_{k=-\\infty}^{\\infty}': summation('k', LAGS),
      },
    })),
    same: {
      'S(f) = \\sum_{k=-\\infty}^{\\infty} \\gamma_{k} \\exp( 2 \\pi \\mathrm{i} f k)':
        'the autocovariances of both signs of a lag are equal',
    },
  }),
];
