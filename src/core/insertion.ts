import type { Context, Language } from './context/context';
import type { Equation } from './equation';
import { type Piece, pieces } from './slots';

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

/** The form that a place needs. */
type Form =
  | { readonly kind: 'bare' }
  | { readonly kind: 'bareOnOneLine' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'inline'; readonly open: string; readonly close: string }
  | {
      readonly kind: 'display';
      readonly open: string;
      readonly close: string;
      readonly rows: boolean;
      readonly indent: string;
    };

/** Environments whose body is rows cut at `&` and `\\`, so that an equation of several lines needs no `aligned`. */
const ROW_ENVIRONMENTS = /^(?:align|flalign|aligned|split)\*?$/;

const ALIGNED = /^\\begin\{aligned\}\s*([\s\S]*?)\s*\\end\{aligned\}$/;

function displayForm(target: Target, { latexDisplay, indent }: InsertionSettings): Form {
  if (target.language === 'markdown') {
    return { kind: 'display', open: '$$', close: '$$', rows: false, indent: '' };
  }
  const [open, close] =
    latexDisplay === '\\[ \\]' ? ['\\[', '\\]'] : [`\\begin{${latexDisplay}}`, `\\end{${latexDisplay}}`];
  return { kind: 'display', open, close, rows: latexDisplay === 'align', indent };
}

/** Whether the row that the cursor is in has something in it already. */
function rowIsBegun(before: string): boolean {
  const row = before.slice(before.lastIndexOf('\\\\') + 1).replace(/^\\(?:\[[^\]]*\])?/, '');
  return row.replace(/\\begin\{[^}]*\}/, '').trim() !== '';
}

function formFor(target: Target, settings: InsertionSettings): Form {
  const { context } = target;
  switch (context.mode) {
    case 'text':
      if (context.restricted) return { kind: 'inline', open: '$', close: '$' };
      return context.preamble ? { kind: 'bareOnOneLine' } : displayForm(target, settings);
    case 'textInMath':
      // A dollar would end the Markdown math that the text stands in.
      if (target.language === 'markdown') return { kind: 'inline', open: '\\(', close: '\\)' };
      return { kind: 'inline', open: '$', close: '$' };
    case 'inline':
    case 'comment':
      return { kind: 'bareOnOneLine' };
    case 'display':
      return ROW_ENVIRONMENTS.test(context.env ?? '') && !rowIsBegun(target.before)
        ? { kind: 'rows' }
        : { kind: 'bare' };
    case 'verbatim':
    case 'code':
    case 'frontmatter':
    case 'html':
      return { kind: 'bare' };
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

/** Indents the lines after the first one level deeper per two spaces that the catalogue has. */
function reindent(latex: string, indent: string): string {
  return latex.replace(/\n((?: {2})*)/g, (_, spaces: string) => `\n${indent.repeat(spaces.length / 2)}`);
}

const literal = (text: string): Piece => ({ text, slot: null });

function wrapped(equation: Equation, target: Target, form: Form, indent: string): readonly Piece[] {
  const cut = (latex: string) => pieces({ latex, symbols: equation.symbols });
  switch (form.kind) {
    case 'bare':
      return cut(reindent(equation.latex, indent));
    case 'bareOnOneLine':
      return cut(onOneLine(equation.latex));
    case 'rows':
      return cut(asRows(equation.latex));
    case 'inline':
      return [literal(form.open), ...cut(onOneLine(equation.latex)), literal(form.close)];
    case 'display': {
      const latex = reindent(form.rows ? asRows(equation.latex) : equation.latex, indent);
      return [
        literal(`${ownLine(target) ? '' : '\n'}${form.open}\n${form.indent}`),
        ...cut(latex.replaceAll('\n', `\n${form.indent}`)),
        literal(`\n${form.close}${target.after.trim() === '' ? '' : '\n'}`),
      ];
    }
  }
}

/** Whether nothing but white space, quote signs and list marks stands before the place. */
function ownLine({ before, language }: Target): boolean {
  return (
    (language === 'markdown'
      ? before.replace(/^(?:\s*(?:>|[-*+]|\d{1,9}[.)])(?=\s|$|>))*/, '')
      : before
    ).trim() === ''
  );
}

/**
 * What goes into a document for an equation: in text a display on lines of its own, in mathematics the bare LaTeX, in
 * a row of `align` its rows. Further lines begin with the place's continuation but not with the line's leading white
 * space, which an editor adds. The pieces' texts joined are the text; slots are numbered from 1.
 *
 * `> \kl-divergence‸` in Markdown gives `$$`, `> D_{\mathrm{KL}}…`, `> $$`.
 */
export function insertion(equation: Equation, target: Target, settings: InsertionSettings): readonly Piece[] {
  const form = formFor(target, settings);
  return wrapped(equation, target, form, settings.indent).map(({ text, slot }) => ({
    text: text.replaceAll('\n', `\n${target.context.continuation}`),
    slot,
  }));
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
