import * as vscode from 'vscode';
import { closeAll, open } from './documents';
import { equal } from './expect';

describe('the extension', () => {
  // Not after each: a new untitled document may still be given the text of one just closed.
  after(closeAll);

  it('is woken by a LaTeX document', async () => {
    await open('‸');
    const extension = vscode.extensions.getExtension('ml-equation-snippets.ml-equation-snippets');
    await extension?.activate();
    equal(extension?.isActive, true);
  });
  it('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const id of ['mlEquations.search', 'mlEquations.browse', 'mlEquations.openPreview']) {
      equal(commands.includes(id), true);
    }
  });
});
