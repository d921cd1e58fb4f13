import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_IDS } from '../../src/core/languages';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const text = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

describe('package.json', () => {
  it('wakes the extension in each language that it serves, and at a kept panel', () => {
    assert.deepEqual(manifest.activationEvents, [
      ...LANGUAGE_IDS.map((id) => `onLanguage:${id}`),
      'onWebviewPanel:mlEquations.preview',
    ]);
  });
  it('declares the commands that are registered', () => {
    const registered = [...text.matchAll(/command\('(mlEquations\.\w+)'/g)].map(([, id]) => id);
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(registered.toSorted(), declared.toSorted());
  });
  it('declares the settings that are read', () => {
    const read = [...text.matchAll(/configuration\.get<unknown>\('([\w.]+)'/g)].map(
      ([, id]) => `mlEquations.${id}`,
    );
    assert.deepEqual(read.toSorted(), Object.keys(manifest.contributes.configuration.properties).toSorted());
  });
  it('has one bundle for every host, and no snippets that would show twice', () => {
    assert.equal(manifest.main, manifest.browser);
    assert.equal(manifest.contributes.snippets, undefined);
    assert.equal(manifest.contributes.configurationDefaults, undefined);
  });
  it('supports the oldest VS Code that its types describe', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });
  it('has a bundle that asks for nothing but vscode', () => {
    const found =
      /from 'node:|require\(|process\.|fetch\(|XMLHttpRequest|http:\/\/(?!www\.w3\.org\/2000\/svg)/.exec(
        text,
      );
    assert.equal(found?.[0], undefined);
  });
});
