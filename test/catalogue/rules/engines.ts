import katex from 'katex';
import { displays, inlines } from '../fragments';
import { texError } from '../mathjax';
import { eachEntry, type Rule } from '../rule';
import { changed, withLatex } from '../sample';

function katexError(latex: string, displayMode: boolean): string | null {
  try {
    katex.renderToString(latex, { displayMode, strict: 'error', trust: false, output: 'html' });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const katexRenders: Rule = {
  name: 'katex-renders',
  description: 'KaTeX renders all mathematics with strict set to error: equations as a display and inline.',
  check: eachEntry((equation) => [
    ...displays(equation).flatMap(({ field, latex }) =>
      [true, false].flatMap((displayMode) => {
        const error = katexError(latex, displayMode);
        return error === null ? [] : [`${field}: ${error}. Mend it there.`];
      }),
    ),
    ...inlines(equation).flatMap(({ field, latex }) => {
      const error = katexError(latex, false);
      return error === null ? [] : [`${field}: ${error}. Mend it there.`];
    }),
  ]),
  bad: [
    withLatex('\\frac{a}'),
    withLatex('a = \\text{$b$'),
    changed({ explanation: 'The weights $\\weights$ of the layer are learned.' }),
  ],
};

export const mathjaxRenders: Rule = {
  name: 'mathjax-renders',
  description: 'MathJax reads equations and derivations without an error.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) => {
      const error = texError(latex);
      return error === null ? [] : [`${field}: MathJax: ${error}. Mend it there.`];
    }),
  ),
  bad: [withLatex('\\frac{a}'), withLatex('\\weights'), withLatex('\\left( a')],
};
