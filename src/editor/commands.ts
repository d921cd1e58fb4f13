import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import type { Search } from '../core/search';
import type { PreviewPanel } from '../preview/panel';
import { copyEquation } from './clipboard';
import type { CursorFollower } from './follow';
import type { Inserter } from './inserter';
import { browseFamilies, type PaletteActions, searchEquations } from './palette';
import { telling } from './telling';

/** What the commands work with. */
export interface CommandParts {
  readonly catalogue: () => Promise<Catalogue>;
  readonly search: () => Promise<Search>;
  readonly inserter: Inserter;
  readonly preview: PreviewPanel;
  readonly follower: CursorFollower;
}

/** By then VS Code has told what the user went to, in milliseconds. */
const SETTLED = 150;

/** The palette shows its active row in the panel; a panel that it opened for that goes when it goes. */
function paletteActions({ inserter, preview }: CommandParts): PaletteActions {
  let keep = preview.isOpen;
  return {
    insert: (equation) => telling(() => inserter.insert(equation, { reopen: false })),
    copy: (equation) => telling(() => copyEquation(equation, 'latex')),
    preview: (equation) => {
      keep = true;
      preview.open(equation);
    },
    peek: (equation) => {
      if (preview.isVisible) preview.show(equation);
      else preview.open(equation);
    },
    end: () => {
      // A click into the panel ends the palette too, and is known of only a moment later.
      setTimeout(() => {
        if (!keep && !preview.isActive) preview.close();
      }, SETTLED);
    },
  };
}

/** Registers the commands of the palette. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const command = (id: string, work: () => Promise<void> | void) =>
    vscode.commands.registerCommand(id, () => telling(work));
  return vscode.Disposable.from(
    command('mlEquations.search', () => {
      const actions = paletteActions(parts);
      return parts.catalogue().then((catalogue) => searchEquations(catalogue, parts.search(), actions));
    }),
    command('mlEquations.browse', () => {
      const actions = paletteActions(parts);
      return parts.catalogue().then((catalogue) => browseFamilies(catalogue, actions));
    }),
    command('mlEquations.openPreview', () => {
      const editor = vscode.window.activeTextEditor;
      parts.preview.open();
      return parts.follower.show(editor);
    }),
  );
}
