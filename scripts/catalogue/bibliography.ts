import { readFileSync } from 'node:fs';
import { parse } from '@retorquere/bibtex-parser';
import type { Reference } from '../../src/core/equation';

interface Creator {
  readonly prefix?: string | undefined;
  readonly lastName?: string | undefined;
  readonly name?: string | undefined;
}

function text(value: unknown): string {
  return (typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '').normalize('NFC');
}

function authorsOf(creators: readonly Creator[]): string {
  const names = creators.map(({ prefix, lastName, name = '' }) =>
    text([prefix, lastName ?? name].filter(Boolean).join(' ')),
  );
  if (names.length > 2) return `${names[0]} et al.`;
  return names.join(' and ');
}

function urlOf(fields: Readonly<Record<string, unknown>>): string | null {
  if (fields.doi !== undefined) return `https://doi.org/${text(fields.doi)}`;
  if (fields.eprint !== undefined) return `https://arxiv.org/abs/${text(fields.eprint)}`;
  return fields.url === undefined ? null : text(fields.url);
}

/** Reads a BibTeX file into references, sorted by key. An entry that cannot be parsed throws, with its place. */
export function readBibliography(path: string): readonly Reference[] {
  const library = parse(readFileSync(path, 'utf8'), { sentenceCase: false });
  const [error] = library.errors;
  if (error !== undefined)
    throw new Error(`${path}: ${error.error}. Mend this entry: ${(error.input ?? '').slice(0, 80)}`);
  return library.entries
    .map((entry): Reference => {
      const fields: Readonly<Record<string, unknown>> = entry.fields;
      return {
        key: entry.key,
        authors: authorsOf(entry.fields.author ?? entry.fields.editor ?? []),
        title: text(fields.title),
        year: text(fields.year ?? fields.date),
        venue: text(
          fields.journal ?? fields.journaltitle ?? fields.booktitle ?? fields.publisher ?? fields.institution,
        ),
        url: urlOf(fields),
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
