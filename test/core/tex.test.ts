import assert from 'node:assert/strict';
import fc from 'fast-check';
import { argumentEnd, occurrences, tokenize } from '../../src/core/tex';

const texts = (latex: string) => tokenize(latex).map(({ text }) => text);
const found = (latex: string, symbol: string) =>
  occurrences(latex, symbol).map(({ start, end }) => latex.slice(start, end));

describe('tokenize', () => {
  const examples: readonly (readonly [string, readonly string[]])[] = [
    ['\\frac{a}{2}', ['\\frac', '{', 'a', '}', '{', '2', '}']],
    ['x_{t-1}', ['x', '_', '{', 't', '-', '1', '}']],
    ['\\alpha*\\beta', ['\\alpha', '*', '\\beta']],
    ['\\operatorname*{max}', ['\\operatorname*', '{', 'm', 'a', 'x', '}']],
    ['a \\\\ b', ['a', ' ', '\\\\', ' ', 'b']],
    ['\\|x\\|% a norm\n', ['\\|', 'x', '\\|', '% a norm', '\n']],
    ['\\', ['\\']],
  ];
  for (const [latex, expected] of examples) {
    it(JSON.stringify(latex), () => assert.deepEqual(texts(latex), expected));
  }

  it('covers any text without a gap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(texts(text).join(''), text);
      }),
    );
  });
});

describe('argumentEnd', () => {
  it('is after the closing brace', () => assert.equal(argumentEnd(tokenize('{a{b}}c'), 0), 6));
  it('is after one token', () => assert.equal(argumentEnd(tokenize('\\alpha b'), 0), 1));
  it('is the end where the group is not closed', () => assert.equal(argumentEnd(tokenize('{a{b}'), 0), 5));
});

describe('occurrences', () => {
  it('matches tokens, whatever the spacing', () => {
    assert.deepEqual(found('\\mathbf{x}_{ t } + \\mathbf {x}_{t}', '\\mathbf{x}_{t}'), [
      '\\mathbf{x}_{ t }',
      '\\mathbf {x}_{t}',
    ]);
  });
  it('goes into accents, roots and subscripts', () => {
    assert.equal(found('\\bar{\\alpha}_{t} = \\sqrt{\\alpha} p_{\\alpha}', '\\alpha').length, 3);
  });
  it('does not go into words', () => assert.deepEqual(found('p_{\\mathrm{data}}(d)', 'd'), ['d']));
  it('does not go into fonts', () => assert.deepEqual(found('\\mathbf{x} x', 'x'), ['x']));
  it('does not go into names of commands', () => assert.deepEqual(found('\\exp x', 'e'), []));
});
