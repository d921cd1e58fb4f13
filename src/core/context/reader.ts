import type { Context, ContextReader, Language, Lines, Place } from './context';
import { latexAt, scanLatex } from './latex';
import { LATEX_START, sameLatexState } from './latex/state';
import { type LineStates, lineStates } from './linestates';
import { markdownAt, scanMarkdown } from './markdown';
import { MARKDOWN_START, sameMarkdownState } from './markdown/state';

/** A place that is in the document: one past an end is that end. */
function clamped({ line, column }: Place, lines: Lines): Place {
  return { line: Math.max(0, Math.min(line, lines.count - 1)), column: Math.max(0, column) };
}

function reader<State>(
  lines: Lines,
  states: LineStates<State>,
  at: (place: Place) => Context,
): ContextReader {
  return {
    at: (place) => at(clamped(place, lines)),
    edit: states.edit,
  };
}

/**
 * Tells the contexts of places in one document. The first question about a place reads all that stands before it; later
 * ones read only what has changed since.
 *
 * ```
 * const reader = contextReader('latex', lines);
 * reader.at({ line: 0, column: 3 }); // `a $‸x$` is inline
 * ```
 */
export function contextReader(language: Language, lines: Lines): ContextReader {
  switch (language) {
    case 'latex': {
      const states = lineStates({ initial: LATEX_START, scan: scanLatex, equal: sameLatexState }, lines);
      return reader(lines, states, ({ line, column }) =>
        latexAt(lines.line(line), states.entering(line), Math.min(column, lines.line(line).length)),
      );
    }
    case 'markdown': {
      const scanner = { initial: MARKDOWN_START, scan: scanMarkdown, equal: sameMarkdownState };
      const states = lineStates(scanner, lines);
      return reader(lines, states, (place) => markdownAt(lines, states.entering, place));
    }
  }
}
