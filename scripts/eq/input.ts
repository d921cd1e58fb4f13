import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Language, Lines, Place } from '../../src/core/context/context';

/** What the caller gave cannot be used; the message says what to give instead. */
export class BadInput extends Error {}

/** The lines of standard input. */
export function inputLines(): AsyncIterable<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}

/** A file's text; a byte-order mark is no part of it, as in VS Code. */
export function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new BadInput(`Cannot read the file “${path}”. Give the path of a text file.`);
  }
}

/** A language as named by the caller. */
export function languageNamed(name: unknown): Language {
  if (name === 'latex' || name === 'markdown') return name;
  throw new BadInput(`The language is ${JSON.stringify(name)}. Give "latex" or "markdown".`);
}

/** An offset as given by the caller, in UTF-16 units from the text's start. */
export function offsetIn(text: string, offset: unknown): number {
  const number = typeof offset === 'string' ? Number(offset) : offset;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= text.length)
    return number;
  throw new BadInput(
    `The offset is ${JSON.stringify(offset)}. Give a whole number from 0 to ${text.length}.`,
  );
}

/** A text as an editor has it: lines without their ends, and the place of an offset in them. */
export interface TextLines extends Lines {
  placeOf(offset: number): Place;
}

/** Cuts a text into lines at `\n`, `\r\n` and `\r`, as VS Code does. */
export function linesOf(text: string): TextLines {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  const lines = text.split(/\r\n|\r|\n/);
  return {
    count: lines.length,
    line: (index) => lines[index] ?? '',
    placeOf(offset) {
      const line = Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      );
      const column = offset - (starts[line] ?? 0);
      return { line, column: Math.min(column, (lines[line] ?? '').length) };
    },
  };
}
