import assert from 'node:assert/strict';
import { vector } from '../given';
import { verdictIn } from './examples';
import type { GivenScope } from './scope';

const yes = (latex: string, ...cases: readonly GivenScope[]) => {
  const verdict = verdictIn(latex, ...cases);
  assert.equal(verdict.kind, 'holds', JSON.stringify(verdict));
};
const no = (latex: string, ...cases: readonly GivenScope[]) =>
  assert.equal(verdictIn(latex, ...cases).kind, 'fails', latex);

describe('an equation holds', () => {
  it('if its sides are equal in every case', () => {
    yes('a = b + 1', { a: 3, b: 2 }, { a: 5, b: 4 });
    no('a = b + 1', { a: 3, b: 2 }, { a: 5, b: 5 });
  });
  it('if every relation of its chain does', () => {
    yes('a = b \\leq c', { a: 2, b: 2, c: 2 });
    no('a = b < c', { a: 2, b: 2, c: 2 });
    yes('a \\neq b', { a: 1, b: 2 });
    yes('a \\approx b', { a: 1, b: 1.005 });
    no('a \\approx b', { a: 1, b: 1.05 });
    yes('a \\in \\{1, 2\\}', { a: 2 });
  });
  it('in proportion, if one ratio fits all cases', () => {
    yes('a \\propto b', { a: 1, b: 3 }, { a: 2, b: 6 });
    no('a \\propto b', { a: 1, b: 3 }, { a: 2, b: 5 });
    assert.equal(verdictIn('a \\propto b', { a: 1, b: 3 }).kind, 'fault');
  });
  it('row by row, where a row may go on with the one before', () => {
    const rows = '\\begin{aligned} a &= b \\\\ &= c \\\\ d &= a \\\\ &\\quad + 1 \\end{aligned}';
    yes(rows, { a: 1, b: 1, c: 1, d: 2 });
    no(rows, { a: 1, b: 1, c: 2, d: 2 });
    no(rows, { a: 1, b: 1, c: 1, d: 3 });
  });
  it('with letters that its own rows define', () => {
    yes('y = m^{2}, \\quad m = x + 1', { y: 9, x: 2 });
    yes('\\begin{aligned} e_{ij} &= x_{i} - x_{j} \\\\ y &= \\sum_{j=1}^{2} e_{1,j} \\end{aligned}', {
      y: -4,
      x: [1, 5],
    });
    yes('\\begin{aligned} f(z) &= z^{2} \\\\ y &= f(3) + f(1) \\end{aligned}', { y: 10 });
    yes('(a, b) = f(x), \\quad y = a - b', { f: (x: number) => [x, 2 * x], x: 3, y: -3 });
    yes('y = D(x_{1}), \\quad D(x) = x^{2}', { y: 9, x: [3, 4] });
    yes('y = m(1), \\quad m = \\frac{1}{2} (p + q)', { y: 3, p: () => 4, q: () => 2 });
    yes('y = m (x + 1)^{2}, \\quad m = 2 x', { y: 36, x: 2 }, { y: 8, x: 1 });
  });
  it('with the values that assignments give', () => {
    yes('w \\leftarrow w - 1', { w: 3, 'w \\leftarrow': 2 });
    no('w \\leftarrow w - 1', { w: 3, 'w \\leftarrow': 1 });
    yes('\\begin{aligned} w &\\leftarrow 2 w \\\\ v &= w \\end{aligned}', { w: 3, v: 6 });
  });
  it('of vectors, if they are equal in every entry and of one shape', () => {
    yes('\\mathbf{y} = 2 \\mathbf{x}', { '\\mathbf{x}': vector([1, 2]), '\\mathbf{y}': vector([2, 4]) });
    no('\\mathbf{y} = 2 \\mathbf{x}', { '\\mathbf{x}': vector([1, 2]), '\\mathbf{y}': vector([2, 4.1]) });
    no('\\mathbf{y} = \\mathbf{x}^{\\top}', { '\\mathbf{x}': vector([1, 2]), '\\mathbf{y}': vector([1, 2]) });
  });
  it('where its conditions do; where values are from is not asked', () => {
    yes('y = x^{2}, \\quad x > 0, \\quad x \\sim p', { y: 4, x: 2 });
    no('y = x^{2}, \\quad x > 0', { y: 4, x: -2 });
  });
});

describe('an equation does not pass', () => {
  it('if it compares nothing', () => {
    const verdict = verdictIn('m = x + 1', { x: 1 });
    assert.equal(verdict.kind === 'fault' && /Nothing is compared/.test(verdict.fault.message), true);
  });
  it('if a definition needs itself', () => {
    const verdict = verdictIn('\\begin{aligned} S_{i} &= S_{i-1} + 1 \\\\ y &= S_{2} \\end{aligned}', {
      y: 2,
    });
    assert.equal(verdict.kind === 'fault' && /without end/.test(verdict.fault.message), true);
  });
  it('if a function of the check fails', () => {
    const verdict = verdictIn('y = f(x)', { y: 1, x: 1, f: (x: number) => vector([x]).get(5, 5) });
    assert.notEqual(verdict.kind, 'holds');
  });
});
