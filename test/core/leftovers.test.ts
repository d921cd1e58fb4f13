import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LeftoverFinder, withoutMacros } from '../../src/core/leftovers';

const isTrigger = (trigger: string) => trigger === 'vae-elbo' || trigger === 'elbo';

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

function places(lines: readonly string[]) {
  const found = new LeftoverFinder(lines.length).find(new Text(lines), isTrigger);
  return found.map(({ line, start, end }) => `${line}:${start}-${end}`);
}

describe('LeftoverFinder', () => {
  it('finds triggers that were left', () =>
    assert.deepEqual(places(['see', 'so \\vae-elbo, and \\vae-elbo']), ['1:3-12', '1:18-27']));
  it('leaves a longer word, a line break and an escaped backslash alone', () => {
    assert.deepEqual(places(['\\vae-elbows', '\\vae-elbo-x', '\\\\vae-elbo', '\\\\\\vae-elbo']), ['3:2-11']);
  });
  it('leaves a trigger without a hyphen alone: it may be a macro', () =>
    assert.deepEqual(places(['\\elbo']), []));

  it('reads only what changed', () => {
    const text = new Text(Array.from({ length: 1000 }, () => 'text'));
    const finder = new LeftoverFinder(text.count);
    finder.find(text, isTrigger);
    text.read = 0;
    text.lines = text.lines.with(500, '\\vae-elbo');
    finder.edit(500, 1, 1);
    assert.deepEqual(
      finder.find(text, isTrigger).map(({ line }) => line),
      [500],
    );
    assert.equal(text.read, 1);
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
            if (ask) finder.find(text, isTrigger);
          }
          const fresh = new LeftoverFinder(text.count).find(text, isTrigger);
          assert.deepEqual(finder.find(text, isTrigger), fresh);
        },
      ),
    );
  });
});

describe('withoutMacros', () => {
  const left = (lines: readonly string[]) => {
    const text = new Text(lines);
    const found = new LeftoverFinder(lines.length).find(text, isTrigger);
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
