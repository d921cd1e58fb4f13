import { keeps } from '../catalogue/keeps';
import { readCatalogue } from '../catalogue/read';
import { ENGINE_RULES } from '../catalogue/rules';

describe('the whole catalogue', function () {
  this.timeout(120_000);
  const catalogue = readCatalogue();
  for (const rule of ENGINE_RULES) it(`keeps ${rule.name}`, () => keeps(catalogue, rule));
});
