/*
 * How long sightings take beside the engine alone over the same files: processor time and ratios, every measurement in a process of its own, the best
 * of some tries. Sightings are made up; 10 million of them, or as many as asked for.
 *
 *   npx tsx -C @foeprint/source bench/sightings/run.ts [rows] [tries]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParquetSightings, stage } from '../../src/sightings/duckdb/index.ts';
import { readManifest } from '../../src/sightings/duckdb/state/manifest.ts';
import { bundle, BUNDLES } from '../bundle.ts';
import { madeUp } from './made-up.ts';
import { BY_MONTH, QUESTIONS } from './questions.ts';

interface Sample {
  readonly cpu: number;
  readonly wall: number;
  readonly rows: number;
  readonly fingerprint: string;
  readonly whole: number;
  readonly wholeWall: number;
  readonly rss: number;
}

const [rows = '10000000', tries = '5'] = process.argv.slice(2);
const place = mkdtempSync(join(tmpdir(), 'foeprint-bench-'));
const failures: string[] = [];
await bundle({ steps: new URL('steps.ts', import.meta.url) });

try {
  await measure();
} finally {
  rmSync(place, { recursive: true, force: true });
}
for (const failure of failures) console.log(`OVER ITS BUDGET: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function measure(): Promise<void> {
  const million = join(place, 'million');
  await make(million, 1_000_000);
  cold(million);
  const large = join(place, 'large');
  await make(large, Number(rows));
  console.log('\nFrom rows, against the engine alone; ms of processor time (time)');
  for (const [name, { budget }] of Object.entries(QUESTIONS)) {
    const [ours, bare] = both(name, large, 2);
    if (ours.rows !== bare.rows)
      throw new Error(`${name}: ${ours.rows} rows, and the engine alone has ${bare.rows}`);
    show(name, ours, bare, budget);
  }
  await compacted(large);
}

/** A store of so many sightings, which shows how long an import takes once it is read, and how large it becomes. */
async function make(folder: string, count: number): Promise<void> {
  const store = openParquetSightings({ folder, lock: async (work) => await work() });
  const engine = await store.place.engine();
  // What it takes to make them up is no part of an import.
  const given = join(place, 'given.parquet');
  await engine.run(`COPY (${madeUp(count)}) TO '${given}' (FORMAT parquet, COMPRESSION snappy)`);
  const before = process.cpuUsage();
  const staged = await stage(engine, {
    relation: `SELECT * FROM read_parquet('${given}')`,
    release: '19.2',
    batch: {
      id: createHash('sha256').update(String(count)).digest('hex'),
      name: 'made up',
      format: 'generated',
      importedAt: '2026-11-01T00:00:00Z',
      rejected: 0,
    },
  });
  const read = process.cpuUsage(before);
  await store.commit(staged);
  const all = process.cpuUsage(before);
  const { files } = await readManifest(folder);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `\n${count.toLocaleString('en')} sightings: staged at ${perSecond(count, read)}, stored at ${perSecond(count, all)} a second of processor time; ${(bytes / count).toFixed(2)} bytes each`,
  );
  // Dictionaries of small files weigh more.
  if (count >= 10_000_000 && bytes / count > 14.5)
    failures.push(`${(bytes / count).toFixed(2)} bytes a sighting, 14.5 allowed`);
  await store.close();
  rmSync(given);
}

/** Whole processes, from start to the first answer. */
function cold(folder: string): void {
  const name = 'sector × technique';
  const [ours, bare] = both(name, folder, 1);
  const ratio = ours.whole / bare.whole;
  console.log(
    `Process to first answer: ${ours.whole.toFixed(0)} ms of processor time (${ours.wholeWall.toFixed(0)} ms, ${ours.rss.toFixed(0)} MB), the engine alone ${bare.whole.toFixed(0)} (${bare.wholeWall.toFixed(0)}, ${bare.rss.toFixed(0)} MB): ${ratio.toFixed(2)}`,
  );
  if (ratio > 1.5)
    failures.push(`a process to its first answer takes ${ratio.toFixed(2)} of the engine alone, 1.5 allowed`);
}

async function compacted(folder: string): Promise<void> {
  const store = openParquetSightings({ folder, lock: async (work) => await work() });
  const before = process.cpuUsage();
  const { addedUp } = await store.compact();
  const { user, system } = process.cpuUsage(before);
  const { rollUps } = await readManifest(folder);
  await store.close();
  const sums = rollUps.reduce((sum, { rows: count }) => sum + count, 0);
  console.log(
    `\n${addedUp} months added up in ${((user + system) / 1e6).toFixed(1)} s of processor time: ${sums.toLocaleString('en')} sums. From them:`,
  );
  for (const name of Object.keys(BY_MONTH)) {
    const { cpu, wall, rss } = run('month', name, folder);
    console.log(
      `  ${name.padEnd(46)}${cpu.toFixed(0).padStart(7)} (${wall.toFixed(0)} ms, ${rss.toFixed(0)} MB)`,
    );
  }
}

/** Ours and the engine alone, turn by turn, since whatever else the machine does only adds: the best of each. */
function both(name: string, folder: string, times: number): readonly [ours: Sample, bare: Sample] {
  const turns = Array.from(
    { length: Number(tries) },
    () => [run('ours', name, folder, times), run('bare', name, folder, times)] as const,
  );
  const cost = times === 1 ? ({ whole }: Sample) => whole : ({ cpu }: Sample) => cpu;
  return [
    fastest(
      turns.map(([ours]) => ours),
      cost,
    ),
    fastest(
      turns.map(([, bare]) => bare),
      cost,
    ),
  ];
}

function run(way: string, name: string, folder: string, times = 2): Sample {
  const words = [join(BUNDLES, 'steps.js'), way, name, folder, String(times)];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${way} ${name} failed:\n${stderr}`);
  return JSON.parse(stdout) as Sample;
}

function show(name: string, ours: Sample, bare: Sample, budget: number): void {
  const ratio = ours.cpu / bare.cpu;
  console.log(
    `  ${name.padEnd(46)}${ours.cpu.toFixed(0).padStart(7)} (${ours.wall.toFixed(0)}) ${bare.cpu.toFixed(0).padStart(7)} (${bare.wall.toFixed(0)}): ${ratio.toFixed(2)}, ${ours.rss.toFixed(0)} MB`,
  );
  if (ratio > budget)
    failures.push(`${name} takes ${ratio.toFixed(2)} of the engine alone, ${budget} allowed`);
  if (ours.rss > 600) failures.push(`${name} takes ${ours.rss.toFixed(0)} MB, 600 allowed`);
}

function perSecond(count: number, { user, system }: NodeJS.CpuUsage): string {
  return Math.round(count / ((user + system) / 1e6)).toLocaleString('en');
}

function fastest(samples: readonly Sample[], time: (sample: Sample) => number): Sample {
  return samples.reduce((one, other) => (time(other) < time(one) ? other : one));
}
