import { AMSMATH, AMSSYMB, KATEX, LATEX, MATHTOOLS, PLAIN_TEX } from './command-names';

/**
 * Whether a trigger is in the way of a command: while `\log-like` is typed, `\log` is a whole command that may be
 * meant. A command that only KaTeX knows counts where it is the whole trigger.
 *
 * `log-likelihood` and `argmax` clash, `logistic-loss` and `real-nvp` do not.
 */
export function clashesWithCommand(trigger: string): boolean {
  const [first = ''] = trigger.split('-');
  return (
    [LATEX, PLAIN_TEX, AMSMATH, AMSSYMB].some((table) => table.has(first)) ||
    [MATHTOOLS, KATEX].some((table) => table.has(trigger))
  );
}
