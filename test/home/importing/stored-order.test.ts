import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/acquisition/index.ts';
import { importSightings } from '../../../src/home/index.ts';
import { openParquetSightings, quoted } from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { OPTIONS } from './sightings-of.ts';

/** More different words than are kept as numbers while rows are sorted. */
const MANY = 65_600;

test.for([
  ['few', 900],
  ['many', MANY],
] as const)(
  'words are stored as they were given, in the order of their texts, however %s there are',
  async ([, words]) => {
    const place = await temporaryFolder();
    const input = join(place, 'input.csv');
    const rows = Array.from({ length: MANY }, (_, row) => {
      const [organisation, technique] = [
        `Mill ${String((row * 7919) % words)} ${LAST[row % LAST.length] ?? ''}`,
        9100 + (row % 3),
      ];
      return `e-${String(row)},2026-01-02T03:04:05Z,T${String(technique)},${organisation}`;
    });
    await writeFile(input, `id,time,technique,organisation\n${rows.join('\n')}\n`);
    const store = openParquetSightings({ folder: join(place, 'store'), lock: async (work) => await work() });
    try {
      await importSightings(store, input, OPTIONS, DEFAULT_LIMITS, () => {});
      const engine = await store.place.engine();
      const files = quoted(join(place, 'store', 'data', '*', '*.parquet'));
      const stored = await engine.rows(`SELECT technique_id, org_id FROM read_parquet(${files})`);
      const given = rows.map((row) => row.split(',').slice(2).join(','));
      const expected = given.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(stored.map((row) => row.join(',')).join('\n')).toBe(expected.join('\n'));
    } finally {
      await store.close();
    }
  },
);

/** Their order by bytes is not that of UTF-16. */
const LAST = ['b', 'ä', '\u{ff21}', '\u{1d400}'];
