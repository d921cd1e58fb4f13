import * as vscode from 'vscode';
import { FIGURE, printed } from '../figures';
import { measureActivation, subject } from './activation';
import { measureCompletion, useCompletion } from './completion';
import { heapInUse, rest } from './meter';
import { measureOpening } from './opening';
import { closeAll } from './window';

const COMMANDS = ['mlEquations.openPreview', 'mlEquations.search'];

const record = (name: string, value: number) => console.log(printed({ name, value }));

/** Opens the panel and the palette, where there are any. */
async function useCommands(): Promise<void> {
  const known = await vscode.commands.getCommands();
  for (const command of COMMANDS.filter((command) => known.includes(command))) {
    await vscode.commands.executeCommand(command);
    await rest(1000);
  }
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
}

/** Measures the one extension in this extension host, from its activation to its use. */
export async function run(): Promise<void> {
  await rest(2000);
  const before = await measureActivation(record);
  await measureOpening(record);
  if (subject() === undefined) return;
  await useCompletion();
  record(FIGURE.heapCompleted, (await heapInUse()) - before);
  await useCommands();
  record(FIGURE.heapUsed, (await heapInUse()) - before);
  await closeAll();
  await measureCompletion(record);
}
