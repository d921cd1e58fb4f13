import { closeEnvironment, closeFormula, leaveForHeading, leaveMath } from './latexclosing';
import { argumentsOf, DEFINITION, isHeading, UNKNOWN } from './latexcommands';
import { environmentCategory } from './latexenvironments';
import { type Frame, isMath, open } from './latexframes';
import type { Scan } from './latexstate';
import { matchAt } from './sticky';

/** The name of an environment; without its closing brace it is only half typed. */
const ENVIRONMENT_NAME = /\s*\{([^{}\\$%#]*)(\})?/y;

/** The environment that `empheq` sets. */
const INNER_NAME = /\s*(?:\[[^\]]*\])?\s*\{([A-Za-z]+\*?)(?:=[^{}]*)?\}/y;

/** What follows these commands is no argument in braces, and is not to be read as TeX. */
const TAKES_TOKENS: ReadonlyMap<string, RegExp> = new Map([
  ...['def', 'edef', 'gdef', 'xdef'].map((word): [string, RegExp] => [
    word,
    /\s*(?:\\(?:[A-Za-z@]+|[\s\S])|[^\\{}\s])[^{}%]*/y,
  ]),
  ...['let', 'futurelet'].map((word): [string, RegExp] => [
    word,
    /\s*(?:\\(?:[A-Za-z@]+|[\s\S])|[^\\\s])\s*=? ?(?:\\(?:[A-Za-z@]+|[\s\S])|[^\\\s])?/y,
  ]),
  ...['string', 'noexpand', 'meaning'].map((word): [string, RegExp] => [
    word,
    /\s*(?:\\(?:[A-Za-z@]+|[\s\S])|[^\\\s])/y,
  ]),
  ...['catcode', 'lccode', 'uccode', 'mathcode', 'sfcode', 'delcode', 'char'].map(
    (word): [string, RegExp] => [word, /\s*`(?:\\[\s\S]|[^%])/y],
  ),
]);

/** Nothing more can be told: `limit` stands inside a token. */
function stop(scan: Scan): void {
  scan.pos = scan.text.length;
}

function rootOf(frame: Frame): Frame {
  let f = frame;
  while (f.parent !== null) f = f.parent;
  return f;
}

/** Opens a display environment; mathematics that is open already was never closed. */
function openDisplay(scan: Scan, name: string): void {
  const inner = name === 'empheq' ? matchAt(INNER_NAME, scan.text, scan.pos)?.[1] : undefined;
  leaveMath(scan);
  scan.top = open(scan.top, 'environment', { name, mode: 'display', env: inner ?? name });
  scan.stale = false;
}

function openBox(scan: Scan, name: string, cells: boolean): void {
  const mode = isMath(scan.top) || scan.top.mode === 'textInMath' ? 'textInMath' : 'text';
  scan.top = open(scan.top, 'environment', { name, mode, restricted: cells, boxed: cells });
}

function openEnvironment(scan: Scan, name: string): void {
  const category = environmentCategory(name);
  const { top } = scan;
  switch (category) {
    case 'display':
      openDisplay(scan, name);
      return;
    case 'inline':
      scan.top = open(top, 'environment', { name, mode: isMath(top) ? top.mode : 'inline', env: name });
      return;
    case 'inner':
      scan.top = open(top, 'environment', { name, mode: isMath(top) ? top.mode : 'inline', env: name });
      return;
    case 'cells':
    case 'box':
      openBox(scan, name, category === 'cells');
      return;
    case 'outer':
      leaveMath(scan);
      scan.top = open(scan.top, 'environment', { name });
      return;
    case 'verbatim':
    case 'comment':
      scan.raw = { kind: 'until', end: `\\end{${name}}`, mode: category };
      return;
    case 'other':
      scan.top = open(top, 'environment', { name });
  }
}

function beginDocument(scan: Scan): void {
  scan.top = rootOf(scan.top);
  scan.phase = 'body';
  scan.stale = false;
}

function endDocument(scan: Scan): void {
  for (let f: Frame | null = scan.top; f !== null; f = f.parent) if (f.kind === 'definition') return;
  scan.top = rootOf(scan.top);
  scan.phase = 'after';
}

function readEnvironment(scan: Scan, word: 'begin' | 'end'): void {
  const found = matchAt(ENVIRONMENT_NAME, scan.text, scan.pos);
  if (found === null) return;
  const end = scan.pos + found[0].length;
  if (end > scan.limit) {
    stop(scan);
    return;
  }
  scan.pos = end;
  const name = (found[1] ?? '').trim();
  if (found[2] === undefined) return;
  if (name === 'document' && !isMath(rootOf(scan.top))) {
    if (word === 'begin') beginDocument(scan);
    else endDocument(scan);
  } else if (word === 'begin') {
    openEnvironment(scan, name);
  } else {
    closeEnvironment(scan, name);
  }
}

function readWord(scan: Scan, word: string): void {
  if (word === 'begin' || word === 'end') {
    readEnvironment(scan, word);
    return;
  }
  if (word === 'iffalse') {
    scan.raw = { kind: 'skipped', depth: 1 };
    return;
  }
  if ((word === 'documentclass' || word === 'documentstyle') && scan.phase === 'fragment') {
    scan.phase = 'preamble';
  }
  if (isHeading(word)) leaveForHeading(scan);
  const tokens = TAKES_TOKENS.get(word);
  if (tokens !== undefined) {
    scan.pos += matchAt(tokens, scan.text, scan.pos)?.[0].length ?? 0;
    if (word.endsWith('def')) scan.pending = DEFINITION;
    return;
  }
  scan.pending = argumentsOf(word) ?? (isMath(scan.top) ? null : UNKNOWN);
}

function readSymbol(scan: Scan, symbol: string): void {
  switch (symbol) {
    case '(':
      if (!isMath(scan.top)) scan.top = open(scan.top, 'inline', { mode: 'inline', env: null });
      return;
    case '[':
      leaveMath(scan);
      if (!isMath(scan.top)) scan.top = open(scan.top, 'display', { mode: 'display', env: null });
      return;
    case ')':
      closeFormula(scan, 'inline');
      return;
    case ']':
      closeFormula(scan, 'display');
      return;
  }
}

function isWordCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x40 && code <= 0x5a);
}

/** Reads a command, with what belongs to it at once: the name of an environment, a definition's parameters. */
export function readCommand(scan: Scan): void {
  const { text, pos, limit } = scan;
  let end = pos + 1;
  while (isWordCode(text.charCodeAt(end))) end++;
  const symbol = end === pos + 1;
  if (symbol) end++;
  if (end > limit) {
    stop(scan);
    return;
  }
  scan.pos = end;
  const name = text.slice(pos + 1, end);
  if (symbol) readSymbol(scan, name);
  else readWord(scan, name);
}
