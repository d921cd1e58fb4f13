import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { addressOf, type Opening } from './address';
import { runCommand } from './command';
import { installVSCode, type Version, type VSCodeInstall } from './install';
import { type ProcessGroup, startGroup } from './process-group';
import { type Settings, writeSettings } from './settings';

/** What a server starts with. Without `dataDir` its data is temporary, and deleted when it stops. */
export interface ServerOptions {
  readonly version: Version;
  readonly dataDir?: string;
  readonly extensionsDir?: string;
  /** Settings of VS Code, over the quiet ones: `{ 'workbench.colorTheme': 'Default Light Modern' }`. */
  readonly settings?: Settings;
  /** A free port unless given. */
  readonly port?: number;
}

/** A VS Code server that answers on this machine only. */
export interface Server {
  readonly version: Version;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  /** The address of a window: open it in a browser. */
  readonly url: (opening: Opening) => string;
  /** Sets these over the settings that it started with, until the next call; open windows follow. */
  readonly writeSettings: (settings: Settings) => void;
  /** Installs a packed extension (.vsix) for the windows opened from now on. */
  readonly installExtension: (vsix: string) => Promise<void>;
  /** Settles when the server ends by itself, with the end of its log. */
  readonly ended: Promise<string>;
  /** Ends the server and every process it started. */
  readonly stop: () => Promise<void>;
}

/**
 * Installs VS Code if need be and starts its server; answers once it listens.
 *
 * @example
 * const server = await startServer({ version: 'newest' });
 * console.log(server.url({ folder: '/paper' }));
 * await server.stop();
 * @throws when VS Code cannot be installed, or the server ends instead of listening (with its log)
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const install = await installVSCode(options.version);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'ml-vscode-'));
  const folders = foldersOf(dataDir, options);
  writeSettings(dataDir, options.settings ?? {});
  const group = startGroup(install.node, serverArguments(install, folders, options.port), environment());
  const remove = () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  // After the group's own exit handler: the server is gone before its data is.
  process.once('exit', remove);
  const { port, ended } = await whenListening(group);
  return {
    version: options.version,
    port,
    pid: group.pid,
    dataDir,
    ended,
    writeSettings: (settings) => writeSettings(dataDir, { ...options.settings, ...settings }),
    url: (opening) => addressOf(port, opening),
    installExtension: (vsix) => installExtension(install, folders, vsix),
    stop: async () => {
      await group.end();
      process.off('exit', remove);
      remove();
    },
  };
}

function foldersOf(
  dataDir: string,
  { extensionsDir = join(dataDir, 'extensions') }: ServerOptions,
): string[] {
  mkdirSync(extensionsDir, { recursive: true });
  return ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
}

function serverArguments(install: VSCodeInstall, folders: readonly string[], port = 0): string[] {
  return [
    install.serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    // Without it the server ignores the extensions under development that an address names.
    '--enable-smoke-test-driver',
    ...folders,
  ];
}

function environment(): NodeJS.ProcessEnv {
  // Set when this runs inside VS Code's own terminal or debugger: they would make the server act as its child.
  const foreign = (name: string) =>
    name.startsWith('VSCODE_') || name.startsWith('ELECTRON_') || name === 'NODE_OPTIONS';
  const kept = Object.entries(process.env).filter(([name]) => !foreign(name));
  // No gallery: VS Code would ask it for updates and recommendations.
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}

async function installExtension(
  install: VSCodeInstall,
  folders: readonly string[],
  vsix: string,
): Promise<void> {
  const command = [
    install.node,
    install.serverMain,
    '--install-extension',
    resolve(vsix),
    '--force',
    ...folders,
  ];
  await runCommand(command, { env: environment() });
}

async function whenListening({
  child,
  end,
}: ProcessGroup): Promise<{ port: number; ended: Promise<string> }> {
  let log = '';
  const listening = new Promise<number>((settle) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log = `${log}${line}\n`.slice(-4000);
        const port = /agent listening on (\d+)/.exec(line)?.[1];
        if (port !== undefined) settle(Number(port));
      });
    }
  });
  const ended = once(child, 'close').then(() => log);
  const port = await Promise.race([listening, ended]);
  if (typeof port === 'number') return { port, ended };
  await end();
  throw new Error(`VS Code's server ended instead of listening:\n${port}`);
}
