import type { Range } from '../../../../src/core/tex';

/** A change of LaTeX at one place. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A broken form of an expression: what was done, and the changes that do it. */
export interface Breaking {
  readonly what: string;
  readonly edits: readonly Edit[];
}

/** LaTeX with changes made; they do not overlap. */
export function edited(latex: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (text, { range, text: piece }) => text.slice(0, range.start) + piece + text.slice(range.end),
      latex,
    );
}

/** Whether a text is one group in braces. */
function isBraced(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i === text.length - 1;
  }
  return false;
}

/** What stands at a place, without braces around it. */
export function textAt(latex: string, { start, end }: Range): string {
  const text = latex.slice(start, end);
  return isBraced(text) ? text.slice(1, -1) : text;
}

/** Puts another text at a place, in braces if there were any. */
export function put(latex: string, range: Range, text: string): Edit {
  return { range, text: isBraced(latex.slice(range.start, range.end)) ? `{${text}}` : text };
}

/** Exchanges what stands at two places. */
export function exchange(latex: string, left: Range, right: Range): readonly Edit[] {
  return [put(latex, left, textAt(latex, right)), put(latex, right, textAt(latex, left))];
}

/** Takes away what stands at a place; a space stays, so that a command before it ends. */
export function drop(range: Range): Edit {
  return { range, text: ' ' };
}
