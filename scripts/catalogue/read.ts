import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** A family's file as it was read, before anything of it is known to be right. */
export interface FamilyFile {
  readonly file: string;
  readonly source: unknown;
}

/** Reads every family of a catalogue, in the order of the files' names. A file that is no YAML throws, naming it. */
export function readFamilies(directory: string): readonly FamilyFile[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: basename(name), source: parseFile(join(directory, name)) }));
}

function parseFile(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `${basename(path)}: not valid YAML. ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
