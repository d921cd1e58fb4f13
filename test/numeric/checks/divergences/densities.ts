import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { computed, vector } from '../../given';
import { expectation, integral, maximum, summation } from '../../operators';

const { exp, log, sqrt, PI } = Math;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const normal = (mean: number, deviation: number) => (x: number) =>
  exp(-(((x - mean) / deviation) ** 2) / 2) / (sqrt(2 * PI) * deviation);

/** Two normal densities, of means 0.3 and 1 and deviations 1 and 1.5; their integrals are known. */
const NORMALS = { p: normal(0.3, 1), q: normal(1, 1.5), '\\int': integral('\\mathbf{x}', -14, 15) };
const GAP = 0.7;
const AFFINITY = sqrt((2 * 1.5) / (1 + 1.5 ** 2)) * exp(-(GAP ** 2) / (4 * (1 + 1.5 ** 2)));
const DIVERGENCE = log(1.5) + (1 + GAP ** 2) / (2 * 1.5 ** 2) - 1 / 2;
const CONVERSE = -log(1.5) + (1.5 ** 2 + GAP ** 2) / 2 - 1 / 2;

/** Two normal densities of one deviation, for which powers of the ratio have closed forms. */
const SHIFTED = { p: normal(0.3, 1.2), q: normal(1, 1.2), '\\int': integral('\\mathbf{x}', -14, 15) };
const SHIFT = (GAP / 1.2) ** 2;

/** Two distributions of three outcomes. */
const P = [0.2, 0.5, 0.3];
const Q = [0.4, 0.4, 0.2];
const OUTCOMES = [0, 1, 2];
const DISCRETE = 0.2 * log(0.5) + 0.5 * log(1.25) + 0.3 * log(1.5);
const REVERSE = 0.4 * log(2) + 0.4 * log(0.8) + 0.2 * log(2 / 3);
const three = {
  p: (x: number) => P[x] ?? Number.NaN,
  q: (x: number) => Q[x] ?? Number.NaN,
  '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', OUTCOMES, P),
  '\\mathbb{E}_{q(\\mathbf{x})}': expectation('\\mathbf{x}', OUTCOMES, Q),
};
const entropy = (masses: readonly number[]) => -sum(masses.map((mass) => mass * log(mass)));

/** A joint distribution of two letters, and another. */
const JOINT = [
  [0.1, 0.25],
  [0.4, 0.05],
  [0.05, 0.15],
];
const OTHER = [
  [0.2, 0.1],
  [0.25, 0.15],
  [0.2, 0.1],
];
const rowSum = (joint: readonly (readonly number[])[], x: number) => sum(joint[x] ?? []);
const columnSum = (joint: readonly (readonly number[])[], y: number) => sum(joint.map((row) => row[y] ?? 0));
const PAIRS = OUTCOMES.flatMap((x) => [0, 1].map((y): readonly number[] => [x, y]));

const divergenceOf = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((mass, i) => mass * log(mass / (q[i] ?? 0))));

/** The distance of two coins with chances 1/2 + h and 1/2 - h, for which Pinsker's bound is nearly attained. */
const coins = (h: number) => ({
  'D_{\\mathrm{TV}}(P, Q)': 2 * h,
  'D_{\\mathrm{KL}}(P \\,\\|\\, Q)': divergenceOf([0.5 + h, 0.5 - h], [0.5 - h, 0.5 + h]),
});

export const densityDivergences: readonly Check[] = [
  latexCheck('bhattacharyya-coefficient', {
    states: 'the closed form for two normal densities',
    cases: [{ given: { ...NORMALS, '\\operatorname{BC}(p, q)': AFFINITY } }],
  }),
  latexCheck('bhattacharyya-distance', {
    states: 'the closed form for two normal densities',
    cases: [{ given: { ...NORMALS, 'D_{\\mathrm{B}}(p, q)': -log(AFFINITY) } }],
  }),
  latexCheck('bregman-divergence', {
    states: 'the Kullback–Leibler divergence of masses that do not sum to one',
    cases: [
      {
        given: {
          'D_{\\phi}(\\mathbf{x}, \\mathbf{y})': 0.5 * log(0.5 / 1.5) + 2 * log(2 / 0.7) - (2.5 - 2.2),
          '\\phi': (x: Matrix) => sum(x.to1DArray().map((mass) => mass * log(mass))),
          '\\mathbf{x}': vector([0.5, 2]),
          '\\mathbf{y}': vector([1.5, 0.7]),
        },
      },
    ],
  }),
  latexCheck('bretagnolle-huber-inequality', {
    states: 'equal coins, where it is attained, and unequal ones',
    cases: [
      { given: { 'D_{\\mathrm{TV}}(P, Q)': 0, 'D_{\\mathrm{KL}}(P \\,\\|\\, Q)': 0 } },
      { given: coins(0.05) },
      { given: coins(0.4) },
    ],
  }),
  latexCheck('divergence-alpha', {
    states: 'the closed form for two normal densities of one variance',
    cases: [0.3, 1.4].map((alpha) => ({
      given: {
        ...SHIFTED,
        'D_{\\alpha}(p \\,\\|\\, q)': (1 - exp((-alpha * (1 - alpha) * SHIFT) / 2)) / (alpha - alpha ** 2),
        '\\alpha': alpha,
      },
    })),
  }),
  latexCheck('divergence-chi-squared', {
    states: 'the closed form for two normal densities of one variance',
    cases: [{ given: { ...SHIFTED, '\\chi^{2}(p \\,\\|\\, q)': exp(SHIFT) - 1 } }],
  }),
  latexCheck('donsker-varadhan', {
    states: 'a hand-worked divergence, and the log-ratio among other functions',
    cases: [
      {
        given: {
          ...three,
          'D_{\\mathrm{KL}}(p \\,\\|\\, q)': DISCRETE,
          '\\sup_{T}': maximum('T', [
            (x: number) => log((P[x] ?? 0) / (Q[x] ?? 0)) + 0.7,
            (x: number) => x,
            (x: number) => -x * x,
            () => 0.3,
          ]),
        },
      },
    ],
  }),
  latexCheck('f-divergence', {
    states: 'a hand-worked case over three outcomes',
    cases: [
      {
        given: {
          'D_{f}(p \\,\\|\\, q)': DISCRETE,
          ...three,
          f: (t: number) => t * log(t),
          '\\int': summation('\\mathbf{x}', OUTCOMES),
        },
      },
    ],
  }),
  latexCheck('f-divergence-variational-bound', {
    states:
      'a hand-worked divergence; the bound is attained at the derivative at the ratio, and not elsewhere',
    cases: [
      [(x: number) => 1 + log((P[x] ?? 0) / (Q[x] ?? 0)), (x: number) => x, () => 0.3],
      [(x: number) => x, () => 0.3],
    ].map((functions) => ({
      given: {
        ...three,
        'D_{f}(p \\,\\|\\, q)': DISCRETE,
        f: (t: number) => t * log(t),
        'f^{\\ast}': (t: number) => exp(t - 1),
        t: 0.4,
        '\\sup_{u}': maximum('u', [0.1, 0.3, exp(0.4 - 1), 1, 2]),
        '\\sup_{T \\in \\mathcal{T}}': maximum('T', functions),
      },
    })),
  }),
  latexCheck('hellinger-distance', {
    states: 'the closed form for two normal densities',
    cases: [{ given: { ...NORMALS, 'H(p, q)': sqrt(1 - AFFINITY) } }],
  }),
  latexCheck('jeffreys-divergence', {
    states: 'the closed forms for two normal densities',
    cases: [
      {
        given: {
          ...NORMALS,
          'D_{\\mathrm{J}}(p, q)': (1 / 1.5 ** 2 + 1.5 ** 2 - 2 + GAP ** 2 * (1 + 1 / 1.5 ** 2)) / 2,
          'D_{\\mathrm{KL}}(p \\,\\|\\, q)': DIVERGENCE,
          'D_{\\mathrm{KL}}(q \\,\\|\\, p)': CONVERSE,
        },
      },
    ],
  }),
  latexCheck('js-divergence', {
    states: 'the entropy of the mixture less the mean entropy',
    cases: [
      {
        given: {
          ...three,
          'D_{\\mathrm{JS}}(p \\,\\|\\, q)': entropy([0.3, 0.45, 0.25]) - (entropy(P) + entropy(Q)) / 2,
          'D_{\\mathrm{KL}}': (p: (x: number) => number, q: (x: number) => number) =>
            sum(OUTCOMES.map((x) => p(x) * log(p(x) / q(x)))),
        },
      },
    ],
  }),
  latexCheck('kl-chain-rule', {
    states: 'sums over all outcomes',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}\\left( p(x, y) \\,\\|\\, q(x, y) \\right)': divergenceOf(
            JOINT.flat(),
            OTHER.flat(),
          ),
          'D_{\\mathrm{KL}}\\left( p(x) \\,\\|\\, q(x) \\right)': divergenceOf(
            OUTCOMES.map((x) => rowSum(JOINT, x)),
            OUTCOMES.map((x) => rowSum(OTHER, x)),
          ),
          x: 0,
          'D_{\\mathrm{KL}}\\left( p(y \\mid x) \\,\\|\\, q(y \\mid x) \\right)': computed((get) => {
            const within = (joint: readonly (readonly number[])[]) =>
              (joint[get('x')] ?? []).map((mass) => mass / rowSum(joint, get('x')));
            return divergenceOf(within(JOINT), within(OTHER));
          }),
          '\\mathbb{E}_{p(x)}': expectation(
            'x',
            OUTCOMES,
            OUTCOMES.map((x) => rowSum(JOINT, x)),
          ),
        },
      },
    ],
  }),
  latexCheck('kl-divergence', {
    states: 'a hand-worked case over three outcomes',
    cases: [{ given: { ...three, 'D_{\\mathrm{KL}}(p \\,\\|\\, q)': DISCRETE } }],
  }),
  latexCheck('kl-divergence-continuous', {
    states: 'the closed form for two normal densities',
    cases: [{ given: { ...NORMALS, 'D_{\\mathrm{KL}}(p \\,\\|\\, q)': DIVERGENCE } }],
  }),
  latexCheck('kl-divergence-discrete', {
    states: 'a hand-worked case over three outcomes',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}(P \\,\\|\\, Q)': DISCRETE,
          P: three.p,
          Q: three.q,
          '\\mathcal{X}': OUTCOMES,
        },
      },
    ],
  }),
  latexCheck('kl-divergence-forward', {
    states: 'a hand-worked case over three outcomes',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}(p \\,\\|\\, q_{\\theta})': DISCRETE,
          p: three.p,
          'q_{\\theta}': three.q,
          '\\mathbb{E}_{p(\\mathbf{x})}': three['\\mathbb{E}_{p(\\mathbf{x})}'],
        },
      },
    ],
  }),
  latexCheck('kl-divergence-reverse', {
    states: 'a hand-worked case over three outcomes',
    cases: [
      {
        given: {
          'D_{\\mathrm{KL}}(q_{\\theta} \\,\\|\\, p)': REVERSE,
          p: three.p,
          'q_{\\theta}': three.q,
          '\\mathbb{E}_{q_{\\theta}(\\mathbf{x})}': three['\\mathbb{E}_{q(\\mathbf{x})}'],
        },
      },
    ],
  }),
  latexCheck('kl-exponential-family', {
    states: 'sums over all outcomes of two coins',
    cases: [
      {
        given: (() => {
          const [first, second] = [
            [0.4, -1.1],
            [1.3, 0.6],
          ];
          const chance = (eta = 0) => 1 / (1 + exp(-eta));
          const coinsOf = (etas: readonly number[] = []) =>
            [0, 1].flatMap((a) =>
              [0, 1].map((b) => {
                const [p, q] = [chance(etas[0]), chance(etas[1])];
                return (a === 1 ? p : 1 - p) * (b === 1 ? q : 1 - q);
              }),
            );
          return {
            'D_{\\mathrm{KL}}\\left( p_{\\boldsymbol{\\eta}_{1}} \\,\\|\\, p_{\\boldsymbol{\\eta}_{2}} \\right)':
              divergenceOf(coinsOf(first), coinsOf(second)),
            A: (eta: Matrix) => sum(eta.to1DArray().map((entry) => log(1 + exp(entry)))),
            '\\boldsymbol{\\eta}': [vector(first ?? []), vector(second ?? [])],
          };
        })(),
      },
    ],
  }),
  latexCheck('mutual-information', {
    states: 'entropies of the letters and of the pair',
    cases: [
      {
        given: (() => {
          const information =
            entropy(OUTCOMES.map((x) => rowSum(JOINT, x))) +
            entropy([0, 1].map((y) => columnSum(JOINT, y))) -
            entropy(JOINT.flat());
          return {
            'I(X; Y)': information,
            'D_{\\mathrm{KL}}\\left( p(x, y) \\,\\|\\, p(x) p(y) \\right)': information,
            x: 0,
            y: 0,
            'p(x, y)': computed((get) => JOINT[get('x')]?.[get('y')] ?? Number.NaN),
            'p(x)': computed((get) => rowSum(JOINT, get('x'))),
            'p(y)': computed((get) => columnSum(JOINT, get('y'))),
            '\\mathbb{E}_{p(x, y)}': expectation(['x', 'y'], PAIRS, JOINT.flat()),
          };
        })(),
      },
    ],
  }),
  latexCheck('pinsker-inequality', {
    states: 'coins that are nearly equal, where it is nearly attained, and others',
    cases: [{ given: coins(0.004) }, { given: coins(0.3) }, { given: coins(0.45) }],
    tolerance: 2e-4,
  }),
  latexCheck('renyi-divergence', {
    states: 'the closed form for two normal densities of one variance',
    cases: [0.3, 1.4].map((alpha) => ({
      given: { ...SHIFTED, 'D_{\\alpha}(p \\,\\|\\, q)': (alpha * SHIFT) / 2, '\\alpha': alpha },
    })),
  }),
  latexCheck('stein-identity', {
    states: 'zero, over points with the moments of a normal distribution',
    cases: [
      {
        given: {
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation(
            '\\mathbf{x}',
            [-sqrt(3), 0, sqrt(3)].flatMap((a) =>
              [-sqrt(3), 0, sqrt(3)].map((b) => vector([1 + 0.5 * a, -0.4 + 2 * b])),
            ),
            [1 / 6, 2 / 3, 1 / 6].flatMap((a) => [1 / 6, 2 / 3, 1 / 6].map((b) => a * b)),
          ),
          p: (x: Matrix) => normal(1, 0.5)(x.get(0, 0)) * normal(-0.4, 2)(x.get(1, 0)),
          '\\mathbf{f}': (x: Matrix) =>
            vector([x.get(0, 0) ** 2 + x.get(1, 0), x.get(0, 0) * x.get(1, 0) + 3 * x.get(1, 0)]),
        },
      },
    ],
  }),
  latexCheck('total-variation-distance', {
    states: 'all events of three outcomes, one by one',
    cases: [
      {
        given: {
          'D_{\\mathrm{TV}}(P, Q)': 0.2,
          P: (event: readonly number[]) => sum(event.map((x) => P[x] ?? 0)),
          Q: (event: readonly number[]) => sum(event.map((x) => Q[x] ?? 0)),
          '\\sup_{A}': maximum('A', [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], OUTCOMES]),
          p: three.p,
          q: three.q,
          '\\int': summation('\\mathbf{x}', OUTCOMES),
        },
      },
    ],
  }),
];
