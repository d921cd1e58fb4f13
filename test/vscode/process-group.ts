import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process started with `startGroup`, and everything that it starts in turn. */
export interface ProcessGroup {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Ends the whole group and waits until its first process is gone. */
  readonly end: () => Promise<void>;
}

// The child holds the other end of this pipe: it closes even when this process is killed outright.
const END_WITH_PARENT = 'process.stdin.resume().on("close", () => process.kill(0, "SIGKILL")).unref()';

const running = new Set<number>();

/**
 * Starts a Node.js program as a process group that never outlives this process: the group is ended
 * when this process exits, is interrupted or is killed.
 *
 * @example const server = startGroup(node, ['server.js'], process.env)
 * @throws when the program cannot be started
 */
export function startGroup(node: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup {
  endWithThisProcess();
  const watch = `data:text/javascript,${encodeURIComponent(END_WITH_PARENT)}`;
  const child = spawn(node, ['--import', watch, ...args], { env, detached: true, stdio: 'pipe' });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Cannot start ${node}. Delete its node_modules to install it anew.`);
  running.add(pid);
  const gone = once(child, 'exit');
  const end = async () => {
    endGroup(pid);
    await gone;
  };
  return { pid, child, end };
}

function endGroup(pid: number): void {
  if (!running.delete(pid)) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group had ended by itself.
  }
}

let watching = false;

function endWithThisProcess(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const pid of running) endGroup(pid);
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}
