import { Matrix } from 'ml-matrix';
import { derivative } from '../differences';
import { callValue, indexValue, nameValue } from './compute/application';
import { add, divide, multiply, negate } from './compute/arithmetic';
import { bigValue } from './compute/binders';
import { derivativeValue, gradientValue, integralValue } from './compute/calculus';
import { casesValue, gridValue, listValue } from './compute/lists';
import { absolute, norm } from './compute/norms';
import { productValue } from './compute/operations';
import { binomial, factorial, power, pseudoinverse, root, transpose } from './compute/powers';
import { truth } from './compute/relations';
import type { Expression } from './expression';
import { Fault, guarded } from './fault';
import { keyOf } from './marks';
import type { Scope } from './scope';
import { describe, isFunction, isOperator, isSequence, numberOf, toValue, type Value } from './values';

/** The value of an expression in a scope. Throws a fault where it has none. */
export function evaluate(expression: Expression, scope: Scope): Value {
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
      return scope.evaluate(expression.inner, scope);
    case 'chain':
      return truth(expression, scope);
    case 'sum':
      return sumValue(expression, scope);
    case 'product':
      return productValue(expression, scope);
    case 'fraction':
      return divide(
        scope.evaluate(expression.numerator, scope),
        scope.evaluate(expression.denominator, scope),
        scope.broadcast,
      );
    case 'power':
      return powerValue(expression, scope);
    case 'root':
      return rootValue(expression, scope);
    case 'transpose': {
      const base = scope.evaluate(expression.base, scope);
      return transpose(expression.inverse ? power(base, -1, false) : base);
    }
    case 'pseudoinverse':
      return pseudoinverse(scope.evaluate(expression.base, scope));
    case 'prime':
      return primeValue(scope.evaluate(expression.base, scope), expression.count);
    case 'factorial':
      return factorial(scope.evaluate(expression.base, scope));
    case 'binomial':
      return binomial(scope.evaluate(expression.above, scope), scope.evaluate(expression.below, scope));
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
      return norm(scope.evaluate(expression.inner, scope), degreeOf(expression.degree, scope));
    case 'absolute':
      return absolute(scope.evaluate(expression.inner, scope));
    case 'rounded': {
      const value = numberOf(scope.evaluate(expression.inner, scope), 'What is rounded');
      return expression.up ? Math.ceil(value - 1e-12) : Math.floor(value + 1e-12);
    }
    case 'indicator':
      return truth(expression.condition, scope) ? 1 : 0;
    case 'cases':
      return casesValue(expression, scope);
    case 'grid':
      return gridValue(expression, scope);
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
