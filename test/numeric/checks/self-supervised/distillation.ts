import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { set, vector } from '../../given';
import { entropy, pointing, sum } from './scene';

const { cos, exp, log, sin } = Math;

/** Probabilities from scores, by the odds of each against the others. */
const chances = (scores: readonly number[]) =>
  scores.map((score) => 1 / sum(scores.map((other) => exp(other - score))));
/** How far one distribution is from another, in nats. */
const divergence = (p: readonly number[], q: readonly number[]) =>
  sum(p.map((chance, k) => chance * log(chance / (q[k] ?? 0))));

const TEACHER = [1.2, -0.3, 0.5];
const CENTRE = [0.2, 0.1, -0.4];
const STUDENT = [0.4, 0.9, -0.6];
const taught = chances(TEACHER.map((score, k) => (score - (CENTRE[k] ?? 0)) / 0.3));
const learned = chances(STUDENT.map((score) => score / 0.7));

const PROTOTYPES = [0.1, 1.4, 2.6];
const VIEWS = [0.5, 1.9];
const codes = [
  [0.6, 0.3, 0.1],
  [0.2, 0.3, 0.5],
];
const predicted = VIEWS.map((view) => chances(PROTOTYPES.map((angle) => cos(view - angle) / 0.4)));
const crossed = (p: readonly number[] = [], q: readonly number[] = []) => entropy(p) + divergence(p, q);

export const distillation: readonly Check[] = [
  latexCheck('byol-loss', {
    states: 'the chord of an angle',
    cases: [
      {
        given: {
          '\\mathcal{L}': 4 * sin(0.55) ** 2,
          'q_{\\theta}(\\mathbf{z})': pointing(0.4, 3),
          "\\mathbf{z}'": pointing(1.5, 0.6),
        },
      },
    ],
  }),
  latexCheck('data2vec-target', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{y}': [vector([0, 0]), vector([3, 1])],
          t: 2,
          K: 3,
          L: 4,
          '\\hat{\\mathbf{a}}': [
            [vector([9, 9]), vector([9, 9]), vector([9, 9]), vector([9, 9])],
            [vector([8, 8]), vector([2, 5]), vector([6, -4]), vector([1, 2])],
          ],
        },
      },
    ],
  }),
  latexCheck('dino-center', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{c} \\leftarrow': vector([2.6, 3.2]),
          '\\mathbf{c}': vector([2, 4]),
          m: 0.7,
          N: 3,
          'g_{\\mathrm{t}}': (x: Matrix) => vector([x.get(0, 0), 2 * x.get(0, 0) - x.get(1, 0)]),
          '\\mathbf{x}': [vector([1, 5]), vector([4, 7]), vector([7, 8])],
        },
      },
    ],
  }),
  latexCheck('dino-loss', {
    states: 'entropy and divergence',
    cases: [
      {
        given: {
          '\\mathcal{L}': crossed(taught, learned),
          K: 3,
          'P_{\\mathrm{t}}(\\mathbf{x})': vector(taught),
          "P_{\\mathrm{s}}(\\mathbf{x}')": vector(learned),
          'g_{\\mathrm{t}}(\\mathbf{x})': vector(TEACHER),
          "g_{\\mathrm{s}}(\\mathbf{x}')": vector(STUDENT),
          '\\mathbf{c}': vector(CENTRE),
          '\\tau_{\\mathrm{t}}': 0.3,
          '\\tau_{\\mathrm{s}}': 0.7,
        },
      },
    ],
  }),
  latexCheck('ijepa-loss', {
    states: 'a hand-worked case with the lengths 5, 1 and 13',
    cases: [
      {
        given: {
          '\\mathcal{L}': (25 + 1 + 1 + 169) / 2,
          M: 2,
          '\\mathcal{B}': [set([1, 3]), set([3, 4])],
          '\\hat{\\mathbf{s}}': [vector([4, 6]), vector([7, 7]), vector([1.6, 0.8]), vector([5, 13])],
          '\\mathbf{s}': [vector([1, 2]), vector([0, 0]), vector([1, 0]), vector([0, 1])],
        },
      },
    ],
  }),
  latexCheck('mae-loss', {
    states: 'a hand-worked case with the lengths 5 and 13',
    cases: [
      {
        given: {
          '\\mathcal{L}': (25 + 169) / (2 * 4),
          '\\mathcal{M}': set([1, 3]),
          P: 4,
          '\\hat{\\mathbf{x}}': [vector([4, 6, 1, 1]), vector([7, 7, 7, 7]), vector([5, 1, 13, 0])],
          '\\mathbf{x}': [vector([1, 2, 1, 1]), vector([0, 0, 0, 0]), vector([0, 1, 1, 0])],
        },
      },
    ],
  }),
  latexCheck('moco-momentum-update', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\theta_{\\mathrm{k}} \\leftarrow': vector([2.6, -0.5]),
          '\\theta_{\\mathrm{k}}': vector([2, 1]),
          '\\theta_{\\mathrm{q}}': vector([4, -4]),
          m: 0.7,
        },
      },
    ],
  }),
  latexCheck('simsiam-loss', {
    states: 'the angles between the views',
    symmetric: ['D'],
    cases: [
      {
        given: {
          '\\mathcal{L}': -(cos(1.1) + cos(0.7)) / 2,
          '\\mathbf{p}_{1}': pointing(0.2, 3),
          '\\mathbf{p}_{2}': pointing(1, 0.4),
          '\\mathbf{z}_{1}': pointing(1.7, 2),
          '\\mathbf{z}_{2}': pointing(1.3, 5),
          '\\operatorname{stopgrad}': (x: Matrix) => x,
        },
      },
    ],
  }),
  latexCheck('swav-loss', {
    states: 'entropies and divergences',
    cases: [
      {
        given: {
          '\\mathcal{L}': crossed(codes[0], predicted[1]) + crossed(codes[1], predicted[0]),
          K: 3,
          q: codes,
          s: 1,
          t: 2,
          k: 3,
          p: predicted,
          '\\mathbf{z}': VIEWS.map((angle) => pointing(angle)),
          '\\mathbf{c}': PROTOTYPES.map((angle) => pointing(angle)),
          '\\tau': 0.4,
        },
      },
    ],
  }),
];
