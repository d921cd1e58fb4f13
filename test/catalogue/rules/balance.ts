import { type Token, tokenize } from '../../../src/core/tex';
import { environmentAt } from '../environments';
import { mathematics } from '../fragments';
import { eachEntry, type Rule } from '../rule';
import { withLatex } from '../sample';

/** Something open: a brace, a `\left`, an environment. */
type Open = { readonly kind: 'brace' | 'left' } | { readonly kind: 'environment'; readonly name: string };

function describe(open: Open): string {
  switch (open.kind) {
    case 'brace':
      return 'an open brace';
    case 'left':
      return 'a \\left';
    case 'environment':
      return `\\begin{${open.name}}`;
  }
}

function opening(latex: string, token: Token): Open | null {
  if (token.kind === 'open') return { kind: 'brace' };
  if (token.text === '\\left') return { kind: 'left' };
  if (token.text === '\\begin') return { kind: 'environment', name: environmentAt(latex, token) };
  return null;
}

function closing(latex: string, token: Token): Open | null {
  if (token.kind === 'close') return { kind: 'brace' };
  if (token.text === '\\right') return { kind: 'left' };
  if (token.text === '\\end') return { kind: 'environment', name: environmentAt(latex, token) };
  return null;
}

/** Braces, `\left` with `\right` and environments, each closed inside what it was opened in. */
function imbalance(latex: string): string | null {
  const stack: Open[] = [];
  for (const token of tokenize(latex)) {
    const opened = opening(latex, token);
    if (opened !== null) stack.push(opened);
    const closed = closing(latex, token);
    if (closed === null) continue;
    const last = stack.pop();
    if (last === undefined || describe(last) !== describe(closed))
      return `'${latex.slice(token.start, token.start + 20)}' closes ${last === undefined ? 'nothing' : describe(last)}`;
  }
  const last = stack.pop();
  return last === undefined ? null : `${describe(last)} is not closed`;
}

export const balanced: Rule = {
  name: 'balanced',
  description: 'Braces, \\left and \\right, \\begin and \\end are balanced and nested.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) => {
      const fault = imbalance(latex);
      return fault === null ? [] : [`${field}: ${fault}. Balance it.`];
    }),
  ),
  bad: [
    withLatex('\\frac{a}{b'),
    withLatex('\\left( a )'),
    withLatex('\\left( { a \\right) }'),
    withLatex('\\begin{aligned} a'),
    withLatex('\\begin{aligned} a \\end{cases}'),
  ],
};
