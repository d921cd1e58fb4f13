import type { Expression } from './expression';
import { Fault } from './fault';
import { keyOf, type Mark } from './marks';
import {
  type Given,
  isComputed,
  isFunction,
  isOperator,
  isSequence,
  type Plain,
  toPlain,
  toValue,
  type Value,
} from './values';

/** What a reader must know of a fragment to read what follows it. */
export type Kind =
  | { readonly kind: 'number' | 'value' | 'function' | 'operator' | 'computed' }
  | { readonly kind: 'sequence'; readonly depth: number; readonly leaf: 'value' | 'function' };

/** The fragments that have a meaning, by key. */
export type Lexicon = ReadonlyMap<string, Kind>;

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

/** The values of fragments at a place of an equation, with what evaluates it there. */
export class Scope {
  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly outer: Scope | null,
    readonly evaluate: Evaluate,
    /** Whether numbers and vectors may be added to matrices entry by entry. */
    readonly broadcast: boolean,
    /** How many scopes and definitions this one stands in. */
    readonly depth: number,
  ) {}

  static of(
    given: GivenScope,
    definitions: readonly Definition[],
    evaluate: Evaluate,
    broadcast: boolean,
  ): Scope {
    const entries = new Map<string, Entry>();
    for (const definition of definitions)
      entries.set(definition.fragment, { kind: 'definition', definition });
    for (const [fragment, value] of Object.entries(given)) {
      entries.set(
        keyOf(fragment),
        isComputed(value) ? value : { kind: 'value', value: toValue(value), bound: false },
      );
    }
    return new Scope(entries, null, evaluate, broadcast, 0);
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
    return new Scope(new Map([[fragment, entry]]), this, this.evaluate, this.broadcast, this.depth + 1);
  }

  /** The same scope inside a definition. */
  deeper(): Scope {
    return new Scope(new Map(), this, this.evaluate, this.broadcast, this.depth + 1);
  }

  private entry(fragment: string): Entry | undefined {
    return this.entries.get(fragment) ?? this.outer?.entry(fragment);
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
    if (entry.kind === 'computed') return toValue(entry.of((wanted) => this.plain(keyOf(wanted))));
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
    if (!fragment.includes(' ')) return;
    for (const letter of this.boundLetters()) {
      if (fragment !== letter && ` ${fragment} `.includes(` ${letter} `)) {
        throw new Fault(
          'unknown',
          `${fragment} is given as a whole, but ${letter} in it is bound here. Give a sequence or a function.`,
        );
      }
    }
  }

  private boundLetters(): readonly string[] {
    if (this.outer === null) return [];
    const own = [...this.entries].flatMap(([letter, entry]) =>
      entry.kind === 'value' && entry.bound ? [letter] : [],
    );
    return [...own, ...this.outer.boundLetters()];
  }
}

function kindOf(value: Value): Kind {
  if (isFunction(value) || isOperator(value)) return { kind: value.kind };
  if (isSequence(value)) return { kind: 'sequence', depth: value.depth, leaf: value.leaf };
  return { kind: typeof value === 'number' ? 'number' : 'value' };
}

/** What the scopes of all cases say of each fragment, and the letters that their operators bind. */
export function lexiconOf(scopes: readonly GivenScope[], evaluate: Evaluate): Map<string, Kind> {
  const lexicon = new Map<string, Kind>();
  for (const given of scopes) {
    const scope = Scope.of(given, [], evaluate, true);
    for (const fragment of Object.keys(given)) {
      const key = keyOf(fragment);
      const value = scope.value(key);
      if (value === null) continue;
      const kind = kindOf(value);
      const known = lexicon.get(key);
      const kinds = [known?.kind, kind.kind].map((each) => (each === 'number' ? 'value' : each));
      if (known !== undefined && kinds[0] !== kinds[1]) {
        throw new Fault(
          'unknown',
          `${fragment} is a ${known.kind} in one case and a ${kind.kind} in another.`,
        );
      }
      lexicon.set(key, known?.kind === 'value' ? known : kind);
      if (!isOperator(value)) continue;
      for (const letter of value.letters.map(keyOf)) {
        if (letter.includes(' ') && !lexicon.has(letter)) lexicon.set(letter, { kind: 'value' });
      }
    }
  }
  return lexicon;
}

/** The longest fragment of the lexicon that begins at a mark, as how many marks it takes. */
export function longestMatch(lexicon: Lexicon, marks: readonly Mark[], at: number): number {
  let key = '';
  let longest = 0;
  const end = Math.min(marks.length, at + 60);
  for (let i = at; i < end; i++) {
    key = i === at ? (marks[i]?.text ?? '') : `${key} ${marks[i]?.text ?? ''}`;
    if (lexicon.has(key)) longest = i - at + 1;
  }
  return longest;
}
