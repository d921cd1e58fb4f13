import type { Expression, List } from '../expression';
import { readBig } from './bodies';
import { isDerivative, readDerivative, readGradient, readIntegral } from './calculus';
import { readItems } from './calls';
import { readEnvironment } from './environments';
import { readNamed } from './names';
import type { Reader } from './reader';
import { readScripts } from './scripts';

/** A value with its powers, transposes and the like. */
export function readFactor(reader: Reader): Expression {
  const first = reader.at;
  return readScripts(reader, reader.grammar.base(reader), first);
}

/** A value without the powers after it. */
export function readBase(reader: Reader): Expression {
  const mark = reader.mark();
  if (mark === undefined) throw reader.unread('an end where a value should be');
  if (mark.kind === 'number') {
    const first = reader.at;
    return { kind: 'number', value: Number(reader.take().text), range: reader.rangeFrom(first) };
  }
  const known = reader.lexicon.match(reader.marks, reader.at);
  if (known === 0 && isIndicator(reader)) return readIndicator(reader);
  if (known <= 1 && isBig(reader)) return readBig(reader);
  if (mark.kind === 'name' || known > 0) return readNamed(reader);
  const rule = RULES[mark.text] ?? (mark.kind === 'begin' ? readEnvironment : null);
  if (rule === null) throw reader.unread(mark.kind === 'text' ? 'words' : `the notation ${mark.text}`);
  return rule(reader);
}

const BIG = /^(?:\\(?:sum|prod|max|min|sup|inf)|\\operatorname\*\{arg(?:max|min)\})$/;

function isBig(reader: Reader): boolean {
  return BIG.test(reader.peek()) && (reader.peek(1) === '_' || reader.peek(1) === '^');
}

function isIndicator(reader: Reader): boolean {
  return /^\\math(?:bf|bb)\{(?:1|I)\}$/.test(reader.peek()) && ['\\{', '['].includes(reader.peek(1));
}

function readIndicator(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const close = reader.take().text === '[' ? ']' : '\\}';
  const condition = reader.grammar.chain(reader);
  if (condition.kind !== 'chain') throw reader.unread('an indicator without a relation');
  reader.expect(close);
  return { kind: 'indicator', condition, range: reader.rangeFrom(first) };
}

/** A value in parentheses or brackets; several are a tuple, a row, a column or a set. */
function readList(reader: Reader): Expression {
  const first = reader.at;
  const opening = reader.take().text;
  const open: List['open'] = opening === '(' ? '(' : opening === '[' ? '[' : '\\{';
  const close = open === '(' ? ')' : open === '[' ? ']' : '\\}';
  const { items, separators } = readItems(reader, close);
  const [only] = items;
  if (items.length === 1 && only !== undefined && open !== '\\{') {
    return { kind: 'group', inner: only, range: reader.rangeFrom(first) };
  }
  return { kind: 'list', open, items, separators, range: reader.rangeFrom(first) };
}

function readBraces(reader: Reader): Expression {
  const first = reader.at;
  return { kind: 'group', inner: reader.argument(), range: reader.rangeFrom(first) };
}

function readFraction(reader: Reader): Expression {
  if (isDerivative(reader)) return readDerivative(reader);
  const first = reader.at;
  reader.take();
  const numerator = reader.argument();
  const denominator = reader.argument();
  return { kind: 'fraction', numerator, denominator, range: reader.rangeFrom(first) };
}

function readRoot(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const degree = reader.accept('[') ? reader.grammar.sum(reader) : null;
  if (degree !== null) reader.expect(']');
  const radicand = reader.argument();
  return { kind: 'root', radicand, degree, range: reader.rangeFrom(first) };
}

function readBinomial(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const above = reader.argument();
  const below = reader.argument();
  return { kind: 'binomial', above, below, range: reader.rangeFrom(first) };
}

/** What a brace under or over a value says of it is not part of the value. */
function readBraced(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const inner = reader.argument();
  if (reader.accept('_') || reader.accept('^')) {
    reader.at = reader.peek() === '{' ? reader.closing(reader.at) + 1 : reader.at + 1;
  }
  return { kind: 'group', inner, range: reader.rangeFrom(first) };
}

function readAbsolute(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const inner = reader.grammar.sum(reader);
  reader.expect('\\rvert');
  return { kind: 'absolute', inner, range: reader.rangeFrom(first) };
}

function readNorm(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const inner = reader.grammar.sum(reader);
  reader.expect('\\rVert');
  let degree = '';
  if (reader.accept('_')) {
    const from = reader.at;
    reader.at = reader.peek() === '{' ? reader.closing(from) + 1 : from + 1;
    degree = reader.marks
      .slice(from, reader.at)
      .map(({ text }) => text)
      .join(' ');
  }
  return { kind: 'norm', inner, degree, range: reader.rangeFrom(first) };
}

function readRounded(reader: Reader): Expression {
  const first = reader.at;
  const up = reader.take().text === '\\lceil';
  const inner = reader.grammar.sum(reader);
  reader.expect(up ? '\\rceil' : '\\rfloor');
  return { kind: 'rounded', inner, up, range: reader.rangeFrom(first) };
}

/** `\langle a, b \rangle`, as a call of the inner product. */
function readInner(reader: Reader): Expression {
  const first = reader.at;
  reader.take();
  const { items } = readItems(reader, '\\rangle');
  const range = reader.rangeFrom(first);
  const head: Expression = { kind: 'name', fragment: '\\langle', range };
  return { kind: 'call', head, items, base: null, certain: true, delimited: true, range };
}

const RULES: Readonly<Record<string, (reader: Reader) => Expression>> = {
  '(': readList,
  '[': readList,
  '\\{': readList,
  '{': readBraces,
  '\\frac': readFraction,
  '\\sqrt': readRoot,
  '\\binom': readBinomial,
  '\\underbrace': readBraced,
  '\\overbrace': readBraced,
  '\\lvert': readAbsolute,
  '\\lVert': readNorm,
  '\\lfloor': readRounded,
  '\\lceil': readRounded,
  '\\langle': readInner,
  '\\int': readIntegral,
  '\\nabla': readGradient,
};
