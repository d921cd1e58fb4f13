import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An extension under measurement, alone in its extension host. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
}

/** The names of what is compared. `floor-N` returns N ready-made rows: what VS Code itself costs. */
export const SUBJECT = {
  none: 'no extension',
  one: 'floor-1',
  thousand: 'floor-1000',
  ours: 'ours',
} as const;

const ACTIVATION = ['onLanguage:latex', 'onLanguage:markdown'];

const floor = (rows: number) => `'use strict';
const vscode = require('vscode');
const items = Array.from({ length: ${rows} }, (_, i) => {
  const item = new vscode.CompletionItem('\\\\floor-' + i, vscode.CompletionItemKind.Operator);
  item.documentation = new vscode.MarkdownString('A lower bound on the evidence, number ' + i + '.');
  item.insertText = '\\\\mathcal{L}_{' + i + '}(\\\\mathbf{x})';
  return item;
});
exports.activate = ({ subscriptions }) => subscriptions.push(
  vscode.languages.registerCompletionItemProvider(
    ['latex', 'markdown'], { provideCompletionItems: () => items }, '\\\\'));
`;

function writeExtension(parent: string, name: string, source: string | undefined): Subject {
  const folder = join(parent, name.replace(' ', '-'));
  mkdirSync(folder);
  const manifest = {
    name: name.replace(' ', '-'),
    publisher: 'ml-bench',
    version: '0.0.0',
    engines: { vscode: '^1.90.0' },
    ...(source === undefined ? {} : { main: './extension.js', activationEvents: ACTIVATION }),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  if (source !== undefined) writeFileSync(join(folder, 'extension.js'), source);
  return { name, folder };
}

/** What the package holds, less what tests and tools have put beside it. */
function copyOurs(parent: string, root: string): Subject {
  const folder = join(parent, 'ours');
  const allowed = readFileSync(join(root, '.vscodeignore'), 'utf8').matchAll(/^!([^*\n]+?)(?:\/\*\*)?$/gm);
  for (const path of ['package.json', ...[...allowed].map(([, name = '']) => name)]) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  return { name: SUBJECT.ours, folder };
}

/** Writes everything that is compared into `parent`: ours is copied from the built tree at `root`. */
export function writeSubjects(parent: string, root: string): readonly Subject[] {
  return [
    writeExtension(parent, SUBJECT.none, undefined),
    writeExtension(parent, SUBJECT.one, floor(1)),
    writeExtension(parent, SUBJECT.thousand, floor(1000)),
    copyOurs(parent, root),
  ];
}
