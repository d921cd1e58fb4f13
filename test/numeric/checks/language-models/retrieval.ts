import { type Check, latexCheck } from '../../check';
import { computed, set, vector } from '../../given';
import { expectation, summation } from '../../operators';
import { logitDivergence, logSumExp, product, sum } from './scene';

const { exp, log, sqrt } = Math;

const STUDENT = [0.4, -1, 0.6];
const TEACHER = [1.3, 0.1, -1.4];
const over = (logits: readonly number[], temperature: number) => logits.map((z) => z / temperature);
const chances = (logits: readonly number[]) => logits.map((z) => exp(z - logSumExp(logits)));

/** The cross-entropy of two distributions. */
const crossEntropy = (first: readonly number[], second: readonly number[]) =>
  -sum(first.map((chance, i) => chance * log(second[i] ?? 0)));

/** Two prompts with three responses each: logits of the student, and of the teacher. */
const PROMPTS = [
  { weight: 0.3, student: STUDENT, teacher: TEACHER },
  { weight: 0.7, student: [-0.2, 0.5, 1.1], teacher: [0.9, 0, -0.6] },
];
const PAIRS = [1, 2].flatMap((x) => [1, 2, 3].map((y) => [x, y]));
const chance = (which: 'student' | 'teacher') => (y: number, x: number) =>
  chances(PROMPTS[x - 1]?.[which] ?? [])[y - 1] ?? 0;

/** A corpus of a hundred answers to each of two questions, written out; the teacher's answers are nearly always 1. */
const PEAKED = [
  { weight: 0.5, counts: [98, 1, 1], student: [0.6, 0.3, 0.1] },
  { weight: 0.5, counts: [97, 1, 2], student: [0.2, 0.5, 0.3] },
];
const surprise = (x: number, y: number) => -log(PEAKED[x - 1]?.student[y - 1] ?? 0);
const corpus = PEAKED.flatMap(({ counts }, x) =>
  counts.flatMap((count, y) => Array.from({ length: count }, () => surprise(x + 1, y + 1))),
);

/** Two documents, and the words that each would write after a text. */
const FIT = [0.35, 0.65];
const ANSWER = [1, 2, 2];
const DOCUMENTS = [
  [
    [0.5, 0.5],
    [0.2, 0.8],
    [0.9, 0.1],
  ],
  [
    [0.7, 0.3],
    [0.6, 0.4],
    [0.25, 0.75],
  ],
];
const word = (y: number, _question: number, z: number, before: number | readonly number[]) =>
  DOCUMENTS[z - 1]?.[[before].flat().length]?.[y - 1] ?? 0;
const written = (place: number, z: number) => DOCUMENTS[z - 1]?.[place]?.[(ANSWER[place] ?? 0) - 1] ?? 0;

/** Word by word, with the documents weighed anew by what they have written so far. */
const filtered = product(
  ANSWER.map((_, place) => {
    const weights = FIT.map(
      (fit, i) => fit * product(ANSWER.slice(0, place).map((_, at) => written(at, i + 1))),
    );
    return sum(weights.map((weight, i) => (weight / sum(weights)) * written(place, i + 1)));
  }),
);

/** All ways to give each word a document of its own. */
const mixed = sum(
  [1, 2].flatMap((a) =>
    [1, 2].flatMap((b) =>
      [1, 2].map((c) => product([a, b, c].map((z, place) => (FIT[z - 1] ?? 0) * written(place, z)))),
    ),
  ),
);

const RAG = {
  x: 7,
  y: ANSWER,
  T: 3,
  '\\mathcal{Z}_{k}(x)': set([1, 2]),
  'p_{\\eta}': (z: number) => FIT[z - 1] ?? 0,
  'p_{\\theta}': word,
};

const NEIGHBOURS = [
  [vector([sqrt(log(2)), 0]), 1],
  [vector([0, sqrt(log(4))]), 2],
  [vector([-sqrt(log(8)), 0]), 1],
  [vector([0, -sqrt(log(8))]), 3],
];

export const retrieval: readonly Check[] = [
  latexCheck('distillation-gradient', {
    states: 'finite differences of the loss',
    cases: [1, 2, 3].map((i) => ({
      given: {
        '\\mathcal{L}': computed((get) =>
          crossEntropy(chances(over(TEACHER, 20)), chances(over(get('z'), 20))),
        ),
        z: STUDENT,
        v: TEACHER,
        T: 20,
        C: 3,
        i,
      },
    })),
    near: 5e-3,
  }),
  latexCheck('distillation-loss', {
    states: 'the Bregman divergence of the normalizer',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{KD}}':
            0.75 * (logSumExp(STUDENT) - (STUDENT[2] ?? 0)) +
            0.25 * 2.5 ** 2 * logitDivergence(over(TEACHER, 2.5), over(STUDENT, 2.5)),
          '\\lambda': 0.25,
          T: 2.5,
          H: (first: { to1DArray(): number[] }, second: { to1DArray(): number[] }) =>
            crossEntropy(first.to1DArray(), second.to1DArray()),
          'D_{\\mathrm{KL}}': (first: { to1DArray(): number[] }, second: { to1DArray(): number[] }) =>
            crossEntropy(first.to1DArray(), second.to1DArray()) -
            crossEntropy(first.to1DArray(), first.to1DArray()),
          '\\mathbf{y}': vector([0, 0, 1]),
          '\\mathbf{z}': vector(STUDENT),
          '\\mathbf{v}': vector(TEACHER),
        },
      },
    ],
  }),
  latexCheck('distillation-reverse-kl', {
    states: 'the Bregman divergence of the normalizers',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta)': sum(
            PROMPTS.map(({ weight, student, teacher }) => weight * logitDivergence(student, teacher)),
          ),
          'D_{\\mathrm{KL}}(q_{\\theta} \\,\\|\\, p)': sum(
            PROMPTS.map(({ weight, student, teacher }) => weight * logitDivergence(student, teacher)),
          ),
          '\\mathbb{E}_{x \\sim \\mathcal{D}, \\, y \\sim q_{\\theta}(\\cdot \\mid x)}': expectation(
            ['x', 'y'],
            PAIRS,
            PAIRS.map(([x = 0, y = 0]) => (PROMPTS[x - 1]?.weight ?? 0) * chance('student')(y, x)),
          ),
          'q_{\\theta}': chance('student'),
          p: chance('teacher'),
        },
      },
    ],
  }),
  latexCheck('distillation-sequence', {
    states: 'a corpus of the teacher’s answers, written out',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{SeqKD}}(\\theta)': sum(corpus) / corpus.length,
          '\\mathbb{E}_{x \\sim \\mathcal{D}}': expectation('x', [1, 2], [0.5, 0.5]),
          '\\sum_{y}': summation('y', [1, 2, 3]),
          p: (y: number, x: number) => (PEAKED[x - 1]?.counts[y - 1] ?? 0) / 100,
          'q_{\\theta}': (y: number, x: number) => PEAKED[x - 1]?.student[y - 1] ?? 0,
          '\\hat{y}': 1,
        },
      },
    ],
    near: 0.05,
  }),
  latexCheck('knn-lm', {
    states: 'a hand-worked case',
    cases: [
      { y: 1, near: 5 / 8, model: 0.1 },
      { y: 2, near: 1 / 4, model: 0.6 },
      { y: 3, near: 1 / 8, model: 0.3 },
    ].map(({ y, near, model }) => ({
      given: {
        'p(y \\mid x)': 0.4 * near + 0.6 * model,
        'p_{\\mathrm{kNN}}(y \\mid x)': near,
        'p_{\\mathrm{LM}}(y \\mid x)': model,
        y,
        '\\lambda': 0.4,
        '\\sum_{(\\mathbf{k}_{i}, v_{i}) \\in \\mathcal{N}}': summation(
          ['\\mathbf{k}_{i}', 'v_{i}'],
          NEIGHBOURS,
        ),
        d: (first: { to1DArray(): number[] }, second: { to1DArray(): number[] }) =>
          sum(first.to1DArray().map((entry, i) => (entry - (second.to1DArray()[i] ?? 0)) ** 2)),
        'f(x)': vector([0, 0]),
      },
    })),
    symmetric: ['d'],
  }),
  latexCheck('rag-retriever', {
    states: 'weights of 1, 2 and 5',
    cases: [1, 2, 5].map((weight, i) => ({
      given: {
        'p_{\\eta}(z \\mid x)': weight / 8,
        z: i + 1,
        '\\mathbf{d}': (z: number) =>
          [vector([2, -1]), vector([log(2), 0]), vector([log(5) - 4, 2])][z - 1] ?? vector([0, 0]),
        '\\mathbf{q}(x)': vector([1, 2]),
        '\\mathcal{Z}': set([1, 2, 3]),
      },
    })),
  }),
  latexCheck('rag-sequence', {
    states: 'the documents weighed anew at each word',
    cases: [{ given: { ...RAG, 'p(y \\mid x)': filtered } }],
  }),
  latexCheck('rag-token', {
    states: 'all ways to give each word a document',
    cases: [{ given: { ...RAG, 'p(y \\mid x)': mixed } }],
  }),
];
