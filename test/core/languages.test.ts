import assert from 'node:assert/strict';
import { LANGUAGE_IDS, languageOf } from '../../src/core/languages';

describe('languageOf', () => {
  it('reads the kin of LaTeX and of Markdown', () => {
    assert.equal(languageOf('rsweave'), 'latex');
    assert.equal(languageOf('quarto'), 'markdown');
    assert.equal(languageOf('python'), undefined);
    assert.equal(LANGUAGE_IDS.length, 9);
  });
});
