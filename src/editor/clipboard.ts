import * as vscode from 'vscode';
import type { Equation } from '../core/equation';
import type { CopyForm } from '../preview/protocol';

/** Copies an equation, and says so for a moment in the status bar. */
export async function copyEquation(equation: Equation, form: CopyForm): Promise<void> {
  const text = form === 'latex' ? equation.latex : `$$\n${equation.latex}\n$$`;
  await vscode.env.clipboard.writeText(text);
  const what = form === 'latex' ? 'LaTeX' : 'Markdown';
  vscode.window.setStatusBarMessage(`Copied the ${what} of “${equation.name}”.`, 3000);
}
