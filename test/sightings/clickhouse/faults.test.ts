import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  initCluster,
  openClusterSightings,
  type ClusterOptions,
  type ClusterSightings,
} from '../../../src/sightings/clickhouse/index.ts';
import { forEachTable } from '../../../src/sightings/clickhouse/cluster.ts';
import { tableStatements } from '../../../src/sightings/clickhouse/schema.ts';
import { readClusterAddress, type SightingQuery } from '../../../src/sightings/index.ts';
import { Cluster, hasClickHouse, PASSWORD } from '../../support/clickhouse/cluster.ts';
import { readyCluster, stopCluster } from '../../support/clickhouse/ready-cluster.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { sentOf } from './support/sent.ts';

afterAll(stopCluster);

const ROWS = 40_000;
const MONTHS = [
  { month: '2026-01', from: 0, count: ROWS / 2 },
  { month: '2026-02', from: ROWS / 2, count: ROWS / 2 },
];
const TOTAL: SightingQuery = { by: [], measures: ['rows', 'sightings', 'organisations', 'first'] };
const WHOLE = [{ by: [], measures: [ROWS, 2 * ROWS, 17, '2026-01-01'] }];

describe.skipIf(!hasClickHouse)('a cluster of two shards with two replicas', () => {
  let cluster: Cluster;
  let options: ClusterOptions;
  const open = (address = cluster.address, patience?: number, holder = 'test'): ClusterSightings =>
    openClusterSightings({
      ...options,
      address: readClusterAddress(address),
      holder,
      ...(patience === undefined ? {} : { patience }),
    });

  beforeAll(async () => {
    ({ cluster, options } = await readyCluster());
    const store = open();
    await store.commit(sentOf('all', MONTHS));
    await store.close();
  });

  test.for([[0], [1]])('answers when server %i is lost, and when it is back', async ([lost = 0]) => {
    await cluster.kill(lost);
    const store = open();
    expect(await store.ask(TOTAL)).toEqual(WHOLE);
    await store.close();
    await cluster.startServer(lost);
    const anew = open(cluster.addressOf(lost, 1 - lost));
    expect(await anew.ask(TOTAL)).toEqual(WHOLE);
    await anew.close();
  });

  test('answers right however often servers are killed while it is asked', async () => {
    const store = open();
    const asked = (async () => {
      const answers: unknown[] = [];
      for (let time = 0; time < 30; time++) answers.push(await store.anew().ask(TOTAL));
      return answers;
    })();
    for (const server of [1, 0, 1]) {
      await cluster.kill(server);
      await cluster.startServer(server);
    }
    for (const answer of await asked) expect(answer).toEqual(WHOLE);
    await store.close();
  });

  test('imports while a server is away, which then has it before it answers', async () => {
    await cluster.kill(1);
    const store = open();
    await store.commit(sentOf('while away', [{ month: '2026-03', from: ROWS, count: 500 }]));
    await store.close();
    await cluster.startServer(1);
    // Asked at once, of the server that missed it first.
    const other = open(cluster.addressOf(1, 0));
    for (let time = 0; time < 5; time++)
      expect(await other.ask({ by: ['month'], measures: ['rows'], filter: { from: '2026-03-01' } })).toEqual([
        { by: ['2026-03'], measures: [500] },
      ]);
    expect(await other.remove([sentOf('while away', []).batch.id])).toHaveLength(1);
    await other.close();
  });

  test('a server that is killed during an import leaves all of it or nothing', async () => {
    const store = open();
    const killing = sentOf('cut', [{ month: '2026-03', from: ROWS, count: 20_000 }], () => {
      void cluster.kill(0);
    });
    const outcome = await store.commit(killing).then(
      () => 20_000,
      () => 0,
    );
    const rows: SightingQuery = { by: [], measures: ['rows'], filter: { from: '2026-03-01' } };
    expect(await store.anew().ask(rows)).toEqual([{ by: [], measures: [outcome] }]);
    await cluster.startServer(0);
    // Again, now that both are there.
    await store.commit(sentOf('cut', [{ month: '2026-03', from: ROWS, count: 20_000 }]));
    expect(await store.anew().ask(rows)).toEqual([{ by: [], measures: [20_000] }]);
    await store.remove([killing.batch.id]);
    await store.close();
  });

  test('a server that fetches nothing is waited for, and refused in the end', async () => {
    for (const shard of [1, 2])
      await cluster.sql(1, `SYSTEM STOP REPLICATION QUEUES shard_${shard}.sightings_local`);
    const hasty = open(cluster.address, 1500);
    // What it does not have yet would be missing from answers: so it is not stored.
    await expect(
      hasty.commit(sentOf('not fetched', [{ month: '2026-03', from: ROWS, count: 500 }])),
    ).rejects.toThrow('S964');
    for (const shard of [1, 2])
      await cluster.sql(1, `SYSTEM START REPLICATION QUEUES shard_${shard}.sightings_local`);
    await hasty.close();
    const store = open();
    expect(await store.ask(TOTAL)).toEqual(WHOLE);
    await store.close();
  });

  test('readers see whole imports only', async () => {
    const store = open();
    const seen = new Set<number>();
    const writing = { isDone: false };
    const reading = (async () => {
      while (!writing.isDone) {
        const [row] = await store.anew().ask({ by: [], measures: ['rows'], filter: { from: '2026-03-01' } });
        seen.add(Number(row?.measures[0]));
      }
    })();
    const writer = open();
    for (const number of [0, 1])
      await writer.commit(
        sentOf(`part ${number}`, [
          { month: '2026-03', from: ROWS * (2 + number), count: 700 },
          { month: '2026-04', from: ROWS * (2 + number) + 700, count: 300 },
        ]),
      );
    writing.isDone = true;
    await reading;
    expect([...seen].filter((rows) => rows % 1000 > 0)).toEqual([]);
    await writer.remove([0, 1].map((number) => sentOf(`part ${number}`, []).batch.id));
    await writer.close();
    await store.close();
  });

  test('of two who import the same at once, none stores it twice', async () => {
    const months = [{ month: '2026-03', from: ROWS, count: 3000 }];
    const both = [open(cluster.address, undefined, 'one'), open(cluster.address, undefined, 'other')];
    const outcomes = await Promise.allSettled(
      both.map(async (store, number) => await store.commit(sentOf(`at once ${number}`, months))),
    );
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('S970');
    const [store] = both;
    for (const number of [0, 1]) await store?.commit(sentOf(`at once ${number}`, months));
    expect(await store?.anew().ask({ by: [], measures: ['rows'], filter: { from: '2026-03-01' } })).toEqual([
      { by: [], measures: [3000] },
    ]);
    await store?.remove([0, 1].map((number) => sentOf(`at once ${number}`, []).batch.id));
    for (const each of both) await each.close();
  });

  test('without ZooKeeper nothing is stored and nothing answered, and afterwards all is as before', async () => {
    await cluster.killKeeper();
    const store = open(cluster.address, 1500);
    await expect(store.ask(TOTAL)).rejects.toThrow(/S96[248]/u);
    await expect(store.commit(sentOf('without', MONTHS))).rejects.toThrow(/S96[248]/u);
    await store.close();
    await cluster.startKeeper();
    const again = open(cluster.address, 60_000);
    expect(await again.ask(TOTAL)).toEqual(WHOLE);
    await again.close();
  });

  test('rows are taken out in pages, each once', async () => {
    const store = open();
    const { months } = await store.take(await temporaryFolder(), 7000);
    const [rows, pages] = [new Set<string>(), new Map<string, number>()];
    for await (const { month, lines } of months)
      for (const path of lines) {
        pages.set(month, (pages.get(month) ?? 0) + 1);
        for (const line of readFileSync(path, 'utf8').trim().split('\n')) rows.add(line);
      }
    expect([...pages]).toEqual([
      ['2026-01', 3],
      ['2026-02', 3],
    ]);
    expect(rows.size).toBe(ROWS);
    await store.close();
  });

  test('rows and sums that are lost are named', async () => {
    const store = open();
    await store.commit(sentOf('to be lost', [{ month: '2026-05', from: ROWS, count: 500 }]));
    expect(await store.check()).toEqual({ rows: ROWS + 500, sumsToMend: [] });
    await forEachTable(store.cluster, async ({ table }, server) => {
      if (table.endsWith('.sightings_local'))
        await server.run(`ALTER TABLE ${table} DROP PARTITION '2026-05'`);
    });
    await expect(store.anew().check()).rejects.toThrow(
      /^S978.*to be lost\) should have 500 rows, and has 0/su,
    );
    await store.remove([sentOf('to be lost', []).batch.id]);
    expect(await store.check()).toEqual({ rows: ROWS, sumsToMend: [] });
    await store.close();
  });

  test('days that the engine does not keep are refused', async () => {
    const store = open();
    await expect(store.commit(sentOf('old', [{ month: '1969-12', from: 0, count: 1 }]))).rejects.toThrow(
      'S974',
    );
    await store.close();
  });

  test('another store on the same servers is neither looked at nor counted, and its tables are not taken', async () => {
    const like = readClusterAddress(cluster.address.replace('/harbour', '/har_our'));
    await expect(initCluster({ ...options, address: like })).rejects.toThrow('S977');
    const other = openClusterSightings({ ...options, address: like, holder: 'test' });
    for (const server of await other.cluster.servers())
      for (const statement of tableStatements(like, server.name, [])) await server.run(statement);
    const { replicas } = await other.cluster.survey().finally(async () => await other.close());
    const ledger = '/foeprint/pier/har_our/ledger';
    expect(replicas.map(({ path }) => path)).toEqual([ledger, ledger]);

    const foreign = 90;
    await cluster.sql(
      0,
      'CREATE TABLE har_our.sightings_local (n UInt8) ENGINE = MergeTree PARTITION BY n ORDER BY n',
    );
    await cluster.sql(0, `INSERT INTO har_our.sightings_local SELECT number FROM numbers(${foreign})`);
    const store = open();
    expect(await store.compact()).toMatchObject({
      filesBefore: expect.toSatisfy((files) => files < foreign),
    });
    await store.close();
  });

  test('a cluster that is not known, or has no tables, or does not answer', async () => {
    const of = (address: string) => ({ ...options, address: readClusterAddress(address) });
    await expect(initCluster(of(cluster.address.replace('=pier', '=quay')))).rejects.toThrow('S965');
    await expect(initCluster(of(cluster.addressOf(0)))).rejects.toThrow('S972');
    await expect(open(cluster.address.replace('/harbour', '/marsh')).batches()).rejects.toThrow('S966');
    await expect(open('clickhouse://watch@127.0.0.1:9/harbour?cluster=pier').batches()).rejects.toThrow(
      'S962',
    );
  });
});

test.skipIf(!hasClickHouse)('a part that nobody else has is missed, never left out', async () => {
  const cluster = await Cluster.start({ isReplicated: false });
  try {
    await cluster.makeDatabases();
    const options = { address: readClusterAddress(cluster.address), password: PASSWORD };
    await initCluster(options);
    const store = openClusterSightings({ ...options, holder: 'test' });
    await store.commit(sentOf('all', MONTHS));
    expect(await store.ask(TOTAL)).toEqual(WHOLE);
    await cluster.kill(1);
    await expect(store.anew().ask(TOTAL)).rejects.toThrow('S963');
    await cluster.startServer(1);
    expect(await store.anew().ask(TOTAL)).toEqual(WHOLE);
    await store.close();
  } finally {
    await cluster.stop();
  }
});
