import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runInVSCode } from '../vscode/tests';
import { type Figures, parseFigure } from './figures';
import type { Subject } from './subjects';

/** Bundles the parts that run in the extension host into `folder`; gives the path of each. */
export async function buildHosts(folder: string): Promise<{ readonly main: string; readonly panel: string }> {
  mkdirSync(folder);
  const entry = (name: string) => fileURLToPath(new URL(`host/${name}.ts`, import.meta.url));
  await build({
    entryPoints: { main: entry('index'), panel: entry('panel') },
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return { main: join(folder, 'main.js'), panel: join(folder, 'panel.js') };
}

/**
 * Runs a bundle in a fresh VS Code with one extension, and gives what it measured.
 *
 * @throws when VS Code or the measuring breaks
 */
export async function measured(subject: Subject, bundle: string, folder: string): Promise<Figures> {
  const figures = new Map<string, number>();
  const code = await runInVSCode({
    version: 'newest',
    host: 'node',
    extension: subject.folder,
    tests: bundle,
    folder,
    idleSeconds: 120,
    print: (line) => {
      const figure = parseFigure(line);
      if (figure !== undefined) figures.set(figure.name, figure.value);
    },
  });
  if (code !== 0) throw new Error(`The bench broke in the extension host of “${subject.name}”.`);
  return figures;
}
