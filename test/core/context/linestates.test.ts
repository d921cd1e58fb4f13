import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lines } from '../../../src/core/context/context';
import { type LineScanner, lineStates } from '../../../src/core/context/linestates';

/** Counts open brackets modulo 8, so that what a line leaves depends on all before it. */
const DEPTH: LineScanner<number> = {
  initial: 0,
  scan: (text, entering) =>
    [...text].reduce((depth, sign) => (depth + (sign === '(' ? 1 : sign === ')' ? 7 : 0)) % 8, entering),
  equal: (a, b) => a === b,
};

/** A document that tells which of its lines are read. */
class Document implements Lines {
  read: number[] = [];
  readonly states = lineStates(DEPTH, this);

  constructor(readonly texts: string[]) {}

  get count(): number {
    return this.texts.length;
  }

  line(index: number): string {
    this.read.push(index);
    return this.texts[index] ?? '';
  }

  edit(start: number, removed: number, ...inserted: string[]): void {
    this.texts.splice(start, removed, ...inserted);
    this.states.edit(start, removed, inserted.length);
    this.read = [];
  }
}

/** A document of equal lines that has been read to its end. */
function readDocument(count: number, text = '()'): Document {
  const document = new Document(Array.from({ length: count }, () => text));
  document.states.entering(count);
  document.read = [];
  return document;
}

/** The lines that a question about the document's end reads. */
function linesRead(document: Document): readonly number[] {
  document.states.entering(document.count);
  return document.read;
}

describe('the kept states of lines', () => {
  it('reads only the lines before the one that is asked for', () => {
    const document = new Document(['(', '(', '(', '(']);
    assert.equal(document.states.entering(2), 2);
    assert.deepEqual(document.read, [0, 1]);
  });

  it('reads no line twice', () => {
    const document = readDocument(1000);
    document.states.entering(500);
    assert.deepEqual(linesRead(document), []);
  });

  it('reads one line after a keystroke in a hundred thousand', () => {
    const document = readDocument(100_000);
    document.edit(50_000, 1, '() a');
    assert.deepEqual(linesRead(document), [50_000]);
  });

  it('reads one line after a line break, and one after its removal', () => {
    const document = readDocument(1000);
    document.edit(500, 1, '(', ')');
    assert.deepEqual(linesRead(document), [500, 501]);
    document.edit(500, 2, '()');
    assert.deepEqual(linesRead(document), [500]);
  });

  it('reads the line after lines that were removed whole', () => {
    const document = readDocument(1000);
    document.edit(500, 3);
    assert.deepEqual(linesRead(document), [500]);
  });

  it('reads on as far as the change reaches', () => {
    const document = readDocument(1000);
    document.edit(500, 1, '(');
    document.edit(504, 1, ')');
    assert.deepEqual(linesRead(document), [500, 501, 502, 503, 504]);
  });

  it('reads each of several changed places, and nothing between them', () => {
    const document = readDocument(100_000);
    for (const line of [90_000, 50_000, 10]) document.edit(line, 1, '()()');
    assert.deepEqual(linesRead(document), [10, 50_000, 90_000]);
  });

  it('leaves a change below the question for later', () => {
    const document = readDocument(1000);
    document.edit(900, 1, '()()');
    document.edit(10, 1, '()()');
    document.states.entering(100);
    assert.deepEqual(document.read, [10]);
    assert.deepEqual(linesRead(document), [10, 900]);
  });

  it('stops at the question in the middle of a change, and goes on from there', () => {
    const document = readDocument(1000);
    document.edit(10, 1, '(');
    assert.equal(document.states.entering(20), 1);
    assert.deepEqual(document.read.length, 10);
    assert.equal(document.states.entering(1000), 1);
    assert.deepEqual(document.read.length, 990);
  });

  it('does not read what lies beyond the lines it has read', () => {
    const document = new Document(Array.from({ length: 1000 }, () => '()'));
    document.states.entering(10);
    document.edit(500, 1, '(');
    document.states.entering(10);
    assert.deepEqual(document.read, []);
  });

  it('tells the same as one that has kept nothing, after any edits and questions', () => {
    const text = fc.constantFrom('', '(', ')', '()', '((', 'a');
    const step = fc.record({
      start: fc.nat(30),
      removed: fc.nat(5),
      inserted: fc.array(text, { maxLength: 5 }),
      asked: fc.option(fc.nat(40)),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.array(step, { maxLength: 12 }), (texts, steps) => {
        const document = new Document([...texts]);
        for (const { start, removed, inserted, asked } of steps) {
          const from = Math.min(start, document.count);
          document.edit(from, Math.min(removed, document.count - from), ...inserted);
          if (asked === null) continue;
          const line = Math.min(asked, document.count);
          assert.equal(document.states.entering(line), new Document(document.texts).states.entering(line));
        }
      }),
      { numRuns: 500 },
    );
  });
});
