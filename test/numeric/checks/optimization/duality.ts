import { Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, matrix, vector } from '../../given';
import { maximum, minimum } from '../../operators';
import { argLowestInPlane, inner, lowest, paired, range } from './scene';

/** Two parabolas and a line that bound a quadratic, with a plane to stay on. The second bound is not reached. */
const [X, Y, Z] = [0, 1, 2] as const;
const objective = (x: Matrix) => (x.get(X, 0) - 2) ** 2 + (x.get(Y, 0) - 1) ** 2 + (x.get(Z, 0) - 3) ** 2;
const bounds = [
  (x: Matrix) => x.get(X, 0) ** 2 - x.get(Y, 0),
  (x: Matrix) => x.get(X, 0) - 5,
  (x: Matrix) => x.get(X, 0) + x.get(Y, 0) - 2,
];
const plane = (x: Matrix) => x.get(Z, 0) - 1;

const DESIGN = matrix([
  [1, 0.5, -0.2],
  [-0.3, 2, 0.8],
]);
const GOAL = vector([1, -0.5]);
const POINT = vector([0.7, -0.4, 1.3]);
const PRICES = vector([0.6, -1.1]);

/** The augmented Lagrangian with its square completed. */
function completed(x: Matrix, prices: Matrix, rho: number): number {
  const missed = DESIGN.mmul(x).sub(GOAL).add(Matrix.div(prices, rho));
  return inner(x, x) + (rho / 2) * inner(missed, missed) - inner(prices, prices) / (2 * rho);
}

const times = (a: number, b: number) => a * b;

/** ‖x − m‖²/2 + 0.8 ‖z‖₁ is to be lowered where A x + B z = c; the multipliers' rounds in closed form. */
const [PULLED, SCALES, RHO] = [vector([3, -1]), vector([-1, 2]), 1.5];
/** Its columns are at right angles, so that the entries of x can be sought one by one. */
const SQUARE = matrix([
  [2, -0.5],
  [1, 1],
]);

function rounds(count: number) {
  const [xs, zs, us] = [[vector([0.2, 1])], [vector([0.5, -0.4])], [vector([0.1, 0.3])]];
  for (const k of range(count)) {
    const [z = GOAL, u = GOAL] = [zs[k], us[k]];
    const left = Matrix.sub(GOAL, Matrix.add(paired(SCALES, z, times), u));
    const x = solve(
      SQUARE.transpose().mmul(SQUARE).mul(RHO).add(Matrix.eye(2)),
      SQUARE.transpose().mmul(left).mul(RHO).add(PULLED),
    );
    const missing = Matrix.sub(GOAL, Matrix.add(SQUARE.mmul(x), u));
    const after = paired(
      paired(missing, SCALES, (a, b) => a / b),
      SCALES,
      (middle, b) => Math.sign(middle) * Math.max(0, Math.abs(middle) - 0.8 / (RHO * b * b)),
    );
    xs.push(x);
    zs.push(after);
    // Where an entry of z is not zero, the price is in balance with the slope of 0.8 |z|.
    us.push(
      vector(
        [0, 1].map((i) => {
          const [entry, scale] = [after.get(i, 0), SCALES.get(i, 0)];
          return entry === 0 ? -missing.get(i, 0) : (-0.8 * Math.sign(entry)) / (RHO * scale);
        }),
      ),
    );
  }
  return { xs, zs, us };
}

const { xs, zs, us } = rounds(1);

/** x²/2 where x ≥ 1 and x = 3, with a price for each. */
const priced = (x: number, bound: number, equality: number) =>
  (x * x) / 2 + bound * (1 - x) + equality * (x - 3);
const PRICE_PAIRS = [
  [0.5, 0.2],
  [2, -1],
] as const;

/** A thing worth 1 to take or to leave, where only half of it is allowed: relaxed it is worth a half, whole nothing. */
const knapsack = (x: number, bound: number, equality: number) =>
  -x + bound * (x - 0.5) + equality * (x * x - x);
const MULTIPLIERS = range(9).flatMap((i) => range(9).map((j) => [i / 2, (j - 4) / 2]));

export const duality: readonly Check[] = [
  latexCheck('admm', {
    states: 'lowest points in closed form, and the balance of the prices',
    tolerance: 1e-6,
    cases: [0].map((k) => ({
      given: {
        k,
        f: (x: Matrix) => inner(Matrix.sub(x, PULLED), Matrix.sub(x, PULLED)) / 2,
        g: (z: Matrix) => 0.8 * (Math.abs(z.get(0, 0)) + Math.abs(z.get(1, 0))),
        '\\rho': RHO,
        '\\mathbf{A}': SQUARE,
        '\\mathbf{B}': Matrix.diag(SCALES.to1DArray()),
        '\\mathbf{c}': GOAL,
        '\\operatorname*{arg\\,min}_{\\mathbf{x}}': argLowestInPlane('\\mathbf{x}'),
        '\\operatorname*{arg\\,min}_{\\mathbf{z}}': argLowestInPlane('\\mathbf{z}'),
        '\\mathbf{x}': from(0, xs),
        '\\mathbf{z}': from(0, zs),
        '\\mathbf{u}': from(0, us),
      },
    })),
  }),
  latexCheck('augmented-lagrangian', {
    states: 'the completed square',
    cases: [0.8, 3].map((rho) => ({
      given: {
        '\\mathcal{L}_{\\rho}(\\mathbf{x}, \\boldsymbol{\\nu})': completed(POINT, PRICES, rho),
        '\\rho': rho,
        f: (x: Matrix) => inner(x, x),
        '\\mathbf{x}': POINT,
        '\\boldsymbol{\\nu}': PRICES,
        '\\mathbf{A}': DESIGN,
        '\\mathbf{b}': GOAL,
      },
    })),
  }),
  latexCheck('kkt-conditions', {
    states: 'a solution found by hand',
    cases: [1, 2, 3].map((i) => ({
      given: {
        i,
        j: 1,
        m: 3,
        p: 1,
        f: objective,
        g: bounds,
        h: [plane],
        '\\mathbf{0}': vector([0, 0, 0]),
        '\\mathbf{x}^{\\star}': vector([1, 1, 1]),
        '\\lambda^{\\star}': [2 / 3, 0, 2 / 3],
        // A mutant has it without its star.
        '\\lambda': [2 / 3, 0, 2 / 3],
        '\\nu^{\\star}': [4],
      },
    })),
  }),
  functionCheck('lagrange-dual-function', {
    states: 'the completed square',
    formula: () =>
      PRICE_PAIRS.map(([bound, equality]) =>
        priced(
          lowest((x) => priced(x, bound, equality)),
          bound,
          equality,
        ),
      ),
    against: () => PRICE_PAIRS.map(([bound, equality]) => bound - 3 * equality - (bound - equality) ** 2 / 2),
    mutants: {
      'at the lowest point of the objective': () =>
        PRICE_PAIRS.map(([bound, equality]) => priced(0, bound, equality)),
      'without the equality': () =>
        PRICE_PAIRS.map(([bound]) =>
          priced(
            lowest((x) => priced(x, bound, 0)),
            bound,
            0,
          ),
        ),
    },
  }),
  latexCheck('lagrangian', {
    states: 'the optimum, which the right prices leave as it is, and a hand-worked case',
    cases: [
      { x: vector([1, 1, 1]), bound: [2 / 3, 0, 2 / 3], equality: 4, value: 5 },
      // 0.25 + 1 + 1 + 2 · 0.25 + 3 · (−3.5) + 4 · 1.5 + 5 · 1.
      { x: vector([1.5, 2, 2]), bound: [2, 3, 4], equality: 5, value: 3.25 },
    ].map(({ x, bound, equality, value }) => ({
      given: {
        '\\mathcal{L}(\\mathbf{x}, \\boldsymbol{\\lambda}, \\boldsymbol{\\nu})': value,
        '\\mathbf{x}': x,
        m: 3,
        p: 1,
        f: objective,
        g: bounds,
        h: [plane],
        '\\lambda': bound,
        '\\nu': [equality],
      },
    })),
  }),
  latexCheck('weak-duality', {
    states: 'a knapsack with one thing, which has a gap',
    cases: [
      {
        given: {
          '\\mathcal{L}': knapsack,
          '\\inf_{\\mathbf{x}}': minimum('\\mathbf{x}', [0, 1]),
          '\\sup_{\\boldsymbol{\\lambda} \\geq \\mathbf{0}, \\, \\boldsymbol{\\nu}}': maximum(
            ['\\boldsymbol{\\lambda}', '\\boldsymbol{\\nu}'],
            MULTIPLIERS,
          ),
        },
      },
    ],
  }),
];
