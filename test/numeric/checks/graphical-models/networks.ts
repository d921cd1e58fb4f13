import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { matrix, set } from '../../given';
import { operator, summation } from '../../operators';
import { settledOn } from '../../stationary';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);

/** Strengths of the edges of a graph, on which a walker goes in proportion to them. */
const edges = [
  [0, 2, 1, 3],
  [2, 0, 5, 1],
  [1, 5, 0.5, 0],
  [3, 1, 0, 2],
];
const walk = edges.map((row) => row.map((strength) => strength / total(row)));

/** A chain that prefers one way round, and so is not reversible. */
const round = [
  [0.1, 0.7, 0.2],
  [0.3, 0.1, 0.6],
  [0.5, 0.3, 0.2],
];

/** Two cliques, of the first two and the last two of three variables, whose factors are a chain's but for a size. */
const first = [0.6, 0.4];
const second = [
  [0.3, 0.7],
  [0.8, 0.2],
];
const third = [
  [0.9, 0.1],
  [0.35, 0.65],
];
const at = (table: readonly (readonly number[])[], row: number, column: number) =>
  table[row]?.[column] ?? Number.NaN;
const bits = [0, 1];
const triples = bits.flatMap((a) => bits.flatMap((b) => bits.map((c) => ({ a, b, c }))));
const cliques = ({ a, b, c }: (typeof triples)[number]) => [
  [a, b],
  [b, c],
];

/**
 * A tree with the variables a, b, c, d of three values each: one factor of a, b and c, one of c and d, and one each of
 * a, b, c and d alone.
 */
const values = [0, 1, 2];
const three = (a: number, b: number, c: number) => 1 + 0.7 * a * b + 0.3 * Math.abs(b - c) + 0.2 * c * a;
const two = (c: number, d: number) => 0.5 + ((2 * c + d) % 3);
const onA = (a: number) => 1 + a;
const onB = (b: number) => 2 - 0.6 * b;
const onC = (c: number) => 1.5 + 0.4 * c * c;
const onD = (d: number) => 0.3 + d;

type Setting = Readonly<Record<'a' | 'b' | 'c' | 'd', number>>;
type Message = readonly number[];

const settings: readonly Setting[] = values.flatMap((a) =>
  values.flatMap((b) => values.flatMap((c) => values.map((d) => ({ a, b, c, d })))),
);

/** A weight summed over all settings, for each value of one variable. */
const summed = (keep: keyof Setting, weight: (setting: Setting) => number): Message =>
  values.map((x) => total(settings.filter((setting) => setting[keep] === x).map(weight)));

/** Messages by the recursion, along the tree from d over c to a. */
const fromTwo = values.map((c) => total(values.map((d) => two(c, d) * onD(d))));
const throughC = values.map((c) => onC(c) * (fromTwo[c] ?? 0));
const toA = (ofB: Message, ofC: Message, factor = three): Message =>
  values.map((a) =>
    total(values.flatMap((b) => values.map((c) => factor(a, b, c) * (ofB[b] ?? 0) * (ofC[c] ?? 0)))),
  );
const fromThree = values.map((c) =>
  total(values.flatMap((b) => values.map((a) => three(a, b, c) * onA(a) * onB(b)))),
);

export const networks: readonly Check[] = [
  latexCheck('factor-graph-belief', {
    states: 'the marginal over all settings of a tree',
    cases: values.map((x) => {
      const all = summed(
        'c',
        ({ a, b, c, d }) => three(a, b, c) * two(c, d) * onA(a) * onB(b) * onC(c) * onD(d),
      );
      const messages = [fromThree, values.map(onC), fromTwo].map((list) => (at: number) => list[at] ?? 0);
      return {
        given: {
          'p(x)': (all[x] ?? 0) / total(all),
          x,
          '\\mu_{f \\to x}': () => Number.NaN,
          '\\prod_{f \\in \\mathcal{N}(x)}': operator('\\mu_{f \\to x}', (body) =>
            product(messages.map((each) => Number(body(each)))),
          ),
          "\\sum_{x'}": summation("x'", values),
        },
      };
    }),
  }),
  functionCheck('factor-graph-message-factor', {
    states: 'the subtree behind the message, over all settings',
    formula: () => toA(values.map(onB), throughC),
    against: () => summed('a', ({ a, b, c, d }) => three(a, b, c) * two(c, d) * onB(b) * onC(c) * onD(d)),
    mutants: {
      'without the factor': () => toA(values.map(onB), throughC, () => 1),
      'with the message of the variable itself': () =>
        toA(values.map(onB), throughC).map((value, a) => value * onA(a)),
      'without one of the messages': () => toA([1, 1, 1], throughC),
    },
  }),
  functionCheck('factor-graph-message-variable', {
    states: 'the subtree behind the message, over all settings',
    formula: () => values.map((c) => (fromThree[c] ?? 0) * onC(c)),
    // What lies beyond the factor that gets the message is met at one value only.
    against: () => summed('c', ({ a, b, c, d }) => (d === 0 ? three(a, b, c) * onA(a) * onB(b) * onC(c) : 0)),
    mutants: {
      'with the message of the factor itself': () =>
        values.map((c) => (fromThree[c] ?? 0) * onC(c) * (fromTwo[c] ?? 0)),
      'without one of the messages': () => fromThree,
    },
  }),
  latexCheck('markov-chain-detailed-balance', {
    states: 'where a walk on a graph settles',
    cases: [
      [1, 2],
      [2, 3],
      [3, 3],
      [4, 1],
    ].map(([i = 0, j = 0]) => ({
      given: { '\\pi': settledOn(new Matrix(walk)), P: matrix(walk), i, j },
    })),
  }),
  latexCheck('markov-chain-stationarity', {
    states: 'where a chain settles',
    cases: [1, 2, 3].map((j) => ({ given: { '\\pi': settledOn(new Matrix(round)), P: matrix(round), j } })),
  }),
  latexCheck('markov-random-field', {
    states: 'a chain of conditional probabilities',
    cases: triples.map(({ a, b, c }) => ({
      given: {
        'p(\\mathbf{x})': (first[a] ?? 0) * at(second, a, b) * at(third, b, c),
        Z: 2.5 * 1.4,
        '\\mathcal{C}': set([1, 2]),
        '\\psi': [
          ([x = 0, y = 0]: readonly number[]) => 2.5 * (first[x] ?? 0) * at(second, x, y),
          ([x = 0, y = 0]: readonly number[]) => 1.4 * at(third, x, y),
        ],
        '\\mathbf{x}': cliques({ a, b, c }),
        '\\sum_{\\mathbf{x}}': summation('\\mathbf{x}', triples.map(cliques)),
      },
    })),
  }),
];
