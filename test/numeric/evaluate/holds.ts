import { proportional } from './compute/proportion';
import { apart, related, type Tolerance } from './compute/relations';
import { evaluate } from './evaluate';
import type { Expression } from './expression';
import { Fault, settled } from './fault';
import { type Lexicon, lexiconOf } from './lexicon';
import { marksOf } from './marks';
import { type Reading, read } from './reading';
import { type GivenScope, Scope } from './scope';
import { describe, type Value } from './values';

/** How an equation is held against the values of its cases. */
export interface Holding {
  readonly cases: readonly GivenScope[];
  readonly tolerance: Tolerance;
  readonly broadcast: boolean;
}

export type Verdict =
  | {
      readonly kind: 'holds';
      /** Where a bound is attained: case, statement and relation. */
      readonly equalities: readonly string[];
    }
  | { readonly kind: 'fails'; readonly reason: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** The cases of a check, ready to hold equations against. */
export interface Prepared {
  readonly lexicon: Lexicon;
  readonly scopes: readonly Scope[];
}

/** Prepares the cases of a check; a fault where they contradict each other. */
export function prepare({ cases, broadcast }: Pick<Holding, 'cases' | 'broadcast'>): Prepared | Fault {
  return settled(() => {
    const scopes = cases.map((given) => Scope.of(given, evaluate, broadcast));
    return { lexicon: lexiconOf(cases, scopes), scopes };
  });
}

/**
 * Whether an equation holds in every case, with the given symbols.
 *
 * `holds('a = b + 1', { cases: [{ a: 3, b: 2 }], … })` holds.
 */
export function holds(latex: string, holding: Holding): Verdict {
  const prepared = prepare(holding);
  if (prepared instanceof Fault) return { kind: 'fault', fault: prepared };
  const reading = settled(() => read(marksOf(latex), prepared.lexicon));
  if (reading instanceof Fault) return { kind: 'fault', fault: reading };
  return verdictOn(reading, prepared, holding.tolerance);
}

/** As {@link holds}, for an equation that has been read, and cases that are prepared. */
export function verdictOn(reading: Reading, { scopes }: Prepared, tolerance: Tolerance): Verdict {
  const verdict = settled(() => compared(reading, scopes, tolerance));
  return verdict instanceof Fault ? { kind: 'fault', fault: verdict } : verdict;
}

/** Two values that a statement relates, in a case. */
interface Comparison {
  /** The statement and the relation in it, the same in every case. */
  readonly place: string;
  readonly relation: string;
  readonly left: Value;
  readonly right: Value;
}

function compared(reading: Reading, scopes: readonly Scope[], tolerance: Tolerance): Verdict {
  const all: Comparison[] = [];
  const equalities: string[] = [];
  for (const [i, scope] of scopes.entries()) {
    for (const comparison of comparisonsIn(reading, scope)) {
      const { place, relation, left, right } = comparison;
      all.push(comparison);
      if (relation === '\\propto') continue;
      if (!related(relation, left, right, tolerance)) {
        const reason = `case ${i + 1}: ${describe(left)} ${relation} ${describe(right)} does not hold`;
        return { kind: 'fails', reason };
      }
      if (BOUNDS.has(relation) && apart(left, right) <= tolerance.equal) equalities.push(`${i} ${place}`);
    }
  }
  if (!areProportional(all, tolerance.equal)) {
    return { kind: 'fails', reason: 'the sides are not in one ratio in all cases' };
  }
  if (all.length > 0) return { kind: 'holds', equalities };
  throw new Fault(
    'unknown',
    'Nothing is compared: every left side is defined by its own row. Give a value for one.',
  );
}

const BOUNDS = new Set(['\\leq', '\\geq']);

function areProportional(comparisons: readonly Comparison[], tolerance: number): boolean {
  const pairs = comparisons.filter(({ relation }) => relation === '\\propto');
  return [...new Set(pairs.map(({ place }) => place))].every((place) =>
    proportional(
      pairs.filter((pair) => pair.place === place).map(({ left, right }) => [left, right]),
      tolerance,
    ),
  );
}

/** What the statements of an equation compare in a case; an assignment changes the scope of those after it. */
function* comparisonsIn({ propositions, definitions }: Reading, given: Scope): Generator<Comparison> {
  let scope = given.defining(definitions);
  for (const [i, { role, sides, relations, defines, assigns }] of propositions.entries()) {
    if (role === 'declaration') continue;
    const isDefined =
      defines !== null || (assigns !== null && scope.value(`${assigns} \\leftarrow`) === null);
    if (isDefined && assigns === null && sides.length === 2) {
      if (defines === 'letter') mustHaveValue(sides[1], scope);
      continue;
    }
    let left: Value | null = null;
    for (const [j, side] of sides.entries()) {
      if ((isDefined && j === 0) || side.kind === 'dots') continue;
      const right = scope.evaluate(side, scope);
      if (left !== null) yield { place: `${i} ${j}`, relation: relations[j - 1]?.text ?? '', left, right };
      left = right;
    }
    if (assigns !== null && left !== null) scope = scope.watching(assigns, left, () => 0);
  }
}

/** A row that only defines its letter has a value too; but for every index, there may be none to evaluate it for. */
function mustHaveValue(side: Expression | undefined, scope: Scope): void {
  if (side === undefined || side.kind === 'dots') return;
  const value = settled(() => scope.evaluate(side, scope));
  if (value instanceof Fault && value.kind !== 'unknown') throw value;
}
