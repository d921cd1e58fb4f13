import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { matrix, vector } from '../../given';
import { random } from '../../random';
import {
  applied,
  averaged,
  columns,
  dot,
  QUERIES,
  type Rows,
  sum,
  tanhOfSum,
  VALUES,
  weightsOf,
} from './scene';

const { log, sqrt } = Math;

const STATES: Rows = [
  [0.3, -0.2],
  [0.8, 0.5],
];
const ANNOTATIONS: Rows = [
  [1, 2, -0.5],
  [0.4, -1, 1.5],
  [-0.6, 0.7, 0.9],
];
const OF_STATE: Rows = [
  [1, 0.4],
  [0.5, -1],
];
const OF_ANNOTATION: Rows = [
  [0.2, -0.4, 1],
  [0.6, 0.3, -0.8],
];
const OUT = [1.5, -0.7];

/** Bahdanau's score of an annotation for the state before the second step. */
function score(annotation: readonly number[]): number {
  const [state, content] = [applied(OF_STATE, STATES[0] ?? []), applied(OF_ANNOTATION, annotation)];
  return sum(OUT.map((weight, k) => weight * tanhOfSum(state[k] ?? 0, content[k] ?? 0)));
}

const bahdanau = {
  t: 2,
  n: 3,
  '\\mathbf{v}_{a}': vector(OUT),
  '\\mathbf{W}_{a}': matrix(OF_STATE),
  '\\mathbf{U}_{a}': matrix(OF_ANNOTATION),
  '\\mathbf{s}': columns(STATES),
  '\\mathbf{h}': columns(ANNOTATIONS),
};

const length = (of: readonly number[]) => sqrt(dot(of, of));

/** The cosine of the angle between two vectors, by the law of cosines. */
function cosine(a: readonly number[], b: readonly number[]): number {
  const side = length(a.map((entry, i) => entry - (b[i] ?? 0)));
  return (length(a) ** 2 + length(b) ** 2 - side ** 2) / (2 * length(a) * length(b));
}

/** Keys of one length: the one of the largest dot product is the nearest. */
const CIRCLE: Rows = [
  [3, 4],
  [-5, 0],
  [4, -3],
  [0, 5],
];
const nearest = (query: readonly number[]) => {
  const distances = CIRCLE.map((key) => length(key.map((entry, i) => entry - (query[i] ?? 0))));
  return distances.indexOf(Math.min(...distances));
};

const CHANCES = [0.1, 0.4, 0.3, 0.2];
const DRAWS = 40_000;

function meanOfDraws(draw: () => number): readonly number[] {
  const chosen = Array.from({ length: DRAWS }, () => VALUES[draw()] ?? []);
  return [0, 1].map((c) => sum(chosen.map((value) => value[c] ?? 0)) / DRAWS);
}

export const alignment: readonly Check[] = [
  latexCheck('attention-context-vector', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{c}': columns([
            [9, 9],
            [1.6, 1.4],
          ]),
          t: 2,
          n: 3,
          '\\alpha': [
            [0.6, 0.3, 0.1],
            [0.2, 0.5, 0.3],
          ],
          '\\mathbf{h}': columns([
            [1, 2],
            [4, -1],
            [-2, 5],
          ]),
        },
      },
    ],
  }),
  latexCheck('attention-weights', {
    states: 'weights of 2, 5 and 3',
    cases: [0.2, 0.5, 0.3].map((weight, i) => ({
      given: {
        '\\alpha_{t i}': weight,
        t: 2,
        i: i + 1,
        n: 3,
        e: [
          [1, 2, 3],
          [log(2), log(5), log(3)],
        ],
      },
    })),
  }),
  latexCheck('bahdanau-attention', {
    states: 'the addition theorem, and the slope of the normalizer',
    cases: [
      {
        given: {
          ...bahdanau,
          i: 1,
          '\\mathbf{c}': columns([[0, 0, 0], averaged(ANNOTATIONS.map(score), ANNOTATIONS)]),
        },
      },
    ],
  }),
  unchecked('bahdanau-decoder', 'architecture'),
  latexCheck('bahdanau-score', {
    states: 'the addition theorem of the hyperbolic tangent',
    cases: ANNOTATIONS.map((annotation, i) => ({
      given: { ...bahdanau, i: i + 1, 'e_{t i}': score(annotation) },
    })),
  }),
  latexCheck('content-based-attention', {
    states: 'the law of cosines',
    cases: [1, 2, 3].map((i) => ({
      given: {
        '\\alpha': [[0, 0, 0], weightsOf(QUERIES.slice(1).map((item) => 2.5 * cosine([0.4, 2, -1], item)))],
        '\\beta': [1, 2.5],
        t: 2,
        i,
        n: 3,
        '\\mathbf{s}': columns([
          [1, 1, 1],
          [0.4, 2, -1],
        ]),
        '\\mathbf{h}': columns(QUERIES.slice(1)),
      },
    })),
  }),
  latexCheck('hard-attention', {
    states: 'the nearest of keys of one length',
    cases: [
      [1, -2],
      [-2, 0.5],
      [0.2, 3],
      [2, 2],
    ].map((query) => ({
      given: {
        'j^{\\ast}': nearest(query) + 1,
        '\\mathbf{h}': [vector(VALUES[nearest(query)] ?? [])],
        '\\mathbf{v}': columns(VALUES),
        i: 1,
        n: 4,
        '\\mathbf{q}': [vector(query)],
        '\\mathbf{k}': columns(CIRCLE),
      },
    })),
  }),
  functionCheck('hard-attention-stochastic', {
    states: 'the mean of seeded draws is the soft context',
    // The standard error of the mean is at most 0.008.
    tolerance: 0.03,
    formula: () => {
      const generator = random(5);
      return meanOfDraws(() => generator.categorical(CHANCES));
    },
    against: () => [0.2 + 0.2 - 0.45 + 0.06, -0.1 + 1.2 + 0.12 + 0.34],
    mutants: {
      'all positions alike': () => {
        const generator = random(5);
        return meanOfDraws(() => generator.categorical([0.25, 0.25, 0.25, 0.25]));
      },
      'the likeliest position': () => meanOfDraws(() => 1),
    },
  }),
];
