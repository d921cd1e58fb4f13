/** Where the cells of a table's row are cut: at each `|` that no backslash stands before. */
export function cuts(row: string): readonly number[] {
  const found: number[] = [];
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) {
    if (row.charAt(at - 1) !== '\\') found.push(at);
  }
  return found;
}

/** The number of cells in a line that might be a table's header; 0 without a `|`. */
export function columnCount(line: string): number {
  if (!line.includes('|')) return 0;
  const row = line.trim();
  const inner = cuts(row);
  const empty = (inner[0] === 0 ? 1 : 0) + (inner.length > 1 && inner.at(-1) === row.length - 1 ? 1 : 0);
  return inner.length + 1 - empty;
}

/** The number of cells in the line below a table's header, `|---|:-:|`; 0 if it is none. */
export function delimiterCount(line: string): number {
  if (!/^(?:[|:][-:|\s]|-[-:|])[-:|\s]*$/.test(line)) return 0;
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells.length : 0;
}

/** The cell of a row that a column is in. */
export function cellAt(row: string, column: number): { readonly from: number; readonly to: number } {
  const inner = cuts(row);
  const from = inner.filter((cut) => cut < column).at(-1);
  const to = inner.find((cut) => cut >= column);
  return { from: from === undefined ? 0 : from + 1, to: to ?? row.length };
}
