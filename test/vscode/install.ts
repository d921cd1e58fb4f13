import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath, installPackages } from './apt';
import { runCommand } from './command';

/** Which VS Code: the newest one there is, or the oldest one that the extension supports. */
export type Version = 'newest' | 'oldest';

/** A VS Code on this machine: its server's entry point and the Node.js that must run it. */
export interface VSCodeInstall {
  readonly version: Version;
  readonly node: string;
  readonly serverMain: string;
}

interface Recipe {
  readonly npmFlags: readonly string[];
  /** Modules to compile: without them this version's extension host hangs. */
  readonly nativeModules: readonly string[];
}

const RECIPES: Readonly<Record<Version, Recipe>> = {
  newest: { npmFlags: [], nativeModules: [] },
  oldest: { npmFlags: ['--legacy-peer-deps'], nativeModules: ['@vscode/spdlog', 'native-watchdog'] },
};
const COMPILER = ['python3', 'make', 'g++'];
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs one VS Code from npm into its folder here; returns at once when that was done before.
 *
 * An interrupted install is begun again: the stamp is written last, inside the `node_modules` it vouches for.
 *
 * @example const { node, serverMain } = await installVSCode('newest')
 * @throws when npm fails, or a compiler is missing and may not be installed (the error names the command)
 */
export async function installVSCode(version: Version): Promise<VSCodeInstall> {
  const folder = fileURLToPath(new URL(version, import.meta.url));
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.vscode-installed');
  const install = {
    version,
    node: join(modules, 'node', 'bin', 'node'),
    serverMain: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
  const wanted = `${process.platform}-${process.arch}\n${readFileSync(join(folder, 'package-lock.json'), 'utf8')}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return install;
  const began = Date.now();
  console.error(`[vscode] Installing the ${version} VS Code from npm into ${folder} ...`);
  await installModules(folder, RECIPES[version]);
  writeFileSync(stamp, wanted);
  console.error(`[vscode] Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  return install;
}

async function installModules(folder: string, recipe: Recipe): Promise<void> {
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await runCommand(['npm', 'ci', ...QUIET], { cwd: folder });
  await runCommand(['npm', 'rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], { cwd: folder });
  // `npm ci` refuses these two: their lock files, shipped by code-server, leave out packages of other systems.
  for (const cwd of [vscode, join(vscode, 'extensions')]) {
    await runCommand(['npm', 'install', '--omit=dev', ...recipe.npmFlags, ...QUIET], { cwd });
  }
  if (recipe.nativeModules.length > 0) await compile(folder, vscode, recipe.nativeModules);
}

async function compile(folder: string, vscode: string, modules: readonly string[]): Promise<void> {
  const missing = COMPILER.filter((program) => findOnPath(program) === undefined);
  if (missing.length > 0)
    await installPackages(COMPILER, `This VS Code needs ${missing.join(', ')} to build.`);
  // First on PATH and as node-gyp's headers: the Node.js that will load the modules, not the one running this.
  const node = join(folder, 'node_modules', 'node');
  const headers = join(node, 'node_modules', `node-${process.platform}-${process.arch}`);
  const env = { ...process.env, PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH ?? ''}` };
  const nodedir = existsSync(join(headers, 'include')) ? { npm_config_nodedir: headers } : {};
  await runCommand(['npm', 'rebuild', ...modules, '--ignore-scripts=false', '--loglevel=error'], {
    cwd: vscode,
    env: { ...env, ...nodedir },
  });
}
