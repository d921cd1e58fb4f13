import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import type { Search } from '../core/search';
import type { PreviewPanel } from '../preview/panel';
import { copyEquation } from './clipboard';
import type { CursorFollower } from './follow';
import type { Inserter } from './inserter';
import { browseFamilies, type PaletteActions, searchEquations } from './palette';

/** What the commands work with. */
export interface CommandParts {
  readonly catalogue: () => Catalogue;
  readonly search: () => Search;
  readonly inserter: Inserter;
  readonly preview: PreviewPanel;
  readonly follower: CursorFollower;
}

/** The palette shows its active row in the panel; a panel that it opened for that goes when it goes. */
function paletteActions({ inserter, preview }: CommandParts): PaletteActions {
  const wasOpen = preview.isOpen;
  let keep = wasOpen;
  return {
    insert: (equation) => inserter.insert(equation, { reopen: false }),
    copy: (equation) => copyEquation(equation, 'latex'),
    preview: (equation) => {
      keep = true;
      preview.open(equation);
    },
    peek: (equation) => {
      if (preview.isOpen) preview.show(equation);
      else preview.open(equation);
    },
    end: () => {
      if (!keep) preview.close();
    },
  };
}

/** Runs a command's work; what goes wrong in it, nobody else would say. */
async function run(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await vscode.window.showErrorMessage(
      `ML Equations: ${reason} Try again; if it stays so, report it with this text.`,
    );
  }
}

/** Registers the commands of the palette. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const command = (id: string, work: () => Promise<void> | void) =>
    vscode.commands.registerCommand(id, () => run(work));
  return vscode.Disposable.from(
    command('mlEquations.search', () => searchEquations(parts.search(), paletteActions(parts))),
    command('mlEquations.browse', () => browseFamilies(parts.catalogue(), paletteActions(parts))),
    command('mlEquations.openPreview', () => {
      const editor = vscode.window.activeTextEditor;
      parts.preview.open();
      parts.follower.show(editor);
    }),
  );
}
