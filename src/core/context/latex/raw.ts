import { beginsConditional } from './commands';
import { restIs, type Scan } from './state';

/** What matters in text that `\iffalse` skips. */
const SKIPPED = /\\(?:[A-Za-z@]+|[\s\S])|%/g;

/** Reads skipped text up to the `\fi` or `\else` that ends it. */
function readSkipped(scan: Scan, depth: number): void {
  const { pos } = scan;
  let open = depth;
  for (const match of scan.text.slice(pos).matchAll(SKIPPED)) {
    const word = match[0].slice(1);
    const end = pos + match.index + match[0].length;
    if (word === '' || end > scan.limit) break;
    if (beginsConditional(word)) open++;
    if (word === 'fi') open--;
    if (open === 0 || (open === 1 && word === 'else')) {
      scan.pos = end;
      scan.raw = null;
      return;
    }
  }
  scan.raw = open === depth ? scan.raw : { kind: 'skipped', depth: open };
  restIs(scan, 'comment');
}

function readUntil(scan: Scan, end: string, mode: 'verbatim' | 'comment'): void {
  const found = scan.text.indexOf(end, scan.pos);
  if (found < 0 || found + end.length > scan.limit) {
    restIs(scan, mode);
    return;
  }
  scan.pos = found + end.length;
  scan.raw = null;
}

/** Reads on in text that is no TeX, to its end or the line's. */
export function readRaw(scan: Scan): void {
  const { raw } = scan;
  switch (raw?.kind) {
    case 'until':
      readUntil(scan, raw.end, raw.mode);
      return;
    case 'skipped':
      readSkipped(scan, raw.depth);
      return;
    case 'chunk':
      if (/^@(?:\s|$)/.test(scan.text)) scan.raw = null;
      restIs(scan, 'code');
      return;
    case undefined:
      return;
  }
}

/** The head of a chunk of R code in Sweave and knitr: `<<label, echo=FALSE>>=`. */
export function beginsChunk(text: string): boolean {
  return text.startsWith('<<') && /^<<.*>>=\s*$/.test(text);
}

/** The end of a group that begins at `start`, in which braces are counted and nothing else has a meaning. */
function groupEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return i;
  }
  return text.length;
}

/** Reads a verbatim argument: `{…}`, or what stands between two equal signs. An unclosed one ends with its line. */
export function readVerbatimArgument(scan: Scan): void {
  const { text, pos, limit } = scan;
  const delimiter = text.charAt(pos);
  const close = delimiter === '{' ? groupEnd(text, pos) : text.indexOf(delimiter, pos + 1);
  const end = close < 0 ? text.length : close;
  if (limit > pos && limit <= end) {
    restIs(scan, 'verbatim');
  } else {
    scan.pos = Math.min(end + 1, text.length);
  }
}
