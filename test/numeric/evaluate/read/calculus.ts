import type { Expression } from '../expression';
import { readDifferentials } from './bodies';
import type { Reader } from './reader';
import { scriptPart } from './scripts';

/** `\int_{a}^{b} … \,\mathrm{d}x`, with one letter or more. */
export function readIntegral(reader: Reader): Expression {
  const first = reader.at;
  reader.expect('\\int');
  let from: Expression | null = null;
  let to: Expression | null = null;
  while (reader.peek() === '_' || reader.peek() === '^') {
    if (reader.take().text === '_') from = reader.argument();
    else to = reader.argument();
  }
  const body = reader.grammar.sum(reader);
  const letters = readDifferentials(reader);
  return { kind: 'integral', from, to, letters, body, range: reader.rangeFrom(first) };
}

const isDifferential = (text: string) => text === '\\partial' || text === '\\mathrm{d}';

/** Whether the fraction at this place is a derivative. */
export function isDerivative(reader: Reader): boolean {
  return isDifferential(reader.peek(1)) || (reader.peek(1) === '{' && isDifferential(reader.peek(2)));
}

/** `\frac{\partial f}{\partial x}`, `\frac{\mathrm{d}}{\mathrm{d}t} f(t)`, `\frac{\partial^{2} f}{\partial x \partial y}`. */
export function readDerivative(reader: Reader): Expression {
  const first = reader.at;
  reader.expect('\\frac');
  const above = scriptPart(reader, readAbove);
  const by = scriptPart(reader, readBelow);
  if (above.order !== by.length) throw reader.unread('a derivative whose orders differ');
  const of = above.of ?? reader.grammar.product(reader);
  return { kind: 'derivative', of, by, range: reader.rangeFrom(first) };
}

function readOrder(reader: Reader): number {
  if (!reader.accept('^')) return 1;
  const order = reader.argument();
  if (order.kind !== 'number') throw reader.unread('the order of a derivative');
  return order.value;
}

function readAbove(reader: Reader): { readonly order: number; readonly of: Expression | null } {
  reader.take();
  const order = readOrder(reader);
  return { order, of: reader.ended ? null : reader.grammar.sum(reader) };
}

function readBelow(reader: Reader): readonly Expression[] {
  const letters: Expression[] = [];
  while (!reader.ended) {
    if (!isDifferential(reader.peek())) throw reader.unread('what a derivative is taken by');
    reader.take();
    const letter = reader.grammar.base(reader);
    const order = readOrder(reader);
    letters.push(...Array.from({ length: order }, () => letter));
  }
  return letters;
}

/** `\nabla f(\mathbf{x})`, `\nabla_{\theta} …`, `\nabla^{2} f`, `\nabla \cdot f`. It takes the next value only. */
export function readGradient(reader: Reader): Expression {
  const first = reader.at;
  reader.expect('\\nabla');
  let by: Expression | null = null;
  let order: 'first' | 'second' | 'divergence' = 'first';
  while (reader.peek() === '_' || reader.peek() === '^') {
    if (reader.take().text === '_') by = reader.argument();
    else if (reader.accept('2')) order = 'second';
    else throw reader.unread('a power of the gradient');
  }
  if (reader.accept('\\cdot')) order = 'divergence';
  const of = reader.grammar.base(reader);
  return { kind: 'gradient', of, by, order, range: reader.rangeFrom(first) };
}
