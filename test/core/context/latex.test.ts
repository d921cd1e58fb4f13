import assert from 'node:assert/strict';
import { contextReader } from '../../../src/core/context/reader';
import { contextAt, linesOf, told } from './marked';

/** Documents with the cursor as `‸`, and what holds there: the mode, the environment, `restricted`, `preamble`. */
type Examples = readonly (readonly [string, string])[];

const FORMULAS: Examples = [
  ['‸', 'text'],
  ['a ‸ b', 'text'],
  ['a $‸x$ b', 'inline'],
  ['a $x‸$ b', 'inline'],
  ['a $x$‸ b', 'text'],
  ['a $‸$ b', 'inline'],
  ['a $$‸x$$', 'display'],
  ['a $$x‸$$', 'display'],
  ['a $$x$‸$', 'display'],
  ['a $$x$$‸', 'text'],
  ['$a$$b‸$', 'inline'],
  ['$a$ $$b$$ $c‸$', 'inline'],
  [String.raw`\(‸x\)`, 'inline'],
  [String.raw`\(x‸\)`, 'inline'],
  [String.raw`\(x\)‸`, 'text'],
  [String.raw`\[‸x\]`, 'display'],
  [String.raw`\[x\]‸`, 'text'],
  ['\\[\n  x\n  ‸\n\\]', 'display'],
  [String.raw`costs \$5 ‸`, 'text'],
  [String.raw`costs \\$5 ‸`, 'inline'],
  [String.raw`a \\[2pt] ‸`, 'text'],
  [String.raw`a \\(b ‸`, 'text'],
  [String.raw`a \\\(b ‸`, 'inline'],
  [String.raw`\{ $x ‸$ \}`, 'inline'],
  [String.raw`$\left\{ x ‸ \right.$`, 'inline'],
  [String.raw`\(x$ ‸`, 'text'],
  ['$\\vae-el‸', 'inline'],
];

const ENVIRONMENTS: Examples = [
  [String.raw`\begin{equation}‸`, 'display equation'],
  ['\\begin{align*}\n  a &= ‸ \\\\\n\\end{align*}', 'display align*'],
  ['\\begin{align*}\n  a\n\\end{align*} ‸', 'text'],
  [String.raw`\[\begin{aligned} ‸`, 'display aligned'],
  [String.raw`\[\begin{aligned} a \end{aligned} ‸\]`, 'display'],
  [String.raw`\begin{equation}\begin{split} a \end{split} ‸`, 'display equation'],
  [String.raw`$\begin{cases} ‸ \end{cases}$`, 'inline cases'],
  [String.raw`\[ x = \begin{pmatrix} ‸`, 'display pmatrix'],
  [String.raw`\[ \begin{array}{cc} ‸`, 'display array'],
  [String.raw`\begin{gather} ‸`, 'display gather'],
  [String.raw`\begin{multline*} ‸`, 'display multline*'],
  [String.raw`\begin{eqnarray} ‸`, 'display eqnarray'],
  [String.raw`\begin{IEEEeqnarray}{rCl} ‸`, 'display IEEEeqnarray'],
  [String.raw`\begin{dmath*} ‸`, 'display dmath*'],
  [String.raw`\begin{displaymath} ‸`, 'display displaymath'],
  [String.raw`\begin{math} ‸`, 'inline math'],
  [String.raw`\begin{empheq}[box=\fbox]{align*} ‸`, 'display align*'],
  [String.raw`\begin{subequations} ‸`, 'text'],
  [String.raw`\begin{subequations}\begin{align} ‸`, 'display align'],
  [String.raw`\begin{theorem}[name] ‸`, 'text'],
  [String.raw`\begin{itemize} \item ‸`, 'text'],
  [String.raw`\begin{foo} ‸`, 'text'],
  [String.raw`\[ \begin{foo} ‸`, 'display'],
];

const TEXT_IN_MATH: Examples = [
  [String.raw`\begin{align} a \text{ if ‸ }`, 'textInMath align restricted'],
  [String.raw`\begin{align} a \text{ if } ‸`, 'display align'],
  [String.raw`\begin{align} a \text{ if $‸$ }`, 'inline'],
  [String.raw`\begin{align} a \text{ if $x$ ‸ }`, 'textInMath align restricted'],
  [String.raw`\[ \text{ a $ b \text{ ‸ } $ } \]`, 'textInMath restricted'],
  [String.raw`\[ \mbox{‸} \]`, 'textInMath restricted'],
  [String.raw`\[ \hbox to 3cm{‸} \]`, 'textInMath restricted'],
  [String.raw`$\textbf{‸}$`, 'textInMath restricted'],
  [String.raw`$\mathbf{‸}$`, 'inline'],
  [String.raw`$\textcolor{red}{‸}$`, 'inline'],
  [String.raw`\begin{align} a \intertext{so ‸} b`, 'textInMath align restricted'],
  [String.raw`\begin{align} a \tag{‸} b`, 'textInMath align restricted'],
  [String.raw`\begin{align} a \tag*{‸} b`, 'textInMath align restricted'],
  [String.raw`\[ \footnote{‸} \]`, 'textInMath'],
  [String.raw`\[ \parbox[t]{3cm}{‸} \]`, 'textInMath'],
  [String.raw`\[ \begin{minipage}{3cm} ‸`, 'textInMath'],
  [String.raw`\[ \begin{minipage}{3cm} \[ ‸`, 'display'],
  [String.raw`\[ \begin{tabular}{c} ‸`, 'textInMath restricted'],
  [String.raw`\[ \begin{tabular}{c} $‸`, 'inline'],
  [String.raw`a \ensuremath{‸}`, 'inline'],
  [String.raw`\[ \ensuremath{‸} \]`, 'display'],
  [String.raw`\mbox{$$‸ x$$}`, 'text restricted'],
];

const RESTRICTED: Examples = [
  [String.raw`\section{‸}`, 'text restricted'],
  [String.raw`\section*{‸}`, 'text restricted'],
  [String.raw`\section[‸]{}`, 'text restricted'],
  [String.raw`\section{a} ‸`, 'text'],
  [String.raw`\section{a $‸$}`, 'inline'],
  [String.raw`\caption{‸}`, 'text restricted'],
  [String.raw`\emph{‸}`, 'text restricted'],
  [String.raw`\foo{a}[b]{‸}`, 'text restricted'],
  [String.raw`\item[‸] a`, 'text restricted'],
  [String.raw`\item[a] ‸`, 'text'],
  [String.raw`\footnote{‸}`, 'text'],
  [String.raw`\footnote[2]{‸}`, 'text'],
  [String.raw`\footnote{\emph{‸}}`, 'text restricted'],
  [String.raw`\parbox{‸}{}`, 'text restricted'],
  [String.raw`\parbox{3cm}{‸}`, 'text'],
  [String.raw`\thanks{‸}`, 'text'],
  [String.raw`{\bf ‸}`, 'text'],
  [String.raw`\emph{{‸}}`, 'text restricted'],
  [String.raw`\begin{tabular}{cc} a & ‸`, 'text restricted'],
  [String.raw`\begin{longtable}{cc} a & ‸`, 'text restricted'],
  [String.raw`\begin{tikzpicture} \node {‸};`, 'text restricted'],
  [String.raw`\emph{\begin{minipage}{3cm} ‸`, 'text'],
  ['\\todo{a\n\nb ‸}', 'text'],
  ['\\emph\n{‸}', 'text restricted'],
  ['\\emph%\n{‸}', 'text restricted'],
];

const NOT_READ: Examples = [
  ['a %‸ $x', 'comment'],
  ['a ‸% $x', 'text'],
  ['a % $x\n‸', 'text'],
  [String.raw`a \% ‸`, 'text'],
  [String.raw`a \\% ‸`, 'comment'],
  ['$a % $\n‸', 'inline'],
  ['\\begin{comment}\n$‸\n\\end{comment}', 'comment'],
  ['\\begin{comment}\n$\n\\end{comment} ‸', 'text'],
  [String.raw`\iffalse $ ‸ \fi`, 'comment'],
  [String.raw`\iffalse \ifx a \fi ‸ \fi`, 'comment'],
  ['\\iffalse $\n\\ifx a $ \\fi\n\\fi ‸', 'text'],
  [String.raw`\iffalse $ \else ‸ \fi`, 'text'],
  [String.raw`\iffalse \iff ‸ \fi x`, 'comment'],
  ['\\begin{document}\n\\end{document}\n‸', 'comment'],
  [String.raw`\verb|‸$|`, 'verbatim'],
  [String.raw`\verb|$|‸`, 'text'],
  [String.raw`\verb*+$‸+ x`, 'verbatim'],
  ['\\verb|$\n‸', 'text'],
  [String.raw`\lstinline[language=C]|‸|`, 'verbatim'],
  [String.raw`\lstinline{‸}`, 'verbatim'],
  [String.raw`\mintinline{python}{a $‸}`, 'verbatim'],
  [String.raw`\mintinline{python}{a $} ‸`, 'text'],
  [String.raw`\url{http://a/%‸$}`, 'verbatim'],
  [String.raw`\url{http://a/%$} ‸`, 'text'],
  [String.raw`\href{http://a/%$}{‸}`, 'text restricted'],
  ['\\begin{verbatim}\n$ \\end{verb} ‸\n\\end{verbatim}', 'verbatim'],
  ['\\begin{verbatim*}\n$\n\\end{verbatim*} ‸', 'text'],
  ['\\begin{lstlisting}[language=C]\n$ ‸', 'verbatim'],
  ['\\begin{minted}{python}\n% ‸', 'verbatim'],
  ['<<plot, echo=FALSE>>=\nx$‸y', 'code'],
  ['<<plot>>=\nx$y\n@\n‸', 'text'],
];

const DEFINITIONS: Examples = [
  [String.raw`\documentclass{article} ‸`, 'text preamble'],
  ['\\documentclass{article}\n\\begin{document}\n‸', 'text'],
  ['\\documentclass{article}\n% \\begin{document}\n‸', 'text preamble'],
  [String.raw`\documentclass{article} \newcommand{\x}{$‸$}`, 'inline preamble'],
  [String.raw`\newcommand{\bea}{\begin{eqnarray}} ‸`, 'text'],
  [String.raw`\newcommand{\x}{‸}`, 'text'],
  [String.raw`\newcommand\x[1][a]{$#1 ‸}`, 'inline'],
  [String.raw`\newcommand*{\x}{$} ‸`, 'text'],
  [String.raw`\begin{align} \newcommand{\x}{\end{align}} ‸`, 'display align'],
  [String.raw`$ \newcommand{\x}{$} ‸$`, 'inline'],
  [String.raw`\def\be#1{\begin{equation}$#1} ‸`, 'text'],
  [String.raw`\def\be#1$#2{a} ‸`, 'text'],
  [String.raw`\newenvironment{foo}{\begin{align}}{\end{align}} ‸`, 'text'],
  [String.raw`\NewDocumentCommand{\x}{m o}{\begin{align}} ‸`, 'text'],
  [String.raw`\DeclareMathOperator*{\argmin}{‸}`, 'inline'],
  [String.raw`\newtheorem{thm}{Theorem}[section] ‸`, 'text'],
  [String.raw`\let\bgroup={ \let\d=$ ‸`, 'text'],
  ['\\documentclass{a}\n\\newcommand{\\x}{$\n\\begin{document}\n‸', 'text'],
];

const OWN_MACROS: Examples = [
  [String.raw`\newcommand{\bea}{\begin{eqnarray}} \bea ‸`, 'display eqnarray'],
  [String.raw`\newcommand\be{\begin{equation}} \newcommand\ee{\end{equation}} \be x \ee ‸`, 'text'],
  ['\\def\\be{\\begin{equation}}\n\\def\\ee{\\end{equation}}\n\\be\n‸\n\\ee', 'display equation'],
  [String.raw`\def\[#1\]{} \newcommand{\m}{$x$} \m ‸`, 'text'],
  [String.raw`\newcommand{\bd}{\[} \newcommand{\ed}{\]} \bd ‸ \ed`, 'display'],
  [String.raw`\newcommand{\bd}{\[} \newcommand{\ed}{\]} \bd x \ed ‸`, 'text'],
  [String.raw`\newcommand{\m}[1]{$#1$} \m{‸}`, 'inline'],
  [String.raw`\newcommand{\m}[1]{$#1$} \m{x} ‸`, 'text'],
  [String.raw`\newcommand{\eqn}[1]{\begin{align}#1\end{align}} \eqn{‸}`, 'display align'],
  [String.raw`\newcommand{\say}[1]{\quad\text{#1}} \[ \say{‸} \]`, 'textInMath restricted'],
  [String.raw`\newcommand{\m}[1]{\ensuremath{#1}} \m{‸}`, 'inline'],
  [String.raw`\newcommand{\m}[1]{\ensuremath{#1}} \[ \m{‸} \]`, 'display'],
  [String.raw`\newenvironment{eq}{\begin{align}}{\end{align}} \begin{eq} ‸`, 'display align'],
  [String.raw`\newenvironment{eq}{\begin{align}}{\end{align}} \begin{eq} x \end{eq} ‸`, 'text'],
  [String.raw`\newcommand{\bea}{\begin{eqnarray}} \renewcommand{\bea}{} \bea ‸`, 'text'],
  [String.raw`\lstnewenvironment{python}{}{} \begin{python} $‸`, 'verbatim'],
  [String.raw`\newcommand{\bv}{\begin{verbatim}} ‸`, 'text'],
  [String.raw`\def\hide{\iffalse} ‸`, 'text'],
];

const BROKEN: Examples = [
  ['costs $5\n\n‸', 'text'],
  ['costs $5\nper ‸', 'inline'],
  ['costs $5\n% no blank line\nper ‸', 'inline'],
  ['costs \\(5\n\n‸', 'text'],
  ['$$ x\n\nnext ‸', 'text'],
  ['\\textbf{$x\n\nnext} ‸', 'text'],
  ['\\begin{itemize} \\item $x\n\nnext ‸', 'text'],
  ['\\begin{align} a \\frac{b \\end{align} ‸', 'text'],
  ['\\begin{align} \\begin{aligned} \\end{align} ‸', 'text'],
  ['\\begin{align} \\text{a \\end{align} ‸', 'text'],
  ['\\end{align} ‸', 'text'],
  ['} ‸', 'text'],
  ['$x } ‸$', 'inline'],
  ['{ $x } ‸', 'text'],
  ['$\\frac{a}{b$ ‸', 'text'],
  ['\\begin{equ ‸', 'text'],
  ['\\begin{equ\n\n$x‸$', 'inline'],
  ['\\begin{align}\n  a\n\n  ‸', 'display align'],
  ['\\begin{align}\n  a\n\nSo $x$ ‸', 'text'],
  ['\\begin{align}\n  a\n\\section{b} ‸', 'text'],
  ['\\begin{align}\n  a\n\\begin{itemize} ‸', 'text'],
  ['\\begin{align}\n\\begin{equation} ‸', 'display equation'],
  ['$x \\[ ‸', 'display'],
  ['\\textbf‸', 'text'],
];

describe('the context of a place in LaTeX', () => {
  const groups: readonly (readonly [string, Examples])[] = [
    ['in formulas', FORMULAS],
    ['in environments', ENVIRONMENTS],
    ['in text inside mathematics', TEXT_IN_MATH],
    ['where no display may stand', RESTRICTED],
    ['in what TeX does not read', NOT_READ],
    ['around definitions and in the preamble', DEFINITIONS],
    ["around the document's own macros", OWN_MACROS],
    ['in what is not finished', BROKEN],
  ];
  for (const [title, examples] of groups) {
    describe(title, () => {
      for (const [document, expected] of examples) {
        it(`${JSON.stringify(document).slice(1, -1)} is ${expected}`, () => {
          assert.equal(told(contextAt('latex', document)), expected);
        });
      }
    });
  }

  it('takes no stray carriage return for text', () => {
    assert.equal(told(contextAt('latex', 'costs $5\r\n\r\n‸')), 'text');
  });

  it('takes a place past an end for that end', () => {
    const reader = contextReader('latex', linesOf(['a', '$x']));
    assert.equal(reader.at({ line: 9, column: 9 }).mode, 'inline');
  });
});
