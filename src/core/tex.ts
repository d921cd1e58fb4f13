/** What a TeX token is; a control word, a control symbol and an active `~` are all commands. */
export type TokenKind =
  | 'command'
  | 'letter'
  | 'digit'
  | 'open'
  | 'close'
  | 'superscript'
  | 'subscript'
  | 'align'
  | 'dollar'
  | 'space'
  | 'comment'
  | 'other';

/** A TeX token; `start` and `end` are UTF-16 offsets in the text it was read from. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\\(?:operatorname\*|[A-Za-z]+|[\s\S]|$)|\s+|%[^\n]*|[A-Za-z]|[0-9]|[\u{10000}-\u{10ffff}]|[\s\S]/gu;

const KIND_OF_CHARACTER: Readonly<Record<string, TokenKind>> = {
  '{': 'open',
  '}': 'close',
  '^': 'superscript',
  _: 'subscript',
  '&': 'align',
  $: 'dollar',
  '%': 'comment',
  '\\': 'command',
  '~': 'command',
};

function kindOf(text: string): TokenKind {
  const first = text.charAt(0);
  const kind = KIND_OF_CHARACTER[first];
  if (kind !== undefined) return kind;
  if (/[A-Za-z]/.test(first)) return 'letter';
  if (/[0-9]/.test(first)) return 'digit';
  return /\s/.test(first) ? 'space' : 'other';
}

/**
 * Splits LaTeX into tokens that cover it without a gap. Never throws: a lone backslash at the end is a command.
 *
 * `\frac{a}{2}` gives `\frac`, `{`, `a`, `}`, `{`, `2`, `}`.
 */
export function tokenize(latex: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of latex.matchAll(TOKEN)) {
    const text = match[0];
    tokens.push({ kind: kindOf(text), text, start: match.index, end: match.index + text.length });
  }
  return tokens;
}

/** The tokens that TeX's math mode reads: without spaces and comments. */
export function significant(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token) => token.kind !== 'space' && token.kind !== 'comment');
}

/**
 * The index after the argument that begins at `index`: after the closing brace of a group, else after one token.
 * An unclosed group ends with the tokens.
 */
export function argumentEnd(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.kind !== 'open') return Math.min(index + 1, tokens.length);
  let depth = 0;
  for (let i = index; i < tokens.length; i++) {
    if (tokens[i]?.kind === 'open') depth++;
    if (tokens[i]?.kind === 'close' && --depth === 0) return i + 1;
  }
  return tokens.length;
}

/** Commands whose argument is a word or a name, not mathematics. */
const WORD_COMMAND = /^\\(?:text[a-z]*|math(?:rm|sf|tt)|operatorname\*?|mbox|tag|label|begin|end|hspace)$/;

/** Commands that make one letter out of their argument: `\mathbf{x}` is not the letter `x`. */
const FONT_COMMAND = /^\\(?:math(?:bf|bb|cal|frak|scr|it|sfit|normal)|boldsymbol|bm|pmb)$/;

/** Whether the command's argument is a word (`\mathrm{data}`), not mathematics. */
export function takesWord(token: Token): boolean {
  return token.kind === 'command' && WORD_COMMAND.test(token.text);
}

/** Whether the command makes a symbol of its own out of its argument: `\mathbf{x}`. */
export function takesSymbol(token: Token): boolean {
  return token.kind === 'command' && FONT_COMMAND.test(token.text);
}

/** A part of a text, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a symbol occurs in an equation, as UTF-16 ranges. It is matched token by token, whatever the spacing, and
 * never inside a word (`\mathrm{data}` holds no `d`) or a font's argument (`\mathbf{x}` holds no `x`).
 */
export function occurrences(latex: string, symbol: string): readonly Range[] {
  return occurrencesIn(significant(tokenize(latex)), symbol);
}

/** As {@link occurrences}, in an equation's significant tokens. */
export function occurrencesIn(tokens: readonly Token[], symbol: string): readonly Range[] {
  const wanted = significant(tokenize(symbol));
  const first = wanted[0];
  if (first === undefined) return [];
  const found: Range[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const last = tokens[i + wanted.length - 1];
    if (last !== undefined && wanted.every((token, j) => token.text === tokens[i + j]?.text)) {
      found.push({ start: token.start, end: last.end });
      i += wanted.length - 1;
    } else if (takesWord(token) || takesSymbol(token)) {
      i = argumentEnd(tokens, i + 1) - 1;
    }
  }
  return found;
}
