import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
}

/** Whether what is made is newer than all that it is made from, which are files and directories. */
export function areFresh(outputs: readonly string[], inputs: readonly string[]): boolean {
  const newest = Math.max(...inputs.flatMap(filesOf).map(modified));
  return outputs.every((path) => modified(path) >= newest);
}

/** Writes a file, and the directories that it needs. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
