import assert from 'node:assert/strict';
import { coverageOf } from '../../scripts/eq/coverage';
import { shippedCatalogue } from '../../scripts/shipped';
import { functionCheck, latexCheck, unchecked } from './check';

describe('the coverage', () => {
  const catalogue = shippedCatalogue();
  const [first, second, third] = catalogue.equationsOf('divergences').map(({ id }) => id);
  const { families, total, notChecked } = coverageOf(catalogue, [
    latexCheck(first ?? '', { states: 'an example', cases: [] }),
    functionCheck(second ?? '', { states: 'an example', formula: () => 1, against: () => 1, mutants: {} }),
    unchecked(third ?? '', 'definition'),
  ]);

  it('counts the entries of a family by how they are checked', () => {
    const counted = families.find(({ family }) => family === 'divergences');
    assert.deepEqual([counted?.byLatex, counted?.byFunction], [1, 1]);
    assert.equal(counted?.notChecked, (counted?.entries ?? 0) - 2);
    assert.equal(total.entries, catalogue.equations.length);
  });
  it('lists what is not checked, with the reason', () => {
    assert.deepEqual(
      notChecked.find(({ id }) => id === third),
      { family: 'divergences', id: third, reason: 'definition' },
    );
    assert.equal(notChecked.filter(({ reason }) => reason === 'missing').length, total.entries - 3);
  });
});
