import {
  argumentEnd,
  significant,
  type Token,
  takesSymbol,
  takesWord,
  tokenize,
} from '../../../src/core/tex';

/** What a mark is; `name` is a letter with its font and accent, a word, or a named function. */
export type MarkKind = 'name' | 'number' | 'text' | 'begin' | 'end' | 'open' | 'close' | 'symbol';

/**
 * A unit of mathematics: tokens put together and made alike, so that two ways to write the same compare equal.
 * `start` and `end` are UTF-16 offsets in the LaTeX; the outer ones take in braces that are no mark of their own.
 */
export interface Mark {
  readonly kind: MarkKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly outerStart: number;
  readonly outerEnd: number;
}

const SKIPPED =
  /^(?:\\[,;:!> ]|~|\\(?:displaystyle|textstyle|limits|nolimits|nonumber|left|right|middle|mathopen|mathclose|mathrel|mathbin)|\\[bB]igg?[lrm]?)$/;

const SIZE = /^\\(?:left|right|middle|[bB]igg?[lrm]?)$/;

const ACCENT =
  /^\\(?:hat|tilde|bar|vec|dot|ddot|check|breve|acute|mathring|widehat|widetilde|overline|overrightarrow|overleftarrow|underline)$/;

const LETTER =
  /^\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|varpi|rho|varrho|sigma|varsigma|tau|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|infty|emptyset|varnothing|bot)$/;

const FUNCTION =
  /^\\(?:log|ln|lg|exp|sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|coth|arcsin|arccos|arctan|det|max|min|deg|dim|ker|gcd|Pr|arg|hom)$/;

const ALIKE: Readonly<Record<string, string>> = {
  '\\dfrac': '\\frac',
  '\\tfrac': '\\frac',
  '\\cfrac': '\\frac',
  '\\dbinom': '\\binom',
  '\\tbinom': '\\binom',
  '\\le': '\\leq',
  '\\leqslant': '\\leq',
  '\\ge': '\\geq',
  '\\geqslant': '\\geq',
  '\\ne': '\\neq',
  '\\lt': '<',
  '\\gt': '>',
  '\\colon': ':',
  '\\vert': '|',
  '\\Vert': '\\|',
  '\\lbrace': '\\{',
  '\\rbrace': '\\}',
  '\\lbrack': '[',
  '\\rbrack': ']',
  '\\gets': '\\leftarrow',
  '\\rightarrow': '\\to',
  '*': '\\ast',
  '\\intercal': '\\top',
  '\\ldots': '\\dots',
  '\\cdots': '\\dots',
  '\\dotsc': '\\dots',
  '\\dotsb': '\\dots',
  '\\qquad': '\\quad',
  '\\defeq': '\\coloneqq',
};

/** A bare bar says not whether it opens or closes; the command before it does. */
const SIDED: Readonly<Record<string, string>> = {
  '\\left|': '\\lvert',
  '\\right|': '\\rvert',
  '\\left\\|': '\\lVert',
  '\\right\\|': '\\rVert',
  '\\middle|': '\\mid',
  '\\bigm|': '\\mid',
  '\\Bigm|': '\\mid',
  '\\left.': '',
  '\\right.': '',
};

function sideOf(command: string): string {
  if (/^\\[bB]igg?l$/.test(command)) return '\\left';
  if (/^\\[bB]igg?r$/.test(command)) return '\\right';
  return command;
}

const KIND: Readonly<Record<string, MarkKind>> = { '{': 'open', '}': 'close' };

interface Found {
  readonly kind: MarkKind;
  readonly text: string;
  /** The index after its tokens. */
  readonly next: number;
}

function word(tokens: readonly Token[], index: number): Found {
  const command = tokens[index]?.text ?? '';
  const next = argumentEnd(tokens, index + 1);
  const inside = tokens.slice(index + 1, next).map(({ text }) => text);
  const bare = inside[0] === '{' ? inside.slice(1, -1) : inside;
  const text = `${command}{${bare.filter((part) => !SKIPPED.test(part)).join('')}}`;
  if (command === '\\begin') return { kind: 'begin', text, next };
  if (command === '\\end') return { kind: 'end', text, next };
  return { kind: /^\\(?:text[a-z]*|mbox)$/.test(command) ? 'text' : 'name', text, next };
}

function numeral(tokens: readonly Token[], index: number): Found {
  let next = index + 1;
  for (; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || token.start !== tokens[next - 1]?.end) break;
    if (token.kind === 'digit') continue;
    if (token.text !== '.' || tokens[next + 1]?.kind !== 'digit') break;
  }
  const text = tokens
    .slice(index, next)
    .map((token) => token.text)
    .join('');
  return { kind: 'number', text, next };
}

function found(tokens: readonly Token[], index: number): Found {
  const token = tokens[index];
  const text = token?.text ?? '';
  if (token === undefined) return { kind: 'symbol', text, next: index + 1 };
  if (takesWord(token) || takesSymbol(token) || ACCENT.test(text)) return word(tokens, index);
  if (token.kind === 'digit') return numeral(tokens, index);
  if (token.kind === 'letter' || LETTER.test(text) || FUNCTION.test(text)) {
    return { kind: 'name', text, next: index + 1 };
  }
  const sided = SIDED[`${sideOf(tokens[index - 1]?.text ?? '')}${text}`];
  return { kind: KIND[text] ?? 'symbol', text: sided ?? ALIKE[text] ?? text, next: index + 1 };
}

/** The marks of LaTeX: `\left( {x} \right)` and `(x)` have the same ones. */
export function marksOf(latex: string): readonly Mark[] {
  const spaced = latex.replace(/(?<=\\\\)\s*\[[^\]]*\]/g, (length) => ' '.repeat(length.length));
  const tokens = significant(tokenize(spaced));
  const marks: Mark[] = [];
  // \\left and its kin are skipped, but they go where their delimiter goes.
  let sized: number | null = null;
  for (let i = 0; i < tokens.length; ) {
    const { kind, text, next } = found(tokens, i);
    const start: number = sized ?? tokens[i]?.start ?? 0;
    sized = SIZE.test(text) ? start : null;
    const end = tokens[next - 1]?.end ?? start;
    i = next;
    if (text === '' || SKIPPED.test(text)) continue;
    if (kind === 'close' && closed(marks, end)) continue;
    marks.push({ kind, text, start, end, outerStart: start, outerEnd: end });
  }
  return marks;
}

/** Takes braces around one mark, or around none, away again. Whether it did. */
function closed(marks: Mark[], end: number): boolean {
  if (marks.at(-1)?.kind === 'open') {
    marks.pop();
    return true;
  }
  const only = marks.at(-1);
  const open = marks.at(-2);
  if (only === undefined || open?.kind !== 'open' || only.kind === 'close') return false;
  marks.splice(-2, 2, { ...only, outerStart: open.start, outerEnd: end });
  return true;
}

/** What LaTeX fragments are compared by: `\mathbf{x}_{t}` and `\mathbf x_t` have the same key. */
export function keyOf(latex: string): string {
  return marksOf(latex)
    .map(({ text }) => text)
    .join(' ');
}

/** Whether a name is a function that may stand before its argument without parentheses: `\log`, `\operatorname{tr}`. */
export function isFunctionName(text: string): boolean {
  return FUNCTION.test(text) || text.startsWith('\\operatorname');
}
