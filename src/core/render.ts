import type { Catalogue } from './catalogue';
import type { Equation, Reference } from './equation';

/** A piece of a sentence: words, or mathematics as LaTeX without its dollars. */
export interface ProsePiece {
  readonly kind: 'text' | 'math';
  readonly text: string;
}

/** A sentence with mathematics in it. */
export type Prose = readonly ProsePiece[];

/** A row of the symbol table. */
export interface SymbolRow {
  readonly latex: string;
  readonly meaning: Prose;
  /** The set that the symbol is from, as LaTeX. */
  readonly shape: string | null;
}

/** A step of a derivation. */
export interface DerivationRow {
  readonly latex: string;
  readonly reason: Prose;
}

/** Another equation that the preview leads to. */
export interface EquationLink {
  readonly id: string;
  readonly name: string;
}

/** All that the preview shows of an equation; it can be sent as a message. */
export interface EquationPreview {
  readonly id: string;
  readonly name: string;
  /** What to type after the backslash. */
  readonly trigger: string;
  readonly familyTitle: string;
  readonly aliases: readonly string[];
  readonly latex: string;
  readonly explanation: Prose;
  readonly symbols: readonly SymbolRow[];
  readonly holdsWhen: Prose | null;
  readonly notes: readonly Prose[];
  readonly derivation: readonly DerivationRow[];
  readonly references: readonly Reference[];
  /** The other forms of the same equation, the one that they are forms of first. */
  readonly variants: readonly EquationLink[];
  readonly related: readonly EquationLink[];
  readonly packages: readonly string[];
}

const MATH = /(?<!\\)\$((?:\\.|[^\\$])+)\$/g;

/** Words for the reader: `\$` is a dollar. */
function words(text: string): Prose {
  return text === '' ? [] : [{ kind: 'text', text: text.replaceAll('\\$', '$') }];
}

/**
 * Cuts a sentence at the mathematics between its single dollars. A dollar without a partner is text, and so is `\$`.
 *
 * `zero where $p = q$.` gives the text `zero where `, the math `p = q` and the text `.`.
 */
export function prose(sentence: string): Prose {
  const cut: ProsePiece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(MATH)) {
    cut.push(...words(sentence.slice(at, match.index)), { kind: 'math', text: match[1] ?? '' });
    at = match.index + match[0].length;
  }
  return [...cut, ...words(sentence.slice(at))];
}

function variantsOf(equation: Equation, catalogue: Catalogue): readonly EquationLink[] {
  const root = equation.variantOf ?? equation.id;
  const kin = catalogue.equations.filter(({ id, variantOf }) => variantOf === root && id !== equation.id);
  const parent = equation.variantOf === null ? undefined : catalogue.equation(equation.variantOf);
  return [...(parent === undefined ? [] : [parent]), ...kin].map(link);
}

function link({ id, name }: EquationLink): EquationLink {
  return { id, name };
}

/** What `find` knows of each key, in order; keys that it does not know are left out. */
function known<T>(keys: readonly string[], find: (key: string) => T | undefined): readonly T[] {
  return keys.flatMap((key) => find(key) ?? []);
}

/**
 * The view of an equation that the preview panel shows. Ids and keys that the catalogue does not have are left out,
 * and a related equation that is listed as a variant is not listed twice.
 */
export function previewOf(equation: Equation, catalogue: Catalogue): EquationPreview {
  const variants = variantsOf(equation, catalogue);
  const listed = new Set(variants.map(({ id }) => id));
  return {
    id: equation.id,
    name: equation.name,
    trigger: equation.id,
    familyTitle: catalogue.family(equation.family)?.title ?? equation.family,
    aliases: equation.aliases,
    latex: equation.latex,
    explanation: prose(equation.explanation),
    symbols: equation.symbols.map(({ latex, meaning, shape }) => ({
      latex,
      meaning: prose(meaning),
      shape: shape ?? null,
    })),
    holdsWhen: equation.holdsWhen === null ? null : prose(equation.holdsWhen),
    notes: equation.notes.map(prose),
    derivation: equation.derivation.map(({ latex, reason }) => ({ latex, reason: prose(reason) })),
    references: known(equation.references, catalogue.reference),
    variants,
    related: known(equation.related, catalogue.equation)
      .filter(({ id }) => !listed.has(id))
      .map(link),
    packages: equation.packages,
  };
}
