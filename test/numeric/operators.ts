import type { Matrix } from 'ml-matrix';
import { add, scaled } from './evaluate/compute/arithmetic';
import { type Given, numberOf, type Operator, toValue, type Value } from './evaluate/values';
import { integrate } from './quadrature';

/** One letter, or several that are bound together; then an outcome is a list of their values. */
type Letters = string | readonly string[];

const listed = (letters: Letters) => (typeof letters === 'string' ? [letters] : letters);

function outcomeOf(letters: Letters, outcome: Given): readonly Given[] {
  if (typeof letters === 'string') return [outcome];
  if (Array.isArray(outcome)) return outcome;
  throw new Error(`An outcome of ${letters.join(', ')} is a list of as many values.`);
}

function weighted(values: readonly Value[], weights: readonly number[]): Value {
  return values
    .map((value, i) => scaled(value, weights[i] ?? 0))
    .reduce((sum, value) => add(sum, value, false), 0);
}

/**
 * The expectation over a finite support: `expectation('\\mathbf{x}', [0, 1], [0.3, 0.7])` for
 * `\mathbb{E}_{p(\mathbf{x})}`; `expectation(['x', 'y'], [[0, 1], [1, 0]], [0.5, 0.5])` for two letters at once.
 */
export function expectation(
  letters: Letters,
  support: readonly Given[],
  probabilities: readonly number[],
): Operator {
  return {
    kind: 'operator',
    letters: listed(letters),
    apply: (body) =>
      weighted(
        support.map((outcome) => body(outcomeOf(letters, outcome))),
        probabilities,
      ),
  };
}

/** The sum over a finite support, for a sum whose range the LaTeX leaves to the reader: `\sum_{x}`. */
export function summation(letters: Letters, support: readonly Given[]): Operator {
  return expectation(
    letters,
    support,
    support.map(() => 1),
  );
}

/** The largest value over a finite set: `\max_{a}`, `\sup_{f}`. */
export function maximum(letters: Letters, support: readonly Given[]): Operator {
  return {
    kind: 'operator',
    letters: listed(letters),
    apply: (body) =>
      Math.max(...support.map((outcome) => numberOf(body(outcomeOf(letters, outcome)), 'A candidate'))),
  };
}

/** The smallest value over a finite set: `\min_{a}`, `\inf_{f}`. */
export function minimum(letters: Letters, support: readonly Given[]): Operator {
  return {
    kind: 'operator',
    letters: listed(letters),
    apply: (body) =>
      Math.min(...support.map((outcome) => numberOf(body(outcomeOf(letters, outcome)), 'A candidate'))),
  };
}

/** Where a number is largest over a finite set, for an arg max whose range the LaTeX leaves to the reader. */
export function argMaximum(letter: string, support: readonly Given[]): Operator {
  return argExtreme(letter, support, 1);
}

/** Where a number is smallest over a finite set. */
export function argMinimum(letter: string, support: readonly Given[]): Operator {
  return argExtreme(letter, support, -1);
}

function argExtreme(letter: string, support: readonly Given[], sign: 1 | -1): Operator {
  return {
    kind: 'operator',
    letters: [letter],
    apply(body) {
      const sizes = support.map((outcome) => sign * numberOf(body([outcome]), 'A candidate'));
      return toValue(support[sizes.indexOf(Math.max(...sizes))] ?? Number.NaN);
    },
  };
}

/** The integral of a number over an interval, by quadrature: for `\int` without bounds, or weighted by a density. */
export function integral(
  letter: string,
  from: number,
  to: number,
  density: (x: number) => number = () => 1,
): Operator {
  return {
    kind: 'operator',
    letters: [letter],
    apply: (body) => integrate((x) => density(x) * numberOf(body([x]), 'An integrand'), from, to),
  };
}

/** The expectation under a density on the line, by quadrature. */
export function expectationUnder(
  letter: string,
  density: (x: number) => number,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Operator {
  return integral(letter, from, to, density);
}

/** An operator of another kind: `apply` gets what follows as a function of the bound letters. */
export function operator(
  letters: Letters,
  apply: (body: (...values: readonly Given[]) => number | Matrix) => Value,
): Operator {
  return {
    kind: 'operator',
    letters: listed(letters),
    apply: (body) =>
      apply((...values) => {
        const value = body(values);
        if (typeof value === 'number' || (typeof value === 'object' && !('kind' in value))) return value;
        throw new Error('An operator’s body must be a number or a matrix.');
      }),
  };
}
