import type { ContextReader, Language, Lines } from './context';
import { latexAt, scanLatex } from './latex';
import { LATEX_START, sameLatexState } from './latexstate';
import { lineStates } from './linestates';

function latexReader(lines: Lines): ContextReader {
  const states = lineStates({ initial: LATEX_START, scan: scanLatex, equal: sameLatexState }, lines);
  return {
    at: ({ line, column }) => latexAt(lines.line(line), states.entering(line), column),
    edit: states.edit,
  };
}

/** Keeps what it reads of a document; the first question about a place reads all that stands before it. */
export function contextReader(language: Language, lines: Lines): ContextReader {
  switch (language) {
    case 'latex':
      return latexReader(lines);
    case 'markdown':
      return latexReader(lines);
  }
}
