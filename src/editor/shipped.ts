import * as vscode from 'vscode';
import { type Catalogue, createCatalogue } from '../core/catalogue';
import type { Drawings } from '../core/drawing';
import { unpack } from '../core/packed';
import { createSearch, type Search, type SearchIndex } from '../core/search';
import { indexTriggers, type TriggerIndex } from '../core/suggest';
import { once } from './once';

/** What the build has prepared, read when it is first needed. */
export interface Shipped {
  readonly catalogue: () => Promise<Catalogue>;
  readonly triggers: () => Promise<TriggerIndex>;
  readonly drawings: () => Promise<Drawings>;
  /** Read anew at each call: it is the largest of all, and of use only while a palette is open. */
  readonly search: () => Promise<Search>;
}

/** Reads from the folder `dist`. As JSON rather than code, what is there costs nothing when the extension starts. */
export function shippedIn(dist: vscode.Uri): Shipped {
  const read = async <T>(name: string, parse: (text: string) => T): Promise<T> => {
    const file = vscode.Uri.joinPath(dist, name);
    try {
      return parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    } catch {
      throw new Error(`The extension’s own file ${name} cannot be read. Install the extension again.`);
    }
  };
  const catalogue = once(async () => createCatalogue(await read('catalogue.jsonl', unpack)));
  return {
    catalogue,
    triggers: once(async () => indexTriggers((await catalogue()).equations)),
    drawings: once(() => read('drawings.json', (text) => JSON.parse(text) as Drawings)),
    search: async () =>
      createSearch(await catalogue(), await read('search.json', (text) => JSON.parse(text) as SearchIndex)),
  };
}
