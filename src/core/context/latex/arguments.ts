import { matchAt } from '../sticky';
import { type ArgumentKind, type Arguments, UNKNOWN } from './commands';
import { defined, definitionOf } from './definitions';
import { type Frame, isMath, open } from './frames';
import { carryOut } from './macros';
import { readVerbatimArgument } from './raw';
import type { Scan } from './state';

const SPACE = 0x20;
const TAB = 0x09;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const STAR = 0x2a;
const LESS = 0x3c;

/** The name of a macro that is being defined, in braces or not. */
const NAME = /\{\s*\\([A-Za-z@]+|[^A-Za-z@])\s*\}|\\([A-Za-z@]+|[^A-Za-z@])/y;

const ENVIRONMENT_NAME = /\{([^{}]*)\}/y;

/** What TeX lets stand between a box and its brace. */
const DIMENSION = /\s*(?:to|spread)\b[^{}$%]{0,60}(?=\{)/y;

/** What holds inside an argument of a kind. */
function argumentFrame(parent: Frame, kind: ArgumentKind, next: Arguments | null): Frame {
  const math = isMath(parent);
  const mode = math || parent.mode === 'textInMath' ? 'textInMath' : 'text';
  switch (kind) {
    case 'text':
      return open(parent, 'argument', { mode, restricted: true, boxed: math || parent.boxed, next });
    case 'box':
      return open(parent, 'argument', { mode, restricted: true, boxed: true, next });
    case 'paragraphs':
      return open(parent, 'argument', { mode, restricted: false, boxed: false, next });
    case 'math':
      return open(parent, 'argument', math ? { next } : { mode: 'inline', env: null, next });
    case 'definition':
      return open(parent, 'definition', { restricted: false, boxed: false, next });
    case 'mathDefinition':
      return open(parent, 'definition', { mode: 'inline', env: null, next });
    case 'same':
      return open(parent, 'argument', { next });
    default:
      return open(parent, 'argument', { restricted: true, next });
  }
}

/** Skips what may be left out: it is pending no longer, whether it was there or not. */
function skip(scan: Scan, length: number, next: Arguments | null): void {
  scan.pos += length;
  scan.pending = next;
}

/** Reads an argument in braces, or gives up: what is no group is one token, of which no mode depends. */
function takeGroup(scan: Scan, { kind, next }: Arguments): void {
  if (kind === 'box' || kind === 'paragraphs')
    scan.pos += matchAt(DIMENSION, scan.text, scan.pos)?.[0].length ?? 0;
  if (scan.text.charCodeAt(scan.pos) !== OPEN_BRACE) {
    scan.pending = null;
    return;
  }
  scan.pos++;
  scan.top = argumentFrame(scan.top, kind, next);
  scan.pending = null;
}

/** The arguments of an unknown command must follow at once. */
function takeRest(scan: Scan): void {
  const code = scan.text.charCodeAt(scan.pos);
  if (code === STAR) {
    skip(scan, 1, UNKNOWN);
    return;
  }
  scan.pending = null;
  if (code !== OPEN_BRACE && code !== OPEN_BRACKET) return;
  scan.pos++;
  scan.top = open(scan.top, code === OPEN_BRACE ? 'argument' : 'optional', {
    restricted: true,
    next: UNKNOWN,
  });
}

/** Reads the name of what is being defined. */
function takeName(scan: Scan, { kind, next }: Arguments): void {
  const found = matchAt(kind === 'name' ? NAME : ENVIRONMENT_NAME, scan.text, scan.pos);
  if (found === null) {
    scan.pending = null;
    return;
  }
  const name = found[1] ?? found[2] ?? '';
  if (kind === 'verbatimName') {
    scan.macros = defined(scan.macros, `{${name}}`, { steps: [], argument: [], verbatim: true });
  } else {
    scan.defining = definitionOf(kind === 'name' ? name : `{${name}}`);
  }
  skip(scan, found[0].length, next);
}

/** Reads an argument of a macro of the document's own, in what the macro wraps around it. */
function takeMacroArgument(scan: Scan, { steps = [], next }: Arguments): void {
  scan.pending = null;
  if (scan.text.charCodeAt(scan.pos) !== OPEN_BRACE) return;
  scan.pos++;
  scan.top = open(scan.top, 'argument', { restricted: true, next });
  carryOut(scan, steps);
}

/** Reads on in the arguments that a command still takes. Spaces may stand before each. */
export function takeArgument(scan: Scan, pending: Arguments): void {
  const { text, pos } = scan;
  const { kind, next } = pending;
  const code = text.charCodeAt(pos);
  if (kind === 'rest') {
    takeRest(scan);
    return;
  }
  if (code === SPACE || code === TAB) {
    skip(scan, 1, pending);
    return;
  }
  switch (kind) {
    case 'star':
      skip(scan, code === STAR ? 1 : 0, next);
      return;
    case 'overlay': {
      const end = code === LESS ? text.indexOf('>', pos) : -1;
      skip(scan, end < 0 ? 0 : end + 1 - pos, next);
      return;
    }
    case 'optional':
      scan.pending = next;
      if (code !== OPEN_BRACKET) return;
      scan.pos++;
      scan.pending = null;
      scan.top = open(scan.top, 'optional', { restricted: true, next });
      return;
    case 'name':
    case 'environmentName':
    case 'verbatimName':
      takeName(scan, pending);
      return;
    case 'macro':
      takeMacroArgument(scan, pending);
      return;
    case 'verbatim':
      scan.pending = next;
      readVerbatimArgument(scan);
      return;
    default:
      takeGroup(scan, pending);
      return;
  }
}
