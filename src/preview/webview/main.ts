import { type EmptyMessage, type FromPage, type PageState, parseToPage, type ShowMessage } from '../protocol';
import { pageElement } from './element';
import { Stage } from './stage';
import { typeset } from './typeset';

/** What VS Code puts into every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

/** Longest wait for the fonts, in milliseconds: without them an equation is ugly, but it is there. */
const FONTS_WITHIN = 1000;

/** Longest wait for an equation's details, in milliseconds. */
const DETAILS_WITHIN = 200;

/** An equation that takes KaTeX through most of its code, so that the reader's first one is as quick as the next. */
const WARM_UP = String.raw`\begin{aligned} \hat{x} &= \left\{ \sqrt{\frac{1}{2}} \sum_{i=1}^{n} \mathbf{x}_i \right\} \end{aligned}`;

async function warmUp(): Promise<void> {
  const fonts = Promise.allSettled([...document.fonts].map((font) => font.load()));
  typeset(WARM_UP, true);
  await Promise.race([fonts, new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN))]);
}

function start(): void {
  const host = acquireVsCodeApi();
  const send = (message: FromPage) => host.postMessage(message);
  const stage = new Stage(pageElement('preview'), pageElement('announcement'), send);
  let next: ShowMessage | EmptyMessage | null = null;

  const complete = () => {
    if (next === null) stage.complete();
  };
  const paint = () => {
    const message = next;
    next = null;
    if (message === null) return;
    if (message.kind === 'show') {
      stage.show(message.preview);
      host.setState({ id: message.preview.id });
    } else {
      stage.empty();
    }
    // A task queued in a frame runs after the frame is painted. The details wait until the window has nothing else to
    // do: it passes the message on, and the reader may be on the way to the next equation.
    setTimeout(() => {
      send({ kind: 'painted', sequence: message.sequence });
      requestIdleCallback(complete, { timeout: DETAILS_WITHIN });
    });
  };

  window.addEventListener('message', ({ data }) => {
    const message = parseToPage(data);
    if (message === null) return;
    if (message.kind === 'copied') {
      stage.copied(message.form);
      return;
    }
    // At most one view a frame: when many come at once, only the last is made.
    if (next === null) requestAnimationFrame(paint);
    next = message;
  });
  window.addEventListener('resize', () => stage.fit());
  void warmUp().then(() => send({ kind: 'ready' }));
}

start();
