import { Matrix } from 'ml-matrix';
import type { FunctionCheck, LatexCheck, Result } from './check';
import { Fault, settled } from './evaluate/fault';
import { prepare, verdictOn } from './evaluate/holds';
import { keyOf, marksOf } from './evaluate/marks';
import { type Mutant, mutantsOf } from './evaluate/mutants';
import { read } from './evaluate/reading';

/** What a check found: its faults in words, none if it passes. */
export interface Outcome {
  readonly faults: readonly string[];
  /** How many mutants were made. */
  readonly mutants: number;
}

/** Evaluates an entry's LaTeX in every case, and its mutants, each of which must fail in one. */
export function runLatexCheck(check: LatexCheck, latex: string): Outcome {
  const { broadcast, symmetric } = check;
  const tolerance = { equal: check.tolerance, near: check.near };
  const cases = check.cases.map(({ given }) => given);
  if (cases.length === 0) return { faults: ['It has no case.'], mutants: 0 };
  const prepared = prepare({ cases, broadcast });
  if (prepared instanceof Fault) return { faults: [prepared.message], mutants: 0 };
  const reading = settled(() => read(marksOf(latex), prepared.lexicon));
  if (reading instanceof Fault) return { faults: [reading.message], mutants: 0 };
  const verdict = verdictOn(reading, prepared, tolerance);
  if (verdict.kind === 'fault') return { faults: [verdict.fault.message], mutants: 0 };
  if (verdict.kind === 'fails') return { faults: [`It does not hold. ${verdict.reason}`], mutants: 0 };
  const mutants = mutantsOf(latex, reading, prepared.lexicon, symmetric);
  const alive = mutants.filter((mutant) => {
    const broken = verdictOn(mutant.reading, prepared, tolerance);
    // A weaker bound holds too; but where the bound is attained, it is not.
    return broken.kind === 'holds' && verdict.equalities.every((place) => broken.equalities.includes(place));
  });
  return { faults: faultsOf(check, mutants, alive), mutants: mutants.length };
}

function faultsOf(
  { same }: LatexCheck,
  mutants: readonly Mutant[],
  alive: readonly Mutant[],
): readonly string[] {
  const named = new Map(Object.keys(same).map((printed) => [keyOf(printed), printed]));
  const none = mutants.length === 0 ? ['No mutant could be made of it.'] : [];
  const survivors = alive
    .filter(({ printed }) => !named.has(keyOf(printed)))
    .map(({ what, printed }) => `A mutant holds too (${what}):\n    ${printed}`);
  const stale = [...named].flatMap(([key, printed]) => {
    if (alive.some((mutant) => keyOf(mutant.printed) === key)) return [];
    const isMade = mutants.some((mutant) => keyOf(mutant.printed) === key);
    return [`\`same\` names ${isMade ? 'a mutant that fails' : 'no mutant that was made'}:\n    ${printed}`];
  });
  return [...none, ...survivors, ...stale];
}

function numbersOf(result: Result): readonly number[] {
  if (typeof result === 'number') return [result];
  return result instanceof Matrix ? result.to1DArray() : result;
}

/** How far two results are apart, relative to the larger of 1 and the second; infinite for other lengths. */
function distance(result: Result, against: Result): number {
  const [left, right] = [numbersOf(result), numbersOf(against)];
  if (left.length !== right.length || left.length === 0) return Infinity;
  const size = Math.max(1, ...right.map(Math.abs));
  const gaps = left.map((value, i) => Math.abs(value - (right[i] ?? Number.NaN)) / size);
  return gaps.some(Number.isNaN) ? Infinity : Math.max(...gaps);
}

/** Compares a formula with what it should be, and broken formulas that should differ. */
export function runFunctionCheck(check: FunctionCheck): Outcome {
  const against = check.against();
  const gap = distance(check.formula(), against);
  const mutants = Object.entries(check.mutants);
  const wrong =
    gap <= check.tolerance ? [] : [`The two sides are ${gap} apart, and may be ${check.tolerance}.`];
  const none = mutants.length === 0 ? ['It has no mutant.'] : [];
  const alive = mutants.flatMap(([name, mutant]) =>
    distance(mutant(), against) <= check.tolerance ? [`The mutant “${name}” passes too.`] : [],
  );
  return { faults: [...wrong, ...none, ...alive], mutants: mutants.length };
}
