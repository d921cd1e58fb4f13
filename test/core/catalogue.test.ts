import assert from 'node:assert/strict';
import { createCatalogue } from '../../src/core/catalogue';
import { equation } from './equations';

describe('createCatalogue', () => {
  const reference = { key: 'a2020b', authors: 'A', title: 'B', year: '2020', venue: 'C', url: null };
  const catalogue = createCatalogue({
    families: [{ id: 'examples', title: 'Examples' }],
    equations: [
      equation({ id: 'one-variant', latex: 'a', triggers: ['one-variant', 'one'] }),
      equation({ id: 'one', latex: 'b' }),
    ],
    references: [reference],
  });
  it('finds by id, trigger, family and key', () => {
    assert.equal(catalogue.equation('one')?.latex, 'b');
    assert.deepEqual(
      catalogue.triggered('one').map(({ id }) => id),
      ['one', 'one-variant'],
    );
    assert.equal(catalogue.equationsOf('examples').length, 2);
    assert.equal(catalogue.reference('a2020b'), reference);
    assert.equal(catalogue.family('examples')?.title, 'Examples');
  });
  it('has nothing for what it does not hold', () => {
    assert.equal(catalogue.equation('two'), undefined);
    assert.deepEqual(catalogue.triggered('two'), []);
    assert.equal(catalogue.equation('constructor'), undefined);
  });
});
