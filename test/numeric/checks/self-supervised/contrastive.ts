import { type Check, latexCheck } from '../../check';
import { from, matrix, set, vector } from '../../given';
import { expectation } from '../../operators';
import { againstFirst, cosine, entropy, pointing, sum } from './scene';

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

/** A pair of data and context with a joint distribution, and independent negatives. */
const CONTEXT = [0.4, 0.6];
const GIVEN_CONTEXT = [
  [0.7, 0.2, 0.1],
  [0.1, 0.3, 0.6],
];
const VALUES = [0, 1, 2];
const marginal = (x: number) => sum(CONTEXT.map((p, c) => p * (GIVEN_CONTEXT[c]?.[x] ?? 0)));
const given = (x: number, c: number) => GIVEN_CONTEXT[c]?.[x] ?? 0;
const triples = VALUES.flatMap((a) => VALUES.flatMap((b) => VALUES.map((c) => [a, b, c] as const)));
/** All draws of a context and of three candidates, of which the first belongs to it. */
const DRAWS = [0, 1].flatMap((c) =>
  triples.map(([first, second, third]) => ({
    c,
    candidates: [first, second, third],
    chance: (CONTEXT[c] ?? 0) * given(first, c) * marginal(second) * marginal(third),
  })),
);
/** The chance that the first one belongs to the context, by Bayes' rule over the three places. */
function posterior(candidates: readonly number[], c: number): number {
  const joint = candidates.map((_, place) =>
    candidates.reduce((chance, x, i) => chance * (i === place ? given(x, c) : marginal(x)), 1),
  );
  return (joint[0] ?? 0) / sum(joint);
}
const bayesLoss = -sum(DRAWS.map(({ c, candidates, chance }) => chance * log(posterior(candidates, c))));
const information =
  entropy(VALUES.map(marginal)) - sum(CONTEXT.map((p, c) => p * entropy(VALUES.map((x) => given(x, c)))));

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

/** Data and noise over three outcomes; the model is the data's distribution. */
const DATA = [0.5, 0.3, 0.2];
const NOISE = [0.2, 0.2, 0.6];
const MIXED = DATA.map((p, x) => (p + 3 * (NOISE[x] ?? 0)) / 4);

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
  latexCheck('infonce-loss', {
    states: 'the posterior over the places, by the rule of Bayes',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{NCE}}': bayesLoss,
          '\\mathbb{E}': expectation(
            ['\\mathbf{x}', '\\mathbf{c}'],
            DRAWS.map(({ c, candidates }) => [candidates, c]),
            DRAWS.map(({ chance }) => chance),
          ),
          f: (x: number, c: number) => given(x, c) / marginal(x),
          N: 3,
        },
      },
    ],
  }),
  latexCheck('infonce-mi-bound', {
    states: 'brute force over all candidates, and independence, where the bound is attained',
    cases: [
      { 'I(\\mathbf{x}; \\mathbf{c})': information, N: 3, '\\mathcal{L}_{\\mathrm{NCE}}': bayesLoss },
      { 'I(\\mathbf{x}; \\mathbf{c})': 0, N: 3, '\\mathcal{L}_{\\mathrm{NCE}}': log(3) },
    ].map((values) => ({ given: values })),
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
  latexCheck('noise-contrastive-estimation', {
    states: 'entropies of data, noise and their mixture',
    cases: [
      {
        given: {
          'J(\\theta)': -entropy(DATA) - 3 * entropy(NOISE) + 3 * log(3) + 4 * (entropy(MIXED) - log(4)),
          '\\mathbb{E}_{p_{\\mathrm{data}}(\\mathbf{x})}': expectation('\\mathbf{x}', VALUES, DATA),
          '\\mathbb{E}_{p_{\\mathrm{n}}(\\mathbf{x})}': expectation('\\mathbf{x}', VALUES, NOISE),
          'p_{\\theta}': (x: number) => DATA[x] ?? 0,
          'p_{\\mathrm{n}}': (x: number) => NOISE[x] ?? 0,
          '\\nu': 3,
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
