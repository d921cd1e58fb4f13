import type { Expression } from './expression';
import { Fault, settled } from './fault';
import type { Lexicon } from './lexicon';
import { keyOf, marksOf } from './marks';
import { breakingsOf, type Ground, reversed } from './mutate/breakings';
import { type Breaking, edited } from './mutate/edits';
import { type Proposition, type Reading, read } from './reading';
import { childrenOf } from './walk';

/** An equation with one thing broken. */
export interface Mutant {
  /** What was done to it. */
  readonly what: string;
  /** The statement that was broken, as LaTeX. */
  readonly printed: string;
  /** The whole equation, read. */
  readonly reading: Reading;
}

/** Whether a side is only a symbol, with its indices or arguments: breaking it breaks nothing that is claimed. */
function isBare(side: Expression): boolean {
  switch (side.kind) {
    case 'name':
      return true;
    case 'index':
    case 'transpose':
      return isBare(side.base);
    case 'call':
      return isBare(side.head) && side.items.every(isBare);
    default:
      return false;
  }
}

function breakingsIn(node: Expression, ground: Ground): readonly Breaking[] {
  const children = node.kind === 'index' ? [node.base] : childrenOf(node);
  return [...breakingsOf(node, ground), ...children.flatMap((child) => breakingsIn(child, ground))];
}

function breakingsOfStatement({ role, sides, relations, defines, assigns }: Proposition, ground: Ground) {
  if (role !== 'claim') return [];
  const [left, ...others] = sides;
  const isWhole = left !== undefined && defines === null && assigns === null && !isBare(left);
  const kept = isWhole ? [left, ...others] : others;
  return [...kept.flatMap((side) => breakingsIn(side, ground)), ...reversed({ relations })];
}

function printedFrom(latex: string, original: string, { range }: Proposition): string {
  const end = range.end + latex.length - original.length;
  return latex.slice(range.start, end).replace(/\s+/g, ' ').trim();
}

/** The mutants of an equation, each once; what cannot be read is none. */
export function mutantsOf(
  latex: string,
  reading: Reading,
  lexicon: Lexicon,
  symmetric: readonly string[] = [],
): readonly Mutant[] {
  const ground: Ground = { latex, symmetric: new Set(symmetric.map(keyOf)) };
  const mutants: Mutant[] = [];
  const known = new Set([keyOf(latex)]);
  for (const statement of reading.propositions) {
    for (const { what, edits } of breakingsOfStatement(statement, ground)) {
      const broken = edited(latex, edits);
      const marks = marksOf(broken);
      const key = marks.map(({ text }) => text).join(' ');
      if (known.has(key)) continue;
      known.add(key);
      const rereading = settled(() => read(marks, lexicon));
      if (rereading instanceof Fault) continue;
      mutants.push({ what, printed: printedFrom(broken, latex, statement), reading: rereading });
    }
  }
  return mutants;
}
