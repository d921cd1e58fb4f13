import type { Context, Mode } from './context';
import { takeArgument } from './latex/arguments';
import { closeBrace, closeBracket, closeDollar, endParagraph } from './latex/closing';
import { stepsInDefinition } from './latex/definitions';
import { isMath, open } from './latex/frames';
import { inDefinition, openFormula } from './latex/opening';
import { beginsChunk, readRaw } from './latex/raw';
import { readCommand } from './latex/reading';
import { type LatexState, restIs, type Scan } from './latex/state';

const DOLLAR = 0x24;
const PERCENT = 0x25;
const PARAMETER = 0x23;

/**
 * Reads a dollar in text: two of them begin a display, but in a box they are an empty formula. Between the two of
 * `$‸$` is a formula, for that is what they will be when something has been typed there.
 */
function openDollar(scan: Scan): void {
  const { text, pos, limit, top } = scan;
  const double = text.charCodeAt(pos + 1) === DOLLAR && limit > pos + 1;
  scan.pos = pos + (double ? 2 : 1);
  if (double && top.boxed) return;
  openFormula(scan, double ? 'display' : 'inline');
}

/** Remembers what a definition wraps around its first argument: `$#1$`. */
function readParameter(scan: Scan): void {
  const { text, pos, top, defining } = scan;
  if (defining === null || defining.argument.length > 0 || text.charAt(pos + 1) !== '1') return;
  if (inDefinition(top)) scan.defining = { ...defining, argument: stepsInDefinition(top) };
}

function readToken(scan: Scan, code: number): void {
  switch (code) {
    case 0x5c:
      readCommand(scan);
      return;
    case DOLLAR:
      if (isMath(scan.top)) closeDollar(scan);
      else openDollar(scan);
      return;
    case PERCENT:
      restIs(scan, 'comment');
      return;
    case 0x7b:
      scan.top = open(scan.top, 'group');
      break;
    case 0x7d:
      closeBrace(scan);
      break;
    case 0x5d:
      closeBracket(scan);
      break;
    case PARAMETER:
      readParameter(scan);
  }
  scan.pos++;
}

/** The next character that has a meaning of its own. */
function nextToken(text: string, from: number, limit: number): number {
  let pos = from;
  for (; pos < limit; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x5c || code === DOLLAR || code === PERCENT || code === 0x5d) break;
    if (code === 0x7b || code === 0x7d || code === PARAMETER) break;
  }
  return pos;
}

function read(scan: Scan): void {
  const { text, limit } = scan;
  while (scan.pos < limit) {
    if (scan.raw !== null) {
      readRaw(scan);
    } else if (scan.pending !== null && text.charCodeAt(scan.pos) !== PERCENT) {
      takeArgument(scan, scan.pending);
    } else {
      scan.pos = nextToken(text, scan.pos, limit);
      if (scan.pos < limit) readToken(scan, text.charCodeAt(scan.pos));
    }
  }
}

function isBlank(text: string): boolean {
  return text.charCodeAt(0) > 0x20 ? false : text.trim() === '';
}

/** Reads a line up to `limit`; `blank` says whether it may end a paragraph. */
function readLine(text: string, entering: LatexState, limit: number, whole: boolean): Scan {
  const { top, phase, pending, raw, stale, defining, macros } = entering;
  const scan: Scan = { text, limit, pos: 0, top, phase, pending, raw, stale, defining, macros, inside: null };
  if (phase === 'after') restIs(scan, 'comment');
  else if (raw === null && !isMath(top) && beginsChunk(text)) {
    scan.raw = { kind: 'chunk' };
    restIs(scan, 'code');
  } else if (raw === null && whole && isBlank(text)) endParagraph(scan);
  else if (raw !== null) readRaw(scan);
  read(scan);
  // An unknown command's arguments follow on the same line, or after a comment sign at its end.
  if (scan.pending?.kind === 'rest' && scan.inside !== 'comment') scan.pending = null;
  return scan;
}

/**
 * The state that a line of LaTeX is left in. Linear in the line's length; the entering state itself if nothing changed.
 *
 * `\begin{align}` leaves an open environment, in which the next line is read as mathematics.
 */
export function scanLatex(text: string, entering: LatexState): LatexState {
  const { top, phase, pending, raw, stale, defining, macros } = readLine(text, entering, text.length, true);
  const same =
    top === entering.top &&
    phase === entering.phase &&
    pending === entering.pending &&
    raw === entering.raw &&
    stale === entering.stale &&
    defining === entering.defining &&
    macros === entering.macros;
  return same ? entering : { top, phase, pending, raw, stale, defining, macros };
}

/**
 * The context at a column of a line that is entered in a state.
 *
 * `x $\vae‸` in text gives the mode `inline`.
 */
export function latexAt(text: string, entering: LatexState, column: number): Context {
  // A blank line ends no paragraph while the cursor is in it: what is typed here stays in the formula.
  const { top, phase, inside } = readLine(text, entering, column, false);
  const mode: Mode = inside ?? top.mode;
  const inText = mode === 'text' || mode === 'textInMath';
  return {
    mode,
    env: top.env,
    restricted: inText && top.restricted,
    preamble: phase === 'preamble',
    continuation: '',
  };
}
