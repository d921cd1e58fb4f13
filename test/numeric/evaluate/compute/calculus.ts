import { Matrix } from 'ml-matrix';
import { differences } from '../../differences';
import { integrate } from '../../quadrature';
import type { Derivative, Expression, Gradient, Integral } from '../expression';
import { Fault } from '../fault';
import type { Scope } from '../scope';
import { describe, isFunction, numberOf, simplified, type Value } from '../values';
import { add, scaled } from './arithmetic';
import { elementAt, placesOf, withElement } from './indexing';

/** A place to differentiate at: a value, and what the function is at another one. */
interface Point {
  readonly value: Value;
  at(value: Value): Value;
}

/** The derivative of a function of a number, of whatever kind its values are. */
function slope(at: (x: number) => Value, x: number): Value {
  return differences(
    (step) => at(x + step),
    x,
    (parts) => parts.map(({ value, weight }) => scaled(value, weight)).reduce((a, b) => add(a, b, false)),
  );
}

/** The derivatives in each entry of a matrix, row by row. */
function partials(at: (value: Value) => Value, matrix: Matrix): readonly Value[] {
  return matrix.to1DArray().map((entry, k) =>
    slope((x) => {
      const copy = matrix.clone();
      copy.set(Math.floor(k / matrix.columns), k % matrix.columns, x);
      return at(copy);
    }, entry),
  );
}

/** A number's gradient has the shape of the place; a column's Jacobian has a row for each output. */
function differential({ value, at }: Point): Value {
  if (typeof value === 'number') return slope(at, value);
  if (!(value instanceof Matrix)) throw new Fault('shape', `No derivative by ${describe(value)}.`);
  const parts = partials(at, value);
  if (parts.every((part) => typeof part === 'number')) {
    const entries = Array.from({ length: value.rows }, (_, i) =>
      parts.slice(i * value.columns, (i + 1) * value.columns),
    );
    return simplified(new Matrix(entries));
  }
  const columns = parts.map((part) =>
    part instanceof Matrix && part.columns === 1 ? part.to1DArray() : null,
  );
  const full = columns.filter((column) => column !== null);
  if (value.columns !== 1 || full.length !== columns.length) {
    throw new Fault('shape', 'Only a column has a derivative by a column; give other ones as a fragment.');
  }
  return simplified(new Matrix(full).transpose());
}

/** Where a letter of the scope is changed, and the expression that is watched. Values must come from the letter. */
function pointOf(of: Expression, by: Expression, scope: Scope): Point {
  let seen = false;
  const saw = () => {
    seen = true;
  };
  const name = by.kind === 'index' ? by.base : by;
  if (name.kind !== 'name') throw new Fault('unread', 'Not read: what a derivative is taken by.');
  const whole = scope.value(name.fragment);
  if (whole === null) throw new Fault('unknown', `${name.fragment} has no value to differentiate at.`);
  const places = by.kind === 'index' ? placesOf(by.indices, scope) : [];
  return {
    value: elementAt(whole, places),
    at(value) {
      const result = scope.evaluate(
        of,
        scope.watching(name.fragment, withElement(whole, places, value), saw),
      );
      if (!seen) {
        throw new Fault(
          'unknown',
          `Nothing is computed from ${name.fragment} here; give the derivative as a fragment.`,
        );
      }
      return result;
    },
  };
}

/** `\frac{\partial f}{\partial x}`, also of higher order, by central differences. */
export function derivativeValue({ of, by }: Pick<Derivative, 'of' | 'by'>, scope: Scope): Value {
  const [letter, ...rest] = by;
  if (letter === undefined) return scope.evaluate(of, scope);
  if (rest.length === 0) return differential(pointOf(of, letter, scope));
  const point = pointOf(of, letter, scope);
  if (typeof point.value !== 'number')
    throw new Fault('unread', 'Not read: a second derivative by a vector.');
  const name = letter.kind === 'index' ? letter.base : letter;
  const fragment = name.kind === 'name' ? name.fragment : '';
  const whole = scope.value(fragment);
  const places = letter.kind === 'index' ? placesOf(letter.indices, scope) : [];
  return slope(
    (x) =>
      derivativeValue(
        { of, by: rest },
        scope.watching(fragment, withElement(whole ?? x, places, x), () => 0),
      ),
    point.value,
  );
}

/** The function that stands under `\nabla` without a letter, as a function of its first argument. */
function functionPoint(of: Expression, scope: Scope): Point {
  if (of.kind === 'gradient' && of.by === null && of.order === 'first') {
    const inner = functionPoint(of.of, scope);
    return { value: inner.value, at: (value) => differential({ value, at: inner.at }) };
  }
  if (of.kind !== 'call')
    throw new Fault('unread', 'Not read: a gradient without a place; write f(x) or \\nabla_{x}.');
  const f = scope.evaluate(of.head, scope);
  const [first, ...rest] = of.items.map((item) => scope.evaluate(item, scope));
  if (!isFunction(f) || first === undefined) throw new Fault('shape', 'A gradient of no function.');
  return { value: first, at: (value) => f.call([value, ...rest]) };
}

/** A gradient as a column (or in the shape of a matrix), a Hessian, or a divergence. */
export function gradientValue({ of, by, order }: Gradient, scope: Scope): Value {
  const point = by === null ? functionPoint(of, scope) : pointOf(of, by, scope);
  if (order === 'second') {
    const at = (value: Value) => differential({ value, at: point.at });
    return differential({ value: point.value, at });
  }
  const result = differential(point);
  if (order === 'divergence') return result instanceof Matrix ? result.trace() : result;
  const isGradient = typeof point.at(point.value) === 'number';
  if (!isGradient) throw new Fault('shape', 'The gradient of something that is no number.');
  return result;
}

/** An integral with both bounds. */
export function integralValue({ from, to, letters, body }: Integral, scope: Scope): Value {
  const [letter, ...more] = letters;
  if (letter?.kind !== 'name' || more.length > 0)
    throw new Fault('unread', 'Not read: an integral over several letters.');
  if (from === null || to === null) {
    throw new Fault('unknown', 'An integral without bounds; give \\int as a fragment, with an operator.');
  }
  const bound = (expression: Expression) => numberOf(scope.evaluate(expression, scope), 'A bound');
  return integrate(
    (x) => numberOf(scope.evaluate(body, scope.binding(letter.fragment, x)), 'An integrand'),
    bound(from),
    bound(to),
  );
}
