import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Catalogue } from './catalogue';
import type { Equation } from './equation';
import { significant, tokenize } from './tex';

/** Finds equations. */
export interface Search {
  /** The equations that a query finds, best first. An empty query finds all, in the catalogue's order. */
  find(query: string, most?: number): readonly Equation[];
}

/** What is searched, and how much more a word weighs there than in the rest. Each field makes a search slower. */
const BOOST = { name: 6, names: 5, topics: 2, text: 1 };

/** A query with one of these is a piece of LaTeX. */
const LATEX_SIGN = /[\\_^{}]/;

/** Long words may have two slips, short ones one, abbreviations none. */
function slips(term: string): number {
  return term.length < 4 ? 0 : term.length < 6 ? 1 : 2;
}

/** Words that stand in nearly every entry, of English and of LaTeX, and say nothing about it. */
const IDLE = new Set(
  (
    'a all an and any are as at be both by can each for from has in into is it its no not of on one or that the ' +
    'their them then there this to what when where which with ' +
    'aligned begin boldsymbol end frac left mathbb mathbf mathcal mathrm mid operatorname quad right'
  ).split(' '),
);

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
    names: [...new Set([...equation.triggers, ...equation.aliases].flatMap(words))].join(' '),
    topics: [...equation.tags, catalogue.family(equation.family)?.title].join(' '),
    text: [
      equation.explanation,
      ...equation.symbols.map((symbol) => symbol.meaning),
      ...sources.map((source) => `${source?.authors} ${source?.year} ${source?.title}`),
      equation.latex,
    ].join(' '),
  };
}

const OPTIONS: Options<Readonly<Record<string, string>>> = {
  fields: Object.keys(BOOST),
  tokenize: words,
  processTerm: (term) => (IDLE.has(term) ? null : term),
};

/** The words of a catalogue, prepared for {@link createSearch}. Takes 0.1 ms an equation, so the build does it. */
export type SearchIndex = AsPlainObject;

export function indexWords(catalogue: Catalogue): SearchIndex {
  const index = new MiniSearch(OPTIONS);
  index.addAll(catalogue.equations.map((equation) => documentOf(equation, catalogue)));
  return index.toJSON();
}

/** Whether one of the sorted words begins with the term. */
function begins(sorted: readonly string[], term: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(term) === true;
}

interface WordSearch {
  /** Ids, best first. */
  find(query: string): readonly string[];
  /** The query with the likeliest known words in place of slips. */
  mended(query: string): string;
}

/** Finds and ranks by words, which MiniSearch does; a word that begins no known word is taken for a slip. */
function byWords(index: SearchIndex): WordSearch {
  const search = MiniSearch.loadJS(index, OPTIONS);
  const known = index.index.map(([word]) => word).sort();
  const searchOptions = {
    boost: BOOST,
    // The last word is still being typed.
    prefix: (term: string, i: number, terms: readonly string[]) =>
      term.length > (i === terms.length - 1 ? 1 : 3),
    fuzzy: (term: string) => (begins(known, term) ? 0 : slips(term)),
    maxFuzzy: 2,
  };
  return {
    find(query) {
      // So little begins half of all words: then only names are looked at.
      const fields = query.trim().length < 4 ? ['name', 'names'] : Object.keys(BOOST);
      return search.search(query, { ...searchOptions, fields }).map(({ id }) => String(id));
    },
    mended(query) {
      if (words(query).every((word) => IDLE.has(word) || begins(known, word))) return query;
      const [best] = search.autoSuggest(query, { ...searchOptions, fields: ['name', 'names'] });
      return best?.suggestion ?? query;
    },
  };
}

/** Finds by LaTeX, as tokens, of which MiniSearch knows nothing; the shortest equation that holds them first. */
function byFragment(equations: readonly Equation[]): (query: string) => readonly Equation[] {
  let prints: readonly { readonly equation: Equation; readonly latex: string }[] | undefined;
  return (query) => {
    const wanted = normalized(query).trim();
    if (wanted === '') return [];
    prints ??= equations
      .map((equation) => ({ equation, latex: normalized(equation.latex) }))
      .sort((a, b) => a.latex.length - b.latex.length);
    return prints.filter(({ latex }) => latex.includes(` ${wanted}`)).map(({ equation }) => equation);
  };
}

/** Finds by a trigger whose words stand in any order. */
function byTrigger(equations: readonly Equation[]): (query: string) => readonly Equation[] {
  const named = new Map<string, Equation[]>();
  for (const equation of equations) {
    for (const name of new Set(equation.triggers.map(inAnyOrder))) {
      const sharing = named.get(name) ?? [];
      if (name === inAnyOrder(equation.id)) sharing.unshift(equation);
      else sharing.push(equation);
      named.set(name, sharing);
    }
  }
  return (query) => named.get(inAnyOrder(query)) ?? [];
}

/**
 * Makes the search over a catalogue: by name, alias, family, explanation, source and LaTeX, with slips of the keyboard
 * forgiven.
 *
 * `wasserstien` finds `wasserstein-distance`; `\mathbb{E}_{q_\phi}` finds `vae-elbo`.
 */
export function createSearch(catalogue: Catalogue, index: SearchIndex = indexWords(catalogue)): Search {
  const triggered = byTrigger(catalogue.equations);
  const holding = byFragment(catalogue.equations);
  const worded = byWords(index);
  return {
    find(query, most = Number.POSITIVE_INFINITY) {
      if (query.trim() === '') return catalogue.equations.slice(0, most);
      const fragment = LATEX_SIGN.test(query) ? holding(query) : [];
      if (fragment.length > 0) return fragment.slice(0, most);
      const found = new Set(triggered(worded.mended(query)));
      if (found.size >= most) return [...found].slice(0, most);
      for (const id of worded.find(query)) {
        if (found.size === most) break;
        const equation = catalogue.equation(id);
        if (equation !== undefined) found.add(equation);
      }
      return [...found];
    },
  };
}
