/*
 * One import, in a process of its own: `node import.js ours|bare ocsf|table FOLDER`. Prints processor time in ms until what is read was understood,
 * and until all is stored, rows, and the most memory, as JSON. `bare` is the engine alone, which only reads and writes.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/acquisition/index.ts';
import type { ImportOptions } from '../../src/home/importing/import-options.ts';
import { importSightings } from '../../src/home/importing/import-sightings.ts';
import { openEngine, openParquetSightings } from '../../src/sightings/duckdb/index.ts';
import { INPUTS } from './inputs.ts';

/** Words stay as they are: what is looked up is looked up once for each. */
const OPTIONS: ImportOptions = {
  words: {
    carry: (to) => ({ to, standing: 'unchanged' }),
    groupNamed: (name) => name,
    sectors: new Map(),
    otherwise: {},
  },
  release: '19.2',
  how: '',
  isTrial: false,
  now: '2026-11-01T00:00:00Z',
};

const [way = '', format = '', folder = ''] = process.argv.slice(2);
if (format !== 'ocsf' && format !== 'table') throw new RangeError(format);
const { file, bare } = INPUTS[format];
const path = join(folder, file);
const place = join(folder, `${way}-${format}`);
void (way === 'bare' ? withoutUs() : ours());

async function ours(): Promise<void> {
  const before = process.cpuUsage();
  const store = openParquetSightings({ folder: place, lock: async (work) => await work() });
  let read = 0;
  const reports = await importSightings(store, path, OPTIONS, DEFAULT_LIMITS, (step) => {
    if (step === 'storing') read = spentSince(before);
  });
  show(
    read,
    spentSince(before),
    reports.reduce((sum, { batch }) => sum + (batch?.rows ?? 0), 0),
  );
  await store.close();
}

async function withoutUs(): Promise<void> {
  const before = process.cpuUsage();
  const target = `${place}.parquet`;
  const engine = await openEngine({ folder: place });
  await engine.run(bare(path, target));
  const spent = spentSince(before);
  const [[rows] = []] = await engine.rows(`SELECT count(*) FROM read_parquet('${target}')`);
  show(spent, spent, Number(rows));
  await engine.close();
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function show(read: number, stored: number, rows: number): void {
  rmSync(place, { recursive: true, force: true });
  console.log(JSON.stringify({ read, stored, rows, rss: process.resourceUsage().maxRSS / 1024 }));
}
