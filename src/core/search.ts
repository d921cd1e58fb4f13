import MiniSearch from 'minisearch';
import type { Catalogue } from './catalogue';
import type { Equation } from './equation';
import { significant, tokenize } from './tex';

/** Finds equations; made once, because making it reads the whole catalogue. */
export interface Search {
  /** The equations that a query finds, best first. An empty query finds all, in the catalogue's order. */
  find(query: string, most?: number): readonly Equation[];
}

const BOOST = {
  name: 6,
  triggers: 5,
  aliases: 5,
  symbols: 1,
  explanation: 1,
  latex: 1,
  tags: 2,
  family: 2,
  source: 1,
};

/** A query with one of these is a piece of LaTeX. */
const LATEX_SIGN = /[\\_^{}]/;

/** Long words may have two slips, short ones one, abbreviations none. */
function slips(term: string): number {
  return term.length < 4 ? 0 : term.length < 6 ? 1 : 2;
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function inAnyOrder(text: string): string {
  return words(text).sort().join(' ');
}

/** LaTeX without what does not change its meaning: spacing, and braces around a single token. */
function normalized(latex: string): string {
  const joined = significant(tokenize(latex))
    .map((token) => token.text)
    .filter((text) => !/^\\(?:[,;:! ]|left|right)$/.test(text))
    .join(' ');
  return ` ${joined.replace(/\{ ([^{} ]+) \}/g, '$1')} `;
}

function documentOf(
  equation: Equation,
  catalogue: Catalogue,
): Readonly<Record<keyof typeof BOOST | 'id', string>> {
  const sources = equation.references.map((key) => catalogue.reference(key));
  return {
    id: equation.id,
    name: equation.name,
    triggers: equation.triggers.join(' '),
    aliases: equation.aliases.join(' '),
    symbols: equation.symbols.map((symbol) => symbol.meaning).join(' '),
    explanation: equation.explanation,
    latex: equation.latex,
    tags: equation.tags.join(' '),
    family: catalogue.family(equation.family)?.title ?? '',
    source: sources.map((source) => `${source?.authors} ${source?.year} ${source?.title}`).join(' '),
  };
}

/**
 * Makes the search over a catalogue: by name, alias, family, explanation, source and LaTeX, with slips of the keyboard
 * forgiven. MiniSearch finds and ranks words; it knows nothing of LaTeX, so that a fragment is compared as tokens.
 *
 * `wasserstien` finds `wasserstein-distance`; `\mathbb{E}_{q_\phi}` finds `vae-elbo`.
 */
export function createSearch(catalogue: Catalogue): Search {
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, prefix: (term) => term.length > 1, fuzzy: slips, maxFuzzy: 2 },
  });
  index.addAll(catalogue.equations.map((equation) => documentOf(equation, catalogue)));
  const fragments = catalogue.equations.map((equation) => ({ equation, latex: normalized(equation.latex) }));

  const byFragment = (query: string): readonly Equation[] => {
    const wanted = normalized(query).trim();
    if (wanted === '') return [];
    const holding = fragments.filter(({ latex }) => latex.includes(` ${wanted}`));
    return holding.sort((a, b) => a.latex.length - b.latex.length).map(({ equation }) => equation);
  };
  const byWords = (query: string): readonly Equation[] =>
    index.search(query).flatMap((result) => catalogue.equation(String(result.id)) ?? []);
  const named = new Map<string, Equation[]>();
  for (const equation of catalogue.equations) {
    for (const name of new Set(equation.triggers.map(inAnyOrder))) {
      named.set(name, [...(named.get(name) ?? []), equation]);
    }
  }

  return {
    find(query, most = Number.POSITIVE_INFINITY) {
      if (query.trim() === '') return catalogue.equations.slice(0, most);
      const fragment = LATEX_SIGN.test(query) ? byFragment(query) : [];
      return [...new Set([...(named.get(inAnyOrder(query)) ?? []), ...fragment, ...byWords(query)])].slice(
        0,
        most,
      );
    },
  };
}
