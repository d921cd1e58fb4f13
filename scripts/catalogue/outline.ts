/** The smallest rectangle around something; y in the direction of what it is around. */
export interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A closed shape: its path data, made short, and the bounds of its points and control points. */
export interface Outline {
  readonly d: string;
  readonly bounds: Bounds;
}

interface Segment {
  readonly command: string;
  readonly numbers: readonly number[];
}

/** How many numbers one segment of a command takes; the font has no arcs and no shorthand curves. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };

/** The rectangle around all of these. */
export function around(all: readonly Bounds[]): Bounds {
  return {
    left: Math.min(...all.map(({ left }) => left)),
    bottom: Math.min(...all.map(({ bottom }) => bottom)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.max(...all.map(({ top }) => top)),
  };
}

function segments(path: string): readonly Segment[] {
  return [...path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].flatMap(([, command = '', operands = '']) => {
    const arity = ARITY[command];
    const numbers = (operands.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (arity === undefined)
      throw new Error(`an outline has the path command ${command}, which is not handled`);
    if (arity === 0) return [{ command, numbers: [] }];
    const count = numbers.length / arity;
    if (count < 1 || !Number.isInteger(count))
      throw new Error(`an outline is malformed at ${command}${operands}`);
    return Array.from({ length: count }, (_, i) => ({
      command: command === 'M' && i > 0 ? 'L' : command,
      numbers: numbers.slice(i * arity, (i + 1) * arity),
    }));
  });
}

/** Numbers after a command, parted only where they must be: `7 42-3`. */
function joined(numbers: readonly number[]): string {
  return numbers.map((number, i) => (i > 0 && number >= 0 ? ` ${number}` : `${number}`)).join('');
}

/**
 * Reads path data with absolute commands and writes the same shape with relative ones, which are shorter.
 *
 * `M70 589L431 589L431 620L70 620Z` gives `M70 589h361v31h-361z`. An unknown command throws.
 */
export function outline(path: string): Outline {
  let at: readonly [number, number] = [0, 0];
  let start = at;
  let previous = '';
  let d = '';
  const xs: number[] = [];
  const ys: number[] = [];

  for (const { command, numbers } of segments(path)) {
    if (command === 'Z') {
      d += 'z';
      previous = 'z';
      at = start;
      continue;
    }
    const [x, y] = at;
    const points = command === 'H' ? [...numbers, y] : command === 'V' ? [x, ...numbers] : numbers;
    const steps = points.map((value, i) => Number((value - (i % 2 === 0 ? x : y)).toFixed(3)));
    xs.push(...points.filter((_, i) => i % 2 === 0));
    ys.push(...points.filter((_, i) => i % 2 === 1));
    at = [points.at(-2) ?? x, points.at(-1) ?? y];
    if (command === 'M') start = at;

    const [name, written] = shortest(command, steps);
    // Without a letter, numbers after `m` would be read as lines.
    const repeats = name === previous && name !== 'm';
    d +=
      d === ''
        ? `M${joined(points)}`
        : repeats
          ? joined(written).replace(/^(?=\d)/, ' ')
          : name + joined(written);
    previous = name;
  }
  return {
    d,
    bounds: { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) },
  };
}

function shortest(command: string, steps: readonly number[]): readonly [string, readonly number[]] {
  const [dx = 0, dy = 0] = steps;
  if (command === 'H' || command === 'V' || command === 'L') {
    if (dy === 0) return ['h', [dx]];
    if (dx === 0) return ['v', [dy]];
    return ['l', steps];
  }
  return [command.toLowerCase(), steps];
}

/** `outline` that reads each path only once. */
export function rememberingOutline(): (path: string) => Outline {
  const known = new Map<string, Outline>();
  return (path) => {
    const read = known.get(path) ?? outline(path);
    known.set(path, read);
    return read;
  };
}

/** The outline of a filled rectangle of width and height one, from which rules and extenders are scaled. */
export const SQUARE = 'M0 0h1v1h-1z';

/** Whether an outline is one upright rectangle, so that its bounds say all of it. */
export function isRectangle({ d }: Outline): boolean {
  const sides = /^M[-\d. ]+h(-?[\d.]+)v-?[\d.]+h(-?[\d.]+)z$/.exec(d);
  return sides !== null && Number(sides[1]) === -Number(sides[2]);
}
