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

const BEGINNING = /\\[a-z][a-z0-9]*-/;
const CANDIDATE = /(\\+)([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![A-Za-z0-9-])/g;

function inLine(text: string, line: number, isTrigger: (trigger: string) => boolean): Leftover[] {
  // Most lines hold no trigger, and these tell so at a third of the cost.
  if (!text.includes('-') || !BEGINNING.test(text)) return [];
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

function headOf({ trigger }: Leftover): string {
  return trigger.split('-')[0] ?? trigger;
}

/** The commands that define the one after them: `\def`, `\gdef`, `\newcommand*`, `\DeclareMathOperator` and their kin. */
const DEFINING = /\\(?:[egx]?def|(?:future)?let|[A-Za-z]*[cC]ommand|DeclareMathOperator)\*?/;

function definitionOf(head: string): RegExp {
  const command = `\\\\${head}(?![A-Za-z])`;
  return new RegExp(`\\{\\s*${command}\\s*\\}|${DEFINING.source}\\s*${command}`);
}

/**
 * Leaves out what only looks like a trigger, because the document defines its first part as a macro. Reads all lines,
 * if there is anything to leave out.
 *
 * After `\newcommand{\vae}{VAE}`, `\vae-elbo` is the author's own.
 */
export function withoutMacros(leftovers: readonly Leftover[], lines: Lines): readonly Leftover[] {
  if (leftovers.length === 0) return leftovers;
  const macros = new Set<string>();
  const heads = [...new Set(leftovers.map(headOf))].map((head) => ({
    head,
    command: `\\${head}`,
    definition: definitionOf(head),
  }));
  for (let index = 0; index < lines.count; index++) {
    const text = lines.line(index);
    for (const { head, command, definition } of heads) {
      if (text.includes(command) && definition.test(text)) macros.add(head);
    }
  }
  return leftovers.filter((leftover) => !macros.has(headOf(leftover)));
}
