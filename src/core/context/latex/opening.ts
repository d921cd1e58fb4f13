import { matchAt } from '../sticky';
import { leaveMath } from './closing';
import { environmentCategory } from './environments';
import { type Frame, isMath, open } from './frames';
import type { Scan } from './state';

/** The environment that `empheq` sets. */
const INNER_NAME = /\s*(?:\[[^\]]*\])?\s*\{([A-Za-z]+\*?)(?:=[^{}]*)?\}/y;

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

/** Whether a frame is in the body of a definition, which TeX does not carry out. */
export function inDefinition(frame: Frame): boolean {
  for (let f: Frame | null = frame; f !== null; f = f.parent) if (f.kind === 'definition') return true;
  return false;
}

/** At a `$`, `$$`, `\\(` or `\\[` in text: opens the formula. */
export function openFormula(scan: Scan, kind: 'inline' | 'display'): void {
  scan.top = open(scan.top, kind, { mode: kind, env: null });
  scan.stale = false;
}

/** At `\\begin{name}`: opens the environment. */
export function openEnvironment(scan: Scan, name: string): void {
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
      if (!inDefinition(top)) scan.raw = { kind: 'until', end: `\\end{${name}}`, mode: category };
      return;
    case 'other':
      scan.top = open(top, 'environment', { name });
  }
}
