import { definitionOf, type Head, headsOf, kindOfHead } from './definitions';
import type { Expression, Relation } from './expression';
import { Fault } from './fault';
import type { Lexicon } from './lexicon';
import type { Mark } from './marks';
import { parse } from './parse';
import { depthOf, isRelation } from './read/reader';
import type { Definition } from './scope';
import { type Part, partsOf } from './statements';

/** A statement as it is compared: side by side, from the first that counts. */
export interface Proposition {
  readonly role: Part['role'];
  readonly sides: readonly Expression[];
  readonly relations: readonly Relation[];
  /** What the first side is, if it is only the letter or the function that a row defines. */
  readonly defines: 'letter' | 'function' | null;
  /** The letter that `\leftarrow` gives a new value. */
  readonly assigns: string | null;
  readonly range: { readonly start: number; readonly end: number };
}

/** An equation that has been read for a lexicon. */
export interface Reading {
  readonly propositions: readonly Proposition[];
  readonly definitions: readonly Definition[];
}

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
export function read(marks: readonly Mark[], given: Lexicon): Reading {
  const cuts = partsOf(marks).map(cutAtRelations);
  const heads = cuts.map((cut) => headsIn(cut, given));
  const lexicon = given.with(heads.flat().map((head) => [head.fragment, kindOfHead(head)]));
  const definitions = cuts.flatMap(({ sides }, i) =>
    (heads[i] ?? []).map((head) => definitionOf(head, sides[1] ?? [], lexicon)),
  );
  const stated = cuts.map((cut, i) => proposition(cut, definedBy(heads[i] ?? []), lexicon));
  return { propositions: stated, definitions };
}

function definedBy(heads: readonly Head[]): Proposition['defines'] {
  if (heads.length === 0) return null;
  return heads.some(({ parameters }) => parameters !== null) ? 'function' : 'letter';
}

function proposition(
  { part, sides, relations }: Cut,
  defines: Proposition['defines'],
  lexicon: Lexicon,
): Proposition {
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
