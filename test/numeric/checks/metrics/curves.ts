import { type Check, functionCheck, latexCheck } from '../../check';
import { from } from '../../given';
import { maximum } from '../../operators';

/** Scores of positives and negatives, some of them equal. */
const POSITIVE = [5, 4, 4, 2, 1];
const NEGATIVE = [5, 4, 2, 0];
const LEVELS = [...new Set([...POSITIVE, ...NEGATIVE])].toSorted((a, b) => b - a);

const reaching = (scores: readonly number[], level: number) =>
  scores.filter((score) => score >= level).length / scores.length;

/** The corners of the ROC curve as the threshold falls. */
const corners = [[0, 0], ...LEVELS.map((level) => [reaching(NEGATIVE, level), reaching(POSITIVE, level)])];
const xs = corners.map(([x = 0]) => x);
const ys = corners.map(([, y = 0]) => y);

/** The area under the curve as the mean of two areas of steps, one that stays above it and one below. */
function areaOfSteps(): number {
  let [low, high] = [0, 0];
  for (let i = 1; i < xs.length; i++) {
    const width = (xs[i] ?? 0) - (xs[i - 1] ?? 0);
    low += width * (ys[i - 1] ?? 0);
    high += width * (ys[i] ?? 0);
  }
  return (low + high) / 2;
}

const pairs = POSITIVE.flatMap((up) => NEGATIVE.map((down) => up - down));
const won = pairs.filter((lead) => lead > 0).length / pairs.length;
const tied = pairs.filter((lead) => lead === 0).length / pairs.length;

/** A ranking without ties, and which of its items are relevant. */
const RELEVANT = [1, 0, 1, 1, 0, 0, 1];
const precisionAt = (rank: number) => RELEVANT.slice(0, rank).filter((r) => r === 1).length / rank;
const recallAt = (rank: number) => (precisionAt(rank) * rank) / 4;
const ranks = RELEVANT.map((_, i) => i + 1);

const shareBelow = (scores: readonly number[]) => (x: number) =>
  scores.filter((score) => score <= x).length / scores.length;

/** The largest distance from zero of a walk that steps up at each positive and down at each negative. */
function widestWalk(): number {
  let [height, widest] = [0, 0];
  for (const level of LEVELS) {
    height += POSITIVE.filter((score) => score === level).length / POSITIVE.length;
    height -= NEGATIVE.filter((score) => score === level).length / NEGATIVE.length;
    widest = Math.max(widest, Math.abs(height));
  }
  return widest;
}

const SAMPLE = [0.07, 0.19, 0.44, 0.52, 0.58, 0.61];
/** The supremum over a grid that comes close to each jump from both sides, under the hypothesis of a Beta(2, 1). */
function supremum(empirical: (x: number) => number, size: (gap: number) => number): number {
  const grid = SAMPLE.flatMap((x) => [x - 1e-9, x]);
  return Math.max(...grid.map((x) => size(empirical(x) - x ** 2)));
}

export const curves: readonly Check[] = [
  latexCheck('average-precision', {
    states: 'the mean precision at the relevant items',
    cases: [
      {
        given: {
          // The ranks 1, 3, 4 and 7 hold the relevant items.
          '\\operatorname{AP}': (1 + 2 / 3 + 3 / 4 + 4 / 7) / 4,
          n: 7,
          R: from(0, [0, ...ranks.map(recallAt)]),
          P: ranks.map(precisionAt),
        },
      },
    ],
  }),
  latexCheck('roc-auc', {
    states: 'the area under the curve of a finite sample',
    cases: [
      {
        given: {
          '\\mathrm{AUC}': areaOfSteps(),
          'P\\left( s(\\mathbf{x}^{+}) > s(\\mathbf{x}^{-}) \\right)': won,
          'P\\left( s(\\mathbf{x}^{+}) = s(\\mathbf{x}^{-}) \\right)': tied,
        },
      },
    ],
  }),
  latexCheck('roc-auc-pairs', {
    states: 'the area under the curve',
    cases: [
      {
        given: {
          '\\widehat{\\mathrm{AUC}}': areaOfSteps(),
          m: 5,
          n: 4,
          's^{+}': POSITIVE,
          's^{-}': NEGATIVE,
        },
      },
    ],
  }),
  latexCheck('roc-auc-trapezoid', {
    states: 'the pairs that are in order',
    cases: [{ given: { '\\mathrm{AUC}': won + tied / 2, n: LEVELS.length, x: from(0, xs), y: from(0, ys) } }],
  }),
  functionCheck('kolmogorov-smirnov-statistic', {
    states: 'the formula of the order statistics',
    formula: () => supremum(shareBelow(SAMPLE), Math.abs),
    against: () =>
      Math.max(...SAMPLE.flatMap((x, i) => [(i + 1) / SAMPLE.length - x ** 2, x ** 2 - i / SAMPLE.length])),
    mutants: {
      'without the absolute value': () => supremum(shareBelow(SAMPLE), (gap) => -gap),
      'the sum instead of the mean': () => supremum((x) => shareBelow(SAMPLE)(x) * SAMPLE.length, Math.abs),
      'inequality turned': () => supremum((x) => 1 - shareBelow(SAMPLE)(x), Math.abs),
    },
  }),
  latexCheck('kolmogorov-smirnov-two-sample', {
    states: 'the widest place of a walk through the sorted scores',
    cases: [
      {
        given: {
          'D_{n, m}': widestWalk(),
          'F_{n}': shareBelow(POSITIVE),
          'G_{m}': shareBelow(NEGATIVE),
          '\\sup_{x}': maximum('x', LEVELS),
        },
      },
    ],
  }),
];
