import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readBibliography } from '../../scripts/catalogue/bibliography';
import { type FamilyFile, readFamilies } from '../../scripts/catalogue/read';
import type { FamilySource } from '../../src/generated/schema';
import type { CheckedCatalogue, CheckedFamily } from './rule';

/** The definition of a family's file. */
export const SCHEMA: object = JSON.parse(readFileSync('snippets/schema.json', 'utf8'));

const isFamily = new Ajv().compile<FamilySource>(SCHEMA);

/** Holds a file against the schema. */
export function checkedFamily({ file, source }: FamilyFile): CheckedFamily {
  return { file, raw: source, source: isFamily(source) ? source : null };
}

/** Reads the catalogue in a directory for the rules to check. */
export function readCatalogue(directory: string): CheckedCatalogue {
  return {
    families: readFamilies(directory).map(checkedFamily),
    references: readBibliography(join(directory, 'references.bib')),
  };
}
