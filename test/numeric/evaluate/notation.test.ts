import { entries, from, matrix, set, vector } from '../given';
import { expectation, integral, maximum } from '../operators';
import { cubes, gives, refuses } from './examples';

describe('the evaluator reads', () => {
  it('sums, products, fractions, roots and powers as a mathematician does', () => {
    gives('1 + 2 \\cdot 3 - 4', 3);
    gives('\\frac{1}{2} a b^{2}', 9, { a: 2, b: 3 });
    gives('- \\sqrt{9} + \\sqrt[3]{8}', -1);
    gives('-x^{2}', -4, { x: 2 });
    gives('2 (a + 1) / 4', 2, { a: 3 });
    gives('\\left( 1 + \\frac{1}{2} \\right)^{2}', 2.25);
  });
  it('functions with parentheses and without', () => {
    gives('\\log x y', Math.log(6), { x: 2, y: 3 });
    gives('\\log x + 1', Math.log(2) + 1, { x: 2 });
    gives('y \\log \\frac{a}{b}', 3 * Math.log(2), { y: 3, a: 4, b: 2 });
    gives('\\log p(x) - \\log q(x)', Math.log(2), { p: () => 4, q: () => 2, x: 1 });
    gives('\\log p(x) f(x)', 5 * Math.log(4), { p: () => 4, f: () => 5, x: 1 });
    gives('\\sin \\theta \\cos \\theta', Math.sin(1) * Math.cos(1), { '\\theta': 1 });
    gives('\\log_{2} 8 + \\exp(0) x', 8, { x: 5 });
    gives('\\sin^{2} x', Math.sin(2) ** 2, { x: 2 });
    gives('\\Gamma(5) + \\Gamma\\left( \\frac{1}{2} \\right)^{2}', 24 + Math.PI);
    gives('\\max(1, x) - \\min\\{ 2, x \\}', 1, { x: 3 });
  });
  it('letters before a parenthesis as what the check gives: a function or a factor', () => {
    gives('f (x + 1)', 8, { f: 2, x: 3 });
    gives('f (x + 1)', 16, { f: (x: number) => x * x, x: 3 });
    gives('p(x \\mid y, z)', 123, {
      p: (x: number, y: number, z: number) => 100 * x + 10 * y + z,
      x: 1,
      y: 2,
      z: 3,
    });
  });
  it('the longest fragment that fits', () => {
    gives('\\bar{\\alpha}_{t} + \\alpha_{t} + \\alpha_{t-1}', 321, {
      '\\bar{\\alpha}_{t}': 300,
      '\\alpha_{t}': 20,
      '\\alpha_{t-1}': 1,
    });
    gives('\\mathbf{W}_{i}^{Q}', 7, { '\\mathbf{W}^{Q}': [5, 7], i: 2 });
    gives("x' + x", 3, { "x'": 1, x: 2 });
    gives('x^{\\ast} + x', 3, { 'x^{\\ast}': 1, x: 2 });
  });
  it('indices into sequences, arrays and vectors', () => {
    gives('x_{1} + x_{t-1}', 11, { x: [1, 10, 100], t: 3 });
    gives('w_{ij} - w_{j,i}', -7, {
      w: [
        [1, 2],
        [9, 4],
      ],
      i: 1,
      j: 2,
    });
    gives('A_{21}', 7, { A: [5, 6], 'A_{21}': 7 });
    gives('\\mathbf{A}_{ij}', 3, {
      '\\mathbf{A}': matrix([
        [1, 2],
        [3, 4],
      ]),
      i: 2,
      j: 1,
    });
    gives('x_{0} + x_{2k}', 4, { x: from(0, [1, 2, 3]), k: 1 });
    gives('z^{(l)} z^{(l-1)}', 6, { z: [2, 3], l: 2 });
    gives('x[i, j]', 2, { x: [[1, 2]], i: 1, j: 2 });
    gives('\\lVert \\mathbf{x}_{1:2} \\rVert_{2}', 5, { '\\mathbf{x}': vector([3, 4, 12]) });
  });
  it('sums, products and maxima over ranges, sets and conditions', () => {
    gives('\\sum_{i=1}^{n} i^{2}', 14, { n: 3 });
    gives('\\sum_{i} x_{i} y_{i}', 23, { x: [1, 2], y: [3, 10] });
    gives('\\sum_{j \\neq i} x_{j}', 5, { x: [1, 3, 4], i: 2 });
    gives('\\sum_{i < j} x_{i} x_{j}', 11, { x: [1, 2, 3] });
    gives('\\sum_{-c \\leq j \\leq c, \\, j \\neq 0} (j + 2)^{2}', 10 + 0, { c: 1 });
    gives('\\sum_{x \\in \\mathcal{X}} P(x)', 6, { '\\mathcal{X}': set([1, 5]), P: (x: number) => x });
    gives('\\sum_{k \\in \\{1, \\dots, n\\}} k', 10, { n: 4 });
    gives('\\prod_{k=1}^{3} k + \\max_{j} x_{j} - x_{1}', 6 + 5 - 2, { x: [2, 5] });
    gives('\\operatorname*{arg\\,min}_{j \\in \\{1, 2, 3\\}} (j - 2)^{2}', 2);
    gives('\\min_{j} x_{j} + y_{j}', 4, { x: [1, 3], y: [9, 1] });
  });
  it('operators of the check, which bind letters', () => {
    gives('\\mathbb{E}_{p(x)}\\left[ x^{2} \\right] - \\mathbb{E}_{p(x)}[x]^{2}', 0.25 * 0.75, {
      '\\mathbb{E}_{p(x)}': expectation('x', [0, 1], [0.25, 0.75]),
    });
    gives('\\sup_{f} f(1)', 4, { '\\sup_{f}': maximum('f', [(x: number) => x, (x: number) => 4 * x]) });
    gives('\\int x p(x) \\, \\mathrm{d}x', 0.5, { p: () => 1, '\\int': integral('x', 0, 1) });
  });
  it('integrals with bounds, derivatives and gradients', () => {
    gives('\\int_{0}^{\\infty} \\exp(-x) \\, \\mathrm{d}x', 1);
    gives('\\frac{\\partial}{\\partial x} x^{3} + x', 12 + 2, { x: 2 });
    gives('\\frac{\\mathrm{d}^{2} f(x)}{\\mathrm{d}x^{2}}', 12, { f: (x: number) => x ** 3, x: 2 });
    gives("\\phi'(x)", 12, { '\\phi': (x: number) => x ** 3, x: 2 });
    gives('\\lVert \\nabla_{\\mathbf{w}} \\mathcal{L} \\rVert_{2}', Math.hypot(3, 12), cubes);
    gives('\\operatorname{tr} \\left( \\frac{\\partial f(\\mathbf{z})}{\\partial \\mathbf{z}} \\right)', 6, {
      '\\mathbf{z}': vector([1, 2]),
      f: (z: { to1DArray(): number[] }) => vector(z.to1DArray().map((entry) => entry ** 2)),
    });
  });
  it('linear algebra', () => {
    const given = {
      '\\mathbf{A}': matrix([
        [2, 1],
        [0, 3],
      ]),
      ...entries('x', [1, 2]),
    };
    gives('\\mathbf{x}^{\\top} \\mathbf{A} \\mathbf{x}', 16, given);
    gives('\\det \\mathbf{A}^{-1}', 1 / 6, given);
    gives('\\operatorname{tr}(\\mathbf{A} \\mathbf{A}^{\\top})', 14, given);
    gives('\\lVert \\mathbf{x} \\rVert_{1} + \\lVert \\mathbf{x} \\rVert_{\\infty}', 5, given);
    gives('\\langle \\mathbf{x}, \\mathbf{x} \\rangle + x_{2}', 7, given);
    gives('\\lVert [\\mathbf{x}; \\mathbf{x}] \\rVert_{2}^{2}', 10, given);
    gives('\\det \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', -2);
    gives('\\lVert \\mathbf{x} \\odot \\mathbf{x} \\rVert_{1}', 5, given);
    gives('\\operatorname{tr}(\\mathbf{A} \\odot \\mathbf{A} \\mathbf{A})', 35, given);
    gives('\\operatorname{tr}(\\mathbf{A} \\otimes \\mathbf{A})', 25, given);
  });
  it('cases, indicators, binomials, rounding and sets', () => {
    const cases = '\\begin{cases} 1 & \\text{if } x > 0 \\\\ -1 & \\text{otherwise} \\end{cases}';
    gives(cases, 1, { x: 3 });
    gives(cases, -1, { x: -3 });
    gives('\\mathbf{1}\\{ i = j \\} + \\mathbf{1}\\{ i < j \\}', 1, { i: 1, j: 2 });
    gives('\\binom{5}{2} + 3! + \\lfloor 2.5 \\rfloor + \\lceil 2.5 \\rceil', 10 + 6 + 2 + 3);
    gives('\\lvert \\mathcal{A} \\cup \\mathcal{B} \\rvert', 3, {
      '\\mathcal{A}': set([1, 2]),
      '\\mathcal{B}': set([2, 3]),
    });
    gives('\\underbrace{a + 1}_{\\text{a label}}', 3, { a: 2 });
  });
});

describe('the evaluator refuses', () => {
  it('notation that it does not know', () => {
    refuses('\\oiint x', /Not read: the notation \\oiint/);
    refuses('a \\pm b', /Not read/, { a: 1, b: 2 });
    refuses('\\begin{tikzcd} a \\end{tikzcd}', /Not read: the environment tikzcd/);
    refuses('a \\text{ and more}', /Not read/, { a: 1 });
  });
  it('a symbol without a value', () => {
    refuses('x + 1', /There is no value for x\./);
    refuses('f(x)', /There is no value for f\./, { x: 1 });
    refuses('\\sum_{i} a', /Nothing says how far the letter i runs/, { a: 1 });
    refuses('\\int p(x) \\, \\mathrm{d}x', /without bounds/, { p: () => 1 });
  });
  it('shapes that do not fit', () => {
    const given = { '\\mathbf{x}': vector([1, 2]), '\\mathbf{A}': matrix([[1, 2]]) };
    refuses('\\mathbf{x} \\mathbf{x}', /cannot be multiplied/, given);
    refuses('\\mathbf{x} + \\mathbf{A}', /cannot be added/, given);
    refuses('1 - \\mathbf{x}', /cannot be added/, given);
    refuses('\\mathbf{A}_{1}', /There is no entry|One index|shape/, {
      '\\mathbf{A}': matrix([
        [1, 2],
        [3, 4],
      ]),
    });
  });
  it('a fragment given as a whole whose letter a sum binds', () => {
    refuses('\\sum_{i=1}^{2} x_{i}', /given as a whole/, { 'x_{i}': 5 });
  });
  it('a derivative by a letter that the value does not come from', () => {
    refuses('\\frac{\\partial L}{\\partial x}', /Nothing is computed from x/, { L: 3, x: 1 });
  });
  it('what a letter’s index does not have', () => {
    refuses('x_{4}', /There is no element 4/, { x: [1, 2, 3] });
  });
});
