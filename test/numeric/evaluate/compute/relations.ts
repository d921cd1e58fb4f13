import { Matrix } from 'ml-matrix';
import type { Chain } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import { describe, elementsOf, isSequence, isSet, matrixOf, numberOf, type Value } from '../values';

/** How near two values are, in units of the larger one; values below a hundredth are held against a hundredth. */
function distance(left: number, right: number, size: number): number {
  if (left === right) return 0;
  const gap = Math.abs(left - right) / Math.max(size, 1e-2);
  return Number.isNaN(gap) ? Infinity : gap;
}

/** The relative distance of two values; infinite where their shapes differ. */
export function apart(left: Value, right: Value): number {
  if (typeof left === 'boolean' || typeof right === 'boolean') return left === right ? 0 : Infinity;
  if (isSequence(left) && isSequence(right)) return sequencesApart(elementsOf(left), elementsOf(right));
  if (isSet(left) && isSet(right)) return setsApart(left.elements, right.elements);
  if (isSequence(left) || isSequence(right)) return Infinity;
  const [a, b] = [matrixOf(left, 'A side'), matrixOf(right, 'A side')];
  if (a.rows !== b.rows || a.columns !== b.columns) return Infinity;
  const [entries, others] = [a.to1DArray(), b.to1DArray()];
  const finite = [...entries, ...others].filter(Number.isFinite).map(Math.abs);
  const size = Math.max(0, ...finite);
  return Math.max(0, ...entries.map((entry, i) => distance(entry, others[i] ?? Number.NaN, size)));
}

function sequencesApart(left: readonly Value[], right: readonly Value[]): number {
  if (left.length !== right.length) return Infinity;
  return Math.max(0, ...left.map((value, i) => apart(value, right[i] ?? false)));
}

function setsApart(left: readonly Value[], right: readonly Value[]): number {
  const within = (all: readonly Value[], some: readonly Value[]) =>
    some.every((value) => all.some((other) => apart(value, other) < 1e-9));
  return left.length === right.length && within(left, right) && within(right, left) ? 0 : Infinity;
}

/** How exactly relations are held. */
export interface Tolerance {
  readonly equal: number;
  /** For `\approx`; null where the check says nothing of it. */
  readonly near: number | null;
}

const EXACT: Tolerance = { equal: 1e-9, near: null };

/** Whether a relation holds between two values; `\propto` is not decided by one pair. */
export function related(relation: string, left: Value, right: Value, { equal, near }: Tolerance): boolean {
  switch (relation) {
    case '=':
    case '\\coloneqq':
    case '\\triangleq':
    case '\\equiv':
    case '\\leftarrow':
      return apart(left, right) <= equal;
    case '\\neq':
      return apart(left, right) > equal;
    case '\\approx':
    case '\\simeq':
      if (near === null) throw new Fault('unread', 'Say with `near` how near an approximation is.');
      return apart(left, right) <= near;
    case '\\in':
    case '\\notin':
      return isElement(left, right) === (relation === '\\in');
    default:
      return ordered(relation, left, right, equal);
  }
}

function isElement(value: Value, set: Value): boolean {
  if (!isSet(set)) throw new Fault('shape', `${describe(set)} is not a finite set.`);
  return set.elements.some((element) => apart(element, value) < 1e-9);
}

function ordered(relation: string, left: Value, right: Value, tolerance: number): boolean {
  if (left instanceof Matrix || right instanceof Matrix)
    throw new Fault('shape', 'Only numbers are ordered.');
  const [a, b] = [numberOf(left, 'A side'), numberOf(right, 'A side')];
  if (Number.isNaN(a) || Number.isNaN(b)) return false;
  const equal = apart(a, b) <= tolerance;
  switch (relation) {
    case '<':
      return a < b && !equal;
    case '>':
      return a > b && !equal;
    case '\\leq':
      return a < b || equal;
    case '\\geq':
      return a > b || equal;
    default:
      throw new Fault('unread', `Not read: the relation ${relation}.`);
  }
}

/** Whether a condition holds, as of a case or an indicator: exactly, but for rounding. */
export function truth({ sides, relations }: Chain, scope: Scope): boolean {
  const values = sides.map((side) => scope.evaluate(side, scope));
  return relations.every(({ text }, i) => {
    const [left, right] = [values[i], values[i + 1]];
    return left !== undefined && right !== undefined && related(text, left, right, EXACT);
  });
}
