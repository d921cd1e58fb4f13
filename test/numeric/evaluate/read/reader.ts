import type { Range } from '../../../../src/core/tex';
import type { Expression } from '../expression';
import { Fault } from '../fault';
import type { Lexicon } from '../lexicon';
import type { Mark } from '../marks';

/** The levels of the grammar, from the loosest binding to the tightest. */
export interface Grammar {
  /** Sums, and relations between them. */
  chain(reader: Reader): Expression;
  sum(reader: Reader): Expression;
  product(reader: Reader): Expression;
  /** A value with its powers and the like. */
  factor(reader: Reader): Expression;
  /** A value without the powers after it. */
  base(reader: Reader): Expression;
}

/** Reads marks one after another; the grammar's rules are functions of it. */
export class Reader {
  at = 0;

  constructor(
    readonly marks: readonly Mark[],
    readonly lexicon: Lexicon,
    readonly grammar: Grammar,
  ) {}

  /** The text of a mark ahead; empty after the last one. */
  peek(ahead = 0): string {
    return this.marks[this.at + ahead]?.text ?? '';
  }

  mark(ahead = 0): Mark | undefined {
    return this.marks[this.at + ahead];
  }

  get ended(): boolean {
    return this.at >= this.marks.length;
  }

  take(): Mark {
    const mark = this.marks[this.at];
    if (mark === undefined) throw new Fault('unread', 'The equation ends too early.');
    this.at++;
    return mark;
  }

  /** Takes the next mark if it is the one wanted. */
  accept(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at++;
    return true;
  }

  expect(text: string): Mark {
    if (this.peek() !== text) throw this.unread(`${text} is missing`);
    return this.take();
  }

  /** The fault that the notation at this place is not read. */
  unread(what: string): Fault {
    const near = this.marks.slice(Math.max(0, this.at - 3), this.at + 5).map(({ text }) => text);
    return new Fault('unread', `Not read: ${what}, near “${near.join(' ')}”.`);
  }

  /** From a mark's start to the end of the last mark taken, with the braces around them. */
  rangeFrom(first: number): Range {
    const start = this.marks[first]?.outerStart ?? 0;
    return { start, end: this.marks[this.at - 1]?.outerEnd ?? start };
  }

  /** The argument of a command, as TeX takes it: a group, or one mark. */
  argument(): Expression {
    if (!this.accept('{')) return this.single();
    const inner = this.grammar.chain(this);
    this.expect('}');
    return inner;
  }

  /** One mark by itself, so that `\frac{f}{g}(x)` has the denominator `g`. */
  private single(): Expression {
    const inside = new Reader([this.take()], this.lexicon, this.grammar);
    return inside.grammar.factor(inside);
  }

  /** Reads the marks from one index to another by themselves. */
  part<T>(from: number, to: number, read: (reader: Reader) => T): T {
    const inside = new Reader(this.marks.slice(from, to), this.lexicon, this.grammar);
    const result = read(inside);
    if (!inside.ended) throw inside.unread('what stands here');
    return result;
  }

  /** The index of the mark that closes the group or parenthesis which opens at a mark. */
  closing(open: number): number {
    let depth = 0;
    for (let i = open; i < this.marks.length; i++) {
      depth += depthOf(this.marks[i]);
      if (depth === 0) return i;
    }
    throw this.unread('a parenthesis that is not closed');
  }
}

const OPENING = new Set(['(', '[', '\\{', '\\lvert', '\\lVert', '\\langle', '\\lfloor', '\\lceil']);
const CLOSING = new Set([')', ']', '\\}', '\\rvert', '\\rVert', '\\rangle', '\\rfloor', '\\rceil']);

/** 1 for a mark that opens, -1 for one that closes, 0 for the others. */
export function depthOf(mark: Mark | undefined): number {
  if (mark === undefined) return 0;
  if (mark.kind === 'open' || mark.kind === 'begin' || OPENING.has(mark.text)) return 1;
  return mark.kind === 'close' || mark.kind === 'end' || CLOSING.has(mark.text) ? -1 : 0;
}

const RELATIONS = new Set([
  ...['=', '\\neq', '<', '>', '\\leq', '\\geq', '\\approx', '\\simeq', '\\propto', '\\equiv'],
  ...['\\in', '\\notin', '\\coloneqq', '\\triangleq', '\\leftarrow', '\\sim', '\\subseteq', '\\subset'],
  ...[
    '\\ll',
    '\\gg',
    '\\to',
    '\\implies',
    '\\iff',
    '\\Rightarrow',
    '\\Leftrightarrow',
    '\\mapsto',
    '\\asymp',
  ],
  ...['\\lesssim', '\\gtrsim', '\\succeq', '\\preceq', '\\perp', '\\overset', '\\stackrel'],
]);

/** Whether a mark relates what stands before it to what follows. */
export function isRelation(text: string): boolean {
  return RELATIONS.has(text);
}

const STOPS = new Set([
  ...['', '+', '-', '\\pm', '\\mp', ',', ';', ':', ')', ']', '}', '|', '&', '\\\\', '\\mid', '\\|', '\\}'],
  ...['\\rvert', '\\rVert', '\\rangle', '\\rfloor', '\\rceil', '\\quad', '\\mathrm{d}', '.'],
  ...['\\land', '\\lor', '\\wedge', '\\vee'],
]);

/** Whether a product ends before a mark. */
export function endsProduct(mark: Mark | undefined): boolean {
  if (mark === undefined) return true;
  return mark.kind === 'text' || mark.kind === 'end' || STOPS.has(mark.text) || isRelation(mark.text);
}
