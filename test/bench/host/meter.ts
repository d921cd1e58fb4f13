import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The CPU that this process spends while something is done, in milliseconds: all its threads, all it awaits. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The same, and the most CPU spent in one turn of the event loop: how long it would stall on a machine that has nothing
 * else to do. By the clock a stall on a busy machine says more of the others on it.
 */
export async function loadOf(work: () => Promise<unknown>): Promise<{ cpu: number; stall: number }> {
  let last = process.cpuUsage();
  let stall = 0;
  const tick = setInterval(() => {
    const { user, system } = process.cpuUsage(last);
    stall = Math.max(stall, (user + system) / 1000);
    last = process.cpuUsage();
  }, 1);
  const cpu = await cpuOf(work);
  clearInterval(tick);
  return { cpu, stall };
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
