import { type Token, tokenize } from '../../../src/core/tex';
import { environmentAt } from '../environments';
import { displays, mathematics } from '../fragments';
import { eachEntry, type Rule } from '../rule';
import { changed, withLatex } from '../sample';

/** Tokens outside every environment and outside arguments of `\substack`. */
function outsideEnvironments(latex: string): readonly Token[] {
  const outside: Token[] = [];
  let depth = 0;
  let substack = 0;
  for (const token of tokenize(latex)) {
    if (token.text === '\\begin') depth++;
    if (token.text === '\\end') depth--;
    if (token.text === '\\substack') substack = 1;
    else if (substack > 0 && token.kind === 'open') substack++;
    else if (substack > 0 && token.kind === 'close' && --substack === 1) substack = 0;
    if (depth === 0 && substack === 0) outside.push(token);
  }
  return outside;
}

export const noBareRows: Rule = {
  name: 'no-bare-rows',
  description: 'Line breaks and alignment marks stand inside an environment.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) =>
      outsideEnvironments(latex)
        .filter(({ text, kind }) => text === '\\\\' || kind === 'align')
        .map(
          ({ text }) =>
            `${field}: ${text} stands outside an environment: wrap all in \\begin{aligned} … \\end{aligned}.`,
        ),
    ),
  ),
  bad: [withLatex('a = b \\\\ c = d'), withLatex('a &= b')],
};

const DISPLAY_ENVIRONMENT = /^(?:equation|align|flalign|gather|multline|eqnarray|displaymath|math)\*?$/;

function delimiters(latex: string): readonly string[] {
  return tokenize(latex)
    .filter(
      (token) =>
        token.kind === 'dollar' ||
        /^\\[[\]()]$/.test(token.text) ||
        (token.text === '\\begin' && DISPLAY_ENVIRONMENT.test(environmentAt(latex, token))),
    )
    .map((token) => (token.text === '\\begin' ? `\\begin{${environmentAt(latex, token)}}` : token.text));
}

export const noDelimiters: Rule = {
  name: 'no-delimiters',
  description: 'An equation has no delimiters: insertion puts those that the place needs.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) =>
      delimiters(latex).map((text) => `${field}: ${text} is a delimiter: leave it out.`),
    ),
  ),
  bad: [
    withLatex('$a = b$'),
    withLatex('\\[ a = b \\]'),
    withLatex('\\begin{equation} a = b \\end{equation}'),
    changed({ symbols: [{ latex: '\\(a\\)', meaning: 'factor' }] }),
  ],
};

function rowFaults(latex: string): readonly string[] {
  if (!latex.includes('\\begin{aligned}')) return [];
  const body = /^\\begin\{aligned\}([\s\S]*)\\end\{aligned\}$/.exec(latex.trim())?.[1];
  if (body === undefined || body.includes('{aligned}'))
    return ['aligned stands inside the equation: put one aligned around all of it.'];
  return [
    ...(/\\\\\s*$/.test(body) ? ['the last line ends with \\\\: leave that out.'] : []),
    ...(body.includes('&') ? [] : ['no line has an &: write &= at each relation.']),
  ];
}

export const alignedAround: Rule = {
  name: 'aligned-around',
  description: 'An equation of several lines is one aligned around all, with & at its relations.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) => rowFaults(latex).map((fault) => `${field}: ${fault}`)),
  ),
  bad: [
    withLatex('a = \\begin{aligned} & b \\\\ & c \\end{aligned}'),
    withLatex('\\begin{aligned} a &= b \\\\ c &= d \\\\ \\end{aligned}'),
    withLatex('\\begin{aligned} a = b \\\\ c = d \\end{aligned}'),
  ],
};
