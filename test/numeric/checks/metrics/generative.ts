import { determinant, type Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { random } from '../../random';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const [mu, nu] = [vector([1, -2]), vector([0.5, 1])];
const [real, made] = [
  matrix([
    [3, 1],
    [1, 2],
  ]),
  matrix([
    [1.5, -0.4],
    [-0.4, 0.7],
  ]),
];
/** The trace of the root of a 2×2 matrix, by Cayley and Hamilton. */
const traceOfRoot = (a: Matrix) => Math.sqrt(a.trace() + 2 * Math.sqrt(determinant(a)));

/** The monomials whose inner product is the cubic kernel in two dimensions. */
function monomials(x: Matrix): readonly number[] {
  const [a, b] = [x.get(0, 0) / Math.SQRT2, x.get(1, 0) / Math.SQRT2];
  const powers = [0, 1, 2, 3].flatMap((i) =>
    [0, 1, 2, 3].flatMap((j) => (i + j <= 3 ? [[i, j] as const] : [])),
  );
  const factorials = [1, 1, 2, 6];
  return powers.map(([i, j]) => {
    const weight = 6 / ((factorials[i] ?? 1) * (factorials[j] ?? 1) * (factorials[3 - i - j] ?? 1));
    return Math.sqrt(weight) * a ** i * b ** j;
  });
}
const dot = (x: readonly number[], y: readonly number[]) => sum(x.map((value, i) => value * (y[i] ?? 0)));
const generator = random(5);
const XS = [1, 2, 3].map(() => generator.normals(2));
const YS = [1, 2, 3, 4].map(() => generator.normals(2));
function kernelDistance(): number {
  const total = (points: readonly Matrix[]) =>
    points.map(monomials).reduce((left, right) => left.map((value, i) => value + (right[i] ?? 0)));
  const within = (points: readonly Matrix[]) => {
    const own = sum(points.map(monomials).map((phi) => dot(phi, phi)));
    return (dot(total(points), total(points)) - own) / (points.length * (points.length - 1));
  };
  return within(XS) + within(YS) - (2 * dot(total(XS), total(YS))) / 12;
}

/** Class probabilities of three generated images. */
const CLASSES = [
  [0.7, 0.2, 0.1],
  [0.1, 0.6, 0.3],
  [0.25, 0.25, 0.5],
];
const IMAGES = [0.5, 0.3, 0.2];
const entropy = (probabilities: readonly number[]) => -sum(probabilities.map((p) => p * Math.log(p)));
const marginal = [0, 1, 2].map((c) => sum(CLASSES.map((row, i) => (row[c] ?? 0) * (IMAGES[i] ?? 0))));
const joint = CLASSES.flatMap((row, i) => row.map((p) => p * (IMAGES[i] ?? 0)));

export const generative: readonly Check[] = [
  latexCheck('frechet-inception-distance', {
    states: 'the closed form of the root of a 2×2 matrix',
    cases: [
      {
        given: {
          '\\operatorname{FID}': 0.25 + 9 + real.trace() + made.trace() - 2 * traceOfRoot(real.mmul(made)),
          '\\boldsymbol{\\mu}_{r}': mu,
          '\\boldsymbol{\\mu}_{g}': nu,
          '\\boldsymbol{\\Sigma}_{r}': real,
          '\\boldsymbol{\\Sigma}_{g}': made,
        },
      },
    ],
    same: {
      '\\operatorname{FID} = \\lVert \\boldsymbol{\\mu}_{r} - \\boldsymbol{\\mu}_{g} \\rVert_{2}^{2} + \\operatorname{tr}\\left( \\boldsymbol{\\Sigma}_{r} + \\boldsymbol{\\Sigma}_{g} - 2 \\left( \\boldsymbol{\\Sigma}_{g} \\boldsymbol{\\Sigma}_{r} \\right)^{1/2} \\right)':
        'both products have the same eigenvalues',
    },
  }),
  latexCheck('generative-precision-recall', {
    states: 'points of the plane counted by hand',
    cases: [
      {
        given: {
          // The first, third and fourth generated point are in balls 1, 2 and 3; the first and third real one in 1 and 4.
          '\\operatorname{precision}': 3 / 4,
          '\\operatorname{recall}': 2 / 3,
          n: 4,
          m: 3,
          '\\mathbf{g}': [vector([1, 1]), vector([9, 9]), vector([4.5, 0.2]), vector([1.2, 7.2])],
          '\\mathbf{r}': [vector([0, 0]), vector([5, 0]), vector([0, 6])],
          '\\rho': [1.5, 1, 2],
          '\\tau': [1.45, 1, 0.3, 1.8],
        },
      },
    ],
  }),
  latexCheck('inception-score', {
    states: 'the mutual information from entropies',
    cases: [
      {
        given: {
          '\\operatorname{IS}(G)': Math.exp(entropy(IMAGES) + entropy(marginal) - entropy(joint)),
          '\\mathbb{E}_{\\mathbf{x} \\sim p_{g}}': expectation('\\mathbf{x}', [0, 1, 2], IMAGES),
          'D_{\\mathrm{KL}}': (p: Matrix, q: Matrix) =>
            sum(p.to1DArray().map((a, i) => a * Math.log(a / q.get(i, 0)))),
          p: (_: number, image?: number) => vector(image === undefined ? marginal : (CLASSES[image] ?? [])),
          y: 0,
        },
      },
    ],
  }),
  latexCheck('kernel-inception-distance', {
    states: 'the monomials of the kernel',
    symmetric: ['k'],
    cases: [
      {
        given: {
          '\\operatorname{KID}': kernelDistance(),
          m: 3,
          n: 4,
          '\\mathbf{x}': XS,
          '\\mathbf{y}': YS,
          k: (x: Matrix, y: Matrix) => dot(monomials(x), monomials(y)),
          'k(\\mathbf{x}, \\mathbf{y})': 15.625,
          '\\mathbf{x}^{\\top} \\mathbf{y}': 3,
          d: 2,
        },
      },
    ],
  }),
];
