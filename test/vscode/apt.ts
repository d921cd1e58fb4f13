import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command';

/**
 * The full path of the first of `names` that is on PATH, or `undefined`.
 *
 * @example findOnPath('chromium', 'google-chrome') // '/usr/bin/chromium'
 */
export function findOnPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable);
}

/** Whether the file is there and may be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs Debian packages, where this user may: as root, or by sudo without a password.
 *
 * @example await installPackages(['chromium'], 'The tests drive VS Code in Chromium.')
 * @throws when it may not or cannot, an error that names the one command to run by hand
 */
export async function installPackages(packages: readonly string[], why: string): Promise<void> {
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const prefix = administratorPrefix();
  if (prefix === undefined || findOnPath('apt-get') === undefined) {
    throw new Error(`${why} Install it, on Debian or Ubuntu with: sudo ${install.join(' ')}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand([...prefix, 'apt-get', 'update'], { env });
  await runCommand([...prefix, ...install], { env });
}

function administratorPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  if (findOnPath('sudo') === undefined) return undefined;
  const asked = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return asked.status === 0 ? ['sudo', '-n'] : undefined;
}
