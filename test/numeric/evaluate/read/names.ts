import type { Expression, Name } from '../expression';
import type { Kind } from '../lexicon';
import { isFunctionName } from '../marks';
import { readBody } from './bodies';
import { readAlone, readArguments } from './calls';
import { depthOf, type Reader } from './reader';
import { isIndexInParentheses, readPrimes, readScripts, readSubscript, readSuperscript } from './scripts';

/** A letter, a word or a fragment that the check gives, with its indices, and its arguments if it is a function. */
export function readNamed(reader: Reader): Expression {
  const first = reader.at;
  const { name, kind, rest } = readName(reader);
  if (kind?.kind === 'operator') return readBody(reader, name, kind.letters, first);
  let base: Expression = name;
  if (rest !== null) {
    base = reader.part(rest.from, rest.to, (inside) => readScripts(inside, name, 0));
  }
  base = readIndexing(reader, base, kind, first);
  return readApplication(reader, base, kind, first);
}

interface Named {
  readonly name: Name;
  readonly kind: Kind | null;
  /** The marks of a script that stands before one which belongs to the name: the `_{i}` of `\mathbf{W}_{i}^{Q}`. */
  readonly rest: { readonly from: number; readonly to: number } | null;
}

function readName(reader: Reader): Named {
  const first = reader.at;
  const known = reader.lexicon.match(reader.marks, first);
  const scripts = scriptsAfter(reader, first);
  const [inner, outer] = scripts;
  if (known <= 1 && inner !== undefined && outer !== undefined) {
    const apart = [...reader.marks.slice(first, inner.from), ...reader.marks.slice(outer.from, outer.to)];
    const key = apart.map(({ text }) => text).join(' ');
    const kind = reader.lexicon.get(key);
    if (kind !== undefined) {
      reader.at = outer.to;
      return { name: { kind: 'name', fragment: key, range: reader.rangeFrom(first) }, kind, rest: inner };
    }
  }
  reader.at = first + Math.max(1, known);
  if (known <= 1) acceptPrimesOfName(reader, first);
  if (known <= 1) acceptSignsOfName(reader);
  const fragment = reader.marks
    .slice(first, reader.at)
    .map(({ text }) => text)
    .join(' ');
  const name: Name = { kind: 'name', fragment, range: reader.rangeFrom(first) };
  return { name, kind: reader.lexicon.get(fragment) ?? null, rest: null };
}

/** Primes belong to the letter, unless the letter is a function: then they are its derivative. */
function acceptPrimesOfName(reader: Reader, first: number): void {
  const kind = reader.lexicon.get(reader.marks[first]?.text ?? '');
  if (kind?.kind === 'function' || (kind?.kind === 'sequence' && kind.leaf === 'function')) return;
  while (reader.accept("'"));
}

/** A star, plus or minus as a script is part of the letter: `x^{\\ast}`, `P_{-}`; `\\mathbf{A}^{+}` is an inverse. */
function acceptSignsOfName(reader: Reader): void {
  const isMatrix = /^\\mathbf\{[A-Z]\}$/.test(reader.peek(-1));
  for (;;) {
    const [script, sign] = [reader.peek(), reader.peek(1)];
    const isSign = /^(?:\\ast|\\star|\+|-)$/.test(sign) && !(sign === '+' && script === '^' && isMatrix);
    if ((script !== '^' && script !== '_') || !isSign) return;
    reader.at += 2;
  }
}

/** Where the sub- and superscripts after a letter stand. */
function scriptsAfter(
  reader: Reader,
  first: number,
): readonly { readonly from: number; readonly to: number }[] {
  const scripts: { from: number; to: number }[] = [];
  let at = first + 1;
  while (reader.marks[at]?.text === "'") at++;
  while (reader.marks[at]?.text === '_' || reader.marks[at]?.text === '^') {
    const to = depthOf(reader.marks[at + 1]) === 1 ? reader.closing(at + 1) + 1 : at + 2;
    scripts.push({ from: at, to });
    at = to;
  }
  return scripts;
}

/** The indices that belong to the value itself; powers come later. */
function readIndexing(reader: Reader, name: Expression, kind: Kind | null, first: number): Expression {
  let base = name;
  for (;;) {
    if (reader.peek() === "'" && name.kind === 'name') base = readPrimes(reader, base, first);
    else if (reader.peek() === '_' && !isFunctionWithBase(name)) base = readSubscript(reader, base, first);
    else if (isIndexInParentheses(reader) && kind?.kind !== 'function')
      base = readSuperscript(reader, base, first);
    else return base;
  }
}

function isFunctionWithBase(name: Expression): boolean {
  return name.kind === 'name' && isFunctionName(name.fragment);
}

function depthTaken(base: Expression): number {
  return base.kind === 'index' ? base.indices.length + depthTaken(base.base) : 0;
}

/** Whether a value is a function (true), not one (false), or may be either (null). */
function callable(base: Expression, kind: Kind | null): boolean | null {
  const name = nameIn(base);
  if (kind === null) return name !== null && isFunctionName(name.fragment) ? true : null;
  if (kind.kind === 'sequence') return kind.leaf === 'function' || depthTaken(base) < kind.depth;
  return kind.kind === 'defined' ? null : kind.kind === 'function';
}

function nameIn(base: Expression): Name | null {
  if (base.kind === 'name') return base;
  return base.kind === 'index' || base.kind === 'prime' ? nameIn(base.base) : null;
}

function readApplication(reader: Reader, base: Expression, kind: Kind | null, first: number): Expression {
  const applies = callable(base, kind);
  if (applies === false) return base;
  const name = nameIn(base);
  const alone = applies === true && name !== null && isFunctionName(name.fragment.split(' ')[0] ?? '');
  if (applies === null)
    return reader.peek() === '(' ? readArguments(reader, base, first, { certain: false }) : base;
  // \log_{2} x and \sin^{2} x: what stands between a function's name and its argument.
  const subscript = alone && reader.peek() === '_' ? readBase(reader) : null;
  const power = reader.peek() === '^' ? powerBeforeArguments(reader) : null;
  const applied = isArgumentNext(reader)
    ? readArguments(reader, base, first, { certain: true, base: subscript })
    : alone
      ? readAlone(reader, base, first, subscript)
      : base;
  if (power === null) return applied;
  return { kind: 'power', base: applied, exponent: power, range: reader.rangeFrom(first) };
}

function readBase(reader: Reader): Expression {
  reader.expect('_');
  return reader.argument();
}

function isArgumentNext(reader: Reader): boolean {
  return ['(', '[', '\\{'].includes(reader.peek());
}

/** The exponent in `f^{2}(x)`; null, with nothing taken, if no argument follows it. */
function powerBeforeArguments(reader: Reader): Expression | null {
  const at = reader.at;
  if (reader.peek(1) === '\\top') return null;
  reader.take();
  const exponent = reader.argument();
  const inverse = exponent.kind === 'sum' && exponent.terms[0]?.sign.text === '-';
  if (inverse && isArgumentNext(reader))
    throw reader.unread('the inverse of a function; give it as a fragment');
  if (isArgumentNext(reader) || reader.mark()?.kind === 'name' || reader.peek() === '\\frac') return exponent;
  reader.at = at;
  return null;
}
