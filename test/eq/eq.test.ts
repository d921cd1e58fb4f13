import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedCatalogue } from '../../scripts/shipped';

/** Runs the command line with that standard input. */
function eq(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/eq.ts', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

const lines = (text: string) => text.trimEnd().split('\n');

describe('eq', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'eq-'));
  const notes = join(folder, 'notes.md');
  const text = '> \\vae-elbo\n> as $x$\n';
  before(() => writeFileSync(notes, text));
  after(() => rmSync(folder, { recursive: true }));

  it('list --json gives the whole catalogue', () => {
    const { code, out } = eq(['list', '--json']);
    const listed: readonly Record<string, unknown>[] = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(listed.length, shippedCatalogue().equations.length);
    const fields = 'id name aliases family latex explanation tags references'.split(' ');
    for (const equation of listed) assert.deepEqual(Object.keys(equation), fields);
  });

  it('search gives ids a line, best first', () => {
    const { code, out } = eq(['search'], 'wasserstien distance\nelbo\n');
    const [distance, elbo] = lines(out).map((line): readonly string[] => JSON.parse(line));
    assert.equal(code, 0);
    assert.equal(distance?.[0], 'wasserstein-distance');
    assert.equal(elbo?.[0], 'vae-elbo');
  });

  it('context answers each question in its order', () => {
    const questions = [
      { lang: 'latex', text: '$x$', offset: 2 },
      { lang: 'latex', text: '\\begin{align} a', offset: 15 },
      { lang: 'markdown', file: notes, offset: text.indexOf('x') },
      { lang: 'markdown', text: '`x`', offset: 1 },
    ];
    const { code, out } = eq(['context'], questions.map((question) => JSON.stringify(question)).join('\n'));
    assert.equal(code, 0);
    assert.deepEqual(
      lines(out).map((line) => JSON.parse(line)),
      [
        { mode: 'inline', env: null },
        { mode: 'display', env: 'align' },
        { mode: 'inline', env: null },
        { mode: 'code', env: null },
      ],
    );
  });

  it('expand gives the text that would be inserted in place of the trigger', () => {
    const { code, out } = eq(['expand', 'vae-elbo', '--lang', 'markdown', '--file', notes, '--offset', '11']);
    const latex = shippedCatalogue().equation('vae-elbo')?.latex ?? '?';
    assert.equal(code, 0);
    assert.equal(out, `$$\n> ${latex.replaceAll('\n', '\n> ')}\n> $$\n`);
  });

  it('says what to do about bad input, with code 2', () => {
    const bad: readonly (readonly [readonly string[], string, RegExp])[] = [
      [[], '', /Name a command. There are:\n.*list/],
      [['lsit'], '', /“lsit” is no command/],
      [['list', '--yaml'], '', /list takes no argument but --json/],
      [['context'], 'no json', /Not a JSON object: no json/],
      [['context'], '{"lang":"word","text":"","offset":0}', /latex.*markdown/],
      [['context'], '{"lang":"latex","text":"ab","offset":3}', /offset/],
      [
        ['expand', 'no-such-thing', '--lang', 'latex', '--file', notes, '--offset', '0'],
        '',
        /is no equation/,
      ],
      [
        ['expand', 'vae-elbo', '--lang', 'latex', '--file', join(folder, 'none.tex'), '--offset', '0'],
        '',
        /none\.tex/,
      ],
    ];
    for (const [args, input, message] of bad) {
      const { code, out, error } = eq(args, input);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(error, message);
    }
  });
});
