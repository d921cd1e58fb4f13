import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../scripts/shipped';
import { latexCheck } from '../check';
import { runLatexCheck } from '../run';
import { Fault, settled } from './fault';
import { type Kind, Lexicon } from './lexicon';
import { marksOf } from './marks';
import { mutantsOf } from './mutants';
import { read } from './reading';

/** The mutants of an equation, as they are printed. */
function printed(
  latex: string,
  kinds: Readonly<Record<string, Kind>> = {},
  symmetric: readonly string[] = [],
) {
  const lexicon = new Lexicon(Object.entries(kinds));
  return mutantsOf(latex, read(marksOf(latex), lexicon), lexicon, symmetric).map((mutant) => mutant.printed);
}

const has = (latex: string, ...wanted: readonly string[]) => {
  const made = printed(latex);
  for (const mutant of wanted) assert.ok(made.includes(mutant), `${mutant} is not among\n${made.join('\n')}`);
};

describe('the mutants of an equation', () => {
  it('have other signs, numbers and powers', () => {
    has('y = a - 2 x^{3}', 'y = a + 2 x^{3}', 'y = a - 3 x^{3}', 'y = a - 2 x^{4}', 'y = a - 2 x');
    has('y = -x', 'y = x');
  });
  it('lack a root, a function, a factor, a transpose or an inverse', () => {
    has('y = \\sqrt{x}', 'y = (x)');
    has('y = \\log x', 'y = x');
    has('y = \\exp(a + b)', 'y = (a + b)');
    has('y = a b', 'y = b', 'y = a');
    has('y = \\mathbf{A}^{\\top}', 'y = \\mathbf{A}');
    has('y = \\mathbf{A}^{-1}', 'y = \\mathbf{A}', 'y = \\mathbf{A}^{-2}', 'y = \\mathbf{A}^{1}');
  });
  it('have things the other way round', () => {
    has('y = \\frac{a}{b}', 'y = \\frac{b}{a}');
    has('y = f(a, b)', 'y = f(b, a)');
    has('y = D(p \\,\\|\\, q)', 'y = D(q \\,\\|\\, p)');
    has('y = \\mathbf{A} \\mathbf{B}', 'y = \\mathbf{B} \\mathbf{A}');
    has('y \\leq x', 'y \\geq x');
    has('y = \\max_{i} x_{i}', 'y = \\min_{i} x_{i}');
  });
  it('have other indices and bounds', () => {
    has('y = x_{t-1} z_{t}', 'y = x_{t} z_{t}', 'y = x_{t-1} z_{t+1}');
    has('y = w_{ij}', 'y = w_{ji}', 'y = w_{i+1,j}');
    has('y = \\sum_{i=1}^{n} i', 'y = \\sum_{i=2}^{n} i', 'y = \\sum_{i=1}^{n-1} i');
  });
  it('leave alone a left side that is only a symbol, and the conditions', () => {
    assert.deepEqual(printed('x_{t}^{\\top} = a, \\quad 1 < t < 5'), []);
  });
  it('leave the order of symmetric functions alone', () => {
    const kernel: Readonly<Record<string, Kind>> = { k: { kind: 'function' } };
    assert.deepEqual(printed('y = k(a, b)', kernel, ['k']), []);
  });
  it('can be printed and read again, each once, over the whole catalogue', () => {
    for (const { id, latex } of shippedCatalogue().equations.slice(0, 300)) {
      const lexicon = new Lexicon();
      const reading = settled(() => read(marksOf(latex), lexicon));
      if (reading instanceof Fault) continue;
      const made = mutantsOf(latex, reading, lexicon).map((mutant) => mutant.printed);
      assert.ok(
        made.every((mutant) => !mutant.includes('undefined') && mutant !== ''),
        id,
      );
    }
  });
});

describe('a check', () => {
  const square = { states: 'an example', cases: [{ given: { y: 9, x: 3 } }] };

  it('passes if the equation holds and every mutant fails', () => {
    assert.deepEqual(runLatexCheck(latexCheck('square', square), 'y = x^{2}').faults, []);
  });
  it('fails if a mutant holds too', () => {
    const weak = latexCheck('square', { states: 'an example', cases: [{ given: { y: 1, x: 1 } }] });
    assert.match(runLatexCheck(weak, 'y = x^{2}').faults.join(), /A mutant holds too \(no power\):\s+y = x/);
  });
  it('passes with a mutant that is named as the same equation', () => {
    const trace = latexCheck('twice', {
      states: 'an example',
      cases: [{ given: { y: 4, a: 2, b: 2 } }],
      same: { 'y = b a': 'the product of numbers' },
    });
    assert.match(runLatexCheck(trace, 'y = a b').faults.join(), /names no mutant/);
    const root = latexCheck('root', {
      states: 'an example',
      cases: [{ given: { y: 1, x: 1 } }],
      same: { 'y = (x)': 'one is its own root' },
    });
    assert.deepEqual(runLatexCheck(root, 'y = \\sqrt{x}').faults, []);
  });
  it('fails if `same` names what is no mutant, or one that fails', () => {
    const stale = latexCheck('square', {
      ...square,
      same: { 'y = x^{7}': 'never made', 'y = x': 'it fails' },
    });
    const faults = runLatexCheck(stale, 'y = x^{2}').faults.join();
    assert.match(faults, /names no mutant that was made/);
    assert.match(faults, /names a mutant that fails/);
  });
  it('fails if a weaker bound passes that is not attained', () => {
    const loose = latexCheck('bound', { states: 'an example', cases: [{ given: { y: 3, x: 5 } }] });
    assert.match(runLatexCheck(loose, 'y \\leq 2 x').faults.join(), /A mutant holds too/);
    const attained = latexCheck('bound', {
      states: 'an example',
      cases: [{ given: { y: 10, x: 5 } }, { given: { y: 3, x: 5 } }],
    });
    assert.deepEqual(runLatexCheck(attained, 'y \\leq 2 x').faults, []);
  });
});
