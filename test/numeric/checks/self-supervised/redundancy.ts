import { Matrix } from 'ml-matrix';
import { type Check, functionCheck } from '../../check';
import { random } from '../../random';
import { sum } from './scene';

const { max, sqrt } = Math;
const generator = random(31);
const range = (length: number) => Array.from({ length }, (_, i) => i);

/** Embeddings of five examples in two views, one row for each. */
const VIEWS = [generator.matrix(5, 3), generator.matrix(5, 3)] as const;

/** How the formula of Barlow Twins may be broken. */
interface Barlow {
  readonly wanted: number;
  readonly transposed: boolean;
  readonly diagonal: boolean;
}
function barlow({ wanted, transposed, diagonal }: Barlow): number {
  const [z, other] = VIEWS;
  const C = (i: number, j: number) => {
    const b = range(5);
    const joint = sum(b.map((row) => z.get(row, i) * other.get(row, j)));
    const own = sqrt(sum(b.map((row) => z.get(row, i) ** 2)));
    return joint / own / sqrt(sum(b.map((row) => other.get(row, transposed ? i : j) ** 2)));
  };
  const on = sum(range(3).map((i) => (wanted - C(i, i)) ** 2));
  const off = range(3).flatMap((i) => range(3).flatMap((j) => (i === j && !diagonal ? [] : [C(i, j) ** 2])));
  return on + 0.2 * sum(off);
}
/** The cross-correlation as a product of matrices with columns of length one. */
function barlowByMatrices(): number {
  const [z, other] = VIEWS.map((view) =>
    view.mmul(Matrix.diag(range(3).map((i) => 1 / view.getColumnVector(i).norm()))),
  );
  if (z === undefined || other === undefined) return Number.NaN;
  const C = z.transpose().mmul(other);
  const gap = Matrix.sub(C, Matrix.eye(3, 3));
  const on = gap.diag().reduce((total, entry) => total + entry ** 2, 0);
  return 0.2 * gap.norm() ** 2 + 0.8 * on;
}

interface Vicreg {
  readonly divisor: number;
  readonly rooted: boolean;
  readonly diagonal: boolean;
}
/** The loss with the weights 25, 20 and 2, a wanted deviation of 1.2 and a small constant of 0.1. */
function vicreg({ divisor, rooted, diagonal }: Vicreg): number {
  const [z, other] = VIEWS.map((view) => view.to2DArray());
  const gaps = (z ?? []).map((row, i) => sum(row.map((value, j) => (value - (other?.[i]?.[j] ?? 0)) ** 2)));
  const terms = VIEWS.map((view) => {
    const means = range(3).map((j) => view.getColumnVector(j).mean());
    const C = range(5)
      .map((i) => Matrix.sub(view.getRowVector(i).transpose(), Matrix.columnVector(means)))
      .map((row) => row.mmul(row.transpose()).div(divisor))
      .reduce((left, right) => Matrix.add(left, right));
    const spread = (variance: number) => (rooted ? sqrt(variance + 0.1) : variance + 0.1);
    const v = sum(range(3).map((j) => max(0, 1.2 - spread(C.get(j, j))))) / 3;
    const c = sum(
      range(3).flatMap((i) => range(3).map((j) => (i === j && !diagonal ? 0 : C.get(i, j) ** 2))),
    );
    return 20 * v + (2 * c) / 3;
  });
  return (25 / 5) * sum(gaps) + sum(terms);
}
/** Covariances as mean products of the differences of all pairs of examples, halved. */
function vicregByPairs(): number {
  const pairs = range(5).flatMap((i) => range(i).map((j) => [i, j] as const));
  const terms = VIEWS.map((view) => {
    const covariance = (a: number, b: number) =>
      sum(
        pairs.map(([i, j]) => (view.get(i, a) - view.get(j, a)) * (view.get(i, b) - view.get(j, b)) * 0.5),
      ) / pairs.length;
    const short = range(3).map((j) => 1.2 - (covariance(j, j) + 0.1) ** 0.5);
    const joint = covariance(0, 1) ** 2 + covariance(0, 2) ** 2 + covariance(1, 2) ** 2;
    return (20 * sum(short.filter((gap) => gap > 0)) + 2 * 2 * joint) / 3;
  });
  return 5 * Matrix.sub(...VIEWS).norm() ** 2 + sum(terms);
}

export const redundancy: readonly Check[] = [
  functionCheck('barlow-twins-loss', {
    states: 'products of matrices with columns of length one',
    formula: () => barlow({ wanted: 1, transposed: false, diagonal: false }),
    against: barlowByMatrices,
    mutants: {
      'no wanted correlation': () => barlow({ wanted: 0, transposed: false, diagonal: false }),
      'divided by the other feature': () => barlow({ wanted: 1, transposed: true, diagonal: false }),
      'all entries in the second sum': () => barlow({ wanted: 1, transposed: false, diagonal: true }),
    },
  }),
  functionCheck('vicreg-loss', {
    states: 'covariances from the differences of pairs',
    formula: () => vicreg({ divisor: 4, rooted: true, diagonal: false }),
    against: vicregByPairs,
    mutants: {
      'divided by the number of examples': () => vicreg({ divisor: 5, rooted: true, diagonal: false }),
      'variance in place of the deviation': () => vicreg({ divisor: 4, rooted: false, diagonal: false }),
      'variances among the covariances': () => vicreg({ divisor: 4, rooted: true, diagonal: true }),
    },
  }),
];
