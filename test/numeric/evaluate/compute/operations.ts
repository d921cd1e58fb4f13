import type { Product } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import { type FiniteSet, isFunction, isSet, numberOf, type Value } from '../values';
import { divide, dot, hadamard, kronecker, multiply } from './arithmetic';
import { apart } from './relations';

/** Factors from the left to the right, by what stands between them. */
export function productValue({ factors, operators }: Product, scope: Scope): Value {
  const values = factors.map((factor) => scope.evaluate(factor, scope));
  return values.reduce((left, right, i) => operated(operators[i - 1]?.text ?? '', left, right, scope));
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
