import type { EquationLink, EquationPreview, FromPage, Prose, Reference, SymbolRow } from '../protocol';
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

function list(look: string, items: readonly (readonly Content[])[]): HTMLElement {
  return element('ul', { class: look }, ...items.map((content) => element('li', {}, ...content)));
}

function reference({ authors, title, year, venue, url }: Reference): readonly Content[] {
  const named = url?.startsWith('https://') ? element('a', { href: url }, title) : title;
  const place = [venue, year].filter((part) => part !== '').join(', ');
  const people = authors.endsWith('.') ? authors : `${authors}.`;
  return [named, element('span', { class: 'source-of' }, `${people} ${place}`)];
}

function links(equations: readonly EquationLink[], send: Send): HTMLElement {
  const press = (id: string) => () => send({ kind: 'follow', id });
  return list(
    'links',
    equations.map(({ id, name }) => [button(name, `follow-${id}`, press(id), 'link')]),
  );
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

/** What is painted at once: the name, the equation (or why there is none) and what can be done with it. */
export function leadView(preview: EquationPreview, equation: Node, send: Send): DocumentFragment {
  const view = document.createDocumentFragment();
  view.append(header(preview), element('figure', { class: 'equation' }, equation), actions(preview, send));
  return view;
}

/** What follows a frame later: what the equation means, in the order in which it is read. */
export function detailView(preview: EquationPreview, send: Send): DocumentFragment {
  const { symbols, holdsWhen, notes, references, variants, related, packages } = preview;
  const view = document.createDocumentFragment();
  view.append(paragraph(preview.explanation, 'explanation'));
  if (symbols.length > 0) view.append(section('Symbols', symbolTable(symbols)));
  if (holdsWhen !== null) view.append(section('Holds when', paragraph(holdsWhen)));
  if (notes.length > 0) view.append(section('Notes', list('notes', notes.map(proseNodes))));
  if (preview.derivation.length > 0) view.append(derivation(preview));
  if (variants.length > 0) view.append(section('Variants', links(variants, send)));
  if (related.length > 0) view.append(section('Related', links(related, send)));
  if (references.length > 0)
    view.append(section('References', list('references', references.map(reference))));
  if (packages.length > 0) view.append(section('Packages', packages.join(', ')));
  return view;
}
