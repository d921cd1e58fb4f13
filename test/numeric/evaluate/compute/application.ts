import { Matrix } from 'ml-matrix';
import type { Call, Expression, Name } from '../expression';
import { Fault } from '../fault';
import type { Definition, Scope } from '../scope';
import { describe, integerOf, isFunction, isSequence, sequenceOf, type Value } from '../values';
import { multiply } from './arithmetic';
import { builtin, logarithmTo } from './functions';
import { elementAt, placesOf } from './indexing';

const CONSTANTS: Readonly<Record<string, number>> = { '\\pi': Math.PI, e: Math.E, '\\infty': Infinity };

/** The value of a name: given, defined by a row, or a constant. */
export function nameValue({ fragment }: Name, scope: Scope): Value {
  const value = scope.value(fragment);
  if (value !== null) return value;
  const definition = scope.definition(fragment);
  if (definition !== null && definition.indices.length === 0) return defined(definition, [], scope);
  const constant = CONSTANTS[fragment];
  if (constant !== undefined) return constant;
  const call = builtin(fragment);
  if (call !== null) return { kind: 'function', call };
  throw new Fault('unknown', `There is no value for ${fragment}.`);
}

/** The value that a row gives, with its letters at the places that are asked for. */
function defined(
  { body, indices, parameters, element }: Definition,
  places: readonly (Value | null)[],
  scope: Scope,
): Value {
  const inner = indices.reduce((at, letter, i) => {
    const place = places[i] ?? null;
    return place === null ? at : at.binding(letter, place);
  }, scope);
  if (parameters !== null) {
    return {
      kind: 'function',
      call(values) {
        if (values.length !== parameters.length)
          throw new Fault('shape', `${parameters.length} arguments are needed.`);
        return inner.evaluate(
          body,
          parameters.reduce((at, letter, i) => at.binding(letter, values[i] ?? 0), inner.deeper()),
        );
      },
    };
  }
  const whole = inner.evaluate(body, inner.deeper());
  return element === null ? whole : elementAt(whole, [element]);
}

/** `x_{i}`, `\mathbf{A}_{ij}`, `\mathbf{x}_{1:t}`, or a letter that a row defines for every index. */
export function indexValue({ base, indices }: Extract<Expression, { kind: 'index' }>, scope: Scope): Value {
  const definition =
    base.kind === 'name' && scope.value(base.fragment) === null ? scope.definition(base.fragment) : null;
  if (definition === null) return elementAt(scope.evaluate(base, scope), placesOf(indices, scope));
  if (indices.length !== definition.indices.length) {
    throw new Fault('unread', 'Not read: the indices of a definition.');
  }
  // The row’s own letter may have no value: then it is a part of the name.
  const places = indices.map((index, i) => {
    const own = definition.indices[i] ?? '';
    const isOwn = index.kind === 'at' && index.value.kind === 'name' && index.value.fragment === own;
    if (isOwn && scope.value(own) === null) return null;
    const [place] = placesOf([index], scope);
    return typeof place === 'number' ? place : null;
  });
  return defined(definition, places, scope);
}

/** A function of its arguments; a sequence at its indices; or, where nothing said so before, a product. */
export function callValue(call: Call, scope: Scope): Value {
  const head = scope.evaluate(call.head, scope);
  const open = call.items.findIndex((item) => item.kind === 'name' && item.fragment === '\\cdot');
  if (open !== -1 && scope.value('\\cdot') === null) {
    return { kind: 'function', call: ([value]) => callValue(call, scope.binding('\\cdot', value ?? 0)) };
  }
  const values = itemValues(call.items, scope);
  if (call.base !== null) {
    if (call.head.kind !== 'name' || call.head.fragment !== '\\log')
      throw new Fault('unread', 'Not read: a subscript.');
    return logarithmTo(scope.evaluate(call.base, scope), values);
  }
  if (isFunction(head)) return head.call(values);
  if (isSequence(head))
    return elementAt(
      head,
      values.map((value) => integerOf(value, 'An index')),
    );
  const [only] = values;
  if (!call.certain && only !== undefined && values.length === 1) return multiply(head, only);
  throw new Fault('shape', `${describe(head)} is no function.`);
}

/** The values of items; `x_{1}, \dots, x_{n}` gives all from the first to the last, and none if they are turned. */
export function itemValues(items: readonly Expression[], scope: Scope): readonly Value[] {
  const values: Value[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined) break;
    if (item.kind !== 'dots') {
      values.push(scope.evaluate(item, scope));
      continue;
    }
    const [before, after] = [items[i - 1], items[i + 1]];
    if (before === undefined || after === undefined)
      throw new Fault('unread', 'Not read: dots without an end.');
    const period = periodOf(items, i);
    if (period > 1) {
      values.push(...repeated(items.slice(i - period, i), after, scope));
      continue;
    }
    values.pop();
    const first = beginningOf(items, i);
    values.length = Math.max(0, values.length - (i - 1 - first));
    values.push(...between(items[first] ?? before, after, scope));
    i++;
  }
  return values;
}

const baseOf = (item: Expression | undefined) =>
  item?.kind === 'index' && item.base.kind === 'name' ? item.base.fragment : null;

/** After how many items a list begins again with the letter after its dots: 2 for `s_{1}, a_{1}, \\dots, s_{T}, a_{T}`. */
function periodOf(items: readonly Expression[], dots: number): number {
  const letter = baseOf(items[dots + 1]);
  if (letter === null) return 1;
  const start = items.slice(0, dots).findLastIndex((item) => baseOf(item) === letter);
  if (start === -1) throw new Fault('unread', 'Not read: dots between different letters.');
  return dots - start;
}

/** The items that dots stand for, between the group before them and the one that `last` begins. */
function repeated(group: readonly Expression[], last: Expression, scope: Scope): readonly Value[] {
  const indexOf = (item: Expression | undefined) =>
    item?.kind === 'index' ? placesOf(item.indices, scope).at(-1) : null;
  const [from, to] = [indexOf(group[0]), indexOf(last)];
  if (typeof from !== 'number' || typeof to !== 'number' || to <= from) {
    throw new Fault('unread', 'Not read: dots between these.');
  }
  return span(from + 1, to - 1).flatMap((place) =>
    group.map((item) => {
      if (item.kind !== 'index') throw new Fault('unread', 'Not read: dots between these.');
      const leading = placesOf(item.indices, scope).slice(0, -1);
      return elementAt(scope.evaluate(item.base, scope), [...leading, place]);
    }),
  );
}

/** `1, 2, \dots, n` begins with its first number; a list of letters with the one before the dots. */
function beginningOf(items: readonly Expression[], dots: number): number {
  return dots === 2 && items[0]?.kind === 'number' && items[1]?.kind === 'number' ? 0 : dots - 1;
}

function between(first: Expression, last: Expression, scope: Scope): readonly Value[] {
  if (first.kind === 'index' && last.kind === 'index') {
    const from = placesOf(first.indices, scope).at(-1);
    const to = placesOf(last.indices, scope).at(-1);
    const leading = placesOf(first.indices, scope).slice(0, -1);
    if (typeof from !== 'number' || typeof to !== 'number')
      throw new Fault('unread', 'Not read: dots between these.');
    const base = to < from ? null : scope.evaluate(first.base, scope);
    return span(from, to).map((place) => (base === null ? place : elementAt(base, [...leading, place])));
  }
  const whole = (expression: Expression) => integerOf(scope.evaluate(expression, scope), 'An end of dots');
  return span(whole(first), whole(last));
}

const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Arrays put together: `[a; b]` one under the other, `[a, b]` side by side. */
export function stacked(values: readonly Value[], down: boolean): Value {
  const parts = values.map((value) => {
    if (value instanceof Matrix) return value;
    if (typeof value === 'number') return new Matrix([[value]]);
    throw new Fault('shape', `${describe(value)} cannot be put beside others.`);
  });
  const [first, ...rest] = parts;
  if (first === undefined) return sequenceOf([]);
  const fits = parts.every((part) => (down ? part.columns === first.columns : part.rows === first.rows));
  if (!fits) throw new Fault('shape', `${values.map(describe).join(' and ')} do not fit together.`);
  const turned = (matrix: Matrix) => (down ? matrix : matrix.transpose());
  const rows = [first, ...rest].flatMap((part) => turned(part).to2DArray());
  return turned(new Matrix(rows));
}
