import { readFileSync } from 'node:fs';
import type { Language, Lines, Place } from '../../src/core/context/context';

/** What the caller gave cannot be used; the message says what to give instead. */
export class BadInput extends Error {}

/**
 * The lines of standard input, cut at `\n` and `\r\n` alone: JSON may hold U+2028 as it is, at which Node's own reader
 * of lines cuts too. A byte-order mark is no part of the first.
 */
export async function* inputLines(): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const input: AsyncIterable<Uint8Array> = process.stdin;
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
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
  if (typeof offset === 'number' && Number.isInteger(offset) && offset >= 0 && offset <= text.length)
    return offset;
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
