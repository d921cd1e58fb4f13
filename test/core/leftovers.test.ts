import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LeftoverFinder, withoutMacros } from '../../src/core/leftovers';

class Text {
  read = 0;
  constructor(public lines: readonly string[]) {}
  get count() {
    return this.lines.length;
  }
  line(index: number) {
    this.read++;
    return this.lines[index] ?? '';
  }
}

function readAll(finder: LeftoverFinder, text: Text) {
  finder.read(text, Number.POSITIVE_INFINITY);
  return finder.found;
}

function places(lines: readonly string[]) {
  const found = readAll(new LeftoverFinder(lines.length), new Text(lines));
  return found.map(({ line, start, end }) => `${line}:${start}-${end}`);
}

describe('LeftoverFinder', () => {
  it('finds triggers that were left', () =>
    assert.deepEqual(places(['see', 'so \\vae-elbo, and \\vae-elbo']), ['1:3-12', '1:18-27']));
  it('takes a word whole, and leaves a line break alone', () => {
    const lines = ['\\vae-elbows', '\\vae-elbo-x', '\\\\vae-elbo', '\\\\\\vae-elbo'];
    assert.deepEqual(places(lines), ['0:0-11', '1:0-11', '3:2-11']);
  });
  it('leaves a trigger without a hyphen alone: it may be a macro', () =>
    assert.deepEqual(places(['\\elbo']), []));

  it('reads only what changed', () => {
    const text = new Text(Array.from({ length: 1000 }, () => 'text'));
    const finder = new LeftoverFinder(text.count);
    readAll(finder, text);
    text.read = 0;
    text.lines = text.lines.with(500, '\\vae-elbo');
    finder.edit(500, 1, 1);
    assert.deepEqual(
      readAll(finder, text).map(({ line }) => line),
      [500],
    );
    assert.equal(text.read, 1);
  });

  it('reads so many lines at a time', () => {
    const text = new Text(Array.from({ length: 10 }, () => '\\vae-elbo'));
    const finder = new LeftoverFinder(text.count);
    assert.equal(finder.read(text, 6), false);
    assert.equal(finder.found.length, 6);
    assert.equal(finder.read(text, 6), true);
    assert.equal(finder.found.length, 10);
    assert.equal(text.read, 10);
  });

  it('finds after any edits what it would find afresh', () => {
    const line = fc.constantFrom('', 'text', '\\vae-elbo', 'a \\vae-elbo b', '\\\\vae-elbo');
    const edit = fc.record({
      at: fc.nat(30),
      removed: fc.nat(3),
      inserted: fc.array(line, { minLength: 1, maxLength: 3 }),
      ask: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.array(edit, { maxLength: 8 }),
        (lines, edits) => {
          const text = new Text(lines);
          const finder = new LeftoverFinder(lines.length);
          for (const { at, removed, inserted, ask } of edits) {
            const start = at % text.count;
            const gone = Math.min(Math.max(1, removed), text.count - start);
            text.lines = text.lines.toSpliced(start, gone, ...inserted);
            finder.edit(start, gone, inserted.length);
            if (ask) finder.read(text, 3);
          }
          const fresh = readAll(new LeftoverFinder(text.count), text);
          assert.deepEqual(readAll(finder, text), fresh);
        },
      ),
    );
  });
});

describe('withoutMacros', () => {
  const left = (lines: readonly string[]) => {
    const text = new Text(lines);
    const found = readAll(new LeftoverFinder(lines.length), text);
    return withoutMacros(found, text).length;
  };
  it('leaves out a macro of the author’s', () => {
    assert.equal(left(['\\newcommand{\\vae}{VAE}', '\\vae-elbo']), 0);
    assert.equal(left(['\\def\\vae{VAE}', '\\vae-elbo']), 0);
    assert.equal(left(['\\newcommand{\\vaes}{VAEs}', '\\vae-elbo']), 1);
    assert.equal(left(['\\DeclareMathOperator*\\vae{VAE}', '\\vae-elbo']), 0);
    assert.equal(left(['\\NewDocumentCommand \\vae{}{VAE}', '\\vae-elbo']), 0);
    assert.equal(left(['\\gdef\\vaes{VAEs}', '\\vae-elbo']), 1);
  });
  it('reads nothing where nothing was left', () => {
    const text = new Text(['\\newcommand{\\vae}{VAE}']);
    withoutMacros([], text);
    assert.equal(text.read, 0);
  });
});
