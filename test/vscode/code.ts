import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Host } from './address';
import type { Version } from './install';
import { runInVSCode, type TestRun } from './tests';

const DEFAULT_IDLE_SECONDS = 120;
/** The exit code when VS Code itself could not do its part: the tests' own failure is 1. */
const BROKEN = 2;

function readRun(args: readonly string[], env: NodeJS.ProcessEnv): TestRun {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      // Not used: named so that a value after a space is not taken for the workspace.
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const { extensionDevelopmentPath = [], extensionTestsPath: tests } = values;
  if (typeof tests !== 'string')
    throw new Error('This VS Code only runs tests: pass --extensionTestsPath=<bundle>.');
  if (extensionDevelopmentPath.length > 1) throw new Error('Pass one --extensionDevelopmentPath.');
  const [extension] = extensionDevelopmentPath.filter((path) => typeof path === 'string');
  const folder = positionals.map((path) => resolve(path)).find(isFolder);
  return {
    version: choice<Version>(env, 'ML_VSCODE', ['newest', 'oldest']),
    host: choice<Host>(env, 'ML_HOST', ['node', 'web']),
    ...(extension === undefined ? {} : { extension }),
    tests,
    ...(folder === undefined ? {} : { folder }),
    idleSeconds: Number(env.ML_IDLE_SECONDS ?? DEFAULT_IDLE_SECONDS),
    print: console.log,
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function choice<T extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly [T, ...T[]]): T {
  const given = env[name] || values[0];
  const chosen = values.find((value) => value === given);
  if (chosen === undefined) throw new Error(`${name} is "${given}": set it to ${values.join(' or ')}.`);
  return chosen;
}

async function main(): Promise<number> {
  try {
    return await runInVSCode(readRun(process.argv.slice(2), process.env));
  } catch (error) {
    console.error(`[vscode] ${error instanceof Error ? error.message : String(error)}`);
    return BROKEN;
  }
}

main().then((code) => process.exit(code));
