import { inverse, Matrix, solve } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { identity, indexed, set, vector } from '../../given';
import { summation } from '../../operators';
import { FEATURES, NEIGHBOURS, SMOOTHING, sum } from './scenes';

const RESTART = 0.25;

/** Predictions after some steps, as a sum over walks of every length. */
function propagated(steps: number): Matrix {
  let [power, result] = [Matrix.eye(4, 4), Matrix.zeros(4, 4)];
  for (let length = 0; length < steps; length++) {
    result = Matrix.add(result, Matrix.mul(power, RESTART * (1 - RESTART) ** length));
    power = power.mmul(SMOOTHING);
  }
  return Matrix.add(result, Matrix.mul(power, (1 - RESTART) ** steps)).mmul(FEATURES);
}

/** The links of four pages, and the chances of a surfer who follows them or starts afresh. */
const LINKS = [[2, 3], [3], [1, 2, 4], [1]];
const DAMPING = 0.8;
const step = (from: number, to: number) => {
  const links = LINKS[from - 1] ?? [];
  return DAMPING * (links.includes(to) ? 1 / links.length : 0) + (1 - DAMPING) / 4;
};
/** The lasting distribution: balance at three pages, and a sum of one. */
function lasting(): readonly number[] {
  const pages = [1, 2, 3, 4];
  const balance = pages.map((to) =>
    pages.map((from) => (to === 4 ? 1 : step(from, to) - (from === to ? 1 : 0))),
  );
  return solve(new Matrix(balance), vector([0, 0, 0, 1])).to1DArray();
}
const RANKS = lasting();

/** A walk over six nodes, and how probable a node is near another one. */
const WALK = [3, 1, 2, 3, 4, 3];
const near = (node: number, embedding: number) => 1 / (1 + Math.exp(node * embedding));
const embedding = (node: number) => 0.4 * node - 0.7;
const pairsWithin = (width: number) =>
  WALK.flatMap((center, i) =>
    WALK.map((node, j) => (i !== j && Math.abs(i - j) <= width ? near(node, embedding(center)) : 1)),
  );

/** Lengths of shortest paths by breadth. */
function distance(from: number, to: number): number {
  let reached = [from];
  for (let steps = 0; steps < 4; steps++) {
    if (reached.includes(to)) return steps;
    reached = [...reached, ...reached.flatMap((node) => NEIGHBOURS[node - 1] ?? [])];
  }
  return Number.NaN;
}

/** How many colours there are after each round. */
function colours(graph: readonly (readonly number[])[], rounds: number, multiset = true): readonly number[] {
  let known: readonly string[] = graph.map(() => 'o');
  return Array.from({ length: rounds }, () => {
    const before = known;
    known = graph.map((others, v) => {
      const heard = others.map((u) => before[u] ?? '').sort();
      return `(${before[v]}:${(multiset ? heard : [...new Set(heard)]).join(',')})`;
    });
    return new Set(known).size;
  });
}
/** A star of three arms, of which one is longer: by hand two ends, one end, one bend and one centre in the end. */
const STAR = [[1, 2, 3], [0], [0], [0, 4], [3]];

export const walks: readonly Check[] = [
  latexCheck('appnp-propagation', {
    states: 'a sum over walks of every length',
    cases: [
      {
        given: {
          '\\mathbf{Z}^{(k+1)}': propagated(3),
          '\\mathbf{Z}^{(k)}': propagated(2),
          '\\mathbf{Z}^{(0)}': propagated(0),
          '\\alpha': RESTART,
          '\\hat{\\mathbf{A}}': SMOOTHING,
          '\\mathbf{H}': FEATURES,
        },
      },
    ],
  }),
  latexCheck('deepwalk-objective', {
    states: 'all pairs of places of a walk that are near',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\Phi)': -sum(pairsWithin(2).map(Math.log)),
          T: 6,
          w: 2,
          // Places outside of the walk count nothing.
          p: (node: number, of: number) => (Number.isNaN(node) ? 1 : near(node, of)),
          v: indexed((place) => WALK[place - 1] ?? Number.NaN),
          '\\Phi': embedding,
        },
      },
    ],
  }),
  latexCheck('node2vec-walk', {
    states: 'a hand-worked step from the second node to the third',
    cases: [
      [2, 1 / 4],
      [1, 1],
      [4, 1 / 0.5],
    ].map(([x = 0, bias = 0]) => ({
      given: { '\\alpha_{p q}(t, x)': bias, p: 4, q: 0.5, 'd_{t x}': distance(2, x) },
    })),
  }),
  latexCheck('pagerank', {
    states: 'the lasting distribution of a surfer',
    cases: [1, 2, 3].map((i) => ({
      given: {
        p: RANKS,
        d: DAMPING,
        n: 4,
        i,
        '\\mathcal{B}_{i}': set([1, 2, 3, 4].filter((j) => LINKS[j - 1]?.includes(i))),
        L: LINKS.map((links) => links.length),
      },
    })),
  }),
  latexCheck('personalized-pagerank', {
    states: 'the linear system that the propagation leaves as it is',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\boldsymbol{\\Pi}': inverse(
            Matrix.sub(Matrix.eye(4, 4).div(RESTART), Matrix.mul(SMOOTHING, (1 - RESTART) / RESTART)),
          ),
          '\\alpha': RESTART,
          '\\sum_{k=0}^{\\infty}': summation(
            'k',
            Array.from({ length: 120 }, (_, k) => k),
          ),
          '\\mathbf{I}': identity(4),
          '\\hat{\\mathbf{A}}': SMOOTHING,
        },
      },
    ],
  }),
  functionCheck('weisfeiler-lehman-refinement', {
    states: 'colours counted by hand: degrees first, then what neighbours have',
    formula: () => colours(STAR, 3),
    against: () => [3, 4, 4],
    mutants: { 'sets in place of multisets': () => colours(STAR, 3, false) },
  }),
];
