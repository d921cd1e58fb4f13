import { spawn } from 'node:child_process';

/** Where and with which environment a command runs. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const KEPT_CHARACTERS = 4000;

/**
 * Runs a command to its end and gives what it printed.
 *
 * @example await runCommand(['npm', 'ci'], { cwd: folder })
 * @throws when it cannot start or ends with another code than 0, with the end of its output
 */
export function runCommand(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new Error(`Cannot run ${program}: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(failure(command, options.cwd, code, output)));
    });
  });
}

function failure(
  command: readonly string[],
  cwd = process.cwd(),
  code: number | null,
  output: string,
): string {
  return `"${command.join(' ')}" in ${cwd} ended with ${code ?? 'a signal'}:\n${output.slice(-KEPT_CHARACTERS)}`;
}
