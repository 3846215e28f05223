import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/acquisition/index.ts';
import { importSightings, type ImportOptions } from '../../../src/home/index.ts';
import { openParquetSightings, quoted } from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { isMapping } from '../../../src/text/index.ts';

const CASES = join(import.meta.dirname, 'cases');

/** What becomes of ids in the release of these tests. */
const CARRIED: Readonly<
  Record<string, { readonly to?: string; readonly standing: 'resolved' | 'ambiguous' | 'unknown' }>
> = {
  T9001: { to: 'T9002', standing: 'resolved' },
  T9003: { standing: 'ambiguous' },
  T9999: { standing: 'unknown' },
};

const OPTIONS: ImportOptions = {
  words: {
    carry: (id) => CARRIED[id] ?? { to: id, standing: 'unchanged' },
    groupNamed: (name) => ({ G9001: 'G9001', 'Barn Owl': 'G9001' })[name],
    sectors: new Map([['northwind mill', 'agriculture']]),
    otherwise: {},
  },
  release: '18.1',
  how: '',
  isTrial: false,
  now: '2026-11-28T12:00:00.000Z',
};

/** Each a folder with `input.*`, what is asked beside it in `options.json`, and what comes of it: `rows.csv`, `rejects.ndjson`, `report.json`. */
test.for(readdirSync(CASES))('%s', async (name) => {
  const folder = join(CASES, name);
  const given = readdirSync(folder).find((file) => file.startsWith('input.')) ?? expect.fail('no input');
  const place = await temporaryFolder();
  await cp(join(folder, given), join(place, given));
  const store = openParquetSightings({ folder: join(place, 'store'), lock: async (work) => await work() });
  const report = await importSightings(
    store,
    join(place, given),
    { ...OPTIONS, ...optionsIn(join(folder, 'options.json')) },
    DEFAULT_LIMITS,
    () => {},
  );
  const { batch, file, rejects, rejected, ...came } = report;
  const rows = batch === undefined ? [] : await rowsOf(store);
  await store.close();
  await expect(rows.map((row) => `${row}\n`).join('')).toMatchFileSnapshot(join(folder, 'rows.csv'));
  const shown = rejects === undefined ? '' : readFileSync(rejects, 'utf8').replaceAll(place, 'AT');
  await expect(shown).toMatchFileSnapshot(join(folder, 'rejects.ndjson'));
  const said = {
    ...came,
    rejected: Object.fromEntries(rejected),
    batch: batch && {
      rows: batch.rows,
      sightings: batch.sightings,
      first: batch.first,
      last: batch.last,
      level: batch.level,
    },
  };
  await expect(`${JSON.stringify(said, null, 2).replaceAll(place, 'AT')}\n`).toMatchFileSnapshot(
    join(folder, 'report.json'),
  );
  expect(file).toBe(join(place, given));
});

function optionsIn(path: string): Partial<ImportOptions> {
  const parsed: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return isMapping(parsed) ? parsed : {};
}

async function rowsOf(store: ReturnType<typeof openParquetSightings>): Promise<readonly string[]> {
  const engine = await store.place.engine();
  const files = join(store.place.folder, 'data', '*', '*.parquet');
  const rows = await engine.rows(
    `SELECT ts::VARCHAR, sector, org_id, group_id, technique_id, source, detector, n, release FROM read_parquet(${quoted(files)}) ORDER BY ALL`,
  );
  return rows.map((row) => row.join(','));
}
