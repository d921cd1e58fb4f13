import { proportional } from './compute/proportion';
import { related, type Tolerance } from './compute/relations';
import { definitionOf, type Head, headsOf, kindOfHead } from './definitions';
import { evaluate } from './evaluate';
import type { Expression, Relation } from './expression';
import { Fault, settled } from './fault';
import { type Mark, marksOf } from './marks';
import { parse } from './parse';
import { depthOf, isRelation } from './read/reader';
import { type Definition, type GivenScope, type Lexicon, lexiconOf, Scope } from './scope';
import { type Part, partsOf } from './statements';
import { describe, type Value } from './values';

/** How an equation is held against the values of its cases. */
export interface Holding {
  readonly cases: readonly GivenScope[];
  readonly tolerance: Tolerance;
  readonly broadcast: boolean;
}

/** A statement as it is compared: side by side, from the first that counts. */
export interface Proposition {
  readonly role: Part['role'];
  readonly sides: readonly Expression[];
  readonly relations: readonly Relation[];
  /** Whether the first side is only the letter that a row defines. */
  readonly defines: boolean;
  /** The letter that `\leftarrow` gives a new value. */
  readonly assigns: string | null;
  readonly range: { readonly start: number; readonly end: number };
}

/** An equation that has been read for a lexicon. */
export interface Reading {
  readonly propositions: readonly Proposition[];
  readonly definitions: readonly Definition[];
}

export type Verdict =
  | { readonly kind: 'holds'; readonly compared: number }
  | { readonly kind: 'fails'; readonly reason: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

interface Cut {
  readonly part: Part;
  readonly sides: readonly (readonly Mark[])[];
  readonly relations: readonly Mark[];
}

function cutAtRelations(part: Part): Cut {
  const sides: Mark[][] = [[]];
  const relations: Mark[] = [];
  let depth = 0;
  for (const mark of part.marks) {
    depth += depthOf(mark);
    if (depth === 0 && isRelation(mark.text)) {
      relations.push(mark);
      sides.push([]);
    } else sides.at(-1)?.push(mark);
  }
  return { part, sides: sides.map(withoutComma), relations };
}

function withoutComma(marks: readonly Mark[]): readonly Mark[] {
  return marks.at(-1)?.text === ',' ? marks.slice(0, -1) : marks;
}

const DEFINING = new Set(['=', '\\coloneqq', '\\triangleq', '\\equiv']);

function headsIn({ part, sides, relations }: Cut, lexicon: Lexicon): readonly Head[] {
  const [left] = sides;
  const isDefining = part.role === 'claim' && DEFINING.has(relations[0]?.text ?? '');
  return isDefining && left !== undefined ? headsOf(left, lexicon) : [];
}

/** Reads an equation for what its check gives. Throws a fault where it cannot. */
export function read(latex: string, given: Lexicon): Reading {
  const cuts = partsOf(marksOf(latex)).map(cutAtRelations);
  const lexicon = new Map(given);
  const heads = cuts.map((cut) => headsIn(cut, given));
  for (const head of heads.flat()) lexicon.set(head.fragment, kindOfHead(head));
  const definitions = cuts.flatMap(({ sides }, i) =>
    (heads[i] ?? []).map((head) => definitionOf(head, sides[1] ?? [], lexicon)),
  );
  const stated = cuts.map((cut, i) => proposition(cut, (heads[i] ?? []).length > 0, lexicon));
  return { propositions: stated, definitions };
}

function proposition({ part, sides, relations }: Cut, defines: boolean, lexicon: Lexicon): Proposition {
  const range = { start: part.marks[0]?.outerStart ?? 0, end: part.marks.at(-1)?.outerEnd ?? 0 };
  const said = relations.map(({ text, start, end }) => ({ text, range: { start, end } }));
  const base = { role: part.role, relations: said, defines, range };
  if (part.role === 'declaration') return { ...base, sides: [], assigns: null };
  const assigned = relations[0]?.text === '\\leftarrow' ? keyIn(sides[0]) : null;
  const isNothing = (side: readonly Mark[]) => side.length === 1 && side[0]?.text === '\\dots';
  const read = sides.map((side, i): Expression => {
    const sideRange = { start: side[0]?.outerStart ?? 0, end: side.at(-1)?.outerEnd ?? 0 };
    if (i === 0 && assigned !== null)
      return { kind: 'name', fragment: `${assigned} \\leftarrow`, range: sideRange };
    return isNothing(side) ? { kind: 'dots', range: sideRange } : parse(side, lexicon);
  });
  if (read.length < 2) throw new Fault('unread', 'Not read: a statement without a relation.');
  return { ...base, sides: read, assigns: assigned };
}

const keyIn = (side: readonly Mark[] | undefined) => (side ?? []).map(({ text }) => text).join(' ');

/** Whether an equation holds in every case, with the given symbols. */
export function holds(latex: string, holding: Holding): Verdict {
  const lexicon = settled(() => lexiconOf(holding.cases, evaluate));
  if (lexicon instanceof Fault) return { kind: 'fault', fault: lexicon };
  return holdsFor(latex, lexicon, holding);
}

/** As {@link holds}, for a lexicon that is known. */
export function holdsFor(latex: string, lexicon: Lexicon, holding: Holding): Verdict {
  const verdict = settled(() => compared(read(latex, lexicon), holding));
  return verdict instanceof Fault ? { kind: 'fault', fault: verdict } : verdict;
}

function compared({ propositions, definitions }: Reading, { cases, tolerance, broadcast }: Holding): Verdict {
  const ratios = new Map<string, (readonly [Value, Value])[]>();
  let count = 0;
  for (const [i, given] of cases.entries()) {
    let scope = Scope.of(given, definitions, evaluate, broadcast);
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
