import type { Expression, Index } from '../expression';
import { Reader } from './reader';

/** Adds to a value what follows it: powers, transposes, indices, primes, a factorial. */
export function readScripts(
  reader: Reader,
  base: Expression,
  first: number,
  { transposes = true }: { readonly transposes?: boolean } = {},
): Expression {
  let result = base;
  for (;;) {
    if (!transposes && reader.peek() === '^' && reader.peek(1) === '\\top') return result;
    if (reader.peek() === '^') result = readSuperscript(reader, result, first);
    else if (reader.peek() === '_') result = readSubscript(reader, result, first);
    else if (reader.peek() === "'") result = readPrimes(reader, result, first);
    else if (reader.accept('!')) result = { kind: 'factorial', base: result, range: reader.rangeFrom(first) };
    else return result;
  }
}

/** Primes after a function: its derivative. */
export function readPrimes(reader: Reader, base: Expression, first: number): Expression {
  let count = 0;
  while (reader.accept("'")) count++;
  return { kind: 'prime', base, count, range: reader.rangeFrom(first) };
}

/** An index after a value: `_{i}`, `_{ij}`, `_{t-1}`, `_{1:t}`, `_{<t}`. */
export function readSubscript(reader: Reader, base: Expression, first: number): Expression {
  reader.expect('_');
  const indices = scriptPart(reader, readIndices);
  return { kind: 'index', base, indices, range: reader.rangeFrom(first) };
}

/** Whether the superscript at this place is an index in parentheses: `^{(l)}`. */
export function isIndexInParentheses(reader: Reader): boolean {
  if (reader.peek() !== '^' || reader.peek(1) !== '{' || reader.peek(2) !== '(') return false;
  return reader.closing(reader.at + 2) + 1 === reader.closing(reader.at + 1);
}

/** A power, a transpose, an inverse, or an index in parentheses. */
export function readSuperscript(reader: Reader, base: Expression, first: number): Expression {
  if (isIndexInParentheses(reader)) {
    reader.expect('^');
    const indices = scriptPart(reader, (inside) => {
      inside.expect('(');
      const items = readIndices(inside);
      inside.expect(')');
      return items;
    });
    return { kind: 'index', base, indices, range: reader.rangeFrom(first) };
  }
  reader.expect('^');
  if (reader.accept('\\top'))
    return { kind: 'transpose', base, inverse: false, range: reader.rangeFrom(first) };
  if (reader.accept('\\dagger') || reader.accept('+')) {
    return { kind: 'pseudoinverse', base, range: reader.rangeFrom(first) };
  }
  if (['{', '-', '\\top', '}'].every((text, i) => reader.peek(i) === text)) {
    reader.at += 4;
    return { kind: 'transpose', base, inverse: true, range: reader.rangeFrom(first) };
  }
  const exponent = reader.argument();
  return { kind: 'power', base, exponent, range: reader.rangeFrom(first) };
}

/** Reads a script's marks by themselves. */
export function scriptPart<T>(reader: Reader, read: (inside: Reader) => T): T {
  const open = reader.at;
  if (reader.peek() !== '{') {
    reader.take();
    return reader.part(open, open + 1, read);
  }
  const close = reader.closing(open);
  reader.at = close + 1;
  return reader.part(open + 1, close, read);
}

function readIndices(reader: Reader): readonly Index[] {
  if (isPlainList(reader)) return plainIndices(reader);
  const indices: Index[] = [];
  if (reader.peek() === '(' && reader.closing(reader.at) === reader.marks.length - 1) {
    reader.take();
    indices.push(...readIndices(new Reader(reader.marks.slice(1, -1), reader.lexicon, reader.grammar)));
    reader.at = reader.marks.length;
    return indices;
  }
  do indices.push(readIndex(reader));
  while ([',', ';', '\\mid', '\\to'].some((separator) => reader.accept(separator)));
  return indices;
}

/** Letters side by side are indices one after another: `_{ij}`, but `_{2k}` is twice `k`. */
function isPlainList(reader: Reader): boolean {
  const rest = reader.marks.slice(reader.at);
  const first = rest[0];
  if (rest.length < 2 || first?.kind !== 'name') return false;
  return rest.every(({ kind, text }) => kind === 'name' || kind === 'number' || text === "'");
}

function plainIndices(reader: Reader): readonly Index[] {
  const indices: Index[] = [];
  while (!reader.ended) {
    const from = reader.at;
    reader.take();
    while (reader.accept("'"));
    const value = reader.part(from, reader.at, (inside) => inside.grammar.factor(inside));
    indices.push({ kind: 'at', value });
  }
  return indices;
}

function readIndex(reader: Reader): Index {
  if (reader.accept('<')) return { kind: 'stretch', from: null, to: reader.grammar.sum(reader), open: true };
  if (reader.accept('\\leq'))
    return { kind: 'stretch', from: null, to: reader.grammar.sum(reader), open: false };
  const value = reader.grammar.sum(reader);
  if (!reader.accept(':')) return { kind: 'at', value };
  return { kind: 'stretch', from: value, to: reader.grammar.sum(reader), open: false };
}
