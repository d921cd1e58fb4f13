import type { Drawing, Drawings } from '../../src/core/drawing';
import { type Mark, marks } from './marks';
import { createTypesetter } from './mathjax';
import { around, type Bounds, rememberingOutline } from './outline';

function bounded(bounds: Bounds): Drawing['box'] {
  const [left, top] = [Math.floor(bounds.left), Math.ceil(bounds.top)];
  return [left, -top, Math.ceil(bounds.right) - left, top - Math.floor(bounds.bottom)];
}

/** A unit is a hundredth of a px or two, so whole units are exact enough for places; scales keep three digits. */
function written(mark: Mark, outline: number): string {
  const [scaleX, scaleY] = [Number(mark.scaleX.toFixed(3)), Number(mark.scaleY.toFixed(3))];
  const numbers = [outline, Math.round(mark.x), Math.round(mark.y)];
  if (mark.clip !== null) {
    const [x, y] = [Math.round(mark.clip.left), Math.round(mark.clip.bottom)];
    numbers.push(scaleX, scaleY, x, y, Math.round(mark.clip.right) - x, Math.round(mark.clip.top) - y);
  } else if (scaleX !== scaleY) numbers.push(scaleX, scaleY);
  else if (scaleX !== 1) numbers.push(scaleX);
  return numbers.join(' ');
}

/** What MathJax's own box leaves room for: it starts at the origin and has the width of the equation. */
function roomOf(viewBox: string): Bounds {
  const [left = 0, y = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
  return { left, bottom: -y - height, right: left + width, top: -y };
}

/**
 * Draws every equation in display style with MathJax, at build time, so that what ships needs no MathJax.
 * Equations that cannot be drawn throw together, each with its id and why.
 */
export async function drawEquations(
  equations: readonly { readonly id: string; readonly latex: string }[],
): Promise<Drawings> {
  const typesetter = createTypesetter();
  const read = rememberingOutline();
  const outlines = new Map<string, number>();
  const drawn: Record<string, Drawing> = {};
  const faults: string[] = [];

  const indexOf = (d: string): number => {
    const index = outlines.get(d) ?? outlines.size;
    outlines.set(d, index);
    return index;
  };
  for (const { id, latex } of equations) {
    try {
      const svg = await typesetter.set(latex);
      const all = marks(svg, read);
      const box = bounded(
        around([roomOf(String(svg.attributes.viewBox)), ...all.map(({ bounds }) => bounds)]),
      );
      drawn[id] = { box, marks: all.map((mark) => written(mark, indexOf(mark.d))).join(',') };
    } catch (error) {
      faults.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { outlines: [...outlines.keys()], equations: drawn };
}
