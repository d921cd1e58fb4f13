import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from './address';

const ACTIVE = 'ml-activation: active';
const FAILED = 'ml-activation: failed: ';
const LIMIT_MS = 120_000;

/**
 * The text of an extension's entry that says on the page's console when the extension has become active.
 *
 * @example announcing(loadSource('node', '/extension/dist/extension.js'))
 */
export function announcing(loadSource: string): string {
  return `${loadSource}
exports.activate = async (context) => {
  try {
    const api = await load().activate(context);
    console.log(${JSON.stringify(ACTIVE)});
    return api;
  } catch (error) {
    console.log(${JSON.stringify(FAILED)} + error);
    throw error;
  }
};
exports.deactivate = () => load().deactivate?.();
`;
}

/**
 * Writes an extension that says the same of an installed one, whose files are not to be touched.
 *
 * @example writeProbe('/scratch', 'publisher.name', 'node') // '/scratch/probe'
 */
export function writeProbe(folder: string, extension: string, host: Host): string {
  const probe = join(folder, 'probe');
  mkdirSync(probe);
  const manifest = {
    name: 'probe',
    publisher: 'ml-tests',
    version: '0.0.0',
    engines: { vscode: '^1.90.0' },
    activationEvents: ['onStartupFinished'],
    [host === 'web' ? 'browser' : 'main']: './probe.js',
  };
  writeFileSync(join(probe, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(probe, 'probe.js'), probing(extension));
  return probe;
}

// VS Code has no event for another extension's activation, and to activate it here would hide a wrong
// activation event in its manifest.
const probing = (extension: string) => `
const vscode = require('vscode');
exports.activate = () => {
  const extension = vscode.extensions.getExtension(${JSON.stringify(extension)});
  if (extension === undefined) return console.log(${JSON.stringify(FAILED)} + 'it is not installed here');
  const timer = setInterval(() => {
    if (!extension.isActive) return;
    clearInterval(timer);
    console.log(${JSON.stringify(ACTIVE)});
  }, 20);
};
`;

/**
 * Waits until the extension says that it is active; call it before the page loads.
 *
 * @example await Promise.all([whenActive(page), page.goto(address)])
 * @throws when its activation fails, or nothing activates it in two minutes
 */
export async function whenActive(page: Page): Promise<void> {
  const message = await page
    .waitForEvent('console', {
      predicate: (said) => said.text().includes(ACTIVE) || said.text().includes(FAILED),
      timeout: LIMIT_MS,
    })
    .catch(() => {
      throw new Error('Nothing activated the extension: open a file that its activation events name.');
    });
  const [, reason] = message.text().split(FAILED);
  // The page's console ends with the styles of VS Code's own prefix.
  if (reason !== undefined) throw new Error(`The extension is not active: ${reason.split(' color: ')[0]}.`);
}
