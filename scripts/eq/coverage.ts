import type { Catalogue } from '../../src/core/catalogue';
import type { Check, Reason } from '../../test/numeric/check';
import { familyChecks } from '../../test/numeric/checks';
import { BadInput } from './input';

/** How many entries of a family are checked by numbers, and how. */
export interface FamilyCoverage {
  readonly family: string;
  readonly entries: number;
  readonly byLatex: number;
  readonly byFunction: number;
  readonly notChecked: number;
}

/** An entry without a check; `missing` where nobody has said why. */
export interface NotChecked {
  readonly family: string;
  readonly id: string;
  readonly reason: Reason | 'missing';
}

export interface Coverage {
  readonly families: readonly FamilyCoverage[];
  readonly total: FamilyCoverage;
  readonly notChecked: readonly NotChecked[];
}

/** What of the catalogue is checked by numbers. */
export function coverageOf(catalogue: Catalogue, checks: readonly Check[]): Coverage {
  const known = new Map(checks.map((check) => [check.id, check]));
  const count = (family: string, ids: readonly string[]): FamilyCoverage => {
    const kinds = ids.map((id) => known.get(id)?.kind);
    const byLatex = kinds.filter((kind) => kind === 'latex').length;
    const byFunction = kinds.filter((kind) => kind === 'function').length;
    return {
      family,
      entries: ids.length,
      byLatex,
      byFunction,
      notChecked: ids.length - byLatex - byFunction,
    };
  };
  const families = catalogue.families.map(({ id }) =>
    count(
      id,
      catalogue.equationsOf(id).map((equation) => equation.id),
    ),
  );
  const notChecked = catalogue.equations.flatMap(({ family, id }): readonly NotChecked[] => {
    const check = known.get(id);
    if (check === undefined) return [{ family, id, reason: 'missing' }];
    return check.kind === 'unchecked' ? [{ family, id, reason: check.reason }] : [];
  });
  const all = catalogue.equations.map(({ id }) => id);
  return { families, total: count('all', all), notChecked };
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function* lines({ families, total, notChecked }: Coverage): Generator<string> {
  const widths = [20, 8, 10, 12, 12];
  const row = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, i) => (i === 0 ? String(cell).padEnd(20) : String(cell).padStart(widths[i] ?? 0)))
      .join('');
  yield row(['family', 'entries', 'by LaTeX', 'by function', 'not checked']);
  for (const { family, entries, byLatex, byFunction, notChecked: rest } of [...families, total]) {
    yield row([family, entries, byLatex, byFunction, rest]);
  }
  const { entries, byLatex, byFunction } = total;
  yield '';
  yield `checked: ${percent(byLatex + byFunction, entries)} (by LaTeX ${percent(byLatex, entries)}, by function ${percent(byFunction, entries)})`;
  yield '';
  for (const { family, id, reason } of notChecked) yield `${reason}\t${family}\t${id}`;
}

/** Prints the coverage by family and what is not checked, with the reason of each. */
export async function* coverage(args: readonly string[], catalogue: Catalogue): AsyncGenerator<string> {
  const [option, ...rest] = args;
  if (rest.length > 0 || (option !== undefined && option !== '--json')) {
    throw new BadInput(`coverage takes no argument but --json, not “${args.join(' ')}”.`);
  }
  const checks = familyChecks().flatMap((family) => family.checks);
  const found = coverageOf(catalogue, checks);
  if (option === '--json') yield JSON.stringify(found);
  else yield* lines(found);
}
