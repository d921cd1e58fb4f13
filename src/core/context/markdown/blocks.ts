import { scanLatex } from '../latex';
import type { LatexState } from '../latex/state';
import { begin, line, NONE, type Place, paragraph, TABLE } from './begin';
import {
  afterQuote,
  type Container,
  charCode,
  indentOf,
  insideItem,
  isBlank,
  isDeep,
  type View,
  wholeLine,
} from './containers';
import { interrupts } from './interrupts';
import { closesFence, frontMatterLength, isUnderline, mathClose } from './openings';
import type { FormulaPart, Leaf, MarkdownLine, MarkdownState } from './state';
import { columnCount, delimiterCount } from './tables';

const GREATER = 0x3e;

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
  if (isDeep(view)) return line('paragraph', place, paragraph(0), { continues: true });
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
      : line('paragraph', { view, containers }, paragraph(0), { continues: true });
  }
  if (leaf.kind === 'math') return swallowed(view, containers, count);
  return begin({ view, containers: containers.slice(0, count) });
}
