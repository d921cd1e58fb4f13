import type { Context, Language } from './context/context';
import type { Equation } from './equation';
import { type Piece, pieces } from './slots';
import { tokenize } from './tex';

/** The display that an equation gets in the text of a LaTeX document. */
export type LatexDisplay = 'equation' | 'equation*' | '\\[ \\]' | 'align';

/** How the user wants equations inserted. */
export interface InsertionSettings {
  readonly latexDisplay: LatexDisplay;
  /** One level of indentation. */
  readonly indent: string;
}

/** Where an equation is to go. */
export interface Target {
  readonly language: Language;
  readonly context: Context;
  /** The line's text before and after what is replaced. */
  readonly before: string;
  readonly after: string;
}

/** The form that a place needs: everything about it that matters to what is inserted, and nothing else. */
export type Form =
  | { readonly kind: 'bare'; readonly continuation: string; readonly indent: string }
  | { readonly kind: 'oneLine'; readonly open: string; readonly close: string; readonly cell: boolean }
  | { readonly kind: 'rows'; readonly continuation: string }
  | {
      readonly kind: 'display';
      readonly open: string;
      readonly close: string;
      readonly rows: boolean;
      readonly continuation: string;
      readonly indent: string;
    };

/** Environments whose body is rows cut at `&` and `\\`, so that an equation of several lines needs no `aligned`. */
const ROW_ENVIRONMENTS = /^(?:align|flalign|aligned|split)\*?$/;

const ROW_END = /\\\\(?:\*?\[[^\]]*\])?/;

const MARKDOWN_PREFIX = /^(?:\s*(?:>|[-*+]|\d{1,9}[.)])(?=\s|$|>))*/;

const ALIGNED = /^\\begin\{aligned\}\s*([\s\S]*?)\s*\\end\{aligned\}$/;

function displayForm(target: Target, { latexDisplay, indent }: InsertionSettings): Form {
  const { continuation } = target.context;
  const lead = ownLine(target) ? '' : '\n';
  const trail = target.after.trim() === '' ? '' : '\n';
  if (target.language === 'markdown') {
    return { kind: 'display', open: `${lead}$$`, close: `$$${trail}`, rows: false, continuation, indent: '' };
  }
  const [open, close] =
    latexDisplay === '\\[ \\]' ? ['\\[', '\\]'] : [`\\begin{${latexDisplay}}`, `\\end{${latexDisplay}}`];
  const rows = latexDisplay === 'align';
  return { kind: 'display', open: lead + open, close: close + trail, rows, continuation, indent };
}

/** Whether nothing but white space, quote signs and list marks stands before the place. */
function ownLine({ before, language }: Target): boolean {
  const rest = language === 'markdown' ? before.replace(MARKDOWN_PREFIX, '') : before;
  return rest.trim() === '';
}

/** Whether the place is in a table of Markdown, in which a `|` ends a cell even within mathematics, and `\|` is a `|`. */
function inCell({ language, context, before, after }: Target): boolean {
  if (language !== 'markdown') return false;
  if (context.restricted) return (before + after).includes('|');
  return /^[\s>]*\|/.test(before) || /\|\s*$/.test(after);
}

/** Whether the row that the cursor is in has something in it already. */
function rowIsBegun(before: string): boolean {
  const row = before.split(ROW_END).at(-1) ?? '';
  return row.replace(/\\begin\{[^}]*\}/, '').trim() !== '';
}

/**
 * The form that a place needs: in text a display on lines of its own, in mathematics the bare LaTeX, in a row of `align`
 * its rows, where no display may stand inline mathematics.
 */
export function formFor(target: Target, settings: InsertionSettings): Form {
  const { context } = target;
  const oneLine = (open: string, close: string): Form => {
    return { kind: 'oneLine', open, close, cell: inCell(target) };
  };
  const bare: Form = { kind: 'bare', continuation: context.continuation, indent: settings.indent };
  switch (context.mode) {
    case 'text':
      if (context.preamble) return oneLine('', '');
      return context.restricted ? oneLine('$', '$') : displayForm(target, settings);
    case 'textInMath':
      // A dollar would end the Markdown mathematics that the text stands in.
      return target.language === 'markdown' ? oneLine('\\(', '\\)') : oneLine('$', '$');
    case 'inline':
    case 'comment':
      return oneLine('', '');
    case 'display':
      if (!ROW_ENVIRONMENTS.test(context.env ?? '') || rowIsBegun(target.before)) return bare;
      return { kind: 'rows', continuation: context.continuation };
    case 'verbatim':
    case 'code':
    case 'frontmatter':
    case 'html':
      return bare;
  }
}

function asRows(latex: string): string {
  const body = ALIGNED.exec(latex)?.[1];
  if (body === undefined || body.includes('\\begin{aligned}')) return latex;
  return body.replace(/^[ \t]+/gm, '');
}

function onOneLine(latex: string): string {
  return latex.replace(/\s*\n\s*/g, ' ');
}

/** The same mathematics without a `|`: `\|` is written `\Vert`, `|` is written `\vert`. */
function withoutBars(latex: string): string {
  const tokens = tokenize(latex);
  return tokens
    .map(({ text }, i) => {
      const name = text === '\\|' ? '\\Vert' : text === '|' ? '\\vert' : undefined;
      if (name === undefined) return text;
      return tokens[i + 1]?.kind === 'letter' ? `${name} ` : name;
    })
    .join('');
}

/** Indents the lines after the first one level deeper per two spaces that the catalogue has. */
function reindent(latex: string, indent: string): string {
  return latex.replace(/\n((?: {2})*)/g, (_, spaces: string) => `\n${indent.repeat(spaces.length / 2)}`);
}

const literal = (text: string): Piece => ({ text, slot: null });

/**
 * What goes into a document for an equation in a form. Further lines begin with the form's continuation but not with
 * the line's leading white space, which an editor adds. The pieces' texts joined are the text; slots count from 1.
 *
 * `> \kl-divergence‸` in Markdown gives `$$`, `> D_{\mathrm{KL}}…`, `> $$`.
 */
export function insertion(equation: Equation, form: Form): readonly Piece[] {
  const cut = (latex: string) => pieces({ latex, symbols: equation.symbols });
  switch (form.kind) {
    case 'oneLine': {
      const latex = onOneLine(equation.latex);
      return [literal(form.open), ...cut(form.cell ? withoutBars(latex) : latex), literal(form.close)];
    }
    case 'bare':
      return continued(cut(reindent(equation.latex, form.indent)), form.continuation);
    case 'rows':
      return continued(cut(asRows(equation.latex)), form.continuation);
    case 'display': {
      const latex = reindent(form.rows ? asRows(equation.latex) : equation.latex, form.indent);
      const body = cut(latex.replaceAll('\n', `\n${form.indent}`));
      const all = [literal(`${form.open}\n${form.indent}`), ...body, literal(`\n${form.close}`)];
      return continued(all, form.continuation);
    }
  }
}

function continued(parts: readonly Piece[], continuation: string): readonly Piece[] {
  return parts.map(({ text, slot }) => ({ text: text.replaceAll('\n', `\n${continuation}`), slot }));
}

/** The text of an insertion, with `indentation` (the line's leading white space) at the head of each further line. */
export function asText(parts: readonly Piece[], indentation = ''): string {
  return parts.map(({ text }) => text.replaceAll('\n', `\n${indentation}`)).join('');
}

/** Escapes what has a meaning in VS Code's snippet syntax: `\`, `$` and `}`. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * An insertion in VS Code's snippet syntax: each slot a tab stop, linked wherever it occurs; without tab stops, plain.
 *
 * `\log x` with the slot `x` gives `\\log ${1:x}$0`.
 */
export function asSnippet(parts: readonly Piece[], tabStops: boolean): string {
  const body = parts.map(({ text, slot }) =>
    slot === null || !tabStops ? escapeSnippet(text) : `\${${slot}:${escapeSnippet(text)}}`,
  );
  return `${body.join('')}$0`;
}
