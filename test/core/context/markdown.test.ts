import assert from 'node:assert/strict';
import { contextReader } from '../../../src/core/context/reader';
import { contextAt, linesOf, told } from './marked';

/** Documents with the cursor as `‸`, and what holds there: the mode, the environment, `restricted`. */
type Examples = readonly (readonly [string, string])[];

const INLINE: Examples = [
  ['‸', 'text'],
  ['a $‸x$ b', 'inline'],
  ['a $x‸$ b', 'inline'],
  ['a $x$‸ b', 'text'],
  ['a $x‸', 'text'],
  ['$5 and $6 ‸', 'text'],
  ['it costs $5‸, not $6', 'text'],
  ['a$x‸$', 'text'],
  ['($x‸$)', 'inline'],
  ['$x‸$s', 'text'],
  ['$ x ‸ $', 'inline'],
  ['\\$x‸$', 'text'],
  ['\\\\ $x‸$', 'inline'],
  ['$a \\$ ‸ b$', 'inline'],
  ['$x\ny‸$', 'inline'],
  ['$x\n\ny‸$', 'text'],
  ['a $$‸x$$ b', 'display'],
  ['a $$x\ny‸$$ b', 'display'],
  ['a $$x$$ ‸', 'text'],
  ['$`a‸`$', 'inline'],
  ['**$x‸$**', 'inline'],
  ['[$x‸$](y)', 'inline'],
  ['[x]($a‸$) $', 'text'],
  ['<https://a/$b‸$>', 'text'],
  ['let $\\vae-el‸', 'inline'],
  ['let $\\vae-el‸ and $x$', 'inline'],
  ['let $$\\vae-el‸', 'display'],
  ['let $\\vae\nnext ‸', 'text'],
  ['$‸$', 'inline'],
  ['<span class="a">$x‸$</span>', 'text'],
  ['`$`$x‸$', 'inline'],
];

const CODE: Examples = [
  ['`‸$x$`', 'code'],
  ['`$x$`‸', 'text'],
  ['`` a ` $x‸$ ``', 'code'],
  ['` $x‸$ ``', 'inline'],
  ['`a\n$‸b$`', 'code'],
  ['```\n$x‸$\n```', 'code'],
  ['```\n$x$\n```\n$x‸$', 'inline'],
  ['```python\n‸', 'code'],
  ['```py‸', 'code'],
  ['~~~\n```\n$x‸$', 'code'],
  ['````\n```\n$x‸$', 'code'],
  ['    $x‸$', 'code'],
  ['\t$x‸$', 'code'],
  ['a\n    $x‸$', 'inline'],
  ['    a\n\n    $x‸$', 'code'],
  ['- a\n\n      $x‸$', 'code'],
  ['- a\n\n    $x‸$', 'inline'],
  ['-     $x‸$', 'code'],
  ['- ```\n  $x‸$', 'code'],
  ['- ```\n$x‸$', 'inline'],
  ['> ```\n> $x‸$', 'code'],
  ['> ```\n$x‸$', 'inline'],
];

const BLOCKS_OF_MATH: Examples = [
  ['$$\n‸\n$$', 'display'],
  ['$$\nx\n$$\n‸', 'text'],
  ['$$ x‸\n$$', 'display'],
  ['$$x‸$$', 'display'],
  ['$$x$$‸', 'text'],
  ['a\n$$\n‸', 'display'],
  ['$$\nx $$ y ‸', 'text'],
  ['$$\nx\n\ny ‸\n$$', 'display'],
  ['$$\n\\begin{aligned}\n  a &= ‸', 'display aligned'],
  ['$$\\begin{aligned} ‸', 'display aligned'],
  ['$$\n\\begin{align*}\n‸', 'display align*'],
  ['$$\n\\text{if ‸}\n$$', 'textInMath restricted'],
  ['$$\n\\text{if $‸x$}\n$$', 'inline'],
  ['$$\na % ‸\n$$', 'comment'],
  ['$\\begin{pmatrix} ‸$', 'inline pmatrix'],
  ['$\\text{‸}$', 'textInMath restricted'],
  ['a $$\\text{‸}$$', 'textInMath restricted'],
  ['```math\n‸\n```', 'display'],
  ['```math\n\\begin{cases}\n‸\n```', 'display cases'],
  ['```math\nx\n```\n‸', 'text'],
  ['```Math\n‸', 'display'],
  ['> $$\n> ‸\n> $$', 'display'],
  ['- $$\n  ‸\n  $$', 'display'],
  ['- $$\n  x\n  $$\n- ‸', 'text'],
  ['1. a\n   $$\n   ‸', 'display'],
  ['- $$\n  x\n\nswallowed\n$x‸$', 'inline'],
  ['\\begin{align}\n‸\n\\end{align}', 'text'],
];

const NOT_READ: Examples = [
  ['---\ntitle: $x‸$\n---', 'frontmatter'],
  ['---\ntitle: x\n---\n$x‸$', 'inline'],
  ['---\ntitle: x\n...\n$x‸$', 'inline'],
  ['+++\ntitle = "$x‸$"\n+++', 'frontmatter'],
  ['a\n\n---\n$x‸$', 'inline'],
  ['<!-- $x‸$ -->', 'html'],
  ['<!--\n\n$x‸$\n-->', 'html'],
  ['<!--\n-->\n$x‸$', 'inline'],
  ['a <!-- $x‸$ --> b', 'html'],
  ['<div>\n$x‸$\n</div>', 'html'],
  ['<div>\n\n$x‸$\n\n</div>', 'inline'],
  ['<pre>\n\n$x‸$', 'html'],
  ['a <b title="$x‸$">', 'html'],
  ['a < b $x‸$ > c', 'inline'],
];

const RESTRICTED: Examples = [
  ['# a ‸', 'text restricted'],
  ['# a $x‸$', 'inline'],
  ['#a ‸', 'text'],
  ['a ‸\n===', 'text restricted'],
  ['a ‸\n---', 'text restricted'],
  ['a\n---\n‸', 'text'],
  ['- a\n  - ‸', 'text'],
  ['a | ‸ b\n--|--', 'text restricted'],
  ['a | b\n--|--\nc | ‸', 'text restricted'],
  ['a | b\n--|--\n$c | d‸$', 'text restricted'],
  ['a | b\n--|--\n| $c‸$ | d', 'inline'],
  ['a | b\n--|--\n\n‸', 'text'],
  ['a | b\n--\n$c | d‸$', 'inline'],
  ['a | b\n\n‸', 'text'],
  ['> # ‸', 'text restricted'],
];

const CONTINUATIONS: Examples = [
  ['‸', ''],
  ['a ‸', ''],
  ['> ‸', '> '],
  ['> a\n> b ‸', '> '],
  ['> a\nb ‸', ''],
  ['  > a ‸', '> '],
  ['> > ‸', '> > '],
  ['- ‸', '  '],
  ['- a\n  b ‸', ''],
  ['- a\nb ‸', ''],
  ['1. ‸', '   '],
  ['10) ‸', '    '],
  ['  - ‸', '  '],
  ['- - ‸', '    '],
  ['- a\n  - ‸', '  '],
  ['> - ‸', '>   '],
  ['> - a\n>   b ‸', '>   '],
  ['- > ‸', '  > '],
  ['- > a\n  > b ‸', '> '],
  ['-     code ‸', '  '],
  ['> $$\n> ‸', '> '],
  ['```\n> ‸', ''],
  ['# - ‸', ''],
];

describe('the context of a place in Markdown', () => {
  const groups: readonly (readonly [string, Examples])[] = [
    ['in a paragraph', INLINE],
    ['in code', CODE],
    ['in blocks of mathematics', BLOCKS_OF_MATH],
    ['in HTML and front matter', NOT_READ],
    ['where no display may stand', RESTRICTED],
  ];
  for (const [title, examples] of groups) {
    describe(title, () => {
      for (const [document, expected] of examples) {
        it(`${JSON.stringify(document).slice(1, -1)} is ${expected}`, () => {
          assert.equal(told(contextAt('markdown', document)), expected);
        });
      }
    });
  }

  describe('what a further line begins with', () => {
    for (const [document, expected] of CONTINUATIONS) {
      it(`${JSON.stringify(document).slice(1, -1)} goes on with ${JSON.stringify(expected)}`, () => {
        assert.equal(contextAt('markdown', document).continuation, expected);
      });
    }
  });

  it('takes no stray carriage return for text', () => {
    assert.equal(told(contextAt('markdown', '$$\r\nx\r\n$$\r\n\r\n$x‸$\r')), 'inline');
  });

  it('finds the other end of a formula many lines away', () => {
    const paragraph = Array.from({ length: 300 }, (_, i) => `line ${i}`);
    const reader = contextReader('markdown', linesOf(['$a', ...paragraph, 'b$']));
    assert.equal(reader.at({ line: 150, column: 3 }).mode, 'inline');
  });

  it('reads no more than a window of a paragraph of ten thousand lines', () => {
    let read = 0;
    const lines = { count: 10_000, line: () => `word ${read++}` };
    const reader = contextReader('markdown', lines);
    reader.at({ line: 9_999, column: 2 });
    read = 0;
    reader.at({ line: 5_000, column: 2 });
    assert.ok(read < 2_000, `${read} lines`);
  });
});
