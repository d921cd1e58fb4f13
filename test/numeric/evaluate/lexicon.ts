import { Fault } from './fault';
import { keyOf, type Mark } from './marks';
import type { GivenScope, Scope } from './scope';
import { isFunction, isOperator, isSequence, type Value } from './values';

/** What a reader must know of a fragment to read what follows it. */
export type Kind =
  | { readonly kind: 'number' | 'value' | 'function' | 'defined' }
  | { readonly kind: 'operator'; readonly letters: readonly string[] }
  | { readonly kind: 'sequence'; readonly depth: number; readonly leaf: 'value' | 'function' };

/** The fragments that have a meaning, by key; of those that fit a place, the longest counts. */
export class Lexicon {
  private readonly kinds: Map<string, Kind>;
  private readonly byFirst = new Map<string, (readonly string[])[]>();

  constructor(kinds: Iterable<readonly [key: string, kind: Kind]> = []) {
    this.kinds = new Map(kinds);
    for (const key of this.kinds.keys()) {
      const texts = key.split(' ');
      const first = texts[0] ?? '';
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), texts]);
    }
    for (const alike of this.byFirst.values()) alike.sort((a, b) => b.length - a.length);
  }

  get(key: string): Kind | undefined {
    return this.kinds.get(key);
  }

  has(key: string): boolean {
    return this.kinds.has(key);
  }

  /** This lexicon with further fragments. */
  with(more: readonly (readonly [key: string, kind: Kind])[]): Lexicon {
    return more.length === 0 ? this : new Lexicon([...this.kinds, ...more]);
  }

  /** The longest fragment that begins at a mark, as how many marks it takes; 0 if there is none. */
  match(marks: readonly Mark[], at: number): number {
    const alike = this.byFirst.get(marks[at]?.text ?? '');
    const longest = alike?.find((texts) => texts.every((text, i) => marks[at + i]?.text === text));
    return longest?.length ?? 0;
  }
}

function kindOf(value: Value): Kind {
  if (isFunction(value)) return { kind: 'function' };
  if (isOperator(value)) return { kind: 'operator', letters: value.letters.map(keyOf) };
  if (isSequence(value)) return { kind: 'sequence', depth: value.depth, leaf: value.leaf };
  return { kind: typeof value === 'number' ? 'number' : 'value' };
}

/** A number in one case may be a matrix in another; other kinds are read differently. */
function joined(fragment: string, left: Kind, right: Kind): Kind {
  const isValue = ({ kind }: Kind) => kind === 'number' || kind === 'value';
  if (left.kind === right.kind) return left;
  if (isValue(left) && isValue(right)) return { kind: 'value' };
  throw new Fault('unknown', `${fragment} is a ${left.kind} in one case and a ${right.kind} in another.`);
}

/** What the scopes of all cases say of each fragment, and the letters that their operators bind. */
export function lexiconOf(cases: readonly GivenScope[], scopes: readonly Scope[]): Lexicon {
  const kinds = new Map<string, Kind>();
  const letters: string[] = [];
  for (const [i, given] of cases.entries()) {
    for (const fragment of Object.keys(given)) {
      const key = keyOf(fragment);
      const value = scopes[i]?.value(key) ?? null;
      if (value === null) continue;
      const known = kinds.get(key);
      kinds.set(key, known === undefined ? kindOf(value) : joined(fragment, known, kindOf(value)));
      if (isOperator(value)) letters.push(...value.letters.map(keyOf));
    }
  }
  // A letter of several marks, such as `w_{i}`, is read as one where an operator binds it.
  for (const letter of letters) {
    if (letter.includes(' ') && !kinds.has(letter)) kinds.set(letter, { kind: 'value' });
  }
  return new Lexicon(kinds);
}
