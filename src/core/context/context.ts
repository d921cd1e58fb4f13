/** Where a position stands, as the language's own reader would see it. */
export type Mode =
  | 'text'
  | 'inline'
  | 'display'
  | 'comment'
  | 'verbatim'
  | 'textInMath'
  | 'code'
  | 'frontmatter'
  | 'html';

/** What insertion and completion must know of a position. */
export interface Context {
  readonly mode: Mode;
  /** The name of the innermost math environment, with its star: `align*`; null outside any. */
  readonly env: string | null;
  /** Text in which no display may stand: a command's argument, a cell of a table, a heading. */
  readonly restricted: boolean;
  /** Before `\begin{document}` of a document that has a `\documentclass`. */
  readonly preamble: boolean;
  /**
   * What a further line must begin with to stay where this one is, less the line's own leading white space:
   * `> ` in a quote, two spaces in a list item.
   */
  readonly continuation: string;
}

/** A document as lines without their line ends. */
export interface Lines {
  readonly count: number;
  /** The text of a line, counted from 0. */
  line(index: number): string;
}

/** The two languages that a position can be read in. */
export type Language = 'latex' | 'markdown';

/** A place in a document, counted from 0; `column` in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Tells the context of places in one document, and keeps what it has read of it from one question to the next. */
export interface ContextReader {
  /** The context at a place; a place past a line's end counts as its end. */
  at(place: Place): Context;
  /** Says that `removed` lines from `start` on were replaced by `inserted` others; nothing is read before the next question. */
  edit(start: number, removed: number, inserted: number): void;
}
