import { type Browser, chromium } from 'playwright-core';
import { findOnPath, installPackages, isExecutable } from './apt';

/** What Chromium is started with: no sandbox of its own (it may run as root), no GPU, no calls home. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The path of a Chromium: what the CHROMIUM variable names, else one on PATH, else Debian's, installed now.
 *
 * @example await findChromium() // '/usr/bin/chromium'
 * @throws when CHROMIUM names nothing that runs, or none is found and none may be installed
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which cannot be run. Unset it, or name a Chromium's program.`);
  }
  const found = findOnPath(...NAMES);
  if (found !== undefined) return found;
  console.error('[vscode] Installing Chromium ...');
  await installPackages(['chromium'], 'The tests drive VS Code in Chromium, and none was found.');
  const installed = findOnPath(...NAMES);
  if (installed === undefined)
    throw new Error('Chromium was installed but is not on PATH: set CHROMIUM to it.');
  return installed;
}

/**
 * Starts a Chromium without a window. Playwright ends it when this process ends, however it does.
 *
 * @example const browser = await launchChromium()
 * @throws as `findChromium`, and when it does not start
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_FLAGS] });
}
