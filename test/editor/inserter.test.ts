import * as vscode from 'vscode';
import { shippedCatalogue } from '../../scripts/shipped';
import { DocumentContexts } from '../../src/editor/contexts';
import { Inserter } from '../../src/editor/inserter';
import { closeAll, open } from './documents';
import { equal } from './expect';

describe('the palette’s insertion', () => {
  // Not after each: a new untitled document may still be given the text of one just closed.
  after(closeAll);

  const elbo = shippedCatalogue().equation('vae-elbo');
  async function insert(): Promise<void> {
    const contexts = new DocumentContexts();
    const inserter = new Inserter(contexts);
    if (elbo !== undefined) await inserter.insert(elbo, { reopen: false });
    vscode.Disposable.from(inserter, contexts).dispose();
  }

  it('takes the place of a half-typed trigger, what follows the cursor included', async () => {
    const { document } = await open('so $\\vae‸-elbo$');
    await insert();
    equal(document.getText(), `so $${elbo?.latex}$`);
  });
  it('leaves another command alone', async () => {
    const { document } = await open('so $\\alpha‸$');
    await insert();
    equal(document.getText(), `so $\\alpha${elbo?.latex}$`);
  });
  it('goes into a diff without leaving it', async () => {
    const { document: before } = await open('so $$');
    const { document: after } = await open('so $x$ is');
    await vscode.commands.executeCommand('vscode.diff', before.uri, after.uri);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    equal(tab instanceof vscode.TabInputTextDiff, true);
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), after.uri.toString());
    if (editor !== undefined) editor.selection = new vscode.Selection(0, 4, 0, 5);
    await insert();
    equal(after.getText(), `so $${elbo?.latex}$ is`);
    equal(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff, true);
  });
});
