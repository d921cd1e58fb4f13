import { matchAt } from '../sticky';
import { closeEnvironment, closeFormula, leaveForHeading, leaveMath } from './closing';
import { argumentsOf, DEFINITION, isHeading, UNKNOWN } from './commands';
import { definitionOf } from './definitions';
import { type Frame, isMath, open } from './frames';
import { carryOut } from './macros';
import { inDefinition, openEnvironment, openFormula } from './opening';
import type { Scan } from './state';

/** The name of an environment; without its closing brace it is only half typed. */
const ENVIRONMENT_NAME = /\s*\{([^{}\\$%#]*)(\})?/y;

/** What follows these commands is no argument in braces, and is not to be read as TeX. */
const TAKES_TOKENS: ReadonlyMap<string, RegExp> = new Map([
  ...['def', 'edef', 'gdef', 'xdef'].map((word): [string, RegExp] => [
    word,
    /\s*(?:\\([A-Za-z@]+|[\s\S])|[^\\{}\s])[^{}%]*/y,
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

/** What the arguments of an unknown command can begin with; a comment sign may stand before them. */
const ARGUMENT_SIGNS = '{[*%';

/** Nothing more can be told: `limit` stands inside a token. */
function stop(scan: Scan): void {
  scan.pos = scan.text.length;
}

function rootOf(frame: Frame): Frame {
  let f = frame;
  while (f.parent !== null) f = f.parent;
  return f;
}

function beginDocument(scan: Scan): void {
  scan.top = rootOf(scan.top);
  scan.phase = 'body';
  scan.stale = false;
}

function endDocument(scan: Scan): void {
  if (inDefinition(scan.top)) return;
  scan.top = rootOf(scan.top);
  scan.phase = 'after';
}

/** Opens an environment, with what the document's own definition of it opens. */
function beginEnvironment(scan: Scan, name: string): void {
  const macro = scan.macros.size === 0 ? undefined : scan.macros.get(`{${name}}`);
  if (macro === undefined) {
    openEnvironment(scan, name);
  } else if (!macro.verbatim) {
    scan.top = open(scan.top, 'environment', { name });
    carryOut(scan, macro.steps);
  } else if (!inDefinition(scan.top)) {
    scan.raw = { kind: 'until', end: `\\end{${name}}`, mode: 'verbatim' };
  }
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
    beginEnvironment(scan, name);
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
    if (!inDefinition(scan.top)) scan.raw = { kind: 'skipped', depth: 1 };
    return;
  }
  if ((word === 'documentclass' || word === 'documentstyle') && scan.phase === 'fragment') {
    scan.phase = 'preamble';
  }
  if (isHeading(word)) leaveForHeading(scan);
  const tokens = TAKES_TOKENS.get(word);
  if (tokens !== undefined) {
    const found = matchAt(tokens, scan.text, scan.pos);
    scan.pos += found?.[0].length ?? 0;
    if (!word.endsWith('def')) return;
    scan.pending = DEFINITION;
    scan.defining = definitionOf(found?.[1] ?? '');
    return;
  }
  const rest = isMath(scan.top) || !ARGUMENT_SIGNS.includes(scan.text.charAt(scan.pos)) ? null : UNKNOWN;
  const macro = scan.macros.size === 0 ? undefined : scan.macros.get(word);
  scan.pending = macro === undefined ? (argumentsOf(word) ?? rest) : null;
  if (macro === undefined) return;
  carryOut(scan, macro.steps);
  if (macro.argument.length > 0) scan.pending = { kind: 'macro', next: rest, steps: macro.argument };
}

function readSymbol(scan: Scan, symbol: string): void {
  switch (symbol) {
    case '(':
      if (!isMath(scan.top)) openFormula(scan, 'inline');
      return;
    case '[':
      leaveMath(scan);
      if (!isMath(scan.top)) openFormula(scan, 'display');
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
