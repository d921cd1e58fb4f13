import { charCode, indentOf, isDeep, listMarker, type View } from './containers';
import { htmlBlock } from './html';
import { fenceOpening, isHeading, isRule, isSign, mathOpening } from './openings';

const GREATER = 0x3e;
const LESS = 0x3c;
const DOLLAR = 0x24;

/** What a rule of markdown-it asks for when it wants to know whether a block ends: the block that might. */
export type Interrupted = 'paragraph' | 'quote';

function listInterrupts(view: View, interrupted: Interrupted): boolean {
  const marker = listMarker(view);
  if (marker === null) return false;
  const indent = indentOf(view);
  if (view.outer >= 0 && indent - view.outer >= 4 && indent < view.needed) return false;
  return interrupted === 'quote' || indent < view.needed || marker.interrupts;
}

/** Whether a line begins another block in the middle of a paragraph, or where a quote lacks its `>`. */
export function interrupts(view: View, interrupted: Interrupted): boolean {
  const code = charCode(view);
  if (!isSign(code)) return false;
  if (code === DOLLAR) return mathOpening(view) !== null;
  if (isDeep(view)) return false;
  if (code === GREATER || fenceOpening(view) !== null || isRule(view) || isHeading(view)) return true;
  if (code === LESS) return htmlBlock(view.text.slice(view.pos))?.interrupts === true;
  return listInterrupts(view, interrupted);
}
