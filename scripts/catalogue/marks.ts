import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { LiteText } from '@mathjax/src/js/adaptors/lite/Text.js';
import { type Bounds, isRectangle, type Outline, SQUARE } from './outline';

/** An outline in its place: scaled, then moved, then clipped. Thousandths of an em, y upwards. */
export interface Mark {
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly clip: Bounds | null;
  /** What it covers on the page. */
  readonly bounds: Bounds;
}

/** The coordinates of an element in those of the equation; MathJax neither turns nor skews anything. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly clip: Bounds | null;
}

/** Reads path data; the same outline comes hundreds of times, so that reading may well remember. */
export type ReadOutline = (path: string) => Outline;

const PAGE: Frame = { x: 0, y: 0, scaleX: 1, scaleY: 1, clip: null };

/** Attributes that each element may have besides `data-…`; what another would change is not drawn. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  g: ['transform'],
  path: ['transform', 'd'],
  rect: ['transform', 'x', 'y', 'width', 'height', 'fill', 'stroke-width'],
  line: ['transform', 'x1', 'y1', 'x2', 'y2', 'stroke-width', 'class'],
  svg: ['x', 'y', 'width', 'height', 'viewBox'],
};

/** The thickness that MathJax's style sheet gives to the rules of a table. */
const TABLE_RULE = 70;

function length(element: LiteElement, name: string, fallback = 0): number {
  const value: unknown = element.attributes[name];
  const number = value === undefined ? fallback : Number(value);
  if (Number.isNaN(number)) throw new Error(`MathJax drew <${element.kind} ${name}="${value}">`);
  return number;
}

function check(element: LiteElement): void {
  const known = ATTRIBUTES[element.kind];
  if (known === undefined) throw new Error(`MathJax drew <${element.kind}>, which the drawings do not hold`);
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name.startsWith('data-') || known.includes(name)) continue;
    throw new Error(`MathJax drew <${element.kind} ${name}="${value}">, which the drawings do not hold`);
  }
}

function moved(frame: Frame, x: number, y: number): Frame {
  return { ...frame, x: frame.x + frame.scaleX * x, y: frame.y + frame.scaleY * y };
}

/** Follows `translate(…)` and `scale(…)`, from left to right. */
function transformed(frame: Frame, element: LiteElement): Frame {
  const transform = String(element.attributes.transform ?? '').trim();
  let result = frame;
  const rest = transform.replace(/(translate|scale)\(([^)]*)\)/g, (_, name: string, operands: string) => {
    const [first = 0, second] = operands
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    result =
      name === 'translate'
        ? moved(result, first, second ?? 0)
        : { ...result, scaleX: result.scaleX * first, scaleY: result.scaleY * (second ?? first) };
    return '';
  });
  if (rest.trim() !== '')
    throw new Error(`MathJax moved something by ${transform}, which the drawings do not hold`);
  return result;
}

function placed({ left, bottom, right, top }: Bounds, { x, y, scaleX, scaleY }: Frame): Bounds {
  return {
    left: x + scaleX * left,
    bottom: y + scaleY * bottom,
    right: x + scaleX * right,
    top: y + scaleY * top,
  };
}

function intersection(a: Bounds, b: Bounds | null): Bounds {
  if (b === null) return a;
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}

function rectangle(bounds: Bounds): Mark {
  const { left, bottom, right, top } = bounds;
  return { d: SQUARE, x: left, y: bottom, scaleX: right - left, scaleY: top - bottom, clip: null, bounds };
}

/** A rectangle needs no clip: what is left of it is a rectangle again. */
function shape(drawn: Outline, frame: Frame): Mark {
  const bounds = intersection(placed(drawn.bounds, frame), frame.clip);
  return isRectangle(drawn) ? rectangle(bounds) : { d: drawn.d, ...frame, bounds };
}

function box(element: LiteElement): Bounds {
  const [left, bottom] = [length(element, 'x'), length(element, 'y')];
  return { left, bottom, right: left + length(element, 'width'), top: bottom + length(element, 'height') };
}

/** A frame around a formula has lines centred on the edges of its rectangle; anything else is filled. */
function rectangles(element: LiteElement): readonly Bounds[] {
  const edge = box(element);
  if (element.attributes.fill === undefined) return [edge];
  const half = length(element, 'stroke-width') / 2;
  const { left, bottom, right, top } = edge;
  const outer = { left: left - half, bottom: bottom - half, right: right + half, top: top + half };
  return [
    { ...outer, right: left + half },
    { ...outer, left: right - half },
    { ...outer, top: bottom + half },
    { ...outer, bottom: top - half },
  ];
}

function rule(element: LiteElement): Bounds {
  const [x1, y1] = [length(element, 'x1'), length(element, 'y1')];
  const [x2, y2] = [length(element, 'x2'), length(element, 'y2')];
  const solid = (element.attributes.class ?? 'mjx-solid') === 'mjx-solid';
  if (!solid || (x1 !== x2 && y1 !== y2)) throw new Error('MathJax drew a line that is slanted or dashed');
  const half = length(element, 'stroke-width', TABLE_RULE) / 2;
  const [across, along] = x1 === x2 ? [half, 0] : [0, half];
  return {
    left: Math.min(x1, x2) - across,
    bottom: Math.min(y1, y2) - along,
    right: Math.max(x1, x2) + across,
    top: Math.max(y1, y2) + along,
  };
}

/** An `<svg>` inside an equation is a window on a part of a stretched outline. */
function windowed(frame: Frame, element: LiteElement): Frame {
  const [x = 0, y = 0, width, height] = String(element.attributes.viewBox).split(' ').map(Number);
  const view = box(element);
  if (width !== length(element, 'width') || height !== length(element, 'height'))
    throw new Error('MathJax drew a window that scales, which the drawings do not hold');
  const clip = intersection(placed(view, frame), frame.clip);
  return { ...moved(frame, view.left - x, view.bottom - y), clip };
}

function* inside(element: LiteElement, frame: Frame, read: ReadOutline): Generator<Mark> {
  for (const child of element.children) {
    if (!(child instanceof LiteText)) yield* marksOf(child, frame, read);
    else if (child.value.trim() !== '') throw new Error(`MathJax has no outline for the text ${child.value}`);
  }
}

function* marksOf(element: LiteElement, outer: Frame, read: ReadOutline): Generator<Mark> {
  if (element.kind === 'text') yield* inside(element, outer, read);
  check(element);
  const frame = transformed(outer, element);
  switch (element.kind) {
    case 'g':
      yield* inside(element, frame, read);
      return;
    case 'svg':
      yield* inside(element, windowed(frame, element), read);
      return;
    case 'path':
      // A no-break space is an empty path.
      if (element.attributes.d !== '') yield shape(read(String(element.attributes.d)), frame);
      return;
    case 'rect':
      for (const bounds of rectangles(element)) yield rectangle(placed(bounds, frame));
      return;
    case 'line':
      yield rectangle(placed(rule(element), frame));
      return;
  }
}

/**
 * All that MathJax drew for an equation, each outline with the whole of the transforms around it.
 * `svg` is the element that MathJax gives, `read` reads its path data; what cannot be drawn so throws.
 */
export function marks(svg: LiteElement, read: ReadOutline): readonly Mark[] {
  const [page] = svg.children;
  if (page === undefined || page instanceof LiteText) throw new Error('MathJax gave an empty SVG');
  // The outermost group only turns y upwards and sets the colour.
  return [...inside(page, PAGE, read)];
}
