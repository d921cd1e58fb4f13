import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue } from '../../scripts/shipped';
import type { Context, Language, Mode } from '../../src/core/context/context';
import { contextReader } from '../../src/core/context/reader';
import {
  asSnippet,
  asText,
  formFor,
  type InsertionSettings,
  insertion,
  type LatexDisplay,
} from '../../src/core/insertion';
import { equation, slot } from './equations';

const line = equation({ id: 'line', latex: 'y = \\log x', symbols: [slot('x')] });
const rows = equation({ id: 'rows', latex: '\\begin{aligned}\n  y &= a \\\\\n    &= b\n\\end{aligned}' });

interface Place extends Partial<Omit<Context, 'mode'>> {
  readonly mode: Mode;
  readonly before?: string;
  readonly after?: string;
  readonly language?: Language;
  readonly display?: LatexDisplay;
}

function form({
  mode,
  before = '',
  after = '',
  language = 'latex',
  display = 'equation',
  ...context
}: Place) {
  const target = {
    language,
    before,
    after,
    context: { env: null, restricted: false, preamble: false, continuation: '', ...context, mode },
  };
  const settings: InsertionSettings = { latexDisplay: display, indent: '  ' };
  return formFor(target, settings);
}

const text = (place: Place, what = line, indentation = '') =>
  asText(insertion(what, form(place)), indentation);

describe('insertion in LaTeX', () => {
  it('sets a display in text', () => {
    assert.equal(text({ mode: 'text' }), '\\begin{equation}\n  y = \\log x\n\\end{equation}');
  });
  it('sets the display that the user wants', () => {
    assert.equal(text({ mode: 'text', display: '\\[ \\]' }), '\\[\n  y = \\log x\n\\]');
    assert.equal(
      text({ mode: 'text', display: 'equation*' }),
      '\\begin{equation*}\n  y = \\log x\n\\end{equation*}',
    );
    assert.equal(
      text({ mode: 'text', display: 'align' }, rows),
      '\\begin{align}\n  y &= a \\\\\n  &= b\n\\end{align}',
    );
  });
  it('gives a display lines of its own', () => {
    assert.equal(
      text({ mode: 'text', before: 'so ', after: ' holds' }),
      '\n\\begin{equation}\n  y = \\log x\n\\end{equation}\n',
    );
  });
  it('keeps several lines aligned in a display', () => {
    assert.equal(
      text({ mode: 'text' }, rows),
      '\\begin{equation}\n  \\begin{aligned}\n    y &= a \\\\\n      &= b\n  \\end{aligned}\n\\end{equation}',
    );
  });
  it('goes on at the line’s indentation', () => {
    assert.equal(
      text({ mode: 'text' }, line, '    '),
      '\\begin{equation}\n      y = \\log x\n    \\end{equation}',
    );
  });
  it('is bare in mathematics', () => {
    assert.equal(text({ mode: 'inline' }), 'y = \\log x');
    assert.equal(text({ mode: 'display', env: 'equation' }), 'y = \\log x');
  });
  it('is on one line in inline mathematics', () => {
    assert.equal(text({ mode: 'inline' }, rows), '\\begin{aligned} y &= a \\\\ &= b \\end{aligned}');
  });
  it('is aligned in a display', () =>
    assert.equal(text({ mode: 'display', env: 'equation' }, rows), rows.latex));
  for (const env of ['align', 'align*', 'flalign', 'aligned', 'split']) {
    it(`is rows in ${env}`, () => assert.equal(text({ mode: 'display', env }, rows), 'y &= a \\\\\n&= b'));
  }
  for (const env of ['gather', 'multline', 'eqnarray', 'cases', 'alignat']) {
    it(`is aligned in ${env}`, () => assert.equal(text({ mode: 'display', env }, rows), rows.latex));
  }
  it('is rows in the next row of align, aligned within a row', () => {
    const at = (before: string) => text({ mode: 'display', env: 'align', before }, rows).startsWith('y');
    assert.equal(at('a &= b \\\\ '), true);
    assert.equal(at('a &= b \\\\[2pt] '), true);
    assert.equal(at('\\begin{align} '), true);
    assert.equal(at('a &= '), false);
  });
  it('is inline mathematics where no display may stand', () => {
    assert.equal(text({ mode: 'text', restricted: true }), '$y = \\log x$');
    assert.equal(text({ mode: 'textInMath', env: 'align' }), '$y = \\log x$');
  });
  it('is bare in the preamble, and stays within a comment', () => {
    assert.equal(text({ mode: 'text', preamble: true }), 'y = \\log x');
    assert.equal(text({ mode: 'comment' }, rows).includes('\n'), false);
  });
});

describe('insertion in Markdown', () => {
  const markdown = (place: Place, what = line, indentation = '') =>
    text({ ...place, language: 'markdown' }, what, indentation);
  it('sets a block of its own', () => assert.equal(markdown({ mode: 'text' }), '$$\ny = \\log x\n$$'));
  it('keeps the quote', () => {
    assert.equal(markdown({ mode: 'text', before: '> ', continuation: '> ' }), '$$\n> y = \\log x\n> $$');
  });
  it('keeps the list item, and its indentation', () => {
    assert.equal(markdown({ mode: 'text', before: '- ', continuation: '  ' }), '$$\n  y = \\log x\n  $$');
    assert.equal(
      markdown({ mode: 'text', before: '  1. ', continuation: '   ' }, line, '  '),
      '$$\n     y = \\log x\n     $$',
    );
  });
  it('leaves the text before and after on their lines', () => {
    assert.equal(
      markdown({ mode: 'text', before: '> so ', after: ' holds', continuation: '> ' }),
      '\n> $$\n> y = \\log x\n> $$\n> ',
    );
  });
  it('is bare in mathematics', () => {
    assert.equal(markdown({ mode: 'inline' }), 'y = \\log x');
    assert.equal(
      markdown({ mode: 'display', continuation: '> ' }, rows),
      rows.latex.replaceAll('\n', '\n> '),
    );
  });
  it('is inline in a heading and in a table', () => {
    assert.equal(markdown({ mode: 'text', restricted: true }), '$y = \\log x$');
  });
  it('has no bar in a table, where it would end the cell', () => {
    const bars = equation({ id: 'bars', latex: 'D(p \\,\\|\\, q) = \\left\\|x\\right\\| + |x|' });
    const without = 'D(p \\,\\Vert\\, q) = \\left\\Vert x\\right\\Vert + \\vert x\\vert';
    assert.equal(markdown({ mode: 'text', restricted: true, before: '| a | ' }, bars), `$${without}$`);
    assert.equal(markdown({ mode: 'inline', before: '| $', after: '$ | b |' }, bars), without);
    assert.equal(markdown({ mode: 'inline', before: 'so $|x| + ', after: '$ is' }, bars), bars.latex);
    assert.equal(markdown({ mode: 'text', restricted: true, before: '# ' }, bars), `$${bars.latex}$`);
  });
  it('has no dollar in the text of mathematics', () => {
    assert.equal(markdown({ mode: 'textInMath' }), '\\(y = \\log x\\)');
  });
});

describe('asSnippet', () => {
  const parts = insertion(line, form({ mode: 'inline' }));
  it('makes slots into tab stops', () => assert.equal(asSnippet(parts, true), 'y = \\\\log ${1:x}$0'));
  it('leaves them out where they are not wanted', () =>
    assert.equal(asSnippet(parts, false), 'y = \\\\log x$0'));
  it('escapes what a snippet would read', () => {
    const norm = equation({ id: 'norm', latex: '\\{ \\mathbf{x} \\}', symbols: [slot('\\mathbf{x}')] });
    assert.equal(
      asSnippet(insertion(norm, form({ mode: 'inline' })), true),
      '\\\\{ ${1:\\\\mathbf{x\\}} \\\\\\}$0',
    );
    assert.equal(
      asSnippet(insertion(line, form({ mode: 'text', restricted: true })), false),
      '\\$y = \\\\log x\\$$0',
    );
  });
});

describe('insertion anywhere', () => {
  const fragment = fc.constantFrom(
    ...[
      'text ',
      '$',
      '$$',
      '\\[',
      '\\]',
      '\\begin{align}',
      '\\end{align}',
      '\\begin{equ',
      '\\text{',
      '{',
      '}',
      '\n',
    ],
    ...[
      '\n\n',
      '> ',
      '- ',
      '  1. ',
      '| a |',
      '# ',
      '```\n',
      '`',
      '%',
      '\\verb|',
      '\ud800',
      '\r',
      '&',
      '\\\\',
      '---\n',
    ],
  );
  const { equations } = shippedCatalogue();
  const document = fc.record({
    text: fc.array(fragment, { maxLength: 12 }).map((fragments) => fragments.join('')),
    language: fc.constantFrom<Language>('latex', 'markdown'),
    at: fc.nat(),
    entry: fc.nat({ max: equations.length - 1 }),
    display: fc.constantFrom<LatexDisplay>('equation', 'equation*', '\\[ \\]', 'align'),
  });
  // A table of Markdown has its bars written out.
  const bare = (text: string) => text.replace(/\\Vert\s?/g, '\\|').replace(/\s+/g, '');
  const unescaped = (text: string) => text.replace(/\\([\\$}])/g, '$1');

  it('is the catalogue’s LaTeX, whatever the document and the place', () => {
    fc.assert(
      fc.property(document, ({ text, language, at, entry, display }) => {
        const what = equations[entry] ?? line;
        const lines = text.split('\n');
        const number = at % lines.length;
        const column = at % ((lines[number] ?? '').length + 1);
        const reader = contextReader(language, { count: lines.length, line: (index) => lines[index] ?? '' });
        const context = reader.at({ line: number, column });
        const [before, after] = [(lines[number] ?? '').slice(0, column), (lines[number] ?? '').slice(column)];
        const parts = insertion(
          what,
          formFor({ language, context, before, after }, { latexDisplay: display, indent: '\t' }),
        );

        const inserted = bare(asText(parts).replaceAll(`\n${context.continuation}`, '\n'));
        const rowsOf = what.latex.replace(/^\\begin\{aligned\}|\\end\{aligned\}$/g, '');
        assert.ok(inserted.includes(bare(what.latex)) || inserted.includes(bare(rowsOf)), asText(parts));

        assert.equal(unescaped(asSnippet(parts, false)), `${asText(parts)}$0`);
        const withoutStops = asSnippet(parts, true).replace(/\$\{\d:((?:\\.|[^\\}])*)\}/g, '$1');
        assert.equal(unescaped(withoutStops), `${asText(parts)}$0`);
      }),
      { numRuns: 500 },
    );
  });
});
