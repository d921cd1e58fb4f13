import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keeps, lines } from './keeps';
import { readCatalogue } from './read';
import type { CheckedCatalogue } from './rule';
import { ENGINE_RULES, QUICK_RULES } from './rules';
import { GOOD } from './sample';

const RULES = [...QUICK_RULES, ...ENGINE_RULES];

describe('the rules of the catalogue', () => {
  it('are all in the list, once, each with a name of its own', () => {
    const folder = join(import.meta.dirname, 'rules');
    const written = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/: Rule = \{\s+name: '([^']+)'/g)].map(
        ([, name]) => name,
      ),
    );
    assert.deepEqual(RULES.map(({ name }) => name).sort(), written.sort());
    assert.equal(new Set(written).size, written.length);
  });

  for (const { name, description, check, bad } of RULES) {
    it(`${name}: catches its bad examples and nothing in the good one`, () => {
      assert.equal(lines(check(GOOD)), '', description);
      assert.ok(bad.length > 0, 'a rule needs a bad example');
      for (const [i, example] of bad.entries())
        assert.notEqual(check(example).length, 0, `bad example ${i + 1} passes: ${description}`);
    });
  }
});

describe('the catalogue', function () {
  this.timeout(60_000);
  let catalogue: CheckedCatalogue;
  before(() => {
    catalogue = readCatalogue();
  });
  for (const rule of QUICK_RULES) it(`keeps ${rule.name}`, () => keeps(catalogue, rule));
});
