import type { CatalogueData, Equation, Reference } from './equation';

/** What typing needs of an equation; it is read at once. */
type Head = Pick<Equation, 'id' | 'name' | 'family' | 'triggers' | 'latex' | 'variantOf' | 'popularity'>;

/** What is read when somebody looks at the equation. */
type Rest = Omit<Equation, keyof Head>;

interface Heads extends Pick<CatalogueData, 'families'> {
  readonly equations: readonly Head[];
}

/** JSON in characters of one byte each, which are read, and kept, in half the room. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A catalogue as text that {@link unpack} reads quickly: a line of JSON with what typing needs of all equations, one
 * with the references, then a line for the rest of each equation.
 */
export function pack({ families, equations, references }: CatalogueData): string {
  const split = equations.map(({ id, name, family, triggers, latex, variantOf, popularity, ...rest }) => ({
    head: { id, name, family, triggers, latex, variantOf, popularity } satisfies Head,
    rest: rest satisfies Rest,
  }));
  const heads: Heads = { families, equations: split.map(({ head }) => head) };
  return [heads, references, ...split.map(({ rest }) => rest)].map(ascii).join('\n');
}

/** An equation of a packed catalogue. Its rest is read when it is first asked for. */
class PackedEquation implements Equation {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly triggers: readonly string[];
  readonly latex: string;
  readonly variantOf: string | null;
  readonly popularity: number;
  readonly #line: () => string;
  #rest: Rest | undefined;

  constructor({ id, name, family, triggers, latex, variantOf, popularity }: Head, line: () => string) {
    this.id = id;
    this.name = name;
    this.family = family;
    this.triggers = triggers;
    this.latex = latex;
    this.variantOf = variantOf;
    this.popularity = popularity;
    this.#line = line;
  }

  get #read(): Rest {
    this.#rest ??= JSON.parse(this.#line()) as Rest;
    return this.#rest;
  }

  get aliases() {
    return this.#read.aliases;
  }
  get symbols() {
    return this.#read.symbols;
  }
  get explanation() {
    return this.#read.explanation;
  }
  get holdsWhen() {
    return this.#read.holdsWhen;
  }
  get notes() {
    return this.#read.notes;
  }
  get derivation() {
    return this.#read.derivation;
  }
  get references() {
    return this.#read.references;
  }
  get related() {
    return this.#read.related;
  }
  get packages() {
    return this.#read.packages;
  }
  get tags() {
    return this.#read.tags;
  }
}

/**
 * Reads what {@link pack} has made.
 *
 * @throws SyntaxError where the text is none of it
 */
export function unpack(text: string): CatalogueData {
  const ends: number[] = [];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) ends.push(end);
  const line = (index: number) => text.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, ends[index]);
  const heads = JSON.parse(line(0)) as Heads;
  let references: readonly Reference[] | undefined;
  return {
    families: heads.families,
    equations: heads.equations.map((head, i) => new PackedEquation(head, () => line(i + 2))),
    get references() {
      references ??= JSON.parse(line(1)) as readonly Reference[];
      return references;
    },
  };
}
