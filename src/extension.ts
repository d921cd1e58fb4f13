import * as vscode from 'vscode';
import { LANGUAGE_IDS } from './core/languages';
import { registerCommands } from './editor/commands';
import { EquationCompletion } from './editor/completion';
import { DocumentContexts } from './editor/contexts';
import { Flyout } from './editor/flyout';
import { CursorFollower } from './editor/follow';
import { Inserter } from './editor/inserter';
import { Leftovers } from './editor/leftovers';
import { createPreview } from './editor/preview';
import { shippedIn } from './editor/shipped';
import { PreviewPanel } from './preview/panel';

/** Builds the parts and registers them; what is heavy waits for its first use. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const { catalogue, triggers, drawings, search } = shippedIn(vscode.Uri.joinPath(extensionUri, 'dist'));
  const contexts = new DocumentContexts();
  const inserter = new Inserter(contexts);
  const preview = createPreview(extensionUri, catalogue, inserter);
  const follower = new CursorFollower(catalogue, preview);
  const leftovers = new Leftovers(catalogue, contexts);
  const flyout = new Flyout(catalogue, drawings);
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
