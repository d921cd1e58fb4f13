import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainMath, plainText } from '../../src/core/unicode';

describe('plainMath', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['\\theta', 'θ'],
    ['\\mathbf{x}_{t}', '𝐱ₜ'],
    ['\\bar{\\alpha}_{t}', 'ᾱₜ'],
    ['\\mathbf{W}_{hq}', '𝐖_(hq)'],
    ['p_{\\theta}(\\mathbf{x} \\mid \\mathbf{z})', 'p_θ(𝐱 | 𝐳)'],
    ['\\mathbb{R}^{n}', 'ℝⁿ'],
    ['\\mathcal{L}', 'ℒ'],
    ['\\frac{a}{b}', 'a/b'],
    ['\\sqrt{d_{k}}', '√(dₖ)'],
    ['D_{\\mathrm{KL}}(p \\,\\|\\, q)', 'D_(KL)(p ‖ q)'],
    ['\\begin{aligned} a &= b \\end{aligned}', 'a=b'],
  ];
  for (const [latex, expected] of examples) it(latex, () => assert.equal(plainMath(latex), expected));

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (latex) => typeof plainMath(latex) === 'string'));
  });
});

describe('plainText', () => {
  it('writes the mathematics of a sentence in Unicode', () => {
    assert.equal(
      plainText('A bound on $\\log p_{\\theta}(\\mathbf{x})$, in nats.'),
      'A bound on log p_θ(𝐱), in nats.',
    );
  });
});
