import type { Step } from './definitions';

/**
 * What a command reads as an argument:
 * - `star`, `optional`, `overlay`: a `*`, a `[…]`, beamer's `<…>`, if it is there;
 * - `name`: the name of a macro, `\x` or `{\x}`;
 * - `environmentName`, `verbatimName`: the name of an environment that is being defined, `{x}`;
 * - `macro`: an argument of a macro of the document's own, which wraps `steps` around it;
 * - `plain`: a group that keeps the mode (a length, a colour, a heading);
 * - `text`: text, in mathematics a box of it (`\textbf`); `box`: a box of text everywhere (`\mbox`);
 * - `paragraphs`: text in which a display may stand (`\footnote`);
 * - `same`: a group that keeps the mode and what may stand in it (`\only<2>{…}`);
 * - `math`: mathematics, inline where it stands in text (`\ensuremath`);
 * - `definition`, `mathDefinition`: what a macro will stand for; it opens and closes nothing outside itself;
 * - `verbatim`: `{…}` or between two equal signs, read as it stands (`\url`, `\verb`);
 * - `rest`: any further `[…]` and `{…}` that follow at once, of a command that is not known.
 */
export type ArgumentKind =
  | 'star'
  | 'optional'
  | 'overlay'
  | 'name'
  | 'environmentName'
  | 'verbatimName'
  | 'macro'
  | 'plain'
  | 'text'
  | 'box'
  | 'paragraphs'
  | 'same'
  | 'math'
  | 'definition'
  | 'mathDefinition'
  | 'verbatim'
  | 'rest';

/** The arguments that are still to be read, in order; one object for each command, so that states compare by identity. */
export interface Arguments {
  readonly kind: ArgumentKind;
  readonly next: Arguments | null;
  readonly steps?: readonly Step[];
}

/** The arguments of a command that is not known: there is always one more. */
export const UNKNOWN: Arguments = { kind: 'rest', next: null };

const KINDS: Readonly<Record<string, ArgumentKind>> = {
  '*': 'star',
  o: 'optional',
  '<': 'overlay',
  n: 'name',
  e: 'environmentName',
  E: 'verbatimName',
  p: 'plain',
  t: 'text',
  b: 'box',
  u: 'paragraphs',
  s: 'same',
  m: 'math',
  d: 'definition',
  D: 'mathDefinition',
  v: 'verbatim',
};

/** What `\def\x#1` takes: the macro's body. */
export const DEFINITION: Arguments = { kind: 'definition', next: null };

function argumentsFrom(letters: string): Arguments | null {
  const kind = KINDS[letters.charAt(0)];
  return kind === undefined ? null : { kind, next: argumentsFrom(letters.slice(1)) };
}

/** Argument letters, then the commands that take them. */
const TABLE: readonly (readonly [string, string])[] = [
  ['t', 'textrm textbf textit textsf texttt textsc textup textmd textsl textnormal textsw textulc emph'],
  ['t', 'textsuperscript textsubscript'],
  ['b', 'text mbox hbox fbox llap rlap clap intertext shortintertext reflectbox'],
  ['*b', 'tag'],
  ['oob', 'makebox framebox'],
  ['poob', 'raisebox'],
  ['opb', 'colorbox rotatebox'],
  ['oppb', 'fcolorbox'],
  ['pob', 'scalebox'],
  ['*ppb', 'resizebox'],
  ['nb', 'sbox'],
  ['noob', 'savebox'],
  ['opopob', 'multirow'],
  ['u', 'vbox vtop vcenter thanks abstract'],
  ['ou', 'footnote footnotetext marginpar author sidenote'],
  ['ooopu', 'parbox'],
  ['<s', 'only uncover visible invisible onslide'],
  ['<ss', 'alt'],
  ['<p', 'alert structure'],
  ['pss', 'ifthenelse iftoggle ifbool IfFileExists ifstrempty ifblank'],
  ['m', 'ensuremath boxed'],
  ['opp', 'textcolor'],
  ['<o', 'item'],
  ['*op', 'part chapter section subsection subsubsection paragraph subparagraph title caption'],
  ['*nood', 'newcommand renewcommand providecommand DeclareRobustCommand'],
  ['npd', 'NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand'],
  ['npd', 'NewExpandableDocumentCommand RenewExpandableDocumentCommand'],
  ['*eoodd', 'newenvironment renewenvironment'],
  ['Eoodd', 'lstnewenvironment'],
  [
    'epdd',
    'NewDocumentEnvironment RenewDocumentEnvironment ProvideDocumentEnvironment DeclareDocumentEnvironment',
  ],
  ['*nD', 'DeclareMathOperator'],
  ['*nDD', 'DeclarePairedDelimiter'],
  ['noDDD', 'DeclarePairedDelimiterX DeclarePairedDelimiterXPP'],
  ['d', 'AtBeginDocument AtEndDocument AtBeginEnvironment'],
  ['pd', 'BeforeBeginEnvironment AfterEndEnvironment AtBeginEnvironment AtEndEnvironment'],
  ['Epp', 'DefineVerbatimEnvironment'],
  ['v', 'url nolinkurl path Sexpr'],
  ['*v', 'verb'],
  ['*ov', 'Verb'],
  ['vp', 'href'],
  ['ov', 'lstinline'],
  ['opv', 'mintinline'],
];

function table(): ReadonlyMap<string, Arguments> {
  const found = new Map<string, Arguments>();
  for (const [letters, words] of TABLE) {
    const specification = argumentsFrom(letters);
    for (const word of words.split(' ')) if (specification !== null) found.set(word, specification);
  }
  return found;
}

const COMMANDS = table();

/** The arguments of a command, named without its backslash; undefined for one that is not known. */
export function argumentsOf(word: string): Arguments | undefined {
  return COMMANDS.get(word);
}

/** Commands that begin with `if` and yet are no conditionals that a `\fi` ends. */
const NO_CONDITIONAL =
  /^iff$|^if(?:thenelse|bool|toggle|boolexpr|boolexpe|def|undef|cs\w+|def\w+|str\w+|blank|num\w{3,}|dimcomp|inlist\w*|entry\w+|field\w+)$/;

/** Whether a command begins a conditional that a `\fi` ends: `\ifx`, `\ifdraft`, but neither `\iff` nor `\ifthenelse`. */
export function beginsConditional(word: string): boolean {
  return word.startsWith('if') && (!NO_CONDITIONAL.test(word) || word === 'ifdefined' || word === 'ifcsname');
}

/** Headings and the like, which TeX never meets inside mathematics or another command's argument. */
const HEADINGS: ReadonlySet<string> = new Set(
  'part chapter section subsection subsubsection paragraph subparagraph maketitle bibliography appendix'.split(
    ' ',
  ),
);

/** Whether a command shows that any mathematics before it was never closed. */
export function isHeading(word: string): boolean {
  return HEADINGS.has(word);
}
