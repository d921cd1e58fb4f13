import assert from 'node:assert/strict';
import { createCatalogue } from '../../src/core/catalogue';
import { flyout } from '../../src/core/flyout';
import { equation } from './equations';

describe('flyout', () => {
  const example = equation({
    id: 'softmax',
    name: 'Softmax',
    latex: '\\sigma(x)',
    explanation: 'Turns scores $x_{i}$ into probabilities. They sum to one.',
    symbols: [{ latex: '\\mathbf{x}', meaning: 'scores', slot: true }],
    references: ['bridle1990'],
  });
  const catalogue = createCatalogue({
    families: [],
    equations: [example],
    references: [
      {
        key: 'bridle1990',
        authors: 'Bridle',
        title: 'Training [nets]',
        year: '1990',
        venue: '',
        url: 'https://doi.org/10.1/2',
      },
    ],
  });

  it('has the drawing, one sentence, the symbols and the reference', () => {
    assert.equal(
      flyout(example, catalogue, 'data:image/svg+xml;base64,AA=='),
      [
        '![Softmax](data:image/svg+xml;base64,AA==)',
        'Turns scores xᵢ into probabilities\\.',
        '- 𝐱: scores',
        '[Bridle \\(1990\\)\\. Training \\[nets\\]](https://doi.org/10.1/2)',
      ].join('\n\n'),
    );
  });
  it('has the LaTeX where there is no drawing', () => {
    assert.ok(flyout(example, catalogue, undefined).startsWith('`\\sigma(x)`'));
  });
});
