import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { compile as compileTypes } from 'json-schema-to-typescript';
import type { FamilySource } from '../src/generated/schema';
import { readBibliography } from './catalogue/bibliography';
import { compile } from './catalogue/compile';
import { readFamilies } from './catalogue/read';

async function main(): Promise<void> {
  const schema = JSON.parse(readFileSync('snippets/schema.json', 'utf8'));
  const isFamily = new Ajv({ allErrors: true }).compile<FamilySource>(schema);

  const families = readFamilies('snippets').map(({ file, source }) => {
    if (isFamily(source)) return source;
    const faults = (isFamily.errors ?? []).map((error) => `  ${file}${error.instancePath}: ${error.message}`);
    throw new Error(`${file} does not fit snippets/schema.json:\n${faults.join('\n')}`);
  });
  const data = compile(families, readBibliography('snippets/references.bib'));

  mkdirSync('src/generated', { recursive: true });
  writeFileSync(
    'src/generated/schema.ts',
    await compileTypes(schema, 'FamilySource', {
      bannerComment: '/* Made from snippets/schema.json by scripts/catalogue.ts. */',
    }),
  );
  writeFileSync(
    'src/generated/catalogue.ts',
    `/* Made from snippets/*.yaml by scripts/catalogue.ts. */\nexport default ${JSON.stringify(JSON.stringify(data))};\n`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
