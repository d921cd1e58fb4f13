import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import { expectation, maximum } from '../../operators';
import { random } from '../../random';
import { at, FAKE, overFake, overReal, PLACES, REAL, scene, total } from './scene';

const norm = (x: Matrix) => Math.hypot(...x.to1DArray());

/** The distance on the line, by what lies below each place. */
const below = (p: readonly number[], x: number) => total(p.slice(0, x + 1));
const distance = total(PLACES.map((x) => Math.abs(below(REAL, x) - below(FAKE, x))));
/** What is nearer to the data on the left is rewarded where more data is below. */
const bestCritic = (x: number) =>
  total(PLACES.slice(0, x).map((place) => Math.sign(below(FAKE, place) - below(REAL, place))));

/** All critics on the places that rise, stay or fall by one. */
const STEPS = [-1, -0.5, 0, 0.5, 1];
const SLOPES = STEPS.flatMap((first) =>
  STEPS.map((second) => (x: number) => at([0, first, first + second], x)),
);

/** Points in the plane for a critic whose slope is known everywhere. */
const POINTS = [vector([1, 2]), vector([-3, 0.5]), vector([0.4, -1])];
const SAMPLES = [vector([0.2, 0.7]), vector([2, -1])];
const BETWEEN = [vector([0.6, 0.8]), vector([1.2, -0.5])];
const critic = (x: Matrix) => 1.5 * x.get(0, 0) ** 2 - 0.5 * x.get(1, 0) ** 2 + x.get(0, 0);
const slope = (x: Matrix) => Math.hypot(3 * x.get(0, 0) + 1, x.get(1, 0));
const mean = (points: readonly Matrix[], weights: readonly number[], f: (x: Matrix) => number) =>
  total(points.map((x, i) => at(weights, i) * f(x)));

const spectral = (w: Matrix) => new SingularValueDecomposition(w, { autoTranspose: true }).norm2;

/** The steepest chord of a network among many. */
function steepest(layers: readonly Matrix[], bend: (x: number) => number): number {
  const source = random(5);
  const network = (x: Matrix) =>
    layers.reduce((h, w, l) => {
      const next = w.mmul(h);
      return l === layers.length - 1 ? next : Matrix.columnVector(next.to1DArray().map(bend));
    }, x);
  const chords = Array.from({ length: 400 }, () => {
    const [a, b] = [source.normals(2), source.normals(2)];
    return norm(Matrix.sub(network(a), network(b))) / norm(Matrix.sub(a, b));
  });
  return Math.max(...chords);
}
const layers = [
  matrix([
    [1.2, -0.4],
    [0.3, 0.9],
    [-0.7, 0.5],
  ]),
  matrix([[0.8, -1.1, 0.6]]),
];
/** Turns and stretches: every chord is stretched alike, so the bound is attained. */
const turns = [
  matrix([
    [0, -1.5],
    [1.5, 0],
  ]),
  matrix([
    [0.36, 0.48],
    [-0.48, 0.36],
  ]),
];

export const critics: readonly Check[] = [
  latexCheck('biggan-orthogonal-regularization', {
    states: 'inner products of all pairs of different columns',
    cases: [
      {
        given: {
          // The columns are (1, 2), (3, -1) and (0, 2); each pair counts twice.
          'R_{\\beta}(\\mathbf{W})': 0.3 * 2 * (1 ** 2 + 4 ** 2 + 2 ** 2),
          '\\beta': 0.3,
          '\\mathbf{W}': matrix([
            [1, 3, 0],
            [2, -1, 2],
          ]),
          '\\mathbf{1}': Matrix.ones(3, 3),
          '\\mathbf{I}': Matrix.eye(3, 3),
        },
      },
    ],
  }),
  latexCheck('gan-r1-penalty', {
    states: 'the known slope of a quadratic critic',
    cases: [
      {
        given: {
          'R_{1}': 1.5 * mean(POINTS, [0.2, 0.5, 0.3], (x) => slope(x) ** 2),
          '\\gamma': 3,
          D: critic,
          '\\mathbb{E}_{\\mathbf{x} \\sim p_{\\mathrm{data}}}': expectation(
            '\\mathbf{x}',
            POINTS,
            [0.2, 0.5, 0.3],
          ),
        },
      },
    ],
    tolerance: 1e-6,
  }),
  latexCheck('gan-spectral-lipschitz-bound', {
    states: 'the steepest of 400 chords of a network; attained by turns of the plane',
    cases: [
      {
        given: {
          '\\lVert f \\rVert_{\\mathrm{L}}': steepest(turns, (x) => x),
          L: 2,
          '\\mathbf{W}': turns,
          '\\sigma': spectral,
        },
      },
      {
        given: {
          '\\lVert f \\rVert_{\\mathrm{L}}': steepest(layers, (x) => Math.max(0, x)),
          L: 2,
          '\\mathbf{W}': layers,
          '\\sigma': spectral,
        },
      },
    ],
  }),
  latexCheck('wgan-critic-loss', {
    states: 'the distance of Wasserstein by distribution functions, at the best critic',
    cases: [{ given: { ...scene, D: bestCritic, 'J_{D}': -distance } }],
  }),
  latexCheck('wgan-generator-loss', {
    states: 'a hand-worked case',
    cases: [
      { given: { ...scene, D: (x: number) => at([0.4, -1.7, 2.2], x), 'J_{G}': -(0.18 - 0.425 + 0.66) } },
    ],
  }),
  latexCheck('wgan-gradient-penalty', {
    states: 'the known slope of a quadratic critic',
    cases: [
      {
        given: {
          'J_{D}':
            mean(SAMPLES, [0.4, 0.6], critic) -
            mean(POINTS, [0.2, 0.5, 0.3], critic) +
            7 * mean(BETWEEN, [0.3, 0.7], (x) => (slope(x) - 1) ** 2),
          '\\lambda': 7,
          D: critic,
          '\\mathbb{E}_{\\tilde{\\mathbf{x}} \\sim p_{G}}': expectation(
            '\\tilde{\\mathbf{x}}',
            SAMPLES,
            [0.4, 0.6],
          ),
          '\\mathbb{E}_{\\mathbf{x} \\sim p_{\\mathrm{data}}}': expectation(
            '\\mathbf{x}',
            POINTS,
            [0.2, 0.5, 0.3],
          ),
          '\\mathbb{E}_{\\hat{\\mathbf{x}} \\sim p_{\\hat{\\mathbf{x}}}}': expectation(
            '\\hat{\\mathbf{x}}',
            BETWEEN,
            [0.3, 0.7],
          ),
        },
      },
    ],
    tolerance: 1e-6,
  }),
  latexCheck('wgan-gradient-penalty-interpolation', {
    states: 'the point a quarter of the way from the sample to the data',
    cases: [
      {
        given: {
          '\\hat{\\mathbf{x}}': vector([0, 4]),
          '\\epsilon': 0.25,
          '\\mathbf{x}': vector([3, -2]),
          '\\tilde{\\mathbf{x}}': vector([-1, 6]),
        },
      },
    ],
  }),
  latexCheck('wgan-kantorovich-rubinstein', {
    states: 'areas between distribution functions, and the best critic among others',
    cases: [
      {
        given: {
          'W_{1}(p_{\\mathrm{data}}, p_{G})': distance,
          '\\sup_{\\lVert f \\rVert_{\\mathrm{L}} \\leq 1}': maximum('f', [
            bestCritic,
            (x: number) => -0.4 * bestCritic(x),
            (x: number) => Math.cos(x),
          ]),
          ...scene,
          '\\mathbb{E}_{\\tilde{\\mathbf{x}} \\sim p_{G}(\\tilde{\\mathbf{x}})}': expectation(
            '\\tilde{\\mathbf{x}}',
            PLACES,
            FAKE,
          ),
        },
      },
    ],
  }),
  functionCheck('wgan-minimax', {
    states: 'critics of slopes up to one, and areas between distribution functions',
    formula: () => Math.max(...SLOPES.map((f) => overReal(f) - overFake(f))),
    against: () => distance,
    mutants: { 'the sum': () => Math.max(...SLOPES.map((f) => overReal(f) + overFake(f))) },
  }),
  latexCheck('wgan-weight-clipping', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\mathbf{w} \\leftarrow': vector([0.5, -0.5, 0.2, -0.1]),
          '\\mathbf{w}': vector([3, -0.7, 0.2, -0.1]),
          c: 0.5,
          '\\operatorname{clip}': (w: Matrix, low: number, high: number) =>
            vector(w.to1DArray().map((weight) => Math.min(Math.max(weight, low), high))),
        },
      },
    ],
  }),
];
