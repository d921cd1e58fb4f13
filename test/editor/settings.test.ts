import * as vscode from 'vscode';
import { closeAll, offered, open } from './documents';
import { equal } from './expect';

async function withSetting<T>(key: string, value: unknown, work: () => Promise<T>): Promise<T> {
  const configuration = vscode.workspace.getConfiguration('mlEquations');
  await configuration.update(key, value, vscode.ConfigurationTarget.Global);
  try {
    return await work();
  } finally {
    await configuration.update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}

async function snippet(textWithCursor: string): Promise<string> {
  const [item] = await offered(await open(textWithCursor));
  return item?.insertText instanceof vscode.SnippetString ? item.insertText.value : '';
}

describe('settings', () => {
  // Not after each: a new untitled document may still be given the text of one just closed.
  after(closeAll);

  const displays = { 'equation*': '\\\\begin{equation*\\}', '\\[ \\]': '\\\\[', align: '\\\\begin{align\\}' };
  for (const [display, start] of Object.entries(displays)) {
    it(`mlEquations.latex.display: ${display}`, async () => {
      await withSetting('latex.display', display, async () => {
        equal((await snippet('\\vae-elbo‸')).startsWith(start), true);
      });
    });
  }
  it('mlEquations.latex.display: anything else counts as the default', async () => {
    await withSetting('latex.display', 42, async () => {
      equal((await snippet('\\vae-elbo‸')).startsWith('\\\\begin{equation\\}'), true);
    });
  });
  it('mlEquations.insert.tabStops', async () => {
    equal((await snippet('$\\vae-elbo‸$')).includes('${1:'), true);
    await withSetting('insert.tabStops', false, async () => {
      equal((await snippet('$\\vae-elbo‸$')).includes('${1:'), false);
    });
  });
});
