import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/core/context/context';

/** What stands behind the backslash where completion is asked for, from nothing to a whole trigger. */
export const QUERIES: readonly string[] = ['', 'v', 'vae-elbo'];

/** A document to ask for completion in. */
export interface BenchDocument {
  readonly file: string;
  readonly name: string;
}

/** The documents in which completion is measured; the last lines of each are {@link QUERIES}. */
export const DOCUMENTS: readonly BenchDocument[] = [
  { file: 'latex-50.tex', name: 'LaTeX 50' },
  { file: 'latex-10000.tex', name: 'LaTeX 10,000' },
  { file: 'latex-100000.tex', name: 'LaTeX 100,000' },
  { file: 'markdown-10000.md', name: 'Markdown 10,000' },
];

/** The document that is opened and typed in; it holds no trigger. */
export const IDLE_DOCUMENT = 'idle-100000.tex';

const LATEX_BLOCK = [
  '\\section{On the bound of part #}',
  '\\label{sec:part-#}',
  '% A note to ourselves: the sign of \\eqref{eq:bound-#} differs from $L$ elsewhere.',
  '',
  'We follow \\citet{kingma2014auto} and maximise a lower bound on $\\log p_{\\theta}(\\mathbf{x})$,',
  'in which the encoder $q_{\\phi}(\\mathbf{z} \\mid \\mathbf{x})$ is a \\emph{diagonal} Gaussian. The gap of',
  'the bound is a divergence, so that it is tight just when the encoder is the true posterior.',
  '',
  '\\begin{align}',
  '  \\mathcal{L}(\\mathbf{x}) &= \\mathbb{E}_{q}\\left[ \\log p(\\mathbf{x}, \\mathbf{z}) \\right] \\\\',
  '  &\\quad - \\mathbb{E}_{q}\\left[ \\log q(\\mathbf{z}) \\right] \\label{eq:bound-#}',
  '\\end{align}',
  '',
  'Here the first term is known as the reconstruction, the second as the entropy of $q$.',
  '\\begin{itemize}',
  '  \\item Ten samples a step were enough in all that we tried.',
  '  \\item The variance of the gradient falls as \\[ \\sigma^2 / n. \\]',
  '\\end{itemize}',
  '',
  'See Figure~\\ref{fig:part-#} and Appendix~B.',
];

const MARKDOWN_BLOCK = [
  '## Part #',
  '',
  'We maximise a lower bound on $\\log p_{\\theta}(\\mathbf{x})$, in which the *encoder* is a Gaussian;',
  'the gap of the bound is a divergence. See [the paper](https://example.org/part-#) and `bound.py`.',
  '',
  '> The bound is tight just when $q$ is the true posterior,',
  '> which it never is.',
  '',
  '$$',
  '\\mathcal{L}(\\mathbf{x}) = \\mathbb{E}_{q}\\left[ \\log p(\\mathbf{x}, \\mathbf{z}) \\right]',
  '$$',
  '',
  '- Ten samples a step were enough.',
  '  - So was one, with $n = 1$.',
  '- The variance falls.',
  '',
  '```python',
  'loss = -elbo(x).mean()  # the sign of $L$',
  '```',
  '',
];

/** The block again and again, each time whole; blank lines fill up what is left. */
function repeated(block: readonly string[], lines: number): string[] {
  const blocks = Math.floor(lines / block.length);
  const whole = Array.from({ length: blocks }, (_, i) =>
    block.map((line) => line.replaceAll('#', String(i))),
  );
  return [...whole.flat(), ...Array.from({ length: lines - blocks * block.length }, () => '')];
}

const queried = QUERIES.map((query) => `A line of text \\${query}`);

/** A document of that many lines, about fifty characters each, and the lines before its end. */
export function documentText(language: Language, lines: number, last: readonly string[]): string {
  if (language === 'markdown')
    return [...repeated(MARKDOWN_BLOCK, lines - last.length), ...last, ''].join('\n');
  const head = ['\\documentclass{article}', '\\usepackage{amsmath, amssymb}', '', '\\begin{document}'];
  const body = repeated(LATEX_BLOCK, lines - head.length - last.length - 2);
  return [...head, ...body, '', ...last, '\\end{document}', ''].join('\n');
}

/** Writes all documents into a new folder. */
export function writeDocuments(folder: string): void {
  mkdirSync(folder);
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  for (const { file } of DOCUMENTS) {
    const [language, lines] = file.split(/[-.]/);
    write(file, documentText(language === 'markdown' ? 'markdown' : 'latex', Number(lines), queried));
  }
  write(IDLE_DOCUMENT, documentText('latex', 100_000, []));
}
