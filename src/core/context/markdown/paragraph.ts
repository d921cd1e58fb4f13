import type { Lines } from '../context';
import { readMarkdownLine } from './blocks';
import type { MarkdownLine, MarkdownState } from './state';

/**
 * How far around a place a paragraph is read, back and ahead each. A formula that is longer, or that stands in a longer
 * paragraph's middle, is read from there as if it were the beginning: a bound on the cost of a question.
 */
const MOST_LINES = 400;
const MOST_CHARACTERS = 0x10000;

/** The text of a paragraph, and where a place in it stands. */
export interface Paragraph {
  readonly text: string;
  readonly offset: number;
  /** What ended it, if it was read to its end: the line below may make a heading or a table of it. */
  readonly below: MarkdownLine | null;
}

/** A line of a document, read in the state it is entered in. */
export type LineReader = (line: number) => MarkdownLine;

/** Reads lines in the states they are entered in. */
export function lineReader(lines: Lines, entering: (line: number) => MarkdownState): LineReader {
  return (line) => readMarkdownLine(lines.line(line), entering(line));
}

function contentOf({ view }: MarkdownLine): string {
  return view.text.slice(view.pos);
}

/** The lines of the paragraph before one that goes on with it. */
function linesBefore(read: LineReader, line: number, continues: boolean): string {
  let before = '';
  let goesOn = continues;
  for (let i = line - 1; goesOn && i >= 0 && i >= line - MOST_LINES; i--) {
    const above = read(i);
    if (above.kind !== 'paragraph' || before.length > MOST_CHARACTERS) break;
    before = `${contentOf(above)}\n${before}`;
    goesOn = above.continues;
  }
  return before.slice(-MOST_CHARACTERS);
}

/** Reads the paragraph around a place in its line. */
export function paragraphAround(
  read: LineReader,
  count: number,
  line: number,
  here: MarkdownLine,
  column: number,
): Paragraph {
  const start = Math.max(here.view.pos, column - MOST_CHARACTERS);
  const before = start > here.view.pos ? '' : linesBefore(read, line, here.continues);
  let after = here.view.text.slice(column, column + MOST_CHARACTERS);
  let below: MarkdownLine | null = null;
  for (let i = line + 1; i < count && i <= line + MOST_LINES && after.length < MOST_CHARACTERS; i++) {
    const next = read(i);
    if (next.kind !== 'paragraph' || !next.continues) {
      below = next;
      break;
    }
    after += `\n${contentOf(next)}`;
  }
  return {
    text: before + here.view.text.slice(start, column) + after,
    offset: before.length + column - start,
    below,
  };
}
