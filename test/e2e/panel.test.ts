import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../scripts/shipped';
import { Session } from './session';

const catalogue = shippedCatalogue();
const latexOf = (id: string) => catalogue.equation(id)?.latex ?? '';
const nameOf = (id: string) => catalogue.equation(id)?.name ?? '';

const THEMES = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

describe('the panel and the palette', () => {
  let session: Session;
  before(async () => {
    session = await Session.open({
      'notes.md': '# Notes\n\n\n',
      'paper.tex': `\\documentclass{article}\n\\begin{document}\n\n\n\\[ ${latexOf('kl-divergence')} \\]\n\\end{document}\n`,
    });
  });
  after(() => session.close());

  const title = (id: string) => session.panel.locator('h1', { hasText: nameOf(id) });

  it('opens beside the editor and teaches while there is nothing to show', async () => {
    await session.command('ML Equations: Open Preview');
    await session.panel.getByText('vae-elbo').first().waitFor();
    await session.screenshot('panel-empty');
  });

  it('follows the arrow keys in the suggestion list', async () => {
    await session.show('paper.tex');
    await session.goTo({ line: 3, column: 1 });
    await session.typeTrigger('\\vae-elbo');
    await session.focusedOn('vae-elbo');
    await title('vae-elbo').waitFor();
    await session.press('ArrowDown');
    const next = (await session.focusedRow.getAttribute('aria-label')) ?? '';
    const id = /^\\([a-z0-9-]+),/.exec(next)?.[1] ?? '';
    assert.notEqual(id, 'vae-elbo');
    await title(id).waitFor();
    await session.screenshot('panel-follows-list');
    await session.press('Escape');
    await session.press('Control+z');
  });

  it('follows the cursor into an equation of the catalogue', async () => {
    await session.goTo({ line: 5, column: 20 });
    await title('kl-divergence').waitFor();
  });

  it('inserts at the cursor from its button', async () => {
    await session.goTo({ line: 3, column: 1 });
    await session.panel.getByRole('button', { name: 'Insert' }).click();
    await session.page.locator('.view-line', { hasText: 'begin{equation}' }).waitFor();
    await session.press('Escape');
    const text = await session.saved('paper.tex');
    assert.ok(text.includes(`\\begin{equation}\n    ${latexOf('kl-divergence')}\n\\end{equation}\n`), text);
  });

  it('shows a related equation when it is clicked', async () => {
    const related = catalogue.equation('kl-divergence')?.related[0] ?? '';
    await session.panel
      .getByRole('button', { name: nameOf(related), exact: true })
      .first()
      .click();
    await title(related).waitFor();
  });

  it('is searched through the palette, in spite of a slip', async () => {
    await session.show('notes.md');
    await session.goTo({ line: 3, column: 1 });
    await session.command('ML Equations: Search');
    await session.page.getByPlaceholder(/abbreviation/).waitFor();
    await session.type('wasserstien distance');
    await session.picks
      .first()
      .filter({ hasText: nameOf('wasserstein-distance') })
      .waitFor();
    await title('wasserstein-distance').waitFor();
    await session.screenshot('palette');
    await session.press('Enter');
    await session.page.locator('.view-line', { hasText: '$$' }).first().waitFor();
    await session.press('Escape');
    assert.ok((await session.saved('notes.md')).includes(`$$\n${latexOf('wasserstein-distance')}\n$$\n`));
  });

  it('is browsed by family', async () => {
    await session.command('ML Equations: Browse by Family');
    await session.picks.first().waitFor();
    await session.screenshot('families');
    await session.type('diffusion models');
    const family = catalogue.family('diffusion')?.title ?? '?';
    await session.picks.first().filter({ hasText: family }).waitFor();
    await session.press('Enter');
    await session.page.getByPlaceholder(family).waitFor();
    await session.type('ddpm-forward');
    await session.picks.filter({ hasText: '\\ddpm-forward' }).first().waitFor();
    await session.press('Escape');
  });

  it('reads well in every kind of theme', async () => {
    const drawings = new Set<string>();
    await session.show('notes.md');
    for (const theme of THEMES) {
      session.server.writeSettings({ ...session.settings, 'workbench.colorTheme': theme });
      await session.themed(theme);
      await session.goTo({ line: 1, column: 8 });
      await session.type(' ');
      await session.typeTrigger('\\ddpm-for');
      await session.focusedOn('ddpm-forward');
      await title('ddpm-forward').waitFor();
      const image = await session.flyoutImage();
      drawings.add((await image.getAttribute('src')) ?? '');
      await session.screenshot(`theme-${theme.replaceAll(' ', '-')}`);
      await session.press('Escape');
      await session.press('Control+z');
    }
    assert.equal(drawings.size, THEMES.length);
  });

  it('is there again, with its equation, when the window is loaded anew', async () => {
    const shown = (await session.panel.locator('h1').textContent()) ?? '';
    const heading = session.panel.locator('h1', { hasText: shown });
    await session.reload();
    const isThere = await heading.waitFor({ timeout: 60_000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      // Seen once, on a busy machine: VS Code had not loaded the webview's frame.
      console.log('      (no panel after the reload: loaded anew once more)');
      await session.reload();
    }
    await heading.waitFor({ timeout: 60_000 });
    await session.screenshot('panel-after-reload');
  });

  it('copies and says so where no editor is open', async () => {
    await session.command('View: Close All Editors');
    await session.command('ML Equations: Search');
    await session.page.getByPlaceholder(/abbreviation/).waitFor();
    await session.type('elbo');
    await session.picks.first().filter({ hasText: 'vae-elbo' }).waitFor();
    await session.press('Enter');
    // Under the smoke tests' driver VS Code shows no toasts.
    await session.command('Notifications: Show Notifications');
    await session.page.locator('.notifications-center', { hasText: 'copied instead' }).waitFor();
    assert.equal(await session.page.evaluate(() => navigator.clipboard.readText()), latexOf('vae-elbo'));
    await session.screenshot('copied');
  });

  it('leaves no error in VS Code', () => assert.deepEqual(session.workbench.errors, []));
});
