import * as vscode from 'vscode';
import { shippedCatalogue } from './core/catalogue';
import { LANGUAGE_IDS } from './core/languages';
import { createSearch } from './core/search';
import { indexTriggers } from './core/suggest';
import { registerCommands } from './editor/commands';
import { EquationCompletion } from './editor/completion';
import { DocumentContexts } from './editor/contexts';
import { Flyout } from './editor/flyout';
import { CursorFollower } from './editor/follow';
import { Inserter } from './editor/inserter';
import { Leftovers } from './editor/leftovers';
import { once } from './editor/once';
import { createPreview } from './editor/preview';
import { PreviewPanel } from './preview/panel';

/** Builds the parts and registers them; what is heavy waits for its first use. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const catalogue = once(shippedCatalogue);
  const triggers = once(() => indexTriggers(catalogue().equations));
  const search = once(() => createSearch(catalogue()));
  const contexts = new DocumentContexts();
  const inserter = new Inserter(contexts);
  const preview = createPreview(extensionUri, catalogue, inserter);
  const follower = new CursorFollower(catalogue, preview);
  const leftovers = new Leftovers(catalogue, contexts);
  const flyout = new Flyout(catalogue, vscode.Uri.joinPath(extensionUri, 'dist', 'drawings.json'));
  const completion = new EquationCompletion({
    triggers,
    contexts,
    onFocus: (equation) => preview.show(equation),
    describe: (equation) => flyout.describe(equation),
  });
  const languages = [...LANGUAGE_IDS];
  subscriptions.push(
    contexts,
    inserter,
    preview,
    follower,
    leftovers,
    vscode.languages.registerCompletionItemProvider(languages, completion, '\\'),
    vscode.languages.registerCodeActionsProvider(languages, leftovers, Leftovers.metadata),
    vscode.window.registerWebviewPanelSerializer(PreviewPanel.viewType, preview),
    registerCommands({ catalogue, search, inserter, preview, follower }),
  );
}
