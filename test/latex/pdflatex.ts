import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a person types to get the TeX that the test needs. */
export const INSTALL =
  'apt-get install -y --no-install-recommends texlive-latex-base texlive-latex-recommended texlive-fonts-recommended';

/** Whether pdflatex is on this machine. */
export function hasPdflatex(): boolean {
  return spawnSync('pdflatex', ['--version'], { stdio: 'ignore' }).status === 0;
}

const OPTIONS = ['-interaction=nonstopmode', '-no-shell-escape', '-draftmode', 'article.tex'];

function run(directory: string): Promise<void> {
  // Its code of exit says no more than its log; without a line's length to keep to, the log breaks no line.
  const env = { ...process.env, max_print_line: '10000' };
  return new Promise((resolve) => {
    execFile('pdflatex', OPTIONS, { cwd: directory, env, maxBuffer: 1 << 28, timeout: 100_000 }, () =>
      resolve(),
    );
  });
}

/** Sets a document with pdflatex in a directory of its own, which is removed; gives TeX's log. */
export async function pdflatex(document: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'equations-'));
  try {
    await writeFile(join(directory, 'article.tex'), document);
    await run(directory);
    return await readFile(join(directory, 'article.log'), 'latin1');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
