import assert from 'node:assert/strict';
import katex from 'katex';
import { displays } from '../catalogue/fragments';
import { keeps } from '../catalogue/keeps';
import { texError } from '../catalogue/mathjax';
import { readCatalogue } from '../catalogue/read';
import { entries } from '../catalogue/rule';
import { ENGINE_RULES } from '../catalogue/rules';
import { PAPER_MACROS, PAPER_PREAMBLE } from '../latex/paper-macros';

describe('the whole catalogue', function () {
  this.timeout(120_000);
  const catalogue = readCatalogue();
  for (const rule of ENGINE_RULES) it(`keeps ${rule.name}`, () => keeps(catalogue, rule));

  const drawn = entries(catalogue).flatMap(({ equation }) =>
    displays(equation).map(({ latex }) => ({ id: equation.id, latex })),
  );

  it('looks the same to KaTeX in a paper with macros of its own', () => {
    const html = (latex: string, macros: Record<string, string>) =>
      katex.renderToString(latex, { displayMode: true, strict: 'error', output: 'html', macros });
    const changed = drawn.filter(({ latex }) => html(latex, {}) !== html(latex, { ...PAPER_MACROS }));
    assert.deepEqual(changed, []);
  });

  it('is read by MathJax in a paper with macros of its own', () => {
    assert.equal(texError(PAPER_PREAMBLE), null);
    // What it has read once it knows from then on.
    assert.equal(texError('\\vx \\in \\R'), null);
    const refused = drawn.filter(({ latex }) => texError(latex) !== null);
    assert.deepEqual(refused, []);
  });
});
