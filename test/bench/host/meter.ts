import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The CPU that this process spends while something is done, in milliseconds: all its threads, all it awaits. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same, and the longest time in which the event loop did not turn, in milliseconds. */
export async function loadOf(work: () => Promise<unknown>): Promise<{ cpu: number; stall: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = await cpuOf(work);
  delay.disable();
  return { cpu, stall: delay.max / 1e6 };
}

/** How long something takes, in milliseconds. */
export async function timeOf(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Waits while what was set going ends. */
export function rest(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds));
}

/** The heap in use when collecting brings no more, in MB. */
export async function heapInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  let least = Number.POSITIVE_INFINITY;
  for (let quiet = 0; quiet < 3; quiet++) {
    if (typeof collect === 'function') collect();
    const used = process.memoryUsage().heapUsed / 1e6;
    if (used < least - 0.1) quiet = 0;
    least = Math.min(least, used);
    await rest(150);
  }
  return least;
}
