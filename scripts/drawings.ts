import { areFresh, write } from './catalogue/outputs';

const OUTPUT = 'dist/drawings.json';
const INPUTS = ['src/generated/catalogue.ts', 'src/core/drawing.ts', 'scripts/catalogue'];

/** Draws every equation of the compiled catalogue, for the flyout beside the list; nothing else needs it. */
async function main(): Promise<void> {
  if (areFresh([OUTPUT], INPUTS)) return;
  // Loaded only here, because MathJax takes a second.
  const [{ drawEquations }, { shippedCatalogue }] = await Promise.all([
    import('./catalogue/drawings'),
    import('./shipped'),
  ]);
  write(OUTPUT, JSON.stringify(await drawEquations(shippedCatalogue().equations)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
