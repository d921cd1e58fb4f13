import type { CatalogueData, Equation, Family, Reference } from './equation';

/** All equations, in the order of their families, with the ways to look them up. */
export interface Catalogue extends CatalogueData {
  equation(id: string): Equation | undefined;
  family(id: string): Family | undefined;
  reference(key: string): Reference | undefined;
  /** The equations that have a trigger, the one whose id it is first. */
  triggered(trigger: string): readonly Equation[];
  /** The equations of a family, in its order. */
  equationsOf(family: string): readonly Equation[];
}

function byTrigger(equations: readonly Equation[]): ReadonlyMap<string, readonly Equation[]> {
  const triggered = new Map<string, Equation[]>();
  for (const equation of equations) {
    for (const trigger of equation.triggers) {
      const sharing = triggered.get(trigger) ?? [];
      if (trigger === equation.id) sharing.unshift(equation);
      else sharing.push(equation);
      triggered.set(trigger, sharing);
    }
  }
  return triggered;
}

/** Makes a catalogue that can be asked out of compiled data. What typing does not need is looked up when it is first asked for. */
export function createCatalogue(data: CatalogueData): Catalogue {
  const equations = new Map(data.equations.map((equation) => [equation.id, equation]));
  const families = new Map(data.families.map((family) => [family.id, family]));
  let references: ReadonlyMap<string, Reference> | undefined;
  let triggered: ReadonlyMap<string, readonly Equation[]> | undefined;
  return {
    families: data.families,
    equations: data.equations,
    // A packed catalogue reads them when they are first asked for.
    get references() {
      return data.references;
    },
    equation: (id) => equations.get(id),
    family: (id) => families.get(id),
    triggered: (trigger) => {
      triggered ??= byTrigger(data.equations);
      return triggered.get(trigger) ?? [];
    },
    reference: (key) => {
      references ??= new Map(data.references.map((reference) => [reference.key, reference]));
      return references.get(key);
    },
    equationsOf: (family) => data.equations.filter((equation) => equation.family === family),
  };
}
