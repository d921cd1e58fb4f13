import assert from 'node:assert/strict';
import { compile } from '../../scripts/catalogue/compile';
import type { CatalogueData, Equation } from '../../src/core/equation';
import { readCatalogue } from '../catalogue/read';
import { article, complaints } from './document';
import { PAPER_PREAMBLE } from './paper-macros';
import { hasPdflatex, INSTALL, pdflatex } from './pdflatex';
import { PLACES } from './places';

/** Equations by the packages that they declare: `amsmath amssymb`. */
function byPackages(equations: readonly Equation[]): ReadonlyMap<string, readonly Equation[]> {
  const groups = new Map<string, Equation[]>();
  for (const equation of equations) {
    const key = [...equation.packages].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), equation]);
  }
  return groups;
}

const words = (text: string) => text.split(' ').filter((word) => word !== '');

async function complaintsOf(
  equations: readonly Equation[],
  places: typeof PLACES,
  packages: readonly string[],
  macros?: string,
) {
  return complaints(await pdflatex(article(equations, places, packages, macros))).join('\n');
}

/** The steps of the derivations, each as an equation of its own. */
function steps(equations: readonly Equation[]): readonly Equation[] {
  return equations.flatMap((equation) =>
    equation.derivation.map(({ latex }, i) => ({
      ...equation,
      id: `${equation.id}, step ${i + 1}`,
      latex,
      symbols: [],
    })),
  );
}

describe('real TeX', function () {
  this.timeout(120_000);
  let catalogue: CatalogueData;

  before(function () {
    if (!hasPdflatex()) {
      const message = `pdflatex is not on this machine, so no equation is set by real TeX. To have it: ${INSTALL}`;
      assert.equal(process.env.CI, undefined, message);
      console.warn(message);
      this.skip();
    }
    const { families, references } = readCatalogue();
    catalogue = compile(
      families.flatMap(({ source }) => (source === null ? [] : [source])),
      references,
    );
  });

  it('sets every entry in every form that insertion gives', async () => {
    const packages = [...new Set(['amsmath', ...catalogue.equations.flatMap(({ packages }) => packages)])];
    assert.equal(await complaintsOf(catalogue.equations, PLACES, packages), '');
  });

  it('sets every entry, and every step of a derivation, in a paper with macros of its own', async () => {
    const places = PLACES.filter(({ name }) => name === 'text');
    const equations = [...catalogue.equations, ...steps(catalogue.equations)];
    assert.equal(await complaintsOf(equations, places, ['amsmath', 'amssymb'], PAPER_PREAMBLE), '');
  });

  it('needs no more than the packages that an entry declares', async () => {
    const places = PLACES.filter(({ packages }) => packages.length === 0);
    for (const [key, equations] of byPackages(catalogue.equations))
      assert.equal(
        await complaintsOf(equations, places, words(key)),
        '',
        `with the packages: ${key || 'none'}`,
      );
  });

  it('names the entry and the place of what TeX does not take', async () => {
    const [first, second] = catalogue.equations;
    assert.ok(first !== undefined && second !== undefined);
    const broken = { ...first, latex: '\\softmax(x)', symbols: [] };
    const places = PLACES.filter(({ name }) => name === '$ $');
    const found = complaints(await pdflatex(article([broken, second], places, ['amsmath', 'amssymb'])));
    assert.equal(found.length, 1);
    assert.match(
      found[0] ?? '',
      new RegExp(`^${first.id} in \\$ \\$: ! Undefined control sequence. .*softmax`),
    );
  });

  it('notices a package that is missing, a character that is not there, and an end too early', async () => {
    const [first] = catalogue.equations;
    assert.ok(first !== undefined);
    const set = (latex: string, packages: readonly string[]) =>
      complaintsOf([{ ...first, latex, symbols: [] }], PLACES.slice(0, 1), packages);
    assert.match(await set('\\lVert x \\rVert', []), /in text: ! Undefined control sequence/);
    assert.match(
      await set('\\mathrm{ﬁ} x', ['nowhere']),
      /preamble: ! LaTeX Error: File `nowhere.sty' not found/,
    );
    assert.match(await set('\\mathbb{é}', ['amssymb']), /in text: (?:!|Missing character)/);
    assert.match(await set('a \\end{document}', []), /TeX stopped here/);
  });
});
