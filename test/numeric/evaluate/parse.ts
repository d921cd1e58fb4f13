import type { Expression } from './expression';
import type { Lexicon } from './lexicon';
import type { Mark } from './marks';
import { readBase, readFactor } from './read/bases';
import { type Grammar, Reader } from './read/reader';
import { readChain, readProduct, readSum } from './read/sums';

const GRAMMAR: Grammar = {
  chain: readChain,
  sum: readSum,
  product: readProduct,
  factor: readFactor,
  base: readBase,
};

/** A reader of marks that knows which fragments are functions, sequences and operators. */
export function readerOf(marks: readonly Mark[], lexicon: Lexicon): Reader {
  return new Reader(marks, lexicon, GRAMMAR);
}

/** Reads marks that are one expression or one chain of relations. Throws a fault where it cannot. */
export function parse(marks: readonly Mark[], lexicon: Lexicon): Expression {
  const reader = readerOf(marks, lexicon);
  const expression = reader.grammar.chain(reader);
  if (!reader.ended) throw reader.unread('what follows');
  return expression;
}
