import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { computed } from '../../given';
import { maximizer } from '../../golden-section';
import { expectation } from '../../operators';
import {
  at,
  chanceReal,
  divergenceOf,
  FAKE,
  generator,
  jensenShannon,
  PLACES,
  REAL,
  rowOf,
  scene,
  total,
} from './scene';

const { log } = Math;
const best = { ...scene, D: chanceReal };

/** The game with the best chances at each place, which are found one by one. */
const valueOfGame = total(
  PLACES.map((x) => {
    const gain = (chance: number) => at(REAL, x) * log(chance) + at(FAKE, x) * log(1 - chance);
    return gain(maximizer(gain, 1e-9, 1 - 1e-9));
  }),
);

/** The best critic at each place, for a divergence with a given conjugate. */
const bestCritic = (conjugate: (t: number) => number) =>
  total(
    PLACES.map((x) => {
      const gain = (t: number) => at(REAL, x) * t - at(FAKE, x) * conjugate(t);
      return gain(maximizer(gain, -5, 5));
    }),
  );

/** The game of pairs for a generator that is the identity, and noise distributed as the data. */
const pairGame = (encode: (x: number) => number) =>
  total(
    PLACES.flatMap((x) =>
      PLACES.map((z) => {
        const real = encode(x) === z ? at(REAL, x) : 0;
        const fake = x === z ? at(REAL, z) : 0;
        const gain = (chance: number) => real * log(chance) + fake * log(1 - chance);
        return gain(maximizer(gain, 1e-9, 1 - 1e-9));
      }),
    ),
  );

/** How often each of two codes makes each of three samples. */
const CODED = [
  [0.3, 0.05, 0.1],
  [0.15, 0.25, 0.15],
];
const sampled = PLACES.map((x) => total(CODED.map((row) => at(row, x))));
const codeEntropy = -(0.45 * log(0.45) + 0.55 * log(0.55));
const entropyOf = (p: readonly number[]) => -total(p.map((mass) => mass * log(mass)));
const codeInformation = codeEntropy + entropyOf(sampled) - entropyOf(CODED.flat());
const guessed = total(CODED.flatMap((row) => row.map((mass, x) => mass * log(mass / at(sampled, x)))));

export const games: readonly Check[] = [
  latexCheck('acgan-objective', {
    states: 'a hand-worked case of two images and two samples',
    cases: [
      {
        given: {
          'L_{S}': log(1 / 2) * 0.25 + log(1 / 8) * 0.75 + log(3 / 4) * 0.4 + log(1 / 4) * 0.6,
          'L_{C}': log(1 / 16) * 0.25 + log(1 / 3) * 0.75 + log(1 / 5) * 0.4 + log(2 / 5) * 0.6,
          '\\mathbf{x}': 0,
          '\\tilde{\\mathbf{x}}': 0,
          c: 0,
          '\\mathbb{E}_{\\mathbf{x}}': expectation('\\mathbf{x}', [0, 1], [0.25, 0.75]),
          '\\mathbb{E}_{\\tilde{\\mathbf{x}}}': expectation('\\tilde{\\mathbf{x}}', [0, 1], [0.4, 0.6]),
          '\\mathbb{E}_{\\mathbf{x}, c}': expectation(
            ['\\mathbf{x}', 'c'],
            [
              [0, 1],
              [1, 0],
            ],
            [0.25, 0.75],
          ),
          '\\mathbb{E}_{\\tilde{\\mathbf{x}}, c}': expectation(
            ['\\tilde{\\mathbf{x}}', 'c'],
            [
              [0, 0],
              [1, 1],
            ],
            [0.4, 0.6],
          ),
          'P(S = \\mathrm{real} \\mid \\mathbf{x})': computed((get) =>
            at([1 / 2, 1 / 8], get('\\mathbf{x}')),
          ),
          'P(S = \\mathrm{fake} \\mid \\tilde{\\mathbf{x}})': computed((get) =>
            at([3 / 4, 1 / 4], get('\\tilde{\\mathbf{x}}')),
          ),
          'P(C = c \\mid \\mathbf{x})': computed((get) =>
            at(
              rowOf(
                [
                  [15 / 16, 1 / 16],
                  [1 / 3, 2 / 3],
                ],
                get('\\mathbf{x}'),
              ),
              get('c'),
            ),
          ),
          'P(C = c \\mid \\tilde{\\mathbf{x}})': computed((get) =>
            at(
              rowOf(
                [
                  [1 / 5, 4 / 5],
                  [3 / 5, 2 / 5],
                ],
                get('\\tilde{\\mathbf{x}}'),
              ),
              get('c'),
            ),
          ),
        },
      },
    ],
  }),
  functionCheck('bigan-minimax', {
    states: 'encoders that invert the generator everywhere, in one place and nowhere',
    formula: () => [pairGame((x) => x), pairGame((x) => (x === 0 ? 0 : 3 - x)), pairGame((x) => (x + 1) % 3)],
    against: () => [-log(4), -log(4) * at(REAL, 0), 0],
    tolerance: 1e-6,
    mutants: { 'data without its code': () => [0, 1, 2].map(() => pairGame((x) => x)) },
  }),
  latexCheck('cgan-minimax', {
    states: 'the divergence of Jensen and Shannon, the same for two conditions',
    cases: [
      {
        given: {
          '\\min_{G} \\max_{D} V(D, G)': 2 * jensenShannon - log(4),
          // The second condition turns the places round, so that its data and samples are told apart as well.
          D: (x: number, y: number) => chanceReal(y === 1 ? 2 - x : x),
          G: (z: number, y: number) => (y === 1 ? 2 - generator(z) : generator(z)),
          '\\mathbb{E}_{\\mathbf{x}, \\mathbf{y} \\sim p_{\\mathrm{data}}(\\mathbf{x}, \\mathbf{y})}':
            expectation(
              ['\\mathbf{x}', '\\mathbf{y}'],
              PLACES.flatMap((x) => [
                [x, 0],
                [2 - x, 1],
              ]),
              REAL.flatMap((mass) => [0.6 * mass, 0.4 * mass]),
            ),
          '\\mathbb{E}_{\\mathbf{z} \\sim p_{\\mathbf{z}}(\\mathbf{z}),\\, \\mathbf{y} \\sim p_{\\mathrm{data}}(\\mathbf{y})}':
            expectation(
              ['\\mathbf{z}', '\\mathbf{y}'],
              [0, 1, 2].flatMap((z) => [
                [z, 0],
                [z, 1],
              ]),
              FAKE.flatMap((mass) => [0.6 * mass, 0.4 * mass]),
            ),
        },
      },
    ],
  }),
  unchecked('cyclegan-objective', 'objective'),
  functionCheck('fgan-objective', {
    states: 'the divergence of Kullback and Leibler, and a critic found place by place',
    formula: () => bestCritic((t) => Math.exp(t - 1)),
    against: () => divergenceOf(REAL, FAKE),
    mutants: { 'the conjugate of another function': () => bestCritic((t) => t + t ** 2 / 4) },
  }),
  latexCheck('gan-jensen-shannon', {
    states: 'the best chance at each place, by golden section, and entropies',
    cases: [
      {
        given: {
          '\\max_{D} V(D, G)': valueOfGame,
          'D_{\\mathrm{JS}}(p_{\\mathrm{data}} \\,\\|\\, p_{G})': jensenShannon,
        },
      },
    ],
  }),
  latexCheck('gan-minimax', {
    states: 'the divergence of Jensen and Shannon at the best discriminator',
    cases: [{ given: { ...best, '\\min_{G} \\max_{D} V(D, G)': 2 * jensenShannon - log(4) } }],
  }),
  latexCheck('gan-optimal-discriminator', {
    states: 'the best chance at each place, by golden section',
    cases: PLACES.map((x) => ({
      given: {
        '\\mathbf{x}': x,
        'D^{\\ast}(\\mathbf{x})': maximizer(
          (chance) => at(REAL, x) * log(chance) + at(FAKE, x) * log(1 - chance),
          1e-9,
          1 - 1e-9,
        ),
        'p_{\\mathrm{data}}': (place: number) => at(REAL, place),
        'p_{G}': (place: number) => at(FAKE, place),
      },
    })),
    tolerance: 1e-6,
  }),
  functionCheck('infogan-objective', {
    states: 'entropies of code and sample, at the best guess of the code',
    formula: () => 1.7 - 0.4 * (guessed + codeEntropy),
    against: () => 1.7 - 0.4 * codeInformation,
    mutants: {
      'without the entropy': () => 1.7 - 0.4 * guessed,
      'the term added': () => 1.7 + 0.4 * (guessed + codeEntropy),
    },
  }),
  unchecked('pix2pix-objective', 'objective'),
];
