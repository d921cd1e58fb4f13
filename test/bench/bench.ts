import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCore } from './core';
import { writeDocuments } from './documents';
import type { Figures } from './figures';
import { buildHosts, measured } from './session';
import { MOST_PACKED, measureSizes } from './sizes';
import { SUBJECT, type Subject, writeSubjects } from './subjects';
import { figureTable, type Round, targetTable } from './table';
import { TARGETS } from './targets';

const ROUNDS = '3';

/**
 * Measures each subject alone in a fresh VS Code, and the panel. Each round begins with another subject; floor-1000 is
 * held against nothing and measured once.
 */
async function measureRound(
  number: number,
  subjects: readonly Subject[],
  hosts: { readonly main: string; readonly panel: string },
  folder: string,
): Promise<Round> {
  const round = new Map<string, Figures>();
  const turned = subjects.map((_, i) => subjects[(i + number) % subjects.length]);
  for (const subject of turned.flatMap((subject) => subject ?? [])) {
    if (number > 0 && subject.name === SUBJECT.thousand) continue;
    const began = Date.now();
    const figures = await measured(subject, hosts.main, folder);
    const panel = subject.name === SUBJECT.ours ? await measured(subject, hosts.panel, folder) : [];
    round.set(subject.name, new Map([...figures, ...panel]));
    console.error(
      `[bench] round ${number + 1}, ${subject.name}: ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
  return round;
}

async function measureInVSCode(rounds: number): Promise<readonly Round[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'ml-bench-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  const hosts = await buildHosts(join(scratch, 'hosts'));
  const subjects = writeSubjects(scratch, resolve('.'));
  const documents = join(scratch, 'documents');
  writeDocuments(documents);
  const measuredRounds: Round[] = [];
  for (let number = 0; number < rounds; number++) {
    measuredRounds.push(await measureRound(number, subjects, hosts, documents));
  }
  return measuredRounds;
}

/**
 * Packs the extension, measures it beside others in the real VS Code, and prints how they compare. Absolute figures
 * move with the machine: only what is compared within one run counts, and nothing here fails for being slow.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: ROUNDS } } });
  execFileSync('npm', ['run', '-s', 'package'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const rounds = await measureInVSCode(Number(values.rounds));
  console.log('\nIn the real VS Code, each alone in a fresh extension host: medians\n');
  console.log(figureTable(rounds));
  const print = (name: string, value: number) =>
    console.log(`${name.padEnd(66)}${value.toFixed(3).padStart(12)}`);
  console.log('\nThe core by itself, in plain Node, and what ships\n');
  measureCore(print);
  const packed = measureSizes('dist', print);
  console.log(`\nTargets, over ${rounds.length} rounds; load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
  console.log(targetTable(TARGETS, rounds));
  console.log(
    `package: ${packed.toFixed(2)} MB, target < ${MOST_PACKED} MB: ${packed < MOST_PACKED ? 'PASS' : 'OVER'}`,
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`[bench] ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
