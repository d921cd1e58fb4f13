import type { Reference } from '../core/equation';
import type {
  DerivationRow,
  EquationLink,
  EquationPreview,
  Prose,
  ProsePiece,
  SymbolRow,
} from '../core/render';
import { anyOf, isNumber, isText, listOf, oneOf, orNull, record } from './guard';

export type { EquationLink, EquationPreview, Prose, Reference, SymbolRow };

/** Shows an equation. `sequence` numbers the messages that change the page, so that each can be told when painted. */
export interface ShowMessage {
  readonly kind: 'show';
  readonly sequence: number;
  readonly preview: EquationPreview;
}

/** Shows what the panel is for: there is no equation yet. */
export interface EmptyMessage {
  readonly kind: 'empty';
  readonly sequence: number;
}

/** The copy that the page asked for is on the clipboard. */
export interface CopiedMessage {
  readonly kind: 'copied';
  readonly form: CopyForm;
}

/** What the extension host says to the page. */
export type ToPage = ShowMessage | EmptyMessage | CopiedMessage;

/** The form of a copy: bare LaTeX, or Markdown with its dollars. */
export type CopyForm = 'latex' | 'markdown';

/** The page is loaded, its fonts and KaTeX are warm: it waits for its first message. Sent again after each reload. */
export interface ReadyMessage {
  readonly kind: 'ready';
}

/** The message with this number is on the screen. */
export interface PaintedMessage {
  readonly kind: 'painted';
  readonly sequence: number;
}

/** The Insert button was pressed. */
export interface InsertMessage {
  readonly kind: 'insert';
  readonly id: string;
}

/** A copy button was pressed. */
export interface CopyMessage {
  readonly kind: 'copy';
  readonly id: string;
  readonly form: CopyForm;
}

/** A related equation or a variant was chosen. */
export interface FollowMessage {
  readonly kind: 'follow';
  readonly id: string;
}

/** What the page says to the extension host. */
export type FromPage = ReadyMessage | PaintedMessage | InsertMessage | CopyMessage | FollowMessage;

/** What the page leaves behind, from which it is restored when the window is loaded again. */
export interface PageState {
  readonly id: string;
}

const isProse = listOf(record<ProsePiece>({ kind: oneOf('text', 'math'), text: isText }));
const isLink = record<EquationLink>({ id: isText, name: isText });
const isCopyForm = oneOf('latex', 'markdown');

const isReference = record<Reference>({
  key: isText,
  authors: isText,
  title: isText,
  year: isText,
  venue: isText,
  url: orNull(isText),
});

const isPreview = record<EquationPreview>({
  id: isText,
  name: isText,
  trigger: isText,
  familyTitle: isText,
  aliases: listOf(isText),
  latex: isText,
  explanation: isProse,
  symbols: listOf(record<SymbolRow>({ latex: isText, meaning: isProse, shape: orNull(isText) })),
  holdsWhen: orNull(isProse),
  notes: listOf(isProse),
  derivation: listOf(record<DerivationRow>({ latex: isText, reason: isProse })),
  references: listOf(isReference),
  variants: listOf(isLink),
  related: listOf(isLink),
  packages: listOf(isText),
});

const isToPage = anyOf<ToPage>({
  show: record<ShowMessage>({ kind: oneOf('show'), sequence: isNumber, preview: isPreview }),
  empty: record<EmptyMessage>({ kind: oneOf('empty'), sequence: isNumber }),
  copied: record<CopiedMessage>({ kind: oneOf('copied'), form: isCopyForm }),
});

const isFromPage = anyOf<FromPage>({
  ready: record<ReadyMessage>({ kind: oneOf('ready') }),
  painted: record<PaintedMessage>({ kind: oneOf('painted'), sequence: isNumber }),
  insert: record<InsertMessage>({ kind: oneOf('insert'), id: isText }),
  copy: record<CopyMessage>({ kind: oneOf('copy'), id: isText, form: isCopyForm }),
  follow: record<FollowMessage>({ kind: oneOf('follow'), id: isText }),
});

/** Reads a message to the page; null for anything else. */
export function parseToPage(value: unknown): ToPage | null {
  return isToPage(value) ? value : null;
}

/** Reads a message from the page; null for anything else. */
export function parseFromPage(value: unknown): FromPage | null {
  return isFromPage(value) ? value : null;
}

const isPageState = record<PageState>({ id: isText });

/** Reads the state that a page left behind; null for anything else. */
export function parsePageState(value: unknown): PageState | null {
  return isPageState(value) ? value : null;
}
