import assert from 'node:assert/strict';
import { slug, triggerAt, typedIn } from '../../src/core/trigger';

function at(lineWithCursor: string) {
  const column = lineWithCursor.indexOf('‸');
  const trigger = triggerAt(lineWithCursor.replace('‸', ''), column);
  return trigger === null ? null : `${trigger.query} ${trigger.start}-${trigger.end}`;
}

describe('triggerAt', () => {
  const examples: readonly (readonly [string, string | null])[] = [
    ['\\‸', ' 0-1'],
    ['see \\vae-elbo‸', 'vae-elbo 4-13'],
    ['see \\vae-el‸bo be', 'vae-el 4-13'],
    ['see \\vae-‸', 'vae- 4-9'],
    ['$\\vae‸$', 'vae 1-5'],
    ['\\\\‸', null],
    ['\\\\vae‸', null],
    ['\\\\\\vae‸', 'vae 2-6'],
    ['vae‸', null],
    ['\\vae elbo‸', null],
    ['\\frac{a‸}', null],
    ['\\1‸', null],
    ['‸\\vae', null],
  ];
  for (const [line, expected] of examples) it(line, () => assert.equal(at(line), expected));

  it('reads no more of a long line than a trigger can have', () => {
    const line = `${'\\a'.repeat(500_000)} \\elbo`;
    assert.equal(triggerAt(line, line.length)?.query, 'elbo');
  });
});

describe('typedIn', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['so \\vae-elbo‸ is', '3-12'],
    ['so \\vae‸-elbo is', '3-12'],
    ['\\VAE-el‸', '0-7'],
    ['\\vae‸x', '0-4'],
    ['\\alpha‸', '6-6'],
    ['so ‸', '3-3'],
  ];
  for (const [line, expected] of examples) {
    it(line, () => {
      const { start, end } = typedIn(line.replace('‸', ''), line.indexOf('‸'), ['vae-elbo', 'elbo']);
      assert.equal(`${start}-${end}`, expected);
    });
  }
});

describe('slug', () => {
  const examples = {
    'Kullback–Leibler divergence': 'kullback-leibler-divergence',
    ELBO: 'elbo',
    'Itô’s lemma': 'itos-lemma',
    '1×1 convolution': 'convolution',
    'earth mover’s distance (EMD)': 'earth-movers-distance-emd',
  };
  for (const [name, expected] of Object.entries(examples)) it(name, () => assert.equal(slug(name), expected));
});
