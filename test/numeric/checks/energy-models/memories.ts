import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { matrix, vector } from '../../given';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
const inner = (a: readonly number[], b: readonly number[]) => total(a.map((value, i) => value * at(b, i)));

/** Symmetric weights of three units, thresholds and the spins of all states. */
const WEIGHTS = [
  [0, 0.3, -0.9],
  [0.3, 0, 0.7],
  [-0.9, 0.7, 0],
];
const THRESHOLDS = [0.7, -0.45, 0.1];
const SPINS = [-1, 1];
const STATES = SPINS.flatMap((a) => SPINS.flatMap((b) => SPINS.map((c): readonly number[] => [a, b, c])));

/** Each pair of units once. */
const energyOf = ([a = 0, b = 0, c = 0]: readonly number[]) =>
  -0.3 * a * b + 0.9 * a * c - 0.7 * b * c + 0.7 * a - 0.45 * b + 0.1 * c;
const flipped = (state: readonly number[], i: number) => state.map((spin, k) => (k === i ? -spin : spin));

/** Patterns at right angles to each other, which are recalled without error. */
const PATTERNS = [
  [1, 1, 1, 1, -1, -1, -1, -1],
  [1, -1, 1, -1, 1, -1, 1, -1],
  [1, 1, -1, -1, 1, 1, -1, -1],
];
const UNITS = PATTERNS[0]?.map((_, i) => i) ?? [];
/** What a unit gets from the others in a stored pattern, with weights of a kind. */
const inputs = (scale: number, self: boolean) =>
  PATTERNS.flatMap((pattern) =>
    UNITS.map((i) =>
      total(
        UNITS.map((j) => {
          const weight =
            i === j && !self ? 0 : total(PATTERNS.map((stored) => at(stored, i) * at(stored, j))) / scale;
          return weight * at(pattern, j);
        }),
      ),
    ),
  );

/** Real patterns, all of the length 3, and a state. */
const STORED = [vector([2, 1, -2]), vector([-1, 2, 2]), vector([3, 0, 0]), vector([2, -2, 1])];
const STATE = vector([0.9, -0.4, 0.6]);
const BETA = 1.4;
const distance = (x: Matrix, y: Matrix) => Matrix.sub(x, y).norm() ** 2;

/** A state of four units and patterns that are not at right angles. */
const DENSE_STATE = [1, -1, 1, 1];
const DENSE_PATTERNS = [
  [1, -1, -1, 1],
  [-1, -1, 1, 1],
  [1, 1, 1, 1],
];

function denseEnergy(steep: (x: number) => number): number {
  return -total(DENSE_PATTERNS.map((pattern) => steep(inner(pattern, DENSE_STATE))));
}

export const memories: readonly Check[] = [
  functionCheck('dense-associative-memory', {
    states: 'the cubic couplings of the units, summed over all triples',
    formula: () => denseEnergy((x) => x ** 3),
    against: () => {
      return -total(
        DENSE_STATE.flatMap((a, i) =>
          DENSE_STATE.flatMap((b, j) =>
            DENSE_STATE.map(
              (c, k) => a * b * c * total(DENSE_PATTERNS.map((xi) => at(xi, i) * at(xi, j) * at(xi, k))),
            ),
          ),
        ),
      );
    },
    mutants: {
      'the square': () => denseEnergy((x) => x ** 2),
      'the other sign': () => -denseEnergy((x) => x ** 3),
    },
  }),
  latexCheck('hopfield-energy', {
    states: 'each pair of three units once',
    cases: STATES.map((s) => ({
      given: {
        'E(\\mathbf{s})': energyOf(s),
        N: 3,
        w: matrix(WEIGHTS),
        s,
        '\\theta': THRESHOLDS,
      },
    })),
    same: {
      'E(\\mathbf{s}) = -\\frac{1}{2} \\sum_{i=1}^{N} \\sum_{j=1}^{N} w_{ji} s_{i} s_{j} + \\sum_{i=1}^{N} \\theta_{i} s_{i}':
        'the weights are symmetric',
    },
  }),
  functionCheck('hopfield-hebbian-rule', {
    states: 'orthogonal patterns, which are eigenvectors of the weights',
    formula: () => inputs(8, false),
    against: () => PATTERNS.flatMap((pattern) => pattern.map((spin) => (1 - 3 / 8) * spin)),
    mutants: {
      'with self-connections': () => inputs(8, true),
      'the mean over patterns': () => inputs(3, false),
    },
  }),
  latexCheck('hopfield-update', {
    states: 'the state of the unit that has less energy',
    cases: STATES.flatMap((s) =>
      [0, 1, 2].map((unit) => {
        const other = flipped(s, unit);
        return {
          given: {
            's_{i} \\leftarrow': at(energyOf(s) < energyOf(other) ? s : other, unit),
            N: 3,
            w: matrix(WEIGHTS),
            s,
            '\\theta': THRESHOLDS,
            i: unit + 1,
          },
        };
      }),
    ),
    same: {
      's_{i} \\leftarrow \\operatorname{sign}\\left( \\sum_{j=1}^{N} w_{ji} s_{j} - \\theta_{i} \\right)':
        'the weights are symmetric',
    },
  }),
  latexCheck('modern-hopfield-energy', {
    states: 'squared distances from patterns of one length',
    cases: [STATE, vector([-2, 0.3, 1])].map((state) => ({
      given: {
        'E(\\boldsymbol{\\xi})':
          -Math.log(total(STORED.map((x) => Math.exp((-BETA / 2) * distance(x, state)))) / 4) / BETA,
        '\\boldsymbol{\\xi}': state,
        '\\beta': BETA,
        N: 4,
        '\\mathbf{x}': STORED,
        M: 3,
      },
    })),
  }),
  latexCheck('modern-hopfield-update', {
    states: 'a step down the gradient of the energy, by finite differences',
    cases: [
      {
        given: {
          '\\boldsymbol{\\xi}^{\\mathrm{new}}': Matrix.sub(
            STATE,
            gradient(
              (state) =>
                state.dot(state) / 2 -
                Math.log(total(STORED.map((x) => Math.exp(BETA * x.dot(state))))) / BETA,
              STATE,
            ),
          ),
          '\\boldsymbol{\\xi}': STATE,
          '\\mathbf{X}': matrix(STORED.map((x) => x.to1DArray())).transpose(),
          '\\beta': BETA,
        },
      },
    ],
    tolerance: 1e-6,
  }),
];
