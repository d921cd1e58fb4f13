/** One equation drawn: where each outline goes. Lengths are thousandths of an em. */
export interface Drawing {
  /** `[x, y, width, height]` of everything it inks, with y downwards from the baseline, as `viewBox` has it. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /**
   * The outlines, parted by commas, each a list of numbers parted by spaces, with y upwards:
   * `outline x y`, then, where it is scaled, `scale` or `scaleX scaleY`, then, where it is clipped,
   * `x y width height` of the clip.
   */
  readonly marks: string;
}

/** The equations of a catalogue as drawings, by id; an outline that many of them use is held once. */
export interface Drawings {
  /** SVG path data, y upwards, drawn at the origin for an em of 1000. */
  readonly outlines: readonly string[];
  readonly equations: Readonly<Record<string, Drawing>>;
}

/** How a drawing is shown: colours as CSS names or `#rrggbb`, no background where none is given. */
export interface DrawingStyle {
  readonly colour: string;
  readonly background?: string;
  /** A factor on the usual size, which is 16 px to the em. */
  readonly scale?: number;
}

/** The four kinds of colour theme that VS Code knows. */
export type ThemeKind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

const EM = 16;
/** What the side of the suggestion list shows without scrolling, in px. */
const FITTING_WIDTH = 300;
/** A wide equation is set no smaller than this: its subscripts would be unreadable. */
const SMALLEST_EM = 8;
/** What an outline costs besides its path data when it is defined once and used from several places. */
const COST_OF_SHARING = 30;

/** The colour in which an equation is readable: an image does not inherit the colour of the text around it. */
export function colourFor(kind: ThemeKind): string {
  switch (kind) {
    case 'light':
      return '#1f1f1f';
    case 'dark':
      return '#d4d4d4';
    case 'highContrast':
      return '#ffffff';
    case 'highContrastLight':
      return '#000000';
  }
}

interface Mark {
  readonly outline: number;
  readonly transform: string;
  readonly clip: readonly number[];
}

function readMark(text: string): Mark {
  const [outline = 0, x = 0, y = 0, scaleX = 1, scaleY = scaleX, ...clip] = text.split(' ').map(Number);
  const moved = x === 0 && y === 0 ? '' : ` transform="translate(${x} ${y})"`;
  const unscaled = scaleX === 1 && scaleY === 1;
  const transform = unscaled ? moved : ` transform="matrix(${scaleX} 0 0 ${scaleY} ${x} ${y})"`;
  return { outline, transform, clip };
}

/** The outlines that several marks share, where one definition is shorter than repeating the path. */
function sharedOutlines(marks: readonly Mark[], outlines: readonly string[]): ReadonlySet<number> {
  const uses = new Map<number, number>();
  for (const { outline } of marks) uses.set(outline, (uses.get(outline) ?? 0) + 1);
  const worthSharing = [...uses].filter(
    ([outline, count]) => (count - 1) * (outlines[outline] ?? '').length > COST_OF_SHARING,
  );
  return new Set(worthSharing.map(([outline]) => outline));
}

function path(outline: number, outlines: readonly string[], attributes: string): string {
  return `<path${attributes} d="${outlines[outline] ?? ''}"/>`;
}

function clipped(shape: string, clip: readonly number[]): string {
  const [x, y, width, height] = clip;
  if (height === undefined) return shape;
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${clip.join(' ')}">${shape}</svg>`;
}

/**
 * An equation as an SVG that stands alone, with its width and height in whole px; a wide one is made smaller
 * to fit beside the suggestion list. Nothing where the catalogue has no drawing of that id.
 *
 * `svg(drawings, 'vae-elbo', { colour: '#d4d4d4' })` gives `<svg xmlns="…" width="384" height="29" …`.
 */
export function svg(drawings: Drawings, id: string, style: DrawingStyle): string | undefined {
  if (!Object.hasOwn(drawings.equations, id)) return undefined;
  const drawing = drawings.equations[id];
  if (drawing === undefined) return undefined;
  const { outlines } = drawings;
  const marks = drawing.marks.split(',').map(readMark);
  const shared = sharedOutlines(marks, outlines);

  const definitions = [...shared].map((outline) => path(outline, outlines, ` id="g${outline}"`)).join('');
  const shapes = marks.map(({ outline, transform, clip }) => {
    const use = `<use href="#g${outline}"${transform}/>`;
    return clipped(shared.has(outline) ? use : path(outline, outlines, transform), clip);
  });

  const [x, y, width, height] = drawing.box;
  const fitting = Math.max(SMALLEST_EM, Math.min(EM, (FITTING_WIDTH * 1000) / width));
  const px = (fitting * (style.scale ?? 1)) / 1000;
  const widthInPx = Math.ceil(width * px);
  const heightInPx = Math.ceil(height * px);
  const box = [x, y, widthInPx / px, heightInPx / px].map((length) => Number(length.toFixed(1))).join(' ');
  const size = `width="${widthInPx}" height="${heightInPx}" viewBox="${box}"`;
  const sheet =
    style.background === undefined
      ? ''
      : `<rect x="${x}" y="${y}" width="100%" height="100%" fill="${style.background}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${definitions && `<defs>${definitions}</defs>`}${sheet}` +
    `<g fill="${style.colour}" transform="scale(1 -1)">${shapes.join('')}</g></svg>`
  );
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of a text in ASCII (RFC 4648, section 4). */
function base64(ascii: string): string {
  let encoded = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const left = ascii.length - i;
    const bits =
      (ascii.charCodeAt(i) << 16) |
      (left > 1 ? ascii.charCodeAt(i + 1) << 8 : 0) |
      (left > 2 ? ascii.charCodeAt(i + 2) : 0);
    encoded += BASE64.charAt(bits >> 18) + BASE64.charAt((bits >> 12) & 63);
    encoded += left > 1 ? BASE64.charAt((bits >> 6) & 63) : '=';
    encoded += left > 2 ? BASE64.charAt(bits & 63) : '=';
  }
  return encoded;
}

/** An SVG as an address that an image in Markdown may have: it has no space, bracket or quote. */
export function dataUri(svg: string): string {
  const ascii = svg.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `data:image/svg+xml;base64,${base64(ascii)}`;
}
