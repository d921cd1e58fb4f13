/** What blocks stand in: a quote, or a list item whose content begins `indent` columns into its quote or the page. */
export type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly indent: number };

export const QUOTE: Container = { kind: 'quote' };

/** How far a line has been read: what follows are the same columns and indents that markdown-it counts. */
export interface View {
  readonly text: string;
  /** The first character that is no white space, and its column with tabs expanded. */
  readonly pos: number;
  readonly column: number;
  /** The column at which the innermost quote's content begins. */
  readonly frame: number;
  /** The indent that the innermost list item's content needs in that frame, and that of the item around it. */
  readonly needed: number;
  readonly outer: number;
  /** What a further line needs to stay in the containers read so far. */
  readonly prefix: string;
}

const SPACE = 0x20;
const TAB = 0x09;

/** Moves a view over white space. */
function afterSpaces(view: View, from: number, at: number): View {
  const { text, frame, needed, outer, prefix } = view;
  let [pos, column] = [from, at];
  for (; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === TAB) column += 4 - (column % 4);
    else if (code === SPACE) column++;
    else break;
  }
  return { text, pos, column, frame, needed, outer, prefix };
}

/** A line before any container of it has been read. */
export function wholeLine(text: string): View {
  return afterSpaces({ text, pos: 0, column: 0, frame: 0, needed: 0, outer: -1, prefix: '' }, 0, 0);
}

/** The indent of what follows, in its quote. */
export function indentOf(view: View): number {
  return view.column - view.frame;
}

/** Whether what follows is indented so far that it is code, or goes on with a paragraph. */
export function isDeep(view: View): boolean {
  return indentOf(view) - view.needed >= 4;
}

export function isBlank(view: View): boolean {
  return view.pos >= view.text.length;
}

export function charCode(view: View): number {
  return view.text.charCodeAt(view.pos);
}

/** What follows a `>` and the one space that may belong to it. */
export function afterQuote(view: View): View {
  const { text, pos, column, prefix } = view;
  const next = text.charCodeAt(pos + 1);
  const frame = column + (next === SPACE || next === TAB ? 2 : 1);
  const content = { text, pos, column, frame, needed: 0, outer: -1, prefix: `${prefix}> ` };
  return afterSpaces(content, pos + 1, column + 1);
}

/** What stands in a list item whose content needs an indent, at the same place of the line. */
export function insideItem(view: View, indent: number): View {
  const prefix = view.prefix + ' '.repeat(Math.max(0, indent - view.needed));
  const { text, pos, column, frame, needed } = view;
  return { text, pos, column, frame, needed: indent, outer: needed, prefix };
}

/** The character after a list marker, or -1 where none stands: `-`, `*`, `+`, `1.`, `1)`. */
function markerEnd({ text, pos }: View): number {
  let end = pos;
  const code = text.charCodeAt(pos);
  if (code === 0x2a || code === 0x2d || code === 0x2b) {
    end++;
  } else {
    while (end < pos + 10 && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
    const mark = text.charCodeAt(end);
    if (end === pos || end > pos + 9 || (mark !== 0x29 && mark !== 0x2e)) return -1;
    end++;
  }
  const next = text.charCodeAt(end);
  return end >= text.length || next === SPACE || next === TAB ? end : -1;
}

/** A list marker: the indent that its item's content needs, and what follows it. */
export interface Marker {
  readonly indent: number;
  readonly content: View;
  /** Whether it is a bullet or a 1: only those begin a list in a paragraph, and only with something after them. */
  readonly interrupts: boolean;
}

/** Reads a list marker, if one stands here. */
export function listMarker(view: View): Marker | null {
  const end = markerEnd(view);
  if (end < 0) return null;
  const { text, pos, column, frame } = view;
  const after = column + (end - pos);
  const content = afterSpaces(view, end, after);
  const spaces = content.column - after;
  const empty = content.pos >= text.length;
  const indent = after - frame + (empty || spaces > 4 ? 1 : spaces);
  const first = end - pos === 1 || Number(text.slice(pos, end - 1)) === 1;
  return { indent, content: insideItem(content, indent), interrupts: first && !empty };
}
