import { Matrix } from 'ml-matrix';
import { derivative } from '../differences';
import { callValue, indexValue, itemValues, nameValue, stacked } from './compute/application';
import { add, divide, dot, hadamard, kronecker, multiply, negate } from './compute/arithmetic';
import { bigValue } from './compute/binders';
import { derivativeValue, gradientValue, integralValue } from './compute/calculus';
import { absolute, norm } from './compute/norms';
import { binomial, factorial, power, pseudoinverse, root, transpose } from './compute/powers';
import { apart, truth } from './compute/relations';
import type { Expression, Product } from './expression';
import { Fault, guarded } from './fault';
import { keyOf } from './marks';
import type { Scope } from './scope';
import {
  describe,
  type FiniteSet,
  isFunction,
  isOperator,
  isSequence,
  isSet,
  numberOf,
  sequenceOf,
  simplified,
  toValue,
  type Value,
} from './values';

/** The value of an expression in a scope. Throws a fault where it has none. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const of = (inner: Expression) => scope.evaluate(inner, scope);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name':
      return nameValue(expression, scope);
    case 'index':
      return indexValue(expression, scope);
    case 'call':
      return callValue(expression, scope);
    case 'group':
      return of(expression.inner);
    case 'chain':
      return truth(expression, scope);
    case 'sum':
      return sumValue(expression, scope);
    case 'product':
      return productValue(expression, scope);
    case 'fraction':
      return divide(of(expression.numerator), of(expression.denominator), scope.broadcast);
    case 'power':
      return powerValue(expression, scope);
    case 'root':
      return rootValue(expression, scope);
    case 'transpose': {
      const base = of(expression.base);
      return transpose(expression.inverse ? power(base, -1, false) : base);
    }
    case 'pseudoinverse':
      return pseudoinverse(of(expression.base));
    case 'prime':
      return primeValue(of(expression.base), expression.count);
    case 'factorial':
      return factorial(of(expression.base));
    case 'binomial':
      return binomial(of(expression.above), of(expression.below));
    default:
      return largeValue(expression, scope);
  }
}

type Large = Exclude<Expression, { kind: SmallKind }>;
type SmallKind =
  | (
      | 'number'
      | 'name'
      | 'index'
      | 'call'
      | 'group'
      | 'chain'
      | 'sum'
      | 'product'
      | 'fraction'
      | 'power'
      | 'root'
    )
  | ('transpose' | 'pseudoinverse' | 'prime' | 'factorial' | 'binomial');

/** The values of what encloses or binds. */
function largeValue(expression: Large, scope: Scope): Value {
  const of = (inner: Expression) => scope.evaluate(inner, scope);
  switch (expression.kind) {
    case 'big':
      return bigValue(expression, scope);
    case 'bound':
      return boundValue(expression, scope);
    case 'integral':
      return integralValue(expression, scope);
    case 'derivative':
      return derivativeValue(expression, scope);
    case 'gradient':
      return gradientValue(expression, scope);
    case 'norm':
      return norm(of(expression.inner), degreeOf(expression.degree, scope));
    case 'absolute':
      return absolute(of(expression.inner));
    case 'rounded': {
      const value = numberOf(of(expression.inner), 'What is rounded');
      return expression.up ? Math.ceil(value - 1e-12) : Math.floor(value + 1e-12);
    }
    case 'indicator':
      return truth(expression.condition, scope) ? 1 : 0;
    case 'cases':
      return casesValue(expression, scope);
    case 'grid':
      return gridValue(expression.rows.map((row) => row.map(of)));
    case 'list':
      return listValue(expression, scope);
    case 'dots':
      throw new Fault('unread', 'Not read: dots at this place.');
  }
}

/** Where a letter before a parenthesis turns out to be a factor, the power is that of the parenthesis alone. */
function powerValue({ base, exponent }: Extract<Expression, { kind: 'power' }>, scope: Scope): Value {
  const degree = scope.evaluate(exponent, scope);
  const [only] = base.kind === 'call' && !base.certain ? base.items : [];
  if (base.kind === 'call' && only !== undefined && base.items.length === 1) {
    const head = scope.evaluate(base.head, scope);
    if (!isFunction(head) && !isSequence(head)) {
      return multiply(head, power(scope.evaluate(only, scope), degree, scope.broadcast));
    }
  }
  return power(scope.evaluate(base, scope), degree, scope.broadcast);
}

function sumValue({ terms }: Extract<Expression, { kind: 'sum' }>, scope: Scope): Value {
  const values = terms.map(({ sign, term }) => {
    const value = scope.evaluate(term, scope);
    return sign.text === '-' ? negate(value) : value;
  });
  return values.reduce((sum, value) => add(sum, value, scope.broadcast));
}

function productValue({ factors, operators }: Product, scope: Scope): Value {
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

function rootValue({ radicand, degree }: Extract<Expression, { kind: 'root' }>, scope: Scope): Value {
  const order = degree === null ? 2 : numberOf(scope.evaluate(degree, scope), 'The degree of a root');
  return root(scope.evaluate(radicand, scope), order, scope.broadcast);
}

/** The derivative of a function of a number, also at each entry of an array that the function maps entry by entry. */
function primeValue(base: Value, count: number): Value {
  if (!isFunction(base))
    throw new Fault('unknown', `${describe(base)} has no derivative; give the primed letter.`);
  const slope = (f: (x: number) => number, times: number): ((x: number) => number) =>
    times === 0 ? f : (x) => derivative(slope(f, times - 1), x);
  const f = slope((x) => numberOf(base.call([x]), 'A function’s value'), count);
  return {
    kind: 'function',
    call([value]) {
      if (value instanceof Matrix) return new Matrix(value.to2DArray().map((row) => row.map(f)));
      return f(numberOf(value ?? false, 'An argument'));
    },
  };
}

/** An operator of the check, applied to what follows it as a function of the letters that it binds. */
function boundValue(
  { operator, letters, body }: Extract<Expression, { kind: 'bound' }>,
  scope: Scope,
): Value {
  const value = scope.value(operator.fragment);
  if (value === null || !isOperator(value))
    throw new Fault('unknown', `${operator.fragment} is no operator.`);
  const keys = value.letters.map(keyOf);
  for (const letter of letters) {
    const key = letter.kind === 'name' ? letter.fragment : '';
    if (!keys.includes(key)) throw new Fault('unknown', `The integral binds ${keys.join(', ')}, not ${key}.`);
  }
  return guarded(() =>
    value.apply((given) =>
      scope.evaluate(
        body,
        keys.reduce((inner, key, i) => inner.binding(key, toValue(given[i] ?? 0)), scope),
      ),
    ),
  );
}

/** `2`, `1`, `\infty` and letters with a value as numbers; `F` and the like as they are. */
function degreeOf(degree: string, scope: Scope): string | number {
  if (degree === '\\infty') return Infinity;
  if (/^\d+$/.test(degree)) return Number(degree);
  const value = degree === '' ? null : scope.value(degree);
  return typeof value === 'number' ? value : degree;
}

function casesValue({ rows }: Extract<Expression, { kind: 'cases' }>, scope: Scope): Value {
  const row = rows.find(({ when }) => when === null || truth(when, scope));
  if (row === undefined) throw new Fault('domain', 'No case holds.');
  return scope.evaluate(row.value, scope);
}

function gridValue(rows: readonly (readonly Value[])[]): Value {
  const whole = stacked(
    rows.map((row) => stacked(row, false)),
    true,
  );
  return whole instanceof Matrix ? simplified(whole) : whole;
}

function listValue({ open, items, separators }: Extract<Expression, { kind: 'list' }>, scope: Scope): Value {
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
