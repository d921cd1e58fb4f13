import type { StatementRole } from './expression';
import { Fault } from './fault';
import type { Mark } from './marks';
import { depthOf, isRelation } from './read/reader';

/** The marks of one statement, and what the words before it say of it. */
export interface Part {
  readonly marks: readonly Mark[];
  readonly role: StatementRole;
}

const ROWS = /^\\(?:begin|end)\{(?:aligned|gathered|split|array|align|gather)\*?\}$/;

/** Rows of `aligned`; a row that begins with a relation or an operator goes on with the one before. */
function rowsOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const first = marks[0];
  if (first?.kind !== 'begin' || !ROWS.test(first.text)) return [marks];
  if (marks.at(-1)?.text !== first.text.replace('\\begin', '\\end')) {
    throw new Fault('unread', 'Not read: rows that are only a part of the equation.');
  }
  const rows: Mark[][] = [];
  for (const raw of split(marks.slice(1, -1), (mark) => mark.text === '\\\\')) {
    const aligned = raw[0]?.text === '&';
    const row = withoutLayout(raw);
    while (row[0]?.text === '\\quad') row.shift();
    const begins = row[0]?.text ?? '';
    const goesOn =
      isRelation(begins) || (aligned && /^(?:[+-]|\\(?:cdot|times|odot|underbrace))$/.test(begins));
    const last = rows.at(-1);
    if (goesOn && last !== undefined) last.push(...row);
    else if (row.length > 0) rows.push(row);
  }
  return rows;
}

/** Takes `&` and `\\\\` out of a row, also where a parenthesis reaches over two lines, but not out of a matrix. */
function withoutLayout(row: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let environments = 0;
  let fresh = false;
  for (const mark of row) {
    if (mark.kind === 'begin') environments++;
    if (mark.kind === 'end') environments--;
    const isLayout = environments === 0 && (mark.text === '&' || mark.text === '\\\\');
    const isIndent: boolean = fresh && mark.text === '\\quad';
    if (!isLayout && !isIndent) kept.push(mark);
    fresh = isLayout || isIndent;
  }
  return kept;
}

function split(marks: readonly Mark[], at: (mark: Mark) => boolean): readonly (readonly Mark[])[] {
  const parts: Mark[][] = [[]];
  let depth = 0;
  for (const mark of marks) {
    depth += depthOf(mark);
    if (depth === 0 && at(mark)) parts.push([]);
    else parts.at(-1)?.push(mark);
  }
  return parts;
}

const JOINING = /^\\text\{(?:where|with|and|so that|for which|i\.e\.|or)\}$/;
const CONDITION =
  /^\\text\{(?:if|for|forall|forevery|when|whenever|subjectto|s\.t\.|suchthat|forall|foreach|as)\}$/;

/** The statements of an equation: its rows, cut at commas, wide spaces and words. */
export function partsOf(marks: readonly Mark[]): readonly Part[] {
  return rowsOf(marks).flatMap((row) => partsOfRow(row));
}

function partsOfRow(row: readonly Mark[]): readonly Part[] {
  const parts: { marks: Mark[]; isCondition: boolean }[] = [];
  for (const { marks, comma, isApart, isCondition } of piecesOf(row)) {
    const last = parts.at(-1);
    // A list before a relation is its subject, one after it belongs to its last side.
    const isOwn = isApart || (hasRelation(marks) && hasRelation(last?.marks ?? []));
    if (last === undefined || isOwn) parts.push({ marks: [...marks], isCondition });
    else if (comma !== null) last.marks.push(comma, ...marks);
    else throw new Fault('unread', 'Not read: a value beside an equation.');
  }
  return parts.map(({ marks, isCondition }, i) => ({ marks, role: roleOf(marks, isCondition, i) }));
}

/** What stands between commas, wide spaces and words. */
interface Piece {
  readonly marks: readonly Mark[];
  /** The comma before it. */
  readonly comma: Mark | null;
  /** Whether a wide space or a word stands before it. */
  readonly isApart: boolean;
  /** Whether a word before it makes it a condition: “for”, “subject to”. */
  readonly isCondition: boolean;
}

function piecesOf(row: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let marks: Mark[] = [];
  let said: Omit<Piece, 'marks'> = { comma: null, isApart: false, isCondition: false };
  let depth = 0;
  for (const [i, mark] of row.entries()) {
    depth += depthOf(mark);
    const cut = depth === 0 ? cutAt(mark, row[i - 1]) : null;
    if (cut === null) {
      if (depth > 0 || mark.text !== '.') marks.push(mark);
      continue;
    }
    const isEmpty = marks.length === 0;
    if (!isEmpty) pieces.push({ marks, ...said });
    marks = [];
    said = {
      comma: cut.comma ?? (isEmpty ? said.comma : null),
      isApart: cut.isApart || (isEmpty && said.isApart),
      isCondition: cut.isCondition || (isEmpty && said.isCondition),
    };
  }
  return marks.length === 0 ? pieces : [...pieces, { marks, ...said }];
}

/** What a comma, a wide space or a word says of the piece after it; null for another mark. */
function cutAt(mark: Mark, before: Mark | undefined): Omit<Piece, 'marks'> | null {
  if (mark.text === ',') return { comma: mark, isApart: false, isCondition: false };
  if (mark.text === ';' || mark.text === '\\quad') return { comma: null, isApart: true, isCondition: false };
  // A label under a brace is no word of the sentence.
  if (mark.kind !== 'text' || before?.text === '_' || before?.text === '^') return null;
  if (JOINING.test(mark.text)) return { comma: null, isApart: true, isCondition: false };
  if (CONDITION.test(mark.text)) return { comma: null, isApart: true, isCondition: true };
  throw new Fault('unread', `Not read: the words ${mark.text}.`);
}

/** Whether a relation stands in the marks, outside of parentheses. */
function hasRelation(marks: readonly Mark[]): boolean {
  let depth = 0;
  for (const mark of marks) {
    depth += depthOf(mark);
    if (depth === 0 && isRelation(mark.text)) return true;
  }
  return false;
}

/** A later statement without `=` only says when the first one holds; `\sim` and a list only say where values are from. */
function roleOf(marks: readonly Mark[], isCondition: boolean, position: number): StatementRole {
  const has = (text: string) => split(marks, (mark) => mark.text === text).length > 1;
  if (has('\\sim') || has('\\to') || marks[0]?.text === '\\forall') return 'declaration';
  if (has(',') || (isCondition && !hasRelation(marks))) return 'declaration';
  if (isCondition) return 'condition';
  if (position === 0) return 'claim';
  const isClaim = ['=', '\\coloneqq', '\\approx', '\\propto', '\\leftarrow', '\\triangleq'].some(has);
  return isClaim ? 'claim' : 'condition';
}
