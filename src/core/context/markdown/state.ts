import { type LatexState, sameLatexState } from '../latex/state';
import type { Container, View } from './containers';
import type { HtmlBlock } from './html';

/** The block that the next line may go on with. */
export type Leaf =
  | { readonly kind: 'start' | 'none' | 'emptyItem' | 'table' | 'code' }
  /** `columns`: the cells of its last line, if that may be a table's header, else 0. */
  | { readonly kind: 'paragraph'; readonly columns: number }
  /** `formula`: the state of the LaTeX in a fence of math. */
  | {
      readonly kind: 'fence';
      readonly mark: number;
      readonly length: number;
      readonly formula: LatexState | null;
    }
  | { readonly kind: 'math'; readonly formula: LatexState }
  | { readonly kind: 'html'; readonly block: HtmlBlock }
  | { readonly kind: 'frontmatter'; readonly mark: number; readonly length: number };

/** All that a line of Markdown needs to know of those before it. Never changed. */
export interface MarkdownState {
  readonly containers: readonly Container[];
  readonly leaf: Leaf;
}

/** The state at the beginning of a Markdown file, where front matter may stand. */
export const MARKDOWN_START: MarkdownState = { containers: [], leaf: { kind: 'start' } };

function sameFormula(a: LatexState | null, b: LatexState | null): boolean {
  return a === b || (a !== null && b !== null && sameLatexState(a, b));
}

function sameLeaf(a: Leaf, b: Leaf): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'paragraph':
      return b.kind === 'paragraph' && a.columns === b.columns;
    case 'fence':
      return (
        b.kind === 'fence' && a.mark === b.mark && a.length === b.length && sameFormula(a.formula, b.formula)
      );
    case 'math':
      return b.kind === 'math' && sameFormula(a.formula, b.formula);
    case 'html':
      return b.kind === 'html' && a.block === b.block;
    case 'frontmatter':
      return b.kind === 'frontmatter' && a.mark === b.mark && a.length === b.length;
    default:
      return a.kind === b.kind;
  }
}

function sameContainer(a: Container, b: Container | undefined): boolean {
  return a.kind === 'quote' ? b?.kind === 'quote' : b?.kind === 'item' && a.indent === b.indent;
}

/** Whether two states are alike. */
export function sameMarkdownState(a: MarkdownState, b: MarkdownState): boolean {
  return (
    a === b ||
    (a.containers.length === b.containers.length &&
      a.containers.every((container, i) => sameContainer(container, b.containers[i])) &&
      sameLeaf(a.leaf, b.leaf))
  );
}

/** Where in a line LaTeX stands, and the state that it is entered in. */
export interface FormulaPart {
  readonly entering: LatexState;
  readonly from: number;
  readonly to: number;
}

/** What a line turned out to be. */
export type LineKind =
  | 'blank'
  | 'paragraph'
  | 'underline'
  | 'heading'
  | 'delimiters'
  | 'row'
  | 'rule'
  | 'reference'
  | 'fence'
  | 'code'
  | 'math'
  | 'html'
  | 'frontmatter';

/** A line that has been read: what it is, where its content begins, what it leaves. */
export interface MarkdownLine {
  readonly kind: LineKind;
  readonly view: View;
  readonly leaving: MarkdownState;
  /** Whether it goes on with the paragraph of the line before. */
  readonly continues: boolean;
  readonly formula: FormulaPart | null;
}
