import { spawn } from 'node:child_process';
import { prepareMachine } from './machine';

/** One part of the whole test. A part that prints no counts of its own counts as one test. */
interface Part {
  readonly name: string;
  readonly command: readonly string[];
}

const tsc = (project: string): Part => ({ name: `types of ${project}`, command: ['tsc', '-p', project] });
const host = (version: string, kind: string): Part => ({
  name: `extension host, VS Code ${version}, ${kind}`,
  command: [
    ...['tsx', 'test/vscode/run.ts', '--version', version, '--host', kind],
    ...['--tests', 'dist/test/editor.js', '--workspace', 'test/workspace'],
  ],
});

const PARTS: readonly Part[] = [
  { name: 'build', command: ['npm', 'run', '-s', 'build'] },
  tsc('.'),
  tsc('src/core'),
  tsc('src/preview/webview'),
  tsc('test'),
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'unit', command: ['npm', 'run', '-s', 'test:unit'] },
  { name: 'numeric', command: ['npm', 'run', '-s', 'test:numeric'] },
  { name: 'command line', command: ['mocha', 'test/eq/**/*.test.ts'] },
  { name: 'KaTeX, MathJax and real TeX', command: ['npm', 'run', '-s', 'test:engines'] },
  { name: 'package', command: ['npm', 'run', '-s', 'package'] },
  { name: 'bundle of the extension-host tests', command: ['node', 'esbuild.mjs', '--tests'] },
  host('newest', 'node'),
  host('newest', 'web'),
  host('oldest', 'node'),
  { name: 'end to end', command: ['npm', 'run', '-s', 'test:e2e'] },
];

/** The counts are read from what the parts print, which colours would hide. */
const PLAIN = { ...process.env, FORCE_COLOR: '0' };

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function counted(output: string, word: string): number {
  const counts = output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'));
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

function run({ name, command }: Part): Promise<Result> {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: PLAIN });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
  }
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(error.message);
      settle({ passed: 0, failed: 1, skipped: 0 });
    });
    child.once('close', (code) => {
      const passed = counted(output, 'passing');
      const failed = counted(output, 'failing');
      const skipped = counted(output, 'pending');
      const own = passed + failed === 0;
      console.log(
        `── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
      );
      if (code === 0) settle({ passed: own ? 1 : passed, failed, skipped });
      else settle({ passed, failed: Math.max(1, failed), skipped });
    });
  });
}

/** Runs every part, also after one has failed, and ends with the sum of their counts. */
async function main(): Promise<void> {
  await prepareMachine();
  const results: Result[] = [];
  for (const part of PARTS) results.push(await run(part));
  const sum = (count: keyof Result) => results.reduce((total, result) => total + result[count], 0);
  const skipped = sum('skipped');
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
  );
  if (sum('failed') > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
