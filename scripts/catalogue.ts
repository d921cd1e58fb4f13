import { readFileSync } from 'node:fs';
import { areFresh, write } from './catalogue/outputs';

const INPUTS = ['snippets', 'scripts/catalogue.ts', 'scripts/catalogue', 'src/core'];
const OUTPUTS = {
  types: 'src/generated/schema.ts',
  catalogue: 'src/generated/catalogue.ts',
  packed: 'dist/catalogue.jsonl',
  words: 'dist/search.json',
  sources: 'dist/sources.json',
};

/** Compiles the catalogue: types from the schema, and all families in one, for scripts as a module and for the extension packed. */
async function main(): Promise<void> {
  if (areFresh(Object.values(OUTPUTS), INPUTS)) return;
  // Loaded only here: reading these takes a second, and most often nothing has changed.
  const [
    { Ajv },
    { compile: typesOf },
    { readBibliography },
    { compile },
    { readFamilies },
    { createCatalogue },
    { pack },
    { indexWords },
  ] = await Promise.all([
    import('ajv'),
    import('json-schema-to-typescript'),
    import('./catalogue/bibliography'),
    import('./catalogue/compile'),
    import('./catalogue/read'),
    import('../src/core/catalogue'),
    import('../src/core/packed'),
    import('../src/core/search'),
  ]);
  const schema = JSON.parse(readFileSync('snippets/schema.json', 'utf8'));
  const made = '/* Made from snippets/ by scripts/catalogue.ts. */';
  write(OUTPUTS.types, await typesOf(schema, 'FamilySource', { bannerComment: made }));

  type FamilySource = import('../src/generated/schema').FamilySource;
  const isFamily = new Ajv({ allErrors: true }).compile<FamilySource>(schema);
  const files = readFamilies('snippets');
  const references = readBibliography('snippets/references.bib');
  // For the tests of the rules: reading YAML and BibTeX takes seconds.
  write(OUTPUTS.sources, JSON.stringify({ files, references }));
  const families = files.map(({ file, source }) => {
    if (isFamily(source)) return source;
    const faults = (isFamily.errors ?? []).map((error) => `  ${file}${error.instancePath}: ${error.message}`);
    throw new Error(`${file} does not fit snippets/schema.json. Mend it:\n${faults.join('\n')}`);
  });
  const data = compile(families, references);
  const json = JSON.stringify(data);
  write(OUTPUTS.packed, pack(data));
  write(OUTPUTS.words, JSON.stringify(indexWords(createCatalogue(data))));
  // A string to be parsed: TypeScript and esbuild take it at once, where they would read an object for seconds.
  write(OUTPUTS.catalogue, `${made}\nexport const catalogueJson = ${JSON.stringify(json)};\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
