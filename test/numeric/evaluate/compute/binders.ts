import { Matrix } from 'ml-matrix';
import type { Big, Binder, Chain, Expression, Index } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import { elementsOf, integerOf, isSequence, isSet, numberOf, type Value } from '../values';
import { childrenOf } from '../walk';
import { add, multiply } from './arithmetic';
import { truth } from './relations';

/** The value of a sum, product, maximum or the like. */
export function bigValue({ operator, binder, body }: Big, scope: Scope): Value {
  const places = placesOf(binder, body, scope);
  const values = () => places.map((place) => scope.evaluate(body, place.scope));
  switch (operator) {
    case '\\sum':
      return values().reduce((sum, value) => add(sum, value, scope.broadcast), 0);
    case '\\prod':
      return values().reduce(multiply, 1);
    case '\\max':
    case '\\sup':
      return extreme(values(), 1).value;
    case '\\min':
    case '\\inf':
      return extreme(values(), -1).value;
    default: {
      const { index } = extreme(values(), operator.includes('argmax') ? 1 : -1);
      const letter = places[index]?.values[0];
      if (letter === undefined) throw new Fault('domain', 'A maximum over nothing.');
      return letter;
    }
  }
}

function extreme(values: readonly Value[], sign: 1 | -1): { readonly value: number; readonly index: number } {
  const numbers = values.map((value) => sign * numberOf(value, 'A candidate'));
  if (numbers.length === 0) throw new Fault('domain', 'A maximum over nothing.');
  const top = Math.max(...numbers);
  return { value: sign * top, index: numbers.indexOf(top) };
}

interface PlaceOfBinder {
  readonly scope: Scope;
  readonly values: readonly Value[];
}

/** The scopes in which the letters take each of their values, where the conditions hold. */
function placesOf(binder: Binder, body: Expression, scope: Scope): readonly PlaceOfBinder[] {
  const letters = lettersOf(binder, scope);
  let places: readonly PlaceOfBinder[] = [{ scope, values: [] }];
  if (binder.within !== null) places = withinSet(binder, letters, scope);
  else {
    for (const letter of letters) {
      places = places.flatMap((place) =>
        domainOf(letter, binder, body, place.scope).map((value) => ({
          scope: place.scope.binding(letter, value),
          values: [...place.values, value],
        })),
      );
    }
  }
  return places.filter((place) => binder.conditions.every((condition) => truth(condition, place.scope)));
}

function withinSet(binder: Binder, letters: readonly string[], scope: Scope): readonly PlaceOfBinder[] {
  const set = binder.within === null ? 0 : scope.evaluate(binder.within, scope);
  if (!isSet(set) && !isSequence(set)) throw new Fault('domain', 'What a letter is in must be a set.');
  return (isSet(set) ? set.elements : elementsOf(set)).map((element) => {
    const values = letters.length > 1 && isSequence(element) ? elementsOf(element) : [element];
    const bound = letters.reduce((inner, letter, i) => inner.binding(letter, values[i] ?? element), scope);
    return { scope: bound, values: [element] };
  });
}

/** The letter of a bare name or of an indexed one, by its key. */
function letterIn(expression: Expression): string | null {
  return expression.kind === 'name' ? expression.fragment : null;
}

/** The first letter of the condition is bound, and the others that have no value. */
function lettersOf(binder: Binder, scope: Scope): readonly string[] {
  const named = binder.letters.map(letterIn);
  if (named.some((letter) => letter === null)) throw new Fault('unread', 'Not read: the letter of a sum.');
  const letters = named.flatMap((letter) => letter ?? []);
  for (const { sides } of binder.conditions) {
    const inside = sides.flatMap((side) => letterIn(side) ?? []);
    const free = inside.filter((letter) => !letters.includes(letter));
    const unknown = free.filter(
      (letter) => scope.value(letter) === null && scope.definition(letter) === null,
    );
    const isFirst = letters.length === 0 && unknown.length === 0;
    letters.push(...(isFirst ? free.slice(0, 1) : unknown));
  }
  if (letters.length === 0) throw new Fault('unread', 'Not read: a sum over nothing.');
  return [...new Set(letters)];
}

const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

function domainOf(letter: string, binder: Binder, body: Expression, scope: Scope): readonly number[] {
  const whole = (expression: Expression) => integerOf(scope.evaluate(expression, scope), 'A bound');
  if (binder.from !== null) {
    if (binder.to === null) throw new Fault('unread', 'Not read: a sum with a first value and no last.');
    return span(whole(binder.from), whole(binder.to));
  }
  if (binder.to !== null) return span(1, whole(binder.to));
  const bounds = binder.conditions.flatMap((condition) => boundsIn(condition, letter, whole) ?? []);
  const [first] = bounds;
  if (first !== undefined) return span(first.from, first.to);
  return span(1, inferredLength(letter, body, scope));
}

/** `-c \leq j \leq c` bounds `j` from both sides; the strict relations are left to the condition. */
function boundsIn({ sides, relations }: Chain, letter: string, whole: (side: Expression) => number) {
  const [left, middle, right] = sides;
  const ordered = relations.every(({ text }) => text === '<' || text === '\\leq');
  if (left === undefined || middle === undefined || right === undefined || sides.length !== 3 || !ordered)
    return null;
  return letterIn(middle) === letter ? { from: whole(left), to: whole(right) } : null;
}

/** A letter without bounds runs over the indices of the arrays that it is an index of. */
function inferredLength(letter: string, body: Expression, scope: Scope): number {
  const lengths = new Set(
    indexedBy(letter, body).flatMap(({ base, place }) => lengthAt(base, place, scope) ?? []),
  );
  const [length] = lengths;
  if (length === undefined || lengths.size !== 1) {
    throw new Fault(
      'unknown',
      `Nothing says how far the letter ${letter} runs; give the operator as a fragment.`,
    );
  }
  return length;
}

function indexedBy(
  letter: string,
  expression: Expression,
): readonly { readonly base: Expression; readonly place: number }[] {
  const isLetter = (index: Index) => index.kind === 'at' && letterIn(index.value) === letter;
  const own =
    expression.kind === 'index'
      ? expression.indices.flatMap((index, place) =>
          isLetter(index) ? [{ base: expression.base, place }] : [],
        )
      : [];
  return [...own, ...childrenOf(expression).flatMap((child) => indexedBy(letter, child))];
}

function lengthAt(base: Expression, place: number, scope: Scope): number | null {
  const name = letterIn(base);
  const value = name === null ? null : scope.value(name);
  if (value instanceof Matrix) {
    if (value.columns === 1 || value.rows === 1) return value.rows * value.columns;
    return place === 0 ? value.rows : value.columns;
  }
  if (value === null || !isSequence(value)) return null;
  const inner = place === 0 ? value : value.at(value.first);
  return isSequence(inner) && inner.first === 1 ? inner.last : null;
}
