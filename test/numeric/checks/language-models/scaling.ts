import { type Check, latexCheck } from '../../check';
import { lowest } from './scene';

const { exp, log } = Math;

/** Two fits: exponents and coefficients of the model's and the data's size. */
const FITS = [
  { alpha: 0.34, beta: 0.28, a: 406.4, b: 410.7 },
  { alpha: 0.5, beta: 0.7, a: 3, b: 90 },
];

/** The size that is best for a budget, where the slope in its logarithm is zero. */
const bestSize = ({ alpha, beta, a, b }: (typeof FITS)[number], compute: number) =>
  exp(
    lowest(
      (size) => beta * b * (compute / 6 / exp(size)) ** -beta - alpha * a * exp(size) ** -alpha,
      -50,
      80,
    ),
  );

export const scaling: readonly Check[] = [
  latexCheck('chinchilla-compute-optimal', {
    states: 'bisection of the slope along the budget',
    cases: FITS.flatMap((fit) =>
      [6e20, 6000].map((compute) => ({
        given: {
          'N_{\\mathrm{opt}}(C)': bestSize(fit, compute),
          'D_{\\mathrm{opt}}(C)': compute / 6 / bestSize(fit, compute),
          C: compute,
          // With a budget of 6 the size and the data are inverse to each other.
          G: bestSize(fit, 6),
          '\\alpha': fit.alpha,
          '\\beta': fit.beta,
          A: fit.a,
          B: fit.b,
        },
      })),
    ),
  }),
  latexCheck('chinchilla-loss', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'L(N, D)': 1.5 + 2 + 3,
          E: 1.5,
          A: 8,
          N: 16,
          '\\alpha': 1 / 2,
          B: 9,
          D: 27,
          '\\beta': 1 / 3,
        },
      },
    ],
  }),
  latexCheck('scaling-law-kaplan', {
    states: 'a hand-worked case, and limits of much data and of a large model',
    cases: [
      {
        given: { 'L(N, D)': 5, N: 2, 'N_{c}': 6, D: 2, 'D_{c}': 32, '\\alpha_{N}': 1, '\\alpha_{D}': 1 / 2 },
      },
      {
        given: {
          'L(N, D)': exp(0.3 * log(7)),
          N: 2,
          'N_{c}': 14,
          D: 1e30,
          'D_{c}': 5,
          '\\alpha_{N}': 0.3,
          '\\alpha_{D}': 0.4,
        },
      },
      {
        given: {
          'L(N, D)': exp(0.4 * log(2.5)),
          N: 1e30,
          'N_{c}': 14,
          D: 2,
          'D_{c}': 5,
          '\\alpha_{N}': 0.3,
          '\\alpha_{D}': 0.4,
        },
      },
    ],
  }),
];
