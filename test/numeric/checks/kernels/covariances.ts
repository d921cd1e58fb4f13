import { jStat } from 'jstat';
import { type Check, latexCheck } from '../../check';
import { entries, vector } from '../../given';
import { integrate } from '../../quadrature';

const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);

/** Two inputs at distance 1.5, and the scales of a kernel. */
const [left, right] = [
  [0.4, 1.9],
  [1.3, 0.7],
];
const DISTANCE = 1.5;
const DEVIATION = 1.7;
const LENGTH = 0.8;
const plane = {
  '\\mathbf{x}': vector(left ?? []),
  "\\mathbf{x}'": vector(right ?? []),
  '\\sigma': DEVIATION,
  '\\ell': LENGTH,
};
const K = "k(\\mathbf{x}, \\mathbf{x}')";

/** By Bochner's theorem: the mean cosine under frequencies that are normal. */
const gaussian = (distance: number, length: number) =>
  integrate(
    (u) => (Math.exp(-(u ** 2) / 2) / Math.sqrt(2 * Math.PI)) * Math.cos((u * distance) / length),
    -12,
    12,
  );

/** A mixture of Gaussian kernels whose squared scale is multiplied by a power of a gamma variable of mean one. */
const mixture = (shape: number, power: 1 | -1) =>
  DEVIATION ** 2 *
  integrate(
    (g) => jStat.gamma.pdf(g, shape, 1 / shape) * Math.exp(-(DISTANCE ** 2) / (2 * LENGTH ** 2 * g ** power)),
    0,
    Number.POSITIVE_INFINITY,
  );

/** The modified Bessel function of the second kind, by its integral. */
const bessel = (order: number) => (z: number) =>
  integrate((t) => Math.exp(-z * Math.cosh(t)) * Math.cosh(order * t), 0, 8);

/** The polynomial kernel as a sum over all lists of coordinates of the input, to which the root of `c` is added. */
function overLists(degree: number, c: number): number {
  const [a, b] = [left, right].map((input) => [...(input ?? []), Math.sqrt(c)]);
  let lists: readonly (readonly number[])[] = [[]];
  for (let length = 0; length < degree; length++)
    lists = lists.flatMap((list) => [0, 1, 2].map((i) => [...list, i]));
  const feature = (input: readonly number[], list: readonly number[]) =>
    product(list.map((i) => input[i] ?? 0));
  return lists.reduce((sum, list) => sum + feature(a ?? [], list) * feature(b ?? [], list), 0);
}

/** The distance of two points that go around a circle once a period. */
function chord(x: number, other: number, period: number): number {
  const [a, b] = [x, other].map((place) => (2 * Math.PI * place) / period);
  return Math.hypot(Math.cos(a ?? 0) - Math.cos(b ?? 0), Math.sin(a ?? 0) - Math.sin(b ?? 0));
}

export const covariances: readonly Check[] = [
  latexCheck('kernel-rbf', {
    states: 'the mean cosine under normal frequencies',
    cases: [{ given: { ...plane, [K]: DEVIATION ** 2 * gaussian(DISTANCE, LENGTH) } }],
  }),
  latexCheck('kernel-rbf-ard', {
    states: 'a product of mean cosines',
    cases: [
      {
        given: {
          [K]: DEVIATION ** 2 * gaussian(0.9, 0.8) * gaussian(1.2, 2.1),
          '\\sigma': DEVIATION,
          d: 2,
          ...entries('x', left ?? []),
          "x'": right ?? [],
          '\\ell': [0.8, 2.1],
        },
      },
    ],
  }),
  latexCheck('kernel-rational-quadratic', {
    states: 'a mixture of Gaussian kernels by quadrature',
    cases: [{ given: { ...plane, [K]: mixture(2.3, -1), '\\alpha': 2.3 } }],
  }),
  latexCheck('kernel-matern', {
    states: 'a mixture of Gaussian kernels by quadrature',
    cases: [0.5, 2.3].map((smoothness) => ({
      given: { ...plane, [K]: mixture(smoothness, 1), '\\nu': smoothness, 'K_{\\nu}': bessel(smoothness) },
    })),
  }),
  latexCheck('kernel-matern-32', {
    states: 'a mixture of Gaussian kernels by quadrature',
    cases: [{ given: { ...plane, [K]: mixture(1.5, 1) } }],
  }),
  latexCheck('kernel-matern-52', {
    states: 'a mixture of Gaussian kernels by quadrature',
    cases: [{ given: { ...plane, [K]: mixture(2.5, 1) } }],
  }),
  latexCheck('kernel-periodic', {
    states: 'the Gaussian kernel of points on a circle',
    cases: [
      { x: 0.4, other: 1.5 },
      { x: 5.1, other: 0.2 },
    ].map(({ x, other }) => ({
      given: {
        "k(x, x')": DEVIATION ** 2 * gaussian(chord(x, other, 1.9), LENGTH),
        x,
        "x'": other,
        '\\sigma': DEVIATION,
        '\\ell': LENGTH,
        p: 1.9,
      },
    })),
  }),
  latexCheck('kernel-polynomial', {
    states: 'a sum over all lists of coordinates',
    cases: [3, 4].map((p) => ({ given: { ...plane, [K]: overLists(p, 0.6), c: 0.6, p } })),
  }),
];
