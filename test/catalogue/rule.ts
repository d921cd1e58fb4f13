import type { Reference } from '../../src/core/equation';
import type { EquationSource, FamilySource } from '../../src/generated/schema';

/** A family's file as it was read; `source` is null where the file does not fit the schema. */
export interface CheckedFamily {
  readonly file: string;
  readonly raw: unknown;
  readonly source: FamilySource | null;
}

/** A catalogue as its files have it, for the rules to check. */
export interface CheckedCatalogue {
  readonly families: readonly CheckedFamily[];
  readonly references: readonly Reference[];
}

/** An equation's entry with the file that it stands in. */
export interface Entry {
  readonly file: string;
  readonly family: string;
  readonly equation: EquationSource;
}

/** Something that a person has to mend: where, what is wrong, and what to write. */
export interface Fault {
  readonly file: string;
  /** The entry's id or the reference's key; null for the file as a whole. */
  readonly id: string | null;
  readonly message: string;
}

/** A rule of the catalogue. Every catalogue in `bad` breaks it. */
export interface Rule {
  /** Kebab-case, unique. */
  readonly name: string;
  readonly description: string;
  readonly check: (catalogue: CheckedCatalogue) => readonly Fault[];
  readonly bad: readonly CheckedCatalogue[];
}

/** The entries of all families that fit the schema. */
export function entries({ families }: CheckedCatalogue): readonly Entry[] {
  return families.flatMap(({ file, source }) =>
    source === null ? [] : source.equations.map((equation) => ({ file, family: source.family, equation })),
  );
}

/** A check that looks at one entry at a time and returns what is wrong with it. */
export function eachEntry(
  messages: (equation: EquationSource, entry: Entry) => readonly string[],
): Rule['check'] {
  return (catalogue) =>
    entries(catalogue).flatMap((entry) =>
      messages(entry.equation, entry).map((message) => ({
        file: entry.file,
        id: entry.equation.id,
        message,
      })),
    );
}
