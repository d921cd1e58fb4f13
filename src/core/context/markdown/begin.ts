import { scanLatex } from '../latex';
import { FORMULA_START } from '../latex/state';
import {
  afterQuote,
  type Container,
  charCode,
  isBlank,
  isDeep,
  listMarker,
  QUOTE,
  type View,
} from './containers';
import { htmlBlock } from './html';
import { fenceOpening, isHeading, isReference, isRule, isSign, mathOpening } from './openings';
import type { FormulaPart, Leaf, LineKind, MarkdownLine } from './state';
import { columnCount } from './tables';

const GREATER = 0x3e;
const LESS = 0x3c;

/** Quotes and lists deeper than this are read as text, as markdown-it does. */
const DEEPEST = 100;

/** No block that a line could go on with. */
export const NONE: Leaf = { kind: 'none' };
const EMPTY_ITEM: Leaf = { kind: 'emptyItem' };
const CODE: Leaf = { kind: 'code' };
/** The rows of a table, which begin below its header. */
export const TABLE: Leaf = { kind: 'table' };
const PLAIN_PARAGRAPH: Leaf = { kind: 'paragraph', columns: 0 };

/** A paragraph whose last line has so many cells. */
export function paragraph(columns: number): Leaf {
  return columns === 0 ? PLAIN_PARAGRAPH : { kind: 'paragraph', columns };
}

/** A line in its containers, before it is known what it is. */
export interface Place {
  readonly view: View;
  readonly containers: readonly Container[];
}

/** A line that has been read, as a block in its containers. */
export function line(
  kind: LineKind,
  { view, containers }: Place,
  leaf: Leaf,
  more: { readonly continues?: boolean; readonly formula?: FormulaPart } = {},
): MarkdownLine {
  const { continues = false, formula = null } = more;
  return { kind, view, leaving: { containers, leaf }, continues, formula };
}

function beginHtml(place: Place): MarkdownLine | null {
  const { text, pos } = place.view;
  const block = htmlBlock(text.slice(pos));
  if (block === null) return null;
  const ended = block.end?.test(text.slice(pos)) === true;
  return line('html', place, ended ? NONE : { kind: 'html', block });
}

function beginMath(place: Place): MarkdownLine | null {
  const opening = mathOpening(place.view);
  if (opening === null) return null;
  const { text } = place.view;
  const { from, to } = opening;
  const entering = FORMULA_START.display;
  const formula: FormulaPart = { entering, from, to: to ?? text.length };
  const leaf: Leaf = to === null ? { kind: 'math', formula: scanLatex(text.slice(from), entering) } : NONE;
  return line('math', place, leaf, { formula });
}

function beginFence(place: Place): MarkdownLine | null {
  const opening = fenceOpening(place.view);
  if (opening === null) return null;
  const { mark, length, info } = opening;
  const formula = info.trim().toLowerCase() === 'math' ? FORMULA_START.display : null;
  return line('fence', place, { kind: 'fence', mark, length, formula });
}

/** A block that one line begins, once no more containers stand before it. */
function beginLeaf(place: Place): MarkdownLine {
  const { view } = place;
  const sign = isSign(charCode(view)) ? beginSign(place) : null;
  if (sign !== null) return sign;
  if (isReference(view)) return line('reference', place, NONE);
  return line('paragraph', place, paragraph(columnCount(view.text.slice(view.pos))));
}

/** A block that its first character tells from a paragraph. */
function beginSign(place: Place): MarkdownLine | null {
  const { view } = place;
  const begun = beginFence(place) ?? beginMath(place);
  if (begun !== null) return begun;
  if (isRule(view)) return line('rule', place, NONE);
  const html = charCode(view) === LESS ? beginHtml(place) : null;
  if (html !== null) return html;
  return isHeading(view) ? line('heading', place, NONE) : null;
}

/** Reads the containers that a line begins, and the block in them. */
export function begin(start: Place): MarkdownLine {
  let { view, containers } = start;
  let opened = false;
  for (;;) {
    if (isBlank(view)) return line('blank', { view, containers }, opened ? EMPTY_ITEM : NONE);
    if (isDeep(view)) return line('code', { view, containers }, CODE);
    if (containers.length >= DEEPEST) return beginLeaf({ view, containers });
    if (charCode(view) === GREATER) {
      containers = [...containers, QUOTE];
      view = afterQuote(view);
      opened = false;
      continue;
    }
    const marker = !isSign(charCode(view)) || isRule(view) ? null : listMarker(view);
    if (marker === null) return beginLeaf({ view, containers });
    containers = [...containers, { kind: 'item', indent: marker.indent }];
    view = marker.content;
    opened = true;
  }
}
