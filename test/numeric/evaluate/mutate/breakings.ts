import { builtin } from '../compute/functions';
import type { Chain, Expression, Index, Product } from '../expression';
import { type Breaking, drop, type Edit, exchange, put, textAt } from './edits';

/** What the making of mutants knows of an equation. */
export interface Ground {
  readonly latex: string;
  /** Keys of functions of two values whose order does not matter. */
  readonly symmetric: ReadonlySet<string>;
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

const one = (what: string, ...edits: readonly Edit[]): readonly Breaking[] => [{ what, edits }];

/** The ways to break one node of a tree, without those inside it. */
export function breakingsOf(node: Expression, ground: Ground): readonly Breaking[] {
  const { latex } = ground;
  switch (node.kind) {
    case 'number':
      return one(
        'another number',
        put(latex, node.range, String(node.value >= 100 ? 2 * node.value : node.value + 1)),
      );
    case 'sum':
      return signs(node);
    case 'product':
      return [...droppedFactors(node), ...exchangedFactors(node, ground)];
    case 'fraction':
      return one('fraction upside down', ...exchange(latex, node.numerator.range, node.denominator.range));
    case 'binomial':
      return one('binomial upside down', ...exchange(latex, node.above.range, node.below.range));
    case 'root':
      return one('no root', put(latex, node.range, `(${textAt(latex, node.radicand.range)})`));
    case 'power':
    case 'factorial':
    case 'prime':
    case 'pseudoinverse':
      return one(`no ${node.kind}`, { range: { start: node.base.range.end, end: node.range.end }, text: '' });
    case 'transpose':
      return transposed(node);
    case 'call':
      return [
        ...bareArgument(node, ground),
        ...exchangedArguments(node, ground),
        ...otherExtreme(node, latex),
      ];
    case 'index':
      return node.indices.length === 2
        ? [...shifts(node, latex), ...turned(node, latex)]
        : shifts(node, latex);
    case 'big':
      return [...bounds(node, latex), ...otherExtreme(node, latex)];
    case 'norm':
      return otherNorm(node, latex);
    case 'chain':
      return reversed(node);
    default:
      return [];
  }
}

function signs({ terms }: Of<'sum'>): readonly Breaking[] {
  return terms.flatMap(({ sign }, i) => {
    if (sign.range.start === sign.range.end) return [];
    if (i === 0) return one('no minus', { range: sign.range, text: '' });
    return one('other sign', { range: sign.range, text: sign.text === '+' ? '-' : '+' });
  });
}

function droppedFactors({ factors, operators }: Product): readonly Breaking[] {
  return factors.flatMap((factor, i) => {
    const [before, after] = [factors[i - 1], factors[i + 1]];
    if (before !== undefined)
      return one('a factor less', drop({ start: before.range.end, end: factor.range.end }));
    if (operators[0]?.text === '/') return one('a factor less', { range: factor.range, text: '1' });
    return after === undefined
      ? []
      : one('a factor less', drop({ start: factor.range.start, end: after.range.start }));
  });
}

/** Bold letters are arrays, whose product depends on the order. */
function isBold(node: Expression): boolean {
  switch (node.kind) {
    case 'name':
      return (
        /^\\(?:mathbf|boldsymbol|bm)\{/.test(node.fragment) ||
        /^\\(?:hat|tilde|bar)\{\\(?:mathbf|bold)/.test(node.fragment)
      );
    case 'index':
    case 'transpose':
    case 'power':
      return isBold(node.base);
    default:
      return false;
  }
}

function exchangedFactors({ factors, operators }: Product, { latex }: Ground): readonly Breaking[] {
  return factors.flatMap((factor, i) => {
    const next = factors[i + 1];
    const isProduct = operators[i]?.text === '' && next !== undefined && isBold(factor) && isBold(next);
    if (!isProduct || textAt(latex, factor.range) === textAt(latex, next.range)) return [];
    return one('factors in the other order', ...exchange(latex, factor.range, next.range));
  });
}

function transposed({ base, inverse, range }: Of<'transpose'>): readonly Breaking[] {
  const script = { start: base.range.end, end: range.end };
  const plain = one('no transpose', { range: script, text: inverse ? '^{-1}' : '' });
  return inverse ? [...plain, ...one('no inverse', { range: script, text: '^{\\top}' })] : plain;
}

function keyOfHead(head: Expression): string {
  return head.kind === 'name' ? head.fragment : head.kind === 'index' ? keyOfHead(head.base) : '';
}

function bareArgument(call: Of<'call'>, { latex }: Ground): readonly Breaking[] {
  const name = keyOfHead(call.head);
  if (call.items.length !== 1 || builtin(name) === null || name === '\\langle') return [];
  const start = call.base?.range.end ?? call.head.range.end;
  const argument = latex.slice(start, call.range.end).trim();
  return one(`no ${name}`, put(latex, call.range, ` ${argument}`));
}

const SYMMETRIC = new Set(['\\max', '\\min', '\\langle']);

function exchangedArguments(call: Of<'call'>, { latex, symmetric }: Ground): readonly Breaking[] {
  const [left, right] = call.items;
  const name = keyOfHead(call.head);
  if (left === undefined || right === undefined || call.items.length !== 2) return [];
  if (SYMMETRIC.has(name) || symmetric.has(name) || left.kind === 'dots' || right.kind === 'dots') return [];
  return one('arguments in the other order', ...exchange(latex, left.range, right.range));
}

const OPPOSITE: readonly (readonly [RegExp, string])[] = [
  [/^\\max/, '\\min'],
  [/^\\min/, '\\max'],
  [/^\\sup/, '\\inf'],
  [/^\\inf/, '\\sup'],
  [/^\\operatorname\*\{arg\\,max\}/, '\\operatorname*{arg\\,min}'],
  [/^\\operatorname\*\{arg\\,min\}/, '\\operatorname*{arg\\,max}'],
];

function otherExtreme({ range }: Expression, latex: string): readonly Breaking[] {
  const text = latex.slice(range.start, range.end);
  return OPPOSITE.flatMap(([pattern, other]) =>
    pattern.test(text) ? one('the other extreme', { range, text: text.replace(pattern, () => other) }) : [],
  );
}

/** `t-1` and `t+1` become `t`; a letter the next one. */
function shifts({ indices }: Of<'index'>, latex: string): readonly Breaking[] {
  const places = indices.map((index): Expression => (index.kind === 'at' ? index.value : index.to));
  return places.flatMap((place, i) => {
    const text = shifted(place, latex);
    if (text === null) return [];
    // Letters side by side need a comma once one of them is no letter.
    const isList = indices.length > 1 && !/[,:<]/.test(between(places, latex));
    if (!isList) return one('index shifted', put(latex, place.range, text));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return [];
    const all = places.map((each, j) => (j === i ? text : textAt(latex, each.range)));
    return one('index shifted', {
      range: { start: first.range.start, end: last.range.end },
      text: all.join(','),
    });
  });
}

function between(places: readonly Expression[], latex: string): string {
  return places
    .slice(1)
    .reduce((text, place, i) => text + latex.slice(places[i]?.range.end, place.range.start), '');
}

function shifted(place: Expression, latex: string): string | null {
  if (place.kind === 'name') return `${textAt(latex, place.range)}+1`;
  const [first, second] = place.kind === 'sum' ? place.terms : [];
  if (first === undefined || second?.term.kind !== 'number') return null;
  return latex.slice(first.term.range.start, first.term.range.end);
}

function turned({ indices }: Of<'index'>, latex: string): readonly Breaking[] {
  const at = (index: Index | undefined) => (index?.kind === 'at' ? index.value : null);
  const [left, right] = [at(indices[0]), at(indices[1])];
  if (left === null || right === null) return [];
  if (textAt(latex, left.range) === textAt(latex, right.range)) return [];
  return one('indices in the other order', ...exchange(latex, left.range, right.range));
}

function bounds({ binder: { from, to } }: Of<'big'>, latex: string): readonly Breaking[] {
  const next = (bound: Expression, step: string) =>
    put(latex, bound.range, `${textAt(latex, bound.range)}${step}`);
  const first = from === null || from.kind === 'number' ? [] : one('begins later', next(from, '+1'));
  return to === null ? first : [...first, ...one('ends earlier', next(to, '-1'))];
}

function otherNorm({ degree, range }: Of<'norm'>, latex: string): readonly Breaking[] {
  const text = latex.slice(range.start, range.end);
  const other = degree === '1' ? '2' : '1';
  if (degree !== '1' && degree !== '2') return [];
  return one('another norm', { range, text: text.replace(/_\{?[12]\}?$/, `_{${other}}`) });
}

const REVERSE: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '\\leq': '\\geq',
  '\\geq': '\\leq',
  '\\neq': '=',
};

/** Turns the inequalities of a chain. */
export function reversed({ relations }: Pick<Chain, 'relations'>): readonly Breaking[] {
  return relations.flatMap(({ text, range }) => {
    const other = REVERSE[text];
    return other === undefined ? [] : one('inequality turned', { range, text: `${other} ` });
  });
}
