/** Names of elements that begin a block, from CommonMark. */
const BLOCK_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|' +
  'link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|' +
  'thead|title|tr|track|ul';

const ATTRIBUTE =
  '(?:\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^"\'=<>`\\x00-\\x20]+|\'[^\']*\'|"[^"]*"))?)';

/** An opening or closing tag. */
const TAG = `(?:<[A-Za-z][A-Za-z0-9-]*${ATTRIBUTE}*\\s*\\/?>|<\\/[A-Za-z][A-Za-z0-9-]*\\s*>)`;

/** A kind of HTML block: how it begins, how it ends (null: at a blank line), whether it may interrupt a paragraph. */
export interface HtmlBlock {
  readonly begin: RegExp;
  readonly end: RegExp | null;
  readonly interrupts: boolean;
}

const HTML_BLOCKS: readonly HtmlBlock[] = [
  {
    begin: /^<(script|pre|style|textarea)(?=(\s|>|$))/i,
    end: /<\/(script|pre|style|textarea)>/i,
    interrupts: true,
  },
  { begin: /^<!--/, end: /-->/, interrupts: true },
  { begin: /^<\?/, end: /\?>/, interrupts: true },
  { begin: /^<![A-Za-z]/, end: />/, interrupts: true },
  { begin: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { begin: new RegExp(`^</?(?:${BLOCK_NAMES})(?=(\\s|/?>|$))`, 'i'), end: null, interrupts: true },
  { begin: new RegExp(`^${TAG}\\s*$`), end: null, interrupts: false },
];

/** No tag is looked for beyond this many characters, so that a line of many `<` costs no more than its length. */
const LONGEST_TAG = 1000;

/** The kind of HTML block that begins with a text, if one does. */
export function htmlBlock(text: string): HtmlBlock | null {
  return HTML_BLOCKS.find(({ begin }) => begin.test(text.slice(0, LONGEST_TAG))) ?? null;
}

/** Anchored at the end of a word, so a search for it is linear. */
const INLINE_TAG = new RegExp(`^${TAG}`);
const AUTOLINK = /^<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9.-]+)>/;

/** Constructs that end at a fixed string, whatever stands before it. */
const SPECIAL: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** What an `<` in a paragraph begins. */
export interface InlineTag {
  readonly end: number;
  readonly kind: 'link' | 'html';
}

/** Reads the tag, comment or `<https://…>` that begins at an `<`; null if it is just a sign. */
export function inlineTag(text: string, pos: number): InlineTag | null {
  for (const [begin, end] of SPECIAL) {
    if (!text.startsWith(begin, pos)) continue;
    if (begin === '<!--' && /^-?>/.test(text.slice(pos + 4, pos + 6))) {
      return { end: text.indexOf('>', pos) + 1, kind: 'html' };
    }
    const found = text.indexOf(end, pos + begin.length);
    return found < 0 ? null : { end: found + end.length, kind: 'html' };
  }
  const head = text.slice(pos, pos + LONGEST_TAG);
  const link = AUTOLINK.exec(head);
  if (link !== null) return { end: pos + link[0].length, kind: 'link' };
  const tag = INLINE_TAG.exec(head);
  return tag === null ? null : { end: pos + tag[0].length, kind: 'html' };
}
