import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { announcing } from './activation';
import type { Host } from './address';
import { loadSource } from './load';

type Manifest = Readonly<Record<string, unknown>>;

/**
 * Writes a folder to `scratch` that stands in for an extension's: the same but for its manifest, whose only
 * entry is this host's (of two VS Code takes the Node.js one), and which says when it has become active.
 *
 * @example writeStandIn('web', '/extension', '/scratch') // '/scratch/extension'
 * @throws when the folder has no package.json, or that names no entry for this host
 */
export function writeStandIn(host: Host, extension: string, scratch: string): string {
  const folder = resolve(extension);
  const manifest = readManifest(folder);
  const { main, browser, ...rest } = manifest;
  const entry = host === 'web' ? browser : main;
  const kind = host === 'web' ? 'browser' : 'main';
  if (typeof entry !== 'string')
    throw new Error(`${folder}/package.json has no "${kind}" for the ${host} host.`);
  const standIn = join(scratch, 'extension');
  mkdirSync(standIn);
  for (const name of readdirSync(folder)) {
    if (name !== 'package.json') symlinkSync(join(folder, name), join(standIn, name));
  }
  writeFileSync(join(standIn, 'package.json'), JSON.stringify({ ...rest, [kind]: './ml-entry.js' }));
  writeFileSync(join(standIn, 'ml-entry.js'), announcing(loadSource(host, scriptAt(folder, entry))));
  return standIn;
}

function readManifest(folder: string): Manifest {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) throw new Error(`${folder} is not an extension: it has no package.json.`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function scriptAt(folder: string, entry: string): string {
  const path = join(folder, entry);
  return /\.c?js$/.test(path) ? path : `${path}.js`;
}
