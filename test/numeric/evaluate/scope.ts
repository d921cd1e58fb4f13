import type { Expression } from './expression';
import { Fault, guarded } from './fault';
import { keyOf } from './marks';
import { type Given, isComputed, isOperator, type Plain, toPlain, toValue, type Value } from './values';

/** What a check gives: values by LaTeX fragments. */
export type GivenScope = Readonly<Record<string, Given>>;

/** A row that gives a letter its value: `m = \frac{1}{2} (p + q)`, `e_{ij} = …`, `f(\mathbf{z}) = …`. */
export interface Definition {
  readonly fragment: string;
  readonly indices: readonly string[];
  readonly parameters: readonly string[] | null;
  /** The element of the tuple that the row defines, from 1; null for the whole. */
  readonly element: number | null;
  readonly body: Expression;
}

export type Evaluate = (expression: Expression, scope: Scope) => Value;

type Entry =
  | { readonly kind: 'value'; readonly value: Value; readonly bound: boolean; saw?(): void }
  | { readonly kind: 'computed'; of(get: (fragment: string) => Plain): Given }
  | { readonly kind: 'definition'; readonly definition: Definition };

/** How deep definitions may call each other, and how often in one case. */
const DEEPEST = 400;
const MOST_DEFINITIONS = 50_000;

/** What a scope adds to the one around it: one letter, as most do, or a whole case. */
type Entries = ReadonlyMap<string, Entry> | { readonly fragment: string; readonly entry: Entry } | null;

/** The values of fragments at a place of an equation, with what evaluates it there. */
export class Scope {
  private constructor(
    private readonly entries: Entries,
    private readonly outer: Scope | null,
    readonly evaluate: Evaluate,
    /** Whether numbers and vectors may be added to matrices entry by entry. */
    readonly broadcast: boolean,
    /** How many scopes and definitions this one stands in. */
    readonly depth: number,
    private readonly budget: { left: number },
  ) {}

  /** The scope of what a check gives. */
  static of(given: GivenScope, evaluate: Evaluate, broadcast: boolean): Scope {
    const entries = Object.entries(given).map(([fragment, value]): readonly [string, Entry] => [
      keyOf(fragment),
      isComputed(value) ? value : { kind: 'value', value: toValue(value), bound: false },
    ]);
    return new Scope(new Map(entries), null, evaluate, broadcast, 0, { left: MOST_DEFINITIONS });
  }

  /** This scope with the letters that rows define. */
  defining(definitions: readonly Definition[]): Scope {
    const entries = definitions.map((definition): readonly [string, Entry] => [
      definition.fragment,
      { kind: 'definition', definition },
    ]);
    return new Scope(new Map(entries), this, this.evaluate, this.broadcast, 0, { left: MOST_DEFINITIONS });
  }

  /** This scope with a letter bound to a value. */
  binding(fragment: string, value: Value): Scope {
    return this.extended(fragment, { kind: 'value', value, bound: true });
  }

  /** This scope with another value for a fragment; `saw` is called when it is looked up. */
  watching(fragment: string, value: Value, saw: () => void): Scope {
    return this.extended(fragment, { kind: 'value', value, bound: false, saw });
  }

  private extended(fragment: string, entry: Entry): Scope {
    return new Scope({ fragment, entry }, this, this.evaluate, this.broadcast, this.depth + 1, this.budget);
  }

  /** The same scope inside a definition. A definition that calls itself without end is stopped. */
  deeper(): Scope {
    if (this.depth > DEEPEST || this.budget.left-- <= 0) {
      throw new Fault('domain', 'A definition that calls itself without end.');
    }
    return new Scope(null, this, this.evaluate, this.broadcast, this.depth + 1, this.budget);
  }

  private entry(fragment: string): Entry | undefined {
    for (let scope: Scope | null = this; scope !== null; scope = scope.outer) {
      const { entries } = scope;
      if (entries instanceof Map) {
        const entry: Entry | undefined = entries.get(fragment);
        if (entry !== undefined) return entry;
      } else if (entries !== null && 'entry' in entries && entries.fragment === fragment)
        return entries.entry;
    }
    return undefined;
  }

  /** The definition that a fragment has, if a row defines it. */
  definition(fragment: string): Definition | null {
    const entry = this.entry(fragment);
    return entry?.kind === 'definition' ? entry.definition : null;
  }

  /** The value of a fragment by its key; null where it has none. */
  value(fragment: string): Value | null {
    const entry = this.entry(fragment);
    if (entry === undefined || entry.kind === 'definition') return null;
    if (entry.kind === 'computed')
      return toValue(guarded(() => entry.of((wanted) => this.plain(keyOf(wanted)))));
    entry.saw?.();
    if (!entry.bound && !isOperator(entry.value)) this.refuseBoundLetterIn(fragment);
    return entry.value;
  }

  private plain(fragment: string): Plain {
    const value = this.value(fragment);
    if (value === null) throw new Fault('unknown', `There is no value for ${fragment}.`);
    return toPlain(value);
  }

  /** A fragment given as a whole cannot follow a letter in it that a sum or an expectation binds. */
  private refuseBoundLetterIn(fragment: string): void {
    const start = fragment.indexOf(' ');
    if (start === -1) return;
    // The first mark is the letter’s own name: `\\theta^{(t)}` is another letter than `\\theta`.
    const scripts = `${fragment.slice(start)} `;
    for (let scope: Scope | null = this; scope !== null; scope = scope.outer) {
      const letter = scope.boundLetter();
      if (letter === null || fragment === letter || !scripts.includes(` ${letter} `)) continue;
      throw new Fault(
        'unknown',
        `${fragment} is given as a whole, but ${letter} in it is bound here. Give a sequence or a function.`,
      );
    }
  }

  /** The letter that this scope binds, apart from those around it. */
  private boundLetter(): string | null {
    if (this.entries === null || !('entry' in this.entries)) return null;
    const { fragment, entry } = this.entries;
    return entry.kind === 'value' && entry.bound ? fragment : null;
  }
}
