import { parseArgs } from 'node:util';
import type { Catalogue } from '../../src/core/catalogue';
import type { ContextReader, Language } from '../../src/core/context/context';
import { contextReader } from '../../src/core/context/reader';
import { asText, formFor, insertion } from '../../src/core/insertion';
import { createSearch } from '../../src/core/search';
import { typedIn } from '../../src/core/trigger';
import { coverage } from './coverage';
import { BadInput, fileText, inputLines, languageNamed, linesOf, offsetIn, type TextLines } from './input';
import { page } from './page';

/** A command of the command line; what `run` yields is printed, a line each. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[], catalogue: Catalogue): AsyncIterable<string>;
}

async function* list(args: readonly string[], catalogue: Catalogue) {
  const [option, ...rest] = args;
  if (rest.length > 0 || (option !== undefined && option !== '--json')) {
    throw new BadInput(`list takes no argument but --json, not “${args.join(' ')}”.`);
  }
  const equations = catalogue.equations.map(
    ({ id, name, aliases, family, latex, explanation, tags, references }) => ({
      id,
      name,
      aliases,
      family,
      latex,
      explanation,
      tags,
      references,
    }),
  );
  if (option === '--json') yield JSON.stringify(equations);
  else yield* equations.map(({ id, name }) => `\\${id}\t${name}`);
}

async function* search(args: readonly string[], catalogue: Catalogue) {
  if (args.length > 0) throw new BadInput('search takes its queries from standard input, a line each.');
  const { find } = createSearch(catalogue);
  for await (const query of inputLines()) yield JSON.stringify(find(query).map(({ id }) => id));
}

type Question = { readonly [key in 'lang' | 'text' | 'file' | 'offset']?: unknown };

function questionIn(line: string): Question {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, with the same words as for a value of another kind.
  }
  throw new BadInput(
    `Not a JSON object: ${line.slice(0, 80)}. Give {"lang":"latex","text":"…","offset":0} a line.`,
  );
}

function textOf({ text, file }: Question): string {
  if (typeof text === 'string' && file === undefined) return text;
  if (typeof file === 'string' && text === undefined) return fileText(file);
  throw new BadInput('Give either "text" or "file", as a string.');
}

interface ReadText {
  readonly lines: TextLines;
  readonly reader: ContextReader;
}

function readText(language: Language, text: string): ReadText {
  const lines = linesOf(text);
  return { lines, reader: contextReader(language, lines) };
}

async function* context(args: readonly string[]) {
  if (args.length > 0)
    throw new BadInput('context takes its questions from standard input, a JSON object a line.');
  // Many questions are of one document, which is read once.
  const readers = new Map<string, ReadText>();
  for await (const line of inputLines()) {
    if (line.trim() === '') continue;
    const question = questionIn(line);
    const language = languageNamed(question.lang);
    const text = textOf(question);
    const offset = offsetIn(text, question.offset);
    const key = `${language} ${text}`;
    const known = readers.get(key) ?? readText(language, text);
    readers.set(key, known);
    const { mode, env } = known.reader.at(known.lines.placeOf(offset));
    yield JSON.stringify({ mode, env });
  }
}

async function* expand(args: readonly string[], catalogue: Catalogue) {
  const { values, id } = expandArguments(args);
  const equation = catalogue.equation(id) ?? catalogue.triggered(id)[0];
  if (equation === undefined)
    throw new BadInput(`“${id}” is no equation. \`list\` names them all, \`search\` finds one.`);
  const language = languageNamed(values.lang);
  if (values.file === undefined) throw new BadInput('Name the file with --file.');
  const text = fileText(values.file);
  const { lines, reader } = readText(language, text);
  const offset = /^\d+$/.test(values.offset ?? '') ? Number(values.offset) : values.offset;
  const place = lines.placeOf(offsetIn(text, offset));
  const line = lines.line(place.line);
  const { start, end } = typedIn(line, place.column, equation.triggers);
  const target = {
    language,
    context: reader.at({ line: place.line, column: start }),
    before: line.slice(0, start),
    after: line.slice(end),
  };
  const form = formFor(target, { latexDisplay: 'equation', indent: '  ' });
  yield asText(insertion(equation, form), /^\s*/.exec(target.before)?.[0]);
}

function expandArguments(args: readonly string[]) {
  const usage = 'Give expand <id> --lang latex|markdown --file <path> --offset <n>.';
  try {
    const options = {
      lang: { type: 'string' },
      file: { type: 'string' },
      offset: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [id, ...rest] = positionals;
    if (id === undefined || rest.length > 0) throw new BadInput(usage);
    return { values, id: id.replace(/^\\/, '') };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(
      `${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)}. ${usage}`,
    );
  }
}

/** What can be asked at the command line, by name. */
export const commands: Readonly<Record<string, Command>> = {
  list: { usage: 'list [--json]', run: list },
  search: { usage: 'search < queries', run: search },
  context: { usage: 'context < questions', run: context },
  coverage: { usage: 'coverage [--json]', run: coverage },
  page: { usage: 'page', run: page },
  expand: { usage: 'expand <id> --lang latex|markdown --file <path> --offset <n>', run: expand },
};
