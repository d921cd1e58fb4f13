import * as vscode from 'vscode';
import { FIGURE, type Record } from '../figures';
import { heapInUse, timeOf } from './meter';

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
  if (extension === undefined) return before;
  if (extension.isActive) throw new Error(`${extension.id} is active before anything asks for it.`);
  record(FIGURE.activation, await timeOf(() => extension.activate()));
  record(FIGURE.heapActivated, (await heapInUse()) - before);
  return before;
}
