import { type Check, latexCheck } from '../../check';
import { from, vector } from '../../given';
import { summation } from '../../operators';

const { abs, cos, log, log10, PI, sign, sin, tan } = Math;

/** A triangle of height one, each side by itself. */
function triangle(k: number, left: number, top: number, right: number): number {
  if (k <= left || k >= right) return 0;
  return k < top ? 1 - (top - k) / (top - left) : 1 - (k - top) / (right - top);
}
const CORNERS = [2, 5.5, 12];

/** Powers in mel bands, and the coefficients from the spectrum of the sequence laid out with its mirror image. */
const POWERS = [0.7, 2.5, 1.2, 0.4, 3.1];
function mirrored(n: number): number {
  const logs = [...POWERS, ...POWERS.toReversed()].map(log);
  const real = logs.reduce((sum, value, i) => sum + value * cos((2 * PI * n * i) / 10), 0);
  const imaginary = logs.reduce((sum, value, i) => sum - value * sin((2 * PI * n * i) / 10), 0);
  // The mirror lies half a step before the first value.
  return (real * cos((PI * n) / 10) + imaginary * sin((PI * n) / 10)) / 2;
}

/** A companded sample. */
const companded = (x: number, strength: number) => (sign(x) * log(1 + strength * abs(x))) / log(1 + strength);

const WINDOW = [0.3, 0.9, 0.8, 0.2];
const weight = (n: number) => WINDOW[n] ?? 0;
const SIGNAL = [1, -2, 0.5, 3, 1.5, -0.7, 2.2, 0.4];
const sample = (n: number) => SIGNAL[n] ?? 0;

const ANGLE = 0.3;
const ESTIMATE = [cos(1 + ANGLE), sin(1 + ANGLE)].map((value) => 2.5 * value);

export const signals: readonly Check[] = [
  latexCheck('hann-window', {
    states: 'the square of a sine',
    cases: [3, 8].map((n) => ({ given: { 'w[n]': sin((PI * n) / 11) ** 2, n, N: 11 } })),
  }),
  latexCheck('mel-filterbank', {
    states: 'the two sides of a triangle',
    cases: [1, 3, 5, 8, 11, 13].map((k) => ({
      given: { 'B_{m}[k]': triangle(k, 2, 5.5, 12), k, m: 1, f: from(0, CORNERS) },
    })),
  }),
  latexCheck('mel-scale', {
    states: 'frequencies whose logarithms are whole',
    cases: [
      { given: { m: 0, f: 0 } },
      { given: { m: 2595, f: 6300 } },
      { given: { m: 5190, f: 69300 } },
      { given: { m: 2595 * log10(1.5), f: 350 } },
    ],
  }),
  latexCheck('mel-spectrogram', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          // Powers 9, 4, 25 and 1 with the weights 0.5, 1, 0.25 and 0.75.
          'S[t, m]': log(4.5 + 4 + 6.25 + 0.75 + 0.25),
          N: 6,
          B: [(k: number) => [0, 0, 1, 0][k] ?? 0, (k: number) => [0.5, 1, 0.25, 0.75][k] ?? 1],
          X: (t: number, k: number) => (t === 7 ? ([3, -2, 5, -1][k] ?? 2) : k),
          t: 7,
          m: 2,
          '\\epsilon': 0.25,
        },
      },
    ],
  }),
  latexCheck('mfcc', {
    states: 'the spectrum of the sequence with its mirror image',
    cases: [1, 3].map((n) => ({ given: { c: from(n, [mirrored(n)]), n, M: 5, S: POWERS } })),
  }),
  latexCheck('pre-emphasis', {
    states: 'the response to a decaying signal',
    cases: [
      { given: { 'y[n]': 0.8 ** 3 * (1 - 0.95 / 0.8), x: (n: number) => 0.8 ** n, n: 3, '\\alpha': 0.95 } },
    ],
  }),
  latexCheck('si-sdr', {
    states: 'the angle between the signals',
    cases: [
      {
        given: {
          '\\operatorname{SI-SDR}': -20 * log10(tan(ANGLE)),
          '\\mathbf{s}': vector([3 * cos(1), 3 * sin(1)]),
          '\\hat{\\mathbf{s}}': vector(ESTIMATE),
          '\\alpha': (2.5 * cos(ANGLE)) / 3,
        },
      },
    ],
  }),
  latexCheck('stft-inverse', {
    states: 'the frames of a known signal',
    cases: [3, 4].map((n) => ({
      given: {
        x: from(
          0,
          [0, 1, 2].map((m) => (j: number) => sample(j + m * 2) * weight(j)),
        ),
        'x[n]': sample(n),
        w: weight,
        n,
        H: 2,
        '\\sum_{m}': summation('m', [0, 1, 2]),
      },
    })),
  }),
  latexCheck('wavenet-expansion', {
    states: 'companded samples',
    cases: [0.3, -0.07].map((x) => ({ given: { 'f^{-1}(y)': x, y: companded(x, 7), '\\mu': 7 } })),
  }),
];
