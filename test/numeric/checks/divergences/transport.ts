import { type Check, functionCheck, latexCheck } from '../../check';
import { computed, from, matrix, vector } from '../../given';
import { expectation, maximum, minimum } from '../../operators';
import { integrate } from '../../quadrature';

const { exp, log, sqrt, abs, cos, sin, PI } = Math;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Two histograms of two bins, the plans between them by their first entry, and a cost. */
const A = [0.3, 0.7];
const B = [0.55, 0.45];
const COST = [
  [0.2, 1.5],
  [2.3, 0.7],
];
const plan = (t: number) => [
  [t, 0.3 - t],
  [0.55 - t, 0.15 + t],
];
/** All plans lie between the two on which an entry vanishes, so that a linear cost is least on one of them. */
const PLANS = [0, 0.1, 0.2, 0.3].map(plan);
const workOf = (t: number) =>
  sum(plan(t).map((row, i) => sum(row.map((mass, j) => mass * (COST[i]?.[j] ?? 0)))));

/** The plan with regularization, where the derivative of the cost vanishes: the cross-ratio is that of the kernel. */
function regularPlan(epsilon: number): number {
  const ratio = exp((-0.2 - 0.7 + 1.5 + 2.3) / epsilon);
  let [low, high] = [0, 0.3];
  for (let step = 0; step < 200; step++) {
    const t = (low + high) / 2;
    if (t * (0.15 + t) < ratio * (0.3 - t) * (0.55 - t)) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

function regularCost(epsilon: number): number {
  const t = regularPlan(epsilon);
  const [p, q] = [plan(t).flat(), A.flatMap((a) => B.map((b) => a * b))];
  return workOf(t) + epsilon * sum(p.map((mass, i) => mass * log(mass / (q[i] ?? 0))));
}

/** Sinkhorn's iterations in logarithms, to convergence. */
function entropicCost(
  p: readonly number[],
  q: readonly number[],
  cost: (x: number, y: number) => number,
  epsilon: number,
) {
  let [f, g] = [p.map(() => 0), q.map(() => 0)];
  const soft = (values: readonly number[]) =>
    -epsilon * log(sum(values.map((value) => exp(-value / epsilon))));
  for (let step = 0; step < 400; step++) {
    f = p.map((_, i) => soft(q.map((mass, j) => cost(i, j) - (g[j] ?? 0) - epsilon * log(mass))));
    g = q.map((_, j) => soft(p.map((mass, i) => cost(i, j) - (f[i] ?? 0) - epsilon * log(mass))));
  }
  return sum(p.map((mass, i) => mass * (f[i] ?? 0))) + sum(q.map((mass, j) => mass * (g[j] ?? 0)));
}

const P = [0.2, 0.5, 0.3];
const Q = [0.6, 0.1, 0.3];
const squared = (i: number, j: number) => (i - j) ** 2 * 0.9 + (i === j ? 0 : 0.3);
const meanCost = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((a, i) => sum(q.map((b, j) => a * b * squared(i, j)))));

/** A state of Sinkhorn's iterations, and the next one by rescaling the rows and then the columns of the plan. */
const KERNEL = COST.map((row) => row.map((cost) => exp(-cost / 0.6)));
const SCALES = [0.8, 1.7];
const rows = KERNEL.map((row, i) => (A[i] ?? 0) / sum(row.map((k, j) => k * (SCALES[j] ?? 0))));
const columns = [0, 1].map((j) => (B[j] ?? 0) / sum(KERNEL.map((row, i) => (row[j] ?? 0) * (rows[i] ?? 0))));
const PLAN = KERNEL.map((row, i) => row.map((k, j) => k * (rows[i] ?? 0) * (columns[j] ?? 0)));

/** Couplings of a coin of chance 0.3 and one of chance 0.8, by the chance of two heads. */
const couplings = [0.1, 0.2, 0.3].map((both) => [0.2 - 0.3 + both, 0.8 - both, 0.3 - both, both]);
const COINS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

const samples = [0.3, 1.9, -0.7, 2.4];
const others = [1.1, -1.6, 0.8, 3.5];

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** The infimum over plans between equal masses, which is attained by an assignment. */
const assignmentCost = (power: number) =>
  Math.min(
    ...permutations(others).map((assigned) =>
      mean(assigned.map((y, i) => abs((samples[i] ?? 0) - y) ** power)),
    ),
  );

export const transportDivergences: readonly Check[] = [
  latexCheck('earth-movers-distance', {
    states: 'the ends of the range of plans',
    cases: [
      [1, 2],
      [2, 1],
    ].map(([i = 0, j = 0]) => ({
      given: {
        '\\operatorname{EMD}(\\mathbf{a}, \\mathbf{b})': Math.min(workOf(0), workOf(0.3)),
        '\\min_{T_{ij} \\geq 0}': minimum('T', PLANS),
        T: plan(0.3),
        C: COST,
        n: 2,
        m: 2,
        a: A,
        b: B,
        i,
        j,
      },
    })),
  }),
  latexCheck('entropic-optimal-transport', {
    states: 'the plan whose cross-ratio is that of the kernel',
    cases: [
      {
        given: {
          '\\operatorname{OT}_{\\varepsilon}(\\mathbf{a}, \\mathbf{b})': regularCost(0.6),
          '\\min_{\\mathbf{T} \\in \\mathcal{U}(\\mathbf{a}, \\mathbf{b})}': minimum(
            'T',
            [0.05, 0.2, regularPlan(0.6), 0.29].map(plan),
          ),
          C: COST,
          n: 2,
          m: 2,
          a: A,
          b: B,
          '\\varepsilon': 0.6,
        },
      },
    ],
  }),
  latexCheck('kantorovich-rubinstein-duality', {
    states: 'the gap of the distribution functions, summed',
    cases: [
      {
        given: {
          'W_{1}(p, q)': abs(0.2 - 0.6) + abs(0.7 - 0.7),
          '\\sup_{\\lVert f \\rVert_{\\mathrm{L}} \\leq 1}': maximum(
            'f',
            [-1, 0, 1].flatMap((first) =>
              [-1, 0, 1].map((second) => (x: number) => [0, first, first + second][x] ?? Number.NaN),
            ),
          ),
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', [0, 1, 2], P),
          '\\mathbb{E}_{q(\\mathbf{x})}': expectation('\\mathbf{x}', [0, 1, 2], Q),
        },
      },
    ],
  }),
  latexCheck('optimal-transport-dual', {
    states: 'the ends of the range of plans',
    cases: [
      {
        given: {
          '\\operatorname{OT}(\\mathbf{a}, \\mathbf{b})': Math.min(workOf(0), workOf(0.3)),
          '\\max_{\\mathbf{f}, \\mathbf{g}}': maximum(
            ['f', 'g'],
            [
              [
                [0, 0.5],
                [0.2, 0.2],
              ],
              [
                [0.1, 2.2],
                [0.1, -1.5],
              ],
              [
                [0, 1.1],
                [0.2, -0.4],
              ],
            ],
          ),
          C: COST,
          f: [0.1, 2.2],
          g: [0.1, -1.5],
          n: 2,
          m: 2,
          a: A,
          b: B,
          i: 1,
          j: 2,
        },
      },
    ],
  }),
  latexCheck('sinkhorn-divergence', {
    states: 'the mean costs, which are its limit for much regularization',
    cases: [
      {
        given: {
          'S_{\\varepsilon}(p, q)': meanCost(P, Q) - (meanCost(P, P) + meanCost(Q, Q)) / 2,
          '\\operatorname{OT}_{\\varepsilon}': (p: readonly number[], q: readonly number[]) =>
            entropicCost(p, q, squared, 3000),
          p: P,
          q: Q,
        },
      },
    ],
    tolerance: 1e-3,
    symmetric: ['\\operatorname{OT}_{\\varepsilon}'],
  }),
  latexCheck('sinkhorn-iterations', {
    states: 'the rows and then the columns rescaled to their sums',
    cases: [
      {
        given: {
          t: 0,
          '\\mathbf{u}': from(1, [vector(rows)]),
          '\\mathbf{v}': from(0, [vector(SCALES), vector(columns)]),
          '\\mathbf{T}': from(1, [matrix(PLAN)]),
          '\\mathbf{a}': vector(A),
          '\\mathbf{b}': vector(B),
          '\\mathbf{K}': matrix(KERNEL),
          K: KERNEL,
          C: COST,
          '\\varepsilon': 0.6,
          i: 2,
          j: 1,
        },
      },
    ],
  }),
  latexCheck('sliced-wasserstein-distance', {
    states: 'the distance of two shifted distributions, the same in every direction',
    cases: [
      {
        given: {
          // A shift by (3, 4) has the mean square 25 / 2 along a random direction of the plane.
          '\\operatorname{SW}_{p}(\\mu, \\nu)': sqrt(12.5),
          p: 2,
          '\\boldsymbol{\\theta}': vector([1, 0]),
          '\\mathbb{E}_{\\boldsymbol{\\theta} \\sim \\mathcal{U}(\\mathbb{S}^{d-1})}': expectation(
            '\\boldsymbol{\\theta}',
            Array.from({ length: 12 }, (_, k) => vector([cos((k * PI) / 6), sin((k * PI) / 6)])),
            Array.from({ length: 12 }, () => 1 / 12),
          ),
          'W_{p}^{p}\\left( \\boldsymbol{\\theta}_{\\#} \\mu, \\boldsymbol{\\theta}_{\\#} \\nu \\right)':
            computed((get) => get('\\boldsymbol{\\theta}').dot(vector([3, 4])) ** 2),
        },
      },
    ],
  }),
  latexCheck('wasserstein-1-cdf', {
    states: 'the gap of the quantiles of two uniform distributions',
    cases: [
      {
        given: {
          'W_{1}(\\mu, \\nu)':
            integrate((u) => abs(u - (3 * u - 1)), 0, 0.5) + integrate((u) => abs(1 - 2 * u), 0.5, 1),
          'F_{\\mu}': (x: number) => Math.min(1, Math.max(0, x)),
          'F_{\\nu}': (x: number) => Math.min(1, Math.max(0, (x + 1) / 3)),
        },
      },
    ],
  }),
  latexCheck('wasserstein-1-distance', {
    states: 'the gap of the chances of two coins',
    cases: [
      {
        given: {
          'W_{1}(p, q)': 0.5,
          '\\gamma': couplings[1] ?? [],
          '\\inf_{\\gamma \\in \\Pi(p, q)}': minimum('\\gamma', couplings),
          '\\mathbb{E}_{(\\mathbf{x}, \\mathbf{y}) \\sim \\gamma}': computed((get) =>
            expectation(['\\mathbf{x}', '\\mathbf{y}'], COINS, get('\\gamma')),
          ),
        },
      },
    ],
  }),
  functionCheck('wasserstein-distance', {
    states: 'the sorted samples, which are the best assignment on the line',
    formula: () => assignmentCost(3) ** (1 / 3),
    against: () => mean(sorted(samples).map((x, i) => abs(x - (sorted(others)[i] ?? 0)) ** 3)) ** (1 / 3),
    mutants: {
      'without the root': () => assignmentCost(3),
      'another power': () => assignmentCost(2) ** (1 / 3),
    },
  }),
  latexCheck('wasserstein-one-dimensional', {
    states: 'a beta function, for the quantiles u and u²',
    cases: [
      {
        given: {
          'W_{p}(\\mu, \\nu)': (1 / 140) ** (1 / 3),
          p: 3,
          'F_{\\mu}^{-1}': (u: number) => u,
          'F_{\\nu}^{-1}': (u: number) => u * u,
        },
      },
    ],
  }),
];
