import { type Check, functionCheck, latexCheck } from '../check';
import { computed, elementwise, matrix, vector } from '../given';
import { random } from '../random';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;

/** A network whose sigmoids are chances that are known: `ln 3` is three to one. */
const LAYERS = {
  '\\mathbf{x}': vector([1, -2]),
  '\\mathbf{W}': matrix([
    [2, 1],
    [0, -1],
    [-1, 1],
  ]),
  '\\mathbf{b}': vector([1, -1, 2]),
  g: elementwise((x) => Math.max(0, x)),
  '\\sigma': elementwise((x) => 1 / (1 + Math.exp(-x))),
  '\\mathbf{V}': matrix([
    [Math.log(3), Math.log(2), 5],
    [Math.log(5), -Math.log(4), -7],
  ]),
  '\\mathbf{c}': vector([-Math.log(2), Math.log(3)]),
};
const HIDDEN = vector([1, 1, 0]);
/** Odds of 3 · 2 / 2 and of 5 · 3 / 4 to one. */
const RECONSTRUCTED = vector([3 / 4, 15 / 19]);

/** Chances of all sequences of three bits; conditionals are counted among them. */
const BITS = [0, 1];
const SEQUENCES = BITS.flatMap((a) => BITS.flatMap((b) => BITS.map((c): readonly number[] => [a, b, c])));
const CHANCES = [0.05, 0.2, 0.1, 0.15, 0.22, 0.08, 0.03, 0.17];
const chanceOf = (start: readonly number[]) =>
  total(CHANCES.filter((_, k) => start.every((bit, t) => SEQUENCES[k]?.[t] === bit)));
const conditional = (bit: number, before: readonly number[]) => chanceOf([...before, bit]) / chanceOf(before);

function sequence(k: number) {
  const bits = SEQUENCES[k] ?? [];
  return {
    T: 3,
    t: 1,
    'p_{\\theta}(\\mathbf{x})': at(CHANCES, k),
    'p_{\\theta}(x_{t} \\mid \\mathbf{x}_{<t})': computed((get) =>
      conditional(at(bits, get('t') - 1), bits.slice(0, get('t') - 1)),
    ),
  };
}

/** Shares of sequences among many draws, one element after another. */
function drawn(elementAfter: (before: readonly number[]) => number): readonly number[] {
  const draws = 4_000;
  const counts = SEQUENCES.map(() => 0);
  for (let i = 0; i < draws; i++) {
    const bits: number[] = [];
    while (bits.length < 3) bits.push(elementAfter(bits));
    const k = 4 * at(bits, 0) + 2 * at(bits, 1) + at(bits, 2);
    counts[k] = at(counts, k) + 1 / draws;
  }
  return counts;
}
function ancestral(seed: number, known: (before: readonly number[]) => readonly number[]) {
  const source = random(seed);
  return () => drawn((before) => source.categorical(BITS.map((bit) => conditional(bit, known(before)))));
}

/** Balls of four colours in three urns, an urn a row: the class is the urn. */
const URNS = [
  [12, 3, 5, 0],
  [2, 9, 3, 16],
  [16, 2, 30, 12],
];
const BALLS = total(URNS.flat());
const ofColour = (colour: number) => total(URNS.map((urn) => at(urn, colour)));
const balls = (k: number, colour: number) => at(URNS[k - 1] ?? [], colour);
const urn = (k: number) => total(URNS[k - 1] ?? []);
const likelihood = (colour: number, k: number) => balls(k, colour) / urn(k);

/** The guess that is right most often, counted over all balls of a colour. */
const bestGuess = (colour: number) =>
  [1, 2, 3].reduce((best, k) => (balls(k, colour) > balls(best, colour) ? k : best));

const colours = (colour: number) => ({
  '\\mathbf{x}': colour,
  '\\mathcal{C}': [1, 2, 3],
  k: 1,
  p: (first: number, second?: number) =>
    second === undefined ? urn(first) / BALLS : likelihood(first, second),
});

export const generative: readonly Check[] = [
  latexCheck('autoencoder', {
    states: 'a hand-worked network of two units, three and two',
    cases: [{ given: { ...LAYERS, '\\hat{\\mathbf{x}}': RECONSTRUCTED } }],
  }),
  latexCheck('autoencoder-cross-entropy', {
    states: 'the probability of three coins',
    cases: [
      {
        given: {
          '\\ell(\\mathbf{x})': -Math.log(0.8 * (1 - 0.3) * 0.9),
          D: 3,
          x: [1, 0, 1],
          '\\hat{x}': [0.8, 0.3, 0.9],
        },
      },
    ],
  }),
  latexCheck('autoencoder-decoder', {
    states: 'odds worked by hand',
    cases: [{ given: { ...LAYERS, '\\mathbf{h}': HIDDEN, '\\hat{\\mathbf{x}}': RECONSTRUCTED } }],
  }),
  latexCheck('autoencoder-encoder', {
    states: 'a hand-worked layer',
    cases: [{ given: { ...LAYERS, '\\mathbf{h}': HIDDEN } }],
  }),
  latexCheck('autoencoder-loss', {
    states: 'distances of points from a line that they are projected on',
    cases: [
      {
        given: {
          // The line through the origin and (3, 4); the points lie 5, 2 and 1 off it.
          '\\mathcal{L}(\\theta, \\phi)': (25 + 4 + 1) / 3,
          N: 3,
          '\\mathbf{x}': [vector([3 - 4, 4 + 3]), vector([6 + 1.6, 8 - 1.2]), vector([-0.8, 0.6])],
          'g_{\\phi}': (x: { get(row: number, column: number): number }) =>
            0.6 * x.get(0, 0) + 0.8 * x.get(1, 0),
          'f_{\\theta}': (code: number) => vector([0.6 * code, 0.8 * code]),
        },
      },
    ],
  }),
  latexCheck('autoregressive-chain-rule', {
    states: 'conditionals counted among all sequences of three bits',
    cases: [1, 4].map((k) => ({ given: sequence(k) })),
  }),
  latexCheck('autoregressive-model', {
    states: 'conditionals counted among all sequences of three bits',
    cases: [1, 4].map((k) => ({ given: sequence(k) })),
  }),
  functionCheck('autoregressive-sampling', {
    states: 'shares of three bits among 4000 seeded draws',
    formula: ancestral(11, (before) => before),
    against: () => CHANCES,
    tolerance: 0.022,
    mutants: {
      'given the first element only': ancestral(11, (before) => before.slice(0, 1).concat(before.slice(2))),
    },
  }),
  latexCheck('class-posterior', {
    states: 'balls of a colour, counted in three urns',
    cases: [0, 1, 2].map((colour) => ({
      given: {
        ...colours(colour),
        k: 2,
        'p(\\mathcal{C}_{k} \\mid \\mathbf{x})': balls(2, colour) / ofColour(colour),
      },
    })),
  }),
  latexCheck('discriminative-model', {
    states: 'the guess that is right for most balls of a colour',
    cases: [0, 1, 2, 3].map((colour) => ({
      given: {
        '\\hat{k}': bestGuess(colour),
        '\\mathbf{x}': colour,
        '\\mathcal{C}': [1, 2, 3],
        'p_{\\theta}': (k: number, x: number) => (likelihood(x, k) * urn(k)) / ofColour(x),
      },
    })),
  }),
  latexCheck('generative-classifier', {
    states: 'the guess that is right for most balls of a colour',
    cases: [0, 1, 2, 3].map((colour) => ({ given: { ...colours(colour), '\\hat{k}': bestGuess(colour) } })),
  }),
  latexCheck('latent-variable-model', {
    states: 'balls of a colour, counted in three urns',
    cases: [1, 2].map((z) => ({
      given: {
        'p(\\mathbf{x}, \\mathbf{z} \\mid \\theta)': balls(z, 1) / BALLS,
        'p(\\mathbf{x} \\mid \\mathbf{z}, \\theta)': likelihood(1, z),
        'p(\\mathbf{z})': urn(z) / BALLS,
      },
    })),
  }),
  latexCheck('latent-variable-posterior', {
    states: 'balls of a colour, counted in three urns',
    cases: [1, 2].map((z) => ({
      given: {
        'p(\\mathbf{z} \\mid \\mathbf{x})': balls(z, 1) / ofColour(1),
        'p(\\mathbf{x}, \\mathbf{z})': likelihood(1, z) * (urn(z) / BALLS),
        'p(\\mathbf{x})': ofColour(1) / BALLS,
      },
    })),
  }),
];
