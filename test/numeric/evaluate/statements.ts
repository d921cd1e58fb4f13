import type { Chain, Expression, Statement, StatementRole } from './expression';
import { Fault } from './fault';
import type { Lexicon } from './lexicon';
import type { Mark } from './marks';
import { parse } from './parse';
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
  const parts: { marks: Mark[]; role: StatementRole }[] = [];
  let pending: { readonly comma: Mark | null; readonly isCondition: boolean } = {
    comma: null,
    isCondition: false,
  };
  for (const piece of piecesOf(row)) {
    if (piece.marks.length === 0) {
      pending = {
        comma: piece.comma ?? pending.comma,
        isCondition: pending.isCondition || piece.isCondition,
      };
      continue;
    }
    const last = parts.at(-1);
    const isOwn = depthlessRelation(piece.marks) || pending.isCondition || piece.isCondition;
    if (last !== undefined && !isOwn && pending.comma !== null)
      last.marks.push(pending.comma, ...piece.marks);
    else if (last !== undefined && !isOwn) throw new Fault('unread', 'Not read: a value beside an equation.');
    else parts.push({ marks: [...piece.marks], role: pending.isCondition ? 'condition' : 'claim' });
    pending = { comma: piece.comma, isCondition: false };
  }
  return parts.map(({ marks, role }, i) => ({ marks, role: roleOf(marks, role, i) }));
}

interface Piece {
  readonly marks: readonly Mark[];
  /** The comma after it. */
  readonly comma: Mark | null;
  /** Whether a word after it makes what follows a condition. */
  readonly isCondition: boolean;
}

function piecesOf(row: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let marks: Mark[] = [];
  let depth = 0;
  for (const [i, mark] of row.entries()) {
    depth += depthOf(mark);
    // A label under a brace is no word of the sentence.
    const isLabel = row[i - 1]?.text === '_' || row[i - 1]?.text === '^';
    const isWord = mark.kind === 'text' && depth === 0 && !isLabel;
    if (isWord && !JOINING.test(mark.text) && !CONDITION.test(mark.text)) {
      throw new Fault('unread', `Not read: the words ${mark.text}.`);
    }
    if (depth === 0 && (isWord || mark.text === ',' || mark.text === ';' || mark.text === '\\quad')) {
      const comma = mark.text === ',' ? mark : null;
      pieces.push({ marks, comma, isCondition: isWord && CONDITION.test(mark.text) });
      marks = [];
    } else if (depth > 0 || mark.text !== '.') marks.push(mark);
  }
  return [...pieces, { marks, comma: null, isCondition: false }];
}

function depthlessRelation(marks: readonly Mark[]): boolean {
  let depth = 0;
  for (const mark of marks) {
    depth += depthOf(mark);
    if (depth === 0 && isRelation(mark.text)) return true;
  }
  return false;
}

/** A later statement without `=` only says when the first one holds; `\sim` and a list only say where values are from. */
function roleOf(marks: readonly Mark[], role: StatementRole, position: number): StatementRole {
  const has = (text: string) => split(marks, (mark) => mark.text === text).length > 1;
  if (has('\\sim') || has('\\to') || marks[0]?.text === '\\forall') return 'declaration';
  if (has(',')) return 'declaration';
  if (role === 'condition' || position === 0) return role;
  const isClaim = ['=', '\\coloneqq', '\\approx', '\\propto', '\\leftarrow', '\\triangleq'].some(has);
  return isClaim ? 'claim' : 'condition';
}

/** Reads a statement; one without a relation says nothing that could be checked. */
export function readStatement({ marks, role }: Part, lexicon: Lexicon): Statement {
  const end = marks.at(-1)?.text === ',' ? -1 : undefined;
  const read: Expression = parse(marks.slice(0, end), lexicon);
  if (read.kind !== 'chain') throw new Fault('unread', 'Not read: a statement without a relation.');
  const chain: Chain = read;
  return { role, chain };
}
