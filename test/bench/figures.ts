/** One number that was measured: milliseconds, megabytes or a count, as its name says. */
export interface Figure {
  readonly name: string;
  readonly value: number;
}

/** The figures of one run, by name. */
export type Figures = ReadonlyMap<string, number>;

/** Takes down a figure. */
export type Record = (name: string, value: number) => void;

/** The names of the figures that more than one part of the bench has to know. */
export const FIGURE = {
  activation: 'activation, ms',
  activationCpu: 'activation, CPU ms',
  heapActivated: 'heap after activation, MB',
  heapCompleted: 'heap after completion, MB',
  heapUsed: 'heap after palette and panel too, MB',
  opening: 'opening 100,000 lines, CPU ms',
  openingStall: 'opening 100,000 lines, longest stall, CPU ms',
  typing: 'typing there, CPU ms a key',
  typingStall: 'typing there, longest stall, CPU ms',
  empty: 'panel: an empty message, ms',
  painted: 'panel: an equation, ms',
  request: (document: string, query: string, when: string) => `${document}, \\${query}, ${when}, CPU ms`,
  latency: (document: string, query: string, when: string) => `${document}, \\${query}, ${when}, latency ms`,
  rows: (document: string, query: string) => `${document}, \\${query}, rows`,
} as const;

/** Begins each line on which the extension host reports a figure. */
const MARK = 'ml-bench ';

/** A figure as a line of output. */
export function printed(figure: Figure): string {
  return MARK + JSON.stringify(figure);
}

/** Reads a line of output; undefined if it reports no figure. */
export function parseFigure(line: string): Figure | undefined {
  if (!line.startsWith(MARK)) return undefined;
  const { name, value }: Partial<Figure> = JSON.parse(line.slice(MARK.length));
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** The middle of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number that a part `share` (0 to 1) of the numbers does not exceed, between two of them in proportion. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
