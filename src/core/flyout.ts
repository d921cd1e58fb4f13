import type { Catalogue } from './catalogue';
import type { Equation, Reference } from './equation';
import { plainMath, plainText } from './unicode';

/** Markdown's own signs in a text that is to be read as it is. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
}

function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

function cited({ authors, year, title, url }: Reference): string {
  const text = escapeMarkdown(`${authors} (${year}). ${title}`);
  return url === null ? text : `[${text}](${url})`;
}

/**
 * What the flyout beside the suggestion list says of an equation, as Markdown: the drawing, one sentence, the symbols
 * and the reference. The flyout sets no mathematics, so that letters are written in Unicode.
 */
export function flyout(equation: Equation, catalogue: Catalogue, drawing: string | undefined): string {
  const image =
    drawing === undefined ? `\`${equation.latex.replace(/\s+/g, ' ')}\`` : `![${equation.name}](${drawing})`;
  const symbols = equation.symbols.map(
    ({ latex, meaning }) => `- ${escapeMarkdown(plainMath(latex))}: ${escapeMarkdown(plainText(meaning))}`,
  );
  const references = equation.references.flatMap((key) => catalogue.reference(key) ?? []).slice(0, 1);
  return [
    image,
    escapeMarkdown(plainText(firstSentence(equation.explanation))),
    symbols.join('\n'),
    ...references.map(cited),
  ].join('\n\n');
}
