import * as vscode from 'vscode';
import { shippedCatalogue } from '../../scripts/shipped';
import type { Equation } from '../../src/core/equation';
import { asText, insertion } from '../../src/core/insertion';
import { closeAll, offered, open } from './documents';
import { equal } from './expect';

const elbo = shippedCatalogue().equation('vae-elbo')?.latex ?? '';

/** Accepts the first row that is offered, as Enter would. */
async function accept(editor: vscode.TextEditor): Promise<void> {
  const [item] = await offered(editor);
  if (!(item?.insertText instanceof vscode.SnippetString) || !(item.range instanceof vscode.Range)) {
    throw new Error('Nothing was offered.');
  }
  await editor.insertSnippet(item.insertText, item.range);
}

async function accepted(textWithCursor: string, language = 'latex'): Promise<string> {
  const editor = await open(textWithCursor, language);
  await accept(editor);
  return editor.document.getText();
}

describe('insertion', () => {
  // Not after each: a new untitled document may still be given the text of one just closed.
  after(closeAll);

  it('sets a display in the text of a paper, indented as the editor indents', async () => {
    const editor = await open('Text.\n\n  \\vae-elbo‸\n');
    editor.options = { insertSpaces: true, tabSize: 2 };
    await accept(editor);
    equal(editor.document.getText(), `Text.\n\n  \\begin{equation}\n    ${elbo}\n  \\end{equation}\n`);
  });
  it('is bare in mathematics', async () => {
    equal(await accepted('so $\\vae-elbo‸$ is'), `so $${elbo}$ is`);
    equal(await accepted('\\begin{align}\n\\elbo‸\n\\end{align}'), `\\begin{align}\n${elbo}\n\\end{align}`);
  });
  it('is a block in Markdown, with the quote and the item kept', async () => {
    equal(await accepted('\\vae-elbo‸', 'markdown'), `$$\n${elbo}\n$$`);
    equal(await accepted('> \\vae-elbo‸', 'markdown'), `> $$\n> ${elbo}\n> $$`);
    equal(await accepted('- \\vae-elbo‸', 'markdown'), `- $$\n  ${elbo}\n  $$`);
    equal(await accepted('  1. \\vae-elbo‸', 'markdown'), `  1. $$\n     ${elbo}\n     $$`);
  });
  it('keeps what stands before and after on lines of its own', async () => {
    equal(await accepted('so \\vae-elbo‸ is', 'markdown'), `so \n$$\n${elbo}\n$$\n is`);
  });
  it('keeps the line ends of the document', async () => {
    const text = await accepted('Text.\r\n\\vae-elbo‸\r\n');
    equal(text, `Text.\r\n\\begin{equation}\r\n\t${elbo}\r\n\\end{equation}\r\n`.replace('\t', '    '));
  });
  it('goes to several cursors at once', async () => {
    const editor = await open('$\\vae-elbo‸$ and $\\vae-elbo$');
    const [item] = await offered(editor);
    if (!(item?.insertText instanceof vscode.SnippetString)) throw new Error('Nothing was offered.');
    await editor.insertSnippet(item.insertText, [
      new vscode.Range(0, 1, 0, 10),
      new vscode.Range(0, 17, 0, 26),
    ]);
    equal(editor.document.getText(), `$${elbo}$ and $${elbo}$`);
  });
});

/** The newest VS Code on Node inserts them all; elsewhere, where nothing of it differs, a tenth does. */
const EVERY = vscode.version.startsWith('1.90.') || typeof process === 'undefined' ? 10 : 1;

describe('insertion of the whole catalogue: each as it stands there, and one undo restores the document', () => {
  after(closeAll);
  const catalogue = shippedCatalogue();
  const chosen = new Set(catalogue.equations.filter((_, i) => i % EVERY === 0));
  for (const { id, title } of catalogue.families) {
    const equations = catalogue.equationsOf(id).filter((equation) => chosen.has(equation));
    if (equations.length > 0) it(title, () => insertEach(equations)).timeout(110_000);
  }
});

async function insertEach(equations: readonly Equation[]): Promise<void> {
  const editor = await open('A lone \ud800, a price of 5\\$, an open {\r\n% $\r\n$‸$');
  const { document } = editor;
  const form = { kind: 'oneLine', open: '', close: '', cell: false } as const;
  for (const equation of equations) {
    const between = new vscode.Range(2, 1, 2, document.lineAt(2).text.length - 1);
    await editor.edit((edit) => edit.replace(between, `\\${equation.id}`));
    const cursor = new vscode.Position(2, equation.id.length + 2);
    editor.selection = new vscode.Selection(cursor, cursor);
    const before = document.getText();
    await accept(editor);
    const expected = before.replace(`\\${equation.id}`, () => asText(insertion(equation, form)));
    equal(document.getText(), expected, equation.id);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before, equation.id);
  }
}
