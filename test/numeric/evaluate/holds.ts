import { proportional } from './compute/proportion';
import { related, type Tolerance } from './compute/relations';
import { evaluate } from './evaluate';
import { Fault, settled } from './fault';
import { type Lexicon, lexiconOf } from './lexicon';
import { marksOf } from './marks';
import { type Proposition, type Reading, read } from './reading';
import { type GivenScope, Scope } from './scope';
import { describe, type Value } from './values';

/** How an equation is held against the values of its cases. */
export interface Holding {
  readonly cases: readonly GivenScope[];
  readonly tolerance: Tolerance;
  readonly broadcast: boolean;
}

export type Verdict =
  | { readonly kind: 'holds'; readonly compared: number }
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
 * `holds('a = b + 1', { cases: [{ a: 3, b: 2 }], … })` holds, and compares one pair.
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

function compared(
  { propositions, definitions }: Reading,
  scopes: readonly Scope[],
  tolerance: Tolerance,
): Verdict {
  const ratios = new Map<string, (readonly [Value, Value])[]>();
  let count = 0;
  for (const [i, given] of scopes.entries()) {
    let scope = given.defining(definitions);
    for (const [j, said] of propositions.entries()) {
      if (said.role === 'declaration') continue;
      const result = statementHolds(said, scope, tolerance, (pair, k) => {
        const key = `${j} ${k}`;
        ratios.set(key, [...(ratios.get(key) ?? []), pair]);
      });
      if (typeof result === 'string') return { kind: 'fails', reason: `case ${i + 1}: ${result}` };
      if (said.role === 'claim') count += result.compared;
      if (said.assigns !== null && result.last !== null)
        scope = scope.watching(said.assigns, result.last, () => 0);
    }
  }
  for (const pairs of ratios.values()) {
    if (!proportional(pairs, tolerance.equal))
      return { kind: 'fails', reason: 'the sides are not in one ratio in all cases' };
  }
  if (count === 0)
    throw new Fault(
      'unknown',
      'Nothing is compared: every left side is defined by its own row. Give a value for one.',
    );
  return { kind: 'holds', compared: count };
}

interface Held {
  readonly compared: number;
  readonly last: Value | null;
}

/** What a statement compares, or in words which relation of it fails. */
function statementHolds(
  { sides, relations, defines, assigns }: Proposition,
  scope: Scope,
  tolerance: Tolerance,
  ratio: (pair: readonly [Value, Value], relation: number) => void,
): string | Held {
  const skipped = defines || (assigns !== null && scope.value(`${assigns} \\leftarrow`) === null) ? 1 : 0;
  let left: Value | null = null;
  let count = 0;
  for (const [i, side] of sides.entries()) {
    if (i < skipped || side.kind === 'dots') continue;
    const right = scope.evaluate(side, scope);
    const relation = relations[i - 1]?.text ?? '';
    if (left !== null) {
      count++;
      if (relation === '\\propto') ratio([left, right], i);
      else if (!related(relation, left, right, tolerance)) {
        return `${describe(left)} ${relation} ${describe(right)} does not hold`;
      }
    }
    left = right;
  }
  return { compared: count, last: left };
}
