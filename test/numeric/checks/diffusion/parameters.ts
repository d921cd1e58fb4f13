import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { derivative, gradient } from '../../differences';
import { from, identity, matrix, row, vector } from '../../given';
import { alphaBar, alphas, blurs, chain, clean, column, merged, number, plus, signals } from './scene';

const place = vector([0.9, -0.4]);
const condition = vector([1.5]);
const strength = 1.8;
const sigma = Math.sqrt(number(blurs, 2));

/** Noisy data of two clusters, with how likely each is a class. */
const centres = [vector([0.5, 1.2]), vector([-0.8, 0.3])];
const weigh = (x: Matrix, centre: Matrix) =>
  Math.exp(-(Matrix.sub(x, centre).norm() ** 2) / (2 * sigma ** 2));
const marginal = (x: Matrix) => centres.reduce((sum, centre) => sum + weigh(x, centre), 0);
const member = (k: number, x: Matrix) => weigh(x, column(centres, k)) / marginal(x);

/** The noise in a noisy point, as the mean over the clusters that it may come from. */
const noiseIn = (x: Matrix, clusters: readonly number[]) => {
  const chosen = clusters.map((k) => column(centres, k));
  const whole = chosen.reduce((sum, centre) => sum + weigh(x, centre), 0);
  return plus(
    ...chosen.map((centre): [number, Matrix] => [weigh(x, centre) / whole / sigma, Matrix.sub(x, centre)]),
  );
};
const scaledScore = (density: (x: Matrix) => number) =>
  gradient((x) => Math.log(density(x)), place).mul(-sigma);

/** Two steps of a chain with three categories, the last of them the mask, and their product by brute force. */
const kinds = [0, 1, 2];
const transitions = [
  [
    [0.7, 0.2, 0.1],
    [0.1, 0.6, 0.3],
    [0.25, 0.15, 0.6],
  ],
  [
    [0.5, 0.3, 0.2],
    [0.4, 0.55, 0.05],
    [0.1, 0.2, 0.7],
  ],
];
const jump = (step: number, here: number, next: number) => transitions[step]?.[here]?.[next] ?? Number.NaN;
const [first, second] = transitions.map(matrix);
const [stepOne, stepTwo] = [first ?? identity(3), second ?? identity(3)];
const oneHot = (kind: number) => row(kinds.map((k) => (k === kind ? 1 : 0)));
const twoSteps = (start: number, end: number) =>
  kinds.reduce((sum, middle) => sum + jump(0, start, middle) * jump(1, middle, end), 0);
const entries = (of: (start: number) => Matrix) => kinds.flatMap((start) => of(start).to1DArray());

const posterior = (start: number, end: number, back: Matrix, whole: Matrix) => {
  const likely = oneHot(end).mmul(back);
  const prior = oneHot(start).mmul(stepOne);
  return Matrix.mul(likely, prior).div(oneHot(start).mmul(whole).mmul(oneHot(end).transpose()).get(0, 0));
};
const posteriors = (back: Matrix, whole: Matrix) => entries((start) => posterior(start, 1, back, whole));

const angle = 0.7;
const turned = (phi: number, i: number) => Math.cos(phi) * clean.get(i, 0) + Math.sin(phi) * place.get(i, 0);

export const parameters: readonly Check[] = [
  latexCheck('classifier-free-guidance', {
    states: 'the score of the sharpened density, by finite differences',
    cases: [
      {
        given: {
          '\\tilde{\\boldsymbol{\\epsilon}}_{\\theta}(\\mathbf{x}_{t}, t, \\mathbf{c})': scaledScore(
            (x) => weigh(x, column(centres, 0)) * member(0, x) ** strength,
          ),
          '\\boldsymbol{\\epsilon}_{\\theta}': (x: Matrix, t: number, c: Matrix | undefined) =>
            t === 2 ? noiseIn(x, c === undefined ? [0, 1] : [0]) : vector([Number.NaN, Number.NaN]),
          '\\mathbf{x}_{t}': place,
          '\\mathbf{c}': condition,
          w: strength,
          t: 2,
        },
      },
    ],
  }),
  latexCheck('classifier-guidance', {
    states: 'the score of the sharpened density, by finite differences',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\hat{\\boldsymbol{\\epsilon}}(\\mathbf{x}_{t})': scaledScore(
            (x) => marginal(x) * member(1, x) ** strength,
          ),
          '\\boldsymbol{\\epsilon}_{\\theta}': (x: Matrix) => noiseIn(x, [0, 1]),
          '\\mathbf{x}_{t}': place,
          s: strength,
          '\\bar{\\alpha}': alphaBar,
          'p_{\\phi}': (y: number, x: Matrix) => member(y, x),
          y: 1,
          t: 2,
        },
      },
    ],
  }),
  latexCheck('d3pm-absorbing', {
    states: 'a transition matrix written by hand',
    cases: [
      {
        given: {
          '\\mathbf{Q}_{t}': matrix([
            [0.7, 0.3, 0],
            [0, 1, 0],
            [0, 0.3, 0.7],
          ]),
          '\\beta_{t}': 0.3,
          '\\mathbf{I}': identity(3),
          '\\mathbf{1}': vector([1, 1, 1]),
          '\\mathbf{e}_{m}': vector([0, 1, 0]),
        },
      },
    ],
  }),
  functionCheck('d3pm-marginal', {
    states: 'the sum over all paths of two steps',
    formula: () => entries((start) => oneHot(start).mmul(stepOne.mmul(stepTwo))),
    against: () => kinds.flatMap((start) => kinds.map((end) => twoSteps(start, end))),
    mutants: {
      'in the other order': () => entries((start) => oneHot(start).mmul(stepTwo.mmul(stepOne))),
      transposed: () => entries((start) => oneHot(start).mmul(stepOne.mmul(stepTwo).transpose())),
    },
  }),
  functionCheck('d3pm-posterior', {
    states: 'the share of the paths of two steps through each middle',
    formula: () => posteriors(stepTwo.transpose(), stepOne.mmul(stepTwo)),
    against: () =>
      kinds.flatMap((start) =>
        kinds.map((middle) => (jump(0, start, middle) * jump(1, middle, 1)) / twoSteps(start, 1)),
      ),
    mutants: {
      'without the transpose': () => posteriors(stepTwo, stepOne.mmul(stepTwo)),
      'divided by one step': () => posteriors(stepTwo.transpose(), stepTwo),
    },
  }),
  unchecked('d3pm-transition', 'definition'),
  latexCheck('d3pm-uniform', {
    states: 'a transition matrix written by hand',
    cases: [
      {
        given: {
          '\\mathbf{Q}_{t}': matrix([
            [0.8, 0.1, 0.1],
            [0.1, 0.8, 0.1],
            [0.1, 0.1, 0.8],
          ]),
          '\\beta_{t}': 0.3,
          K: 3,
          '\\mathbf{I}': identity(3),
          '\\mathbf{1}': vector([1, 1, 1]),
        },
      },
    ],
  }),
  latexCheck('diffusion-score-from-noise', {
    states: 'the mean noise over the clusters that a point may come from',
    near: 1e-7,
    cases: [
      {
        given: {
          q: marginal,
          '\\mathbf{x}_{t}': place,
          '\\bar{\\alpha}': alphaBar,
          '\\boldsymbol{\\epsilon}_{\\theta}': (x: Matrix) => noiseIn(x, [0, 1]),
          t: 2,
        },
      },
    ],
  }),
  latexCheck('diffusion-v-prediction', {
    states: 'the derivative along the arc from data to noise',
    cases: [
      {
        given: {
          '\\mathbf{v}_{t}': vector([0, 1].map((i) => derivative((phi) => turned(phi, i), angle))),
          '\\bar{\\alpha}_{t}': Math.cos(angle) ** 2,
          '\\boldsymbol{\\epsilon}': place,
          '\\mathbf{x}_{0}': clean,
        },
      },
    ],
  }),
  latexCheck('diffusion-v-recovery', {
    states: 'the data and the noise that were mixed',
    cases: [1, 2, 3].map((t) => ({
      given: {
        '\\hat{\\mathbf{x}}_{0}': clean,
        '\\hat{\\boldsymbol{\\epsilon}}': merged(t),
        '\\mathbf{x}_{t}': column(chain, t),
        '\\mathbf{v}_{\\theta}': (x: Matrix, time: number) =>
          plus(
            [number(signals, time), merged(time)],
            [-Math.sqrt(number(blurs, time)), clean],
            [1, Matrix.sub(x, column(chain, t))],
          ),
        '\\bar{\\alpha}': from(0, [
          1,
          ...[1, 2, 3].map((s) => alphas.slice(0, s).reduce((all, a) => all * a, 1)),
        ]),
        t,
      },
    })),
  }),
];
