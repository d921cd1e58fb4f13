import type { Range } from '../../../src/core/tex';

/** A relation between two sides, as its mark: `=`, `\leq`. */
export interface Relation {
  readonly text: string;
  readonly range: Range;
}

/** A letter that a sum, product or maximum binds, with what is said of its values. */
export interface Binder {
  readonly letters: readonly Expression[];
  readonly from: Expression | null;
  readonly to: Expression | null;
  readonly within: Expression | null;
  readonly conditions: readonly Chain[];
}

/** An index: a value, or a stretch of them (`1:t`, `<t`). */
export type Index =
  | { readonly kind: 'at'; readonly value: Expression }
  | {
      readonly kind: 'stretch';
      readonly from: Expression | null;
      readonly to: Expression;
      readonly open: boolean;
    };

type Node<Kind extends string, Fields> = { readonly kind: Kind; readonly range: Range } & Readonly<Fields>;

export type Name = Node<'name', { fragment: string }>;
export type Chain = Node<'chain', { sides: readonly Expression[]; relations: readonly Relation[] }>;
export type Sum = Node<'sum', { terms: readonly { sign: Sign; term: Expression }[] }>;
export type Product = Node<'product', { factors: readonly Expression[]; operators: readonly Operation[] }>;
export type Call = Node<
  'call',
  {
    head: Expression;
    items: readonly Expression[];
    /** The subscript of a named function: the base of `\log_{2}`. */
    base: Expression | null;
    /** False where nothing says whether a letter before a parenthesis is a function or a factor. */
    certain: boolean;
    delimited: boolean;
  }
>;
export type Power = Node<'power', { base: Expression; exponent: Expression }>;
export type Big = Node<'big', { operator: string; binder: Binder; body: Expression }>;
export type Integral = Node<
  'integral',
  { from: Expression | null; to: Expression | null; letters: readonly Name[]; body: Expression }
>;
export type Derivative = Node<'derivative', { of: Expression; by: readonly Expression[] }>;
export type Gradient = Node<
  'gradient',
  { of: Expression; by: Expression | null; order: 'first' | 'second' | 'divergence' }
>;
export type Norm = Node<'norm', { inner: Expression; degree: string }>;
export type Cases = Node<'cases', { rows: readonly { value: Expression; when: Chain | null }[] }>;
export type Grid = Node<'grid', { rows: readonly (readonly Expression[])[] }>;
export type List = Node<
  'list',
  { open: '(' | '[' | '\\{'; items: readonly Expression[]; separators: readonly string[] }
>;

/** A `+` or `-` before a term; the first term may have none. */
export interface Sign {
  readonly text: '+' | '-';
  /** Empty where no sign is written. */
  readonly range: Range;
}

/** What stands between two factors; empty where they stand side by side. */
export interface Operation {
  readonly text: string;
  readonly range: Range;
}

/** Mathematics as a tree, as it was read. Ranges are UTF-16 offsets in the LaTeX. */
export type Expression =
  | Node<'number', { value: number }>
  | Name
  | Chain
  | Sum
  | Product
  | Call
  | Power
  | Big
  | Integral
  | Derivative
  | Gradient
  | Norm
  | Cases
  | Grid
  | List
  | Node<'index', { base: Expression; indices: readonly Index[] }>
  | Node<'transpose', { base: Expression; inverse: boolean }>
  | Node<'pseudoinverse', { base: Expression }>
  | Node<'prime', { base: Expression; count: number }>
  | Node<'factorial', { base: Expression }>
  | Node<'group', { inner: Expression }>
  | Node<'fraction', { numerator: Expression; denominator: Expression }>
  | Node<'root', { radicand: Expression; degree: Expression | null }>
  | Node<'binomial', { above: Expression; below: Expression }>
  | Node<'bound', { operator: Name; letters: readonly Name[]; body: Expression }>
  | Node<'absolute', { inner: Expression }>
  | Node<'rounded', { inner: Expression; up: boolean }>
  | Node<'indicator', { condition: Chain }>
  | Node<'dots', object>;

/** What a statement is for: to be compared, to hold besides, or to name where something comes from. */
export type StatementRole = 'claim' | 'condition' | 'declaration';
