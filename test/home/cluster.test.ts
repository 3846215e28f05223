import { afterAll, describe, expect, test, vi } from 'vitest';
import { envelopeOf } from '../../src/answers/index.ts';
import { sightingsInitCluster } from '../../src/cli/commands/sightings/init-cluster.ts';
import { accessTo } from '../../src/home/access.ts';
import { openHome } from '../../src/home/index.ts';
import { hasClickHouse, PASSWORD } from '../support/clickhouse/cluster.ts';
import { bareCluster, readyCluster, stopCluster } from '../support/clickhouse/ready-cluster.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { emptyHome } from '../support/sample-home.ts';
import { bundle, labelled } from '../support/world/build.ts';

const { path, write } = emptyHome();

afterAll(stopCluster);

describe.skipIf(!hasClickHouse)('a home whose sightings are in a cluster', () => {
  test('makes its tables, as its dry run says, and asks it', async () => {
    const cluster = await bareCluster();
    write('config.yaml', `sightings: ${cluster.address}\n`);
    vi.stubEnv('FOEPRINT_CLICKHOUSE_PASSWORD', PASSWORD);
    const run = async (...words: readonly string[]) =>
      await runFoeprint(
        'sightings',
        'init-cluster',
        ...words,
        '--home',
        path('home'),
        '--config',
        path('config.yaml'),
      );
    const { schemas } = sightingsInitCluster;
    const schema = schemas && envelopeOf('sightings-init-cluster', schemas.question, schemas.answer);

    const planned = await run('--dry-run', '--json');
    expect(planned).toMatchObject({ exitCode: 0, err: '' });
    expect(schema?.safeParse(JSON.parse(planned.out)).error?.issues).toBeUndefined();
    expect(await cluster.sql(0, `SHOW TABLES FROM shard_1`)).toEqual([]);

    expect(await run()).toMatchObject({ exitCode: 0, err: '' });
    const made = await run('--json');
    expect(JSON.parse(made.out).answer.servers).toEqual(JSON.parse(planned.out).answer.servers);
    for (const server of [0, 1])
      expect((await cluster.sql(server, 'SHOW TABLES FROM shard_2')).flat()).toEqual([
        'sightings_local',
        'sightings_month_local',
      ]);
    expect(planned.out + made.out).not.toContain(PASSWORD);

    const home = await openHome({ home: path('home'), config: path('config.yaml') });
    const { sightings } = await accessTo(async () => await Promise.resolve(home)).view({}, undefined);
    const store = await sightings();
    expect(store?.engine).toBe('ClickHouse');
    expect(await store?.ask({ by: [], measures: ['rows', 'last'] })).toEqual([{ by: [], measures: [0, ''] }]);
    // What was made up never goes there.
    expect(await sightings('synthetic')).toBeUndefined();
    await home.close();
  });

  test('imports into it, answers from it, and takes out what is to go', async () => {
    const { cluster } = await readyCluster();
    write('config.yaml', `sightings: ${cluster.address}\n`);
    vi.stubEnv('FOEPRINT_CLICKHOUSE_PASSWORD', PASSWORD);
    const run = async (...words: readonly string[]) => {
      const asked = await runFoeprint(
        ...words,
        '--json',
        '--home',
        path('home'),
        '--config',
        path('config.yaml'),
      );
      expect(asked.err).toBe('');
      return JSON.parse(asked.out).answer;
    };
    const finding = (uid: string, technique: string, day: string): string =>
      JSON.stringify({
        class_uid: 2004,
        time: Date.parse(`${day}T08:00:00Z`),
        metadata: { product: { name: 'sensor' } },
        finding_info: { uid, attacks: [{ technique: { uid: technique } }] },
      });
    const known = finding('f-1', 'T9001', '2026-01-05');
    write('january.ndjson', `${known}\n${finding('f-2', 'T9001', '2026-01-06')}\n`);
    write('february.ndjson', `${known}\n${finding('f-3', 'T9001', '2026-02-07')}\n`);
    write('tool.json', bundle(labelled('tool', 91, 'S9091', 'Hay Fork')));
    await run('load', path('tool.json'));
    const imported = ['sightings', 'import', path('january.ndjson'), '--sector', 'energy'];
    expect(await run(...imported)).toMatchObject({ inputs: [{ outcome: 'stored', batch: { rows: 2 } }] });
    expect(await run(...imported)).toMatchObject({ inputs: [{ outcome: 'known' }] });
    // What January brought is not stored again.
    expect(await run('sightings', 'import', path('february.ndjson'))).toMatchObject({
      inputs: [{ outcome: 'stored', batch: { rows: 1, first: '2026-02-07' } }],
    });
    expect(await run('sightings', 'compact')).toMatchObject({ addedUp: 1 });
    expect(await run('sightings', 'list')).toMatchObject({
      engine: 'ClickHouse',
      rows: 3,
      batches: [{ rows: 2 }, { rows: 1 }],
    });
    expect(await run('sightings', 'remove', 'january.ndjson')).toMatchObject({ removed: [{ rows: 2 }] });
    expect(await run('sightings', 'list')).toMatchObject({ rows: 1, batches: [{ name: 'february.ndjson' }] });
    expect(await run('sightings', 'export', '--parquet', path('lake'))).toEqual({
      folder: 'lake',
      files: 1,
      rows: 1,
    });
    const home = await openHome({ home: path('home'), config: path('config.yaml') });
    const store = await home.sightings();
    expect(await store.ask({ by: ['month'], measures: ['rows'] })).toEqual([
      { by: ['2026-02'], measures: [1] },
    ]);
    await home.close();
  });

  test('without the password, it is refused', async () => {
    const cluster = await bareCluster();
    write('config.yaml', `sightings: ${cluster.address}\n`);
    vi.stubEnv('FOEPRINT_CLICKHOUSE_PASSWORD', 'high-tide');
    const asked = await runFoeprint(
      'sightings',
      'init-cluster',
      '--home',
      path('home'),
      '--config',
      path('config.yaml'),
    );
    expect(asked.exitCode).toBe(2);
    expect(asked.err).toContain('S967');
    expect(asked.err).not.toContain('high-tide');
  });
});
