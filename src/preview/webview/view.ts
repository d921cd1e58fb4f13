import type { Reference } from '../../core/equation';
import type { EquationLink, EquationPreview, Prose, SymbolRow } from '../../core/render';
import type { FromPage } from '../protocol';
import { type Content, element } from './element';
import { inlineMath, proseNodes } from './typeset';

/** Sends what the reader did to the extension. */
export type Send = (message: FromPage) => void;

function button(label: string, key: string, press: () => void, look: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look, 'data-key': key }, label);
  made.addEventListener('click', press);
  return made;
}

function header({ name, familyTitle, trigger, aliases }: EquationPreview): HTMLElement {
  const line = element('p', { class: 'names' }, element('code', { class: 'trigger' }, `\\${trigger}`));
  if (aliases.length > 0) line.append(element('span', { class: 'aliases' }, aliases.join(', ')));
  return element(
    'header',
    {},
    element('p', { class: 'family' }, familyTitle),
    element('h1', { tabindex: '-1' }, name),
    line,
  );
}

function actions({ id }: EquationPreview, send: Send): HTMLElement {
  return element(
    'div',
    { class: 'actions' },
    button('Insert', 'insert', () => send({ kind: 'insert', id }), 'primary'),
    button('Copy LaTeX', 'copy-latex', () => send({ kind: 'copy', id, form: 'latex' }), 'secondary'),
    button('Copy Markdown', 'copy-markdown', () => send({ kind: 'copy', id, form: 'markdown' }), 'secondary'),
  );
}

function section(title: string, ...content: readonly Content[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...content);
}

function paragraph(sentence: Prose, look = ''): HTMLElement {
  return element('p', look === '' ? {} : { class: look }, ...proseNodes(sentence));
}

function symbolRow({ latex, meaning, shape }: SymbolRow): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, inlineMath(latex)),
    element('td', {}, ...proseNodes(meaning)),
    element('td', { class: 'shape' }, ...(shape === null ? [] : [inlineMath(`\\in ${shape}`)])),
  );
}

function symbolTable(rows: readonly SymbolRow[]): HTMLElement {
  const titles = ['Symbol', 'Meaning', 'Shape'].map((title) => element('th', { scope: 'col' }, title));
  return element(
    'table',
    {},
    element('thead', { class: 'for-screen-readers' }, element('tr', {}, ...titles)),
    element('tbody', {}, ...rows.map(symbolRow)),
  );
}

function referenceItem({ authors, title, year, venue, url }: Reference): HTMLElement {
  const named = url?.startsWith('https://') ? element('a', { href: url }, title) : title;
  const place = [venue, year].filter((part) => part !== '').join(', ');
  return element('li', {}, named, element('span', { class: 'source-of' }, `${authors}. ${place}`));
}

function links(equations: readonly EquationLink[], send: Send): HTMLElement {
  const items = equations.map(({ id, name }) =>
    element(
      'li',
      {},
      button(name, `follow-${id}`, () => send({ kind: 'follow', id }), 'link'),
    ),
  );
  return element('ul', { class: 'links' }, ...items);
}

function derivation({ derivation: steps }: EquationPreview): HTMLElement {
  const items = steps.map(({ latex, reason }) =>
    element(
      'li',
      {},
      element('div', { class: 'step' }, inlineMath(`\\displaystyle ${latex}`)),
      paragraph(reason),
    ),
  );
  return element('details', {}, element('summary', {}, 'Derivation'), element('ol', {}, ...items));
}

/** Everything about an equation, in the order in which it is read; `equation` is its rendering, or its failure. */
export function equationView(preview: EquationPreview, equation: Node, send: Send): DocumentFragment {
  const { symbols, holdsWhen, notes, references, variants, related, packages } = preview;
  const view = document.createDocumentFragment();
  view.append(
    header(preview),
    element('figure', { class: 'equation' }, equation),
    actions(preview, send),
    paragraph(preview.explanation, 'explanation'),
  );
  if (symbols.length > 0) view.append(section('Symbols', symbolTable(symbols)));
  if (holdsWhen !== null) view.append(section('Holds when', paragraph(holdsWhen)));
  if (notes.length > 0) {
    view.append(
      section('Notes', element('ul', {}, ...notes.map((note) => element('li', {}, ...proseNodes(note))))),
    );
  }
  if (preview.derivation.length > 0) view.append(derivation(preview));
  if (variants.length > 0) view.append(section('Variants', links(variants, send)));
  if (related.length > 0) view.append(section('Related', links(related, send)));
  if (references.length > 0) {
    view.append(
      section('References', element('ul', { class: 'references' }, ...references.map(referenceItem))),
    );
  }
  if (packages.length > 0)
    view.append(element('p', { class: 'packages' }, `LaTeX packages: ${packages.join(', ')}`));
  return view;
}
