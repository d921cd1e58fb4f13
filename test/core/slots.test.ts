import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue } from '../../scripts/shipped';
import { MOST_SLOTS, pieces } from '../../src/core/slots';
import { slot } from './equations';

describe('pieces', () => {
  it('cuts at every occurrence of a slot', () => {
    const cut = pieces({ latex: 'q(\\mathbf{x}_{t} \\mid \\mathbf{x}_{0})', symbols: [slot('\\mathbf{x}')] });
    assert.deepEqual(
      cut.map(({ text, slot }) => (slot === null ? text : `${slot}:${text}`)),
      ['q(', '1:\\mathbf{x}', '_{t} \\mid ', '1:\\mathbf{x}', '_{0})'],
    );
  });
  it('prefers the longer of two slots that begin at one place', () => {
    const cut = pieces({ latex: 'x_{0} + x', symbols: [slot('x'), slot('x_{0}')] });
    assert.deepEqual(
      cut.map(({ slot }) => slot),
      [2, null, 1],
    );
  });
  it('has no more slots than may be', () => {
    const letters = [...'abcdefgh'];
    const cut = pieces({ latex: letters.join(' '), symbols: letters.map(slot) });
    assert.equal(Math.max(...cut.map(({ slot }) => slot ?? 0)), MOST_SLOTS);
  });
  it('loses nothing of any equation', () => {
    for (const equation of shippedCatalogue().equations) {
      assert.equal(
        pieces(equation)
          .map(({ text }) => text)
          .join(''),
        equation.latex,
      );
    }
  });
  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (latex, symbol) => {
        const cut = pieces({ latex, symbols: [slot(symbol)] });
        assert.equal(cut.map(({ text }) => text).join(''), latex);
      }),
    );
  });
});
