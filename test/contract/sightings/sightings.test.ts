import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import {
  memorySightings,
  type CountedRow,
  type HeldBatch,
  type Sighting,
  type SightingQuery,
  type SightingStore,
} from '../../../src/sightings/index.ts';
import { stopCluster } from '../../support/clickhouse/ready-cluster.ts';
import { runs } from '../../support/runs.ts';
import { anyClearance, anyHeld, anyQuery, heldBatch } from './any-sightings.ts';
import { STORES, type StoreRow } from './stores.ts';

/*
 * One suite for everything that holds sightings: the same sightings give the same rows to the same questions, down to the bytes that are
 * printed. Another engine is a row of STORES.
 */

const SHOP: Omit<Sighting, 'id' | 'time' | 'technique'> = {
  sector: 'Retail',
  organisation: 'shop',
  group: '',
  source: 'sensor',
  detector: 'rule 1',
  count: 1,
  release: '18.1',
};
const MILL = { ...SHOP, sector: 'Energy', organisation: 'mill' };

/** Two batches, one of them marked, of two months. */
const HELD: readonly HeldBatch[] = [
  heldBatch('open', [
    { ...SHOP, id: '1', time: '2026-01-31T23:59:59Z', technique: 'T1059.001', count: 5 },
    { ...SHOP, id: '2', time: '2026-02-01T00:00:00Z', technique: 'T1059.003', group: 'G0001' },
    { ...SHOP, id: '3', time: '2026-02-03T08:00:00Z', technique: 'T1105', organisation: '' },
  ]),
  heldBatch(
    'confided',
    [
      { ...MILL, id: '4', time: '2026-02-03T09:00:00Z', technique: 'T1105', count: 4_000_000_000 },
      { ...MILL, id: '5', time: '2026-02-04T09:00:00Z', technique: 'T1105', count: 4_000_000_000 },
    ],
    { level: 'amber' },
  ),
];

const CASES: readonly (readonly [title: string, query: SightingQuery, rows: readonly string[]])[] = [
  [
    'totals',
    { by: [], measures: ['sightings', 'rows', 'organisations', 'techniques', 'first', 'last'] },
    ['8000000007 5 2 3 2026-01-31 2026-02-04'],
  ],
  [
    'totals of nothing',
    {
      by: [],
      measures: ['sightings', 'rows', 'organisations', 'techniques', 'first', 'last'],
      filter: { sectors: ['Banks'] },
    },
    ['0 0 0 0  '],
  ],
  [
    'totals of nothing by month',
    { by: [], measures: ['sightings', 'organisations'], filter: { from: '2030-01-01' } },
    ['0 0'],
  ],
  ['nothing by sector', { by: ['sector'], measures: ['sightings'], filter: { techniques: [] } }, []],
  [
    'sector × technique',
    { by: ['sector', 'technique'], measures: ['sightings', 'rows'] },
    ['Energy T1105 8000000000 2', 'Retail T1059.001 5 1', 'Retail T1059.003 1 1', 'Retail T1105 1 1'],
  ],
  [
    'an organisation that is not known is none',
    { by: ['sector'], measures: ['organisations', 'techniques'] },
    ['Energy 1 1', 'Retail 1 3'],
  ],
  ['and can be asked for', { by: ['organisation'], measures: ['rows'] }, [' 1', 'mill 2', 'shop 2']],
  [
    'or left out',
    { by: ['organisation'], measures: ['rows'], filter: { known: ['organisation'] } },
    ['mill 2', 'shop 2'],
  ],
  [
    'techniques with their parts',
    { by: ['parent'], measures: ['sightings'], filter: { parents: ['T1059'] } },
    ['T1059 6'],
  ],
  [
    'exactly these',
    { by: ['technique'], measures: ['sightings'], filter: { techniques: ['T1059', 'T1105'] } },
    ['T1105 8000000001'],
  ],
  [
    'a month that is cut',
    { by: ['day'], measures: ['rows'], filter: { from: '2026-01-31', until: '2026-02-03' } },
    ['2026-01-31 1', '2026-02-01 1'],
  ],
  [
    'whole months',
    { by: ['month'], measures: ['rows'], filter: { from: '2026-02-01', until: '2026-03-01' } },
    ['2026-02 4'],
  ],
  [
    'the largest, of equals the first',
    { by: ['technique'], measures: ['rows'], largest: 'rows', limit: 2 },
    ['T1105 3', 'T1059.001 1'],
  ],
  [
    'only what is large',
    { by: ['sector'], measures: ['rows'], least: { measure: 'rows', value: 3 } },
    ['Retail 3'],
  ],
  [
    'without a batch, and without what a rule saw',
    {
      by: ['sector'],
      measures: ['rows'],
      filter: { hidden: { batches: [HELD[1]?.batch.id ?? ''], detectors: ['rule 2'] } },
    },
    ['Retail 3'],
  ],
  [
    'without a product',
    { by: ['month'], measures: ['sightings'], filter: { hidden: { sources: ['sensor'] } } },
    [],
  ],
  [
    'the largest by what is not shown',
    { by: ['sector'], measures: ['rows'], largest: 'sightings' },
    ['Energy 2', 'Retail 3'],
  ],
];

afterAll(stopCluster);

for (const row of STORES) {
  const { name, tries = 8 } = row;
  if (row.skipped !== undefined) console.warn(`SKIPPED sightings in ${name}: ${row.skipped}`);

  test.skipIf(row.skipped !== undefined)(`${name}: answers as they stand here`, async () => {
    await held(row, HELD, async (store) => {
      for (const [title, query, rows] of CASES) expect(printed(await store.ask(query)), title).toEqual(rows);
      expect(await store.check()).toMatchObject({ rows: 5, sumsToMend: [] });
    });
  });

  test.skipIf(row.skipped !== undefined)(
    `${name}: who is not cleared sees neither rows nor batches`,
    async () => {
      await held(row, HELD, async (store) => {
        const [open] = HELD;
        const cleared = store.clearedTo('green');
        expect(await cleared.batches()).toEqual([open?.batch]);
        expect((await cleared.check()).rows).toBe(3);
        expect(await store.batches()).toEqual(HELD.map(({ batch }) => batch));
        expect(printed(await cleared.ask({ by: ['sector'], measures: ['rows'] }))).toEqual(['Retail 3']);
        expect(printed(await cleared.ask({ by: [], measures: ['sightings', 'last'] }))).toEqual([
          '7 2026-02-03',
        ]);
      });
    },
  );

  test.skipIf(row.skipped !== undefined)(
    `${name}: words that mean something to an engine cannot be asked for`,
    async () => {
      await held(row, [], async (store) => {
        const query: SightingQuery = {
          by: ['sector'],
          measures: ['rows'],
          filter: { sectors: ["x' OR '1'='1"] },
        };
        if (store.engine !== 'memory') await expect(store.ask(query)).rejects.toThrow('S901');
      });
    },
  );

  test.skipIf(row.skipped !== undefined)(
    `${name}: any question about any sightings has the answer of memory`,
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyHeld,
          fc.array(anyQuery, { minLength: 1, maxLength: 12 }),
          anyClearance,
          async (batches, queries, level) => {
            const expected = memorySightings(batches).clearedTo(level);
            await held(row, batches, async (whole) => {
              const store = whole.clearedTo(level);
              expect(await store.batches()).toEqual(await expected.batches());
              for (const query of queries) {
                const [rows, right] = [await store.ask(query), await expected.ask(query)];
                expect(rows, JSON.stringify(query)).toEqual(right);
                expect(fingerprint(rows)).toBe(fingerprint(right));
              }
            });
          },
        ),
        runs(tries),
      );
    },
  );
}

async function held(
  { open }: StoreRow,
  batches: readonly HeldBatch[],
  use: (store: SightingStore) => Promise<void>,
): Promise<void> {
  const store = await open(batches);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

function printed(rows: readonly CountedRow[]): readonly string[] {
  return rows.map(({ by, measures }) => [...by, ...measures].join(' '));
}

/** Of the rows as a program prints them. */
function fingerprint(rows: readonly CountedRow[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
