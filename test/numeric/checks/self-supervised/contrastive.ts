import { type Check, latexCheck } from '../../check';
import { from, matrix, set, vector } from '../../given';
import { expectation } from '../../operators';
import { againstFirst, cosine, pointing, sum } from './scene';

const { cos, exp, log, tanh } = Math;

/** Which texts belong to which images, the second to two of them. */
const TOGETHER = [
  [1, 1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
];
/** Angles of images and of texts. */
const IMAGES = [0.2, 1.3, 2.9];
const TEXTS = [0.5, 0.9, -2.4];
const alike = (i: number, j: number) => cos((IMAGES[i] ?? 0) - (TEXTS[j] ?? 0));
const others = (i: number) => [0, 1, 2].filter((j) => j !== i);
const clipLosses = [0, 1, 2].map(
  (i) =>
    againstFirst(
      alike(i, i) / 0.4,
      others(i).map((j) => alike(i, j) / 0.4),
    ) +
    againstFirst(
      alike(i, i) / 0.4,
      others(i).map((j) => alike(j, i) / 0.4),
    ),
);

/** Directions of six views, and the other views of each one's class. */
const ANGLES = [0.1, 0.6, 1.5, 2.2, 3.1, -1];
const CLASSES = [1, 2, 1, 1, 2, 1];
const positives = (i: number) =>
  [1, 2, 3, 4, 5, 6].filter((j) => j !== i && CLASSES[j - 1] === CLASSES[i - 1]);
const closeness = (i: number, j: number) => cos((ANGLES[i - 1] ?? 0) - (ANGLES[j - 1] ?? 0)) / 0.3;
const supervised = [1, 2, 3, 4, 5, 6].map((i) => {
  const losses = positives(i).map((p) =>
    againstFirst(
      closeness(i, p),
      [1, 2, 3, 4, 5, 6].filter((a) => a !== i && a !== p).map((a) => closeness(i, a)),
    ),
  );
  return sum(losses) / losses.length;
});

const PAIRS: readonly (readonly [number, number])[] = [
  [0.3, 1.4],
  [-0.6, 0.5],
  [2, 2.2],
];
const onCircle = (angle: number) => pointing(angle);

export const contrastive: readonly Check[] = [
  latexCheck('clip-loss', {
    states: 'the odds from the angles',
    cases: [
      {
        given: {
          '\\mathcal{L}': sum(clipLosses) / 6,
          N: 3,
          '\\mathbf{u}': IMAGES.map(onCircle),
          '\\mathbf{v}': TEXTS.map(onCircle),
          '\\tau': 0.4,
        },
      },
    ],
  }),
  latexCheck('contrastive-alignment', {
    states: 'chords of the circle',
    cases: [
      {
        given: {
          // The chord of an angle is twice the sine of its half.
          '\\mathcal{L}_{\\mathrm{align}}':
            sum(PAIRS.map(([a, b]) => Math.abs(2 * Math.sin((a - b) / 2)) ** 3)) / 3,
          '\\mathbb{E}_{(\\mathbf{x}, \\mathbf{y}) \\sim p_{\\mathrm{pos}}}': expectation(
            ['\\mathbf{x}', '\\mathbf{y}'],
            PAIRS,
            PAIRS.map(() => 1 / 3),
          ),
          f: onCircle,
          '\\alpha': 3,
        },
      },
    ],
  }),
  latexCheck('contrastive-uniformity', {
    states: 'cosines on the circle',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{uniform}}': log(sum(PAIRS.map(([a, b]) => exp(3 * (cos(a - b) - 1)))) / 3),
          '\\mathbb{E}_{\\mathbf{x}, \\mathbf{y} \\sim p_{\\mathrm{data}}}': expectation(
            ['\\mathbf{x}', '\\mathbf{y}'],
            PAIRS,
            PAIRS.map(() => 1 / 3),
          ),
          f: onCircle,
          t: 1.5,
        },
      },
    ],
  }),
  latexCheck('cpc-score', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          'f_{k}(\\mathbf{x}_{t+k}, \\mathbf{c}_{t})': exp(0.875),
          k: 2,
          t: 1,
          '\\mathbf{z}': [vector([7, 7]), vector([5, 5]), vector([1, -0.5])],
          '\\mathbf{W}': [
            matrix([
              [9, 9, 9],
              [9, 9, 9],
            ]),
            matrix([
              [1, 0, 2],
              [3, -1, 1],
            ]),
          ],
          '\\mathbf{c}': [vector([0.5, 1.5, 0.25]), vector([1, 1, 1])],
        },
      },
    ],
  }),
  latexCheck('moco-loss', {
    states: 'the odds from the angles',
    cases: [
      {
        given: {
          '\\mathcal{L}_{q}': againstFirst(
            cos(0.3) / 0.2,
            [1.2, 2.5].map((angle) => cos(angle) / 0.2),
          ),
          '\\mathbf{q}': onCircle(0),
          '\\mathbf{k}_{+}': onCircle(0.3),
          '\\mathbf{k}': from(0, [0.3, 1.2, -2.5].map(onCircle)),
          '\\tau': 0.2,
          K: 2,
        },
      },
    ],
  }),
  latexCheck('nt-xent-loss', {
    states: 'the odds from the angles',
    symmetric: ['\\operatorname{sim}'],
    cases: [
      {
        given: {
          '\\ell_{i,j}': againstFirst(
            closeness(3, 5),
            [1, 2, 4, 6].map((k) => closeness(3, k)),
          ),
          '\\operatorname{sim}': cosine,
          '\\mathbf{z}': ANGLES.map((angle, i) => pointing(angle, i + 1)),
          '\\tau': 0.3,
          N: 3,
          i: 3,
          j: 5,
        },
      },
    ],
  }),
  latexCheck('siglip-loss', {
    states: 'the logistic function as a hyperbolic tangent',
    cases: [
      {
        given: {
          '\\mathcal{L}':
            -sum(
              [0, 1, 2].flatMap((i) =>
                [0, 1, 2].map((j) =>
                  log((1 + tanh(((TOGETHER[i]?.[j] ?? 0) * (2.5 * alike(i, j) - 0.7)) / 2)) / 2),
                ),
              ),
            ) / 3,
          N: 3,
          z: TOGETHER,
          t: 2.5,
          b: -0.7,
          '\\mathbf{u}': IMAGES.map(onCircle),
          '\\mathbf{v}': TEXTS.map(onCircle),
        },
      },
    ],
  }),
  latexCheck('supervised-contrastive-loss', {
    states: 'the odds from the angles',
    cases: [
      {
        given: {
          '\\mathcal{L}': sum(supervised),
          '\\mathcal{I}': set([1, 2, 3, 4, 5, 6]),
          '\\mathcal{P}': (i: number) => set(positives(i)),
          '\\mathbf{z}': ANGLES.map(onCircle),
          '\\tau': 0.3,
        },
      },
    ],
  }),
];
