import { Matrix } from 'ml-matrix';
import type { Expression, Index } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import {
  describe,
  elementsOf,
  integerOf,
  isSequence,
  type Sequence,
  sequenceOf,
  simplified,
  type Value,
} from '../values';

/** Where an index points: one place, or a stretch of them with both ends. */
export type Place = number | { readonly from: number | null; readonly to: number };

/** The places that indices point at. */
export function placesOf(indices: readonly Index[], scope: Scope): readonly Place[] {
  const whole = (expression: Expression) => integerOf(scope.evaluate(expression, scope), 'An index');
  return indices.map((index) => {
    if (index.kind === 'at') return whole(index.value);
    const to = whole(index.to) - (index.open ? 1 : 0);
    return { from: index.from === null ? null : whole(index.from), to };
  });
}

/** What stands at an index, or at several one after another. */
export function elementAt(value: Value, places: readonly Place[]): Value {
  const [place, ...rest] = places;
  if (place === undefined) return value;
  if (isSequence(value)) {
    const element = typeof place === 'number' ? value.at(place) : stretchOf(value, place);
    return elementAt(element, rest);
  }
  if (value instanceof Matrix) return entryOf(value, places);
  throw new Fault('shape', `${describe(value)} has no indices.`);
}

function stretchOf({ first, at }: Sequence, { from, to }: Exclude<Place, number>): Value {
  const start = from ?? first;
  return sequenceOf(
    Array.from({ length: Math.max(0, to - start + 1) }, (_, i) => at(start + i)),
    start,
  );
}

function entryOf(matrix: Matrix, places: readonly Place[]): Value {
  const isVector = matrix.columns === 1 || matrix.rows === 1;
  const [row, column, ...rest] = places;
  if (rest.length > 0 || row === undefined) throw new Fault('shape', `${describe(matrix)} has two indices.`);
  if (isVector && column === undefined) return vectorEntry(matrix, row);
  if (column === undefined)
    throw new Fault('shape', `One index of ${describe(matrix)}; give its rows as a sequence.`);
  if (typeof row !== 'number' || typeof column !== 'number')
    throw new Fault('unread', 'Not read: a part of a matrix.');
  if (row < 1 || column < 1 || row > matrix.rows || column > matrix.columns) {
    throw new Fault('domain', `There is no entry ${row}, ${column}.`);
  }
  return matrix.get(row - 1, column - 1);
}

function vectorEntry(vector: Matrix, place: Place): Value {
  const entries = vector.to1DArray();
  if (typeof place === 'number') {
    const entry = entries[place - 1];
    if (entry === undefined) throw new Fault('domain', `There is no entry ${place}.`);
    return entry;
  }
  const from = place.from ?? 1;
  if (from < 1 || place.to > entries.length)
    throw new Fault('domain', `There are no entries ${from} to ${place.to}.`);
  const part = entries.slice(from - 1, place.to);
  if (part.length === 0) throw new Fault('domain', 'A vector without entries.');
  return simplified(vector.columns === 1 ? Matrix.columnVector(part) : Matrix.rowVector(part));
}

/** The value with another one at an index. */
export function withElement(value: Value, places: readonly Place[], element: Value): Value {
  const [place, ...rest] = places;
  if (place === undefined) return element;
  if (typeof place !== 'number') throw new Fault('unread', 'Not read: a derivative by a stretch.');
  if (isSequence(value)) {
    return {
      ...value,
      at: (index) => (index === place ? withElement(value.at(index), rest, element) : value.at(index)),
    };
  }
  if (!(value instanceof Matrix) || typeof element !== 'number')
    throw new Fault('shape', 'An index of no array.');
  const [column = 1] = rest;
  if (typeof column !== 'number') throw new Fault('unread', 'Not read: a derivative by a stretch.');
  const copy = value.clone();
  if (value.rows === 1 && rest.length === 0) copy.set(0, place - 1, element);
  else copy.set(place - 1, column - 1, element);
  return copy;
}

/** How many elements a value has for its first index. */
export function lengthOf(value: Value): number | null {
  if (isSequence(value)) return value.last === null ? null : elementsOf(value).length + value.first - 1;
  if (value instanceof Matrix) return value.columns === 1 || value.rows > 1 ? value.rows : value.columns;
  return null;
}
