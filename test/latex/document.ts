import type { Equation } from '../../src/core/equation';
import { inserted, type Place } from './places';

/** Begins the lines by which the log tells what is being set. */
const MARK = '@ ';

/** The last mark, by which the log tells that TeX reached the end. */
const END = `${MARK}end`;

function item(equation: Equation, place: Place): string {
  return `\\typeout{${MARK}${equation.id} in \\detokenize{${place.name}}}\n${inserted(equation, place)}\n`;
}

/** An article that loads the packages, then the author's own `macros`, and sets every equation in every place. */
export function article(
  equations: readonly Equation[],
  places: readonly Place[],
  packages: readonly string[],
  macros = '',
): string {
  return [
    '\\documentclass{article}',
    ...packages.map((name) => `\\usepackage{${name}}`),
    macros,
    '\\begin{document}',
    ...equations.flatMap((equation) => places.map((place) => item(equation, place))),
    `\\typeout{${END}}`,
    '\\end{document}',
    '',
  ].join('\n');
}

const ERROR = /^!|^Missing character|^LaTeX Font Warning: Font shape .* undefined/;

/**
 * What TeX's log complains of, an entry and a place before each: errors, and characters and fonts that are not there.
 * A log that ends before the document does is a complaint too.
 *
 * `! Undefined control sequence.` after `@ vae-elbo in $ $` gives `vae-elbo in $ $: ! Undefined control sequence. …`.
 */
export function complaints(log: string): readonly string[] {
  const lines = log.split('\n');
  const found: string[] = [];
  let current = 'preamble';
  lines.forEach((line, i) => {
    if (line.startsWith(MARK)) current = line.slice(MARK.length).trim();
    if (!ERROR.test(line)) return;
    const context = lines.slice(i + 1, i + 12).find((next) => /^l\.\d+ /.test(next)) ?? '';
    found.push(`${current}: ${line} ${context}`.trim());
  });
  if (!lines.some((line) => line.trim() === END))
    found.push(`${current}: TeX stopped here, before the end of the document.`);
  return found;
}
