import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../vscode/browser';
import { type Server, startServer } from '../vscode/server';
import type { Settings } from '../vscode/settings';

const VSIX = 'dist/ml-equation-snippets.vsix';
const SCREENSHOTS = 'test/e2e/screenshots';
const SETTINGS: Settings = {
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  // Else a window that is loaded anew shows only the file that its address names.
  'window.restoreWindows': 'preserve',
};
const PATIENCE = 15_000;

/** A place in a file as VS Code's *Go to Line* takes it, counted from 1. */
export interface Cursor {
  readonly line: number;
  readonly column: number;
}

/** A VS Code with the packed extension in it, and a person at its keyboard. */
export class Session {
  private constructor(
    readonly server: Server,
    readonly workbench: Workbench,
    readonly folder: string,
    readonly settings: Settings,
  ) {}

  /** Opens a window on a folder with these files, the last of them in front. */
  static async open(files: Readonly<Record<string, string>>): Promise<Session> {
    const folder = mkdtempSync(join(tmpdir(), 'ml-e2e-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const server = await startServer({ version: 'newest' });
    await server.installExtension(resolve(VSIX));
    const workbench = await openWorkbench(server, {
      folder,
      files: Object.keys(files)
        .slice(-1)
        .map((name) => join(folder, name)),
      installed: 'ml-equation-snippets.ml-equation-snippets',
      settings: SETTINGS,
    });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return new Session(server, workbench, folder, SETTINGS);
  }

  get page(): Page {
    return this.workbench.page;
  }

  get #keyboard() {
    return this.page.keyboard;
  }

  /** The rows of the suggestion list. */
  get rows(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  get focusedRow(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  }

  /** Waits until the row of an equation has the focus. */
  async focusedOn(id: string): Promise<void> {
    await this.page
      .locator(`.suggest-widget.visible .monaco-list-row.focused[aria-label^="\\\\${id},"]`)
      .waitFor({ timeout: PATIENCE });
  }

  /** The drawing beside the suggestion list, opened by Ctrl+Space as a person would where it is not. */
  async flyoutImage(): Promise<Locator> {
    const image = this.page.locator('.suggest-details img');
    const isThere = await image.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) await this.press('Control+Space');
    await image.waitFor({ timeout: PATIENCE });
    return image;
  }

  /** The panel's page. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  }

  /** The rows of the palette. */
  get picks(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#keyboard.type(text, { delay: 30 });
  }

  /**
   * Types a trigger letter by letter; the list must be open after each. VS Code itself sometimes loses the list on a
   * busy machine, with any extension; then what was typed is taken back and typed anew, twice at most.
   */
  async typeTrigger(trigger: string, tries = 3): Promise<void> {
    for (const [typed, letter] of [...trigger].entries()) {
      await this.type(letter);
      const isOpen = await this.focusedRow.waitFor({ timeout: PATIENCE }).then(
        () => true,
        () => false,
      );
      if (isOpen) continue;
      if (tries === 1) throw new Error(`No list is open after “${trigger.slice(0, typed + 1)}”.`);
      console.log(`      (no list after “${trigger.slice(0, typed + 1)}”: typed anew)`);
      for (let i = 0; i <= typed; i++) await this.press('Backspace');
      return this.typeTrigger(trigger, tries - 1);
    }
  }

  /**
   * Opens VS Code's quick input by its key. While a webview has the focus, or a busy window is still moving it, the key
   * can get lost; then it is pressed again, as a person would.
   */
  async #openQuickInput(key: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    for (let tries = 0; tries < 5; tries++) {
      await this.press(key);
      const isOpen = await input.waitFor({ timeout: PATIENCE / 5 }).then(
        () => true,
        () => false,
      );
      if (isOpen) return;
    }
    throw new Error(`No quick input opened by ${key}.`);
  }

  /** Brings a file to the front of the first column, so that it never covers the panel. */
  async show(file: string): Promise<void> {
    await this.press('Control+1');
    await this.#openQuickInput('Control+p');
    await this.type(file);
    await this.picks.filter({ hasText: file }).first().waitFor();
    await this.press('Enter');
    await this.page.locator('.tab.active', { hasText: file }).waitFor();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async goTo({ line, column }: Cursor): Promise<void> {
    await this.#openQuickInput('Control+g');
    await this.type(`${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command from the command palette. */
  async command(title: string): Promise<void> {
    await this.#openQuickInput('F1');
    await this.type(title);
    await this.picks.filter({ hasText: title }).first().waitFor();
    await this.press('Enter');
  }

  /** Reloads the window as VS Code does it, so that it keeps what it keeps. */
  async reload(): Promise<void> {
    await this.command('Developer: Reload Window');
    await this.page.waitForEvent('load');
    await this.page.locator('.monaco-workbench .editor-instance').first().waitFor({ timeout: 60_000 });
  }

  /** Saves the file in front and reads it from the disk. */
  async saved(file: string): Promise<string> {
    await this.press('Control+s');
    await this.page.locator('.tab.active:not(.dirty)', { hasText: file }).waitFor({ timeout: PATIENCE });
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Waits until the window has taken up a theme. */
  async themed(theme: string): Promise<void> {
    const kind = /High Contrast Light/.test(theme)
      ? 'hc-light'
      : /High Contrast/.test(theme)
        ? 'hc-black'
        : /Light/.test(theme)
          ? 'vs'
          : 'vs-dark';
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.workbench.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
