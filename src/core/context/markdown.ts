import type { Context, Lines, Mode, Place } from './context';
import { latexAt, scanLatex } from './latex';
import { FORMULA_START } from './latex/state';
import { readMarkdownLine } from './markdown/blocks';
import { isBlank, listMarker, type View } from './markdown/containers';
import { inlineAt } from './markdown/inline';
import { type LineReader, lineReader, type Paragraph, paragraphAround } from './markdown/paragraph';
import type { FormulaPart, MarkdownLine, MarkdownState } from './markdown/state';
import { cellAt } from './markdown/tables';

/** The state that a line of Markdown is left in. */
export function scanMarkdown(text: string, entering: MarkdownState): MarkdownState {
  return readMarkdownLine(text, entering).leaving;
}

/**
 * A list item that nothing has been typed in yet. In a paragraph `- ` is an underline or a word until something follows
 * it, but it is not what the author means.
 */
function itemToBe({ kind, continues, view }: MarkdownLine): View | null {
  if (kind !== 'underline' && !continues) return null;
  const content = listMarker(view)?.content;
  return content !== undefined && content.pos > view.pos + 1 && isBlank(content) ? content : null;
}

/** What a further line needs, without the white space that this one begins with. */
function continuationOf(here: MarkdownLine): string {
  const { text, prefix } = itemToBe(here) ?? here.view;
  const spaces = /^ */.exec(prefix)?.[0].length ?? 0;
  const own = /^\s*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0;
  return prefix.slice(Math.min(spaces, own));
}

function plain(mode: Mode, restricted = false): Context {
  return { mode, env: null, restricted, preamble: false, continuation: '' };
}

/** The context in the LaTeX of a formula. */
function inFormula(kind: 'inline' | 'display', latex: string): Context {
  const lines = latex.split('\n');
  const last = lines.pop() ?? '';
  return latexAt(
    last,
    lines.reduce((state, line) => scanLatex(line, state), FORMULA_START[kind]),
    last.length,
  );
}

function inText(text: string, offset: number, restricted: boolean): Context {
  const { kind, from } = inlineAt(text, offset);
  switch (kind) {
    case 'inline':
    case 'display':
      return inFormula(kind, text.slice(from, offset));
    default:
      return plain(kind, kind === 'text' && restricted);
  }
}

function inBlockFormula(text: string, { entering, from, to }: FormulaPart, column: number): Context {
  const opens = text.startsWith('$$', from - 2);
  // `$‸$` on a line of its own is a formula once something stands in it.
  if (opens && column === from - 1 && text.length === from) return plain('inline');
  if (column > to || (opens && column < from)) return plain('text');
  return latexAt(text.slice(from, to), entering, Math.max(0, column - from));
}

function inCell(text: string, column: number): Context {
  const { from, to } = cellAt(text, column);
  return inText(text.slice(from, to), column - from, true);
}

function inParagraph(here: MarkdownLine, { text, offset, below }: Paragraph, column: number): Context {
  if (below?.kind === 'delimiters') return inCell(here.view.text, column);
  return inText(text, offset, below?.kind === 'underline');
}

function contextIn(here: MarkdownLine, column: number, paragraph: () => Paragraph): Context {
  const { view, kind, formula } = here;
  const { text, pos } = view;
  if (formula !== null) return inBlockFormula(text, formula, column);
  switch (kind) {
    case 'frontmatter':
    case 'html':
    case 'code':
      return plain(kind);
    case 'fence':
      return plain(column > pos ? 'code' : 'text');
    case 'blank':
    case 'rule':
    case 'reference':
    case 'math':
      return plain('text');
    case 'underline':
      return plain('text', itemToBe(here) === null);
    case 'delimiters':
      return plain('text', true);
    case 'heading':
      return inText(text.slice(pos), Math.max(0, column - pos), true);
    case 'row':
      return inCell(text, column);
    case 'paragraph':
      return column < pos && !here.continues ? plain('text') : inParagraph(here, paragraph(), column);
  }
}

/**
 * The context at a place in Markdown, as VS Code's own preview reads it: markdown-it with `@vscode/markdown-it-katex`.
 *
 * `> let $x‸$` gives the mode `inline` and the continuation `> `.
 */
export function markdownAt(
  lines: Lines,
  entering: (line: number) => MarkdownState,
  { line, column }: Place,
): Context {
  const read: LineReader = lineReader(lines, entering);
  const here = read(line);
  const at = Math.min(column, here.view.text.length);
  const found = contextIn(here, at, () =>
    paragraphAround(read, lines.count, line, here, Math.max(at, here.view.pos)),
  );
  return { ...found, preamble: false, continuation: continuationOf(here) };
}
