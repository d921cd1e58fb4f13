import type { Product } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import { type FiniteSet, isFunction, isSet, numberOf, type Value } from '../values';
import { divide, dot, hadamard, kronecker, multiply } from './arithmetic';
import { apart } from './relations';

/** What binds as tightly as factors side by side; `\\mathbf{L} \\odot \\mathbf{C} \\mathbf{B}` has the product on its right. */
const TIGHT = new Set(['', '\\cdot', '\\times', '/']);

/** Factors from the left to the right, by what stands between them. */
export function productValue({ factors, operators }: Product, scope: Scope): Value {
  const parts: { value: Value; readonly operator: string }[] = [];
  for (const [i, factor] of factors.entries()) {
    const operator = operators[i - 1]?.text ?? '';
    const value = scope.evaluate(factor, scope);
    const last = parts.at(-1);
    if (last !== undefined && TIGHT.has(operator)) last.value = operated(operator, last.value, value, scope);
    else parts.push({ value, operator });
  }
  const [first, ...rest] = parts;
  if (first === undefined) throw new Fault('unread', 'Not read: a product of nothing.');
  return rest.reduce((left, { value, operator }) => operated(operator, left, value, scope), first.value);
}

function operated(operator: string, left: Value, right: Value, scope: Scope): Value {
  const own = scope.value(operator);
  if (own !== null && isFunction(own)) return own.call([left, right]);
  switch (operator) {
    case '':
    case '\\times':
      return multiply(left, right);
    case '\\cdot':
      return dot(left, right);
    case '\\odot':
      return hadamard(left, right, scope.broadcast);
    case '\\oslash':
      return divide(left, right, true);
    case '\\otimes':
      return kronecker(left, right);
    case '/':
      return divide(left, right, scope.broadcast);
    case '\\bmod': {
      const [a, b] = [numberOf(left, 'A dividend'), numberOf(right, 'A divisor')];
      return ((a % b) + b) % b;
    }
    case '\\cap':
    case '\\cup':
    case '\\setminus':
      return combined(operator, left, right);
    case '\\circ':
      return composed(left, right);
    default:
      throw new Fault(
        'unknown',
        `The operator ${operator} has no meaning here; give it as a function of two values.`,
      );
  }
}

function combined(operator: string, left: Value, right: Value): Value {
  if (!isSet(left) || !isSet(right)) throw new Fault('shape', 'Only sets are intersected and united.');
  const among = (set: FiniteSet, value: Value) =>
    set.elements.some((element) => apart(element, value) < 1e-9);
  const both = left.elements.filter((value) => among(right, value));
  const rest = left.elements.filter((value) => !among(right, value));
  const elements = { '\\cap': both, '\\cup': [...rest, ...right.elements] }[operator] ?? rest;
  return { kind: 'set', elements };
}

function composed(outer: Value, inner: Value): Value {
  if (!isFunction(outer) || !isFunction(inner)) throw new Fault('shape', 'Only functions are composed.');
  return { kind: 'function', call: (values) => outer.call([inner.call(values)]) };
}
