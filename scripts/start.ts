import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from '../test/vscode/server';

const EXTENSION = resolve('.');

/** Whether a desktop VS Code can be started by the command that it installs. */
function hasCode(): boolean {
  return spawnSync('code', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Opens a copy of the sample workspace, so that trying things out never changes the repository. */
async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'ml-equations-'));
  const folder = join(scratch, 'workspace');
  cpSync('test/workspace', folder, { recursive: true });
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  if (hasCode()) await desktop(folder, scratch);
  else await browser(folder);
}

function desktop(folder: string, scratch: string): Promise<void> {
  console.log('Opening VS Code with the extension. Press Ctrl+C here, or close its window, to end it.');
  const own = ['--wait', '--user-data-dir', join(scratch, 'data'), '--disable-workspace-trust'];
  const child = spawn(
    'code',
    [...own, `--extensionDevelopmentPath=${EXTENSION}`, folder, join(folder, 'paper.tex')],
    {
      stdio: 'inherit',
    },
  );
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', () => settle());
    process.once('SIGINT', () => child.kill());
  });
}

async function browser(folder: string): Promise<void> {
  console.log(
    'There is no `code` command here: starting the VS Code from npm (the first time takes a minute).',
  );
  const server = await startServer({ version: 'newest', settings: { 'workbench.startupEditor': 'none' } });
  const files = [join(folder, 'paper.tex')];
  console.log(
    `\nVS Code is ready. Open this address in a browser on this machine:\n\n  ${server.url({ folder, files, extension: EXTENSION })}\n`,
  );
  console.log('Type \\vae-elbo in paper.tex or notes.md. Press Ctrl+C here to end it.');
  await new Promise<void>((settle, reject) => {
    process.once('SIGINT', () => settle());
    process.once('SIGTERM', () => settle());
    server.ended.then((log) => reject(new Error(`VS Code ended by itself:\n${log}`)));
  });
  await server.stop();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
