import { Fault } from '../fault';
import { elementsOf, isSequence, matrixOf, type Value } from '../values';

function numbersIn(value: Value): readonly number[] {
  return isSequence(value) ? elementsOf(value).flatMap(numbersIn) : matrixOf(value, 'A side').to1DArray();
}

/** Whether pairs of values have one ratio, not zero, in all their entries: what `\propto` says. */
export function proportional(pairs: readonly (readonly [Value, Value])[], tolerance: number): boolean {
  const ratios = pairs.flatMap(([left, right]) => {
    const others = numbersIn(right);
    return numbersIn(left).map((entry, i) => entry / (others[i] ?? Number.NaN));
  });
  if (ratios.length < 2)
    throw new Fault('unknown', 'One pair of numbers is always in proportion; give more cases.');
  const [first = 0] = ratios;
  return first !== 0 && ratios.every((ratio) => Math.abs(ratio - first) <= tolerance * Math.abs(first));
}
