import type { EquationSource } from '../../src/generated/schema';

/** A piece of mathematics in an entry, with the path of the field that holds it. */
export interface Fragment {
  readonly field: string;
  readonly latex: string;
}

/** A piece of prose in an entry, with the path of the field that holds it. */
export interface Prose {
  readonly field: string;
  readonly text: string;
}

/** The equation and the steps of its derivation: what is set as a display. */
export function displays(equation: EquationSource): readonly Fragment[] {
  const steps = (equation.derivation ?? []).map(({ latex }, i) => ({
    field: `derivation/${i}/latex`,
    latex,
  }));
  return [{ field: 'latex', latex: equation.latex }, ...steps];
}

/** The fields that hold sentences. */
export function prose(equation: EquationSource): readonly Prose[] {
  return [
    ...equation.symbols.map(({ meaning }, i) => ({ field: `symbols/${i}/meaning`, text: meaning })),
    { field: 'explanation', text: equation.explanation },
    { field: 'holds-when', text: equation['holds-when'] ?? '' },
    ...(equation.notes ?? []).map((text, i) => ({ field: `notes/${i}`, text })),
    ...(equation.derivation ?? []).map(({ reason }, i) => ({
      field: `derivation/${i}/reason`,
      text: reason,
    })),
  ];
}

/** Mathematics between single dollars in sentences. */
function inProse(equation: EquationSource): readonly Fragment[] {
  return prose(equation).flatMap(({ field, text }) =>
    text.split('$').flatMap((latex, i) => (i % 2 === 1 ? [{ field, latex }] : [])),
  );
}

/** What is set inline: symbols, their shapes, and the mathematics in sentences. */
export function inlines(equation: EquationSource): readonly Fragment[] {
  const symbols = equation.symbols.flatMap(({ latex, shape }, i) => [
    { field: `symbols/${i}/latex`, latex },
    ...(shape === undefined ? [] : [{ field: `symbols/${i}/shape`, latex: shape }]),
  ]);
  return [...symbols, ...inProse(equation)];
}

/** All mathematics of an entry. */
export function mathematics(equation: EquationSource): readonly Fragment[] {
  return [...displays(equation), ...inlines(equation)];
}
