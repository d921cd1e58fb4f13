import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from './read';
import type { CheckedCatalogue, Fault } from './rule';
import { RULES } from './rules';
import { GOOD } from './sample';

/** `layers.yaml linear-layer: the alias 'layer' …`, one fault a line. */
function lines(faults: readonly Fault[]): string {
  return faults
    .map(({ file, id, message }) => `${file}${id === null ? '' : ` ${id}`}: ${message}`)
    .join('\n');
}

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
  // A rule goes over every entry, and MathJax takes milliseconds for each.
  this.timeout(60_000);
  let catalogue: CheckedCatalogue;
  before(() => {
    catalogue = readCatalogue('snippets');
  });

  for (const { name, description, check } of RULES) {
    it(`keeps ${name}`, () => {
      const faults = check(catalogue);
      assert.equal(faults.length, 0, `${description}\n${lines(faults)}`);
    });
  }
});
