import assert from 'node:assert/strict';
import { computed, vector } from '../given';
import { evaluate } from './evaluate';
import { Fault, settled } from './fault';
import { holds, prepare, type Verdict } from './holds';
import { marksOf } from './marks';
import { parse } from './parse';
import type { GivenScope } from './scope';
import type { Value } from './values';

/** The value of LaTeX with the given symbols, or the fault that stops it. */
export function valueIn(latex: string, given: GivenScope = {}, broadcast = false): Value | Fault {
  const prepared = prepare({ cases: [given], broadcast });
  if (prepared instanceof Fault) return prepared;
  const [scope] = prepared.scopes;
  if (scope === undefined) return new Fault('unknown', 'There is no case.');
  return settled(() => evaluate(parse(marksOf(latex), prepared.lexicon), scope));
}

/** Asserts what LaTeX evaluates to. */
export function gives(latex: string, expected: number, given: GivenScope = {}, broadcast = false): void {
  const value = valueIn(latex, given, broadcast);
  if (value instanceof Fault) throw value;
  assert.equal(typeof value, 'number', latex);
  assert.ok(Math.abs(Number(value) - expected) < 1e-8, `${latex} is ${String(value)}, not ${expected}`);
}

/** Asserts that LaTeX has no value, and how the fault names the reason. */
export function refuses(latex: string, reason: RegExp, given: GivenScope = {}): void {
  const value = valueIn(latex, given);
  assert.ok(value instanceof Fault, `${latex} has a value`);
  assert.match(value.message, reason);
}

/** Whether an equation holds in the cases given. */
export function verdictIn(latex: string, ...cases: readonly GivenScope[]): Verdict {
  return holds(latex, { cases, tolerance: { equal: 1e-7, near: 0.01 }, broadcast: false });
}

/** A loss that can be differentiated in the weights: the sum of their cubes. */
export const cubes: GivenScope = {
  '\\mathbf{w}': vector([1, 2]),
  '\\mathcal{L}': computed((get) =>
    get('\\mathbf{w}')
      .to1DArray()
      .reduce((sum: number, entry: number) => sum + entry ** 3, 0),
  ),
};
