import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import type { Host, Opening } from './address';
import { launchChromium } from './chromium';
import type { Version } from './install';
import { isNoise } from './noise';
import { type Server, startServer } from './server';
import { writeStandIn } from './stand-in';
import { CONSOLE_MARK, FINISHED_MARK, writeTestModule } from './test-module';

/** One run of a test bundle in VS Code's extension host. */
export interface TestRun {
  readonly version: Version;
  readonly host: Host;
  /** The folder of the extension under development. */
  readonly extension?: string;
  /** A CommonJS file that exports `run()`; its promise rejects when a test fails. */
  readonly tests: string;
  readonly folder?: string;
  /** How long the tests may print nothing before the run is given up. */
  readonly idleSeconds: number;
  /** Where the tests' console output goes. */
  readonly print: (line: string) => void;
}

/**
 * Runs a test bundle in a fresh VS Code and gives its exit code: 0 when all tests passed.
 *
 * @example
 * const code = await runInVSCode({ version: 'newest', host: 'node', extension: '/extension',
 *   tests: '/out/tests.js', idleSeconds: 60, print: console.log });
 * @throws when VS Code cannot be started, crashes, or goes on without output for too long
 */
export async function runInVSCode(run: TestRun): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'ml-tests-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  const opening = openingFor(run, scratch);
  const server = await startServer({ version: run.version });
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const result = exitCode(page, server, run);
      await Promise.race([page.goto(server.url(opening), { timeout: run.idleSeconds * 1000 }), result]);
      return await result;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    remove();
    process.off('exit', remove);
  }
}

function openingFor({ host, extension, folder, ...run }: TestRun, scratch: string): Opening {
  const place = folder === undefined ? {} : { folder };
  if (host === 'web') {
    if (extension === undefined) throw new Error('Tests in the web host need an extension: name its folder.');
    const standIn = writeStandIn(host, extension, scratch);
    return { ...place, host, extension: standIn, tests: writeTestModule(host, run.tests, standIn) };
  }
  const tests = writeTestModule(host, run.tests, scratch);
  return { ...place, host, tests, ...(extension === undefined ? {} : { extension: resolve(extension) }) };
}

/** The exit code, from the calls that VS Code makes on the window of a page that runs tests. */
async function exitCode(page: Page, server: Server, run: TestRun): Promise<number> {
  const log: string[] = [];
  const failure = (what: string) =>
    new Error(`${what} VS Code's log ended with:\n${log.slice(-30).join('\n')}`);
  const silence = failAfter(run.idleSeconds, () =>
    failure(`The tests printed nothing for ${run.idleSeconds} s.`),
  );
  let finished = false;
  const hear = (level: string, [mark, ...args]: readonly unknown[]) => {
    const line = format(...(mark === CONSOLE_MARK ? args : [mark, ...args]));
    if (isNoise(line)) return;
    if (mark === CONSOLE_MARK) {
      silence.restart();
      run.print(line);
    } else if (mark === FINISHED_MARK) finished = true;
    else log.push(`${level}: ${line}`);
  };
  const ended = new Promise<number>((settle, reject) => {
    const exit = (code: number) => {
      if (code === 0 && !finished) reject(failure('The extension host ended before the tests did.'));
      else settle(code);
    };
    page.exposeFunction('codeAutomationExit', exit).catch(reject);
    page.exposeFunction('codeAutomationLog', hear).catch(reject);
    page.on('crash', () => reject(failure('The browser page crashed.')));
    server.ended.then((output) => reject(new Error(`VS Code's server ended during the tests:\n${output}`)));
  });
  return Promise.race([ended, silence.failed]).finally(silence.cancel);
}

interface TimeLimit {
  readonly restart: () => void;
  readonly cancel: () => void;
  readonly failed: Promise<never>;
}

function failAfter(seconds: number, error: () => Error): TimeLimit {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), seconds * 1000);
  return {
    restart: () => {
      timer.refresh();
    },
    cancel: () => clearTimeout(timer),
    failed: new Promise((_, reject) => limit.signal.addEventListener('abort', () => reject(error()))),
  };
}
