import {
  argumentEnd,
  significant,
  type Token,
  takesSymbol,
  takesWord,
  tokenize,
} from '../../../src/core/tex';
import { displays, mathematics } from '../fragments';
import { ACCENT } from '../identifiers';
import { eachEntry, type Rule } from '../rule';
import { withLatex } from '../sample';

/** The tokens of an equation outside words such as `\mathrm{data}`, spaces among them. */
function outsideWords(latex: string): readonly Token[] {
  const tokens = tokenize(latex);
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    found.push(token);
    if (takesWord(token)) i = argumentEnd(tokens, i + 1) - 1;
  }
  return found;
}

export const bracedScripts: Rule = {
  name: 'braced-scripts',
  description: 'Sub- and superscripts are in braces, since a slot may be renamed to more than one token.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) => {
      const tokens = significant(tokenize(latex));
      return tokens.flatMap((token, i) => {
        const next = tokens[i + 1];
        if (!/script$/.test(token.kind) || next === undefined || next.kind === 'open') return [];
        return [`${field}: ${token.text}${next.text} has no braces: write ${token.text}{${next.text}}.`];
      });
    }),
  ),
  bad: [withLatex('x_t'), withLatex('x^2'), withLatex('x_\\theta')],
};

export const bracedArguments: Rule = {
  name: 'braced-arguments',
  description: 'Arguments of accents, fonts, roots and fractions are in braces.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) => {
      const tokens = significant(tokenize(latex));
      return tokens.flatMap((token, i) => {
        const takes = takesSymbol(token) || takesWord(token) || ACCENT.test(token.text);
        const next = tokens[i + 1]?.text ?? '';
        const fraction = /^\\(?:[dt]?frac|[dt]?binom|sqrt)$/.test(token.text);
        if (!(takes || fraction) || next === '{' || (token.text === '\\sqrt' && next === '[')) return [];
        return [`${field}: ${token.text} ${next} has no braces: write ${token.text}{${next}}.`];
      });
    }),
  ),
  bad: [withLatex('\\hat y'), withLatex('\\mathbf x'), withLatex('\\frac12')],
};

export const noBars: Rule = {
  name: 'no-bars',
  description: 'No | and no bare \\|: a bar has no spacing of its own and no side.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) => {
      const tokens = outsideWords(latex).filter(({ kind }) => kind !== 'space');
      return tokens.flatMap(({ text }, i) => {
        const before = tokens[i - 1]?.text;
        const after = tokens[i + 1]?.text;
        if (text === '|')
          return [
            `${field}: a bare |: write \\mid for 'given', \\lvert … \\rvert for a size, \\,\\|\\, between distributions.`,
          ];
        if (text !== '\\|' || (before === '\\,' && after === '\\,') || before === '\\middle') return [];
        return [`${field}: a bare \\|: write \\lVert … \\rVert for a norm, \\,\\|\\, between distributions.`];
      });
    }),
  ),
  bad: [withLatex('p(x|y)'), withLatex('D(p||q)'), withLatex('\\|x\\|')],
};

const FUNCTIONS = /^(?:log|exp|max|min|sup|inf|lim|det|dim|arg|argmax|argmin|sin|cos|tan|tanh|ker|gcd)$/;

/** Two letters that are words wherever they stand together. */
const SHORT_WORDS = /^(?:KL|JS|TV|ln|lg|tr|Tr|Pr|sg|lr|MI)$/;

/** Runs of letters with nothing between them, outside words and fonts. */
function letterRuns(latex: string): readonly string[] {
  return outsideWords(latex)
    .map(({ kind, text }) => (kind === 'letter' ? text : ' '))
    .join('')
    .split(/ +/)
    .filter((run) => run.length > 1);
}

export const noItalicWords: Rule = {
  name: 'no-italic-words',
  description: 'Words and functions are upright; letters in a row are a product.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) =>
      letterRuns(latex)
        .filter((run) => run.length > 2 || SHORT_WORDS.test(run))
        .map((run) =>
          FUNCTIONS.test(run)
            ? `${field}: the function ${run} is set as letters: write \\${run}, or \\operatorname{${run}}.`
            : `${field}: ${run} is set as a product of letters: write \\mathrm{${run}} or \\operatorname{${run}}; if it is a product, put spaces in it.`,
        ),
    ),
  ),
  bad: [withLatex('p_{data}'), withLatex('D_{KL}'), withLatex('log x'), withLatex('softmax(x)')],
};

export const uprightDifferential: Rule = {
  name: 'upright-differential',
  description: 'Integrals and derivatives have an upright d.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) => {
      const bare = /\\int/.test(latex) && !/\\mathrm\{d\}/.test(latex);
      const derivative = /\\frac\{\s*d\s*[\\a-zA-Z]?[^{}]*\}\{\s*d\s*[\\a-zA-Z]/.test(latex);
      return bare || derivative
        ? [`${field}: a differential is set as a letter: write \\mathrm{d}, after \\, in an integral.`]
        : [];
    }),
  ),
  bad: [withLatex('\\int f(x) \\, dx'), withLatex('\\frac{df}{dx}'), withLatex('\\frac{d}{d t}')],
};
