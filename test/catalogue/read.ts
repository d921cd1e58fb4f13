import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type FamilyFile, readFamilies } from '../../scripts/catalogue/read';
import type { Reference } from '../../src/core/equation';
import type { FamilySource } from '../../src/generated/schema';
import type { CheckedCatalogue, CheckedFamily } from './rule';

/** The definition of a family's file. */
export const SCHEMA: object = JSON.parse(readFileSync('snippets/schema.json', 'utf8'));

const isFamily = new Ajv().compile<FamilySource>(SCHEMA);

/** Holds a file against the schema. */
export function checkedFamily({ file, source }: FamilyFile): CheckedFamily {
  return { file, raw: source, source: isFamily(source) ? source : null };
}

/** The references as the build has read them, those too that no equation names: reading BibTeX takes seconds. */
function readReferences(): readonly Reference[] {
  return JSON.parse(readFileSync('dist/references.json', 'utf8'));
}

/** Reads the catalogue for the rules to check. */
export function readCatalogue(): CheckedCatalogue {
  return { families: readFamilies('snippets').map(checkedFamily), references: readReferences() };
}
