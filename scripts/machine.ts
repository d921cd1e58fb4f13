import { findOnPath, installPackages } from '../test/vscode/apt';
import { findChromium } from '../test/vscode/chromium';

const TEX = ['texlive-latex-base', 'texlive-latex-recommended', 'texlive-fonts-recommended'];

/** Installs what the tests need beyond npm, where this user may; what is missing then is said, and told by its test. */
export async function prepareMachine(): Promise<void> {
  const needs = [
    () => findChromium(),
    async () => {
      if (findOnPath('pdflatex') === undefined) await installPackages(TEX, 'Real TeX checks every equation.');
    },
  ];
  for (const need of needs) {
    try {
      await need();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}
