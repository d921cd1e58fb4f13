import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Host } from './address';
import { loadSource } from './load';

/** The first argument of every console message that comes from the extension host's own code. */
export const CONSOLE_MARK = 'ml-test-output';
/** Logged once `run()` has ended well: a host that dies also ends with 0. */
export const FINISHED_MARK = 'ml-tests-finished';

/**
 * Writes a module to `folder` that marks what is logged from now on, then runs the test bundle's `run()`.
 * For the web worker `folder` has to be the extension's: tests elsewhere are run by the Node.js host.
 *
 * @example writeTestModule('node', '/out/tests.js', '/scratch') // '/scratch/ml-tests.js'
 * @throws when there is no such bundle
 */
export function writeTestModule(host: Host, bundle: string, folder: string): string {
  const path = resolve(bundle);
  const source = loadSource(host, /\.c?js$/.test(path) || !existsSync(`${path}.js`) ? path : `${path}.js`);
  const file = join(folder, 'ml-tests.js');
  writeFileSync(file, `${MARK_CONSOLE}\n${source}\n${RUN}`);
  return file;
}

// VS Code ignores assignments to the console's methods, not to the console.
const MARK_CONSOLE = `
const unmarked = globalThis.console;
const marked = (level) => (...args) => unmarked[level](${JSON.stringify(CONSOLE_MARK)}, ...args);
globalThis.console = Object.create(unmarked, Object.fromEntries(
  [['debug', 'log'], ['log', 'log'], ['info', 'log'], ['warn', 'warn'], ['error', 'error']].map(
    ([name, level]) => [name, { value: marked(level), writable: true, configurable: true }])));
`;

// No catch: the extension host prints why `run()` rejected, and ends with 1.
const RUN = `
exports.run = async () => {
  await load().run();
  unmarked.log(${JSON.stringify(FINISHED_MARK)});
};
`;
