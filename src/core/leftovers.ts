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

function inLine(text: string, line: number): Leftover[] {
  // Most lines hold no trigger, and these tell so at a third of the cost.
  if (!text.includes('-') || !BEGINNING.test(text)) return [];
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const [, backslashes, trigger] = match;
    if (backslashes === undefined || trigger === undefined) return [];
    if (backslashes.length % 2 === 0) return [];
    const start = match.index + backslashes.length - 1;
    return [{ trigger, line, start, end: start + 1 + trigger.length }];
  });
}

/** Sorted, and without overlaps. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last === undefined || stretch.from > last.to) apart.push(stretch);
    else apart.splice(-1, 1, { from: last.from, to: Math.max(last.to, stretch.to) });
  }
  return apart;
}

/**
 * Keeps through its edits what in one document looks like a trigger that was left; only lines that changed are read
 * again. A trigger without a hyphen is never one: it may well be a macro of the author's.
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

  /** Reads at most so many of the lines that were not read yet, and says whether all are read. */
  read(lines: Lines, most: number): boolean {
    let room = most;
    const now: Stretch[] = [];
    const later: Stretch[] = [];
    for (const { from, to } of merged(this.#unread)) {
      const end = Math.min(to, lines.count);
      const cut = Math.min(end, from + room);
      if (from < cut) now.push({ from, to: cut });
      if (cut < end) later.push({ from: Math.max(from, cut), to: end });
      room -= Math.max(0, cut - from);
    }
    const found = now.flatMap(({ from, to }) => {
      const here: Leftover[] = [];
      for (let line = from; line < to; line++) here.push(...inLine(lines.line(line), line));
      return here;
    });
    const kept = this.#found.filter(({ line }) => !now.some(({ from, to }) => line >= from && line < to));
    this.#found = [...kept, ...found].sort((a, b) => a.line - b.line || a.start - b.start);
    this.#unread = later;
    return later.length === 0;
  }

  /** What looks like a trigger in the lines that were read, in the document's order. */
  get found(): readonly Leftover[] {
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
