/**
 * What an environment does to the mode:
 * - `display`, `inline`: begins mathematics in text;
 * - `inner`: stands inside mathematics and keeps its mode (`aligned`, `pmatrix`);
 * - `cells`: a box of text in which no display may stand (`tabular`, a TikZ picture);
 * - `box`: a box of text with paragraphs of its own, wherever it stands (`minipage`);
 * - `outer`: text that cannot stand in mathematics, so that one open there was never closed (`itemize`);
 * - `verbatim`, `comment`: read up to their `\end`, whatever they hold;
 * - `other`: changes nothing.
 */
export type EnvironmentCategory =
  | 'display'
  | 'inline'
  | 'inner'
  | 'cells'
  | 'box'
  | 'outer'
  | 'verbatim'
  | 'comment'
  | 'other';

/** Names without their stars, from LaTeX, amsmath, mathtools, breqn, IEEEtrantools, empheq, cases and nicematrix. */
const NAMES: Readonly<Record<Exclude<EnvironmentCategory, 'other'>, string>> = {
  display:
    'equation align alignat xalignat xxalignat flalign gather multline eqnarray subeqnarray displaymath ' +
    'dmath darray IEEEeqnarray empheq numcases subnumcases',
  inline: 'math tikzcd',
  inner:
    'aligned alignedat split gathered multlined lgathered rgathered cases dcases rcases drcases array ' +
    'subarray crampedsubarray matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix psmallmatrix ' +
    'bsmallmatrix Bsmallmatrix vsmallmatrix Vsmallmatrix IEEEeqnarraybox autobreak CD NiceArray NiceMatrix ' +
    'pNiceMatrix bNiceMatrix BNiceMatrix vNiceMatrix VNiceMatrix pNiceArray bNiceArray BNiceArray vNiceArray ' +
    'VNiceArray blockarray block',
  cells:
    'tabular tabularx tabulary tabu longtable longtabu supertabular xltabular tblr NiceTabular tabbing ' +
    'tikzpicture pgfpicture picture axis semilogxaxis semilogyaxis loglogaxis scope forest',
  box: 'minipage varwidth adjustbox lrbox',
  outer:
    'itemize enumerate description list figure table wrapfigure abstract quote quotation verse center ' +
    'flushleft flushright theorem lemma proposition corollary definition remark example proof ' +
    'thebibliography titlepage frame algorithm algorithmic',
  verbatim:
    'verbatim Verbatim BVerbatim LVerbatim SaveVerbatim lstlisting minted alltt filecontents semiverbatim ' +
    'pycode pyconsole sageblock sagesilent asy luacode code spverbatim tcblisting',
  comment: 'comment',
};

function categories(): ReadonlyMap<string, EnvironmentCategory> {
  const found = new Map<string, EnvironmentCategory>();
  const add = (category: Exclude<EnvironmentCategory, 'other'>) => {
    for (const name of NAMES[category].split(' ')) found.set(name, category);
  };
  add('display');
  add('inline');
  add('inner');
  add('cells');
  add('box');
  add('outer');
  add('verbatim');
  add('comment');
  return found;
}

const CATEGORIES = categories();

/** What the environment with this name, with or without a star, does to the mode. */
export function environmentCategory(name: string): EnvironmentCategory {
  return CATEGORIES.get(name.endsWith('*') ? name.slice(0, -1) : name) ?? 'other';
}
