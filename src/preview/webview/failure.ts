import { element } from './element';
import type { TypesetFailure } from './typeset';

/** The last equation that could be rendered. */
export interface GoodFrame {
  readonly name: string;
  readonly node: Node;
}

/** Where an offset is, as a reader counts: from 1. */
function position(latex: string, offset: number): string {
  const before = latex.slice(0, offset).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return latex.includes('\n') ? `line ${before.length}, column ${column}` : `column ${column}`;
}

/** The source with the place of the error marked; an error at the end of the input is marked by an empty box. */
function markedSource(latex: string, { place }: TypesetFailure): HTMLElement {
  if (place === null) return element('pre', { class: 'source' }, latex);
  const end = Math.max(place.end, place.start);
  const wrong = latex.slice(place.start, end);
  return element(
    'pre',
    { class: 'source' },
    latex.slice(0, place.start),
    element('mark', {}, wrong === '' ? '\u00a0' : wrong),
    latex.slice(end),
  );
}

/** What stands in the place of an equation whose LaTeX has an error, over the last good frame, dimmed. */
export function failureView(latex: string, failure: TypesetFailure, lastGood: GoodFrame | null): Node {
  const where = failure.place === null ? '' : ` (${position(latex, failure.place.start)})`;
  const view = document.createDocumentFragment();
  view.append(
    element(
      'div',
      { class: 'failure' },
      element('strong', {}, 'This LaTeX cannot be rendered'),
      element('p', {}, `${failure.message}${where}.`),
      markedSource(latex, failure),
    ),
  );
  if (lastGood === null) return view;
  view.append(
    element(
      'div',
      { class: 'last-good' },
      element('p', {}, `Last rendered: ${lastGood.name}`),
      element('div', { class: 'equation-scroller' }, lastGood.node),
    ),
  );
  return view;
}
