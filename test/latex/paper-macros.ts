const LOWER = [...'abcdefghijklmnopqrstuvwxyz'];
const UPPER = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const GREEK = ['alpha', 'beta', 'gamma', 'epsilon', 'lambda', 'mu', 'phi', 'sigma', 'theta'];

/** `\vx` for a letter and what it stands for; `skip` holds letters that would redefine a command of LaTeX. */
function lettered(
  prefix: string,
  letters: readonly string[],
  body: (letter: string) => string,
  skip = '',
): readonly (readonly [string, string])[] {
  return letters
    .filter((letter) => !skip.includes(letter))
    .map((letter) => [`\\${prefix}${letter}`, `{${body(letter)}}`] as const);
}

/**
 * The macros of the notation file that ICLR's style carries, `math_commands.tex`, and many papers after it: vectors as
 * `\vx`, matrices as `\mX`, random vectors as `\rvx`, sets as `\sX`, graphs as `\gX`, and the operators.
 */
export const PAPER_MACROS: Readonly<Record<string, string>> = Object.fromEntries([
  ...lettered('r', LOWER, (letter) => `\\textnormal{${letter}}`, 'mq'),
  ...lettered('rv', LOWER, (letter) => `\\mathbf{${letter}}`),
  ...lettered('rm', UPPER, (letter) => `\\mathbf{${letter}}`),
  ...lettered('v', LOWER, (letter) => `\\boldsymbol{${letter}}`),
  ...lettered('v', GREEK, (letter) => `\\boldsymbol{\\${letter}}`, ''),
  ...lettered('ev', LOWER, (letter) => letter),
  ...lettered('m', UPPER, (letter) => `\\boldsymbol{${letter}}`),
  ...lettered('em', UPPER, (letter) => letter),
  ...lettered('t', UPPER, (letter) => `\\mathsf{${letter}}`, 'H'),
  ...lettered('g', UPPER, (letter) => `\\mathcal{${letter}}`),
  ...lettered('s', UPPER, (letter) => `\\mathbb{${letter}}`, 'ES'),
  ['\\eps', '{\\epsilon}'],
  ['\\1', '{\\mathbf{1}}'],
  ['\\vzero', '{\\mathbf{0}}'],
  ['\\vone', '{\\mathbf{1}}'],
  ['\\E', '\\mathbb{E}'],
  ['\\Ls', '\\mathcal{L}'],
  ['\\R', '\\mathbb{R}'],
  ['\\emp', '\\tilde{p}'],
  ['\\lr', '\\alpha'],
  ['\\reg', '\\lambda'],
  ['\\rect', '\\mathrm{rectifier}'],
  ['\\softmax', '\\mathrm{softmax}'],
  ['\\sigmoid', '\\sigma'],
  ['\\softplus', '\\zeta'],
  ['\\KL', 'D_{\\mathrm{KL}}'],
  ['\\Var', '\\mathrm{Var}'],
  ['\\standarderror', '\\mathrm{SE}'],
  ['\\Cov', '\\mathrm{Cov}'],
  ['\\normlzero', 'L^0'],
  ['\\normlone', 'L^1'],
  ['\\normltwo', 'L^2'],
  ['\\normlp', 'L^p'],
  ['\\normmax', 'L^\\infty'],
  ['\\parents', 'Pa'],
  ['\\train', '\\mathcal{D}'],
  ['\\valid', '\\mathcal{D}_{\\mathrm{valid}}'],
  ['\\test', '\\mathcal{D}_{\\mathrm{test}}'],
  ['\\pdata', 'p_{\\mathrm{data}}'],
  ['\\ptrain', '\\hat{p}_{\\mathrm{data}}'],
  ['\\pmodel', 'p_{\\mathrm{model}}'],
  ['\\argmax', '\\operatorname*{arg\\,max}'],
  ['\\argmin', '\\operatorname*{arg\\,min}'],
  ['\\sign', '\\operatorname{sign}'],
  ['\\Tr', '\\operatorname{Tr}'],
]);

/** The same as TeX that may stand in a preamble, or before a formula. */
export const PAPER_PREAMBLE = Object.entries(PAPER_MACROS)
  .map(([name, body]) => `\\def${name}{${body}}`)
  .join('\n');
