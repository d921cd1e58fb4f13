import { type Check, functionCheck, latexCheck } from '../../check';
import { set } from '../../given';
import { summation } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** Eight examples with two features, a class and a number. */
const features = [
  [1, 7],
  [2, 3],
  [3, 8],
  [4, 1],
  [5, 2],
  [6, 9],
  [7, 4],
  [8, 6],
];
const classes = [0, 0, 1, 0, 0, 1, 0, 1];
const targets = [1.2, 0.3, 4.1, 0.8, 1.9, 5.2, 2.2, 3.9];

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
}
const splitsOf = (values: readonly number[]): readonly Split[] =>
  [0, 1].flatMap((feature) =>
    [1, 2, 3, 4, 5, 6, 7].map((threshold) => {
      const goesLeft = (_: number, i: number) => (features[i]?.[feature] ?? 0) <= threshold;
      const left = values.filter(goesLeft);
      return { feature, threshold, left, right: values.filter((value, i) => !goesLeft(value, i)) };
    }),
  );
function bestSplit(splits: readonly Split[], score: (split: Split) => number): readonly number[] {
  const best = splits.reduce((a, b) => (score(b) < score(a) ? b : a));
  return [best.feature, best.threshold];
}
const gini = (labels: readonly number[]) => {
  const share = average(labels);
  return 1 - share ** 2 - (1 - share) ** 2;
};
const spread = (values: readonly number[]) => sum(values.map((value) => (value - average(values)) ** 2));
/** What a split explains of the sum of squares: the larger, the better, for numbers and for two classes. */
const explained = ({ left, right }: Split) =>
  left.length * average(left) ** 2 + right.length * average(right) ** 2;

/** Quinlan's Saturday mornings: outlook (sunny, overcast, rain) and whether one plays. */
const outlooks = [
  [1, 1, 0, 0, 0],
  [1, 1, 1, 1],
  [1, 1, 1, 0, 0],
];
const entropy = (label: readonly number[] | readonly (readonly number[])[]) => {
  const share = average(label.flat());
  return sum([share, 1 - share].map((p) => (p === 0 ? 0 : -p * Math.log2(p))));
};
const mutualInformation = sum(
  outlooks.flatMap((labels) =>
    [0, 1].map((play) => {
      const both = labels.filter((label) => label === play).length / 14;
      const marginal = (play === 1 ? 9 : 5) / 14;
      return both === 0 ? 0 : both * Math.log2(both / (marginal * (labels.length / 14)));
    }),
  ),
);

/** A tree on the line with a leaf below 2.5, one up to 4.5 and one beyond. */
const line = [1, 2, 3, 4, 5];
const heights = [3, 4, 10, 11, 7];
const regions = [[1, 2], [3, 4], [5]];
const tree = (x: number) => (x < 2.5 ? 3.5 : x < 4.5 ? 10.5 : 7);

export const trees: readonly Check[] = [
  functionCheck('cart-split', {
    states: 'the largest share of the label’s variance',
    formula: () =>
      bestSplit(
        splitsOf(classes),
        ({ left, right }) => (left.length * gini(left) + right.length * gini(right)) / 8,
      ),
    against: () => bestSplit(splitsOf(classes), (split) => -explained(split)),
    mutants: {
      'the largest impurity': () =>
        bestSplit(
          splitsOf(classes),
          ({ left, right }) => -(left.length * gini(left) + right.length * gini(right)) / 8,
        ),
      'children not weighted': () =>
        bestSplit(splitsOf(classes), ({ left, right }) => gini(left) + gini(right)),
    },
  }),
  latexCheck('entropy-impurity', {
    states: 'the mean length of a Huffman code, which is exact for powers of one half',
    cases: [
      { given: { 'I_{H}': 1 / 2 + 2 / 4 + 3 / 8 + 3 / 8, K: 4, '\\hat{p}': [1 / 2, 1 / 4, 1 / 8, 1 / 8] } },
    ],
  }),
  latexCheck('gini-impurity', {
    states: 'two labels drawn that differ',
    cases: [
      [0.5, 0.2, 0.3],
      [0.1, 0.15, 0.35, 0.4],
    ].map((shares) => ({
      given: {
        'I_{G}': sum(shares.flatMap((p, k) => shares.map((q, l) => (k === l ? 0 : p * q)))),
        K: shares.length,
        '\\hat{p}': shares,
      },
    })),
  }),
  latexCheck('information-gain', {
    states: 'mutual information of a published table',
    cases: [
      {
        given: {
          '\\operatorname{IG}(S, A)': mutualInformation,
          S: outlooks,
          A: 0,
          H: entropy,
          '\\operatorname{values}': () => set([1, 2, 3]),
          '\\lvert S \\rvert': 14,
        },
      },
    ],
  }),
  functionCheck('regression-tree-split', {
    states: 'the largest sum of squares between the children',
    formula: () => Math.min(...splitsOf(targets).map(({ left, right }) => spread(left) + spread(right))),
    against: () => sum(targets.map((target) => target ** 2)) - Math.max(...splitsOf(targets).map(explained)),
    mutants: {
      'means of squares': () =>
        Math.min(
          ...splitsOf(targets).map(
            ({ left, right }) => spread(left) / left.length + spread(right) / right.length,
          ),
        ),
      'one child': () => Math.min(...splitsOf(targets).map(({ left }) => spread(left))),
    },
  }),
  latexCheck('tree-cost-complexity', {
    states: 'the price of each leaf by itself',
    cases: [
      {
        given: {
          'R_{\\alpha}(T)': 0.4 + 0.7 + 0.25 + 0.7 + 0.1 + 0.7,
          R: (leaves: readonly number[]) => sum(leaves),
          '\\alpha': 0.7,
          T: set([0.4, 0.25, 0.1]),
        },
      },
    ],
  }),
  latexCheck('tree-prediction', {
    states: 'nested conditions by hand',
    cases: [
      { x: 2, m: 1 },
      { x: 4, m: 2 },
      { x: 5, m: 3 },
    ].map(({ x, m }) => ({
      given: {
        'f(\\mathbf{x})': tree(x),
        M: 3,
        m,
        c: [3.5, 10.5, 7],
        R: regions.map((region) => set(region)),
        '\\lvert \\{ i : \\mathbf{x}_{i} \\in R_{m} \\} \\rvert': regions[m - 1]?.length ?? 0,
        '\\sum_{i : \\mathbf{x}_{i} \\in R_{m}}': summation(
          'i',
          line.filter((each) => regions[m - 1]?.includes(each)),
        ),
        '\\mathbf{x}': x,
        y: heights,
      },
    })),
  }),
];
