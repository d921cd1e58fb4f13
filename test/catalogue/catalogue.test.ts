import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keeps, lines } from './keeps';
import { readCatalogue } from './read';
import type { CheckedCatalogue } from './rule';
import { ENGINE_RULES, QUICK_RULES } from './rules';
import { GOOD } from './sample';

const RULES = [...QUICK_RULES, ...ENGINE_RULES];

describe('the rules of the catalogue', () => {
  it('are all in the list, once, each with a name of its own', async () => {
    const files = readdirSync(join(import.meta.dirname, 'rules'));
    const modules: readonly object[] = await Promise.all(files.map((file) => import(`./rules/${file}`)));
    const exported = modules.flatMap((module) => Object.values(module));
    assert.deepEqual(new Set(RULES), new Set(exported));
    assert.equal(new Set(RULES.map(({ name }) => name)).size, exported.length);
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
    catalogue = readCatalogue('snippets');
  });
  for (const rule of QUICK_RULES) it(`keeps ${rule.name}`, () => keeps(catalogue, rule));
});
