import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../scripts/shipped';
import { type Cursor, Session } from './session';

const catalogue = shippedCatalogue();
const elbo = catalogue.equation('vae-elbo')?.latex ?? '';

/** A trigger, and the id of the equation that it is to bring. */
const TRIGGERS = { '\\vae-elbo': 'vae-elbo', '\\ddpm-forward': 'ddpm-forward', '\\elbo': 'vae-elbo' };

/** A place to type at, marked `‸` in its lines, and what stands there afterwards, with `EQ` for the equation. */
interface Place {
  readonly name: string;
  readonly lines: readonly string[];
  readonly after: readonly string[];
}

const LATEX: readonly Place[] = [
  {
    name: 'text',
    lines: ['Text.', '‸', 'More.'],
    after: ['Text.', '\\begin{equation}', '    EQ', '\\end{equation}', 'More.'],
  },
  { name: 'inline mathematics', lines: ['so $ ‸ $ holds'], after: ['so $ EQ $ holds'] },
  {
    name: 'align',
    lines: ['\\begin{align}', '  ‸', '\\end{align}'],
    after: ['\\begin{align}', '  EQ', '\\end{align}'],
  },
];

const MARKDOWN: readonly Place[] = [
  {
    name: 'text',
    lines: ['Text.', '', '‸', '', 'More.'],
    after: ['Text.', '', '$$', 'EQ', '$$', '', 'More.'],
  },
  { name: 'inline mathematics', lines: ['so $a = ‸$ holds'], after: ['so $a = EQ$ holds'] },
  { name: 'a quote', lines: ['> ‸'], after: ['> $$', '> EQ', '> $$'] },
  { name: 'a list item', lines: ['- ‸'], after: ['- $$', '  EQ', '  $$'] },
];

interface Task {
  readonly id: string;
  readonly trigger: string;
  readonly latex: string;
  readonly place: Place;
}

function tasks(places: readonly Place[]): readonly Task[] {
  return places.flatMap((place) =>
    Object.entries(TRIGGERS).map(([trigger, id]) => ({
      id,
      trigger,
      latex: catalogue.equation(id)?.latex ?? '',
      place,
    })),
  );
}

/** A document with every task's place in it, and where to go for each. */
function laidOut(all: readonly Task[], head: readonly string[]) {
  const lines = [...head];
  const cursors: Cursor[] = [];
  for (const { place } of all) {
    const marked = place.lines.findIndex((line) => line.includes('‸'));
    cursors.push({ line: lines.length + marked + 1, column: (place.lines[marked] ?? '').indexOf('‸') + 1 });
    lines.push(...place.lines.map((line) => line.replace('‸', '')), '');
  }
  return { text: lines.join('\n'), cursors };
}

function expected(all: readonly Task[], head: readonly string[]): string {
  const blocks = all.map(({ place, latex }) => [
    ...place.after.map((line) => line.replace('EQ', () => latex)),
    '',
  ]);
  return [...head, ...blocks.flat()].join('\n');
}

const FILES = {
  'notes.md': { places: MARKDOWN, head: [] },
  'paper.tex': { places: LATEX, head: ['\\documentclass{article}', '\\begin{document}'] },
} as const;

describe('typing a trigger', () => {
  let session: Session;
  before(async () => {
    const files = Object.entries(FILES).map(([name, { places, head }]) => [
      name,
      laidOut(tasks(places), head).text,
    ]);
    session = await Session.open(Object.fromEntries(files));
  });
  after(() => session.close());

  for (const [file, { places, head }] of Object.entries(FILES)) {
    it(`brings the equation in each place of ${file}`, async () => {
      const all = tasks(places);
      const { cursors } = laidOut(all, head);
      await session.show(file);
      // From the end, so that what is inserted moves no place that is still to come.
      for (const [i, task] of [...all.entries()].reverse()) {
        const cursor = cursors[i];
        if (cursor === undefined) throw new Error('A task without a place.');
        await session.goTo(cursor);
        await session.typeTrigger(task.trigger);
        await session.focusedOn(task.id);
        if (i === 0) await session.screenshot(`list-${file}`);
        await session.press('Enter');
        await session.rows.first().waitFor({ state: 'hidden' });
        await session.press('Escape');
      }
      await session.screenshot(`inserted-${file}`);
      assert.equal(await session.saved(file), expected(all, head));
    });
  }

  it('shows the drawing beside the list', async () => {
    await session.show('paper.tex');
    await session.goTo({ line: 3, column: 1 });
    await session.press('End');
    await session.type(' ');
    await session.typeTrigger('\\vae-elbo');
    await session.focusedOn('vae-elbo');
    const image = await session.flyoutImage();
    assert.match((await image.getAttribute('src')) ?? '', /^data:image\/svg\+xml;base64,/);
    const width = await image.evaluate((element) =>
      element instanceof HTMLImageElement ? element.naturalWidth : 0,
    );
    assert.ok(width > 100);
    await session.screenshot('flyout');
    await session.press('Escape', 'Control+z');
  });

  it('opens the list again by Ctrl+Space in the middle of a trigger, and replaces all of it', async () => {
    await session.show('paper.tex');
    await session.goTo({ line: 3, column: 6 });
    await session.type(' \\vae-elbo');
    await session.press('Escape', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Control+Space');
    await session.focusedRow.waitFor();
    await session.press('Enter');
    await session.press('Escape');
    const text = await session.saved('paper.tex');
    assert.ok(text.includes(elbo));
    assert.doesNotMatch(text, /\\vae-|^lbo/m);
  });

  it('goes through the linked slots by Tab, and one undo takes the insertion back', async () => {
    await session.show('notes.md');
    await session.goTo({ line: 2, column: 1 });
    await session.typeTrigger('\\vae-elbo');
    const typed = await session.saved('notes.md');
    await session.press('Control+Space');
    await session.focusedRow.waitFor();
    await session.press('Enter');
    await session.rows.first().waitFor({ state: 'hidden' });
    assert.ok((await session.saved('notes.md')).includes(elbo));
    await session.press('Escape', 'Control+z');
    assert.equal(await session.saved('notes.md'), typed);

    await session.press('Control+Space');
    await session.focusedRow.waitFor();
    await session.press('Enter');
    await session.rows.first().waitFor({ state: 'hidden' });
    await session.type('w');
    await session.press('Tab');
    await session.type('v');
    await session.press('Tab', 'Escape');
    const renamed = elbo.replaceAll('\\theta', 'w').replaceAll('\\phi', 'v');
    const text = await session.saved('notes.md');
    assert.ok(text.includes(renamed), text.slice(0, 300));
  });

  it('leaves no error in VS Code', () => assert.deepEqual(session.workbench.errors, []));
});
