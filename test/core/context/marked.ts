import type { Context, Language, Lines, Place } from '../../../src/core/context/context';
import { contextReader } from '../../../src/core/context/reader';

/** A document as lines. */
export function linesOf(texts: readonly string[]): Lines {
  return { count: texts.length, line: (index) => texts[index] ?? '' };
}

/** A document without its cursor `‸`, and the cursor's place. */
export function marked(document: string): { texts: readonly string[]; place: Place } {
  const [before = '', after = ''] = document.split('‸');
  const above = before.split('\n');
  return {
    texts: `${before}${after}`.split('\n'),
    place: { line: above.length - 1, column: above.at(-1)?.length ?? 0 },
  };
}

/** The context at a document's cursor. */
export function contextAt(language: Language, document: string): Context {
  const { texts, place } = marked(document);
  return contextReader(language, linesOf(texts)).at(place);
}

/** A context in one word: `display align*`, with what else holds: `text restricted`, `text preamble`. */
export function told({ mode, env, restricted, preamble }: Context): string {
  return [mode, env, restricted ? 'restricted' : '', preamble ? 'preamble' : '']
    .filter((word) => word !== null && word !== '')
    .join(' ');
}
