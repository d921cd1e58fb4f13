import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { whenActive, writeProbe } from './activation';
import type { Opening } from './address';
import { launchChromium } from './chromium';
import { isNoise } from './noise';
import type { Server } from './server';
import type { Settings } from './settings';
import { writeStandIn } from './stand-in';

/** What a window opens with, and what it waits for. */
export interface WorkbenchOptions extends Opening {
  /** A colour theme by its label: 'Default Dark Modern', 'Default High Contrast Light', ... */
  readonly theme?: string;
  readonly settings?: Settings;
  /** The id (`publisher.name`) of an installed extension to wait for, where none is under development. */
  readonly installed?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A VS Code window in a browser of its own. */
export interface Workbench {
  readonly page: Page;
  /** The errors on the page's console so far, without VS Code's own known ones. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    /** VS Code's own door for its smoke tests. */
    readonly driver?: { whenWorkbenchRestored(): Promise<void> };
  }
}

const LOADING_MS = 120_000;

/**
 * Opens a VS Code window and waits until it can be used: restored, its files shown,
 * and the extension active by itself: open a file that its activation events name.
 *
 * @example
 * const { page, errors, close } = await openWorkbench(server, {
 *   folder: '/paper', files: ['/paper/main.tex'], extension: '/extension', theme: 'Default Dark Modern' });
 * await page.keyboard.type('\\vae');
 * @throws when the window is not ready in two minutes, with the errors on its console
 */
export async function openWorkbench(server: Server, options: WorkbenchOptions): Promise<Workbench> {
  const { theme, settings = {}, size = { width: 1280, height: 800 } } = options;
  server.writeSettings({ ...settings, ...(theme === undefined ? {} : { 'workbench.colorTheme': theme }) });
  const scratch = mkdtempSync(join(tmpdir(), 'ml-window-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    remove();
    process.off('exit', remove);
  };
  try {
    const page = await browser.newPage({ viewport: size });
    const errors = collectErrors(page);
    await load(page, server, options, scratch).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error([`VS Code's window is not ready. ${reason}`, ...errors].join('\n'));
    });
    return { page, errors, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  const keep = (message: string) => {
    if (!isNoise(message)) errors.push(message);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') keep(message.text());
  });
  page.on('pageerror', (error) => keep(error.stack ?? error.message));
  return errors;
}

async function load(page: Page, server: Server, options: WorkbenchOptions, scratch: string): Promise<void> {
  const extension = watchedExtension(options, scratch);
  const address = server.url({ ...options, ...(extension === undefined ? {} : { extension }) });
  const open = page.goto(address, { timeout: LOADING_MS }).then(() => restored(page, options.files ?? []));
  await Promise.all(extension === undefined ? [open] : [whenActive(page), open]);
}

/** What to load, so that the page's console says when the extension to wait for is active. */
function watchedExtension(options: WorkbenchOptions, scratch: string): string | undefined {
  const { extension, installed, host = 'node' } = options;
  if (extension !== undefined) return writeStandIn(host, extension, scratch);
  return installed === undefined ? undefined : writeProbe(scratch, installed, host);
}

async function restored(page: Page, files: readonly string[]): Promise<void> {
  await page.waitForFunction(() => window.driver !== undefined, undefined, { timeout: LOADING_MS });
  await page.evaluate(() => window.driver?.whenWorkbenchRestored());
  for (const file of files) {
    await page.getByRole('tab', { name: basename(file) }).waitFor({ timeout: LOADING_MS });
  }
  if (files.length > 0)
    await page.locator('.editor-instance .view-line').first().waitFor({ timeout: LOADING_MS });
}
