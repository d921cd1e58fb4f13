import { type Check, latexCheck } from '../../check';
import { maximum, summation } from '../../operators';
import { block, pairs, upTo } from './scene';

/** The places where a kernel fits, tried one by one. */
function places(size: number, padding: number, rate: number, taps: number, stride: number): number {
  let count = 0;
  for (let start = -padding; start + rate * (taps - 1) <= size - 1 + padding; start += stride) count += 1;
  return count;
}

/** The length that stamping a kernel at every input place fills, and what the padding cuts off. */
function stamped(size: number, stride: number, rate: number, taps: number, padding: number, extra: number) {
  const covered = new Set<number>();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < taps; k++) covered.add(i * stride + k * rate);
  }
  return Math.max(...covered) + 1 - 2 * padding + extra;
}

interface Layer {
  readonly rate: number;
  readonly taps: number;
  readonly stride: number;
}

/** The inputs that one output sees, followed down through the layers. */
function seen(layers: readonly Layer[]): number {
  const reached = layers
    .toReversed()
    .reduce<readonly number[]>(
      (above, { rate, taps, stride }) =>
        above.flatMap((at) => upTo(taps).map((k) => at * stride + (k - 1) * rate)),
      [0],
    );
  return Math.max(...reached) - Math.min(...reached) + 1;
}

/** Weights and multiplications of a grouped convolution, counted one by one. */
function counted({
  C,
  D,
  G,
  K,
  n,
}: {
  C: number;
  D: number;
  G: number;
  K: readonly number[];
  n: readonly number[];
}) {
  let [weights, biases, multiplications] = [0, 0, 0];
  for (let d = 0; d < D; d++) {
    biases += 1;
    for (let c = 0; c < C; c++) {
      if (Math.floor((c * G) / C) !== Math.floor((d * G) / D)) continue;
      for (const _ of pairs(upTo(K[0] ?? 0), upTo(K[1] ?? 0))) {
        weights += 1;
        multiplications += pairs(upTo(n[0] ?? 0), upTo(n[1] ?? 0)).length;
      }
    }
  }
  return { parameters: weights + biases, operations: 2 * multiplications };
}
const layer = { C: 6, D: 9, G: 3, K: [3, 5], n: [4, 7] };

const maps = block(9, 9, 3);
/** Pixels from zero, as pooling counts them. */
const pixel = (i: number, j: number, c: number) => maps(i + 1, j + 1, c);
const WINDOW = pairs([0, 1, 2], [0, 1, 2]);
/** The window with its first pixel at row 4 and column 6. */
const pooled = [4, 5, 6].flatMap((i) => [6, 7, 8].map((j) => pixel(i, j, 2)));
const ascending = pooled.toSorted((a, b) => a - b);
const pooling = { x: pixel, K: 3, s: 2, i: 2, j: 3, c: 2 };

const stack: readonly Layer[] = [
  { rate: 2, taps: 3, stride: 2 },
  { rate: 1, taps: 4, stride: 3 },
  { rate: 3, taps: 5, stride: 2 },
];

export const sizes: readonly Check[] = [
  latexCheck('convolution-flops', {
    states: 'a count of all multiplications and additions',
    cases: [{ given: { ...layer, F: counted(layer).operations } }],
  }),
  latexCheck('convolution-output-size', {
    states: 'a count of the places where the kernel fits',
    cases: [
      { n: 11, p: 2, r: 3, k: 4, s: 2 },
      { n: 12, p: 1, r: 2, k: 3, s: 3 },
      { n: 13, p: 3, r: 1, k: 5, s: 4 },
    ].map(({ n, p, r, k, s }) => ({
      given: { 'n_{\\mathrm{in}}': n, 'n_{\\mathrm{out}}': places(n, p, r, k, s), p, r, k, s },
    })),
  }),
  latexCheck('convolution-parameter-count', {
    states: 'a count of all weights and biases',
    cases: [{ given: { ...layer, P: counted(layer).parameters } }],
  }),
  latexCheck('convolution-receptive-field', {
    states: 'the inputs followed down through the layers',
    cases: [
      {
        given: {
          R: seen(stack),
          L: 3,
          r: stack.map(({ rate }) => rate),
          k: stack.map(({ taps }) => taps),
          s: stack.map(({ stride }) => stride),
        },
      },
    ],
  }),
  latexCheck('convolution-receptive-field-doubling', {
    states: 'the inputs followed down through the layers',
    cases: [3, 5].map((L) => ({
      given: { R: seen(upTo(L).map((l) => ({ rate: 2 ** (l - 1), taps: 4, stride: 1 }))), k: 4, L },
    })),
  }),
  latexCheck('convolution-separable-cost', {
    states: 'both sides, with sizes that differ',
    cases: [{ given: { K: 3, C: 5, n: 7, D: 11 } }, { given: { K: 5, C: 4, n: 6, D: 3 } }],
  }),
  latexCheck('convolution-transposed-size', {
    states: 'the places that stamped kernels fill',
    cases: [
      { n: 4, s: 3, r: 2, k: 3, p: 1, a: 2 },
      { n: 5, s: 2, r: 3, k: 4, p: 3, a: 1 },
    ].map(({ n, ...others }) => ({
      given: {
        'n_{\\mathrm{in}}': n,
        'n_{\\mathrm{out}}': stamped(n, others.s, others.r, others.k, others.p, others.a),
        ...others,
      },
    })),
  }),
  latexCheck('efficientnet-compound-scaling', {
    states: 'the bases of the paper, and repeated growth',
    near: 0.05,
    cases: [
      {
        given: {
          '\\alpha': 1.2,
          '\\beta': 1.1,
          '\\gamma': 1.15,
          '\\phi': 3,
          d: 1.728,
          w: 1.331,
          r: 1.520875,
        },
      },
    ],
  }),
  latexCheck('pooling-average', {
    states: 'the window cut out of the map',
    cases: [
      {
        given: {
          ...pooling,
          '\\sum_{k_{1}=0}^{K-1}': summation('k_{1}', [0, 1, 2]),
          '\\sum_{k_{2}=0}^{K-1}': summation('k_{2}', [0, 1, 2]),
          'h[i, j, c]': pooled.reduce((sum, x) => sum + x, 0) / pooled.length,
        },
      },
    ],
  }),
  latexCheck('pooling-global-average', {
    states: 'the mean of all pixels, one row after another',
    cases: [
      {
        given: {
          'h[c]':
            upTo(9).reduce((sum, i) => sum + upTo(7).reduce((row, j) => row + maps(i, j, 3), 0) / 7, 0) / 9,
          x: maps,
          n: [9, 7],
          c: 3,
        },
      },
    ],
  }),
  latexCheck('pooling-max', {
    states: 'the last of the window in ascending order',
    cases: [
      {
        given: {
          ...pooling,
          'h[i, j, c]': ascending.at(-1) ?? Number.NaN,
          '\\max_{0 \\leq k_{1}, k_{2} < K}': maximum(['k_{1}', 'k_{2}'], WINDOW),
        },
      },
    ],
  }),
];
