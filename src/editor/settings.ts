import * as vscode from 'vscode';
import type { InsertionSettings, LatexDisplay } from '../core/insertion';

const DISPLAYS: readonly LatexDisplay[] = ['equation', 'equation*', '\\[ \\]', 'align'];

/** What the user has set, read anew at each use: VS Code keeps it at hand. */
export interface Settings extends InsertionSettings {
  readonly tabStops: boolean;
  readonly warnOfLeftovers: boolean;
}

/** The settings in force for a document; a value that is none of those allowed counts as the default. */
export function settingsFor(document: vscode.TextDocument): Settings {
  const configuration = vscode.workspace.getConfiguration('mlEquations', document);
  const display = configuration.get<unknown>('latex.display');
  return {
    latexDisplay: DISPLAYS.find((known) => known === display) ?? 'equation',
    tabStops: configuration.get<unknown>('insert.tabStops') !== false,
    warnOfLeftovers: configuration.get<unknown>('diagnostics.leftoverTriggers') !== false,
    indent: indentOf(document),
  };
}

function indentOf(document: vscode.TextDocument): string {
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  const size = Number(editor?.options.tabSize ?? 2);
  return editor?.options.insertSpaces === false ? '\t' : ' '.repeat(Number.isFinite(size) ? size : 2);
}
