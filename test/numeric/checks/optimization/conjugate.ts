import { Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, matrix, vector } from '../../given';
import { inner, range, sum } from './scene';

/** A system for conjugate gradients, and the iterates as the best points of Krylov's spaces. */
const SYSTEM = matrix([
  [4, 1, 0.5],
  [1, 3, -0.7],
  [0.5, -0.7, 2],
]);
const GOAL = vector([1, -2, 0.5]);

function bestInKrylov(k: number): Matrix {
  if (k === 0) return Matrix.zeros(3, 1);
  const powers = [GOAL];
  for (const i of range(k - 1)) powers.push(SYSTEM.mmul(powers[i] ?? GOAL));
  const basis = new Matrix(powers.map((power) => power.to1DArray())).transpose();
  const small = basis.transpose().mmul(SYSTEM).mmul(basis);
  return basis.mmul(solve(small, basis.transpose().mmul(GOAL)));
}

const iterates = range(4).map(bestInKrylov);
const residuals = iterates.map((x) => Matrix.sub(GOAL, SYSTEM.mmul(x)));
const moves = range(3).map((k) => Matrix.sub(iterates[k + 1] ?? GOAL, iterates[k] ?? GOAL));
const steps = moves.map(
  (move, k) => inner(move, residuals[k] ?? GOAL) / inner(residuals[k] ?? GOAL, residuals[k] ?? GOAL),
);
const directions = moves.map((move, k) => Matrix.div(move, steps[k] ?? 1));
const shares = range(2).map((k) => {
  const pushed = SYSTEM.mmul(directions[k] ?? GOAL);
  return -inner(residuals[k + 1] ?? GOAL, pushed) / inner(directions[k] ?? GOAL, pushed);
});

/** The least that a polynomial of degree k with the value 1 at 0 can reach on Chebyshev's points of [1, κ]. */
function leastPolynomial(k: number, kappa: number): number {
  const points = range(k + 1).map((j) => (kappa + 1) / 2 + ((kappa - 1) / 2) * Math.cos((Math.PI * j) / k));
  const weights = points.map((x) =>
    points.filter((y) => y !== x).reduce((product, y) => product * Math.abs(y / (x - y)), 1),
  );
  return 1 / sum(weights);
}

export const conjugate: readonly Check[] = [
  latexCheck('conjugate-gradient', {
    states: 'the best points of Krylov’s spaces',
    cases: [0, 1].map((k) => ({
      given: {
        k,
        '\\mathbf{A}': SYSTEM,
        '\\mathbf{x}': from(0, iterates),
        '\\mathbf{r}': from(0, residuals),
        '\\mathbf{p}': from(0, directions),
        '\\alpha': from(0, steps),
        '\\beta': from(0, shares),
      },
    })),
  }),
  functionCheck('conjugate-gradient-rate', {
    states: 'the polynomial that does best on Chebyshev’s points',
    // The exact worst case comes as near to the bound as 1 + ((√κ − 1) / (√κ + 1))^{2k}.
    formula: () =>
      [4, 9].map((kappa) => Math.log(2 * ((Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1)) ** 14)),
    against: () => [4, 9].map((kappa) => Math.log(leastPolynomial(14, kappa))),
    tolerance: 1e-7,
    mutants: {
      'without the root': () => [4, 9].map((kappa) => Math.log(2 * ((kappa - 1) / (kappa + 1)) ** 14)),
      'without the two': () =>
        [4, 9].map((kappa) => Math.log(((kappa ** 0.5 - 1) / (kappa ** 0.5 + 1)) ** 14)),
    },
  }),
];
