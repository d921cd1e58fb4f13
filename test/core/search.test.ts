import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { shippedCatalogue } from '../../scripts/shipped';
import { createSearch } from '../../src/core/search';

describe('search', () => {
  const catalogue = shippedCatalogue();
  // The index that ships, which the build has made.
  const search = createSearch(catalogue, JSON.parse(readFileSync('dist/search.json', 'utf8')));
  const first = (query: string) => search.find(query)[0]?.id;

  const examples: readonly (readonly [string, string])[] = [
    ['vae-elbo', 'vae-elbo'],
    ['ELBO', 'vae-elbo'],
    ['kullback leibler', 'kl-divergence'],
    ['kulback liebler', 'kl-divergence'],
    ['divergence kl', 'kl-divergence'],
    ['ddpm forwrd', 'ddpm-forward'],
    ['wasserstien distance', 'wasserstein-distance'],
  ];
  for (const [query, id] of examples) it(`${query} finds ${id}`, () => assert.equal(first(query), id));

  it('finds a piece of LaTeX, whatever its spacing and braces', () => {
    const ids = search.find('\\sqrt{ 1-\\beta_t }').map(({ id }) => id);
    assert.ok(
      ids.indexOf('ddpm-forward') >= 0 && ids.indexOf('ddpm-forward') < 3,
      ids.slice(0, 5).join(', '),
    );
  });
  it('gives the catalogue for an empty query', () => {
    assert.equal(search.find('  ').length, catalogue.equations.length);
    assert.equal(search.find('', 3).length, 3);
  });
  it('finds nothing by LaTeX that means nothing', () => assert.deepEqual(search.find('\\,'), []));
  it('takes anything', () => {
    for (const query of ['\\', '{', '\ud800', '(((', '\0']) assert.ok(Array.isArray(search.find(query)));
  });
  it('finds every equation by its id and by its name among the first five', () => {
    const missed = catalogue.equations.filter(
      ({ id, name }) =>
        search.find(id, 1)[0]?.id !== id ||
        // Most are the first; only else the further ones are asked for.
        (search.find(name, 1)[0]?.id !== id && !search.find(name, 5).some((found) => found.id === id)),
    );
    assert.deepEqual(
      missed.map(({ id }) => id),
      [],
    );
  });
});
