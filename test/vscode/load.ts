import { existsSync, readFileSync } from 'node:fs';
import type { Host } from './address';

/**
 * JavaScript that defines `load()`, which gives the exports of the CommonJS file at `path` in this host.
 *
 * @example loadSource('node', '/out/tests.js') // 'const load = () => require("/out/tests.js");'
 * @throws when there is no such file
 */
export function loadSource(host: Host, path: string): string {
  if (!existsSync(path)) throw new Error(`There is no ${path}. Build it first.`);
  if (host === 'node') return `const load = () => require(${JSON.stringify(path)});`;
  // The web worker's `require` knows only 'vscode': the file's own text has to be here.
  return `const load = () => {
const module = { exports: {} };
(function (exports, module) {
${readFileSync(path, 'utf8')}
})(module.exports, module);
return module.exports;
};`;
}
