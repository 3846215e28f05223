/*
 * One question, in a process of its own: `node steps.js ours|bare|month NAME FOLDER TIMES`. Prints processor time and time of the best try and of the
 * whole process, and a fingerprint of the rows, as JSON. `bare` is the engine alone over the same files, without our checks.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqlOf, type SightingQuery } from '../../src/sightings/index.ts';
import { BY_MONTH, QUESTIONS } from './questions.ts';

const [way = '', name = '', folder = '', times = '1'] = process.argv.slice(2);
const query = way === 'month' ? BY_MONTH[name] : QUESTIONS[name]?.query;
if (query === undefined) throw new RangeError(name);
void measure(way === 'bare' ? bare(query) : ours(query));

async function measure(opened: Promise<() => Promise<readonly unknown[]>>): Promise<void> {
  const ask = await opened;
  let best = { cpu: Number.POSITIVE_INFINITY, wall: Number.POSITIVE_INFINITY };
  let rows: readonly unknown[] = [];
  for (let time = 0; time < Number(times); time++) {
    const [begun, before] = [performance.now(), process.cpuUsage()];
    rows = await ask();
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000;
    if (cpu < best.cpu) best = { cpu, wall: performance.now() - begun };
  }
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const fingerprint = createHash('sha256').update(rows.map(String).join('\n')).digest('hex');
  console.log(
    JSON.stringify({
      ...best,
      rows: rows.length,
      fingerprint,
      whole: (userCPUTime + systemCPUTime) / 1000,
      wholeWall: performance.now(),
      rss: maxRSS / 1024,
    }),
  );
  process.exit(0);
}

async function ours(asked: SightingQuery): Promise<() => Promise<readonly unknown[]>> {
  const { openParquetSightings } = await import('../../src/sightings/duckdb/index.ts');
  const store = openParquetSightings({ folder, lock: async (work) => await work() });
  return async () => (await store.ask(asked)).map(({ by, measures }) => [...by, ...measures]);
}

async function bare(asked: SightingQuery): Promise<() => Promise<readonly unknown[]>> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
  const connection = await instance.connect();
  const names = readdirSync(join(folder, 'data'), { recursive: true }).map(String);
  const files = names
    .filter((file) => file.endsWith('.parquet'))
    .map((file) => `'${join(folder, 'data', file)}'`);
  await connection.run(`CREATE VIEW sightings AS SELECT * FROM read_parquet([${files.join(', ')}])`);
  return async () => (await connection.runAndReadAll(sqlOf(asked))).getRows();
}
