import { type Check, latexCheck, unchecked } from '../../check';
import { set } from '../../given';
import { maximizer } from '../../golden-section';
import { expectation, operator } from '../../operators';
import { bits, entropyIn, informationIn, joint, logarithm, marginal, pairMasses, pairs, sum } from './joint';

/** A Z-channel: a one is received as a zero with this probability. */
const flip = 0.3;
const channelInformation = (one: number) =>
  informationIn([
    [1 - one, 0],
    [one * flip, one * (1 - flip)],
  ]);

/** A chain X → Y → Z: the joint distribution of X and Y, and how Z comes from Y. */
const observed = [
  [0.3, 0.1, 0.05],
  [0.05, 0.2, 0.3],
];
const through = (kernel: readonly (readonly number[])[]) =>
  observed.map((row) => (kernel[0] ?? []).map((_, z) => sum(row.map((p, y) => p * (kernel[y]?.[z] ?? 0)))));
const noisy = [
  [0.8, 0.2],
  [0.5, 0.5],
  [0.1, 0.9],
];
const renamed = [
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
];

/** The entropy of the rows of a table, given its columns. */
const rowsGivenColumns = (table: readonly (readonly number[])[]) =>
  entropyIn(table.map(sum)) - informationIn(table);
/** The probability that the likeliest row of a column is wrong. */
const wrongGuess = (table: readonly (readonly number[])[]) =>
  1 - sum((table[0] ?? []).map((_, y) => Math.max(...table.map((row) => row[y] ?? 0))));
/** In each column the guess is wrong with the same probability, and all errors are equally likely. */
const evenErrors = [
  [0.4, 0.03, 0.02],
  [0.05, 0.24, 0.02],
  [0.05, 0.03, 0.16],
];
const unevenErrors = [
  [0.3, 0.1, 0.02],
  [0.05, 0.2, 0.03],
  [0.01, 0.09, 0.2],
];

export const bounds: readonly Check[] = [
  latexCheck('channel-capacity', {
    states: 'the closed form for a Z-channel',
    cases: [
      {
        given: {
          C: Math.log(1 + (1 - flip) * flip ** (flip / (1 - flip))),
          '\\max_{p(x)}': operator('X', (body) => Number(body(maximizer(channelInformation, 0, 1)))),
          '\\min_{p(x)}': operator('X', (body) => Number(body(0))),
          I: (one: number, channel: number) => (channel === -1 ? channelInformation(one) : Number.NaN),
          Y: -1,
        },
      },
    ],
  }),
  latexCheck('data-processing-inequality', {
    states: 'a noisy channel, and one that renames',
    cases: [noisy, renamed].map((kernel) => ({
      given: { 'I(X; Z)': informationIn(through(kernel)), 'I(X; Y)': informationIn(observed) },
    })),
  }),
  latexCheck('fano-inequality', {
    states: 'the best guess, with even errors and with others',
    cases: [evenErrors, unevenErrors].map((table) => ({
      given: {
        'H(X \\mid Y)': rowsGivenColumns(table),
        'P_{\\mathrm{e}}': wrongGuess(table),
        'H_{\\mathrm{b}}': (p: number) => entropyIn([p, 1 - p]),
        '\\mathcal{X}': set([1, 2, 3]),
      },
    })),
  }),
  unchecked('information-bottleneck', 'objective'),
  latexCheck('mutual-information-variational-bound', {
    states: 'Cover and Thomas, example 2.2.1, with the true decoder and with another',
    cases: [(x: number, y: number) => joint(x, y) / marginal(y), () => 0.25].map((decoder) => ({
      given: {
        'I(X; Y)': bits(3 / 8),
        'H(X)': bits(7 / 4),
        '\\mathbb{E}_{p(x, y)}': expectation(['x', 'y'], pairs, pairMasses),
        q: decoder,
        '\\log': logarithm,
      },
    })),
  }),
];
