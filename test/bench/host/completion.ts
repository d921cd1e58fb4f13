import * as vscode from 'vscode';
import { type BenchDocument, DOCUMENTS, QUERIES } from '../documents';
import { FIGURE, median, type Record } from '../figures';
import { cpuOf, rest, timeOf } from './meter';
import { closeAll, openFile } from './window';

const WARM_UPS = 5;
/** Of which the median is taken: what VS Code's own extensions do meanwhile hits single ones. */
const REQUESTS = 15;
/** An edit far above the cursor, so that what is kept of the lines between is put to the test. */
const EDITED_LINE = 10;
/** Until what follows an edit by itself is over, in milliseconds. */
const SETTLED = 900;

async function request({ document }: vscode.TextEditor, position: vscode.Position, resolved = 0) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    '\\',
    resolved,
  );
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Operator).length;
}

/** The end of the line that ends with a query. */
function placeOf(query: string, { document }: vscode.TextEditor): vscode.Position {
  for (let line = document.lineCount - 1; line >= 0; line--) {
    const { text, range } = document.lineAt(line);
    if (text.endsWith(`\\${query}`)) return range.end;
  }
  throw new Error(`No line ends with \\${query}.`);
}

interface Cost {
  readonly cpu: number;
  readonly latency: number;
}

async function costOf(ask: () => Promise<unknown>): Promise<Cost> {
  let latency = 0;
  const cpu = await cpuOf(async () => {
    latency = await timeOf(ask);
  });
  return { cpu, latency };
}

/** Asks again and again, each time after `before`, and gives what a request costs. */
async function measureRequests(ask: () => Promise<unknown>, before: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    await before();
    costs.push(await costOf(ask));
  }
  return { cpu: median(costs.map(({ cpu }) => cpu)), latency: median(costs.map(({ latency }) => latency)) };
}

/** One character, far above the cursor. */
async function typeAbove(editor: vscode.TextEditor): Promise<void> {
  const place = new vscode.Position(EDITED_LINE, 0);
  await editor.edit((edit) => edit.insert(place, 'x'), { undoStopBefore: false, undoStopAfter: false });
}

async function measureIn({ file, name }: BenchDocument, record: Record): Promise<void> {
  const editor = await openFile(file);
  await rest(SETTLED);
  const whole = placeOf('vae-elbo', editor);
  const first = await costOf(() => request(editor, whole));
  record(`${name}, first request, CPU ms`, first.cpu);
  record(`${name}, first request, latency ms`, first.latency);
  for (const query of QUERIES) {
    const place = placeOf(query, editor);
    const ask = () => request(editor, place);
    record(FIGURE.rows(name, query), await ask());
    for (let i = 0; i < WARM_UPS; i++) await ask();
    const when = { warm: async () => undefined, 'after a key': () => typeAbove(editor) };
    for (const [moment, before] of Object.entries(when)) {
      const { cpu, latency } = await measureRequests(ask, before);
      record(FIGURE.request(name, query, moment), cpu);
      record(FIGURE.latency(name, query, moment), latency);
    }
  }
  record(`${name}, the rest after keys, CPU ms`, await cpuOf(() => rest(SETTLED)));
  await closeAll();
}

/** Asks for completion near the end of each document: the first time, warm, and after a character typed far above. */
export async function measureCompletion(record: Record): Promise<void> {
  for (const document of DOCUMENTS) await measureIn(document, record);
}

/** Uses completion as one does: rows are focused, so that each is described. */
export async function useCompletion(): Promise<void> {
  const [document] = DOCUMENTS;
  if (document === undefined) return;
  const editor = await openFile(document.file);
  await request(editor, placeOf('', editor), 20);
}
