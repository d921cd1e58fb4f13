import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../scripts/shipped';
import type { Check } from './check';
import { familyChecks } from './checks';
import { runFunctionCheck, runLatexCheck } from './run';

const catalogue = shippedCatalogue();
const families = familyChecks();
const all = families.flatMap(({ checks }) => checks);

function faultsOf(check: Exclude<Check, { kind: 'unchecked' }>): readonly string[] {
  if (check.kind === 'function') return runFunctionCheck(check).faults;
  const latex = catalogue.equation(check.id)?.latex;
  return latex === undefined ? ['There is no such entry.'] : runLatexCheck(check, latex).faults;
}

describe('the numeric checks', () => {
  for (const { family, checks, failure } of families) {
    describe(family, () => {
      if (failure !== null) it('can be loaded', () => assert.fail(failure));
      for (const check of checks) {
        if (check.kind === 'unchecked') continue;
        it(`${check.id}: ${check.states}`, () => {
          const faults = faultsOf(check);
          if (faults.length > 0) assert.fail(faults.join('\n'));
        });
      }
    });
  }

  it('are each of an entry of their own family', () => {
    const strangers = families.flatMap(({ family, checks }) =>
      checks
        .filter(({ id }) => catalogue.equation(id)?.family !== family)
        .map(({ id }) => `${family}: ${id}`),
    );
    assert.deepEqual(strangers, []);
  });

  it('are one for each entry', () => {
    const ids = all.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });

  it('leave out no entry', () => {
    const known = new Set(all.map(({ id }) => id));
    const missing = catalogue.equations.filter(({ id }) => !known.has(id));
    assert.deepEqual(
      missing.map(({ family, id }) => `${family}: ${id}`),
      [],
    );
  });
});
