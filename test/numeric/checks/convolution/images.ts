import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { summation } from '../../operators';
import { block, HEIGHT, kernel, pairs, scattered, upTo, WIDTH } from './scene';

const picture = block(HEIGHT, WIDTH);
const taps = kernel(1);
const channels = block(HEIGHT, WIDTH, 4);
const mixing = kernel(1, 4, 6);
const own = kernel(1, 4);
const grouped = kernel(1, 2, 6);
const points = block(4, 6);
const BIAS = 0.37;
const biases = (d: number) => 0.1 * d ** 2;

/** A pixel inside, and one at the corner, where the padding counts. */
const PLACES = [
  [3, 3],
  [1, 6],
] as const;

const channelSum = (of: (c: number) => number, list = upTo(4)) => list.reduce((sum, c) => sum + of(c), 0);

/** One channel of the image. */
const channel = (c: number) => (i: number, j: number) => channels(i, j, c);

const depthwise = (c: number, place: readonly [number, number]) =>
  scattered(channel(c), (k, l) => own(k, l, c), place);

/** Weights for each pair of pixels, and a bias for each. */
const dense = block(HEIGHT, WIDTH, HEIGHT, WIDTH);
const pixelBiases = block(HEIGHT, WIDTH);
const OFFSETS = pairs(
  upTo(2 * HEIGHT - 1).map((k) => k - HEIGHT),
  upTo(2 * WIDTH - 1).map((k) => k - WIDTH),
);
const everyOffset = { '\\sum_{k_{1}, k_{2}}': summation(['k_{1}', 'k_{2}'], OFFSETS) };
const large = kernel(5);

/** The sums over the offsets of a kernel of three by three. */
const reach = {
  '\\sum_{k_{1}=-\\Delta}^{\\Delta}': summation('k_{1}', [-1, 0, 1]),
  '\\sum_{k_{2}=-\\Delta}^{\\Delta}': summation('k_{2}', [-1, 0, 1]),
};

/** An image that is bilinear in place, so that the interpolation is exact. */
const bilinear = (row: number, column: number) => 0.4 + 1.1 * row - 0.7 * column + 0.9 * row * column;

/** The nine taps of a kernel, shifted by offsets that are whole or lie between pixels. */
const GRID = pairs([-1, 0, 1], [-1, 0, 1]);
const tapWeights = block(9);
const shifts = block(9, 2);
const deformed = (sign: 1 | -1, centre: number, count: number) =>
  GRID.slice(0, count).reduce((sum, [down = 0, right = 0], n) => {
    const [row, column] = [centre + down + sign * shifts(n + 1, 1), 3 + right + sign * shifts(n + 1, 2)];
    return sum + tapWeights(n + 1) * bilinear(row, column);
  }, 0);

/** The same sum by its moments, as the image is bilinear. */
const moment = (of: (row: number, column: number) => number) =>
  GRID.reduce(
    (sum, [down = 0, right = 0], n) =>
      sum + tapWeights(n + 1) * of(down + shifts(n + 1, 1) + 4, right + shifts(n + 1, 2) + 3),
    0,
  );

export const images: readonly Check[] = [
  latexCheck('bilinear-interpolation', {
    states: 'a surface that is bilinear in place, or flat along an axis',
    cases: [bilinear, (row: number, column: number) => 3 * row + 0.5 * column].map((f) => ({
      given: { f, i: 5, j: 2, a: 0.3, b: 0.8 },
    })),
  }),
  latexCheck('convolution-channels', {
    states: 'every input pixel sent to the outputs in its reach',
    cases: PLACES.map(([i, j]) => ({
      given: {
        'h[i, j, d]':
          biases(5) + channelSum((c) => scattered(channel(c), (k, l) => mixing(k, l, c, 5), [i, j])),
        u: biases,
        W: mixing,
        x: channels,
        ...reach,
        C: 4,
        d: 5,
        i,
        j,
      },
    })),
  }),
  functionCheck('convolution-deformable', {
    states: 'moments of the shifted taps, on a bilinear image',
    formula: () => deformed(1, 4, 9),
    against: () =>
      0.4 * moment(() => 1) +
      1.1 * moment((row) => row) -
      0.7 * moment((_, column) => column) +
      0.9 * moment((row, column) => row * column),
    mutants: {
      'the offsets subtracted': () => deformed(-1, 4, 9),
      'a tap left out': () => deformed(1, 4, 8),
      'another place': () => deformed(1, 3, 9),
    },
  }),
  latexCheck('convolution-depthwise', {
    states: 'every input pixel sent to the outputs in its reach',
    cases: PLACES.map(([i, j]) => ({
      given: { 'h[i, j, c]': depthwise(3, [i, j]), W: own, x: channels, ...reach, c: 3, i, j },
    })),
  }),
  latexCheck('convolution-depthwise-separable', {
    states: 'a full convolution whose kernel is a product',
    cases: PLACES.map(([i, j]) => ({
      given: {
        'h[i, j, d]': channelSum((c) => scattered(channel(c), (k, l) => points(c, 5) * own(k, l, c), [i, j])),
        P: points,
        W: own,
        x: channels,
        ...reach,
        C: 4,
        d: 5,
        i,
        j,
      },
    })),
  }),
  latexCheck('convolution-dilated', {
    states: 'every input pixel sent to the outputs in its reach',
    cases: PLACES.map(([i, j]) => ({
      given: {
        'h[i, j]': BIAS + scattered(picture, taps, [i, j], 2),
        u: BIAS,
        W: taps,
        x: picture,
        ...reach,
        r: 2,
        i,
        j,
      },
    })),
  }),
  latexCheck('convolution-fully-connected', {
    states: 'the sum over all pixels of the input',
    cases: PLACES.map(([i, j]) => ({
      given: {
        ...everyOffset,
        'h[i, j]':
          pixelBiases(i, j) +
          pairs(upTo(HEIGHT), upTo(WIDTH)).reduce(
            (sum, [row = 0, column = 0]) => sum + dense(i, j, row, column) * picture(row, column),
            0,
          ),
        u: pixelBiases,
        W: (row: number, column: number, k: number, l: number) => dense(row, column, row + k, column + l),
        x: picture,
        i,
        j,
      },
    })),
  }),
  latexCheck('convolution-grouped', {
    states: 'a full convolution whose kernel is zero between the groups',
    cases: [2, 5].map((d) => ({
      given: {
        'h[i, j, d]':
          biases(d) +
          channelSum((c) =>
            scattered(
              channel(c),
              (k, l) => (c <= 2 === d <= 3 ? grouped(k, l, ((c - 1) % 2) + 1, d) : 0),
              [3, 2],
            ),
          ),
        '\\left\\lceil \\frac{d\\, G}{D} \\right\\rceil': d <= 3 ? 1 : 2,
        g: d <= 3 ? 1 : 2,
        u: biases,
        // One beyond the group, so that a sum that runs too far shows.
        W: (k: number, l: number, c: number, e: number) => (c > 2 ? 1 : grouped(k, l, c, e)),
        x: channels,
        ...reach,
        C: 4,
        G: 2,
        D: 6,
        d,
        i: 3,
        j: 2,
      },
    })),
  }),
  latexCheck('convolution-local', {
    states: 'every input pixel sent to the outputs in its reach',
    cases: PLACES.map(([i, j]) => ({
      given: {
        'h[i, j]': BIAS + scattered(picture, taps, [i, j]),
        u: BIAS,
        W: taps,
        x: picture,
        ...reach,
        i,
        j,
      },
    })),
  }),
  latexCheck('convolution-pointwise', {
    states: 'a convolution whose kernel is zero off its centre',
    cases: [
      {
        given: {
          'h[i, j, d]':
            biases(5) +
            channelSum((c) =>
              scattered(channel(c), (k, l) => (k === 0 && l === 0 ? points(c, 5) : 0), [3, 2]),
            ),
          u: biases,
          W: points,
          x: channels,
          C: 4,
          d: 5,
          i: 3,
          j: 2,
        },
      },
    ],
  }),
  latexCheck('convolution-translation-invariant', {
    states: 'every input pixel sent to the outputs in its reach',
    cases: PLACES.map(([i, j]) => ({
      given: {
        ...everyOffset,
        'h[i, j]': BIAS + scattered(picture, large, [i, j]),
        u: BIAS,
        W: large,
        x: picture,
        i,
        j,
      },
    })),
  }),
  unchecked('dense-block', 'architecture'),
  unchecked('residual-block', 'architecture'),
];
