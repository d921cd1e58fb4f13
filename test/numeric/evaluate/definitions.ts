import { builtin } from './compute/functions';
import type { Kind, Lexicon } from './lexicon';
import type { Mark } from './marks';
import { parse } from './parse';
import { depthOf } from './read/reader';
import type { Definition } from './scope';

/** The left side of a row that gives a letter its value, before the right side is read. */
export interface Head {
  readonly fragment: string;
  readonly indices: readonly string[];
  readonly parameters: readonly string[] | null;
  readonly element: number | null;
}

const keyOfMarks = (marks: readonly Mark[]) => marks.map(({ text }) => text).join(' ');

/** Whether a letter may stand for any index or argument; words and fragments with a value may not. */
function isLetter(mark: Mark): boolean {
  return mark.kind === 'name' && !/^\\(?:mathrm|operatorname|text|mathcal|mathbb)/.test(mark.text);
}

/** `\mathbf{z}`, `z'`, one after another with commas between them; null for anything else. */
function lettersOf(marks: readonly Mark[]): readonly string[] | null {
  const letters: string[] = [];
  for (const mark of marks) {
    const last = letters.pop();
    if (last !== undefined) letters.push(mark.text === "'" ? `${last} '` : last);
    if (mark.text === "'" || mark.text === ',' || mark.text === ';') continue;
    if (!isLetter(mark)) return null;
    letters.push(mark.text);
  }
  return letters;
}

/** Splits a left side into its letter, its subscript, and its arguments; null where it has another form. */
function anatomy(marks: readonly Mark[]) {
  let at = 1;
  while (marks[at]?.text === "'") at++;
  const nucleus = marks.slice(0, at);
  if (nucleus[0]?.kind !== 'name') return null;
  let subscript: readonly Mark[] = [];
  if (marks[at]?.text === '_') {
    const end = endOf(marks, at + 1);
    const inside = marks[at + 1]?.text === '{' ? marks.slice(at + 2, end - 1) : marks.slice(at + 1, end);
    subscript = inside;
    at = end;
  }
  const rest = marks.slice(at);
  if (rest.length === 0) return { nucleus, subscript, parameters: null };
  if (rest[0]?.text !== '(' || endOf(rest, 0) !== rest.length) return null;
  return { nucleus, subscript, parameters: rest.slice(1, -1) };
}

function endOf(marks: readonly Mark[], open: number): number {
  let depth = 0;
  for (let i = open; i < marks.length; i++) {
    depth += depthOf(marks[i]);
    if (depth === 0) return i + 1;
  }
  return marks.length;
}

/**
 * What the left side of a row defines: `e_{ij}` for every index, `f(\mathbf{z})` for every argument, another letter as a
 * whole. Nothing where the check gives a value for the letter: then the row is compared.
 */
export function headsOf(left: readonly Mark[], lexicon: Lexicon): readonly Head[] {
  if (left[0]?.text === '(' && endOf(left, 0) === left.length) {
    const parts = cut(left.slice(1, -1));
    const heads = parts.flatMap((part, i) =>
      headsOf(part, lexicon).map((head) => ({ ...head, element: i + 1 })),
    );
    return heads.length === parts.length && parts.length > 1 ? heads : [];
  }
  // A given fragment at the start, with a power or an index after it, has a value too.
  const known = lexicon.match(left, 0);
  if (known === left.length || known > 1) return [];
  const parts = anatomy(left);
  if (parts === null) return wholeHead(left, lexicon);
  const { nucleus, subscript, parameters } = parts;
  const fragment = keyOfMarks(nucleus);
  const indices = lettersOf(subscript);
  if (isIndexable(lexicon.get(fragment))) return [];
  // Functions that mean the same everywhere are compared, and so are derivatives of functions that are given.
  const letter = nucleus[0]?.text ?? '';
  if (builtin(letter) !== null || (nucleus.length > 1 && lexicon.has(letter))) return [];
  // With a number or a function of the same letter, `p_{t}` is a letter of its own.
  if (lexicon.has(fragment))
    return parameters === null && subscript.length > 0 ? wholeHead(left, lexicon) : [];
  if (parameters === null && indices === null) return wholeHead(left, lexicon);
  const names = parameters === null ? null : lettersOf(parameters);
  if (parameters !== null && (names === null || indices === null)) return [];
  return [{ fragment, indices: indices ?? [], parameters: names, element: null }];
}

/** Whether a letter’s value has indices, so that a subscript asks for an element. */
function isIndexable(kind: Kind | undefined): boolean {
  return kind?.kind === 'sequence' || kind?.kind === 'value' || kind?.kind === 'operator';
}

/** A letter with scripts that are part of its name: `\sigma_{\mathcal{B}}^{2}`. */
function wholeHead(left: readonly Mark[], lexicon: Lexicon): readonly Head[] {
  let at = 1;
  while (at < left.length && (left[at]?.text === "'" || left[at]?.text === '_' || left[at]?.text === '^')) {
    at = left[at]?.text === "'" ? at + 1 : endOf(left, at + 1);
  }
  const [letter] = left;
  const isTransposed = left.at(-1)?.text === '\\top';
  if (letter?.kind !== 'name' || at !== left.length || isTransposed) return [];
  // With a value for the letter, a power is compared; only another subscript makes another letter.
  const isOther = left.some(({ text }) => text === '_') && left.every(({ text }) => text !== '^');
  if (isIndexable(lexicon.get(letter.text)) || (lexicon.has(letter.text) && !isOther)) return [];
  return [{ fragment: keyOfMarks(left), indices: [], parameters: null, element: null }];
}

function cut(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const parts: Mark[][] = [[]];
  let depth = 0;
  for (const mark of marks) {
    depth += depthOf(mark);
    if (depth === 0 && mark.text === ',') parts.push([]);
    else parts.at(-1)?.push(mark);
  }
  return parts;
}

/** How a reader sees what a head defines. */
export function kindOfHead({ parameters, indices }: Head): Kind {
  if (indices.length > 0) {
    return { kind: 'sequence', depth: indices.length, leaf: parameters === null ? 'value' : 'function' };
  }
  return { kind: parameters === null ? 'defined' : 'function' };
}

/** The definition that a head makes of the right side of its row. */
export function definitionOf(head: Head, right: readonly Mark[], lexicon: Lexicon): Definition {
  return { ...head, body: parse(right, lexicon) };
}
