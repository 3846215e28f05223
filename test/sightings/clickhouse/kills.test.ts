import { afterAll, describe, expect, test } from 'vitest';
import { openClusterSightings, type ClusterSightings } from '../../../src/sightings/clickhouse/index.ts';
import { hasClickHouse } from '../../support/clickhouse/cluster.ts';
import { readyCluster, stopCluster } from '../../support/clickhouse/ready-cluster.ts';
import { IS_LONG } from '../../support/runs.ts';
import { changeInProcess, type KillStep, type What } from './support/changer.ts';
import { sentOf, type Numbered } from './support/sent.ts';

afterAll(stopCluster);

const JANUARY: Numbered = { month: '2026-01', from: 0, count: 3000 };
/** Half of it is in what was there before. */
const FEBRUARY: Numbered = { month: '2026-02', from: 10_000, count: 3000 };
const BEFORE: readonly Numbered[] = [{ ...FEBRUARY, count: 1500 }];

const COMMIT: What = { commit: 'both months', months: [JANUARY, FEBRUARY] };
const REMOVE: What = { remove: 'before' };
const COMPACT: What = { compact: true };

const begun = 'insert harbour.sightings_ledger';
const rows = 'insert harbour.sightings (';
const copied = 'run INSERT INTO harbour.sightings (';
const sums = 'run INSERT INTO harbour.sightings_month';
const deleted = 'DELETE WHERE';
const dropped = 'DROP PARTITION';

/**
 * Steps of changes in their order, and whether what counts is as after the change where a process is killed there. An import writes the
 * ledger six times: that it begins, after each month that is sent and that is copied, and that it is done.
 */
const STEPS: readonly (readonly [what: What, step: KillStep, isDone: boolean])[] = [
  [COMMIT, { when: 'before', words: begun }, false],
  [COMMIT, { when: 'after', words: begun }, false],
  [COMMIT, { when: 'before', words: rows }, false],
  [COMMIT, { when: 'halfway' }, false],
  [COMMIT, { when: 'after', words: rows }, false],
  [COMMIT, { when: 'after', words: begun, time: 2 }, false],
  [COMMIT, { when: 'before', words: rows, time: 2 }, false],
  [COMMIT, { when: 'after', words: rows, time: 2 }, false],
  [COMMIT, { when: 'before', words: copied }, false],
  [COMMIT, { when: 'after', words: copied }, false],
  [COMMIT, { when: 'before', words: copied, time: 2 }, false],
  [COMMIT, { when: 'after', words: copied, time: 2 }, false],
  [COMMIT, { when: 'before', words: sums }, false],
  [COMMIT, { when: 'after', words: sums }, false],
  [COMMIT, { when: 'before', words: begun, time: 6 }, false],
  [COMMIT, { when: 'after', words: begun, time: 6 }, true],
  [COMPACT, { when: 'after', words: begun }, false],
  [COMPACT, { when: 'before', words: sums }, false],
  [COMPACT, { when: 'after', words: sums }, false],
  [COMPACT, { when: 'after', words: begun, time: 2 }, true],
  [COMPACT, { when: 'before', words: deleted }, true],
  [COMPACT, { when: 'after', words: deleted }, true],
  [COMPACT, { when: 'after', words: dropped }, true],
  [COMPACT, { when: 'after', words: dropped, time: 2 }, true],
  [REMOVE, { when: 'after', words: begun }, false],
  [REMOVE, { when: 'before', words: begun, time: 2 }, false],
  [REMOVE, { when: 'after', words: begun, time: 2 }, true],
];

/** What a store shows of itself: rows and sums by month, and its batches. */
async function shownBy(store: ClusterSightings): Promise<readonly string[]> {
  const anew = store.anew();
  const byRow = await anew.ask({ by: ['sector', 'day'], measures: ['rows', 'sightings'] });
  const byMonth = await anew.ask({ by: ['month'], measures: ['rows', 'sightings', 'organisations'] });
  const total = byRow.reduce((sum, { measures }) => sum + Number(measures[0]), 0);
  return [
    ...(await anew.batches()).map((batch) => `${batch.name}: ${batch.rows}`).toSorted(),
    ...byMonth.map(({ by, measures }) => `${by.join()}: ${measures.join(' ')}`),
    `rows: ${total}`,
  ];
}

const BOTH = [
  'before: 1500',
  'both months: 4500',
  '2026-01: 3000 6000 17',
  '2026-02: 3000 6000 17',
  'rows: 6000',
];
const ONE = ['before: 1500', '2026-02: 1500 3000 17', 'rows: 1500'];
const OTHER = ['both months: 4500', '2026-01: 3000 6000 17', '2026-02: 1500 3000 17', 'rows: 4500'];

describe.skipIf(!hasClickHouse)('a process that is killed while it changes a cluster', () => {
  // Every one takes seconds.
  const steps = STEPS.filter((_, index) => IS_LONG || index % 4 === 3);
  const cases = steps.map(([what, step, isDone]) => ({
    title: `${Object.keys(what)[0]} ${Object.values(step).join(' ')}`,
    what,
    step,
    isDone,
  }));
  test.for(cases)('$title', async ({ what, step, isDone }) => {
    const { cluster, options } = await readyCluster();
    const store = openClusterSightings({ ...options, holder: 'test' });
    await store.remove((await store.batches()).map(({ id }) => id));
    await store.commit(sentOf('before', BEFORE));
    const isImport = 'commit' in what;
    if (!isImport) await store.commit(sentOf('both months', [JANUARY, FEBRUARY]));
    // What is removed was added up already.
    if ('remove' in what) await store.compact(0);
    const before = isImport ? ONE : BOTH;
    const after = 'remove' in what ? OTHER : BOTH;
    expect(await shownBy(store)).toEqual(before);

    const order = { address: cluster.address, password: options.password, holder: 'test', what };
    expect(await changeInProcess({ ...order, step })).toBe('SIGKILL');
    expect(await shownBy(store)).toEqual(isDone ? after : before);

    // The same again, by somebody who waits for the same lock, ends as if nothing had been killed.
    if ('commit' in what) await store.commit(sentOf(what.commit, what.months));
    else if ('compact' in what) await store.compact(0);
    else if (!isDone) await store.remove([sentOf(what.remove, []).batch.id]);
    expect(await shownBy(store)).toEqual(after);
    await store.compact(0);
    expect(await shownBy(store)).toEqual(after);
    await store.close();
  });

  test('what was broken off and removed has left the tables', async () => {
    const { cluster, options } = await readyCluster();
    const store = openClusterSightings({ ...options, holder: 'test' });
    await store.remove((await store.batches()).map(({ id }) => id));
    await store.compact(0);
    await expect
      .poll(async () => await cluster.sql(0, 'SELECT count(*) FROM harbour.sightings'), { timeout: 60_000 })
      .toEqual([['0']]);
    expect(await cluster.sql(0, 'SELECT count(*) FROM harbour.sightings_month')).toEqual([['0']]);
    await store.close();
  });
});
