import type { Chain, Expression } from '../expression';
import { depthOf, type Reader } from './reader';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Splits marks at those with one of the texts that stand in no parenthesis. */
export function splitAt(reader: Reader, span: Span, texts: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let from = span.from;
  for (let i = span.from; i < span.to; i++) {
    const mark = reader.marks[i];
    depth += depthOf(mark);
    if (depth === 0 && mark !== undefined && texts.includes(mark.text)) {
      spans.push({ from, to: i });
      from = i + 1;
    }
  }
  return [...spans, { from, to: span.to }];
}

/** `cases`, or a matrix; other environments do not stand inside an expression. */
export function readEnvironment(reader: Reader): Expression {
  const first = reader.at;
  const close = reader.closing(first);
  const name = /\{(\w+)\*?\}$/.exec(reader.peek())?.[1] ?? '';
  const rows = splitAt(reader, { from: first + 1, to: close }, ['\\\\']).filter(({ from, to }) => from < to);
  const cells = rows.map((row) => splitAt(reader, row, ['&']));
  if (name === 'cases') {
    const read = cells.map((row) => readCase(reader, row));
    reader.at = close + 1;
    return { kind: 'cases', rows: read, range: reader.rangeFrom(first) };
  }
  if (!/^[pbBv]?matrix$|^smallmatrix$/.test(name))
    throw reader.unread(`the environment ${name} at this place`);
  if (name === 'vmatrix') throw reader.unread('a determinant in bars');
  const grid = cells.map((row) =>
    row.map(({ from, to }) => reader.part(from, to, (cell) => cell.grammar.sum(cell))),
  );
  reader.at = close + 1;
  return { kind: 'grid', rows: grid, range: reader.rangeFrom(first) };
}

function readCase(reader: Reader, [left, right]: readonly Span[]) {
  if (left === undefined) throw reader.unread('an empty case');
  const end = [',', ';', '.'].includes(reader.marks[left.to - 1]?.text ?? '') ? left.to - 1 : left.to;
  const value = reader.part(left.from, end, (inside) => inside.grammar.sum(inside));
  return { value, when: right === undefined ? null : reader.part(right.from, right.to, readWhen) };
}

const WORD = /\{(.*)\}$/;

/** The condition of a case; null for “otherwise”. */
function readWhen(reader: Reader): Chain | null {
  const chains: Chain[] = [];
  while (!reader.ended) {
    const mark = reader.mark();
    const word = mark?.kind === 'text' ? (WORD.exec(mark.text)?.[1] ?? '') : null;
    if (word !== null) reader.take();
    if (word !== null && /^(?:otherwise|else)$/.test(word)) return null;
    if (word !== null && !/^(?:if|for|when|and|with)$/.test(word))
      throw reader.unread(`the condition “${word}”`);
    if (word === null && chains.length > 0 && !reader.accept(',')) throw reader.unread('a condition');
    while (reader.accept('\\quad'));
    const chain = reader.grammar.chain(reader);
    if (chain.kind !== 'chain') throw reader.unread('a case whose condition has no relation');
    chains.push(chain);
    reader.accept('.');
  }
  const [first, ...more] = chains;
  if (first === undefined) return null;
  if (more.length > 0) throw reader.unread('a case with two conditions');
  return first;
}
