import { type Check, functionCheck, latexCheck } from '../../check';
import { set, vector } from '../../given';
import { argMaximum } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));

/** Two clusterings of six examples. */
const first = [0, 0, 0, 1, 1, 2];
const second = [0, 0, 1, 1, 1, 0];
const indices = [0, 1, 2, 3, 4, 5];
const pairs = indices.flatMap((i) => indices.filter((j) => i < j).map((j) => [i, j] as const));
const agreeing = (a: readonly number[], b: readonly number[]) =>
  average(pairs.map(([i, j]) => ((a[i] === a[j]) === (b[i] === b[j]) ? 1 : 0)));
function shuffled(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) => shuffled(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}
/** The Rand index against its mean over all ways to deal the second clustering's labels. */
function adjustedRand(): number {
  const chance = average(shuffled(second).map((labels) => agreeing(first, labels)));
  return (agreeing(first, second) - chance) / (1 - chance);
}
const sizes = (labels: readonly number[], count: number) =>
  Array.from({ length: count }, (_, k) => labels.filter((label) => label === k).length);
const together = [0, 1, 2].map((k) =>
  [0, 1].map((l) => indices.filter((i) => first[i] === k && second[i] === l).length),
);

/** Seven points in the plane in three clusters. */
const points = [
  [0, 0],
  [1, 0.5],
  [0.2, 1.2],
  [4, 4],
  [5, 3.5],
  [1, 6],
  [0.5, 7],
];
const labels = [1, 1, 1, 2, 2, 3, 3];
const members = (k: number) => points.filter((_, i) => labels[i] === k);
const distanceTo = (i: number, k: number) =>
  sum(members(k).map((point) => distance(point, points[i] ?? []))) /
  (members(k).length - (labels[i] === k ? 1 : 0));
const own = (i: number) => distanceTo(i - 1, labels[i - 1] ?? 0);
const other = (i: number) =>
  Math.min(...[1, 2, 3].filter((k) => k !== labels[i - 1]).map((k) => distanceTo(i - 1, k)));
const silhouette = (a: number, b: number) => (a < b ? 1 - a / b : b / a - 1);

/** Five numbers in two clusters. */
const line = [1, 2, 4.5, 7, 7.5];
const spread = (some: readonly number[], power: number, middle: number) =>
  sum(some.map((x) => Math.abs(x - middle) ** power));
const byMeans = (some: readonly number[]) => spread(some, 2, average(some));
const splits = Array.from({ length: 30 }, (_, bits) => [
  line.filter((_value, i) => ((bits + 1) >> i) & 1),
  line.filter((_value, i) => !(((bits + 1) >> i) & 1)),
]);
const least = (cost: (some: readonly number[]) => number) =>
  Math.min(...splits.map((parts) => sum(parts.map(cost))));

/** Lloyd's steps from three centres: at first (1), (2, 4.5) and (7, 7.5) are together, and in the end 1 and 2. */
function lloyd(choose: (...distances: number[]) => number, update: (some: readonly number[]) => number) {
  let centers: readonly number[] = [1, 2, 7.5];
  for (let round = 0; round < 20; round++) {
    const clusters = line.map((x) => {
      const distances = centers.map((center) => Math.abs(x - center));
      return distances.indexOf(choose(...distances));
    });
    centers = [0, 1, 2].map((k) => update(line.filter((_, i) => clusters[i] === k)));
  }
  return centers;
}

/** The chances of four points to be the next centre, after two. */
function seeding(power: number, choose: (...distances: number[]) => number): readonly number[] {
  const centers = [
    [0, 0],
    [8, 9],
  ];
  const candidates = [
    [0, 1],
    [3, -4],
    [0, 4],
    [9, 9],
  ];
  const sizes = candidates.map(
    (point) => choose(...centers.map((center) => distance(point, center))) ** power,
  );
  return sizes.map((size) => size / sum(sizes));
}

const reached = (radius: number, isSelfCounted: boolean, isStrict: boolean) =>
  line.map((x) => {
    const near = line.filter((y) => (isStrict ? Math.abs(x - y) < radius : Math.abs(x - y) <= radius));
    return near.length - (isSelfCounted ? 0 : 1) >= 2 ? 1 : 0;
  });

export const clusterings: readonly Check[] = [
  latexCheck('adjusted-rand-index', {
    states: 'the Rand index against its mean over all permutations',
    cases: [
      {
        given: {
          '\\mathrm{ARI}': adjustedRand(),
          n: together,
          a: sizes(first, 3),
          b: sizes(second, 2),
          '\\binom{n}{2}': pairs.length,
        },
      },
    ],
    same: {
      '\\mathrm{ARI} = \\frac{\\sum_{i,j} \\binom{n_{ji}}{2} - \\left( \\sum_{i} \\binom{a_{i}}{2} \\sum_{j} \\binom{b_{j}}{2} \\right) \\Big/ \\binom{n}{2}}{\\frac{1}{2} \\left( \\sum_{i} \\binom{a_{i}}{2} + \\sum_{j} \\binom{b_{j}}{2} \\right) - \\left( \\sum_{i} \\binom{a_{i}}{2} \\sum_{j} \\binom{b_{j}}{2} \\right) \\Big/ \\binom{n}{2}}':
        'the sum is over all cells of the table',
    },
  }),
  latexCheck('davies-bouldin-index', {
    states: 'three clusters by hand',
    cases: [
      {
        given: {
          '\\mathrm{DB}': (3.5 / 6 + 3 / 5 + 3 / 5) / 3,
          K: 3,
          s: [1.5, 1, 2],
          '\\boldsymbol{\\mu}': [vector([0, 0]), vector([3, 4]), vector([6, 0])],
        },
      },
    ],
  }),
  functionCheck('dbscan-core-point', {
    states: 'five numbers by hand',
    formula: () => reached(1, true, false),
    against: () => [1, 1, 0, 1, 1],
    mutants: {
      'without the point itself': () => reached(0.9, false, false),
      'strictly within the radius': () => reached(1, true, true),
    },
  }),
  functionCheck('kmeans-assignment', {
    states: 'five numbers by hand',
    formula: () => lloyd(Math.min, average),
    against: () => [1.5, 4.5, 7.25],
    mutants: {
      'the farther centre': () => lloyd(Math.max, average),
      'the first member for the mean': () => lloyd(Math.min, ([first = Number.NaN]) => first),
      'the sum for the mean': () => lloyd(Math.min, sum),
    },
  }),
  functionCheck('kmeans-objective', {
    states: 'distances of all pairs in place of those to the mean',
    formula: () => least(byMeans),
    against: () =>
      least((some) => sum(some.flatMap((x) => some.map((y) => (x - y) ** 2))) / (2 * some.length)),
    mutants: {
      'without the square': () => least((some) => spread(some, 1, average(some))),
      'from the first member': () => least((some) => spread(some, 2, some[0] ?? 0)),
    },
  }),
  functionCheck('kmeans-plus-plus', {
    states: 'four points by hand',
    formula: () => seeding(2, Math.min),
    against: () => [1 / 43, 25 / 43, 16 / 43, 1 / 43],
    mutants: {
      'without the square': () => seeding(1, Math.min),
      'from the farthest centre': () => seeding(2, Math.max),
    },
  }),
  latexCheck('knn-classifier', {
    states: 'votes counted by hand',
    cases: [
      { neighbours: [1, 3, 6], winner: 2 },
      { neighbours: [2, 4, 5], winner: 3 },
      { neighbours: [2, 4, 1, 5, 7], winner: 1 },
    ].map(({ neighbours, winner }) => ({
      given: {
        '\\hat{y}(\\mathbf{x})': winner,
        '\\operatorname*{arg\\,max}_{c}': argMaximum('c', [1, 2, 3]),
        '\\mathbf{x}': 0.3,
        'N_{k}(\\mathbf{x})': set(neighbours),
        y: [2, 1, 1, 3, 3, 2, 1],
      },
    })),
  }),
  latexCheck('silhouette-score', {
    states: 'one less a ratio, by cases',
    cases: [
      ...[1, 3, 5].map((i) => ({ given: { 's(i)': silhouette(own(i), other(i)), a: own, b: other, i } })),
      { given: { 's(i)': -0.375, a: () => 1.6, b: () => 1, i: 4 } },
    ],
  }),
];
