import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Record } from './figures';

/** What the package may weigh, in MB. */
export const MOST_PACKED = 2;

/** Takes down the size of the package and of what is in it, in MB; gives the package's. */
export function measureSizes(dist: string, record: Record): number {
  const size = (path: string) => statSync(path).size / 1e6;
  const packed = size(join(dist, 'ml-equation-snippets.vsix'));
  record('package, MB', packed);
  for (const name of readdirSync(dist)) {
    if (/\.(?:js|json|css)$/.test(name)) record(`dist/${name}, MB`, size(join(dist, name)));
  }
  const fonts = readdirSync(join(dist, 'fonts')).map((name) => size(join(dist, 'fonts', name)));
  record(
    'dist/fonts, MB',
    fonts.reduce((sum, font) => sum + font, 0),
  );
  return packed;
}
