import type { Expression } from './expression';

/** The expressions that an expression is made of, as they were written. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
    case 'dots':
      return [];
    case 'chain':
      return expression.sides;
    case 'sum':
      return expression.terms.map(({ term }) => term);
    case 'product':
      return expression.factors;
    case 'call':
      return [expression.head, ...present(expression.base), ...expression.items];
    case 'power':
      return [expression.base, expression.exponent];
    case 'transpose':
    case 'pseudoinverse':
    case 'prime':
    case 'factorial':
      return [expression.base];
    case 'index':
      return [expression.base, ...expression.indices.flatMap(inIndex)];
    case 'big':
      return [...inBinder(expression.binder), expression.body];
    case 'integral':
      return [...present(expression.from), ...present(expression.to), expression.body];
    case 'derivative':
      return [expression.of];
    case 'gradient':
      return [expression.of];
    case 'norm':
    case 'group':
    case 'absolute':
    case 'rounded':
      return [expression.inner];
    case 'cases':
      return expression.rows.flatMap(({ value, when }) => [value, ...present(when)]);
    case 'grid':
      return expression.rows.flat();
    case 'list':
      return expression.items;
    case 'fraction':
      return [expression.numerator, expression.denominator];
    case 'root':
      return [expression.radicand, ...present(expression.degree)];
    case 'binomial':
      return [expression.above, expression.below];
    case 'bound':
      return [expression.body];
    case 'indicator':
      return [expression.condition];
  }
}

function present(expression: Expression | null): readonly Expression[] {
  return expression === null ? [] : [expression];
}

type IndexNode = Extract<Expression, { kind: 'index' }>;
type BigNode = Extract<Expression, { kind: 'big' }>;

function inIndex(index: IndexNode['indices'][number]): readonly Expression[] {
  return index.kind === 'at' ? [index.value] : [...present(index.from), index.to];
}

function inBinder({ from, to, within, conditions }: BigNode['binder']): readonly Expression[] {
  return [...present(from), ...present(to), ...present(within), ...conditions];
}
