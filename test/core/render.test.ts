import assert from 'node:assert/strict';
import { createCatalogue } from '../../src/core/catalogue';
import type { Equation } from '../../src/core/equation';
import { previewOf, prose } from '../../src/core/render';
import { equation } from './equations';

const kingma = {
  key: 'kingma2014auto',
  authors: 'Kingma and Welling',
  title: 'Auto-Encoding Variational Bayes',
  year: '2014',
  venue: 'ICLR',
  url: 'https://arxiv.org/abs/1312.6114',
};

function previewIn(equations: readonly Equation[], id: string) {
  const catalogue = createCatalogue({
    families: [{ id: 'examples', title: 'Examples' }],
    equations,
    references: [kingma],
  });
  const found = catalogue.equation(id);
  assert.ok(found);
  return previewOf(found, catalogue);
}

const text = (words: string) => ({ kind: 'text', text: words });
const math = (latex: string) => ({ kind: 'math', text: latex });

describe('prose', () => {
  it('cuts a sentence at its mathematics', () => {
    assert.deepEqual(prose('zero where $p = q$.'), [text('zero where '), math('p = q'), text('.')]);
    assert.deepEqual(prose('$a$$b$'), [math('a'), math('b')]);
  });
  it('takes an escaped dollar and a dollar without a partner for text', () => {
    assert.deepEqual(prose('costs \\$5'), [text('costs $5')]);
    assert.deepEqual(prose('$x$ costs $5'), [math('x'), text(' costs $5')]);
  });
  it('keeps commands with an escaped dollar inside mathematics', () => {
    assert.deepEqual(prose('$\\text{5\\$} \\le x$'), [math('\\text{5\\$} \\le x')]);
  });
  it('makes nothing of nothing', () => assert.deepEqual(prose(''), []));
});

describe('previewOf', () => {
  it('has what the panel shows of an equation', () => {
    const preview = previewIn(
      [
        equation({
          id: 'vae-elbo',
          latex: 'x + y',
          symbols: [
            { latex: 'x', meaning: 'data, $x > 0$', shape: '\\mathbb{R}', slot: true },
            { latex: 'y', meaning: 'noise', slot: false },
          ],
          holdsWhen: 'always',
          notes: ['in $\\log_2$'],
          references: ['kingma2014auto'],
        }),
      ],
      'vae-elbo',
    );
    assert.equal(preview.trigger, 'vae-elbo');
    assert.equal(preview.familyTitle, 'Examples');
    assert.deepEqual(preview.symbols, [
      { latex: 'x', meaning: [text('data, '), math('x > 0')], shape: '\\mathbb{R}' },
      { latex: 'y', meaning: [text('noise')], shape: null },
    ]);
    assert.deepEqual(preview.holdsWhen, [text('always')]);
    assert.deepEqual(preview.notes, [[text('in '), math('\\log_2')]]);
    assert.deepEqual(preview.references, [kingma]);
  });
  it('leaves out what the catalogue does not have', () => {
    const lone = equation({ id: 'a', latex: 'a', family: 'gone', related: ['gone'], references: ['gone'] });
    const { familyTitle, related, references } = previewIn([lone], 'a');
    assert.deepEqual(
      { familyTitle, related, references },
      { familyTitle: 'gone', related: [], references: [] },
    );
  });

  const family = [
    equation({ id: 'root', latex: 'r', name: 'Root', related: ['other', 'first'] }),
    equation({ id: 'first', latex: 'f', name: 'First', variantOf: 'root', related: ['root'] }),
    equation({ id: 'second', latex: 's', name: 'Second', variantOf: 'root' }),
    equation({ id: 'other', latex: 'o', name: 'Other' }),
  ];
  it('lists the variants of an equation, and does not list them again as related', () => {
    const { variants, related } = previewIn(family, 'root');
    assert.deepEqual(variants, [
      { id: 'first', name: 'First' },
      { id: 'second', name: 'Second' },
    ]);
    assert.deepEqual(related, [{ id: 'other', name: 'Other' }]);
  });
  it('leads from a variant to what it is a variant of, and to its siblings', () => {
    const { variants, related } = previewIn(family, 'first');
    assert.deepEqual(
      variants.map(({ id }) => id),
      ['root', 'second'],
    );
    assert.deepEqual(related, []);
  });
});
