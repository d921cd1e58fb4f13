import type { CopyForm, EquationPreview } from '../protocol';
import { element } from './element';
import { emptyView } from './empty';
import { failureView, type GoodFrame } from './failure';
import { fitToWidth } from './fit';
import { typeset } from './typeset';
import { detailView, leadView, type Send } from './view';

/** How long a button says that it has copied, in milliseconds. */
const COPIED_FOR = 1500;

/** Takes out the MathML, which costs a third of the layout and nobody sees; answers what puts it back. */
function withoutMathml(rendered: ParentNode): () => void {
  const mathml = rendered.querySelector('.katex-mathml');
  const parent = mathml?.parentElement;
  mathml?.remove();
  return () => parent?.prepend(mathml ?? '');
}

/**
 * The part of the page that changes: a lead with the equation, and details. Each is made whole before it takes the
 * place of the one before. The details come a frame later, so that the equation follows the arrow keys at once.
 */
export class Stage {
  readonly #lead = element('div', { class: 'lead' });
  readonly #details = element('div', { class: 'details' });
  readonly #announcement: HTMLElement;
  readonly #send: Send;
  #lastGood: GoodFrame | null = null;
  #withoutDetails: EquationPreview | null = null;
  #restoreMathml: (() => void) | null = null;

  constructor(main: HTMLElement, announcement: HTMLElement, send: Send) {
    this.#announcement = announcement;
    this.#send = send;
    main.append(this.#lead, this.#details);
  }

  /** Shows an equation, or why it cannot be rendered; `complete` shows the rest. */
  show(preview: EquationPreview): void {
    const result = typeset(preview.latex, true);
    if (result.kind === 'failure') {
      const failure = failureView(preview.latex, result, this.#lastGood);
      this.#replace(this.#lead, leadView(preview, failure, this.#send));
      this.#announcement.textContent = `${preview.name}: ${result.message}`;
    } else {
      this.#restoreMathml = withoutMathml(result.node);
      const node = element('div', { class: 'typeset' }, result.node);
      const scroller = element('div', { class: 'equation-scroller' }, node);
      this.#replace(this.#lead, leadView(preview, scroller, this.#send));
      this.#announcement.textContent = preview.name;
      this.#lastGood = { name: preview.name, node };
    }
    this.fit();
    window.scrollTo(0, 0);
    this.#withoutDetails = preview;
  }

  /** Shows the details of the equation that `show` has shown. */
  complete(): void {
    if (this.#withoutDetails === null) return;
    this.#restoreMathml?.();
    this.#restoreMathml = null;
    this.#replace(this.#details, detailView(this.#withoutDetails, this.#send));
    this.#withoutDetails = null;
  }

  /** Shows how to get an equation. */
  empty(): void {
    this.#replace(this.#lead, emptyView());
    this.#details.replaceChildren();
    this.#announcement.textContent = '';
    this.#withoutDetails = null;
  }

  /** Says on its button that a copy was made. */
  copied(form: CopyForm): void {
    const pressed = this.#lead.querySelector<HTMLElement>(`[data-key="copy-${form}"]`);
    if (pressed === null || pressed.hasAttribute('data-done')) return;
    pressed.setAttribute('data-done', '');
    this.#announcement.textContent = 'Copied';
    setTimeout(() => pressed.removeAttribute('data-done'), COPIED_FOR);
  }

  /** Fits the equation to the width that there is. */
  fit(): void {
    for (const scroller of this.#lead.querySelectorAll<HTMLElement>('.equation-scroller'))
      fitToWidth(scroller);
  }

  /** Changes a part's content and keeps a keyboard user's place: the same button, else the heading. */
  #replace(part: HTMLElement, view: Node): void {
    const { activeElement } = document;
    const focused = document.hasFocus() && part.contains(activeElement) ? activeElement : null;
    part.replaceChildren(view);
    if (focused === null) return;
    const same = part.querySelector<HTMLElement>(`[data-key="${focused.getAttribute('data-key') ?? ''}"]`);
    (same ?? this.#lead.querySelector<HTMLElement>('h1'))?.focus();
  }
}
