import * as vscode from 'vscode';
import type { Context, ContextReader, Lines } from '../core/context/context';
import { contextReader } from '../core/context/reader';
import type { Target } from '../core/insertion';
import { languageOf } from '../core/languages';
import { lineChanges } from './linechanges';

/** Where insertion goes: nowhere in particular, as in a document of a language that we do not read. */
const UNREAD: Context = { mode: 'display', env: null, restricted: false, preamble: false, continuation: '' };

/** A document as lines that are asked for one by one, so that none is copied that is not read. */
export function linesOf(document: vscode.TextDocument): Lines {
  return {
    get count() {
      return document.lineCount;
    },
    line: (index) => document.lineAt(index).text,
  };
}

/** The context of places in open documents. A document is first read when it is first asked about. */
export class DocumentContexts implements vscode.Disposable {
  readonly #readers = new Map<vscode.TextDocument, ContextReader>();
  readonly #listeners: vscode.Disposable;

  constructor() {
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#readers.delete(document)),
    );
  }

  /** Where a position stands; in a language that we do not read, as in a display. */
  at(document: vscode.TextDocument, position: vscode.Position): Context {
    const language = languageOf(document.languageId);
    if (language === undefined) return UNREAD;
    const reader = this.#readers.get(document) ?? contextReader(language, linesOf(document));
    this.#readers.set(document, reader);
    return reader.at({ line: position.line, column: position.character });
  }

  /** What insertion must know of a range within one line that is to be replaced. */
  target(document: vscode.TextDocument, range: vscode.Range): Target {
    return {
      language: languageOf(document.languageId) ?? 'latex',
      context: this.at(document, range.start),
      before: document.lineAt(range.start.line).text.slice(0, range.start.character),
      after: document.lineAt(range.end.line).text.slice(range.end.character),
    };
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const reader = this.#readers.get(document);
    if (reader === undefined) return;
    for (const { start, removed, inserted } of lineChanges(contentChanges))
      reader.edit(start, removed, inserted);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#readers.clear();
  }
}
