import type { Arguments } from './commands';

/** The modes that LaTeX itself can be in; comments and verbatim text are no frames. */
export type FrameMode = 'text' | 'inline' | 'display' | 'textInMath';

/**
 * What is open at a place: a `{` group, a command's argument, the body of a definition, a `[…]`, an environment, a
 * formula. `inline` is `$` or `\(`, `display` is `$$` or `\[`: TeX lets each end the other's kind.
 */
export type FrameKind =
  | 'root'
  | 'group'
  | 'argument'
  | 'definition'
  | 'optional'
  | 'environment'
  | 'inline'
  | 'display';

/** One of the things that are open at a place, with what holds inside it. Never changed. */
export interface Frame {
  readonly kind: FrameKind;
  /** What it was opened in; null for the root. */
  readonly parent: Frame | null;
  /** An environment's name, else empty. */
  readonly name: string;
  readonly mode: FrameMode;
  readonly env: string | null;
  readonly restricted: boolean;
  /** A box of one line, in which `$$` is an empty formula. */
  readonly boxed: boolean;
  /** The arguments that follow when this one is closed. */
  readonly next: Arguments | null;
  readonly depth: number;
}

/** TeX itself gives up at 255 levels; beyond that nothing is opened. */
const DEEPEST = 255;

/** The frame that everything else stands in: `text`, or a formula whose delimiters belong to another language. */
export function rootFrame(mode: FrameMode): Frame {
  return {
    kind: 'root',
    parent: null,
    name: '',
    mode,
    env: null,
    restricted: false,
    boxed: false,
    next: null,
    depth: 0,
  };
}

/** A frame in another, from which it takes all that is not told. */
export function open(parent: Frame, kind: FrameKind, what: Partial<Frame> = {}): Frame {
  if (parent.depth >= DEEPEST) return parent;
  return {
    kind,
    parent,
    name: what.name ?? '',
    mode: what.mode ?? parent.mode,
    env: what.env === undefined ? parent.env : what.env,
    restricted: what.restricted ?? parent.restricted,
    boxed: what.boxed ?? parent.boxed,
    next: what.next ?? null,
    depth: parent.depth + 1,
  };
}

/** Whether TeX is in math mode in a frame. */
export function isMath(frame: Frame): boolean {
  return frame.mode === 'inline' || frame.mode === 'display';
}

/** Whether it was this frame that began the mathematics it is in. */
export function beginsMath(frame: Frame): boolean {
  return isMath(frame) && (frame.parent === null || !isMath(frame.parent));
}

function sameButParent(a: Frame, b: Frame): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.mode === b.mode &&
    a.env === b.env &&
    a.restricted === b.restricted &&
    a.boxed === b.boxed &&
    a.next === b.next &&
    a.depth === b.depth
  );
}

/** Whether two frames and all that they stand in are alike; quick, for what has not changed is shared. */
export function sameFrame(a: Frame, b: Frame): boolean {
  let [left, right]: [Frame | null, Frame | null] = [a, b];
  while (left !== right) {
    if (left === null || right === null || !sameButParent(left, right)) return false;
    left = left.parent;
    right = right.parent;
  }
  return true;
}
