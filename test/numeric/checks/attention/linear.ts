import { jStat } from 'jstat';
import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { elementwise, matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { averaged, columns, dot, KEYS, QUERIES, type Rows, sum, VALUES } from './scene';

const { exp, log, sqrt, PI } = Math;

/** The features of Katharopoulos et al. */
const feature = (x: number) => (x > 0 ? x + 1 : exp(x));
const features = (rows: Rows): Rows => rows.map((entries) => entries.map(feature));

/** What query `i` gets from the first keys: a softmax average, whose logits are logarithms of similarities. */
const linear = (i: number, upTo: number) =>
  averaged(
    features(KEYS.slice(0, upTo)).map((key) => log(dot(features(QUERIES)[i - 1] ?? [], key))),
    VALUES.slice(0, upTo),
  );

const given = {
  n: 4,
  '\\phi': elementwise(feature),
  '\\mathbf{q}': columns(QUERIES),
  '\\mathbf{k}': columns(KEYS),
  '\\mathbf{v}': columns(VALUES),
};

/** The features and values of the first positions, multiplied as matrices. */
const state = (upTo: number) =>
  matrix(features(KEYS).slice(0, upTo))
    .transpose()
    .mmul(matrix(VALUES.slice(0, upTo)));
const normalizer = (upTo: number) =>
  vector([0, 1, 2].map((c) => sum(features(KEYS.slice(0, upTo)).map((key) => key[c] ?? 0))));

const AXIS = Array.from({ length: 21 }, (_, i) => 0.8 * (i - 10));
const DIRECTIONS = AXIS.flatMap((x) => AXIS.map((y) => [x, y]));
const normal = (point: readonly number[]) => exp(-sum(point.map((x) => x * x)) / 2) / (2 * PI);

const OMEGAS: Rows = [
  [0.7, -1.2],
  [-0.4, 0.5],
  [1.6, 0.9],
];
const POINT = [0.8, -0.3];

/** A feature as a ratio of densities: the shifted normal distribution over the standard one. */
const ratio = (omega: readonly number[]) =>
  omega
    .map((x, c) => jStat.normal.pdf(x, POINT[c] ?? 0, 1) / jStat.normal.pdf(x, 0, 1))
    .reduce((a, b) => a * b, 1);

const convolved = (t: number) => jStat.normal.pdf(t, 0.3 - 0.8, sqrt(1.2 ** 2 + 0.5 ** 2));

const TIMES = [0.3, 1.1, 2.6, 4];
const SIGNAL: Rows = [
  [1, -2],
  [0.5, 0.7],
  [-1.4, 3],
  [2, 0.2],
];
const moment = (power: number) =>
  [0, 1].map((c) => sum(SIGNAL.map((x, j) => (x[c] ?? 0) * (TIMES[j] ?? 0) ** power)));

/** The sum with the kernel `0.6 u^2 - 1.1 u + 0.4`, by the moments of the signal. */
const byMoments = (t: number) =>
  [0, 1].map((c) => {
    const [zeroth, first, second] = [0, 1, 2].map((power) => moment(power)[c] ?? 0);
    const [m0, m1, m2] = [zeroth ?? 0, first ?? 0, second ?? 0];
    return 0.6 * (t * t * m0 - 2 * t * m1 + m2) - 1.1 * (t * m0 - m1) + 0.4 * m0;
  });

/** Weights of the offsets -3, …, 3, and their convolution with the signal by Fourier transforms of length 7. */
const OFFSETS = [0, 0.2, -1.1, 0.9, 1.7, -0.4, 0.6];
const LENGTH = 7;

/** Values at the roots of unity, and back: the real parts are what is asked for. */
function fourier(values: readonly number[], k: number): readonly [number, number] {
  const angle = (n: number) => (-2 * PI * k * n) / LENGTH;
  return [
    sum(values.map((x, n) => x * Math.cos(angle(n)))),
    sum(values.map((x, n) => x * Math.sin(angle(n)))),
  ];
}

function filtered(signal: readonly number[], at: number): number {
  const wrapped = OFFSETS.map((_, m) => OFFSETS[(m + 3) % LENGTH] ?? 0);
  return sum(
    OFFSETS.map((_, k) => {
      const [[a, b], [c, d]] = [fourier(signal, k), fourier(wrapped, k)];
      const angle = (2 * PI * k * at) / LENGTH;
      return ((a * c - b * d) * Math.cos(angle) - (a * d + b * c) * Math.sin(angle)) / LENGTH;
    }),
  );
}

export const linearAttention: readonly Check[] = [
  latexCheck('linear-attention', {
    states: 'a softmax over the logarithms of similarities',
    cases: [1, 3].map((i) => ({ given: { ...given, '\\mathbf{h}_{i}': vector(linear(i, 4)), i } })),
  }),
  latexCheck('linear-attention-sums', {
    states: 'a softmax over the logarithms of similarities',
    cases: [2, 4].map((i) => ({
      given: {
        ...given,
        '\\mathbf{h}_{i}': vector(linear(i, 4)),
        '\\mathbf{S}': state(4),
        '\\mathbf{Z}': normalizer(4),
        i,
      },
    })),
  }),
  latexCheck('causal-linear-attention', {
    states: 'a softmax over the logarithms of similarities, and sums as products of matrices',
    cases: [2, 3].map((i) => ({
      given: {
        ...given,
        '\\mathbf{h}_{i}': vector(linear(i, i)),
        '\\mathbf{S}': [1, 2, 3, 4].map(state),
        '\\mathbf{Z}': [1, 2, 3, 4].map(normalizer),
        i,
      },
    })),
  }),
  latexCheck('performer-features', {
    states: 'ratios of normal densities',
    cases: [
      {
        given: {
          '\\phi(\\mathbf{x})': vector(OMEGAS.map((omega) => ratio(omega) / sqrt(3))),
          '\\mathbf{x}': vector(POINT),
          m: 3,
          '\\boldsymbol{\\omega}': columns(OMEGAS),
          // The rows that the dots leave out: of three, the second.
          '\\vdots': ratio(OMEGAS[1] ?? []) * exp((POINT[0] ?? 0) ** 2 / 2 + (POINT[1] ?? 0) ** 2 / 2),
        },
      },
    ],
  }),
  latexCheck('performer-kernel', {
    states: 'the expectation over a grid',
    cases: [
      {
        given: {
          '\\mathbf{q}': vector([0.5, -0.8]),
          '\\mathbf{k}': vector([1.1, 0.3]),
          '\\mathbb{E}_{\\boldsymbol{\\omega} \\sim \\mathcal{N}(\\mathbf{0}, \\mathbf{I})}': expectation(
            '\\boldsymbol{\\omega}',
            columns(DIRECTIONS),
            DIRECTIONS.map((point) => normal(point) * 0.8 ** 2),
          ),
        },
      },
    ],
  }),
  latexCheck('convolution-as-attention', {
    states: 'the convolution theorem of the discrete Fourier transform',
    cases: [1, 2, 4].map((i) => ({
      given: {
        '\\mathbf{h}_{i}': vector(
          [0, 1].map((c) => filtered([...SIGNAL.map((x) => x[c] ?? 0), 0, 0, 0], i - 1)),
        ),
        i,
        n: 4,
        g: (offset: number) => OFFSETS[offset + 3] ?? Number.NaN,
        '\\mathbf{x}': columns(SIGNAL),
      },
    })),
  }),
  latexCheck('convolution-continuous', {
    states: 'normal densities, whose variances add up',
    cases: [0.4, -1.3].map((t) => ({
      given: {
        '(x \\ast g)(t)': convolved(t),
        t,
        x: (tau: number) => jStat.normal.pdf(tau, 0.3, 1.2),
        g: (tau: number) => jStat.normal.pdf(tau, -0.8, 0.5),
      },
    })),
  }),
  latexCheck('convolution-continuous-filter', {
    states: 'moments of the signal, for a kernel that is a polynomial',
    cases: [1, 3].map((i) => ({
      given: {
        '\\mathbf{h}_{i}': vector(byMoments(TIMES[i - 1] ?? 0)),
        i,
        n: 4,
        'g_{\\theta}': (u: number) => 0.6 * u ** 2 - 1.1 * u + 0.4,
        t: TIMES,
        '\\mathbf{x}': columns(SIGNAL),
      },
    })),
  }),
  latexCheck('non-local-block', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{z}': columns([
            [0, 0],
            [-1.5, 6],
          ]),
          '\\mathbf{W}_{z}': matrix([
            [0.5, -1],
            [2, 1],
          ]),
          '\\mathbf{y}': columns([
            [1, 1],
            [3, 2],
          ]),
          '\\mathbf{x}': columns([
            [4, 4],
            [-1, -2],
          ]),
          i: 2,
        },
      },
    ],
  }),
  latexCheck('non-local-network', {
    states: 'a softmax over the logarithms of similarities',
    cases: [1, 3].map((i) => ({
      given: {
        '\\mathbf{y}_{i}': vector(
          averaged(
            KEYS.map((key) =>
              dot(
                KEYS[i - 1] ?? [],
                key.map((entry) => 0.3 * entry),
              ),
            ),
            KEYS.map((key) => [2 * (key[0] ?? 0), -(key[1] ?? 0)]),
          ),
        ),
        i,
        n: 4,
        '\\mathcal{C}': () => sum(KEYS.map((key) => exp(0.3 * dot(KEYS[i - 1] ?? [], key)))),
        '\\mathbf{x}': columns(KEYS),
        f: (a: Matrix, b: Matrix) => exp(0.3 * a.dot(b)),
        g: (x: Matrix) => vector([2 * x.get(0, 0), -x.get(1, 0)]),
      },
    })),
    symmetric: ['f'],
  }),
];
