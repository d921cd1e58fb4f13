import { displays, mathematics } from '../fragments';
import { eachEntry, type Rule } from '../rule';
import { changed, withLatex } from '../sample';

/** A pattern in an equation that the house style has another form for. */
interface Pattern {
  readonly found: RegExp;
  readonly message: string;
}

const PATTERNS: readonly Pattern[] = [
  {
    found: /_\{\\text\{[A-Za-z]+\}\}/,
    message: 'a word in a subscript is \\text, which follows the text around: write \\mathrm',
  },
  {
    found: /(?:\\math(?:bf|cal)|\\mathbb)\{\s*\\(?!top|dagger)[a-z]+/,
    message: 'the font has no Greek letters: write \\boldsymbol',
  },
  {
    found: /\\math(?:cal|bb)\{[^{}]*[a-z0-9][^{}]*\}/,
    message: 'lower-case or a digit in a font of capitals: write a capital, or another font',
  },
  { found: /\\boldsymbol\{[A-Za-z]\}/, message: '\\boldsymbol around a Latin letter: write \\mathbf' },
  {
    found: /(?:\\mathbf\{[^{}]*\}|\\boldsymbol\{[^{}]*\})(?:_\{[^{}]*\})?\^\{?(?:T|\\prime|t)\}?(?![A-Za-z])/,
    message: 'a transpose is set as a power: write ^{\\top}',
  },
  { found: /\.\.\./, message: 'three dots: write \\dots' },
  {
    found: /(?<!operatorname|\^\{)\*/,
    message: 'a star: leave it out of a product, write \\ast for a convolution',
  },
  { found: /~/, message: 'a tie: write \\, or \\quad' },
  { found: /<=|>=|!=|->/, message: 'a relation in ASCII: write \\leq, \\geq, \\neq or \\to' },
  {
    found: /[.,;]\s*$/,
    message: 'ends with punctuation, which belongs to the sentence around: leave it out',
  },
  { found: /%/, message: 'a comment: leave it out' },
];

export const houseStyle: Rule = {
  name: 'house-style',
  description: 'Subscript words, bold Greek, transposes, dots and ends as snippets/README.md has them.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) =>
      PATTERNS.flatMap(({ found, message }) => {
        const match = found.exec(latex);
        return match === null ? [] : [`${field}: '${match[0]}' is ${message}.`];
      }),
    ),
  ),
  bad: [
    withLatex('p_{\\text{data}}'),
    withLatex('\\mathbf{\\mu}'),
    withLatex('\\mathcal{l}(x)'),
    withLatex('\\boldsymbol{x}'),
    withLatex('\\mathbf{W}^{T}'),
    withLatex('a, ..., b'),
    withLatex('a * b'),
    withLatex('a = b.'),
  ],
};

export const plainAscii: Rule = {
  name: 'plain-ascii',
  description: 'LaTeX is written in ASCII, so that every engine and encoding reads it.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) => {
      const character = /[^\n\x20-\x7e]/u.exec(latex)?.[0];
      return character === undefined ? [] : [`${field}: '${character}' is not ASCII: write its command.`];
    }),
  ),
  bad: [withLatex('α + b'), changed({ explanation: 'The weights of the layer are here $θ$.' })],
};
