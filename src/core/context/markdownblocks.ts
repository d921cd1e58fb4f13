import { scanLatex } from './latex';
import { FORMULA_START, type LatexState } from './latexstate';
import {
  afterQuote,
  type Container,
  charCode,
  indentOf,
  insideItem,
  isBlank,
  isDeep,
  listMarker,
  QUOTE,
  type View,
  wholeLine,
} from './markdowncontainers';
import { htmlBlock } from './markdownhtml';
import {
  closesFence,
  fenceOpening,
  frontMatterLength,
  isHeading,
  isReference,
  isRule,
  isUnderline,
  mathClose,
  mathOpening,
} from './markdownopenings';
import type { FormulaPart, Leaf, LineKind, MarkdownLine, MarkdownState } from './markdownstate';
import { columnCount, delimiterCount } from './markdowntables';

const GREATER = 0x3e;
const LESS = 0x3c;
const DOLLAR = 0x24;

/** Quotes and lists deeper than this are read as text, as markdown-it does. */
const DEEPEST = 100;

const NONE: Leaf = { kind: 'none' };
const EMPTY_ITEM: Leaf = { kind: 'emptyItem' };
const CODE: Leaf = { kind: 'code' };
const TABLE: Leaf = { kind: 'table' };
const PLAIN_PARAGRAPH: Leaf = { kind: 'paragraph', columns: 0 };

function paragraph(columns: number): Leaf {
  return columns === 0 ? PLAIN_PARAGRAPH : { kind: 'paragraph', columns };
}

/** A line in its containers, before it is known what it is. */
interface Place {
  readonly view: View;
  readonly containers: readonly Container[];
}

function line(
  kind: LineKind,
  { view, containers }: Place,
  leaf: Leaf,
  more: { readonly continues?: boolean; readonly formula?: FormulaPart } = {},
): MarkdownLine {
  const { continues = false, formula = null } = more;
  return { kind, view, leaving: { containers, leaf }, continues, formula };
}

/** Whether a character can begin anything but a paragraph: one of `#$*+-<>_~`, a backtick or a digit. */
function isSign(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  return code < 0x80 && '#$*+-<>_`~'.includes(String.fromCharCode(code));
}

/** What a rule of markdown-it asks for when it wants to know whether a block ends: the block that might. */
type Interrupted = 'paragraph' | 'quote';

function listInterrupts(view: View, interrupted: Interrupted): boolean {
  const marker = listMarker(view);
  if (marker === null) return false;
  const indent = indentOf(view);
  if (view.outer >= 0 && indent - view.outer >= 4 && indent < view.needed) return false;
  return interrupted === 'quote' || indent < view.needed || marker.interrupts;
}

/** Whether a line begins another block in the middle of a paragraph, or where a quote lacks its `>`. */
function interrupts(view: View, interrupted: Interrupted): boolean {
  const code = charCode(view);
  if (!isSign(code)) return false;
  if (code === DOLLAR) return mathOpening(view) !== null;
  if (isDeep(view)) return false;
  if (code === GREATER || fenceOpening(view) !== null || isRule(view) || isHeading(view)) return true;
  if (code === LESS) return htmlBlock(view.text.slice(view.pos))?.interrupts === true;
  return listInterrupts(view, interrupted);
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
function begin(start: Place): MarkdownLine {
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

/** The next line of an open formula, which may end it. */
function continueMath(place: Place, entering: LatexState): MarkdownLine {
  const { text, pos } = place.view;
  const close = mathClose(text, pos);
  const to = close ?? text.length;
  const leaf: Leaf = close === null ? { kind: 'math', formula: scanLatex(text.slice(pos), entering) } : NONE;
  return line('math', place, leaf, { formula: { entering, from: pos, to } });
}

function continueFence(place: Place, leaf: Extract<Leaf, { kind: 'fence' }>): MarkdownLine {
  if (closesFence(place.view, leaf.mark, leaf.length)) return line('fence', place, NONE);
  const { formula: entering } = leaf;
  if (entering === null) return line('code', place, leaf);
  const { text, pos } = place.view;
  const formula: FormulaPart = { entering, from: pos, to: text.length };
  return line('math', place, { ...leaf, formula: scanLatex(text.slice(pos), entering) }, { formula });
}

function continueParagraph(place: Place, columns: number): MarkdownLine | null {
  const { view } = place;
  const rest = view.text.slice(view.pos);
  if (isDeep(view)) return line('paragraph', place, PLAIN_PARAGRAPH, { continues: true });
  if (columns > 0 && delimiterCount(rest) === columns) return line('delimiters', place, TABLE);
  if (isUnderline(view)) return line('underline', place, NONE);
  if (interrupts(view, 'paragraph')) return null;
  return line('paragraph', place, paragraph(columnCount(rest)), { continues: true });
}

/** A line in the same containers as the block before it: it goes on with it, or begins another. */
function continueLeaf(place: Place, leaf: Leaf): MarkdownLine {
  const { view } = place;
  switch (leaf.kind) {
    case 'paragraph':
      return continueParagraph(place, leaf.columns) ?? begin(place);
    case 'fence':
      return continueFence(place, leaf);
    case 'math':
      return continueMath(place, leaf.formula);
    case 'html':
      return line('html', place, leaf.block.end?.test(view.text.slice(view.pos)) === true ? NONE : leaf);
    case 'table':
      return isDeep(view) || interrupts(view, 'quote') ? begin(place) : line('row', place, TABLE);
    default:
      return begin(place);
  }
}

/** What a blank line leaves of a block. */
function afterBlank(place: Place, leaf: Leaf): MarkdownLine {
  const { containers } = place;
  switch (leaf.kind) {
    case 'fence':
      return continueFence(place, leaf);
    case 'math':
      return continueMath(place, leaf.formula);
    case 'code':
      return line('blank', place, leaf);
    case 'html':
      return leaf.block.end === null ? line('blank', place, NONE) : line('html', place, leaf);
    case 'emptyItem':
      return line('blank', { ...place, containers: containers.slice(0, -1) }, NONE);
    default:
      return line('blank', place, NONE);
  }
}

/** Reads as many of the containers as the line goes on with. */
function matched(text: string, containers: readonly Container[]): { view: View; count: number } {
  let view = wholeLine(text);
  let count = 0;
  for (const container of containers) {
    const blank = isBlank(view);
    if (container.kind === 'quote') {
      if (blank || charCode(view) !== GREATER || indentOf(view) < view.needed) break;
      view = afterQuote(view);
    } else if (indentOf(view) >= container.indent) {
      view = insideItem(view, container.indent);
    } else if (!blank) {
      break;
    }
    count++;
  }
  return { view, count };
}

/** Whether a line without the marks of its containers goes on with the paragraph, or the formula in a quote, lazily. */
function isLazy(view: View, missing: readonly Container[], leaf: Leaf): boolean {
  if (leaf.kind !== 'paragraph' && (leaf.kind !== 'math' || missing.at(-1)?.kind !== 'quote')) return false;
  let inner = view;
  for (const container of missing) {
    if (container.kind === 'quote') return !interrupts(inner, 'quote');
    inner = insideItem(inner, container.indent);
  }
  return !interrupts(inner, 'paragraph');
}

/**
 * An unclosed formula takes with it the line at which its quote or item should have ended: the preview shows it nowhere,
 * and an item goes on after it.
 */
function swallowed(view: View, containers: readonly Container[], count: number): MarkdownLine {
  const quote = containers.findIndex(({ kind }, i) => i >= count && kind === 'quote');
  return line('math', { view, containers: quote < 0 ? containers : containers.slice(0, quote) }, NONE);
}

function readFrontMatter(view: View, leaf: Leaf): MarkdownLine | null {
  const place: Place = { view, containers: [] };
  if (leaf.kind === 'start') {
    const opening = frontMatterLength(view.text);
    if (opening === null) return null;
    return line('frontmatter', place, { kind: 'frontmatter', ...opening });
  }
  if (leaf.kind !== 'frontmatter') return null;
  const ended = closesFence(view, leaf.mark, leaf.length) || view.text.slice(view.pos).trimEnd() === '...';
  return line('frontmatter', place, ended ? NONE : leaf);
}

/**
 * Reads one line of Markdown as markdown-it's block rules do, in the state that the lines before it left.
 *
 * `> - x` leaves a quote, a list item in it and a paragraph in that.
 */
export function readMarkdownLine(raw: string, { containers, leaf }: MarkdownState): MarkdownLine {
  const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const front = containers.length === 0 ? readFrontMatter(wholeLine(text), leaf) : null;
  if (front !== null) return front;
  const { view, count } = matched(text, containers);
  if (count === containers.length) {
    return isBlank(view) ? afterBlank({ view, containers }, leaf) : continueLeaf({ view, containers }, leaf);
  }
  if (isBlank(view)) return line('blank', { view, containers: containers.slice(0, count) }, NONE);
  if (isLazy(view, containers.slice(count), leaf)) {
    return leaf.kind === 'math'
      ? continueMath({ view, containers }, leaf.formula)
      : line('paragraph', { view, containers }, PLAIN_PARAGRAPH, { continues: true });
  }
  if (leaf.kind === 'math') return swallowed(view, containers, count);
  return begin({ view, containers: containers.slice(0, count) });
}
