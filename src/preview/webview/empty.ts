import { element } from './element';

function code(text: string): HTMLElement {
  return element('code', { class: 'trigger' }, text);
}

/** What the panel shows before the first equation: how to get one. */
export function emptyView(): Node {
  return element(
    'div',
    { class: 'empty' },
    element('h1', { tabindex: '-1' }, 'See an equation here'),
    element('p', {}, 'In a LaTeX or Markdown file, type a backslash and the beginning of a name:'),
    element(
      'p',
      { class: 'examples' },
      code('\\vae-elbo'),
      ' ',
      code('\\kl-divergence'),
      ' ',
      code('\\attention'),
    ),
    element('p', {}, 'The suggestion in focus is shown here. Enter inserts it in the form the place needs.'),
    element(
      'p',
      {},
      'Or look one up by what you remember of it: run ',
      element('strong', {}, 'ML Equations: Search'),
      ' from the Command Palette.',
    ),
  );
}
