import { closeEnvironment, closeFormula } from './closing';
import type { Step } from './definitions';
import { isMath, open } from './frames';
import { openEnvironment, openFormula } from './opening';
import type { Scan } from './state';

function take(scan: Scan, step: Step): void {
  const { top } = scan;
  switch (step.kind) {
    case 'begin':
      openEnvironment(scan, step.name);
      break;
    case 'end':
      closeEnvironment(scan, step.name);
      break;
    case 'formula':
      if (isMath(top)) closeFormula(scan, step.formula);
      else openFormula(scan, step.formula);
      break;
    case 'closeFormula':
      closeFormula(scan, step.formula);
      break;
    case 'box': {
      const mode = isMath(top) || top.mode === 'textInMath' ? 'textInMath' : 'text';
      scan.top = open(top, 'group', { mode, restricted: true, boxed: true });
      break;
    }
    case 'math':
      if (!isMath(top)) scan.top = open(top, 'group', { mode: 'inline', env: null });
  }
}

/** Does what a macro does to what is open: `\be`, defined as `\begin{equation}`, opens one. */
export function carryOut(scan: Scan, steps: readonly Step[]): void {
  for (const step of steps) take(scan, step);
}
