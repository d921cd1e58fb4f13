import { readFileSync } from 'node:fs';
import { shippedCatalogue } from '../../scripts/shipped';
import { type Catalogue, createCatalogue } from '../../src/core/catalogue';
import type { Language, Lines } from '../../src/core/context/context';
import { contextReader } from '../../src/core/context/reader';
import type { Equation } from '../../src/core/equation';
import { LeftoverFinder } from '../../src/core/leftovers';
import { unpack } from '../../src/core/packed';
import { createSearch, indexWords } from '../../src/core/search';
import { indexTriggers, suggest } from '../../src/core/suggest';
import { documentText, QUERIES } from './documents';
import { median, type Record } from './figures';

const TIMES = 7;
const LINES = 100_000;
const SYNTHETIC = 10_000;
const SEARCHES = ['wasserstien', 'lower bound', 'elbo', 'attention heads', '\\sqrt{1-\\beta_t}', 'ho 2020'];

/** The median time of some runs in milliseconds; the first, cold, counts as one. */
function time(work: (run: number) => unknown, times = TIMES): number {
  const taken = Array.from({ length: times }, (_, run) => {
    const began = performance.now();
    work(run);
    return performance.now() - began;
  });
  return median(taken);
}

function linesOf(text: string): Lines & { edit(line: number, text: string): void } {
  const lines = text.split('\n');
  return {
    count: lines.length,
    line: (index) => lines[index] ?? '',
    edit: (line, text) => {
      lines[line] = text;
    },
  };
}

/** The shipped equations again and again, each time with other names. */
function enlarged(catalogue: Catalogue): Catalogue {
  const copy = (equation: Equation, round: number): Equation => ({
    ...equation,
    id: `${equation.id}-${round}`,
    name: `${equation.name} ${round}`,
    triggers: equation.triggers.map((trigger) => `${trigger}-${round}`),
  });
  const equations = Array.from({ length: SYNTHETIC }, (_, i) => {
    const equation = catalogue.equations[i % catalogue.equations.length];
    return equation === undefined ? [] : [copy(equation, Math.floor(i / catalogue.equations.length))];
  });
  return createCatalogue({ ...catalogue, equations: equations.flat() });
}

function measureCatalogue(size: string, catalogue: Catalogue, record: Record): void {
  const { equations } = catalogue;
  record(
    `${size} equations: index of triggers, ms`,
    time(() => indexTriggers(equations)),
  );
  const index = indexTriggers(equations);
  for (const query of QUERIES) {
    const suggested = time(() => suggest(index, query, 50), 200);
    record(`${size} equations: suggest for “\\${query}”, ms`, suggested);
  }
  record(
    `${size} equations: index of words made by the build, ms`,
    time(() => indexWords(catalogue), 3),
  );
  const words = indexWords(catalogue);
  record(
    `${size} equations: search made, ms`,
    time(() => createSearch(catalogue, words), 3),
  );
  const search = createSearch(catalogue, words);
  const queries = SEARCHES.map((query) => time(() => search.find(query), 9));
  record(`${size} equations: search, median query, ms`, median(queries));
  record(`${size} equations: search, slowest query, ms`, Math.max(...queries));
}

function measureContext(language: Language, record: Record): void {
  const lines = linesOf(documentText(language, LINES, ['The end \\vae-elbo']));
  const end = { line: lines.count - 2, column: 5 };
  const first = time(() => contextReader(language, lines).at(end), 3);
  record(`${language}, ${LINES} lines: first context at the end, ms`, first);
  const reader = contextReader(language, lines);
  reader.at(end);
  const again = time((run) => {
    lines.edit(10, `typed ${run}`);
    reader.edit(10, 1, 1);
    reader.at(end);
  }, 100);
  record(`${language}, ${LINES} lines: context after an edit, ms`, again);
  const leftovers = () => new LeftoverFinder(lines.count).read(lines, lines.count);
  record(`${language}, ${LINES} lines: first look for leftovers, ms`, time(leftovers, 3));
}

/** Measures the core by itself, in plain Node. */
export function measureCore(record: Record): void {
  const packed = readFileSync('dist/catalogue.jsonl', 'utf8');
  const read = () => createCatalogue(unpack(packed));
  record('catalogue read and indexed by id, ms', time(read));
  record(
    'catalogue read and ready for completion, ms',
    time(() => indexTriggers(read().equations)),
  );
  const catalogue = shippedCatalogue();
  measureCatalogue(String(catalogue.equations.length), catalogue, record);
  measureCatalogue(String(SYNTHETIC), enlarged(catalogue), record);
  measureContext('latex', record);
  measureContext('markdown', record);
}
