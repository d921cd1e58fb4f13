import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { set, vector } from '../../given';

/** Twelve labelled examples, 1 for a positive. */
const TRUTH = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const GUESS = [1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0];

/** Nine examples of three classes. */
const CLASSES = [1, 1, 1, 1, 2, 2, 2, 3, 3];
const GUESSED = [1, 1, 2, 3, 2, 2, 1, 3, 2];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const agree = (left: readonly number[], right: readonly number[]) =>
  left.map((a, i) => (a === right[i] ? 1 : 0));
const at = (list: readonly number[], value: number) => list.flatMap((each, i) => (each === value ? [i] : []));
const meet = (left: readonly number[], right: readonly number[]) => left.filter((i) => right.includes(i));

/** The share of the places in a list that are in another one too. */
const share = (of: readonly number[], among: readonly number[]) => meet(of, among).length / of.length;

const found = share(at(TRUTH, 1), at(GUESS, 1));
const right = share(at(GUESS, 1), at(TRUTH, 1));
const spared = share(at(TRUTH, 0), at(GUESS, 0));
// Counted by hand in the two lists.
const counts = { '\\mathrm{TP}': 3, '\\mathrm{FP}': 2, '\\mathrm{FN}': 2, '\\mathrm{TN}': 5 };
const perClass = { C: 3, '\\mathrm{TP}': [2, 2, 1], '\\mathrm{FP}': [1, 2, 1], '\\mathrm{FN}': [2, 1, 1] };

const overlap = (c: number) => {
  const [truth, guess] = [at(CLASSES, c), at(GUESSED, c)];
  return (2 * meet(truth, guess).length) / (truth.length + guess.length);
};

function correlation(x: readonly number[], y: readonly number[]): number {
  const centred = (list: readonly number[]) => list.map((value) => value - mean(list));
  const dot = (a: readonly number[], b: readonly number[]) => mean(a.map((value, i) => value * (b[i] ?? 0)));
  const [a, b] = [centred(x), centred(y)];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** How often an item of one rater and any item of the other differ in class. */
const disagreement = mean(CLASSES.flatMap((a) => GUESSED.map((b) => (a === b ? 0 : 1))));
const joint = Matrix.zeros(3, 3);
CLASSES.forEach((c, i) => {
  const guess = (GUESSED[i] ?? 1) - 1;
  joint.set(c - 1, guess, joint.get(c - 1, guess) + 1 / CLASSES.length);
});

const SCORES = [
  [3, 1, 2, 0],
  [0, 5, 1, 2],
  [1, 2, 4, 8],
  [7, 3, 5, 6],
  [2, 9, 1, 4],
];
const topTwo = (z: Matrix) => {
  const scores = z.to1DArray();
  const order = scores.map((_, i) => i).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return set(order.slice(0, 2).map((i) => i + 1));
};

export const classification: readonly Check[] = [
  latexCheck('accuracy', {
    states: 'labels counted by hand',
    cases: [{ given: { '\\operatorname{Acc}': 2 / 3, N: 12, y: TRUTH, '\\hat{y}': GUESS } }],
  }),
  latexCheck('accuracy-top-k', {
    states: 'ranks read off by hand',
    cases: [
      {
        given: {
          '\\operatorname{Acc}_{k}': 3 / 5,
          N: 5,
          y: [3, 1, 1, 4, 4],
          '\\mathbf{z}': SCORES.map((scores) => vector(scores)),
          '\\operatorname{top}_{k}': topTwo,
        },
      },
    ],
  }),
  latexCheck('balanced-accuracy', {
    states: 'the accuracy on each class of a list',
    cases: [{ given: { '\\operatorname{BA}': mean([found, spared]), ...counts } }],
  }),
  latexCheck('cohen-kappa', {
    states: 'observed disagreement over that of all pairs of items',
    cases: [{ given: { '\\kappa': 1 - (1 - mean(agree(CLASSES, GUESSED))) / disagreement, C: 3, P: joint } }],
  }),
  latexCheck('f-beta-score', {
    states: 'the weighted harmonic mean',
    cases: [0.5, 2].map((beta) => ({
      given: {
        'F_{\\beta}': (1 + beta ** 2) / (1 / 0.6 + beta ** 2 / 0.3),
        '\\beta': beta,
        P: 0.6,
        R: 0.3,
      },
    })),
  }),
  latexCheck('f1-score', {
    states: 'the Dice overlap of two lists of places',
    cases: [
      {
        given: {
          'F_{1}':
            (2 * meet(at(TRUTH, 1), at(GUESS, 1)).length) / (at(TRUTH, 1).length + at(GUESS, 1).length),
          P: right,
          R: found,
          ...counts,
        },
      },
      // Five true positives, five false ones, one that is missed.
      {
        given: {
          'F_{1}': 10 / 16,
          P: 1 / 2,
          R: 5 / 6,
          '\\mathrm{TP}': 5,
          '\\mathrm{FP}': 5,
          '\\mathrm{FN}': 1,
        },
      },
    ],
  }),
  latexCheck('macro-f1', {
    states: 'the overlap of the places of each class',
    cases: [{ given: { 'F_{1}^{\\mathrm{macro}}': mean([1, 2, 3].map(overlap)), ...perClass } }],
  }),
  latexCheck('matthews-correlation', {
    states: 'the Pearson correlation of labels that are 0 or 1',
    cases: [{ given: { '\\operatorname{MCC}': correlation(TRUTH, GUESS), ...counts } }],
  }),
  latexCheck('micro-f1', {
    states: 'the accuracy, which it equals for one label an example',
    cases: [{ given: { 'F_{1}^{\\mathrm{micro}}': mean(agree(CLASSES, GUESSED)), ...perClass } }],
  }),
  latexCheck('precision', {
    states: 'a list of labels',
    cases: [{ given: { '\\operatorname{Precision}': right, ...counts } }],
  }),
  latexCheck('recall', {
    states: 'a list of labels',
    cases: [{ given: { '\\operatorname{Recall}': found, ...counts } }],
  }),
  latexCheck('specificity', {
    states: 'a list of labels',
    cases: [
      {
        given: {
          '\\operatorname{Specificity}': spared,
          '\\operatorname{FPR}': share(at(TRUTH, 0), at(GUESS, 1)),
          ...counts,
        },
      },
    ],
  }),
];
