import type { Equation } from './equation';
import { significant, tokenize } from './tex';

/** What is left of LaTeX when its layout is taken away, and the equation that it is. */
interface Print {
  readonly text: string;
  readonly equation: Equation;
}

/** The catalogue's equations without their layout, longest first, so that the whole is found before its part. */
export type Prints = readonly Print[];

const LAYOUT = /^(?:&|\\\\|\\(?:begin|end)|\\[,;:! ])$/;

/** The tokens that make a difference to what is meant, and where each ends in the joined text. */
function printOf(latex: string): { text: string; ends: readonly number[]; starts: readonly number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const token of significant(
    tokenize(latex.replace(/\\(?:begin|end)\{aligned\}/g, (found) => ' '.repeat(found.length))),
  )) {
    if (LAYOUT.test(token.text)) continue;
    // Joined at the end: V8 keeps what grows bit by bit in pieces, ten times as large.
    texts.push(`${token.text} `);
    length += token.text.length + 1;
    starts.push(token.start);
    ends.push(length);
  }
  return { text: texts.join(''), ends, starts };
}

/** Prepares equations for {@link equationAt}. */
export function printsOf(equations: readonly Equation[]): Prints {
  return equations
    .map((equation) => ({ text: printOf(equation.latex).text, equation }))
    .sort((a, b) => b.text.length - a.text.length);
}

/**
 * The catalogue's equation that the offset stands in, if the text holds it there in the catalogue's letters, whatever
 * its spacing and line breaks; a row of `align` counts like `aligned`.
 */
export function equationAt(prints: Prints, text: string, offset: number): Equation | undefined {
  const print = printOf(text);
  const token = print.starts.findLastIndex((start) => start <= offset);
  const at = print.ends[token - 1] ?? 0;
  for (const { text: wanted, equation } of prints) {
    let found = print.text.indexOf(wanted, Math.max(0, at - wanted.length));
    while (found >= 0 && found <= at) {
      const begins = found === 0 || print.text[found - 1] === ' ';
      if (begins && at < found + wanted.length) return equation;
      found = print.text.indexOf(wanted, found + 1);
    }
  }
  return undefined;
}
