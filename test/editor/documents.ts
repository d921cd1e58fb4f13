import * as vscode from 'vscode';

/** A document open in an editor, with the cursor where `‸` stood. */
export async function open(textWithCursor: string, language = 'latex'): Promise<vscode.TextEditor> {
  const offset = textWithCursor.indexOf('‸');
  const content = textWithCursor.replace('‸', '');
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  const position = document.positionAt(Math.max(0, offset));
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** What is offered at an editor's cursor by this extension; the first `resolved` rows as when they are focused. */
export async function offered(
  editor: vscode.TextEditor,
  resolved = 0,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    '\\',
    resolved,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Operator);
}

/** The trigger that a row is labelled with. */
export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Closes all editors without saving them. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Waits until something holds, asking anew at each of `event`'s firings. */
export function until<T>(event: vscode.Event<T>, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((settle) => {
    const listener = event(() => {
      if (!holds()) return;
      listener.dispose();
      settle();
    });
  });
}
