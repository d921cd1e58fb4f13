import type { Binder, Chain, Expression, Name } from '../expression';
import { readItems } from './calls';
import type { Reader } from './reader';
import { scriptPart } from './scripts';

const SUMLIKE = /^(?:\\(?:sum|prod|max|min|sup|inf|bigcup|lim)\b|\\operatorname\*\{|\\int\b)/;

/** What an operator of the check is applied to: a bracket after an expectation, the whole term after a sum. */
export function readBody(
  reader: Reader,
  operator: Name,
  bound: readonly string[],
  first: number,
): Expression {
  const isTerm = SUMLIKE.test(operator.fragment);
  const bracket = !isTerm && (reader.peek() === '[' || reader.peek() === '\\{');
  if (bracket) {
    const close = reader.take().text === '[' ? ']' : '\\}';
    const from = reader.at;
    const { items, separators } = readItems(reader, close);
    const range = {
      start: reader.marks[from]?.outerStart ?? 0,
      end: reader.marks[reader.at - 2]?.outerEnd ?? 0,
    };
    const [only] = items;
    const body: Expression =
      items.length === 1 && only !== undefined ? only : { kind: 'list', open: '(', items, separators, range };
    return { kind: 'bound', operator, letters: [], body, range: reader.rangeFrom(first) };
  }
  const isIntegral = operator.fragment.startsWith('\\int');
  const body = isIntegral ? reader.grammar.sum(reader) : readTerms(reader, operator.fragment, bound);
  const letters = isIntegral ? readDifferentials(reader) : [];
  return { kind: 'bound', operator, letters, body, range: reader.rangeFrom(first) };
}

const EXTREME = /^\\(?:max|min|sup|inf)\b|^\\operatorname\*\{arg/;

/**
 * What a sum or a maximum is taken of: one term. A maximum takes further terms that its letter stands in:
 * `\min_{x} f(x) + g(x)`, but not the last one of `\max_{j} z_{j} - z_{y}`.
 */
function readTerms(reader: Reader, operator: string, letters: readonly string[]): Expression {
  const first = reader.at;
  const term = reader.grammar.product(reader);
  let end = EXTREME.test(operator) ? reader.at : reader.marks.length;
  while (end < reader.marks.length && (reader.peek() === '+' || reader.peek() === '-')) {
    reader.take();
    const from = reader.at;
    reader.grammar.product(reader);
    const texts = ` ${reader.marks
      .slice(from, reader.at)
      .map(({ text }) => text)
      .join(' ')} `;
    if (!letters.some((letter) => texts.includes(` ${letter} `))) break;
    end = reader.at;
  }
  if (!EXTREME.test(operator)) return term;
  const last = end;
  reader.at = last;
  return reader.part(first, last, (inside) => inside.grammar.sum(inside));
}

/** The letters of `\mathrm{d}\mathbf{x} \,\mathrm{d}\mathbf{y}`; at least one. */
export function readDifferentials(reader: Reader): readonly Name[] {
  const letters: Name[] = [];
  do {
    reader.expect('\\mathrm{d}');
    const first = reader.at;
    reader.grammar.base(reader);
    const marks = reader.marks.slice(first, reader.at);
    const fragment = marks.map(({ text }) => text).join(' ');
    letters.push({ kind: 'name', fragment, range: reader.rangeFrom(first) });
  } while (reader.peek() === '\\mathrm{d}');
  return letters;
}

/** A sum, product, maximum or the like over a finite range or set. */
export function readBig(reader: Reader): Expression {
  const first = reader.at;
  const operator = reader.take().text;
  let below: Omit<Binder, 'to'> | null = null;
  let to: Expression | null = null;
  while (reader.peek() === '_' || reader.peek() === '^') {
    if (reader.take().text === '^') to = reader.argument();
    else below = scriptPart(reader, readBelow);
  }
  if (below === null) throw reader.unread(`${operator} without what it runs over`);
  const bound = [...below.letters, ...below.conditions.flatMap(({ sides }) => sides)];
  const letters = bound.flatMap((letter) => (letter.kind === 'name' ? [letter.fragment] : []));
  const body = readTerms(reader, operator, letters);
  return { kind: 'big', operator, binder: { ...below, to }, body, range: reader.rangeFrom(first) };
}

function readBelow(reader: Reader): Omit<Binder, 'to'> {
  const letters: Expression[] = [];
  const conditions: Chain[] = [];
  let from: Expression | null = null;
  let within: Expression | null = null;
  do {
    while (reader.accept('\\quad'));
    const item = reader.grammar.chain(reader);
    if (item.kind !== 'chain') {
      letters.push(item);
      continue;
    }
    const [left, right] = item.sides;
    const relation = item.relations[0]?.text;
    if (left === undefined || right === undefined) continue;
    if (item.relations.length === 1 && relation === '=' && from === null) {
      letters.push(left);
      from = right;
    } else if (item.relations.length === 1 && relation === '\\in' && within === null) {
      letters.push(...(left.kind === 'list' ? left.items : [left]));
      within = right;
    } else conditions.push(item);
  } while (reader.accept(','));
  return { letters, from, within, conditions };
}
