/** A trigger being typed: `query` is what follows the backslash up to the cursor. */
export interface Trigger {
  readonly query: string;
  /** Columns of the backslash and of the end of the whole word, which may lie beyond the cursor. */
  readonly start: number;
  readonly end: number;
}

const BEFORE_CURSOR = /(\\+)((?:[A-Za-z][A-Za-z0-9-]*)?)$/;
const AFTER_CURSOR = /^[A-Za-z0-9-]*/;

/**
 * The trigger that the cursor is in or at the end of. None after an even run of backslashes: `\\` breaks a line.
 *
 * `let \vae-el‸bo be` gives `{ query: 'vae-el', start: 4, end: 13 }`.
 */
export function triggerAt(line: string, column: number): Trigger | null {
  // A trigger is short; looking no further keeps a megabyte's line from being searched at every key.
  const from = Math.max(0, column - 100);
  const match = BEFORE_CURSOR.exec(line.slice(from, column));
  const [, backslashes, query] = match ?? [];
  if (match === null || backslashes === undefined || query === undefined) return null;
  if (backslashes.length % 2 === 0) return null;
  const tail = AFTER_CURSOR.exec(line.slice(column, column + 100))?.[0] ?? '';
  return { query, start: from + match.index + backslashes.length - 1, end: column + tail.length };
}

/**
 * The columns of what an equation takes the place of: one of its triggers, half typed, that the cursor is in, as far as
 * it is one; else nothing at the cursor.
 *
 * With the trigger `vae-elbo`, `\vae‸-elbo` gives 0 to 9, `\vae‸x` gives 0 to 4 and `\alpha‸` gives 6 to 6.
 */
export function typedIn(
  line: string,
  column: number,
  triggers: readonly string[],
): { readonly start: number; readonly end: number } {
  const trigger = triggerAt(line, column);
  const begins = (end: number) => {
    const typed = line.slice((trigger?.start ?? 0) + 1, end).toLowerCase();
    return triggers.some((known) => known.startsWith(typed));
  };
  if (trigger === null || !begins(column)) return { start: column, end: column };
  return { start: trigger.start, end: begins(trigger.end) ? trigger.end : column };
}

/** A name as it can be typed after a backslash: `Kullback–Leibler divergence` gives `kullback-leibler-divergence`. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
}
