import * as vscode from 'vscode';

/** Does what the user asked for; what goes wrong in it is told, because nobody waits for the outcome. */
export async function telling(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await vscode.window.showErrorMessage(
      `ML Equations: ${reason} Try again; if it stays so, report it with this text.`,
    );
  }
}
