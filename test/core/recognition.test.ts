import assert from 'node:assert/strict';
import { equationAt, printsOf } from '../../src/core/recognition';
import { equation } from './equations';

const prints = printsOf([
  equation({ id: 'softmax', latex: '\\sigma(\\mathbf{z})_{i} = \\frac{e^{z_{i}}}{\\sum_{j} e^{z_{j}}}' }),
  equation({ id: 'split', latex: '\\begin{aligned}\n  a &= b \\\\\n    &= c + d\n\\end{aligned}' }),
  equation({ id: 'part', latex: 'a = b' }),
]);

function at(textWithCursor: string) {
  const offset = textWithCursor.indexOf('‸');
  return equationAt(prints, textWithCursor.replace('‸', ''), offset)?.id;
}

describe('equationAt', () => {
  it('knows an equation from anywhere inside it', () => {
    assert.equal(at('So $‸\\sigma(\\mathbf{z})_{i} = \\frac{e^{z_{i}}}{\\sum_{j} e^{z_{j}}}$'), 'softmax');
    assert.equal(at('So $\\sigma(\\mathbf{z})_{i} = \\frac{e^{z_{i}}}{\\sum_{j} e^{z‸_{j}}}$'), 'softmax');
  });
  it('does not mind spacing', () => {
    assert.equal(at('\\sigma ( \\mathbf{z} )_{i}=‸\\frac{e^{z_{i}}}{\\sum_{j}e^{z_{j}}}'), 'softmax');
  });
  it('knows the rows of an align', () =>
    assert.equal(at('\\begin{align}\na &= b \\\\\n&= c +‸ d\n\\end{align}'), 'split'));
  it('prefers the whole to its part', () => assert.equal(at('a &= b‸ \\\\ &= c + d'), 'split'));
  it('knows none before, after or in other letters', () => {
    assert.equal(at('‸So we say that $a = b$'), undefined);
    assert.equal(at('As $a = b$ we sa‸y'), undefined);
    assert.equal(at('$u =‸ v$'), undefined);
  });
});
