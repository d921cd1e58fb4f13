import assert from 'node:assert/strict';
import { isRectangle, outline } from '../../scripts/catalogue/outline';

describe('outline', () => {
  it('writes the same shape with relative commands', () => {
    assert.equal(outline('M70 589L431 589L431 620L70 620Z').d, 'M70 589h361v31h-361z');
    assert.equal(outline('M1 2C3 4 5 6 7 1C7 9 8 9 9 9L1 2Z').d, 'M1 2c2 2 4 4 6-1 0 8 1 8 2 8l-8-7z');
    assert.equal(outline('M1 2Q3 4 5 6H9V0Z').d, 'M1 2q2 2 4 4h4v-6z');
  });

  it('goes on from the start of a shape that was closed', () => {
    assert.equal(outline('M10 10L20 30L30 10ZM12 12L13 14L14 12Z').d, 'M10 10l10 20 10-20zm2 2l1 2 1-2z');
  });

  it('bounds all points', () => {
    assert.deepEqual(outline('M-3 2L5 8L1 9Z').bounds, { left: -3, bottom: 2, right: 5, top: 9 });
  });

  it('throws on what no font of MathJax has', () => {
    assert.throws(() => outline('M0 0A1 1 0 0 1 2 2Z'), /path command A/);
    assert.throws(() => outline('M0 0L1Z'), /malformed at L1/);
  });

  it('knows an upright rectangle', () => {
    assert.equal(isRectangle(outline('M70 589L431 589L431 620L70 620Z')), true);
    assert.equal(isRectangle(outline('M70 589L431 589L431 620L90 620Z')), false);
  });
});
