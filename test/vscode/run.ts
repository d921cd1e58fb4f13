import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';

const USAGE =
  'npx tsx test/vscode/run.ts --tests <bundle> [--version newest|oldest] [--host node|web] ' +
  '[--extension <folder>] [--workspace <folder>]';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', default: 'newest' },
      host: { type: 'string', default: 'node' },
      tests: { type: 'string' },
      extension: { type: 'string', default: '.' },
      workspace: { type: 'string' },
    },
  });
  if (values.tests === undefined) throw new Error(`Name the test bundle: ${USAGE}`);
  return runTests({
    vscodeExecutablePath: fileURLToPath(new URL('code', import.meta.url)),
    extensionDevelopmentPath: resolve(values.extension),
    extensionTestsPath: resolve(values.tests),
    extensionTestsEnv: { ML_VSCODE: values.version, ML_HOST: values.host },
    launchArgs: values.workspace === undefined ? [] : [resolve(values.workspace)],
  });
}

function exitCodeOf(error: unknown): number {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`[vscode] ${error instanceof Error ? error.message : String(error)}`);
    process.exit(exitCodeOf(error));
  },
);
