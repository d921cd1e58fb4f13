import type { Lines } from './context/context';

/** A trigger that stands in a document as it was typed. */
export interface Leftover {
  readonly trigger: string;
  readonly line: number;
  /** Columns of the backslash and of the end. */
  readonly start: number;
  readonly end: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const CANDIDATE = /(\\+)([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![A-Za-z0-9-])/g;

function inLine(text: string, line: number, isTrigger: (trigger: string) => boolean): Leftover[] {
  if (!text.includes('\\')) return [];
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const [, backslashes, trigger] = match;
    if (backslashes === undefined || trigger === undefined) return [];
    if (backslashes.length % 2 === 0 || !isTrigger(trigger)) return [];
    const start = match.index + backslashes.length - 1;
    return [{ trigger, line, start, end: start + 1 + trigger.length }];
  });
}

/**
 * Keeps the leftover triggers of one document through its edits; only lines that changed are read again. A trigger
 * without a hyphen is never one: it may well be a macro of the author's.
 */
export class LeftoverFinder {
  #found: readonly Leftover[] = [];
  #unread: readonly Stretch[];

  constructor(lineCount: number) {
    this.#unread = [{ from: 0, to: lineCount }];
  }

  /** Says that `removed` lines from `start` on were replaced by `inserted` others. */
  edit(start: number, removed: number, inserted: number): void {
    const moved = (line: number) =>
      line >= start + removed ? line + inserted - removed : Math.min(line, start);
    this.#found = this.#found
      .filter(({ line }) => line < start || line >= start + removed)
      .map((leftover) => ({ ...leftover, line: moved(leftover.line) }));
    this.#unread = [
      ...this.#unread.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
      { from: start, to: start + inserted },
    ];
  }

  /** The document's leftover triggers, in its order. */
  find(lines: Lines, isTrigger: (trigger: string) => boolean): readonly Leftover[] {
    const found: Leftover[] = [];
    const stretches = [...this.#unread].sort((a, b) => a.from - b.from);
    let next = 0;
    for (const { from, to } of stretches) {
      for (next = Math.max(next, from); next < Math.min(to, lines.count); next++) {
        found.push(...inLine(lines.line(next), next, isTrigger));
      }
    }
    this.#unread = [];
    const kept = this.#found.filter(
      ({ line }) => !stretches.some(({ from, to }) => line >= from && line < to),
    );
    this.#found = [...kept, ...found].sort((a, b) => a.line - b.line || a.start - b.start);
    return this.#found;
  }
}

/** Whether a document defines a trigger's first part as a macro, so that what looks like a trigger is one's own. */
export function definesHead(text: string, trigger: string): boolean {
  const [head] = trigger.split('-');
  return new RegExp(
    `(?:\\{\\\\${head}\\}|\\\\(?:def|let|newcommand|renewcommand|providecommand)\\*?\\s*\\\\${head}(?![A-Za-z]))`,
  ).test(text);
}
