import * as vscode from 'vscode';
import { IDLE_DOCUMENT } from '../documents';
import { FIGURE, type Record } from '../figures';
import { loadOf, rest } from './meter';
import { closeAll, openFile } from './window';

/** Longer than an extension waits for typing to rest before it reads, in milliseconds. */
const SETTLED = 1500;
const KEYS = 'a diagonal Gaussian, as before ';

/** Opens 100,000 lines, then types in them; what the extension does of its own accord afterwards counts too. */
export async function measureOpening(record: Record): Promise<void> {
  await rest(SETTLED);
  const opened = await loadOf(async () => {
    await openFile(IDLE_DOCUMENT);
    await rest(SETTLED);
  });
  record(FIGURE.opening, opened.cpu);
  record(FIGURE.openingStall, opened.stall);
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) throw new Error('The document did not open.');
  const middle = new vscode.Position(50_007, 0);
  editor.selection = new vscode.Selection(middle, middle);
  editor.revealRange(new vscode.Range(middle, middle));
  await rest(SETTLED);
  const before = editor.document.version;
  const typed = await loadOf(async () => {
    for (const text of KEYS) {
      await vscode.commands.executeCommand('type', { text });
      await rest(50);
    }
    await rest(SETTLED);
  });
  if (editor.document.version - before < KEYS.length) throw new Error('What was typed did not arrive.');
  record(FIGURE.typing, typed.cpu / KEYS.length);
  record(FIGURE.typingStall, typed.stall);
  await closeAll();
}
