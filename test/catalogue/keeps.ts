import assert from 'node:assert/strict';
import type { CheckedCatalogue, Fault, Rule } from './rule';

/** `layers.yaml linear-layer: the alias 'layer' …`, one fault a line. */
export function lines(faults: readonly Fault[]): string {
  return faults
    .map(({ file, id, message }) => `${file}${id === null ? '' : ` ${id}`}: ${message}`)
    .join('\n');
}

/** Fails with all faults that a rule finds in a catalogue. */
export function keeps(catalogue: CheckedCatalogue, { check, description }: Rule): void {
  const faults = check(catalogue);
  assert.equal(faults.length, 0, `${description}\n${lines(faults)}`);
}
