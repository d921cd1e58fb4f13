import { type Check, latexCheck, unchecked } from '../../check';
import { matrix, row } from '../../given';

/** Four patches of two pixels by two with one channel, and where each lies in the image. */
const IMAGE = [
  [1, 2, -1, 0],
  [0.5, 3, 4, 1],
  [2, -2, 0.3, 0.7],
  [1.5, 0, -0.6, 5],
];
const EMBEDDING = [
  [0.5, -1, 2],
  [1.1, 0.4, -0.3],
  [-0.8, 0.6, 0.9],
  [0.2, 1.3, -1.5],
];
const CLASS = [0.1, 0.2, -0.4];
const PLACES = [0, 1, 2, 3, 4].map((i) => [0.3 * i, 1 - i, 0.1 * i * i]);
const CORNERS = [
  [0, 0],
  [0, 2],
  [2, 0],
  [2, 2],
];

const pixels = ([top = 0, left = 0]: readonly number[]) =>
  [0, 1, 2, 3].map((n) => IMAGE[top + (n >> 1)]?.[left + (n & 1)] ?? 0);

/** A channel of a convolution with a kernel of two by two, at a corner. */
function convolved([top = 0, left = 0]: readonly number[], channel: number): number {
  let total = 0;
  for (const down of [0, 1])
    for (const across of [0, 1])
      total += (IMAGE[top + down]?.[left + across] ?? 0) * (EMBEDDING[2 * down + across]?.[channel] ?? 0);
  return total;
}

const tokens = [CLASS, ...CORNERS.map((corner) => [0, 1, 2].map((channel) => convolved(corner, channel)))];
const EMBEDDED = [1, 2].map((patch) => tokens[patch + 1] ?? []);

export const blocks: readonly Check[] = [
  unchecked('post-norm-block', 'architecture'),
  unchecked('pre-norm-block', 'architecture'),
  unchecked('transformer-decoder-block', 'architecture'),
  unchecked('transformer-encoder-block', 'architecture'),
  latexCheck('transformer-ffn', {
    states: 'a hand-worked case',
    cases: [
      {
        given: {
          '\\operatorname{FFN}(\\mathbf{x})': row([2 * 3 + 0.5, 3 * 3 - 5 * 4.5 - 1]),
          '\\mathbf{x}': row([2, -1]),
          '\\mathbf{W}_{1}': matrix([
            [1, -3, 2],
            [0, 2, 0.5],
          ]),
          '\\mathbf{b}_{1}': row([1, 4, 1]),
          '\\mathbf{W}_{2}': matrix([
            [2, 3],
            [7, 9],
            [0, -5],
          ]),
          '\\mathbf{b}_{2}': row([0.5, -1]),
        },
      },
    ],
  }),
  unchecked('vit-class-token', 'architecture'),
  latexCheck('vit-patch-embedding', {
    states: 'a convolution whose stride is the size of its kernel',
    cases: [
      {
        given: {
          '\\mathbf{Z}_{0}': matrix(
            tokens.map((token, i) => token.map((entry, j) => entry + (PLACES[i]?.[j] ?? 0))),
          ),
          '\\mathbf{x}_{\\mathrm{class}}': row(CLASS),
          '\\mathbf{x}': CORNERS.map((corner) => row(pixels(corner))),
          '\\mathbf{E}': matrix(EMBEDDING),
          '\\mathbf{E}_{\\mathrm{pos}}': matrix(PLACES),
          // The rows that the dots leave out: of four, the second and third.
          '\\vdots': matrix(EMBEDDED),
          N: 4,
          H: 4,
          W: 4,
          P: 2,
        },
      },
    ],
  }),
];
