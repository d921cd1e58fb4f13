import type { Equation } from './equation';
import { occurrencesIn, significant, tokenize } from './tex';

/** More tab stops than this are a burden, not a help. */
export const MOST_SLOTS = 6;

/** A piece of an equation's LaTeX: as it is, or an occurrence of the slot with that number, counted from 1. */
export interface Piece {
  readonly text: string;
  readonly slot: number | null;
}

/**
 * Cuts an equation's LaTeX at its slots; the pieces' texts joined are the LaTeX again. Where two slots could begin at
 * one place the longer wins, so that `\mathbf{x}_{0}` is not taken for `\mathbf{x}`.
 *
 * `q(\mathbf{x}_{t})` with the slot `\mathbf{x}` gives `q(`, `\mathbf{x}` (1), `_{t})`.
 */
export function pieces(equation: Pick<Equation, 'latex' | 'symbols'>): readonly Piece[] {
  const slots = equation.symbols.filter((symbol) => symbol.slot).slice(0, MOST_SLOTS);
  const tokens = significant(tokenize(equation.latex));
  const found = slots
    .flatMap((symbol, i) => occurrencesIn(tokens, symbol.latex).map((range) => ({ ...range, slot: i + 1 })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Piece[] = [];
  let at = 0;
  for (const { start, end, slot } of found) {
    if (start < at) continue;
    if (start > at) result.push({ text: equation.latex.slice(at, start), slot: null });
    result.push({ text: equation.latex.slice(start, end), slot });
    at = end;
  }
  if (at < equation.latex.length) result.push({ text: equation.latex.slice(at), slot: null });
  return result;
}
