import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  // Without these a signal would end this process at once, and nothing be cleared away.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  const folder = join(scratch, 'workspace');
  cpSync('test/workspace', folder, { recursive: true });
  if (hasCode()) await desktop(folder, join(scratch, 'data'));
  else await browser(folder);
}

async function desktop(folder: string, data: string): Promise<void> {
  console.log('Opening VS Code with the extension. Press Ctrl+C here, or close its window, to end it.');
  const own = ['--wait', '--user-data-dir', data, '--disable-workspace-trust'];
  const opened = [`--extensionDevelopmentPath=${EXTENSION}`, folder, join(folder, 'paper.tex')];
  const child = spawn('code', [...own, ...opened], { stdio: 'inherit' });
  const end = () => {
    child.kill();
    endWindow(data);
  };
  process.prependOnceListener('exit', end);
  await once(child, 'close');
  process.off('exit', end);
}

/** The command only waits for VS Code, which runs apart from it and writes its process id into its data folder. */
function endWindow(data: string): void {
  try {
    const pid = Number(readFileSync(join(data, 'code.lock'), 'utf8'));
    if (pid > 0) process.kill(pid);
  } catch {
    // It had not begun, or had ended by itself.
  }
}

/** Serves VS Code until this process ends; the server ends with it. */
async function browser(folder: string): Promise<void> {
  console.log(
    'There is no `code` command here: starting the VS Code from npm (the first time takes a minute).',
  );
  const server = await startServer({ version: 'newest', settings: { 'workbench.startupEditor': 'none' } });
  const address = server.url({ folder, files: [join(folder, 'paper.tex')], extension: EXTENSION });
  console.log(`\nVS Code is ready. Open this address in a browser on this machine:\n\n  ${address}\n`);
  console.log('Type \\vae-elbo in paper.tex or notes.md. Press Ctrl+C here to end it.');
  throw new Error(`VS Code ended by itself:\n${await server.ended}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
