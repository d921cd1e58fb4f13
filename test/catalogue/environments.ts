import type { Token } from '../../src/core/tex';

/** The name of the environment that the `\begin` or `\end` in an equation names. */
export function environmentAt(latex: string, token: Token): string {
  return /^\s*\{([^{}]*)\}/.exec(latex.slice(token.end))?.[1] ?? '';
}
