import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import type { Equation } from '../core/equation';
import { previewOf } from '../core/render';
import { pageOf } from './page';
import { type CopyForm, type FromPage, parseFromPage, parsePageState, type ToPage } from './protocol';

/** What the panel's buttons and links do. */
export interface PreviewActions {
  insert(id: string): void;
  /** Calls `done` when the text is on the clipboard. */
  copy(id: string, form: CopyForm, done: () => void): void;
  /** A related equation was chosen: its `show` is the answer. */
  follow(id: string): void;
}

/**
 * The preview beside the editor. It shows the latest equation only: what comes while the page loads or is hidden is
 * kept, and sent when the page is ready. While the panel is closed, `show` costs nothing.
 */
export class PreviewPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  static readonly viewType = 'mlEquations.preview';

  readonly #painted = new vscode.EventEmitter<number>();
  /** Fires with a message's sequence number when the page has painted it. */
  readonly onDidPaint = this.#painted.event;

  readonly #extensionUri: vscode.Uri;
  readonly #catalogue: () => Promise<Catalogue>;
  readonly #actions: PreviewActions;
  #open: OpenPanel | null = null;
  #equation: Equation | null = null;
  #sequence = 0;

  constructor(extensionUri: vscode.Uri, catalogue: () => Promise<Catalogue>, actions: PreviewActions) {
    this.#extensionUri = extensionUri;
    this.#catalogue = catalogue;
    this.#actions = actions;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Whether it can be seen: not closed, and not behind another tab. */
  get isVisible(): boolean {
    return this.#open?.isVisible === true;
  }

  /** Whether the user is in it. */
  get isActive(): boolean {
    return this.#open?.isActive === true;
  }

  /** The equation shown last, even if the panel is closed. */
  get equation(): Equation | null {
    return this.#equation;
  }

  /** Opens or uncovers the panel beside the editor, which keeps the focus; without an equation it shows the last. */
  open(equation?: Equation): void {
    if (equation !== undefined) this.#equation = equation;
    if (this.#open === null) {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.#attach(vscode.window.createWebviewPanel(PreviewPanel.viewType, 'Equation Preview', place));
    } else {
      this.#open.reveal();
    }
    this.#update();
  }

  /** Shows an equation if the panel is open, and keeps it for when it is opened. */
  show(equation: Equation): void {
    if (equation === this.#equation) return;
    this.#equation = equation;
    this.#update();
  }

  /** Closes the panel; what it showed is kept for the next time. */
  close(): void {
    this.#open?.dispose();
  }

  /** Takes up the panel that was open when the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const id = parsePageState(state)?.id;
    this.#open?.dispose();
    this.#attach(panel);
    if (id !== undefined) this.#equation = (await this.#catalogue()).equation(id) ?? this.#equation;
    this.#update();
  }

  dispose(): void {
    this.#open?.dispose();
    this.#painted.dispose();
  }

  #attach(panel: vscode.WebviewPanel): void {
    const open = new OpenPanel(panel, this.#extensionUri, (message) => this.#receive(message));
    this.#open = open;
    panel.onDidDispose(() => {
      if (this.#open === open) this.#open = null;
    });
  }

  #update(): void {
    if (this.#open === null) return;
    const sequence = ++this.#sequence;
    if (this.#equation === null) this.#open.show({ kind: 'empty', sequence });
    else void this.#describe(this.#equation, sequence);
  }

  /** What was asked for meanwhile wins. */
  async #describe(equation: Equation, sequence: number): Promise<void> {
    const preview = previewOf(equation, await this.#catalogue());
    if (sequence === this.#sequence) this.#open?.show({ kind: 'show', sequence, preview });
  }

  #receive(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        break;
      case 'painted':
        this.#painted.fire(message.sequence);
        break;
      case 'insert':
        this.#actions.insert(message.id);
        break;
      case 'follow':
        this.#actions.follow(message.id);
        break;
      case 'copy': {
        const { id, form } = message;
        this.#actions.copy(id, form, () => this.#open?.post({ kind: 'copied', form }));
      }
    }
  }
}

/** One webview from its making to its end. Its page is thrown away when hidden, and loads again when uncovered. */
class OpenPanel {
  readonly #panel: vscode.WebviewPanel;
  #ready = false;
  #latest: ToPage | null = null;

  constructor(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, receive: (message: FromPage) => void) {
    this.#panel = panel;
    const { webview } = panel;
    webview.onDidReceiveMessage((value: unknown) => {
      const message = parseFromPage(value);
      if (message === null) return;
      if (message.kind === 'ready') this.#becomeReady();
      receive(message);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#ready = false;
    });
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.html = pageOf({
      script: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'preview.css')).toString(),
      cspSource: webview.cspSource,
      nonce: freshNonce(),
    });
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Sends what the page is to show, now or when it is ready; only the latest is kept. */
  show(message: ToPage): void {
    this.#latest = message;
    if (this.#ready) this.post(message);
  }

  /** Sends a message that is worth nothing later. */
  post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #becomeReady(): void {
    this.#ready = true;
    if (this.#latest !== null) this.post(this.#latest);
  }
}

function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
