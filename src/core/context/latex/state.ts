import type { Mode } from '../context';
import type { Arguments } from './commands';
import { type Defining, type Macros, NO_MACROS, sameDefining, sameMacros } from './definitions';
import { type Frame, rootFrame, sameFrame } from './frames';

/** A file without `\documentclass` is a fragment; what follows `\end{document}` is never read. */
export type Phase = 'fragment' | 'preamble' | 'body' | 'after';

/** Text that TeX does not read as tokens, and what ends it. */
export type Raw =
  | { readonly kind: 'until'; readonly end: string; readonly mode: 'verbatim' | 'comment' }
  | { readonly kind: 'skipped'; readonly depth: number }
  | { readonly kind: 'chunk' };

/** All that a line of LaTeX needs to know of those before it. Never changed. */
export interface LatexState {
  readonly top: Frame;
  readonly phase: Phase;
  /** The arguments that a command is still to read. */
  readonly pending: Arguments | null;
  readonly raw: Raw | null;
  /** A blank line was met in a display environment, where TeX gives up: a `$` after it begins a formula. */
  readonly stale: boolean;
  /** The definition whose body is read, or is to come. */
  readonly defining: Defining | null;
  /** The macros of the document's own that open or close something. */
  readonly macros: Macros;
}

/** The state at the beginning of a LaTeX file. */
export const LATEX_START: LatexState = {
  top: rootFrame('text'),
  phase: 'fragment',
  pending: null,
  raw: null,
  stale: false,
  defining: null,
  macros: NO_MACROS,
};

/** The state at the beginning of a formula whose delimiters belong to another language. */
export const FORMULA_START: Readonly<Record<'inline' | 'display', LatexState>> = {
  inline: { ...LATEX_START, top: rootFrame('inline') },
  display: { ...LATEX_START, top: rootFrame('display') },
};

function sameRaw(a: Raw | null, b: Raw | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  switch (a.kind) {
    case 'until':
      return b.kind === 'until' && a.end === b.end && a.mode === b.mode;
    case 'skipped':
      return b.kind === 'skipped' && a.depth === b.depth;
    case 'chunk':
      return b.kind === 'chunk';
  }
}

/** Whether two states are alike. */
export function sameLatexState(a: LatexState, b: LatexState): boolean {
  return (
    a === b ||
    (a.phase === b.phase &&
      a.pending === b.pending &&
      a.stale === b.stale &&
      sameRaw(a.raw, b.raw) &&
      sameDefining(a.defining, b.defining) &&
      sameMacros(a.macros, b.macros) &&
      sameFrame(a.top, b.top))
  );
}

/** A line being read, up to `limit`; only the scanner's own functions change it. */
export interface Scan {
  readonly text: string;
  readonly limit: number;
  pos: number;
  top: Frame;
  phase: Phase;
  pending: Arguments | null;
  raw: Raw | null;
  stale: boolean;
  defining: Defining | null;
  macros: Macros;
  /** What `limit` stands in, if it is no frame: a comment, verbatim text, code. */
  inside: Mode | null;
}

/** Ends the reading of a line: the rest of it is of one mode. */
export function restIs(scan: Scan, mode: Mode): void {
  scan.pos = scan.text.length;
  scan.inside = mode;
}
