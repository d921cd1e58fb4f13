import assert from 'node:assert/strict';
import { matchAt } from '../../../src/core/context/sticky';

describe('matchAt', () => {
  const word = /[a-z]+/y;
  it('finds what begins at the place, and nothing after it', () => {
    assert.equal(matchAt(word, '1 ab', 2)?.[0], 'ab');
    assert.equal(matchAt(word, '1 ab', 1), null);
  });
  it('carries nothing from one use to the next', () => {
    matchAt(word, 'ab cd', 3);
    assert.equal(matchAt(word, 'ab cd', 0)?.[0], 'ab');
  });
});
