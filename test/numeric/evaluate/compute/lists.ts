import { Matrix } from 'ml-matrix';
import type { Cases, Grid, List } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import { sequenceOf, simplified, type Value } from '../values';
import { itemValues, stacked } from './application';
import { truth } from './relations';

/** The value of the first case that holds. */
export function casesValue({ rows }: Cases, scope: Scope): Value {
  const row = rows.find(({ when }) => when === null || truth(when, scope));
  if (row === undefined) throw new Fault('domain', 'No case holds.');
  return scope.evaluate(row.value, scope);
}

/** A matrix by its entries, which may be matrices themselves. */
export function gridValue({ rows }: Grid, scope: Scope): Value {
  const values = rows.map((row) => row.map((cell) => scope.evaluate(cell, scope)));
  const whole = stacked(
    values.map((row) => stacked(row, false)),
    true,
  );
  return whole instanceof Matrix ? simplified(whole) : whole;
}

/** A tuple in parentheses, arrays put together in brackets, a set in braces. */
export function listValue({ open, items, separators }: List, scope: Scope): Value {
  if (separators.some((separator) => separator !== ',' && separator !== ';')) {
    throw new Fault('unread', 'Not read: a set that is given by a condition.');
  }
  const values = itemValues(items, scope);
  if (open === '\\{') return { kind: 'set', elements: values };
  if (open === '(') return sequenceOf(values);
  const down = separators.includes(';');
  const whole = stacked(values, down);
  return whole instanceof Matrix ? simplified(whole) : whole;
}
