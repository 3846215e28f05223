import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { SIGHTING_COLUMNS, type BatchHead } from '../../../src/sightings/index.ts';
import { generatedRelation, openEngine, quoted, stage } from '../../../src/sightings/duckdb/index.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

const BATCH: BatchHead = {
  id: createHash('sha256').update('a batch').digest('hex'),
  name: "what the farmer's dog saw.csv",
  format: 'csv',
  importedAt: '2026-03-01T00:00:00Z',
  rejected: 0,
};

/** Three sightings of two months, the later first. */
const RELATION = `SELECT * FROM (VALUES
  ('7', TIMESTAMP '2026-02-03 10:00:00', 'Retail', 'shop', '', 'T1059.001', 'sensor', 'rule 2', 1),
  ('5', TIMESTAMP '2026-01-31 23:59:59', 'Retail', 'shop', 'G0001', 'T1105', 'sensor', 'rule 1', 3),
  ('6', TIMESTAMP '2026-02-01 00:00:00', 'Energy', 'mill', '', 'T1105', 'sensor', 'rule 1', 4000000000)
) AS t(uid, ts, sector, org_id, group_id, technique_id, source, detector, n)`;

const { path: folder } = keptFolder();
const engine = await openEngine({ folder });
afterAll(async () => engine.close());

test('a relation becomes files of one month each, sorted, with all columns', async () => {
  const { folder: place, files } = await stage(engine, { relation: RELATION, batch: BATCH, release: '18.1' });
  expect(files.map(({ month, rows }) => [month, rows])).toEqual([
    ['2026-01', 1],
    ['2026-02', 2],
  ]);
  expect(readdirSync(place)).toEqual(['month=2026-01', 'month=2026-02']);
  const [later = ''] = files.filter(({ month }) => month === '2026-02').map(({ path }) => path);
  const file = `read_parquet(${quoted(later)}, hive_partitioning = false)`;
  const described = await engine.rows(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${file})`);
  expect(described.flat()).toEqual(SIGHTING_COLUMNS.map(({ name }) => name));
  expect(await engine.rows(`SELECT * EXCLUDE (sid) FROM ${file}`)).toEqual([
    [
      '2026-02-01 00:00:00',
      '2026-02-01',
      '2026-02',
      'Energy',
      'mill',
      '',
      'T1105',
      'T1105',
      'sensor',
      'rule 1',
      4_000_000_000,
      '18.1',
      BATCH.id.slice(0, 12),
    ],
    [
      '2026-02-03 10:00:00',
      '2026-02-03',
      '2026-02',
      'Retail',
      'shop',
      '',
      'T1059.001',
      'T1059',
      'sensor',
      'rule 2',
      1,
      '18.1',
      BATCH.id.slice(0, 12),
    ],
  ]);
});

test('a sighting is known by the first 8 bytes of SHA-256 over source, event and technique', async () => {
  const { files } = await stage(engine, { relation: RELATION, batch: BATCH, release: '18.1' });
  const [identity] = await engine.rows(`SELECT sid FROM read_parquet(${quoted(files[0]?.path ?? '')})`);
  const digest = createHash('sha256').update('sensor\n5\nT1105').digest();
  expect(identity).toEqual([digest.readBigUInt64BE().toString()]);
});

test('rows of any number lie in the order of sector, technique, day and organisation', async () => {
  const relation = generatedRelation({
    rows: 300_000,
    seed: 1,
    until: '2026-10',
    techniques: ['T1059', 'T1105', 'T1021.001'],
    groups: ['G0001'],
    sectors: ['Retail', 'Energy'],
  });
  const { files } = await stage(engine, { relation, batch: BATCH, release: '18.1' });
  for (const { path } of files) {
    const key = "sector || '/' || technique_id || '/' || day || '/' || org_id";
    const [disorder = []] = await engine.rows(
      `SELECT count(*)::INTEGER FROM (SELECT ${key} AS k, lag(${key}) OVER (ORDER BY file_row_number) AS before FROM read_parquet(${quoted(path)}, file_row_number = true)) WHERE before > k`,
    );
    expect(disorder).toEqual([0]);
  }
});

test('what cannot be read leaves nothing behind', async () => {
  const before = readdirSync(folder);
  const broken = RELATION.replace("'5'", "error('broken')");
  await expect(stage(engine, { relation: broken, batch: BATCH, release: '18.1' })).rejects.toThrow('S903');
  expect(readdirSync(folder)).toEqual(before);
});
