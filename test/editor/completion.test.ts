import * as vscode from 'vscode';
import { LANGUAGE_IDS } from '../../src/core/languages';
import { closeAll, labelOf, offered, open } from './documents';
import { equal, includes } from './expect';

async function first(textWithCursor: string, language = 'latex'): Promise<string | undefined> {
  const [item] = await offered(await open(textWithCursor, language));
  return item && labelOf(item);
}

describe('completion', () => {
  // Not after each: a new untitled document may still be given the text of one just closed.
  after(closeAll);

  it('offers equations in each of its languages that this VS Code knows', async () => {
    const known = await vscode.languages.getLanguages();
    const ours = LANGUAGE_IDS.filter((id) => known.includes(id));
    for (const id of ['latex', 'tex', 'markdown']) equal(ours.includes(id), true, id);
    for (const id of ours) equal(await first('\\vae-elbo‸', id), '\\vae-elbo', id);
  });
  it('finds an equation by each prefix of its trigger and by its alias', async () => {
    for (const typed of ['\\vae', '\\vae-', '\\vae-e', '\\vae-elbo', '\\elbo', '\\ELBO']) {
      equal(await first(`${typed}‸`), '\\vae-elbo', typed);
    }
  });
  it('finds it in mid-trigger and replaces the whole word', async () => {
    const [item] = await offered(await open('see \\vae-el‸bo'));
    equal(item?.range, new vscode.Range(0, 4, 0, 13));
  });
  it('leaves a word behind the cursor that is none of a trigger’s', async () => {
    const [item] = await offered(await open('\\vae-elbo‸xyz'));
    equal(item?.range, new vscode.Range(0, 0, 0, 9));
  });
  it('offers at most thirty lean rows', async () => {
    const items = await offered(await open('\\‸'));
    equal(items.length, 30);
    equal(
      items.some(({ documentation }) => documentation !== undefined),
      false,
    );
  });
  it('describes the focused row: drawing, sentence, symbols, reference', async () => {
    const [item] = await offered(await open('\\vae-elbo‸'), 1);
    const text = item?.documentation instanceof vscode.MarkdownString ? item.documentation.value : '';
    for (const part of ['](data:image/svg+xml;base64,', 'θ: ', 'Kingma and Welling', 'https://'])
      includes(text, part);
  });

  const silent: Readonly<Record<string, readonly [string, string]>> = {
    'a line break': ['a \\\\‸', 'latex'],
    'a comment': ['% \\vae-elbo‸', 'latex'],
    'a verbatim environment': ['\\begin{verbatim}\n\\vae-elbo‸\n\\end{verbatim}', 'latex'],
    'the preamble': ['\\documentclass{article}\n\\vae-elbo‸\n\\begin{document}\n\\end{document}', 'latex'],
    'a fence': ['```\n\\vae-elbo‸\n```', 'markdown'],
    'a code span': ['a `\\vae-elbo‸` b', 'markdown'],
    'front matter': ['---\ntitle: \\vae-elbo‸\n---\n', 'markdown'],
  };
  for (const [where, [text, language]] of Object.entries(silent)) {
    it(`offers nothing in ${where}`, async () =>
      equal((await offered(await open(text, language))).length, 0));
  }
  it('offers nothing in a language without mathematics', async () => {
    equal((await offered(await open('\\vae-elbo‸', 'plaintext'))).length, 0);
  });
});
