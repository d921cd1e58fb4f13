import { type Figures, median } from './figures';
import { SUBJECT } from './subjects';
import type { Most, Target } from './targets';

/** What each subject measured in one round. */
export type Round = ReadonlyMap<string, Figures>;

/** Columns padded to the widest cell, the first to the left. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((sum, row) => {
    return row.map((cell, i) => Math.max(sum[i] ?? 0, cell.length));
  }, []);
  const padded = (cell: string, i: number) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return rows.map((row) => row.map(padded).join('  ')).join('\n');
}

function amount(most: Most, value: number): string {
  return most.kind === 'times' ? `${value.toFixed(2)} ×` : `${value.toFixed(1)} ${most.unit}`;
}

function targetRow({ name, figure, against, most }: Target, rounds: readonly Round[]): readonly string[] {
  const pairs = rounds.flatMap((round) => {
    const ours = round.get(SUBJECT.ours)?.get(figure);
    const other = round.get(against.subject)?.get(against.figure);
    return ours === undefined || other === undefined ? [] : [{ ours, other }];
  });
  const compared = pairs.map(({ ours, other }) => (most.kind === 'times' ? ours / other : ours - other));
  const middle = median(compared);
  const limit = most.kind === 'times' ? most.times : most.over;
  return [
    name,
    median(pairs.map(({ ours }) => ours)).toFixed(2),
    median(pairs.map(({ other }) => other)).toFixed(2),
    against.figure === figure ? against.subject : against.figure,
    amount(most, middle),
    `${Math.min(...compared).toFixed(2)} to ${Math.max(...compared).toFixed(2)}`,
    `≤ ${amount(most, limit)}`,
    middle <= limit ? 'PASS' : 'OVER',
  ];
}

/**
 * The targets, each with the medians of ours and of the other, how they compare within a round (median and extremes),
 * and whether that is allowed.
 */
export function targetTable(targets: readonly Target[], rounds: readonly Round[]): string {
  const head = ['', 'ours', 'other', 'the other is', 'compared', 'in all rounds', 'target', ''];
  return aligned([head, ...targets.map((target) => targetRow(target, rounds))]);
}

/** All figures as they were measured: the median for each subject. */
export function figureTable(rounds: readonly Round[]): string {
  const subjects = Object.values(SUBJECT);
  const runs = rounds.flatMap((round) => [...round.values()]);
  const names = [...new Set(runs.flatMap((figures) => [...figures.keys()]))];
  const rows = names.map((name) => [
    name,
    ...subjects.map((subject) => {
      const values = rounds.flatMap((round) => round.get(subject)?.get(name) ?? []);
      return values.length === 0 ? '–' : median(values).toFixed(2);
    }),
  ]);
  return aligned([['', ...subjects], ...rows]);
}
