import type { Language } from './context/context';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['latex', 'latex'],
  ['tex', 'latex'],
  ['latex-expl3', 'latex'],
  ['rsweave', 'latex'],
  ['doctex', 'latex'],
  ['markdown', 'markdown'],
  ['rmd', 'markdown'],
  ['quarto', 'markdown'],
  ['mdx', 'markdown'],
]);

/** The language ids of the documents that equations are offered in. */
export const LANGUAGE_IDS: readonly string[] = [...LANGUAGES.keys()];

/** How a document with that language id is read; undefined where equations are not offered. */
export function languageOf(languageId: string): Language | undefined {
  return LANGUAGES.get(languageId);
}
