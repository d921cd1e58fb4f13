import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

interface Import {
  readonly from: string;
  /** A path from the root, or a package's name. */
  readonly to: string;
}

const IMPORT =
  /(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|(?:import|require)\(['"]([^'"]+)['"]\)/g;

function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return { from: file, to: target.startsWith('.') ? normalize(join(dirname(file), target)) : target };
  });
}

function sources(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((name) => name.endsWith('.ts'));
}

/** What a part of the tree may import: parts of the tree and packages. The first part that fits a file counts. */
const ARROWS: readonly { readonly part: string; readonly may: readonly string[] }[] = [
  { part: 'src/core/', may: ['src/core/', 'src/generated/', 'minisearch'] },
  { part: 'src/generated/', may: [] },
  { part: 'src/preview/webview/', may: ['src/preview/webview/', 'src/preview/protocol', 'katex'] },
  { part: 'src/preview/protocol.ts', may: ['src/core/', 'src/preview/guard'] },
  { part: 'src/preview/guard.ts', may: [] },
  { part: 'src/preview/page.ts', may: [] },
  { part: 'src/preview/panel.ts', may: ['src/core/', 'src/preview/page', 'src/preview/protocol', 'vscode'] },
  {
    part: 'src/editor/',
    may: ['src/core/', 'src/editor/', 'src/preview/panel', 'src/preview/protocol', 'vscode'],
  },
  { part: 'src/extension.ts', may: ['src/core/', 'src/editor/', 'src/preview/panel', 'vscode'] },
];

function forbidden(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to }) => {
    const arrow = ARROWS.find(({ part }) => from.startsWith(part));
    const allowed = arrow?.may.some((may) => (may.endsWith('/') ? to.startsWith(may) : to === may)) ?? false;
    return allowed ? [] : [`${from} imports ${to}`];
  });
}

describe('the arrows between the parts', () => {
  it('never turn back', () => {
    const imports = sources('src').flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
    assert.ok(imports.length > 50);
    assert.deepEqual(forbidden(imports), []);
  });
  it('would be seen if they did', () => {
    const bad =
      "import * as vscode from 'vscode';\nimport { readFileSync } from 'node:fs';\nimport '../editor/completion';";
    assert.equal(forbidden(importsOf('src/core/tex.ts', bad)).length, 3);
    assert.equal(forbidden(importsOf('src/preview/webview/main.ts', "import '../panel'")).length, 1);
  });
  it('leave no file of the core without a test of its name, or of its folder’s', () => {
    const tested = new Set(
      sources('test/core').map((file) => relative('test/core', file).replace(/\.test\.ts$/, '')),
    );
    const untested = sources('src/core')
      .map((file) => relative('src/core', file).replace(/\.ts$/, ''))
      .filter((name) => !tested.has(name) && !tested.has(dirname(name)))
      .filter((name) => name !== 'equation' && name !== 'context/context');
    assert.deepEqual(untested, []);
  });
});
