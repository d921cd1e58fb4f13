import { AMSMATH, AMSSYMB, LATEX, MATHTOOLS } from '../../../scripts/catalogue/command-names';
import { type Token, tokenize } from '../../../src/core/tex';
import { environmentAt } from '../environments';
import { displays, mathematics } from '../fragments';
import { eachEntry, type Rule } from '../rule';
import { changed, withLatex } from '../sample';

/** Commands that an equation must not use, in groups with what to write instead. */
const FORBIDDEN: readonly (readonly [commands: string, instead: string])[] = [
  ['label tag notag nonumber eqref ref cite', 'leave it out: that is the document’s business'],
  ['def newcommand renewcommand DeclareMathOperator', 'write \\operatorname where the name stands'],
  ['bm pmb bold', 'write \\mathbf for letters and \\boldsymbol for Greek'],
  ['mathds mathbbm', 'write \\mathbf{1}, or \\mathbb for sets'],
  ['mathscr', 'write \\mathcal'],
  [
    'rm bf it sf tt cal textrm textbf textit mbox hbox',
    'write \\mathrm, \\mathbf, \\mathcal or \\text with braces',
  ],
  ['over atop choose', 'write \\frac or \\binom'],
  [
    'vert Vert parallel',
    'write \\mid, \\lvert … \\rvert, \\lVert … \\rVert, or \\,\\|\\, between distributions',
  ],
  ['ldots cdots dotsc dotsb', 'write \\dots'],
  ['le ge ne', 'write \\leq, \\geq or \\neq'],
  ['intercal intop', 'write \\top'],
  ['argmax argmin', 'write \\operatorname*{arg\\,max} or \\operatorname*{arg\\,min}'],
  ['operatornamewithlimits', 'write \\operatorname*'],
  ['displaystyle textstyle color textcolor', 'leave it out: the place decides how the equation looks'],
];

const INSTEAD: ReadonlyMap<string, string> = new Map(
  FORBIDDEN.flatMap(([commands, instead]) =>
    commands.split(' ').map((command) => [`\\${command}`, instead] as const),
  ),
);

export const noForbiddenCommand: Rule = {
  name: 'no-forbidden-command',
  description: 'No command that belongs to a document, is outdated, or has a form of the house style.',
  check: eachEntry((equation) =>
    mathematics(equation).flatMap(({ field, latex }) => [
      ...tokenize(latex).flatMap(({ text }) => {
        const instead = INSTEAD.get(text);
        return instead === undefined ? [] : [`${field}: ${text} is not used here: ${instead}.`];
      }),
      ...(/\\mathbb\s*\{\s*\d/.test(latex)
        ? [`${field}: \\mathbb has no digits: write \\mathbf{1}\\{ … \\}.`]
        : []),
    ]),
  ),
  bad: [withLatex('\\bm{x}'), withLatex('\\mathbb{1}\\{ x \\}'), withLatex('a \\label{a}')],
};

/** Environments for which LaTeX has nothing, or an older command of the same name. */
const ENVIRONMENT_PACKAGE: ReadonlyMap<string, 'amsmath' | 'mathtools' | null> = new Map([
  ...['aligned', 'alignedat', 'gathered', 'split', 'cases', 'subarray', 'smallmatrix'].map(amsmath),
  ...['matrix', 'pmatrix', 'bmatrix', 'Bmatrix', 'vmatrix', 'Vmatrix'].map(amsmath),
  ['dcases', 'mathtools'],
  ['rcases', 'mathtools'],
  ['array', null],
]);

function amsmath(name: string): readonly [string, 'amsmath'] {
  return [name, 'amsmath'];
}

type Origin = 'amsmath' | 'amssymb' | 'mathtools' | null | 'unknown';

function origin(latex: string, token: Token): Origin {
  if (token.text === '\\begin' || token.text === '\\end') {
    const found = ENVIRONMENT_PACKAGE.get(environmentAt(latex, token));
    return found === undefined ? 'unknown' : found;
  }
  const name = token.text.slice(1).replace('*', '');
  if (AMSMATH.has(name)) return 'amsmath';
  if (AMSSYMB.has(name)) return 'amssymb';
  if (MATHTOOLS.has(name)) return 'mathtools';
  return LATEX.has(name) ? null : 'unknown';
}

/** The control words of an equation. */
function controlWords(latex: string): readonly Token[] {
  return tokenize(latex).filter(({ text }) => /^\\[A-Za-z]/.test(text));
}

export const knownCommands: Rule = {
  name: 'known-commands',
  description: 'Every command and environment is of LaTeX or a package that an entry may declare.',
  check: eachEntry((equation) =>
    displays(equation).flatMap(({ field, latex }) =>
      controlWords(latex)
        .filter((token) => origin(latex, token) === 'unknown')
        .map(({ text, start }) => {
          const what = text === '\\begin' || text === '\\end' ? latex.slice(start, start + 24) : text;
          return `${field}: ${what} is not of LaTeX, amsmath or amssymb: write it by commands that are.`;
        }),
    ),
  ),
  bad: [withLatex('\\softmax(x)'), withLatex('\\begin{numcases} a \\end{numcases}')],
};

export const packagesExact: Rule = {
  name: 'packages-exact',
  description: 'The packages are those whose commands the equation uses, no more and no fewer.',
  check: eachEntry(({ latex, packages = [] }) => {
    const uses = new Map<string, string>();
    for (const token of controlWords(latex)) {
      const from = origin(latex, token);
      if (from !== null && !uses.has(from)) uses.set(from, token.text);
    }
    const declared = new Set<string>(packages);
    return [
      ...[...uses]
        .filter(([name]) => name !== 'unknown' && !declared.has(name))
        .map(([name, command]) => `uses ${command}: add ${name} to packages.`),
      ...packages
        .filter((name) => !uses.has(name))
        .map((name) => `uses nothing of ${name}: take it out of packages.`),
    ];
  }),
  bad: [
    withLatex('\\lVert x \\rVert'),
    withLatex('\\mathbb{R}'),
    withLatex('\\begin{cases} a \\end{cases}'),
    changed({ packages: ['amsmath'] }),
  ],
};
