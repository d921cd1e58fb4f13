import * as vscode from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function openFile(file: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The bench runs in a folder: none is open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  return vscode.window.showTextDocument(document);
}

/** Closes all editors and forgets what was typed. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
