import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Language } from '../../../src/core/context/context';
import { contextReader } from '../../../src/core/context/reader';
import { linesOf } from './marked';

const LANGUAGES: readonly Language[] = ['latex', 'markdown'];

/** What breaks scanners: half-typed and unclosed things, characters that are half of one, line ends within lines. */
const NASTY = [
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\\\',
  '%',
  '\\begin{align}',
  '\\end{align}',
  '\\begin{equ',
  '\\begin{cases}',
  '\\end{cases}',
  '\\text{',
  '\\footnote{',
  '\\newcommand{\\x}{',
  '\\def\\x#1',
  '\\verb|',
  '\\iffalse',
  '\\fi',
  '\\else',
  '\\begin{verbatim}',
  '\\end{verbatim}',
  '\\begin{document}',
  '\\documentclass{a}',
  '\\end{document}',
  '\\section{',
  '\\hbox to ',
  '\\item[',
  '\\let',
  '\\url{',
  '\\vae-el',
  '```',
  '```math',
  '~~~',
  '`',
  '> ',
  '- ',
  '1. ',
  '    ',
  '\t',
  '---',
  '===',
  '+++',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<a b="',
  '|',
  '|---|',
  '# ',
  '[a](',
  '[a]: b',
  'https://',
  '\ud83d',
  '\ude00',
  '😀',
  '\r',
  '\u0000',
  ' ',
  'x',
  '5',
] as const;

const line = fc.array(fc.constantFrom(...NASTY), { maxLength: 6 }).map((parts) => parts.join(''));
const document = fc.array(line, { maxLength: 12 });
const edit = fc.record({
  start: fc.nat(12),
  removed: fc.nat(3),
  inserted: fc.array(line, { maxLength: 3 }),
  asked: fc.record({ line: fc.nat(15), column: fc.nat(40) }),
});

describe('a context reader', () => {
  for (const language of LANGUAGES) {
    it(`answers everywhere in any ${language} document`, () => {
      fc.assert(
        fc.property(document, (texts) => {
          const reader = contextReader(language, linesOf(texts));
          texts.forEach((text, line) => {
            for (let column = 0; column <= text.length; column++) {
              assert.equal(typeof reader.at({ line, column }).mode, 'string');
            }
          });
        }),
        { numRuns: 100 },
      );
    });

    it(`tells of edited ${language} what a fresh reader tells`, () => {
      fc.assert(
        fc.property(document, fc.array(edit, { maxLength: 8 }), (initial, edits) => {
          const texts = [...initial];
          const lines = {
            get count() {
              return texts.length;
            },
            line: (index: number) => texts[index] ?? '',
          };
          const reader = contextReader(language, lines);
          for (const { start, removed, inserted, asked } of edits) {
            const from = Math.min(start, texts.length);
            const gone = texts.splice(from, removed, ...inserted).length;
            reader.edit(from, gone, inserted.length);
            assert.deepEqual(reader.at(asked), contextReader(language, linesOf(texts)).at(asked));
          }
        }),
        { numRuns: 200 },
      );
    });

    it(`answers in an empty ${language} document`, () => {
      assert.equal(contextReader(language, linesOf([])).at({ line: 3, column: 3 }).mode, 'text');
    });

    for (const part of ['a $x$ \\frac{b}{c} ', '$x ', '`a', '{\\end{a}', '<!--', '[(']) {
      // What is not linear takes minutes here; a busy machine takes a second.
      it(`answers at once in a megabyte of ${JSON.stringify(part)} in ${language}`, () => {
        const text = part.repeat(1_000_000 / part.length);
        const reader = contextReader(language, linesOf([text, '']));
        const begun = performance.now();
        reader.at({ line: 0, column: text.length >> 1 });
        reader.at({ line: 1, column: 0 });
        assert.ok(performance.now() - begun < 5000);
      }).timeout(10_000);
    }

    it(`reads a few lines after a keystroke in ${language} of a hundred thousand lines`, () => {
      const texts = Array.from({ length: 100_000 }, (_, i) => (i % 4 === 3 ? '' : `Text with $x$ and ${i}.`));
      let read = 0;
      const reader = contextReader(language, {
        count: texts.length,
        line: (index) => {
          read++;
          return texts[index] ?? '';
        },
      });
      reader.at({ line: 99_999, column: 0 });
      read = 0;
      texts[50_000] = 'Text with $y$.';
      reader.edit(50_000, 1, 1);
      assert.equal(reader.at({ line: 50_000, column: 11 }).mode, 'inline');
      assert.ok(read < 20, `${read} lines`);
      reader.at({ line: 99_999, column: 0 });
      assert.ok(read < 30, `${read} lines`);
    });
  }
});
