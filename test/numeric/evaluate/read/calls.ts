import type { Expression } from '../expression';
import { isFunctionName } from '../marks';
import { endsProduct, type Reader } from './reader';
import { readScripts } from './scripts';

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '\\{': '\\}' };

/** What may stand between arguments. */
const SEPARATORS = new Set([',', ';', ':', '\\mid', '\\|', '|']);

/** Values with separators between them, up to what closes them; `a, \dots, b` has dots for an item. */
export function readItems(
  reader: Reader,
  close: string,
): { readonly items: readonly Expression[]; readonly separators: readonly string[] } {
  const items: Expression[] = [];
  const separators: string[] = [];
  while (reader.peek() !== close) {
    items.push(readItem(reader));
    if (SEPARATORS.has(reader.peek())) separators.push(reader.take().text);
    else if (reader.peek() !== close) throw reader.unread('what stands between two arguments');
    while (reader.accept('\\quad'));
  }
  reader.expect(close);
  return { items, separators };
}

function readItem(reader: Reader): Expression {
  const first = reader.at;
  if (reader.accept('\\dots')) return { kind: 'dots', range: reader.rangeFrom(first) };
  // A dot for an argument leaves it open: `\\pi(\\cdot \\mid s)` is a function of the action.
  if (reader.peek() === '\\cdot' && (SEPARATORS.has(reader.peek(1)) || reader.peek(1) === ')')) {
    return { kind: 'name', fragment: reader.take().text, range: reader.rangeFrom(first) };
  }
  return reader.grammar.chain(reader);
}

/** The arguments of a function in parentheses, brackets or braces. */
export function readArguments(
  reader: Reader,
  head: Expression,
  first: number,
  { certain, base = null }: { readonly certain: boolean; readonly base?: Expression | null },
): Expression {
  const open = reader.take().text;
  const { items } = readItems(reader, CLOSED_BY[open] ?? ')');
  return { kind: 'call', head, items, base, certain, delimited: true, range: reader.rangeFrom(first) };
}

/**
 * The argument of a function without parentheses: the factors after it, up to a sign, a relation or another function.
 * `\log \pi_{k} \mathcal{N}(x)` takes both; after a value in parentheses the argument ends, so that
 * `\log p(x) f(x)` is the logarithm of `p(x)`, times `f(x)`.
 */
export function readAlone(
  reader: Reader,
  head: Expression,
  first: number,
  base: Expression | null,
): Expression {
  if (endsProduct(reader.mark())) return head;
  const from = reader.at;
  const factors: Expression[] = [readInside(reader, head)];
  while (goesOn(reader, factors.at(-1))) factors.push(readInside(reader, head));
  const range = reader.rangeFrom(from);
  const [only] = factors;
  const operators = factors.slice(1).map((factor) => ({
    text: '',
    range: { start: factor.range.start, end: factor.range.start },
  }));
  const item: Expression =
    factors.length === 1 && only !== undefined ? only : { kind: 'product', factors, operators, range };
  return {
    kind: 'call',
    head,
    items: [item],
    base,
    certain: true,
    delimited: false,
    range: reader.rangeFrom(first),
  };
}

/** A number’s transpose is not meant: `\\nabla \\log p(x)^{\\top}` is the transpose of the gradient. */
function readInside(reader: Reader, head: Expression): Expression {
  const first = reader.at;
  const isOfNumbers = head.kind === 'name' && /^\\(?!operatorname)/.test(head.fragment);
  return readScripts(reader, reader.grammar.base(reader), first, { transposes: !isOfNumbers });
}

const BIG = /^\\(?:sum|prod|int|max|min|sup|inf)$/;

function goesOn(reader: Reader, last: Expression | undefined): boolean {
  const mark = reader.mark();
  if (last === undefined || mark === undefined || endsProduct(mark)) return false;
  if (BIG.test(mark.text)) return isPlain(last) || last.kind === 'fraction';
  if (isFunctionName(mark.text)) return false;
  return (mark.kind === 'name' || mark.kind === 'number') && isPlain(last);
}

function isPlain(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return true;
    case 'index':
    case 'power':
      return isPlain(expression.base);
    default:
      return false;
  }
}
