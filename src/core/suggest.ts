import type { Context } from './context/context';
import type { Equation } from './equation';

/** A row of the completion list. `matched` is what the query is the beginning of: `elbo` of `vae-elbo`. */
export interface Suggestion {
  readonly equation: Equation;
  readonly matched: string;
}

/** What may be typed, with the equations that it is for. */
export interface TriggerIndex {
  /** What begins with a letter or digit. It is gathered when that is first typed, so that making the index is free. */
  keys(first: string): readonly Key[];
  /** All equations, the best known first. */
  all(): readonly Equation[];
}

interface Key extends Suggestion {
  /** Lower is better: the id, a trigger, the start of a later word of either. */
  readonly rank: number;
  /** The place in the trigger list's own order, which keeps the sort stable. */
  readonly order: number;
}

/** Where words begin that begin with the letter: of `vae-elbo` 4 for `e`. */
function wordStarts(trigger: string, first: string): readonly number[] {
  const starts = trigger.startsWith(first) ? [0] : [];
  const word = `-${first}`;
  for (let at = trigger.indexOf(word); at >= 0; at = trigger.indexOf(word, at + 1)) starts.push(at + 1);
  return starts;
}

function keysFrom(equations: readonly Equation[], first: string): readonly Key[] {
  const keys: Key[] = [];
  equations.forEach((equation, order) => {
    equation.triggers.forEach((trigger, t) => {
      for (const at of wordStarts(trigger, first)) {
        const rank = (at === 0 ? 0 : 2) + (t === 0 ? 0 : 1);
        keys.push({ equation, matched: trigger.slice(at), rank, order });
      }
    });
  });
  return keys;
}

function bestKnownFirst(equations: readonly Equation[]): readonly Equation[] {
  return [...equations].sort((a, b) => b.popularity - a.popularity);
}

/** Prepares equations for {@link suggest}: each trigger is filed under each of its words. */
export function indexTriggers(equations: readonly Equation[]): TriggerIndex {
  const kept = new Map<string, readonly Key[]>();
  let all: readonly Equation[] | undefined;
  return {
    keys(first) {
      const keys = kept.get(first) ?? keysFrom(equations, first);
      kept.set(first, keys);
      return keys;
    },
    all() {
      all ??= bestKnownFirst(equations);
      return all;
    },
  };
}

function better(query: string): (a: Key, b: Key) => number {
  const inexact = (key: Key) => (key.matched === query && key.rank < 2 ? 0 : 1);
  return (a, b) =>
    inexact(a) - inexact(b) ||
    a.rank - b.rank ||
    b.equation.popularity - a.equation.popularity ||
    a.matched.length - b.matched.length ||
    a.order - b.order;
}

/**
 * The equations that a query may be the beginning of, best first, each once: an exact trigger, then ids and other
 * triggers that begin with it, then those in which a later word does; among equals the best known.
 *
 * `\elbo‸` offers `vae-elbo`, which has the trigger `elbo`, before `iwae-elbo`, in which it is the second word.
 */
export function suggest(index: TriggerIndex, query: string, most: number): readonly Suggestion[] {
  const wanted = query.toLowerCase();
  if (wanted === '') {
    return index
      .all()
      .slice(0, most)
      .map((equation) => ({ equation, matched: equation.id }));
  }
  const found = new Map<Equation, Key>();
  const compare = better(wanted);
  for (const key of index.keys(wanted.charAt(0))) {
    if (!key.matched.startsWith(wanted)) continue;
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
