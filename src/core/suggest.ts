import type { Context } from './context/context';
import type { Equation } from './equation';

/** A row of the completion list. `matched` is what the query is the beginning of: `elbo` of `vae-elbo`. */
export interface Suggestion {
  readonly equation: Equation;
  readonly matched: string;
}

/** What may be typed, sorted, with the equation that it is for. */
export interface TriggerIndex {
  readonly keys: readonly Key[];
  /** All equations; those that are known by a short name come first. */
  readonly equations: readonly Equation[];
}

interface Key extends Suggestion {
  /** Lower is better: the id, a trigger, the start of a later word of either. */
  readonly rank: number;
  /** The place in the trigger list's own order, which keeps the sort stable. */
  readonly order: number;
}

const WORD_START = /(?:^|-)(?=[a-z0-9])/g;

function keysOf(equation: Equation, order: number): Key[] {
  return equation.triggers.flatMap((trigger, t) =>
    [...trigger.matchAll(WORD_START)].map((match): Key => {
      const at = match.index + match[0].length;
      const rank = (at === 0 ? 0 : 2) + (t === 0 ? 0 : 1);
      return { equation, matched: trigger.slice(at), rank, order };
    }),
  );
}

/** Prepares equations for {@link suggest}: each trigger is filed under each of its words. */
export function indexTriggers(equations: readonly Equation[]): TriggerIndex {
  const keys = equations.flatMap(keysOf);
  keys.sort((a, b) => (a.matched < b.matched ? -1 : a.matched > b.matched ? 1 : a.rank - b.rank));
  const isShort = (equation: Equation) => equation.triggers.some((trigger) => !trigger.includes('-'));
  const known = equations.filter(isShort);
  return { keys, equations: [...known, ...equations.filter((equation) => !isShort(equation))] };
}

function firstKeyFrom(keys: readonly Key[], query: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.matched ?? '') < query) low = middle + 1;
    else high = middle;
  }
  return low;
}

function better(query: string): (a: Key, b: Key) => number {
  const inexact = (key: Key) => (key.matched === query && key.rank < 2 ? 0 : 1);
  return (a, b) =>
    inexact(a) - inexact(b) || a.rank - b.rank || a.matched.length - b.matched.length || a.order - b.order;
}

/**
 * The equations that a query may be the beginning of, best first, each once: an exact trigger, then ids and other
 * triggers that begin with it, then those in which a later word does.
 *
 * `\elbo‸` offers `vae-elbo`, which has the trigger `elbo`, before `iwae-elbo`, in which it is the second word.
 */
export function suggest(index: TriggerIndex, query: string, most: number): readonly Suggestion[] {
  const wanted = query.toLowerCase();
  if (wanted === '') {
    return index.equations.slice(0, most).map((equation) => ({ equation, matched: equation.id }));
  }
  const found = new Map<Equation, Key>();
  const compare = better(wanted);
  for (let i = firstKeyFrom(index.keys, wanted); i < index.keys.length; i++) {
    const key = index.keys[i];
    if (key === undefined || !key.matched.startsWith(wanted)) break;
    const kept = found.get(key.equation);
    if (kept === undefined || compare(key, kept) < 0) found.set(key.equation, key);
  }
  return [...found.values()].sort(compare).slice(0, most);
}

/**
 * Whether equations are of use there: not in comments, code and the like, nor before `\begin{document}`.
 *
 * `$\vae‸$` is offered them, `% \vae‸` is not.
 */
export function isOffered({ mode, preamble }: Context): boolean {
  switch (mode) {
    case 'text':
      return !preamble;
    case 'inline':
    case 'display':
    case 'textInMath':
      return true;
    case 'comment':
    case 'verbatim':
    case 'code':
    case 'frontmatter':
    case 'html':
      return false;
  }
}
