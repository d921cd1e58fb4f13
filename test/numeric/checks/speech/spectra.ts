import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix, row } from '../../given';

const { cos, hypot, log, PI, sin } = Math;
const range = (length: number) => Array.from({ length }, (_, i) => i);

type Complex = readonly [real: number, imaginary: number];
const plus = ([a, b]: Complex, [x, y]: Complex): Complex => [a + x, b + y];
const times = ([a, b]: Complex, [x, y]: Complex): Complex => [a * x - b * y, a * y + b * x];
const turned = (angle: number): Complex => [cos(angle), sin(angle)];

const SIGNAL = [1, -2, 0.5, 3, 1.5, -0.7, 2.2, 0.4, -1.1, 0.9, 1.3, -0.2];
const WINDOW = [0.3, 0.9, 0.8, 0.2];
const [LENGTH, HOP, FRAMES] = [4, 2, 5];
const numbers = (spectra: readonly (readonly Complex[])[]) => spectra.flat(2);

/** The formula, with the sign of the exponent and the hop. */
function transformed(signal: readonly number[], sign = -1, hop = HOP): readonly (readonly Complex[])[] {
  return range(FRAMES).map((m) =>
    range(LENGTH).map((k) =>
      range(LENGTH)
        .map((n) => {
          const value = (signal[n + m * hop] ?? 0) * (WINDOW[n] ?? 0);
          return times([value, 0], turned((sign * 2 * PI * k * n) / LENGTH));
        })
        .reduce(plus),
    ),
  );
}

/** Cooley and Tukey's algorithm. */
function fast(values: readonly Complex[]): readonly Complex[] {
  if (values.length === 1) return values;
  const half = values.length / 2;
  const even = fast(values.filter((_, n) => n % 2 === 0));
  const odd = fast(values.filter((_, n) => n % 2 === 1));
  return range(values.length).map((k) =>
    plus(even[k % half] ?? [0, 0], times(turned((-2 * PI * k) / values.length), odd[k % half] ?? [0, 0])),
  );
}
const framed = range(FRAMES).map((m) =>
  fast(range(LENGTH).map((n): Complex => [(SIGNAL[n + m * HOP] ?? 0) * (WINDOW[n] ?? 0), 0])),
);

/** The signal nearest to a spectrogram: its frames windowed, added, and divided by the windows' overlap. */
function signalOf(spectra: readonly (readonly Complex[])[]): readonly number[] {
  const sums = SIGNAL.map(() => ({ value: 0, overlap: 0 }));
  for (const [m, spectrum] of spectra.entries()) {
    for (const [n, weight] of WINDOW.entries()) {
      const place = sums[n + m * HOP];
      const inverse = spectrum
        .map((entry, k) => times(entry, turned((2 * PI * k * n) / LENGTH)))
        .reduce(plus);
      if (place === undefined) continue;
      place.value += (weight * inverse[0]) / LENGTH;
      place.overlap += weight ** 2;
    }
  }
  return sums.map(({ value, overlap }) => value / overlap);
}

type Spectra = readonly (readonly Complex[])[];
const sizes = (spectra: Spectra) => spectra.map((spectrum) => spectrum.map(([a, b]) => hypot(a, b)));
const entrywise = (spectra: Spectra, of: (entry: Complex, m: number, k: number) => Complex) =>
  spectra.map((spectrum, m) => spectrum.map((entry, k) => of(entry, m, k)));

const GIVEN = sizes(transformed(SIGNAL));
function rescaled(spectra: Spectra): Spectra {
  return entrywise(spectra, ([a, b], m, k) => {
    const scale = (GIVEN[m]?.[k] ?? 0) / hypot(a, b);
    return [a * scale, b * scale];
  });
}
const iterated = (spectra: Spectra) => transformed(signalOf(rescaled(spectra)));
const mismatch = (spectra: Spectra) =>
  hypot(...sizes(spectra).flatMap((row, m) => row.map((size, k) => size - (GIVEN[m]?.[k] ?? 0))));
/** How often the mismatch grows in some rounds from another signal. */
function growths(step: (spectra: Spectra) => Spectra): number {
  let spectra = transformed(SIGNAL.map((value, n) => value + sin(5 * n) + 0.3 * n));
  let count = 0;
  for (let k = 0; k < 12; k++) {
    const next = step(spectra);
    if (mismatch(next) > mismatch(spectra) + 1e-12) count++;
    spectra = next;
  }
  return count;
}
const fixedAndFalling = (step: (spectra: Spectra) => Spectra) => [
  ...numbers(step(transformed(SIGNAL))),
  growths(step),
];
const absolutes = (spectra: Spectra): Spectra => entrywise(spectra, ([a, b]) => [hypot(a, b), 0]);

const TRUTH = matrix([
  [2, 3, 6],
  [0, 1, 0],
]);
const MADE = matrix([
  [3, 1, 6],
  [2, 1, 0],
]);

export const spectra: readonly Check[] = [
  functionCheck('griffin-lim', {
    states: 'the true spectrogram stays, and the mismatch never grows',
    formula: () => fixedAndFalling(iterated),
    against: () => [...numbers(framed), 0],
    mutants: {
      'without the phase': () => fixedAndFalling((X) => iterated(absolutes(X))),
      'not divided by the size': () =>
        fixedAndFalling((X) =>
          transformed(
            signalOf(entrywise(X, ([a, b], m, k) => [a * (GIVEN[m]?.[k] ?? 0), b * (GIVEN[m]?.[k] ?? 0)])),
          ),
        ),
    },
  }),
  latexCheck('spectral-convergence', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          // Differences 1, 2 and 2; entries 2, 3, 6 and 1.
          '\\mathcal{L}_{\\mathrm{sc}}': 3 / 50 ** 0.5,
          '\\lvert \\operatorname{STFT}(\\mathbf{x}) \\rvert': TRUTH,
          '\\lvert \\operatorname{STFT}(\\hat{\\mathbf{x}}) \\rvert': MADE,
        },
      },
    ],
  }),
  functionCheck('stft', {
    states: 'the fast Fourier transform of each frame',
    formula: () => numbers(transformed(SIGNAL)),
    against: () => numbers(framed),
    mutants: {
      'other sign of the exponent': () => numbers(transformed(SIGNAL, 1)),
      'another hop': () => numbers(transformed(SIGNAL, -1, 1)),
    },
  }),
  latexCheck('stft-magnitude-loss', {
    states: 'a hand-worked case, the spectrogram as one row',
    cases: [
      {
        given: {
          // Ratios 2, 1/8 and 1.
          '\\mathcal{L}_{\\mathrm{mag}}': (4 * Math.LN2) / 3,
          N: 3,
          '\\log \\lvert \\operatorname{STFT}(\\mathbf{x}) \\rvert': row([2, 3, 5].map((x) => log(x))),
          '\\log \\lvert \\operatorname{STFT}(\\hat{\\mathbf{x}}) \\rvert': row(
            [1, 24, 5].map((x) => log(x)),
          ),
        },
      },
    ],
  }),
];
