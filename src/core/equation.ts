import type { DerivationStep, EquationSource, SymbolSource } from '../generated/schema';

export type { DerivationStep };

/** A LaTeX package that an equation may need. */
export type Package = NonNullable<EquationSource['packages']>[number];

/** A symbol of an equation with its meaning. */
export interface EquationSymbol extends Readonly<Omit<SymbolSource, 'slot'>> {
  readonly slot: boolean;
}

/** An equation as the catalogue holds it; lists are empty, not absent. */
export interface Equation {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** What may be typed after the backslash: the id, then the other triggers, then aliases in lower case with hyphens. */
  readonly triggers: readonly string[];
  readonly aliases: readonly string[];
  readonly latex: string;
  readonly symbols: readonly EquationSymbol[];
  readonly explanation: string;
  readonly holdsWhen: string | null;
  readonly notes: readonly string[];
  readonly derivation: readonly Readonly<DerivationStep>[];
  readonly references: readonly string[];
  readonly related: readonly string[];
  readonly variantOf: string | null;
  /** How many other equations are related to it: a measure of how well it is known. */
  readonly popularity: number;
  readonly packages: readonly Package[];
  readonly tags: readonly string[];
}

/** A family of equations: one file of the catalogue. */
export interface Family {
  readonly id: string;
  readonly title: string;
}

/** A source, as `references.bib` has it. */
export interface Reference {
  readonly key: string;
  /** `Kingma and Welling`, or `Vaswani et al.` for more than two. */
  readonly authors: string;
  readonly title: string;
  readonly year: string;
  readonly venue: string;
  /** The address of the source, from its DOI, arXiv id or URL. */
  readonly url: string | null;
}

/** The compiled catalogue, as it is shipped. */
export interface CatalogueData {
  readonly families: readonly Family[];
  readonly equations: readonly Equation[];
  readonly references: readonly Reference[];
}
