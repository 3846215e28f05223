import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEngine, quoted, RECORD_FORMATS } from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { importedFrom } from './sightings-of.ts';

const CASES = join(import.meta.dirname, 'cases');

/** A file of Parquet with what a statement gives. */
async function parquetOf(sql: string): Promise<string> {
  const folder = await temporaryFolder();
  const engine = await openEngine({ folder });
  const path = join(folder, 'input.parquet');
  await engine.run(`COPY (${sql}) TO ${quoted(path)} (FORMAT parquet)`);
  await engine.close();
  return path;
}

test('findings in Parquet give what they give in JSON', async () => {
  const json = join(CASES, 'ocsf', 'input.ndjson');
  const { from } = RECORD_FORMATS.ocsf(json);
  const { report, rows } = await importedFrom(await parquetOf(`SELECT *, 'new' AS later_field FROM ${from}`));
  expect({ format: report.format, rows }).toEqual({
    format: 'ocsf',
    rows: readFileSync(join(CASES, 'ocsf', 'rows.csv'), 'utf8')
      .trim()
      .split('\n'),
  });
});

test('any other Parquet is a table, and shows what is rejected', async () => {
  const { report, rows } = await importedFrom(
    await parquetOf(
      "SELECT * FROM (VALUES (TIMESTAMP '2026-01-01 12:00:00', 'T1059', 7), (NULL, 'T1105', 1)) t(\"when\", technique, hits)",
    ),
  );
  expect(rows).toEqual(['2026-01-01 12:00:00,,,,T1059,,,7,18.1']);
  expect(JSON.parse(readFileSync(report.rejects ?? '', 'utf8'))).toMatchObject({
    place: 'row 2',
    code: 'S934',
    record: JSON.stringify({ when: null, technique: 'T1105', hits: 1 }),
  });
});
