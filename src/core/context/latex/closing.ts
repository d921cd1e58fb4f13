import { type Defining, defined, type Step, stepsInDefinition } from './definitions';
import { beginsMath, type Frame, isMath } from './frames';
import type { Scan } from './state';

/** Leaves a frame and all that was left open in it. */
function close(scan: Scan, frame: Frame): void {
  scan.top = frame.parent ?? frame;
  scan.pending = frame.next;
}

/** Keeps what a macro does, now that its definition ends. */
function define(scan: Scan, { name, ends, argument }: Defining): void {
  const macro = { steps: [...ends, ...stepsInDefinition(scan.top)], argument, verbatim: false };
  scan.macros = defined(scan.macros, name, macro);
  scan.defining = null;
}

/** Remembers of a definition that it closes something outside itself, where it will stand. */
function closesOutside(scan: Scan, step: Step): void {
  if (scan.defining === null) return;
  scan.defining = { ...scan.defining, ends: [...scan.defining.ends, step] };
}

/** Whether some enclosing brace belongs to an argument: TeX reads that by counting braces and nothing else. */
function inArgument(frame: Frame): boolean {
  for (let f: Frame | null = frame; f !== null; f = f.parent) {
    if (f.kind === 'argument' || f.kind === 'definition') return true;
  }
  return false;
}

/**
 * At a `}`: closes the innermost brace with what was left open in it. One inside an environment that has no brace of
 * its own is ignored, as TeX does, unless the environment began inside an argument.
 */
export function closeBrace(scan: Scan): void {
  let left = false;
  for (let f: Frame | null = scan.top; f !== null; f = f.parent) {
    if (f.kind === 'group' || f.kind === 'argument' || f.kind === 'definition') {
      if (f.kind === 'definition' && scan.defining !== null) define(scan, scan.defining);
      if (!left || inArgument(f)) close(scan, f);
      return;
    }
    if (f.kind === 'environment') left = true;
  }
}

/** At a `]`: closes the `[…]` that is open here, if one is. */
export function closeBracket(scan: Scan): void {
  if (scan.top.kind === 'optional') close(scan, scan.top);
}

/** At `\end{name}`: closes that environment with what was left open in it, if one is open in this definition. */
export function closeEnvironment(scan: Scan, name: string): void {
  for (let f: Frame | null = scan.top; f !== null; f = f.parent) {
    if (f.kind === 'definition') {
      closesOutside(scan, { kind: 'end', name });
      return;
    }
    if (f.kind === 'environment' && f.name === name) {
      close(scan, f);
      return;
    }
  }
}

/**
 * At a `$` in mathematics: closes the formula that a dollar or `\(` began, with what was left open in it. In an
 * environment a dollar is an error and ignored, unless the environment is stale: then it ends there.
 */
export function closeDollar(scan: Scan): void {
  const double = scan.text.charCodeAt(scan.pos + 1) === 0x24;
  let f: Frame = scan.top;
  while (f.kind !== 'inline' && f.kind !== 'display' && f.kind !== 'definition' && !beginsMath(f)) {
    f = f.parent ?? f;
  }
  if (f.kind === 'environment' && scan.stale) {
    close(scan, f);
    return;
  }
  const end = scan.pos + (double && f.kind !== 'inline' ? 2 : 1);
  if (end <= scan.limit && (f.kind === 'inline' || f.kind === 'display')) close(scan, f);
  scan.pos = end;
}

/** At `\)` or `\]`: closes the innermost formula if it is of that kind. */
export function closeFormula(scan: Scan, kind: 'inline' | 'display'): void {
  for (let f: Frame | null = scan.top; f !== null; f = f.parent) {
    if (f.kind === 'definition') closesOutside(scan, { kind: 'closeFormula', formula: kind });
    if (f.kind === 'definition') return;
    if (f.kind !== 'inline' && f.kind !== 'display') continue;
    if (f.kind === kind) close(scan, f);
    return;
  }
}

/** Leaves all mathematics at a thing that cannot stand in it, unless the whole text is a formula. */
export function leaveMath(scan: Scan): void {
  let f: Frame = scan.top;
  while (isMath(f) && f.parent !== null && f.kind !== 'definition') f = f.parent;
  if (!isMath(f)) scan.top = f;
}

/** Leaves all mathematics and arguments at a heading. */
export function leaveForHeading(scan: Scan): void {
  let f: Frame = scan.top;
  while (f.kind !== 'root' && f.kind !== 'definition' && (f.kind !== 'environment' || f.mode !== 'text')) {
    f = f.parent ?? f;
  }
  scan.top = f;
}

/** Whether a blank line cannot stand in a frame, so that TeX leaves it there or at the formula around it. */
function endsWithParagraph(frame: Frame): boolean {
  switch (frame.kind) {
    case 'root':
    case 'definition':
      return false;
    case 'environment':
      return isMath(frame) && !beginsMath(frame);
    case 'argument':
      return isMath(frame) || frame.boxed;
    default:
      return true;
  }
}

/** Whether the restriction of a frame came from a command's argument, not from a table or a picture around it. */
function restrictedByArgument(frame: Frame): boolean {
  let f = frame;
  while (f.kind !== 'environment' && f.kind !== 'definition' && f.parent !== null) f = f.parent;
  return frame.restricted && !f.restricted;
}

function unrestricted(frame: Frame): Frame {
  if (!frame.restricted || frame.parent === null) return frame;
  return { ...frame, parent: unrestricted(frame.parent), restricted: false };
}

/** At a blank line: TeX ends an unclosed formula here, so that the harm stays in its paragraph. */
export function endParagraph(scan: Scan): void {
  let deepest: Frame | null = null;
  for (let f: Frame | null = scan.top; f !== null && endsWithParagraph(f); f = f.parent) {
    if (f.kind === 'inline' || f.kind === 'display') deepest = f;
  }
  if (deepest?.parent) scan.top = deepest.parent;
  while (scan.top.kind === 'optional') scan.top = scan.top.parent ?? scan.top;
  // An argument that holds paragraphs can hold a display too.
  if (restrictedByArgument(scan.top)) scan.top = unrestricted(scan.top);
  scan.pending = null;
  scan.stale = isMath(scan.top);
}
