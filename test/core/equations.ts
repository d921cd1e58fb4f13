import type { Equation } from '../../src/core/equation';

/** An equation for a test, in which only what the test is about need be given. */
export function equation(given: Partial<Equation> & Pick<Equation, 'id' | 'latex'>): Equation {
  return {
    name: given.id,
    family: 'examples',
    triggers: [given.id],
    aliases: [],
    symbols: [],
    explanation: 'An example.',
    holdsWhen: null,
    notes: [],
    derivation: [],
    references: [],
    related: [],
    variantOf: null,
    popularity: 0,
    packages: [],
    tags: [],
    ...given,
  };
}

/** A symbol that is a slot. */
export function slot(latex: string): Equation['symbols'][number] {
  return { latex, meaning: `the ${latex}`, slot: true };
}
