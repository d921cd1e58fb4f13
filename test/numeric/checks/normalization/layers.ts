import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { entries, matrix, vector } from '../../given';
import { random } from '../../random';
import { mean, range, sum, whitened } from './scene';

const { exp, sqrt } = Math;

/** Of mean 5 and variance 4, which a constant of 5 makes 9. */
const FEATURES = [2, 4, 4, 4, 5, 5, 7, 9];

/** Values of two examples, four channels and three positions, in one row. */
const SHAPE = { examples: 2, channels: 4, positions: 3 };
const FLAT = random(5).normals(24).to1DArray();
const EPSILON = 0.3;
interface Place {
  readonly example: number;
  readonly channel: number;
}
const places = FLAT.map(
  (_, i): Place => ({
    example: Math.floor(i / (SHAPE.channels * SHAPE.positions)),
    channel: Math.floor(i / SHAPE.positions) % SHAPE.channels,
  }),
);
/** Group normalization by the condition on the indices. */
const byIndices = (together: (a: Place, b: Place) => boolean, rooted = sqrt) =>
  FLAT.map((x, i) => {
    const inside = FLAT.filter((_, k) => {
      const [a, b] = [places[k], places[i]];
      return a !== undefined && b !== undefined && together(a, b);
    });
    const centre = mean(inside);
    return (x - centre) / rooted(mean(inside.map((value) => (value - centre) ** 2)) + EPSILON);
  });
const group = (channel: number, groups: number) => Math.floor(channel / (SHAPE.channels / groups));
/** The same by cutting the row into pieces: of two groups there are two pieces an example. */
const byPieces = () =>
  range(4).flatMap((piece) => {
    const values = FLAT.slice(6 * piece, 6 * piece + 6);
    const [total, squares] = [sum(values), sum(values.map((value) => value ** 2))];
    const spread = sqrt((squares - total ** 2 / 6) / 6 + EPSILON);
    return values.map((value) => (value - total / 6) / spread);
  });

const CHANNELS = [3, -1, 2, 0.5, 1.5];
/** Local response normalization over three channels, with bounds that stop at the first and the last. */
const responses = ({ beta = 0.75, half = 1, before = 1 } = {}) =>
  CHANNELS.map((a, i) => {
    const [first, last] = [Math.max(0, i - before), Math.min(CHANNELS.length - 1, i + half)];
    const squares = range(last - first + 1).map((j) => (CHANNELS[first + j] ?? 0) ** 2);
    return a / (2 + 0.5 * sum(squares)) ** beta;
  });
function byBand(): readonly number[] {
  const band = new Matrix(CHANNELS.map((_, i) => CHANNELS.map((__, j) => (Math.abs(i - j) < 2 ? 1 : 0))));
  const strengths = band.mmul(vector(CHANNELS.map((a) => a ** 2))).to1DArray();
  return CHANNELS.map((a, i) => a * exp(-0.75 * Math.log(2 + (strengths[i] ?? 0) / 2)));
}

export const layers: readonly Check[] = [
  latexCheck('adaptive-instance-normalization', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [
      {
        given: {
          '\\operatorname{AdaIN}(\\mathbf{x}, \\mathbf{y})': matrix([
            [5.5, 8.5, 8.5, 8.5],
            [10, 10, 13, 16],
          ]),
          '\\mathbf{x}': matrix([
            [2, 4, 4, 4],
            [5, 5, 7, 9],
          ]),
          '\\mathbf{y}': matrix([[7, 13]]),
          '\\mu': (a: Matrix) => a.mean(),
          '\\sigma': (a: Matrix) => sqrt(mean(a.to1DArray().map((value) => value ** 2)) - a.mean() ** 2),
        },
      },
    ],
  }),
  latexCheck('filter-response-normalization', {
    states: 'a hand-worked case',
    cases: [
      { i: 1, z: 7 },
      { i: 4, z: -1.25 },
    ].map(({ i, z }) => ({
      given: {
        i,
        N: 4,
        // The mean square 13.75 and the constant make 16.
        x: [5, 1, 2, -5],
        '\\nu': sqrt(13.75),
        '\\epsilon': 2.25,
        '\\gamma': 6,
        '\\beta': -0.5,
        '\\tau': -1.25,
        'z_{i}': z,
      },
    })),
  }),
  functionCheck('group-normalization', {
    states: 'pieces of the row',
    formula: () =>
      byIndices((k, i) => k.example === i.example && group(k.channel, 2) === group(i.channel, 2)),
    against: byPieces,
    mutants: {
      'over all examples': () => byIndices((k, i) => group(k.channel, 2) === group(i.channel, 2)),
      'four groups': () =>
        byIndices((k, i) => k.example === i.example && group(k.channel, 4) === group(i.channel, 4)),
      'the remainder': () => byIndices((k, i) => k.example === i.example && k.channel % 2 === i.channel % 2),
      'without the root': () =>
        byIndices(
          (k, i) => k.example === i.example && group(k.channel, 2) === group(i.channel, 2),
          (x) => x,
        ),
    },
  }),
  latexCheck('instance-normalization', {
    states: 'a hand-worked case',
    cases: [
      { h: 1, w: 1, y: -1 },
      { h: 2, w: 4, y: 4 / 3 },
    ].map(({ y, ...place }) => ({
      given: {
        ...place,
        n: 2,
        c: 1,
        H: 2,
        W: 4,
        x: [[[[1]]], [[FEATURES.slice(0, 4), FEATURES.slice(4)], [[7, 8, 9]]]],
        '\\mu': [[3], [5, 1]],
        '\\sigma': [[4], [2, 3]],
        '\\epsilon': 5,
        'y_{n,c,h,w}': y,
      },
    })),
  }),
  latexCheck('layer-normalization', {
    states: 'a hand-worked case',
    broadcast: true,
    cases: [
      {
        given: {
          d: 8,
          ...entries('x', FEATURES),
          '\\mu': 5,
          '\\sigma': 2,
          '\\epsilon': 5,
          '\\boldsymbol{\\gamma}': vector([3, 6, 9, 3, 7, 4, 1.5, 6]),
          '\\boldsymbol{\\beta}': vector([1, 2, 3, 4, 5, 6, 7, 8]),
          '\\operatorname{LayerNorm}(\\mathbf{x})': vector([-2, 0, 0, 3, 5, 6, 8, 16]),
        },
      },
    ],
  }),
  latexCheck('layer-scale', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          l: 2,
          // Its parts (7, 1) have the mean 4 and the deviation 3.
          '\\mathbf{x}': [vector([0, 1]), vector([7, 1]), vector([-2, -1])],
          '\\boldsymbol{\\lambda}': [vector([9, 9]), vector([-3, 0.5])],
          F: [(x: Matrix) => x, (x: Matrix) => vector([3 * x.get(0, 0), 4 * x.get(1, 0)])],
          '\\operatorname{LayerNorm}': (x: Matrix) => vector(whitened(x.to1DArray())),
        },
      },
    ],
  }),
  functionCheck('local-response-normalization', {
    states: 'a matrix with a band of ones',
    formula: () => responses(),
    against: byBand,
    mutants: {
      'without the power': () => responses({ beta: 1 }),
      'a wider window': () => responses({ half: 2 }),
      'one side only': () => responses({ before: 0 }),
    },
  }),
  latexCheck('rms-normalization', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          d: 4,
          // The mean square 13.75 and the constant make 16.
          ...entries('x', [5, 1, 2, -5]),
          '\\epsilon': 2.25,
          '\\mathbf{g}': vector([4, 8, 6, 12]),
          '\\operatorname{RMSNorm}(\\mathbf{x})': vector([5, 2, 3, -15]),
        },
      },
    ],
  }),
];
