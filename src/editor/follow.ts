import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import type { Equation } from '../core/equation';
import { languageOf } from '../core/languages';
import { equationAt, type Prints, printsOf } from '../core/recognition';
import { once } from './once';

/** An equation is looked for in so many lines before and after the cursor. */
const WINDOW = 30;
/** Longer lines than this are no equation's, and reading them would be felt. */
const LONGEST = 5000;
/** Reading waits until the cursor rests that long, in milliseconds. */
const REST = 80;

/** Shows the catalogue's equation that the cursor stands in, while the preview is open. */
export class CursorFollower implements vscode.Disposable {
  readonly #prints: () => Promise<Prints>;
  readonly #preview: { readonly isOpen: boolean; show(equation: Equation): void };
  readonly #listener: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    catalogue: () => Promise<Catalogue>,
    preview: { readonly isOpen: boolean; show(equation: Equation): void },
  ) {
    this.#prints = once(async () => printsOf((await catalogue()).equations));
    this.#preview = preview;
    this.#listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) =>
      this.#moved(textEditor),
    );
  }

  /** Shows the equation at the cursor of an editor, if there is one. */
  async show(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor === undefined || languageOf(editor.document.languageId) === undefined) return;
    const prints = await this.#prints();
    const { document, selection } = editor;
    const first = Math.max(0, selection.active.line - WINDOW);
    const last = Math.min(document.lineCount - 1, selection.active.line + WINDOW);
    const lines: string[] = [];
    for (let line = first; line <= last; line++) lines.push(document.lineAt(line).text);
    if (lines.some((line) => line.length > LONGEST)) return;
    const before = lines.slice(0, selection.active.line - first);
    const offset = before.reduce((sum, line) => sum + line.length + 1, selection.active.character);
    const equation = equationAt(prints, lines.join('\n'), offset);
    if (equation !== undefined) this.#preview.show(equation);
  }

  #moved(editor: vscode.TextEditor): void {
    clearTimeout(this.#timer);
    if (!this.#preview.isOpen) return;
    this.#timer = setTimeout(() => void this.show(editor), REST);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }
}
