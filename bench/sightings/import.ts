/*
 * What importing sightings takes beside the engine alone, which reads the same files into Parquet: records a second of processor time and ratios, every
 * import in a process of its own, the best of some tries. A million records, or as many as asked for.
 *
 *   npx tsx -C @foeprint/source bench/sightings/import.ts [records] [tries]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/sightings/duckdb/index.ts';
import { bundle, BUNDLES } from '../bundle.ts';
import { INPUTS, type MeasuredInput } from './inputs.ts';
import { madeUp } from './made-up.ts';

interface Sample {
  readonly read: number;
  readonly stored: number;
  readonly rows: number;
  readonly rss: number;
}

const [records = '1000000', tries = '5'] = process.argv.slice(2);
const place = mkdtempSync(join(tmpdir(), 'foeprint-bench-'));
const failures: string[] = [];
await bundle({ import: new URL('import-step.ts', import.meta.url) });

try {
  const engine = await openEngine({ folder: place });
  await engine.run(`CREATE TEMP TABLE made_up AS ${madeUp(Number(records))}`);
  for (const { file, written } of Object.values(INPUTS)) await engine.run(written(join(place, file)));
  await engine.close();
  for (const [format, input] of Object.entries(INPUTS)) measure(format, input);
} finally {
  rmSync(place, { recursive: true, force: true });
}
for (const failure of failures) console.log(`OVER ITS BUDGET: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function measure(format: string, { file, budgets }: MeasuredInput): void {
  const turns = Array.from(
    { length: Number(tries) },
    () => [run('ours', format), run('bare', format)] as const,
  );
  const [[ours, bare] = []] = turns;
  if (ours === undefined || ours.rows !== bare?.rows)
    throw new Error(`${format}: ${String(ours?.rows)} rows, and the engine alone has ${String(bare?.rows)}`);
  const alone = Math.min(...turns.map(([, each]) => each.read));
  const bytes = statSync(join(place, file)).size / Number(records);
  console.log(`\n${file}, ${bytes.toFixed(0)} bytes a record: the engine alone ${perSecond(alone)}`);
  for (const [step, budget] of [
    ['read', budgets.read],
    ['stored', budgets.stored],
  ] as const) {
    const best = Math.min(...turns.map(([each]) => each[step]));
    const ratio = best / alone;
    console.log(
      `  ${step} at ${perSecond(best)}: ${ratio.toFixed(2)} times its time, ${ours.rss.toFixed(0)} MB`,
    );
    if (ratio > budget)
      failures.push(
        `${file} ${step} in ${ratio.toFixed(2)} times the time of the engine alone, ${budget} allowed`,
      );
  }
}

function run(way: string, format: string): Sample {
  const words = [join(BUNDLES, 'import.js'), way, format, place];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${way} ${format} failed:\n${stderr}`);
  return JSON.parse(stdout) as Sample;
}

function perSecond(ms: number): string {
  return `${Math.round(Number(records) / (ms / 1000)).toLocaleString('en')} records a second`;
}
