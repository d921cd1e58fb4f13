import type { CatalogueData, Equation, EquationSymbol, Reference } from '../../src/core/equation';
import { slug } from '../../src/core/trigger';
import type { EquationSource, FamilySource, SymbolSource } from '../../src/generated/schema';
import { clashesWithCommand } from './commands';

function symbol({ slot, ...source }: SymbolSource): EquationSymbol {
  return { ...source, slot: slot === true };
}

function triggers(source: EquationSource): readonly string[] {
  const names = [source.name, ...(source.aliases ?? [])]
    .map(slug)
    .filter((name) => name.length > 1 && !clashesWithCommand(name));
  return [...new Set([source.id, ...(source.triggers ?? []), ...names])];
}

/** One entry of a family's file, in the form that the extension reads; how popular it is, only all entries tell. */
export function compileEquation(source: EquationSource, family: string): Equation {
  return {
    id: source.id,
    name: source.name,
    family,
    triggers: triggers(source),
    aliases: source.aliases ?? [],
    latex: source.latex.trim(),
    symbols: source.symbols.map(symbol),
    explanation: source.explanation.trim(),
    holdsWhen: source['holds-when']?.trim() ?? null,
    notes: source.notes ?? [],
    derivation: source.derivation ?? [],
    references: source.references,
    related: source.related ?? [],
    variantOf: source['variant-of'] ?? null,
    popularity: 0,
    packages: source.packages ?? [],
    tags: source.tags ?? [],
  };
}

/**
 * Compiles families that the schema has passed, by their titles; only the references that an equation names are kept.
 */
export function compile(families: readonly FamilySource[], references: readonly Reference[]): CatalogueData {
  const single = families.flatMap((family) =>
    family.equations.map((equation) => compileEquation(equation, family.family)),
  );
  const popularity = new Map<string, number>();
  for (const id of single.flatMap(({ related }) => related))
    popularity.set(id, (popularity.get(id) ?? 0) + 1);
  const equations = single.map((equation) => ({
    ...equation,
    popularity: popularity.get(equation.id) ?? 0,
  }));
  const used = new Set(equations.flatMap((equation) => equation.references));
  return {
    families: families
      .map(({ family, title }) => ({ id: family, title }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
    equations,
    references: references.filter((reference) => used.has(reference.key)),
  };
}
