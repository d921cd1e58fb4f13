import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import { asText, formFor, insertion } from '../core/insertion';
import { languageOf } from '../core/languages';
import { type Leftover, LeftoverFinder, withoutMacros } from '../core/leftovers';
import { isOffered } from '../core/suggest';
import { type DocumentContexts, linesOf } from './contexts';
import { lineChanges } from './linechanges';
import { settingsFor } from './settings';

/** Reading waits until typing rests that long, in milliseconds. */
const REST = 600;
/** So many lines are read in one turn, so that opening a long document holds up nothing else. */
const TURN = 5000;
const SOURCE = 'ML Equations';

interface Watched {
  readonly finder: LeftoverFinder;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a cursor stood in a trigger when the document was last read. */
  beingTyped: boolean;
  /** What was found last, and in which version of the document. */
  known: { readonly version: number; readonly leftovers: readonly Leftover[] } | undefined;
}

function rangeOf({ line, start, end }: Leftover): vscode.Range {
  return new vscode.Range(line, start, line, end);
}

/** Warns of triggers that were left in a document, where they do not compile, and expands them. */
export class Leftovers implements vscode.CodeActionProvider, vscode.Disposable {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  readonly #catalogue: () => Promise<Catalogue>;
  readonly #contexts: DocumentContexts;
  readonly #watched = new Map<vscode.TextDocument, Watched>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('mlEquations');
  readonly #listeners: vscode.Disposable;

  constructor(catalogue: () => Promise<Catalogue>, contexts: DocumentContexts) {
    this.#catalogue = catalogue;
    this.#contexts = contexts;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#watch(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) =>
        this.#cursorMoved(textEditor.document),
      ),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('mlEquations.diagnostics')) this.#checkAll();
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#watch(document);
  }

  /** One fix for the trigger at hand, and one for all of the document where there are several. */
  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const all = await this.#leftoversIn(document);
    if (all.length === 0) return [];
    const catalogue = await this.#catalogue();
    const here = all.filter((leftover) => rangeOf(leftover).intersection(range) !== undefined);
    const fixes = here.map((leftover) => {
      const fix = this.#fix(catalogue, document, [leftover], `Expand \\${leftover.trigger}`);
      fix.isPreferred = true;
      return fix;
    });
    if (here.length === 0 || all.length < 2) return fixes;
    return [
      ...fixes,
      this.#fix(catalogue, document, all, `Expand all ${all.length} triggers left in this document`),
    ];
  }

  #fix(
    catalogue: Catalogue,
    document: vscode.TextDocument,
    leftovers: readonly Leftover[],
    title: string,
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = leftovers.map(warning);
    action.edit = new vscode.WorkspaceEdit();
    const settings = settingsFor(document);
    for (const leftover of leftovers) {
      const [equation] = catalogue.triggered(leftover.trigger);
      if (equation === undefined) continue;
      const range = rangeOf(leftover);
      const parts = insertion(equation, formFor(this.#contexts.target(document, range), settings));
      const indentation = /^\s*/.exec(document.lineAt(range.start.line).text)?.[0] ?? '';
      action.edit.replace(document.uri, range, asText(parts, indentation));
    }
    return action;
  }

  async #leftoversIn(document: vscode.TextDocument): Promise<readonly Leftover[]> {
    const watched = this.#watched.get(document);
    if (watched === undefined || !settingsFor(document).warnOfLeftovers) return [];
    // Code actions are asked for wherever the cursor goes, mostly with nothing edited.
    if (watched.known?.version === document.version) return watched.known.leftovers;
    const { finder } = watched;
    const lines = linesOf(document);
    while (!finder.read(lines, TURN)) await nextTurn();
    if (finder.found.length === 0) return [];
    const { version } = document;
    const catalogue = await this.#catalogue();
    // An edit meanwhile has asked for another look.
    if (document.version !== version) return [];
    const found = finder.found
      .filter(({ trigger }) => catalogue.triggered(trigger).length > 0)
      .filter((leftover) => isOffered(this.#contexts.at(document, rangeOf(leftover).start)));
    const leftovers = withoutMacros(found, lines);
    watched.known = { version: document.version, leftovers };
    return leftovers;
  }

  #watch(document: vscode.TextDocument): void {
    if (languageOf(document.languageId) === undefined || this.#watched.has(document)) return;
    // The other side of a diff is a document too, in which nobody can expand anything.
    if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return;
    this.#watched.set(document, {
      finder: new LeftoverFinder(document.lineCount),
      timer: undefined,
      beingTyped: false,
      known: undefined,
    });
    this.#checkSoon(document);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const watched = this.#watched.get(document);
    if (watched === undefined) return;
    for (const { start, removed, inserted } of lineChanges(contentChanges))
      watched.finder.edit(start, removed, inserted);
    this.#checkSoon(document);
  }

  #checkSoon(document: vscode.TextDocument): void {
    const watched = this.#watched.get(document);
    if (watched === undefined) return;
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => void this.#check(document), REST);
  }

  /** A trigger that a cursor is in is still being typed; it is looked at again when the cursor has moved. */
  async #check(document: vscode.TextDocument): Promise<void> {
    const all = await this.#leftoversIn(document);
    const watched = this.#watched.get(document);
    if (watched === undefined) return;
    const cursors = vscode.window.visibleTextEditors
      .filter((editor) => editor.document === document)
      .flatMap(({ selections }) => selections.map(({ active }) => active));
    const left = all.filter((leftover) => !cursors.some((cursor) => rangeOf(leftover).contains(cursor)));
    this.#diagnostics.set(document.uri, left.map(warning));
    watched.beingTyped = left.length < all.length;
  }

  #cursorMoved(document: vscode.TextDocument): void {
    if (this.#watched.get(document)?.beingTyped === true) this.#checkSoon(document);
  }

  #checkAll(): void {
    for (const document of this.#watched.keys()) void this.#check(document);
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#watched.get(document)?.timer);
    this.#watched.delete(document);
    this.#diagnostics.delete(document.uri);
  }

  dispose(): void {
    for (const { timer } of this.#watched.values()) clearTimeout(timer);
    this.#watched.clear();
    this.#listeners.dispose();
    this.#diagnostics.dispose();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((settle) => setTimeout(settle));
}

function warning(leftover: Leftover): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(leftover),
    `\\${leftover.trigger} is a trigger that was not expanded; LaTeX does not know it. Expand it with the quick fix.`,
    vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = SOURCE;
  diagnostic.code = 'leftover-trigger';
  return diagnostic;
}
