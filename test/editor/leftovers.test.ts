import * as vscode from 'vscode';
import { shippedCatalogue } from '../../scripts/shipped';
import { closeAll, open, until } from './documents';
import { equal } from './expect';

const elbo = shippedCatalogue().equation('vae-elbo')?.latex ?? '';

async function warnings(editor: vscode.TextEditor, count: number): Promise<readonly vscode.Diagnostic[]> {
  const ours = () =>
    vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'ML Equations');
  await until(vscode.languages.onDidChangeDiagnostics, () => ours().length === count);
  return ours();
}

async function fixes(editor: vscode.TextEditor, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ title }) => title.startsWith('Expand'));
}

describe('a leftover trigger', () => {
  // Not after each: a new untitled document may still be given the text of one just closed.
  after(closeAll);

  it('is warned of where it stands', async () => {
    const [warning] = await warnings(await open('so $\\vae-elbo$ and % \\vae-elbo\n'), 1);
    equal(warning?.range, new vscode.Range(0, 4, 0, 13));
  });
  it('is expanded by its fix', async () => {
    const editor = await open('so $\\vae-elbo$\n');
    const [warning] = await warnings(editor, 1);
    const [fix, ...more] = await fixes(editor, warning?.range ?? new vscode.Range(0, 0, 0, 0));
    equal([fix?.title, more.length], ['Expand \\vae-elbo', 0]);
    if (fix?.edit !== undefined) await vscode.workspace.applyEdit(fix.edit);
    equal(editor.document.getText(), `so $${elbo}$\n`);
    await warnings(editor, 0);
  });
  it('is expanded with all the others by the other fix, in one step', async () => {
    const text = '> \\vae-elbo\n\nso $\\vae-elbo$\n';
    const editor = await open(text, 'markdown');
    const [warning] = await warnings(editor, 2);
    const [, all] = await fixes(editor, warning?.range ?? new vscode.Range(0, 0, 0, 0));
    equal(all?.title, 'Expand all 2 triggers left in this document');
    if (all?.edit !== undefined) await vscode.workspace.applyEdit(all.edit);
    equal(editor.document.getText(), `> $$\n> ${elbo}\n> $$\n\nso $${elbo}$\n`);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });
  it('is none in a document that nobody can edit, as the old side of a diff is', async () => {
    const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const no = () => {
      throw vscode.FileSystemError.NoPermissions();
    };
    const past: vscode.FileSystemProvider = {
      onDidChangeFile: never.event,
      watch: () => never,
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 9 }),
      readFile: () => new TextEncoder().encode('\\vae-elbo'),
      ...{ readDirectory: no, createDirectory: no, writeFile: no, delete: no, rename: no },
    };
    const registered = vscode.workspace.registerFileSystemProvider('past', past, { isReadonly: true });
    const old = await vscode.workspace.openTextDocument(vscode.Uri.parse('past:/paper.tex'));
    equal([old.languageId, old.getText()], ['latex', '\\vae-elbo']);
    await warnings(await open('so $\\vae-elbo$ after\n'), 1);
    equal(vscode.languages.getDiagnostics(old.uri).length, 0);
    registered.dispose();
  });
  it('is none where the author’s own macro begins it', async () => {
    const editor = await open('\\newcommand{\\vae}{VAE}\n\\vae-elbo $\\ddpm-forward$\n');
    const [warning] = await warnings(editor, 1);
    equal(warning?.range.start.line, 1);
    equal(warning?.range.start.character, 11);
  });
});
