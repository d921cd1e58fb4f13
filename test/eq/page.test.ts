import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../../scripts/eq/page';
import { shippedCatalogue } from '../../scripts/shipped';
import { createCatalogue } from '../../src/core/catalogue';
import { equation } from '../core/equations';

describe('the pages of the catalogue', () => {
  it('are current: `npm run eq -- page` writes them anew', () => {
    const pages = pagesOf(shippedCatalogue());
    const written = readdirSync('docs/equations').map((name) => join('docs/equations', name));
    assert.deepEqual([...pages.keys()].sort(), ['docs/equations.md', ...written].sort());
    const stale = [...pages].filter(([path, text]) => readFileSync(path, 'utf8') !== text);
    assert.deepEqual(
      stale.map(([path]) => path),
      [],
    );
  });

  it('are small enough for GitHub to show', () => {
    for (const text of pagesOf(shippedCatalogue()).values()) assert.ok(Buffer.byteLength(text) < 500_000);
  });

  it('say all of an equation', () => {
    const symbol = { latex: 'p \\,\\|\\, q', meaning: 'from $q$ to $p$', slot: false };
    const catalogue = createCatalogue({
      families: [{ id: 'examples', title: 'Examples' }],
      equations: [equation({ id: 'one', latex: 'D(p \\,\\|\\, q)', symbols: [symbol] })],
      references: [],
    });
    const page = pagesOf(catalogue).get('docs/equations/examples.md') ?? '';
    assert.match(page, /^### .*\n\n`\\one`/m);
    assert.ok(page.includes('```math\nD(p \\,\\|\\, q)\n```'));
    // In a cell the bar needs a backslash of its own.
    assert.ok(page.includes('| $`p \\,\\\\|\\, q`$ | from $`q`$ to $`p`$ |'));
  });
});
