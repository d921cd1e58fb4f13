import katex from 'katex';
import type { Prose } from '../protocol';
import { element } from './element';

/** Why LaTeX could not be rendered; `start` and `end` are UTF-16 offsets in it, null where KaTeX names no place. */
export interface TypesetFailure {
  readonly kind: 'failure';
  readonly message: string;
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** Rendered mathematics, not yet on the page. */
export interface Typeset {
  readonly kind: 'typeset';
  readonly node: DocumentFragment;
}

/**
 * Turns KaTeX's markup into nodes. A style written as an attribute is inline style, which the page's policy forbids;
 * set through the element's `style` it is not. KaTeX escapes every quote, so that ` style="` begins an attribute only.
 */
function nodesOf(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup.replaceAll(' style="', ' data-style="');
  for (const node of template.content.querySelectorAll<HTMLElement>('[data-style]')) {
    node.style.cssText = node.dataset.style ?? '';
    node.removeAttribute('data-style');
  }
  return template.content;
}

/** Renders LaTeX with KaTeX, for the eye and, as MathML, for screen readers. */
export function typeset(latex: string, displayMode: boolean): Typeset | TypesetFailure {
  try {
    const markup = katex.renderToString(latex, {
      displayMode,
      output: 'htmlAndMathml',
      strict: 'ignore',
      throwOnError: true,
    });
    return { kind: 'typeset', node: nodesOf(markup) };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    const { rawMessage: message, position, length } = error;
    const place = position === undefined ? null : { start: position, end: position + length };
    return { kind: 'failure', message, place };
  }
}

/** Mathematics within a line; LaTeX that KaTeX cannot read is shown as it is written. */
export function inlineMath(latex: string): Node {
  const result = typeset(latex, false);
  if (result.kind === 'typeset') return result.node;
  return element('code', { class: 'broken', title: result.message }, latex);
}

/** A sentence with its mathematics rendered. */
export function proseNodes(sentence: Prose): readonly Node[] {
  return sentence.map(({ kind, text }) =>
    kind === 'math' ? inlineMath(text) : document.createTextNode(text),
  );
}
