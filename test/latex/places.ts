import type { Context } from '../../src/core/context/context';
import type { Equation } from '../../src/core/equation';
import { asText, formFor, insertion, type LatexDisplay } from '../../src/core/insertion';

/** A place in a paper where an equation is inserted, and the packages that the place itself needs. */
export interface Place {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly context: Partial<Context>;
  readonly latexDisplay?: LatexDisplay;
  readonly packages: readonly string[];
}

const TEXT: Context = { mode: 'text', env: null, restricted: false, preamble: false, continuation: '' };

/** Every form that insertion gives in LaTeX, with the text around it. */
export const PLACES: readonly Place[] = [
  { name: 'text', before: '', after: '', context: {}, packages: [] },
  { name: 'sentence', before: 'Minimize ', after: ' as above.', context: {}, packages: [] },
  { name: 'text as \\[ \\]', before: '', after: '', context: {}, latexDisplay: '\\[ \\]', packages: [] },
  { name: 'text as align', before: '', after: '', context: {}, latexDisplay: 'align', packages: ['amsmath'] },
  {
    name: 'text as equation*',
    before: '',
    after: '',
    context: {},
    latexDisplay: 'equation*',
    packages: ['amsmath'],
  },
  { name: 'footnote', before: 'A\\footnote{', after: '}', context: { restricted: true }, packages: [] },
  { name: '$ $', before: 'As $', after: '$ shows.', context: { mode: 'inline' }, packages: [] },
  { name: '\\[ \\]', before: '\\[ ', after: ' \\]', context: { mode: 'display' }, packages: [] },
  {
    name: 'equation',
    before: '\\begin{equation}\n  ',
    after: '\n\\end{equation}',
    context: { mode: 'display', env: 'equation' },
    packages: [],
  },
  {
    name: 'align row',
    before: '\\begin{align}\n  a &= b \\\\\n  ',
    after: '\n\\end{align}',
    context: { mode: 'display', env: 'align' },
    packages: ['amsmath'],
  },
  {
    name: 'begun align row',
    before: '\\begin{align}\n  a &= b \\\\\n  c = {} & ',
    after: ' \\\\\n  d &= e\n\\end{align}',
    context: { mode: 'display', env: 'align' },
    packages: ['amsmath'],
  },
  {
    name: 'text in mathematics',
    before: '\\[ a \\quad\\text{where ',
    after: '} \\]',
    context: { mode: 'textInMath', env: null },
    packages: ['amsmath'],
  },
];

/** A place with an equation inserted there. */
export function inserted(equation: Equation, place: Place): string {
  const lineBefore = place.before.slice(place.before.lastIndexOf('\n') + 1);
  const form = formFor(
    {
      language: 'latex',
      context: { ...TEXT, ...place.context },
      before: lineBefore,
      after: place.after.split('\n', 1)[0] ?? '',
    },
    { latexDisplay: place.latexDisplay ?? 'equation', indent: '  ' },
  );
  const indentation = /^\s*/.exec(lineBefore)?.[0] ?? '';
  return place.before + asText(insertion(equation, form), indentation) + place.after;
}
