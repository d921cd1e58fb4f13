import { charCode, indentOf, isDeep, type View } from './containers';

const DOLLAR = 0x24;
const DASH = 0x2d;
const PLUS = 0x2b;

/** Whether a character can begin anything but a paragraph: one of `#$*+-<>_~`, a backtick or a digit. */
export function isSign(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  return code < 0x80 && '#$*+-<>_`~'.includes(String.fromCharCode(code));
}

function runEnd(text: string, from: number): number {
  const code = text.charCodeAt(from);
  let end = from;
  while (end < text.length && text.charCodeAt(end) === code) end++;
  return end;
}

/** A fence that a line opens: its mark, how long it is, what is told of its content. */
export interface FenceOpening {
  readonly mark: number;
  readonly length: number;
  readonly info: string;
}

/** The fence that begins here, if one does. */
export function fenceOpening(view: View): FenceOpening | null {
  const mark = charCode(view);
  if (mark !== 0x60 && mark !== 0x7e) return null;
  const end = runEnd(view.text, view.pos);
  const info = view.text.slice(end);
  if (end - view.pos < 3 || (mark === 0x60 && info.includes('`'))) return null;
  return { mark, length: end - view.pos, info };
}

/** Whether a line closes a fence of such marks, or front matter. */
export function closesFence(view: View, mark: number, length: number): boolean {
  if (charCode(view) !== mark || isDeep(view)) return false;
  const end = runEnd(view.text, view.pos);
  return end - view.pos >= length && view.text.slice(end).trim() === '';
}

/** The mark of front matter, `---` or `+++`, if a file's first line opens one. */
export function frontMatterLength(text: string): { readonly mark: number; readonly length: number } | null {
  const mark = text.charCodeAt(0);
  const length = runEnd(text, 0);
  if (length < 3 || (mark !== DASH && mark !== PLUS)) return null;
  return mark === DASH || text.slice(length).trim() === '' ? { mark, length } : null;
}

/** Whether a line is a rule: three or more of one of `*-_`, with spaces between them or not. */
export function isRule({ text, pos }: View): boolean {
  const mark = text.charAt(pos);
  if (mark !== '*' && mark !== '-' && mark !== '_') return false;
  let count = 0;
  for (let i = pos; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === mark) count++;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return count >= 3;
}

/** Whether a line is a heading: one to six `#`, then a space. */
export function isHeading({ text, pos }: View): boolean {
  if (text.charAt(pos) !== '#') return false;
  const end = runEnd(text, pos);
  const next = text.charAt(end);
  return end - pos <= 6 && (next === '' || next === ' ' || next === '\t');
}

/** The definition of a link's address, on one line: `[label]: https://… "title"`. */
const REFERENCE =
  /^\[(?:[^[\]\\]|\\.)+\]:\s*(?:<[^<>]*>|[^\s<]\S*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/;

/** Whether a line defines the address of links. */
export function isReference({ text, pos }: View): boolean {
  return text.charAt(pos) === '[' && REFERENCE.test(text.slice(pos));
}

/** Whether a line makes a heading of the paragraph before it: `===` or `---`. */
export function isUnderline(view: View): boolean {
  const mark = view.text.charAt(view.pos);
  if ((mark !== '=' && mark !== '-') || indentOf(view) < view.needed) return false;
  return view.text.slice(runEnd(view.text, view.pos)).trim() === '';
}

/**
 * The formula that a `$$` at the head of a line begins; `to` is null if the line does not end it. From
 * `@vscode/markdown-it-katex`: the line is a paragraph if it has several more `$$`, and a second one ends the formula
 * only at the line's very end.
 */
export function mathOpening({
  text,
  pos,
}: View): { readonly from: number; readonly to: number | null } | null {
  if (text.charCodeAt(pos) !== DOLLAR || text.charCodeAt(pos + 1) !== DOLLAR) return null;
  const from = pos + 2;
  const first = text.indexOf('$$', from);
  if (first < 0) return { from, to: null };
  if (text.indexOf('$$', first + 2) >= 0) return null;
  return { from, to: first === text.length - 2 ? first : null };
}

/** Where a further line of a formula ends it: at the last `$$` if the line ends with one, else at the first. */
export function mathClose(text: string, from: number): number | null {
  const rest = text.slice(from).trimEnd();
  const close = rest.endsWith('$$') ? rest.length - 2 : rest.indexOf('$$');
  return close < 0 ? null : from + close;
}
