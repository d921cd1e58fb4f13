import assert from 'node:assert/strict';
import type { Context } from '../../src/core/context/context';
import { indexTriggers, isOffered, suggest } from '../../src/core/suggest';
import { equation } from './equations';

const index = indexTriggers([
  equation({ id: 'iwae-elbo', latex: 'a' }),
  equation({ id: 'vae-elbo', latex: 'b', triggers: ['vae-elbo', 'elbo', 'variational-lower-bound'] }),
  equation({ id: 'vae-elbo-gradient', latex: 'c' }),
  equation({ id: 'elbow-method', latex: 'd' }),
]);
const ids = (query: string, most = 10) => suggest(index, query, most).map(({ equation }) => equation.id);

describe('suggest', () => {
  it('has an exact trigger first, then what begins with the query, then what has it as a later word', () => {
    assert.deepEqual(ids('elbo'), ['vae-elbo', 'elbow-method', 'iwae-elbo', 'vae-elbo-gradient']);
  });
  it('finds an equation by any prefix of its id', () => {
    for (const query of ['v', 'va', 'vae', 'vae-', 'vae-e', 'vae-elb', 'vae-elbo'])
      assert.equal(ids(query)[0], 'vae-elbo');
  });
  it('finds it by an alias and by a word of one', () => {
    assert.deepEqual(ids('variational-l'), ['vae-elbo']);
    assert.deepEqual(ids('lower'), ['vae-elbo']);
  });
  it('does not mind capitals', () => assert.equal(ids('ELBO')[0], 'vae-elbo'));
  it('offers nothing for what is no trigger', () => assert.deepEqual(ids('frac'), []));
  it('offers the catalogue for nothing yet, and never more than asked for', () => {
    assert.equal(ids('').length, 4);
    assert.equal(ids('', 2).length, 2);
    assert.equal(ids('vae', 1).length, 1);
  });
  it('offers among equals first what is best known', () => {
    const known = indexTriggers([
      equation({ id: 'kl-chain-rule', latex: 'a', popularity: 2 }),
      equation({ id: 'kl-divergence', latex: 'b', popularity: 26 }),
    ]);
    for (const query of ['', 'kl'])
      assert.deepEqual(
        suggest(known, query, 2).map(({ matched }) => matched),
        ['kl-divergence', 'kl-chain-rule'],
      );
  });
  it('says what the query is the beginning of', () => {
    const [, , third] = suggest(index, 'elbo', 3);
    assert.equal(third?.matched, 'elbo');
  });
});

describe('isOffered', () => {
  const context: Context = { mode: 'text', env: null, restricted: false, preamble: false, continuation: '' };
  it('offers in text and in mathematics', () => {
    for (const mode of ['text', 'inline', 'display', 'textInMath'] as const)
      assert.equal(isOffered({ ...context, mode }), true);
  });
  it('offers nothing in comments, code and the like, nor in the preamble', () => {
    for (const mode of ['comment', 'verbatim', 'code', 'frontmatter', 'html'] as const)
      assert.equal(isOffered({ ...context, mode }), false);
    assert.equal(isOffered({ ...context, preamble: true }), false);
  });
});
