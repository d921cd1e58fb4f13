import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { from, vector } from '../../given';
import { range } from './scene';

/** A function of a number that is smooth with the constant `bound`, by its values and slopes; its least value is 0. */
interface Valley {
  readonly height: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly bound: number;
}

/** A bowl that goes on as a plane: where it begins far out, no method with gradients alone does well. */
const huber = (bound: number, edge: number): Valley => ({
  bound,
  height: (x) => (Math.abs(x) <= edge ? (bound * x * x) / 2 : bound * edge * (Math.abs(x) - edge / 2)),
  slope: (x) => bound * Math.max(-edge, Math.min(edge, x)),
});
const bowl = (bound: number, curvature: number): Valley => ({
  bound,
  height: (x) => (curvature * x * x) / 2,
  slope: (x) => curvature * x,
});
/** Karimi, Nutini and Schmidt's example: not convex, and with the constant 1/32. */
const wavy: Valley = {
  bound: 8,
  height: (x) => x * x + 3 * Math.sin(x) ** 2,
  slope: (x) => 2 * x + 3 * Math.sin(2 * x),
};

const START = 1.5;

/** The iterates of gradient descent with the learning rate 1 / L. */
function descent({ slope, bound }: Valley, steps: number, start = START): readonly number[] {
  const places = [start];
  for (const k of range(steps)) {
    const x = places[k] ?? start;
    places.push(x - slope(x) / bound);
  }
  return places;
}

/** The iterates of the accelerated method. */
function accelerated({ slope, bound }: Valley, steps: number): readonly number[] {
  const places = [START];
  let [point, t] = [START, 1];
  for (const k of range(steps)) {
    const next = point - slope(point) / bound;
    const after = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    point = next + ((t - 1) / after) * (next - (places[k] ?? next));
    t = after;
    places.push(next);
  }
  return places;
}

const holds = (left: number, right: number) => (left <= right * (1 + 1e-9) ? 1 : 0);
const COUNTS = [1, 2, 5, 12];
const all = (count: number) => range(count).map(() => 1);

/** Whether a bound on the height after k steps holds in the valleys that are worst for them. */
const onWorst = (rate: (valley: Valley, k: number) => number) =>
  COUNTS.map((k) => {
    const valley = huber(4, START / (2 * k + 1));
    return holds(valley.height(descent(valley, k)[k] ?? 0), rate(valley, k));
  });

const onWorstAccelerated = (rate: (valley: Valley, k: number) => number) =>
  [1, 5, 20, 60].flatMap((k) =>
    [1, 2, 4, 8].map((share) => {
      const valley = huber(4, (share * START) / (k * k + 1));
      return holds(valley.height(accelerated(valley, k)[k] ?? 0), rate(valley, k));
    }),
  );

/** Whether the least squared slope of T steps is within a bound: on bowls, and on planes that end in one. */
const onSlopes = (rate: (height: number, valley: Valley, steps: number) => number) =>
  COUNTS.flatMap((steps) =>
    [bowl(4, 4), huber(4, START / (steps + 1)), wavy].map((valley) => {
      const slopes = descent(valley, steps - 1).map((x) => valley.slope(x) ** 2);
      return holds(Math.min(...slopes), rate(valley.height(START), valley, steps));
    }),
  );

const onHeights = (rate: (share: number, k: number) => number) =>
  COUNTS.flatMap((k) =>
    [
      { valley: bowl(4, 1), mu: 1 },
      { valley: bowl(4, 3), mu: 3 },
      { valley: wavy, mu: 1 / 32 },
    ].map(({ valley, mu }) =>
      holds(valley.height(descent(valley, k)[k] ?? 0), rate(mu / valley.bound, k) * valley.height(START)),
    ),
  );

const onDistances = (rate: (share: number, k: number) => number) =>
  COUNTS.flatMap((k) =>
    [1, 2.5, 4].map((mu) => holds((descent(bowl(4, mu), k)[k] ?? 0) ** 2, rate(mu / 4, k) * START ** 2)),
  );

/** Gradient descent with the best learning rate for κ, on a bowl around (2, −1) whose curvatures are 1 and κ, or less. */
function onBowl(kappa: number, steps: number, mild: number): Matrix {
  const rate = 2 / (1 + kappa);
  let [x, y] = [0.6, -1.4];
  for (const _ of range(steps)) [x, y] = [x - rate * x, y - rate * mild * kappa * y];
  return vector([2 + x, -1 + y]);
}

export const rates: readonly Check[] = [
  functionCheck('gradient-descent-convex-rate', {
    states: 'runs on the worst functions',
    formula: () => onWorst(({ bound }, k) => (bound * START ** 2) / (2 * k)),
    against: () => all(4),
    mutants: {
      'a third of it': () => onWorst(({ bound }, k) => (bound * START ** 2) / (6 * k)),
      'the accelerated rate': () => onWorst(({ bound }, k) => (2 * bound * START ** 2) / (k + 1) ** 2),
      'without the constant': () => onWorst((_, k) => START ** 2 / (2 * k)),
    },
  }),
  functionCheck('gradient-descent-linear-rate', {
    states: 'runs on quadratics',
    formula: () => onDistances((share, k) => (1 - share) ** k),
    against: () => all(12),
    mutants: {
      'with twice the share': () => onDistances((share, k) => Math.max(0, 1 - 2 * share) ** k),
      'with the root of the share': () => onDistances((share, k) => (1 - Math.sqrt(share)) ** (2 * k)),
    },
  }),
  functionCheck('gradient-descent-nonconvex-rate', {
    states: 'runs on bowls, on which one step attains it, on planes, and on waves',
    formula: () => onSlopes((height, { bound }, steps) => (2 * bound * height) / steps),
    against: () => all(12),
    mutants: {
      'without the two': () => onSlopes((height, { bound }, steps) => (bound * height) / steps),
      'with the square of T': () => onSlopes((height, { bound }, steps) => (2 * bound * height) / steps ** 2),
    },
  }),
  latexCheck('gradient-descent-optimal-linear-rate', {
    states: 'runs on quadratics: the worst, on which it is attained, and a milder one',
    cases: [2, 5].flatMap((kappa) =>
      [1, 0.7].flatMap((mild) =>
        [1, 4].map((k) => ({
          given: {
            k,
            '\\kappa': kappa,
            '\\mathbf{x}^{\\star}': vector([2, -1]),
            '\\mathbf{x}': from(
              0,
              range(k + 2).map((steps) => onBowl(kappa, steps, mild)),
            ),
          },
        })),
      ),
    ),
  }),
  functionCheck('nesterov-rate', {
    states: 'runs on bowls that go on as planes',
    formula: () => onWorstAccelerated(({ bound }, k) => (2 * bound * START ** 2) / (k + 1) ** 2),
    against: () => all(16),
    mutants: {
      'a quarter of it': () =>
        onWorstAccelerated(({ bound }, k) => (0.5 * bound * START ** 2) / (k + 1) ** 2),
      'with a third power': () =>
        onWorstAccelerated(({ bound }, k) => (2 * bound * START ** 2) / (k + 1) ** 3),
    },
  }),
  functionCheck('polyak-lojasiewicz-rate', {
    states: 'runs on quadratics and on a function that is not convex',
    formula: () => onHeights((share, k) => (1 - share) ** k),
    against: () => all(12),
    mutants: {
      'with twice the share': () => onHeights((share, k) => Math.max(0, 1 - 2 * share) ** k),
      'with the root of the share': () => onHeights((share, k) => (1 - Math.sqrt(share)) ** (2 * k)),
    },
  }),
];
