import { matchAt } from '../sticky';
import { inlineTag } from './html';

/** What stands in a paragraph at some place; `from` is where the content of a formula or of code begins. */
export interface Inline {
  readonly kind: 'text' | 'inline' | 'display' | 'code' | 'html';
  readonly from: number;
}

/** A part of a paragraph that is not text: its content, and where the reading goes on. */
interface Span extends Inline {
  readonly to: number;
  readonly end: number;
}

const BACKSLASH = '\\';

/** Where a link's destination and title end, after its `]`. */
const LINK_TAIL =
  /\(\s*(?:<[^<>\n\\]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;

/** An address that a preview makes a link of, with what dollars it may hold. */
const ADDRESS = /:\/\/[^\s<>"`]*/y;

/** An opening tag, inside which the preview reads no formula. */
const OPENING_TAG = /^<\w+.+[^/]>$/;

/** What is remembered of a paragraph, so that nothing is searched for twice. */
interface Reading {
  readonly text: string;
  /** The lengths of runs of backticks that stand nowhere ahead. */
  readonly missing: Set<number>;
  /** Whether an opening HTML tag was the last thing before this that is not text. */
  tagged: boolean;
  brackets: number;
}

function isWord(character: string): boolean {
  return /^\w$/.test(character);
}

/** The next `mark` from a place on that no odd run of backslashes escapes; -1 if there is none. */
function unescaped(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    let before = at - 1;
    while (text.charAt(before) === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
  return -1;
}

function canOpen(text: string, pos: number): boolean {
  const before = text.charAt(pos - 1);
  return before !== '$' && before !== BACKSLASH && !isWord(before);
}

/** A dollar's formula, by the rules of `@vscode/markdown-it-katex`; a number is how many dollars are text. */
function inlineFormula(text: string, pos: number): Span | number {
  if (!canOpen(text, pos)) return 1;
  const from = pos + 1;
  const to = unescaped(text, '$', from);
  if (to < 0) return 1;
  if (to === from) return 2;
  const after = text.charAt(to + 1);
  return after === '$' || isWord(after) ? 1 : { kind: 'inline', from, to, end: to + 1 };
}

function delimitsDisplay(text: string, pos: number): boolean {
  const before = text.charAt(pos - 1);
  return before !== '$' && before !== BACKSLASH && text.charAt(pos + 2) !== '$';
}

/** The formula of two dollars in a paragraph, by the same rules. */
function displayFormula(text: string, pos: number): Span | number {
  if (!delimitsDisplay(text, pos)) return 2;
  const from = pos + 2;
  const to = unescaped(text, '$$', from);
  if (to < 0) return 2;
  if (to === from) return 4;
  return delimitsDisplay(text, to) ? { kind: 'display', from, to, end: to + 2 } : 2;
}

/** Code between two runs of as many backticks; a number is how many backticks are text. */
function codeSpan({ text, missing }: Reading, pos: number): Span | number {
  let from = pos;
  while (text.charAt(from) === '`') from++;
  const length = from - pos;
  if (missing.has(length)) return length;
  for (let to = text.indexOf('`', from); to >= 0; to = text.indexOf('`', to)) {
    let end = to;
    while (text.charAt(end) === '`') end++;
    if (end - to === length) return { kind: 'code', from, to, end };
    to = end;
  }
  missing.add(length);
  return length;
}

function tail(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0;
}

function tagSpan(reading: Reading, pos: number): Span | number {
  const tag = inlineTag(reading.text, pos);
  if (tag === null) return 1;
  const { end, kind } = tag;
  reading.tagged = kind === 'html' && OPENING_TAG.test(reading.text.slice(pos, end));
  return { kind: kind === 'html' ? 'html' : 'text', from: pos + 1, to: end - 1, end };
}

/** Reads what begins at a place: a span, or so many characters of text. */
function next(reading: Reading, pos: number): Span | number {
  const { text } = reading;
  switch (text.charAt(pos)) {
    case BACKSLASH:
      reading.tagged = false;
      return 2;
    case '$':
      if (text.charAt(pos + 1) === '$') return displayFormula(text, pos);
      return reading.tagged ? 1 : inlineFormula(text, pos);
    case '`':
      return codeSpan(reading, pos);
    case '<':
      return tagSpan(reading, pos);
    case '[':
      reading.brackets++;
      return 1;
    case ']':
      if (reading.brackets === 0) return 1;
      reading.brackets--;
      return 1 + tail(LINK_TAIL, text, pos + 1);
    case ':':
      return /https?$|ftp$/.test(text.slice(Math.max(0, pos - 5), pos)) ? tail(ADDRESS, text, pos) || 1 : 1;
    case '\n':
    case '*':
    case '_':
      reading.tagged = false;
      return 1;
    default:
      return 1;
  }
}

/**
 * The formula that is being typed after a character of text: a dollar that nothing closes begins it if a command follows
 * (`$\vae`), and another dollar or the line's end ends it.
 */
function typing(text: string, pos: number, before: Inline | null): Inline | null {
  const character = text.charAt(pos);
  if (character === '\n') return null;
  if (character !== '$') return before;
  const from = pos + (text.charAt(pos + 1) === '$' ? 2 : 1);
  if (!canOpen(text, pos) || !/^\\[A-Za-z]/.test(text.slice(from, from + 2))) return null;
  return { kind: from === pos + 1 ? 'inline' : 'display', from };
}

/**
 * What stands at an offset of a paragraph's text. A dollar that nothing closes is text, but for one that a command
 * follows at once on the offset's own line, since that is how a formula looks while it is typed.
 *
 * In `let $x‸$ be $5` the offset is in inline mathematics; the last dollar is text.
 */
export function inlineAt(text: string, offset: number): Inline {
  const reading: Reading = { text, missing: new Set(), tagged: false, brackets: 0 };
  let typed: Inline | null = null;
  let pos = 0;
  while (pos < offset) {
    const found = next(reading, pos);
    if (typeof found === 'number') {
      typed = typing(text, pos, typed);
      pos += found;
      continue;
    }
    if (offset < found.end) {
      return offset >= found.from && offset <= found.to ? found : { kind: 'text', from: pos };
    }
    if (found.kind === 'inline' || found.kind === 'display' || found.kind === 'code') reading.tagged = false;
    pos = found.end;
  }
  if (typed !== null && typed.from < offset) return typed;
  const between = text.charAt(offset - 1) === '$' && text.charAt(offset) === '$';
  const alone = between && text.charAt(offset - 2) !== '$' && text.charAt(offset + 1) !== '$';
  return alone && canOpen(text, offset - 1) && !isWord(text.charAt(offset + 1))
    ? { kind: 'inline', from: offset }
    : { kind: 'text', from: offset };
}
