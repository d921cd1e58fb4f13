import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Catalogue } from '../../src/core/catalogue';
import type { Equation, Family, Reference } from '../../src/core/equation';
import { BadInput } from './input';

const PAGE = 'docs/equations.md';
const FOLDER = 'docs/equations';
const MADE = 'Made from `snippets/` by `npm run eq -- page`: change it there.';

/** GitHub takes a dollar beside a letter or a digit for money; with backticks inside it is mathematics for sure. */
function sentence(text: string): string {
  return text.replace(/(?<!\\)\$((?:\\.|[^$\\])+)\$/g, (_, latex: string) => inline(latex));
}

function inline(latex: string): string {
  return `$\`${latex}\`$`;
}

function display(latex: string): string {
  return `\`\`\`math\n${latex}\n\`\`\``;
}

/** The heading and the triggers of an equation, then what it is. */
function opening({ id, name, aliases, latex }: Equation): readonly string[] {
  return [`### ${name}`, [`\`\\${id}\``, ...aliases].join(' · '), display(latex)];
}

function symbolTable({ symbols }: Equation): string {
  // A bar would end the cell, in mathematics too.
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rows = symbols.map(({ latex, meaning, shape }) =>
    row([inline(latex), sentence(meaning), shape === undefined ? '' : inline(shape)]),
  );
  return ['| symbol | meaning | from |', '|---|---|---|', ...rows].join('\n');
}

function source({ authors, year, title, url }: Reference): string {
  const text = `${authors} (${year}), *${title}*`;
  return url === null ? text : `[${text}](${url})`;
}

function entry(equation: Equation, catalogue: Catalogue): string {
  const { explanation, holdsWhen, notes, derivation, references } = equation;
  const sources = references.flatMap((key) => catalogue.reference(key) ?? []);
  return [
    ...opening(equation),
    sentence(explanation),
    symbolTable(equation),
    ...(holdsWhen === null ? [] : [`**Holds when.** ${sentence(holdsWhen)}`]),
    ...notes.map((note) => `**Note.** ${sentence(note)}`),
    ...derivation.flatMap(({ latex, reason }, i) => [
      `**Step ${i + 1}.** ${sentence(reason)}`,
      display(latex),
    ]),
    sources.map(source).join('; '),
  ].join('\n\n');
}

function familyPage({ id, title }: Family, catalogue: Catalogue): string {
  const entries = catalogue.equationsOf(id).map((equation) => entry(equation, catalogue));
  return `${[`# ${title}`, MADE, ...entries].join('\n\n')}\n`;
}

function overview(catalogue: Catalogue): string {
  const { families, equations } = catalogue;
  const link = ({ id, title }: Family) => `[${title}](equations/${id}.md)`;
  return `${[
    '# The equations',
    `${equations.length} equations in ${families.length} families. A family’s own page explains its symbols and names its sources. ${MADE}`,
    families.map((family) => `- ${link(family)}: ${catalogue.equationsOf(family.id).length}`).join('\n'),
    ...families.flatMap((family) => [
      `## ${link(family)}`,
      ...catalogue.equationsOf(family.id).flatMap(opening),
    ]),
  ].join('\n\n')}\n`;
}

/**
 * The catalogue as pages in GitHub's Markdown, by their paths: one with all equations, small enough to be shown whole,
 * and one a family with all that is said of them.
 */
export function pagesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map([
    [PAGE, overview(catalogue)],
    ...catalogue.families.map(
      (family) => [`${FOLDER}/${family.id}.md`, familyPage(family, catalogue)] as const,
    ),
  ]);
}

/** Writes the pages, in place of those that are there. */
export async function* page(args: readonly string[], catalogue: Catalogue): AsyncIterable<string> {
  if (args.length > 0) throw new BadInput('page takes no argument.');
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of pagesOf(catalogue)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  yield `Wrote ${catalogue.equations.length} equations to ${PAGE}, and a page a family to ${FOLDER}/.`;
}
