import * as vscode from 'vscode';
import type { Equation } from '../core/equation';
import { asSnippet, type Form, formFor, insertion } from '../core/insertion';
import { isOffered, type Suggestion, suggest, type TriggerIndex } from '../core/suggest';
import { type Trigger, triggerAt } from '../core/trigger';
import type { DocumentContexts } from './contexts';
import { settingsFor } from './settings';

/** A dozen rows are seen at once, and each is sent with its whole LaTeX: more cost more than they help. */
const MOST_ROWS = 30;

/** A row of the list, with the equation that it stands for. */
export class EquationItem extends vscode.CompletionItem {
  constructor(readonly equation: Equation) {
    super({ label: `\\${equation.id}`, description: equation.name }, vscode.CompletionItemKind.Operator);
  }
}

/** The snippets of one form, each made when it is first offered. */
class Snippets {
  readonly #made = new Map<Equation, vscode.SnippetString>();
  constructor(
    readonly form: Form,
    readonly tabStops: boolean,
  ) {}

  of(equation: Equation): vscode.SnippetString {
    const made = this.#made.get(equation);
    if (made !== undefined) return made;
    const snippet = new vscode.SnippetString(asSnippet(insertion(equation, this.form), this.tabStops));
    this.#made.set(equation, snippet);
    return snippet;
  }
}

/** Offers equations where a trigger is typed, and shows the focused one. */
export class EquationCompletion implements vscode.CompletionItemProvider<EquationItem> {
  readonly #triggers: () => Promise<TriggerIndex>;
  readonly #contexts: DocumentContexts;
  readonly #onFocus: (equation: Equation) => void;
  readonly #describe: (equation: Equation) => Promise<vscode.MarkdownString>;
  #snippets: Snippets | undefined;

  constructor(parts: {
    readonly triggers: () => Promise<TriggerIndex>;
    readonly contexts: DocumentContexts;
    readonly onFocus: (equation: Equation) => void;
    readonly describe: (equation: Equation) => Promise<vscode.MarkdownString>;
  }) {
    this.#triggers = parts.triggers;
    this.#contexts = parts.contexts;
    this.#onFocus = parts.onFocus;
    this.#describe = parts.describe;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList<EquationItem> | undefined> {
    const line = document.lineAt(position.line).text;
    const trigger = triggerAt(line, position.character);
    if (trigger === null || !isOffered(this.#contexts.at(document, position))) return undefined;
    const index = await this.#triggers();
    if (token.isCancellationRequested) return undefined;
    const suggestions = suggest(index, trigger.query, MOST_ROWS);
    if (suggestions.length === 0) return undefined;
    const range = this.#range(position, line, trigger, index);
    const snippets = this.#snippetsFor(document, range);
    const items = suggestions.map((suggestion, i) => row(suggestion, i, range, snippets));
    return new vscode.CompletionList(items, true);
  }

  async resolveCompletionItem(item: EquationItem): Promise<EquationItem> {
    this.#onFocus(item.equation);
    item.documentation = await this.#describe(item.equation);
    return item;
  }

  /** From the backslash to the cursor, or to the word's end where what follows the cursor belongs to a trigger too. */
  #range(position: vscode.Position, line: string, trigger: Trigger, index: TriggerIndex): vscode.Range {
    const whole = line.slice(trigger.start + 1, trigger.end);
    const end = suggest(index, whole, 1).length > 0 ? trigger.end : position.character;
    return new vscode.Range(position.line, trigger.start, position.line, end);
  }

  #snippetsFor(document: vscode.TextDocument, range: vscode.Range): Snippets {
    const settings = settingsFor(document);
    // VS Code indents a snippet's lines itself, and turns a tab into what the editor indents with.
    const form = formFor(this.#contexts.target(document, range), { ...settings, indent: '\t' });
    const kept = this.#snippets;
    const same = kept?.tabStops === settings.tabStops && JSON.stringify(kept.form) === JSON.stringify(form);
    this.#snippets = kept !== undefined && same ? kept : new Snippets(form, settings.tabStops);
    return this.#snippets;
  }
}

function row(
  { equation, matched }: Suggestion,
  rank: number,
  range: vscode.Range,
  snippets: Snippets,
): EquationItem {
  const item = new EquationItem(equation);
  item.range = range;
  item.filterText = `\\${matched}`;
  item.sortText = String(rank).padStart(2, '0');
  item.insertText = snippets.of(equation);
  return item;
}
