import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { drawEquations } from '../../scripts/catalogue/drawings';
import { createTypesetter, elementsOf } from '../../scripts/catalogue/mathjax';
import { shippedCatalogue } from '../../scripts/shipped';
import { type Drawings, dataUri, svg } from '../../src/core/drawing';

/** Everything that MathJax draws in a way of its own. */
const DIFFICULT: Readonly<Record<string, string>> = {
  'tall-delimiters': String.raw`\left( \begin{matrix} a \\ b \\ c \\ d \\ e \\ f \end{matrix} \right] \left\lVert \frac{\frac{a}{b}}{c} \right\rangle`,
  'tall-root': String.raw`\sqrt{\begin{matrix} a \\ b \\ c \\ d \\ e \\ f \end{matrix}}`,
  braces: String.raw`\underbrace{a + b + c + d + e + f}_{x} + \overbrace{a + b + c + d + e + f}^{y}`,
  lines: String.raw`\overline{x + y} + \underline{x} + \widehat{abc} + \widetilde{abc} \xrightarrow{a + b + c + d}`,
  cases: String.raw`f(x) = \begin{cases} a & \text{if } x \geq 0 \\ b & \text{otherwise} \end{cases}`,
  aligned: String.raw`\begin{aligned} a &= b \\ &= \left[ \frac{c}{d} \right] \end{aligned}`,
  rules: String.raw`\boxed{x} = \left[ \begin{array}{c|c} a & b \\ \hline c & d \end{array} \right]`,
  alphabets: String.raw`\mathbb{E} \mathcal{L} \mathfrak{F} \mathscr{H} \mathbf{x} \boldsymbol{\mu} \bm{\Sigma} \mathrm{d} \operatorname*{arg\,min}_{\theta}`,
};

const catalogue = shippedCatalogue();

/** Whether every tag is closed in its order and every attribute quoted. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?: [\w:]+="[^"<&]*")*)(\/?)>/gi,
    (_, end, name, _attributes, empty) => {
      if (end === '/') return open.pop() === name ? '' : '!';
      if (empty === '') open.push(name);
      return '';
    },
  );
  return rest === '' && open.length === 0;
}

describe('the drawings that are shipped', () => {
  it('hold every equation, small enough for the suggestion list', () => {
    const drawings: Drawings = JSON.parse(readFileSync('dist/drawings.json', 'utf8'));
    for (const { id } of catalogue.equations) {
      const text = svg(drawings, id, { colour: '#1f1f1f' }) ?? assert.fail(`${id} has no drawing`);
      assert.ok(isWellFormed(text), `${id}: ${text}`);
      assert.doesNotMatch(text, /NaN|undefined|Infinity|d=""/, id);
      assert.ok(dataUri(text).length < 60_000, `${id}: the SVG is too long; part the equation in two`);
    }
  });
});

describe('drawEquations', () => {
  for (const [id, latex] of Object.entries(DIFFICULT))
    it(`leaves out nothing of what MathJax draws: ${id}`, async () => {
      const typesetter = createTypesetter();
      const original = [...elementsOf(await typesetter.set(latex))].map(({ kind, attributes }) => {
        if (kind === 'path') return attributes.d === '' ? 0 : 1;
        if (kind === 'rect') return attributes.fill === undefined ? 1 : 4;
        return kind === 'line' ? 1 : 0;
      });
      const drawings = await drawEquations([{ id, latex }]);
      const expected = original.reduce<number>((sum, count) => sum + count, 0);
      assert.equal(drawings.equations[id]?.marks.split(',').length, expected);
      assert.ok(isWellFormed(svg(drawings, id, { colour: '#000000' }) ?? ''));
    });

  it('puts an outline where MathJax puts it', async () => {
    const { outlines, equations } = await drawEquations([{ id: 'square', latex: 'x^{2} + \\frac{1}{x}' }]);
    const marks = equations.square?.marks.split(',') ?? [];
    const [x, two] = marks;
    assert.equal(x, '0 0 0');
    assert.match(two ?? '', /^1 \d+ \d+ 0\.707$/);
    assert.equal(marks.filter((mark) => mark.startsWith('0 ')).length, 2);
    assert.equal(new Set(outlines).size, outlines.length);
  });

  it('names each equation that MathJax does not take', async () => {
    const equations = [
      { id: 'first', latex: '\\foo' },
      { id: 'second', latex: 'x' },
      { id: 'third', latex: '\\frac{1}' },
    ];
    await assert.rejects(drawEquations(equations), (error: Error) => {
      assert.match(error.message, /^first: .*Undefined control sequence \\foo\nthird: /);
      return true;
    });
  });

  it('names an equation with a character that has no outline, or with what cannot be drawn', async () => {
    await assert.rejects(
      drawEquations([{ id: 'letter', latex: '\\text{\u6f22}' }]),
      /^Error: letter: .*\u6f22/,
    );
    await assert.rejects(
      drawEquations([{ id: 'dashed', latex: '\\begin{array}{c:c} a & b \\end{array}' }]),
      /dashed/,
    );
  });
});
