import { EVD, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { matrix } from '../../given';
import { operator, summation } from '../../operators';

const BITS = [0, 1];
const flip = (chance: number, value: number) => (value === 1 ? chance : 1 - chance);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** A hidden cause of both treatment and outcome, and a mediator between these: each value, and what becomes of them. */
const WORLDS = BITS.flatMap((z) =>
  BITS.flatMap((x) => BITS.flatMap((m) => BITS.map((y) => ({ z, x, m, y })))),
);
type World = (typeof WORLDS)[number];
const hidden = ({ z }: World) => flip(0.3, z);
const cause = ({ z, x }: World) => flip(z === 1 ? 0.8 : 0.25, x);
const mediator = ({ x, m }: World) => flip(x === 1 ? 0.9 : 0.35, m);
const outcome = ({ z, m, y }: World) => flip(0.15 + 0.5 * m + 0.25 * z - 0.1 * z * m, y);
const joint = (world: World) => hidden(world) * cause(world) * mediator(world) * outcome(world);
const chance = (kind: Partial<World>) =>
  total(
    WORLDS.filter(
      ({ z, x, m, y }) =>
        (kind.z ?? z) === z && (kind.x ?? x) === x && (kind.m ?? m) === m && (kind.y ?? y) === y,
    ).map(joint),
  );

/** The chance of an outcome in a world in which the cause is set by force. */
const forced = (x: number, y: number) =>
  total(
    WORLDS.filter((world) => world.x === x && world.y === y).map(
      (world) => hidden(world) * mediator(world) * outcome(world),
    ),
  );

/** Three noises, each evenly one of ten; the second variable listens to the first, the third to both. */
const TENTHS = Array.from({ length: 10 }, (_, i) => (i + 0.5) / 10);
function madeBy(noises: readonly number[], force: number | null): readonly number[] {
  const [u = 0, v = 0, w = 0] = noises;
  const first = u < 0.4 ? 1 : 0;
  const second = force ?? (v < 0.2 + 0.5 * first ? 1 : 0);
  return [first, second, w < 0.1 + 0.3 * first + 0.4 * second ? 1 : 0];
}
function frequency(values: readonly number[], force: number): number {
  const all = TENTHS.flatMap((u) => TENTHS.flatMap((v) => TENTHS.map((w) => madeBy([u, v, w], force))));
  return all.filter((made) => made.every((value, j) => value === values[j])).length / all.length;
}

const CYCLE = matrix([
  [0, 0.8, 0],
  [-0.5, 0, 1.2],
  [0.7, 0, 0],
]);
const ACYCLIC = matrix([
  [0, 0.8, -2],
  [0, 0, 1.2],
  [0, 0, 0],
]);

/** The trace of the exponential by eigenvalues, whose imaginary parts turn: e^{a + bi} has real part e^a cos b. */
function traceOfExponential(of: Matrix): number {
  const { realEigenvalues, imaginaryEigenvalues } = new EVD(of);
  return total(realEigenvalues.map((a, i) => Math.exp(a) * Math.cos(imaginaryEigenvalues[i] ?? 0)));
}
const acyclicity = (weights: Matrix) => traceOfExponential(Matrix.mul(weights, weights)) - weights.rows;

/** Closed walks of every length up to twenty, each edge weighted by its square, each walk by one over its length's factorial. */
function closedWalks(weights: Matrix): number {
  const size = weights.rows;
  let walks = Matrix.eye(size, size);
  let [sum, factorial] = [0, 1];
  for (let length = 1; length <= 20; length++) {
    walks = extended(walks, weights);
    factorial *= length;
    sum += walks.trace() / factorial;
  }
  return sum;
}
function extended(walks: Matrix, weights: Matrix): Matrix {
  const places = Array.from({ length: weights.rows }, (_, i) => i);
  return matrix(
    places.map((i) => places.map((j) => total(places.map((k) => walks.get(i, k) * weights.get(k, j) ** 2)))),
  );
}

export const adjustment: readonly Check[] = [
  latexCheck('backdoor-adjustment', {
    states: 'a causal model in which the cause is set by force',
    cases: BITS.map((x) => ({
      given: {
        'P(y \\mid \\operatorname{do}(x))': forced(x, 1),
        '\\sum_{z}': summation('z', BITS),
        P: (a: number, b?: number, z?: number) =>
          b === undefined || z === undefined
            ? chance({ z: a })
            : chance({ y: a, x: b, z }) / chance({ x: b, z }),
        x,
        y: 1,
      },
    })),
  }),
  latexCheck('frontdoor-adjustment', {
    states: 'a causal model in which the cause is set by force',
    cases: BITS.map((x) => ({
      given: {
        'P(y \\mid \\operatorname{do}(x))': forced(x, 1),
        '\\sum_{m}': summation('m', BITS),
        "\\sum_{x'}": summation("x'", BITS),
        P: (a: number, b?: number, c?: number) => {
          if (b === undefined) return chance({ x: a });
          if (c === undefined) return chance({ m: a, x: b }) / chance({ x: b });
          return chance({ y: a, m: b, x: c }) / chance({ m: b, x: c });
        },
        x,
        y: 1,
      },
    })),
  }),
  functionCheck('notears-acyclicity', {
    states: 'closed walks, counted by length',
    formula: () => [acyclicity(CYCLE), acyclicity(ACYCLIC)],
    against: () => [closedWalks(CYCLE), 0],
    mutants: {
      'weights that are not squared': () => [traceOfExponential(CYCLE) - 3, acyclicity(ACYCLIC)],
      'without the number of variables': () => [acyclicity(CYCLE) + 3, acyclicity(ACYCLIC) + 3],
    },
  }),
  unchecked('structural-causal-model', 'definition'),
  latexCheck('truncated-factorization', {
    states: 'a causal model run over all its noises, with one mechanism replaced',
    cases: [
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ].map((values) => ({
      given: {
        'p(x_{1}, \\dots, x_{d} \\mid \\operatorname{do}(x_{k} = a))': frequency(values, 1),
        x: values,
        k: 2,
        a: 1,
        '\\prod_{j \\neq k}': operator('p(x_{j} \\mid x_{\\operatorname{pa}(j)})', (factor) => {
          const [first = 0, second = 0, third = 0] = values;
          const [one, other] = [
            factor(flip(0.4, first)),
            factor(flip(0.1 + 0.3 * first + 0.4 * second, third)),
          ];
          return typeof one === 'number' && typeof other === 'number' ? one * other : Number.NaN;
        }),
      },
    })),
  }),
];
