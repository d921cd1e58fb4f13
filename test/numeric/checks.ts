import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Check } from './check';

/** The checks of a family, as its file lists them. */
export interface FamilyChecks {
  readonly family: string;
  readonly checks: readonly Check[];
  /** Why the file could not be loaded; null if it was. One family's slip does not stop the others. */
  readonly failure: string | null;
}

function isCheckList(value: unknown): value is readonly Check[] {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'id' in item)
  );
}

/** Reads the files of `checks/`: each is a family's, and exports one list of checks. Mocha wants them at once. */
export function familyChecks(): readonly FamilyChecks[] {
  const require = createRequire(import.meta.url);
  const directory = join(import.meta.dirname, 'checks');
  const files = readdirSync(directory).filter((file) => file.endsWith('.ts'));
  return files.toSorted().map((file) => {
    const family = file.replace(/\.ts$/, '');
    try {
      const exported: Readonly<Record<string, unknown>> = require(join(directory, file));
      return { family, checks: Object.values(exported).filter(isCheckList).flat(), failure: null };
    } catch (error) {
      return { family, checks: [], failure: String(error) };
    }
  });
}
