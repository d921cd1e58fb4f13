import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../scripts/shipped';
import { pack, unpack } from '../../src/core/packed';

describe('a packed catalogue', () => {
  const { families, equations, references } = shippedCatalogue();
  const packed = pack({ families, equations, references });
  const unpacked = unpack(packed);

  it('holds all that was packed', () => {
    assert.deepEqual(unpacked.families, families);
    assert.deepEqual(unpacked.references, references);
    assert.equal(unpacked.equations.length, equations.length);
    for (const [i, equation] of equations.entries()) {
      for (const [field, value] of Object.entries(equation))
        assert.deepEqual(Reflect.get(unpacked.equations[i] ?? {}, field), value, `${equation.id}: ${field}`);
    }
  });
  it('is plain ASCII, a line for all that typing needs and a line for the rest of each', () => {
    assert.match(packed, /^[\n\x20-\x7e]*$/);
    assert.equal(packed.split('\n').length, 2 + equations.length);
  });
  it('is refused where it is none', () => assert.throws(() => unpack('<html>'), SyntaxError));
});
