import type { CatalogueData, Equation, Reference } from './equation';

/** What typing needs of an equation; it is read at once. */
type Head = Pick<Equation, 'id' | 'name' | 'family' | 'triggers' | 'latex' | 'variantOf' | 'popularity'>;

/** What is read when somebody looks at the equation. */
type Rest = Omit<Equation, keyof Head>;

/** A head without its fields' names: the family by its place among the families, the triggers less the id. */
type PackedHead = readonly [
  id: string,
  name: string,
  family: number,
  latex: string,
  variantOf: string | null,
  popularity: number,
  ...triggers: string[],
];

interface Heads extends Pick<CatalogueData, 'families'> {
  readonly equations: readonly PackedHead[];
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
 * with the references, then a line for the rest of each equation. An equation's first trigger is its id.
 */
export function pack({ families, equations, references }: CatalogueData): string {
  const places = new Map(families.map(({ id }, place) => [id, place]));
  const heads: PackedHead[] = [];
  const rests: Rest[] = [];
  for (const { id, name, family, triggers, latex, variantOf, popularity, ...rest } of equations) {
    const others = triggers.filter((trigger) => trigger !== id);
    heads.push([id, name, places.get(family) ?? 0, latex, variantOf, popularity, ...others]);
    rests.push(rest);
  }
  return [{ families, equations: heads } satisfies Heads, references, ...rests].map(ascii).join('\n');
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

  constructor(head: PackedHead, families: CatalogueData['families'], line: () => string) {
    const [id, name, family, latex, variantOf, popularity, ...others] = head;
    this.id = id;
    this.name = name;
    this.family = families[family]?.id ?? '';
    this.triggers = [id, ...others];
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
    equations: heads.equations.map((head, i) => new PackedEquation(head, heads.families, () => line(i + 2))),
    get references() {
      references ??= JSON.parse(line(1)) as readonly Reference[];
      return references;
    },
  };
}
