import { afterAll, expect, test } from 'vitest';
import { generatedRelation, openEngine, type GenerateOptions } from '../../../src/sightings/duckdb/index.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

const { path: folder } = keptFolder();
const engine = await openEngine({ folder });
afterAll(async () => engine.close());

const OPTIONS: GenerateOptions = {
  rows: 60_000,
  seed: 7,
  until: '2026-10',
  techniques: Array.from({ length: 300 }, (_, number) => `T${9100 + number}`),
  groups: Array.from({ length: 40 }, (_, number) => `G${9100 + number}`),
  sectors: ['Energy', 'Retail', "Farmers' unions"],
};

async function numbersOf(
  expressions: string,
  options: GenerateOptions = OPTIONS,
): Promise<readonly unknown[]> {
  const [row = []] = await engine.rows(`SELECT ${expressions} FROM (${generatedRelation(options)})`);
  return row;
}

test('the same seed makes the same sightings, another makes others', async () => {
  const fingerprint = 'bit_xor(hash(ts, sector, org_id, group_id, technique_id, source, detector))';
  const one = await numbersOf(fingerprint);
  expect(await numbersOf(fingerprint)).toEqual(one);
  expect(await numbersOf(fingerprint, { ...OPTIONS, seed: 8 })).not.toEqual(one);
});

/** Shares of 60,000 sightings, by what help and documentation say of them. */
const SHARES: readonly (readonly [title: string, share: string, least: number, most: number])[] = [
  ['those that name a group', "count(*) FILTER (group_id <> '')", 0.045, 0.055],
  ['the first half of the year: 0.9 of 2', "count(*) FILTER (ts < TIMESTAMP '2026-05-01')", 0.44, 0.46],
  [
    'the first of 2,000 organisations: ln 2 of ln 2000',
    "count(*) FILTER (org_id = 'organisation-0000')",
    0.08,
    0.1,
  ],
  [
    'the first of 40 groups, of those with one',
    "0.05 * count(*) FILTER (group_id = 'G9100') / avg((group_id <> '')::INTEGER)",
    0.008,
    0.011,
  ],
];

test.for(SHARES)('%s', async ([, share, least, most]) => {
  const [value] = await numbersOf(`(${share}) / count(*)`);
  expect(Number(value)).toBeGreaterThan(least);
  expect(Number(value)).toBeLessThan(most);
});

test('all that is made up is known beforehand: twelve months, one sector for each organisation, every event once', async () => {
  const made = await numbersOf(
    "strftime(min(ts), '%Y-%m'), strftime(max(ts), '%Y-%m'), count(DISTINCT strftime(ts, '%Y-%m'))::INTEGER, count(DISTINCT uid)::INTEGER, count(DISTINCT (org_id, sector)) = count(DISTINCT org_id), count(DISTINCT sector)::INTEGER, count(DISTINCT source)::INTEGER",
  );
  expect(made).toEqual(['2025-11', '2026-10', 12, 60_000, true, 3, 12]);
});

test('sectors differ in what is seen most, and have the most common technique of all in common', async () => {
  const rows = await engine.rows(
    `SELECT sector, technique_id FROM (${generatedRelation(OPTIONS)}) GROUP BY sector, technique_id QUALIFY row_number() OVER (PARTITION BY sector ORDER BY count(*) DESC) <= 5`,
  );
  const seen = OPTIONS.sectors.map((sector) =>
    rows.filter(([of]) => of === sector).map(([, technique]) => String(technique)),
  );
  expect(seen.every((list) => list.includes('T9100'))).toBe(true);
  expect(new Set(seen.flat()).size).toBeGreaterThan(5);
});
