import * as vscode from 'vscode';
import { FIGURE, type Record } from '../figures';
import { cpuOf, heapInUse, timeOf } from './meter';

/** The extension under measurement; undefined where there is none that does anything. */
export function subject(): vscode.Extension<unknown> | undefined {
  return vscode.extensions.all.find(
    ({ packageJSON }) => packageJSON.isBuiltin !== true && packageJSON.main !== undefined,
  );
}

/** Activates the extension, code loading included, and gives the heap before it in MB. */
export async function measureActivation(record: Record): Promise<number> {
  const before = await heapInUse();
  const extension = subject();
  if (extension === undefined) {
    // Collecting throws compiled code away too: it is done as often where there is nothing to activate.
    await heapInUse();
    return before;
  }
  if (extension.isActive) throw new Error(`${extension.id} is active before anything asks for it.`);
  let time = 0;
  const cpu = await cpuOf(async () => {
    time = await timeOf(() => extension.activate());
  });
  record(FIGURE.activation, time);
  record(FIGURE.activationCpu, cpu);
  record(FIGURE.heapActivated, (await heapInUse()) - before);
  return before;
}
