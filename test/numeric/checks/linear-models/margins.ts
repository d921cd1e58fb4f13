import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { vector } from '../../given';
import { minimizer } from '../../golden-section';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const range = (length: number) => Array.from({ length }, (_, i) => i);

/** Five labelled numbers that no threshold separates. */
const inputs = [-2, -0.5, 0.3, 1, 2.2];
const labels = [-1, -1, 1, -1, 1];
const PRICE = 0.8;
const product = (a: number, b: number) => a * b;
/** The kernel whose only feature is the square, and labels for it. */
const squares = (a: number, b: number) => (a * b) ** 2;
const farOut = [1, -1, -1, 1, 1];

/** The least of a convex function of two numbers, by one search inside another. */
const leastInPlane = (f: (w: number, b: number) => number) => {
  const inner = (w: number) =>
    f(
      w,
      minimizer((b) => f(w, b), -8, 8),
    );
  return inner(minimizer(inner, -8, 8));
};

interface Primal {
  readonly half: number;
  readonly price: number;
  readonly margin: number;
}

/** The soft-margin problem in one weight and a bias, with the least slacks that are allowed. */
const primal = (xs: readonly number[], ys: readonly number[], { half, price, margin }: Primal) =>
  leastInPlane(
    (w, b) => half * w ** 2 + price * sum(xs.map((x, i) => Math.max(0, margin - (ys[i] ?? 0) * (w * x + b)))),
  );

interface Dual {
  readonly half: number;
  readonly ceiling: number;
  /** Whether the multipliers of the two classes must balance. */
  readonly isBalanced: boolean;
}

/** The largest value of the dual, moving two multipliers at a time so that they stay balanced. */
function dual(
  kernel: (a: number, b: number) => number,
  ys: readonly number[],
  { half, ceiling, isBalanced }: Dual,
): number {
  const gram = inputs.map((a, i) => inputs.map((b, j) => (ys[i] ?? 0) * (ys[j] ?? 0) * kernel(a, b)));
  const alpha = inputs.map(() => 0);
  const at = (i: number) => alpha[i] ?? 0;
  const value = () =>
    sum(alpha) - half * sum(gram.flatMap((row, i) => row.map((entry, j) => entry * at(i) * at(j))));
  const move = (i: number, j: number, partner: number) => {
    const slope = (k: number) => 1 - 2 * half * sum((gram[k] ?? []).map((entry, l) => entry * at(l)));
    const entry = (k: number, l: number) => gram[k]?.[l] ?? 0;
    const curvature = 2 * half * (entry(i, i) + 2 * partner * entry(i, j) + partner ** 2 * entry(j, j));
    const rise = slope(i) + partner * slope(j);
    const ends = (k: number, sign: number) =>
      sign === 0 ? [-ceiling, ceiling] : [-at(k) * sign, (ceiling - at(k)) * sign].sort((a, b) => a - b);
    const [[lowI = 0, highI = 0], [lowJ = 0, highJ = 0]] = [ends(i, 1), ends(j, partner)];
    const wanted = curvature > 1e-12 ? rise / curvature : Math.sign(rise) * ceiling;
    const step = Math.min(Math.max(wanted, lowI, lowJ), highI, highJ);
    alpha[i] = at(i) + step;
    if (partner !== 0) alpha[j] = at(j) + partner * step;
  };
  for (let round = 0; round < 400; round++) {
    for (const i of range(5)) {
      for (const j of range(5)) {
        if (i !== j) move(i, j, isBalanced ? -(ys[i] ?? 0) * (ys[j] ?? 0) : 0);
      }
    }
  }
  return value();
}
const machine: Dual = { half: 0.5, ceiling: PRICE, isBalanced: true };
const dualMutants = (kernel: (a: number, b: number) => number, ys: readonly number[]) => ({
  'without the half': () => dual(kernel, ys, { ...machine, half: 1 }),
  'with another ceiling': () => dual(kernel, ys, { ...machine, ceiling: 2 * PRICE }),
  'without the balance': () => dual(kernel, ys, { ...machine, isBalanced: false }),
});

/** Four points that a slanted line separates; nearest are (0, 0) and (2, 2), so that the weights are (1/2, 1/2) and the bias -1. */
const above = [
  [2, 2],
  [3, 2],
] as const;
const below = [
  [0, 0],
  [-1, 0],
] as const;
/** The least of `half * |w|^2`, along each direction the shortest weights that put both classes `margin` off the plane. */
function hardMargin(half: number, margin: number): number {
  const along = (angle: number) => {
    const project = ([a, b]: readonly [number, number]) => a * Math.cos(angle) + b * Math.sin(angle);
    const gap = Math.min(...above.map(project)) - Math.max(...below.map(project));
    return gap <= 0 ? 1e9 : half * ((2 * margin) / gap) ** 2;
  };
  return along(minimizer(along, 0.1, 1.5));
}
const shallow = [
  [1.4, -1],
  [3, 0.3],
  [-1, 2.2],
  [0.5, 2.5],
  [0.2, 1.3],
] as const;

/** Targets `a` at 1 and `-a` at -1: by symmetry the bias is 0, and the weight is `2 C` or what reaches the tube. */
const regression = (half: number, price: number, tube: number) =>
  leastInPlane(
    (w, b) =>
      half * w ** 2 +
      price *
        sum(
          [1, -1].map((x) => Math.max(0, 3 * x - w * x - b - tube) + Math.max(0, w * x + b - 3 * x - tube)),
        ),
  );

export const margins: readonly Check[] = [
  latexCheck('svm-decision-function', {
    states: 'the side of a line that was found by hand',
    symmetric: ['k'],
    cases: shallow.map(([a, b]) => ({
      given: {
        'f(\\mathbf{x})': a + b > 2 ? 1 : -1,
        // Moved by (1, 1/2), so that no input is zero. The letter stands for the training inputs and, without an index, for the new one, which the kernel knows.
        '\\mathbf{x}': [vector([3, 2.5]), vector([1, 0.5])],
        k: (support: Matrix) => support.dot(vector([a + 1, b + 0.5])),
        n: 2,
        '\\alpha': [0.25, 0.25],
        y: [1, -1],
        b: -1.75,
      },
    })),
  }),
  functionCheck('svm-dual', {
    states: 'the least value of the primal',
    tolerance: 1e-5,
    formula: () => dual(product, labels, machine),
    against: () => primal(inputs, labels, { half: 0.5, price: PRICE, margin: 1 }),
    mutants: dualMutants(product, labels),
  }),
  functionCheck('svm-dual-kernel', {
    states: 'the least value of the primal in the feature space',
    tolerance: 1e-5,
    formula: () => dual(squares, farOut, machine),
    against: () =>
      primal(
        inputs.map((x) => x ** 2),
        farOut,
        { half: 0.5, price: PRICE, margin: 1 },
      ),
    mutants: {
      ...dualMutants(squares, farOut),
      'with the inner product': () => dual(product, farOut, machine),
    },
  }),
  functionCheck('svm-hard-margin', {
    states: 'the nearest points of two classes',
    formula: () => hardMargin(0.5, 1),
    against: () => 1 / (2 * (Math.hypot(2, 2) / 2) ** 2),
    mutants: { 'without the half': () => hardMargin(1, 1), 'with another margin': () => hardMargin(0.5, 2) },
  }),
  functionCheck('svm-soft-margin', {
    states: 'two points by hand',
    tolerance: 1e-6,
    formula: () => [0.3, 0.8].map((price) => primal([1, -1], [1, -1], { half: 0.5, price, margin: 1 })),
    against: () => [0.3 ** 2 * 2 + 0.6 * 0.4, 0.5],
    mutants: {
      'without the half': () =>
        [0.3, 0.8].map((price) => primal([1, -1], [1, -1], { half: 1, price, margin: 1 })),
      'without the price': () =>
        [0.3, 0.8].map(() => primal([1, -1], [1, -1], { half: 0.5, price: 1, margin: 1 })),
      'with no margin': () =>
        [0.3, 0.8].map((price) => primal([1, -1], [1, -1], { half: 0.5, price, margin: 0 })),
    },
  }),
  latexCheck('svr-loss', {
    states: 'the distance to a tube, by hand',
    cases: [
      [5, 2, 0.5, 2.5],
      [1, 2.7, 0.5, 1.2],
      [2.2, 2, 0.5, 0],
    ].map(([y = 0, prediction = 0, tube = 0, loss = 0]) => ({
      given: {
        '\\mathcal{L}_{\\varepsilon}(y, f(\\mathbf{x}))': loss,
        y,
        f: () => prediction,
        '\\mathbf{x}': 1,
        '\\varepsilon': tube,
      },
    })),
  }),
  functionCheck('svr-primal', {
    states: 'two points by hand',
    tolerance: 1e-6,
    formula: () => [0.6, 4].map((price) => regression(0.5, price, 0.4)),
    against: () => [1.2 ** 2 / 2 + 1.2 * (3 - 1.2 - 0.4), 2.6 ** 2 / 2],
    mutants: {
      'without the half': () => [0.6, 4].map((price) => regression(1, price, 0.4)),
      'without the tube': () => [0.6, 4].map((price) => regression(0.5, price, 0)),
      'without the price': () => [0.6, 4].map(() => regression(0.5, 1, 0.4)),
    },
  }),
];
