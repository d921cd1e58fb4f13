import type { Expression, Operation, Relation, Sign } from '../expression';
import { endsProduct, isRelation, type Reader } from './reader';

/** Sums with the relations between them: `0 \leq x < 1`; a sum alone where there is no relation. */
export function readChain(reader: Reader): Expression {
  const first = reader.at;
  const sides: Expression[] = [reader.grammar.sum(reader)];
  const relations: Relation[] = [];
  while (isRelation(reader.peek())) {
    const { text, start, end } = reader.take();
    relations.push({ text, range: { start, end } });
    sides.push(reader.grammar.sum(reader));
  }
  const [only] = sides;
  if (relations.length === 0 && only !== undefined) return only;
  return { kind: 'chain', sides, relations, range: reader.rangeFrom(first) };
}

/** Terms with `+` and `-` before them. */
export function readSum(reader: Reader): Expression {
  const first = reader.at;
  const terms: { readonly sign: Sign; readonly term: Expression }[] = [];
  do {
    const sign = readSign(reader);
    terms.push({ sign, term: reader.grammar.product(reader) });
  } while (reader.peek() === '+' || reader.peek() === '-' || isSignedBrace(reader));
  const [only] = terms;
  if (terms.length === 1 && only !== undefined && only.sign.range.start === only.sign.range.end)
    return only.term;
  return { kind: 'sum', terms, range: reader.rangeFrom(first) };
}

/** A term whose sign stands inside the brace under it: `a \\underbrace{{} - b}_{c}`. */
function isSignedBrace(reader: Reader): boolean {
  return reader.peek() === '\\underbrace' && reader.peek(1) === '{' && /^[+-]$/.test(reader.peek(2));
}

function readSign(reader: Reader): Sign {
  const mark = reader.mark();
  if (mark === undefined) throw reader.unread('an end where a term should be');
  if (mark.text !== '+' && mark.text !== '-') {
    return { text: '+', range: { start: mark.outerStart, end: mark.outerStart } };
  }
  reader.take();
  return { text: mark.text, range: { start: mark.start, end: mark.end } };
}

const OPERATORS = new Set([
  ...['\\cap', '\\cup', '\\setminus'],
  ...[
    '\\cdot',
    '\\times',
    '\\odot',
    '\\oslash',
    '\\otimes',
    '\\ast',
    '\\circ',
    '/',
    '\\bmod',
    '\\star',
    '\\oplus',
  ],
  ...['\\circledast', '\\bullet'],
]);

/** Factors side by side or with an operator between them. */
export function readProduct(reader: Reader): Expression {
  const first = reader.at;
  const factors: Expression[] = [reader.grammar.factor(reader)];
  const operators: Operation[] = [];
  while (!endsProduct(reader.mark()) && !isSignedBrace(reader)) {
    operators.push(readOperation(reader));
    factors.push(reader.grammar.factor(reader));
  }
  const [only] = factors;
  if (operators.length === 0 && only !== undefined) return only;
  return { kind: 'product', factors, operators, range: reader.rangeFrom(first) };
}

function readOperation(reader: Reader): Operation {
  const mark = reader.mark();
  const start = mark?.outerStart ?? 0;
  if (mark === undefined || !OPERATORS.has(mark.text)) return { text: '', range: { start, end: start } };
  const first = reader.at;
  reader.take();
  // An operator of the check may carry an index: `\ast_{R}`.
  if (reader.peek() === '_') {
    reader.take();
    reader.at = reader.peek() === '{' ? reader.closing(reader.at) + 1 : reader.at + 1;
  }
  const text = reader.marks
    .slice(first, reader.at)
    .map((each) => each.text)
    .join(' ');
  return { text, range: { start: mark.start, end: mark.end } };
}
