import * as vscode from 'vscode';
import { shippedCatalogue } from '../../../scripts/shipped';
import { PreviewPanel } from '../../../src/preview/panel';
import type { ToPage } from '../../../src/preview/protocol';
import { FIGURE, median, printed, quantile } from '../figures';
import { subject } from './activation';
import { rest, timeOf } from './meter';

const PAIRS = 40;
/** Numbers that the panel's own messages do not reach. */
const OWN_SEQUENCES = 1_000_000;
/** A frame on the screen, in milliseconds. */
const FRAME = 1000 / 60;

function painted(panel: PreviewPanel, wanted: (sequence: number) => boolean): Promise<void> {
  return new Promise((settle) => {
    const listener = panel.onDidPaint((sequence) => {
      if (!wanted(sequence)) return;
      listener.dispose();
      settle();
    });
  });
}

/**
 * Times, in one webview and by turns, an empty message and a focused equation: from the host's call to the answer that
 * it is painted. The panel is the extension's own; what comes between is the same for both.
 */
export async function run(): Promise<void> {
  const extension = subject();
  if (extension === undefined) throw new Error('The panel’s files are the extension’s: none is here.');
  const catalogue = shippedCatalogue();
  const nothing = { insert: () => undefined, copy: async () => undefined, follow: () => undefined };
  const panel = new PreviewPanel(extension.extensionUri, async () => catalogue, nothing);
  const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const raw = vscode.window.createWebviewPanel(PreviewPanel.viewType, 'Bench', options);
  const first = painted(panel, () => true);
  await panel.deserializeWebviewPanel(raw, undefined);
  await first;

  const step = Math.max(1, Math.floor(catalogue.equations.length / PAIRS));
  const equations = catalogue.equations.filter((_, i) => i % step === 0).slice(0, PAIRS);
  const empty: number[] = [];
  const shown: number[] = [];
  for (const [i, equation] of equations.entries()) {
    const message: ToPage = { kind: 'empty', sequence: OWN_SEQUENCES + i };
    // Not in step with the frames, as a reader's keys are not.
    await rest(100 + ((i * 0.618) % 1) * FRAME);
    empty.push(
      await timeOf(() => {
        const answer = painted(panel, (sequence) => sequence === message.sequence);
        void raw.webview.postMessage(message);
        return answer;
      }),
    );
    await rest(100 + ((i * 0.382) % 1) * FRAME);
    shown.push(
      await timeOf(() => {
        const answer = painted(panel, (sequence) => sequence < OWN_SEQUENCES);
        panel.show(equation);
        return answer;
      }),
    );
  }
  const record = (name: string, value: number) => console.log(printed({ name, value }));
  record(FIGURE.empty, median(empty));
  record(FIGURE.painted, median(shown));
  record(`${FIGURE.empty}, 95 of 100`, quantile(empty, 0.95));
  record(`${FIGURE.painted}, 95 of 100`, quantile(shown, 0.95));
}
