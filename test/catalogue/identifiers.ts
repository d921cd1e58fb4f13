import {
  argumentEnd,
  type Range,
  significant,
  type Token,
  takesSymbol,
  takesWord,
  tokenize,
} from '../../src/core/tex';

/** An identifier of an equation: a letter, a Greek letter, or a letter in a font: `\mathbf{x}`. */
export interface Identifier extends Range {
  readonly name: string;
}

const GREEK =
  /^\\(?:var)?(?:[Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta|epsilon|zeta|eta|[Tt]heta|iota|kappa|[Ll]ambda|mu|nu|[Xx]i|[Pp]i|rho|[Ss]igma|tau|[Uu]psilon|[Pp]hi|chi|[Pp]si|[Oo]mega|ell)$/;

/** Commands that put a mark on their argument. */
export const ACCENT =
  /^\\(?:(?:wide)?hat|bar|overline|(?:wide)?tilde|d{1,4}ot|vec|check|breve|acute|grave|mathring|underline)$/;

/** The texts of tokens, joined so that what was apart stays apart. */
export function written(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => (/^\\[A-Za-z]+$/.test(text) ? `${text} ` : text))
    .join('')
    .replace(/ (?=[^A-Za-z]|$)/g, '');
}

/** The identifiers of an equation in their order; letters of words (`\mathrm{data}`) are none. */
export function identifiers(latex: string): readonly Identifier[] {
  const tokens = significant(tokenize(latex));
  const found: Identifier[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const end = takesWord(token) || takesSymbol(token) ? argumentEnd(tokens, i + 1) : i + 1;
    const group = tokens.slice(i, end);
    const named = takesSymbol(token)
      ? group.slice(1).some(({ kind, text }) => kind === 'letter' || GREEK.test(text))
      : token.kind === 'letter' || GREEK.test(token.text);
    if (named && !takesWord(token))
      found.push({ name: written(group), start: token.start, end: group.at(-1)?.end ?? token.end });
    i = end - 1;
  }
  return found;
}

/** What a symbol is before its scripts and arguments: `\hat{y}` of `\hat{y}_{t}`, `p` of `p(x)`. */
export function base(symbol: string): string {
  const tokens = significant(tokenize(symbol));
  const [first] = tokens;
  if (first === undefined) return '';
  const marked = ACCENT.test(first.text) || takesSymbol(first);
  return written(tokens.slice(0, marked ? argumentEnd(tokens, 1) : 1));
}
