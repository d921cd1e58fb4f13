import { occurrencesIn, significant, tokenize } from '../../../src/core/tex';
import type { EquationSource } from '../../../src/generated/schema';
import { base, identifiers, written } from '../identifiers';
import { eachEntry, type Rule } from '../rule';
import { changed, LINEAR, withLatex } from '../sample';

/** Index letters, constants and notation that a reader knows without being told. */
const BOUND: ReadonlySet<string> = new Set(
  'i j k e \\pi \\mathbb{E} \\mathbb{R} \\mathbb{N} \\mathbb{Z} \\mathbb{C}'.split(' '),
);

/** As {@link BOUND}, but only with its subscript. */
const NOTATION = ['D_{\\mathrm{KL}}'];

export const symbolsOccur: Rule = {
  name: 'symbols-occur',
  description: 'Every symbol stands in the equation, token for token.',
  check: eachEntry(({ latex, symbols }) => {
    const tokens = significant(tokenize(latex));
    return symbols
      .filter((symbol) => occurrencesIn(tokens, symbol.latex).length === 0)
      .map(
        (symbol) =>
          `the symbol ${symbol.latex} does not stand in the equation: write it as it does, or take it out.`,
      );
  }),
  bad: [withLatex('\\hat{\\mathbf{y}}_{t} = \\mathbf{W} \\mathbf{x} + \\mathbf{b}')],
};

export const symbolsOnce: Rule = {
  name: 'symbols-once',
  description: 'No symbol is explained twice.',
  check: eachEntry(({ symbols }) => {
    const names = symbols.map(({ latex }) => written(significant(tokenize(latex))));
    return names
      .filter((name, i) => names.indexOf(name) < i)
      .map((name) => `the symbol ${name} is listed twice: join both.`);
  }),
  bad: [changed({ symbols: [...LINEAR.symbols, { latex: '\\mathbf {b}', meaning: 'offset' }] })],
};

function unexplained({ latex, symbols }: EquationSource): readonly string[] {
  const known = [...symbols.flatMap((symbol) => [symbol.latex, base(symbol.latex)]), ...NOTATION];
  const tokens = significant(tokenize(latex));
  const explained = [...new Set(known)].flatMap((symbol) => occurrencesIn(tokens, symbol));
  return identifiers(latex)
    .filter(({ name }) => !BOUND.has(name))
    .filter(({ start, end }) => !explained.some((range) => range.start <= start && end <= range.end))
    .map(({ name }) => name);
}

/**
 * A symbol explains the letters that it covers, and whatever it is the base of: `\mathbf{h}_{t}` explains `\mathbf{h}`
 * in `\mathbf{h}_{t-1}`, but not the `t`. A letter explains itself under an accent: `y` explains `\hat{y}`, not the
 * other way round.
 */
export const lettersExplained: Rule = {
  name: 'letters-explained',
  description: 'Every letter of the equation is explained by a symbol, but for i, j, k, e and \\pi.',
  check: eachEntry((equation) =>
    [...new Set(unexplained(equation))].map(
      (name) => `${name} is not explained everywhere: add { latex: '${name}', meaning: … } to symbols.`,
    ),
  ),
  bad: [
    withLatex('\\hat{\\mathbf{y}}_{t} = \\alpha \\mathbf{W} \\mathbf{x}_{t} + \\mathbf{b}'),
    withLatex('\\hat{\\mathbf{y}}_{t} = \\mathbf{W} \\mathbf{x}_{t} + \\mathbf{b}_{s}'),
    withLatex('\\hat{\\mathbf{y}}_{t} = \\mathbf{W} \\mathbf{x}_{t} + \\mathbf{b} + \\mathbf{y}'),
  ],
};

export const rolesSaid: Rule = {
  name: 'roles-said',
  description: 'Every symbol says what part it plays.',
  check: eachEntry(({ symbols }) =>
    symbols
      .filter(({ role }) => role === undefined)
      .map(({ latex }) => `the symbol ${latex} has no role: add one of schema.json’s.`),
  ),
  bad: [changed({ symbols: [{ latex: '\\mathbf{b}', meaning: 'offset', shape: '\\mathbb{R}^{m}' }] })],
};

/** A bold letter, with an accent and scripts if it has them, is a vector, a matrix or a larger array. */
const BOLD =
  /^(?:\\(?:hat|tilde|bar|dot|vec|widehat|widetilde|overline)\{)?\\(?:mathbf|boldsymbol)\{[^{}]*\}\}?(?:'|[_^](?:\{.*\}|.))*$/;

export const shapesSaid: Rule = {
  name: 'shapes-said',
  description: 'Every array, which bold letters are, says its shape.',
  check: eachEntry(({ symbols }) =>
    symbols
      .filter(({ latex, shape }) => shape === undefined && BOLD.test(latex))
      .map(
        ({ latex }) =>
          `the array ${latex} has no shape: add the set that it is from, such as \\mathbb{R}^{n \\times d} or \\mathcal{X}.`,
      ),
  ),
  bad: [changed({ symbols: [{ latex: '\\mathbf{b}', meaning: 'offset', role: 'bias' }] })],
};
