import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { FamilyFile } from '../../scripts/catalogue/read';
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

interface Sources {
  readonly files: readonly FamilyFile[];
  readonly references: readonly Reference[];
}

/** The catalogue for the rules to check, as the build has read it from its files. */
export function readCatalogue(): CheckedCatalogue {
  const { files, references }: Sources = JSON.parse(readFileSync('dist/sources.json', 'utf8'));
  return { families: files.map(checkedFamily), references };
}
