import type { EquationPreview } from '../../core/render';
import type { CopyForm } from '../protocol';
import { element } from './element';
import { emptyView } from './empty';
import { failureView, type GoodFrame } from './failure';
import { fitToWidth } from './fit';
import { typeset } from './typeset';
import { equationView, type Send } from './view';

/** How long a button says that it has copied, in milliseconds. */
const COPIED_FOR = 1500;

/** The part of the page that changes. Each view is made whole before it takes the place of the one before. */
export class Stage {
  readonly #main: HTMLElement;
  readonly #announcement: HTMLElement;
  readonly #send: Send;
  #lastGood: GoodFrame | null = null;

  constructor(main: HTMLElement, announcement: HTMLElement, send: Send) {
    this.#main = main;
    this.#announcement = announcement;
    this.#send = send;
  }

  /** Shows an equation, or why it cannot be rendered. */
  show(preview: EquationPreview): void {
    const result = typeset(preview.latex, true);
    if (result.kind === 'failure') {
      const failure = failureView(preview.latex, result, this.#lastGood);
      this.#replace(equationView(preview, failure, this.#send), `${preview.name}: ${result.message}`);
      return;
    }
    const node = element('div', { class: 'typeset' }, result.node);
    const scroller = element('div', { class: 'equation-scroller' }, node);
    this.#replace(equationView(preview, scroller, this.#send), preview.name);
    this.#lastGood = { name: preview.name, node };
  }

  /** Shows how to get an equation. */
  empty(): void {
    this.#replace(emptyView(), '');
  }

  /** Says on its button that a copy was made. */
  copied(form: CopyForm): void {
    const pressed = this.#main.querySelector<HTMLElement>(`[data-key="copy-${form}"]`);
    if (pressed === null || pressed.hasAttribute('data-done')) return;
    pressed.setAttribute('data-done', '');
    this.#announcement.textContent = 'Copied';
    setTimeout(() => pressed.removeAttribute('data-done'), COPIED_FOR);
  }

  /** Fits the equation to the width that there is. */
  fit(): void {
    for (const scroller of this.#main.querySelectorAll<HTMLElement>('.equation-scroller'))
      fitToWidth(scroller);
  }

  #replace(view: Node, announcement: string): void {
    const focused = document.hasFocus() ? this.#focusedKey() : null;
    this.#main.replaceChildren(view);
    this.fit();
    window.scrollTo(0, 0);
    this.#announcement.textContent = announcement;
    if (focused !== null) this.#focus(focused);
  }

  /** The key of the button that has the focus; empty for anything else on the stage, null for nothing. */
  #focusedKey(): string | null {
    const { activeElement } = document;
    if (activeElement === null || !this.#main.contains(activeElement)) return null;
    return activeElement.getAttribute('data-key') ?? '';
  }

  /** Keeps a keyboard user's place: the same button, else the heading. */
  #focus(key: string): void {
    const same = this.#main.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    (same ?? this.#main.querySelector<HTMLElement>('h1'))?.focus();
  }
}
