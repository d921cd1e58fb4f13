import * as vscode from 'vscode';
import type { Equation } from '../core/equation';
import { asSnippet, formFor, insertion } from '../core/insertion';
import { typedIn } from '../core/trigger';
import type { DocumentContexts } from './contexts';
import { settingsFor } from './settings';

interface LastEditor {
  readonly uri: vscode.Uri;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly selections: readonly vscode.Selection[];
}

/** Inserts equations into the text editor that was used last, also while the panel or the palette has the focus. */
export class Inserter implements vscode.Disposable {
  readonly #contexts: DocumentContexts;
  readonly #listeners: vscode.Disposable;
  #last: LastEditor | undefined;

  constructor(contexts: DocumentContexts) {
    this.#contexts = contexts;
    this.#remember(vscode.window.activeTextEditor);
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#remember(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#remember(textEditor);
      }),
    );
  }

  /**
   * Inserts at each cursor, in the form that the first one's place needs. Where the last editor has been closed it is
   * opened again if `reopen` says so; with no editor at all, the LaTeX is copied, and the user told.
   */
  async insert(equation: Equation, { reopen }: { readonly reopen: boolean }): Promise<void> {
    const editor = (await this.#shown()) ?? (reopen ? await this.#reopened() : undefined);
    if (editor === undefined) {
      await vscode.env.clipboard.writeText(equation.latex);
      vscode.window.showInformationMessage(
        `No text editor is open, so the LaTeX of “${equation.name}” was copied instead.`,
      );
      return;
    }
    const { document } = editor;
    const ranges = editor.selections.map((selection) => replaced(document, selection, equation));
    const [first] = ranges;
    if (first === undefined) return;
    const settings = settingsFor(document);
    const form = formFor(this.#contexts.target(document, first), { ...settings, indent: '\t' });
    const snippet = new vscode.SnippetString(asSnippet(insertion(equation, form), settings.tabStops));
    const before = document.version;
    const inserted = await editor.insertSnippet(snippet, ranges);
    if (!inserted || document.version === before) await sayReadOnly(equation, document);
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || !isText(editor.document.uri)) return;
    this.#last = { uri: editor.document.uri, viewColumn: editor.viewColumn, selections: editor.selections };
  }

  /** The editor used last, brought to the front if it is in a column; one in a diff or a notebook has no column. */
  async #shown(): Promise<vscode.TextEditor | undefined> {
    const editor = this.#visible();
    if (editor?.viewColumn === undefined || editor === vscode.window.activeTextEditor) return editor;
    return vscode.window.showTextDocument(editor.document, editor.viewColumn);
  }

  #visible(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (activeTextEditor !== undefined && isText(activeTextEditor.document.uri)) return activeTextEditor;
    const last = this.#last;
    const showing = visibleTextEditors.filter(
      ({ document }) => document.uri.toString() === last?.uri.toString(),
    );
    return showing.find(({ viewColumn }) => viewColumn === last?.viewColumn) ?? showing[0];
  }

  async #reopened(): Promise<vscode.TextEditor | undefined> {
    if (this.#last === undefined) return undefined;
    const { uri, viewColumn, selections } = this.#last;
    // An untitled document that was thrown away would come back empty, in no language.
    if (uri.scheme === 'untitled' && !isOpen(uri)) return undefined;
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document, viewColumn ?? vscode.ViewColumn.One);
      editor.selections = [...selections];
      return editor;
    } catch {
      // The file is gone: then there is no editor.
      return undefined;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

/** Output channels and the like are text editors too, but no documents of the user's. */
function isText(uri: vscode.Uri): boolean {
  return uri.scheme !== 'output' && uri.scheme !== 'debug';
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** A selection, or the half-typed trigger of this equation that the cursor is in. */
function replaced(
  document: vscode.TextDocument,
  selection: vscode.Selection,
  equation: Equation,
): vscode.Range {
  if (!selection.isEmpty) return selection;
  const { line, character } = selection.active;
  const { start, end } = typedIn(document.lineAt(line).text, character, equation.triggers);
  return new vscode.Range(line, start, line, end);
}

async function sayReadOnly(equation: Equation, document: vscode.TextDocument): Promise<void> {
  const copy = 'Copy LaTeX';
  const name = vscode.workspace.asRelativePath(document.uri);
  const answer = await vscode.window.showWarningMessage(
    `“${equation.name}” was not inserted: ${name} cannot be edited. Make it writable, or copy the LaTeX.`,
    copy,
  );
  if (answer === copy) await vscode.env.clipboard.writeText(equation.latex);
}
