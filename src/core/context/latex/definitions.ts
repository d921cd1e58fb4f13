import type { Frame } from './frames';

/** A thing that a macro does to what is open where it stands. */
export type Step =
  | { readonly kind: 'begin' | 'end'; readonly name: string }
  /** A dollar or two, or `\(` and `\[`: they open a formula, or close the one that is open. */
  | { readonly kind: 'formula' | 'closeFormula'; readonly formula: 'inline' | 'display' }
  /** A box of text, or mathematics, around a macro's argument. */
  | { readonly kind: 'box' | 'math' };

/** What a macro, or an environment's beginning, does; what it wraps around its first argument; whether it is verbatim. */
export interface Macro {
  readonly steps: readonly Step[];
  readonly argument: readonly Step[];
  readonly verbatim: boolean;
}

/** The macros that open or close something, by name; environments as `{name}`. Never changed. */
export type Macros = ReadonlyMap<string, Macro>;

/** A definition being read: whose it is, what it closes that it did not open, what stands around its `#1`. */
export interface Defining {
  readonly name: string;
  readonly ends: readonly Step[];
  readonly argument: readonly Step[];
}

const NO_STEPS: readonly Step[] = [];

/** A definition at its beginning. */
export function definitionOf(name: string): Defining {
  return { name, ends: NO_STEPS, argument: NO_STEPS };
}

function stepOf(frame: Frame): readonly Step[] {
  switch (frame.kind) {
    case 'environment':
      return [{ kind: 'begin', name: frame.name }];
    case 'inline':
    case 'display':
      return [{ kind: 'formula', formula: frame.kind }];
    case 'argument':
      if (frame.boxed) return [{ kind: 'box' }];
      return frame.mode === 'inline' ? [{ kind: 'math' }] : NO_STEPS;
    default:
      return NO_STEPS;
  }
}

/** What has been opened in a definition and not closed yet, from the outermost on. */
export function stepsInDefinition(top: Frame): readonly Step[] {
  const steps: Step[] = [];
  for (let f: Frame | null = top; f !== null && f.kind !== 'definition'; f = f.parent)
    steps.push(...stepOf(f));
  return steps.reverse();
}

/** No macro at all. */
export const NO_MACROS: Macros = new Map();

/** The macros with a definition that has been read: one that leaves all as it was is no longer among them. */
export function defined(macros: Macros, name: string, macro: Macro): Macros {
  const nothing = macro.steps.length === 0 && macro.argument.length === 0 && !macro.verbatim;
  if (nothing && !macros.has(name)) return macros;
  const changed = new Map(macros);
  if (nothing) changed.delete(name);
  else changed.set(name, macro);
  return changed;
}

function sameStep(a: Step, b: Step | undefined): boolean {
  switch (a.kind) {
    case 'begin':
    case 'end':
      return b?.kind === a.kind && b.name === a.name;
    case 'formula':
    case 'closeFormula':
      return b?.kind === a.kind && b.formula === a.formula;
    default:
      return b?.kind === a.kind;
  }
}

function sameSteps(a: readonly Step[], b: readonly Step[]): boolean {
  return a === b || (a.length === b.length && a.every((step, i) => sameStep(step, b[i])));
}

/** Whether two definitions being read are alike. */
export function sameDefining(a: Defining | null, b: Defining | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  return a.name === b.name && sameSteps(a.ends, b.ends) && sameSteps(a.argument, b.argument);
}

/** Whether two sets of macros are alike. */
export function sameMacros(a: Macros, b: Macros): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  return [...a].every(([name, macro]) => {
    const other = b.get(name);
    return (
      other !== undefined &&
      macro.verbatim === other.verbatim &&
      sameSteps(macro.steps, other.steps) &&
      sameSteps(macro.argument, other.argument)
    );
  });
}
