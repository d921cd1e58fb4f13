import { type Check, functionCheck, latexCheck } from '../../check';
import { set, vector } from '../../given';
import { expectation } from '../../operators';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

const signs = (n: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** n }, (_, mask) =>
    Array.from({ length: n }, (_, i) => ((mask >> i) & 1 ? 1 : -1)),
  );
const signExpectation = (n: number) =>
  expectation(
    '\\sigma',
    signs(n),
    signs(n).map(() => 2 ** -n),
  );

/** The mean over all signs of the best correlation, by brute force. */
const averageMaximum = (vectors: readonly (readonly number[])[]) => {
  const n = vectors[0]?.length ?? 0;
  const best = signs(n).map((each) =>
    Math.max(...vectors.map((entries) => sum(entries.map((entry, i) => entry * (each[i] ?? 0))))),
  );
  return average(best) / n;
};
/** Linear functions with weights up to B: the best one points along the signed sum of the inputs. */
const linearComplexity = (inputs: readonly (readonly number[])[], B: number) => {
  const lengths = signs(inputs.length).map((each) =>
    Math.hypot(
      ...[0, 1, 2].map((axis) => sum(inputs.map((input, i) => (input[axis] ?? 0) * (each[i] ?? 0)))),
    ),
  );
  return (B * average(lengths)) / inputs.length;
};

const orthogonal = (scale: number) =>
  [
    [2, 1, 2],
    [1, 2, -2],
    [2, -2, -1],
  ].map((input) => input.map((entry) => scale * entry));

type Classifier = (x: number) => boolean;
const cuts = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5];
const thresholds: readonly Classifier[] = cuts.map((cut) => (x) => x > cut);
const intervals: readonly Classifier[] = cuts.flatMap((from) =>
  cuts.map(
    (to): Classifier =>
      (x) =>
        x > from && x < to,
  ),
);
const pairs: readonly Classifier[] = intervals.flatMap((one) =>
  intervals.map(
    (other): Classifier =>
      (x) =>
        one(x) || other(x),
  ),
);
const labellings = (points: readonly number[], classifiers: readonly Classifier[]) =>
  new Set(classifiers.map((classifier) => points.map((x) => (classifier(x) ? 1 : 0)).join(''))).size;
/** All choices of n points among five, also of equal ones. */
const choices = (n: number): readonly (readonly number[])[] =>
  n === 0 ? [[]] : choices(n - 1).flatMap((points) => [1, 2, 3, 4, 5].map((x) => [...points, x]));
const growth = (classifiers: readonly Classifier[], n: number) =>
  Math.max(...choices(n).map((points) => labellings(points, classifiers)));
const sizes = [1, 2, 3, 4];
const dimension = (classifiers: readonly Classifier[], reaches: (n: number) => number) =>
  Math.max(
    ...[1, 2, 3, 4, 5].filter((n) => labellings([1, 2, 3, 4, 5].slice(0, n), classifiers) >= reaches(n)),
  );
const families = [thresholds, intervals, pairs];

/** How many sets of at most d of n points there are. */
const smallSets = (n: number, d: number) =>
  signs(n).filter((each) => each.filter((sign) => sign === 1).length <= d).length;

const massart = (printed: string) =>
  `\\mathbb{E}_{\\boldsymbol{\\sigma}}\\left[ \\max_{\\mathbf{a} \\in \\mathcal{A}} \\frac{1}{n} \\sum_{i=1}^{n} \\sigma_{i} a_{i} \\right] \\leq ${printed}`;

export const capacity: readonly Check[] = [
  latexCheck('empirical-rademacher-complexity', {
    states: 'the size of a signed sum by hand',
    cases: [
      {
        given: {
          // 3, 2 and 4 with signs have the sizes 9, 5, 3 and 1, equally often.
          '\\hat{\\mathfrak{R}}_{S}(\\mathcal{F})': 4.5 / 3,
          '\\mathbb{E}_{\\boldsymbol{\\sigma}}': signExpectation(3),
          '\\mathcal{F}': set([(z: number) => z, (z: number) => -z]),
          n: 3,
          z: [3, 2, 4],
        },
      },
    ],
  }),
  functionCheck('growth-function', {
    states: 'the known counts of half-lines and of intervals',
    formula: () => [thresholds, intervals].flatMap((classifiers) => sizes.map((n) => growth(classifiers, n))),
    against: () => [...sizes.map((n) => n + 1), ...sizes.map((n) => (n * (n + 1)) / 2 + 1)],
    mutants: {
      'the least over the points': () =>
        [thresholds, intervals].flatMap((classifiers) =>
          sizes.map((n) => Math.min(...choices(n).map((points) => labellings(points, classifiers)))),
        ),
      'classifiers counted for labellings': () =>
        [thresholds, intervals].flatMap((classifiers) => sizes.map(() => classifiers.length)),
    },
  }),
  latexCheck('massart-lemma', {
    states: 'brute force over all signs',
    same: {
      [massart('\\frac{r \\sqrt{3 \\log \\lvert \\mathcal{A} \\rvert}}{n}')]: 'a weaker bound',
      [massart('\\frac{r (2 \\log \\lvert \\mathcal{A} \\rvert)}{n}')]:
        'a weaker bound, for sets of two and more',
      [massart('\\frac{r \\sqrt{2 \\lvert \\mathcal{A} \\rvert}}{n}')]: 'a weaker bound',
    },
    cases: [
      { vectors: [[5], [-5]], r: 5 },
      {
        vectors: [
          [0.3, 0.4],
          [-0.3, -0.4],
        ],
        r: 0.5,
      },
      { vectors: signs(3), r: Math.sqrt(3) },
    ].map(({ vectors, r }) => ({
      given: {
        '\\mathbb{E}_{\\boldsymbol{\\sigma}}\\left[ \\max_{\\mathbf{a} \\in \\mathcal{A}} \\frac{1}{n} \\sum_{i=1}^{n} \\sigma_{i} a_{i} \\right]':
          averageMaximum(vectors),
        r,
        n: vectors[0]?.length ?? 0,
        '\\mathcal{A}': set(vectors),
      },
    })),
  }),
  latexCheck('rademacher-linear-class', {
    states: 'brute force over all signs; orthogonal inputs attain it',
    cases: [
      { inputs: orthogonal(0.6), B: 2.5, r: 1.8 },
      { inputs: orthogonal(0.2), B: 0.4, r: 0.6 },
      {
        inputs: [
          [1, 2, 0],
          [0.5, 1, 1],
          [-1, 0.3, 0],
        ],
        B: 1.3,
        r: 2.6,
      },
    ].map(({ inputs, B, r }) => ({
      given: {
        '\\hat{\\mathfrak{R}}_{S}(\\mathcal{F})': linearComplexity(inputs, B),
        B,
        n: 3,
        r,
        '\\mathbf{x}': inputs.map((input) => vector(input)),
      },
    })),
  }),
  latexCheck('sauer-shelah-lemma', {
    states: 'sets of at most d points, counted; half-lines to both sides',
    cases: [
      { count: smallSets(10, 3), n: 10, d: 3 },
      { count: smallSets(5, 2), n: 5, d: 2 },
      {
        count: labellings(
          [1, 2, 3, 4, 5],
          [
            ...thresholds,
            ...cuts.map(
              (cut): Classifier =>
                (x) =>
                  x < cut,
            ),
          ],
        ),
        n: 5,
        d: 2,
      },
    ].map(({ count, n, d }) => ({ given: { '\\Pi_{\\mathcal{H}}(n)': count, n, d } })),
  }),
  functionCheck('vc-dimension', {
    states: 'the known dimensions of half-lines, intervals and pairs of intervals',
    formula: () => families.map((classifiers) => dimension(classifiers, (n) => 2 ** n)),
    against: () => [1, 2, 4],
    mutants: {
      'all labellings but one': () =>
        families.map((classifiers) => dimension(classifiers, (n) => 2 ** n - 1)),
      'more labellings than points': () =>
        families.map((classifiers) => dimension(classifiers, (n) => n + 1)),
    },
  }),
];
