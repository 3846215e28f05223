import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ParquetSightings } from '../../../src/sightings/duckdb/index.ts';
import { FoeprintError } from '../../../src/facts/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { batchOf, heldIn, imported, storeIn } from './support.ts';

const JANUARY = batchOf('january.csv', ['2026-01-05 T1105 1', '2026-01-06 T1059 2']);
const WINTER = batchOf('winter.csv', ['2026-01-06 T1059 2', '2026-01-07 T1059 3', '2026-02-01 T1105 4']);
const ALL = ['2026-01-05 T1105 1', '2026-01-06 T1059 1', '2026-01-07 T1059 1', '2026-02-01 T1105 1'];

/** A store of a folder that is gone after the test. */
async function newStore(grace?: number): Promise<{ store: ParquetSightings; folder: string }> {
  const place = await temporaryFolder();
  const store = storeIn(place, grace);
  onTestFinished(async () => store.close());
  return { store, folder: store.place.folder };
}

/** Paths of all files below a folder. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('importing', () => {
  test('the same batch again changes nothing', async () => {
    const { store, folder } = await newStore();
    expect(await imported(store, JANUARY)).toEqual({ isNew: true, rows: 2 });
    const files = filesIn(folder);
    expect(await imported(store, JANUARY)).toEqual({ isNew: false, rows: 2 });
    expect(filesIn(folder)).toEqual(files);
  });

  test('what another export has as well, and what one repeats, is counted once', async () => {
    const { store } = await newStore();
    await imported(store, JANUARY);
    expect(await imported(store, WINTER)).toEqual({ isNew: true, rows: 2 });
    expect(await heldIn(store)).toEqual(ALL);
    const twice = batchOf('twice.csv', ['2026-03-01 T1105 9', '2026-03-01 T1105 9']);
    expect(await imported(store, twice)).toEqual({ isNew: true, rows: 1 });
    expect((await store.batches()).map(({ name, rows }) => `${name} ${rows}`)).toEqual([
      'january.csv 2',
      'winter.csv 2',
      'twice.csv 1',
    ]);
  });

  test('a batch of which nothing is new is known all the same', async () => {
    const { store } = await newStore();
    await imported(store, WINTER);
    const part = batchOf('part.csv', ['2026-01-07 T1059 3']);
    expect(await imported(store, part)).toEqual({ isNew: true, rows: 0 });
    expect(await imported(store, part)).toEqual({ isNew: false, rows: 0 });
  });

  test('all that is kept is for its owner alone', async () => {
    const { store, folder } = await newStore();
    await imported(store, JANUARY);
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const file of filesIn(folder)) expect(statSync(file).mode & 0o077, file).toBe(0);
  });
});

describe('joining and removing', () => {
  test('small files of a month become one, and answers stay', async () => {
    const { store } = await newStore();
    await imported(store, JANUARY);
    await imported(store, WINTER);
    expect(await store.compact()).toEqual({ filesBefore: 3, filesAfter: 2, addedUp: 2 });
    expect(await heldIn(store)).toEqual(ALL);
    expect(await heldIn(store, { by: ['month'] })).toEqual(['2026-01 3', '2026-02 1']);
    expect(await store.compact(), 'again there is nothing to do').toEqual({
      filesBefore: 2,
      filesAfter: 2,
      addedUp: 0,
    });
  });

  test('a batch is removed from files that it shares, and can be imported again', async () => {
    const { store } = await newStore();
    await imported(store, JANUARY);
    await imported(store, WINTER);
    await store.compact();
    await store.remove([WINTER.batch.id]);
    expect(await heldIn(store)).toEqual(['2026-01-05 T1105 1', '2026-01-06 T1059 1']);
    expect(await heldIn(store, { by: ['month'] })).toEqual(['2026-01 2']);
    expect(await imported(store, WINTER)).toEqual({ isNew: true, rows: 2 });
    expect(await heldIn(store)).toEqual(ALL);
  });

  test('where one batch is not known, none is removed', async () => {
    const { store } = await newStore();
    await imported(store, JANUARY);
    await expect(store.remove([JANUARY.batch.id, 'none'])).rejects.toThrow('S908');
    expect(await heldIn(store)).toHaveLength(2);
  });

  test('what was replaced is gone after its time, and a reader of before goes on with what replaced it', async () => {
    const { store, folder } = await newStore(0);
    await imported(store, JANUARY);
    const reader = storeIn(join(folder, '..'), 0);
    onTestFinished(async () => reader.close());
    expect(await heldIn(reader)).toHaveLength(2);
    await imported(store, WINTER);
    expect(await heldIn(reader), 'of the state that it began with').toHaveLength(2);
    await store.compact();
    await store.compact();
    // The newest manifest, and what it names: two files and two sums.
    expect(filesIn(folder)).toHaveLength(5);
    expect(await heldIn(reader)).toEqual(ALL);
  });
});

/** Ways in which a file may be broken. */
const BREAKS: readonly (readonly [title: string, break_: (file: string) => void])[] = [
  [
    'is missing',
    (file) => {
      rmSync(file);
    },
  ],
  [
    'is cut',
    (file) => {
      truncateSync(file, statSync(file).size - 20);
    },
  ],
  [
    'is empty',
    (file) => {
      truncateSync(file, 0);
    },
  ],
  [
    'has other bytes in its middle',
    (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0xff, 100, 400);
      writeFileSync(file, bytes);
    },
  ],
];

describe.for(BREAKS)('a file that %s', ([, damage]) => {
  test('of sightings: no answer, rather than one without its rows', async () => {
    const { store, folder } = await newStore();
    await imported(store, JANUARY);
    await imported(store, WINTER);
    const [victim = ''] = filesIn(join(folder, 'data', 'month=2026-01'));
    damage(victim);
    const refused = store.ask({ by: ['technique'], measures: ['rows', 'first'] });
    await expect(refused).rejects.toThrow(
      /S907.*month=2026-01.*(january|winter)\.csv.*sightings remove [0-9a-f]{12}/su,
    );
    expect(await heldIn(store, { filter: { from: '2026-02-01' } }), 'other months are there').toEqual([
      '2026-02-01 T1105 1',
    ]);
    await expect(store.compact()).rejects.toThrow('S907');
    await expect(store.check()).rejects.toMatchObject({
      issues: [{ code: 'S907', place: { file: victim } }],
    });
    await store.remove([JANUARY.batch.id, WINTER.batch.id]);
    await imported(store, JANUARY);
    await imported(store, WINTER);
    expect(await heldIn(store)).toEqual(ALL);
  });

  test('of sums: the rows are added up instead, and the next compaction mends it', async () => {
    const { store, folder } = await newStore();
    await imported(store, JANUARY);
    await imported(store, WINTER);
    await store.compact();
    expect(await store.check()).toMatchObject({ files: 4, rows: 4, sumsToMend: [] });
    const sums = filesIn(join(folder, 'months'));
    for (const file of sums) damage(file);
    const { sumsToMend, rows } = await store.check();
    expect(rows).toBe(4);
    expect(sumsToMend.map((path) => join(folder, path)).toSorted()).toEqual(sums.toSorted());
    expect(await heldIn(store, { by: ['month', 'technique'] })).toEqual([
      '2026-01 T1059 2',
      '2026-01 T1105 1',
      '2026-02 T1105 1',
    ]);
    expect(await store.compact()).toMatchObject({ addedUp: 2 });
  });
});

test('a look at everything names every file that is damaged, of what the asker may see, and not what was replaced', async () => {
  const { store, folder } = await newStore(0);
  await imported(store, JANUARY);
  const { batch, sightings } = WINTER;
  await imported(store, { batch: { ...batch, level: 'amber' }, sightings });
  // It keeps the state that it is asked of first.
  const reader = store.anew();
  expect(await reader.batches()).toHaveLength(2);
  await imported(store, batchOf('later.csv', ['2026-01-09 T1059 9']));
  await store.compact();
  await imported(store, batchOf('last.csv', ['2026-03-09 T1059 9']));
  expect(await reader.check()).toMatchObject({ rows: 6, sumsToMend: [] });
  for (const file of filesIn(join(folder, 'data'))) writeFileSync(file, 'x');
  const refused = await store.check().catch((error: unknown) => error);
  expect(refused).toMatchObject({ level: 'TLP:AMBER' });
  expect(refused instanceof FoeprintError && refused.issues.map(({ code }) => code)).toEqual(
    filesIn(join(folder, 'data')).map(() => 'S907'),
  );
  const open = await store
    .clearedTo('green')
    .check()
    .catch((error: unknown) => error);
  expect(String(open)).toMatch(/january.*later.*last/su);
  expect(String(open)).not.toContain('winter');
});

test('what stays is not added up anew where it is damaged, and can be removed as well', async () => {
  const { store, folder } = await newStore();
  await imported(store, JANUARY);
  await store.compact();
  const [january = ''] = filesIn(join(folder, 'data', 'month=2026-01'));
  await imported(store, WINTER);
  const later = filesIn(join(folder, 'data', 'month=2026-01')).filter((file) => file !== january);
  // They are legible, and hold something else.
  for (const file of later) copyFileSync(january, file);
  await expect(store.remove([JANUARY.batch.id])).rejects.toThrow(/S907.*winter\.csv/su);
  expect(await store.batches()).toHaveLength(2);
  await store.remove([JANUARY.batch.id, WINTER.batch.id]);
  expect(await heldIn(store)).toEqual([]);
});

test('rows that are read in the place of damaged sums are looked at as well', async () => {
  const { store, folder } = await newStore();
  const many = Array.from({ length: 40 }, (_, number) => `2026-02-${10 + (number % 9)} T1059 ${number}`);
  await imported(store, JANUARY);
  await imported(store, batchOf('february.csv', many));
  await store.compact();
  const [sums = ''] = filesIn(join(folder, 'months', 'month=2026-01'));
  const [january = ''] = filesIn(join(folder, 'data', 'month=2026-01'));
  const [february = ''] = filesIn(join(folder, 'data', 'month=2026-02'));
  rmSync(sums);
  // It is legible, and holds something else.
  copyFileSync(february, january);
  await expect(store.ask({ by: ['month'], measures: ['rows'] })).rejects.toThrow(/S907.*month=2026-01/su);
});

test.for(['', '{', '[]', '{"version": 2}', '{"version":1,"batches":[],"files":[{"path":1}],"rollUps":[]}'])(
  'a manifest that is not legible is named, and nothing is answered or stored: %s',
  async (content) => {
    const { store, folder } = await newStore();
    await imported(store, JANUARY);
    const [manifest = ''] = filesIn(join(folder, 'manifest'));
    writeFileSync(manifest, content);
    const reader = storeIn(join(folder, '..'));
    onTestFinished(async () => reader.close());
    await expect(reader.batches()).rejects.toThrow(/S905.*00000001\.json/su);
    await expect(reader.ask({ by: [], measures: ['rows'] })).rejects.toThrow('S905');
    await expect(imported(reader, WINTER)).rejects.toThrow('S905');
  },
);

describe('publishing', () => {
  test('a folder shows whole states, one after the other', async () => {
    const { store, folder } = await newStore();
    const shown = join(folder, '..', 'shown');
    await imported(store, JANUARY);
    expect(await store.exportTo(shown)).toMatchObject({ files: 1, rows: 2 });
    const first = realpathSync(shown);
    await imported(store, WINTER);
    expect(filesIn(shown), 'not before it is published again').toHaveLength(2);
    expect(await store.exportTo(shown)).toMatchObject({ files: 3, rows: 4 });
    expect(filesIn(first), 'whoever reads the one before can go on').toHaveLength(2);
    const engine = await store.place.engine();
    const rows = await engine.rows(
      `SELECT month, count(*)::INTEGER FROM read_parquet('${shown}/month=*/*.parquet') GROUP BY month ORDER BY month`,
    );
    expect(rows).toEqual([
      ['2026-01', 3],
      ['2026-02', 1],
    ]);
    expect(JSON.parse(readFileSync(join(shown, 'manifest.json'), 'utf8'))).toMatchObject({
      version: 1,
      files: [{}, {}, {}],
    });
  });

  test('what was replaced stays an hour from then on, however old it is', async () => {
    const { store, folder } = await newStore();
    const shown = join(folder, '..', 'shown');
    const publish = async (madeAt: number): Promise<string> => {
      await store.exportTo(shown);
      const made = realpathSync(shown);
      utimesSync(made, madeAt, madeAt);
      return made;
    };
    const hour = 3600;
    const now = Date.now() / 1000;
    await imported(store, JANUARY);
    const first = await publish(now - 5 * hour);
    const second = await publish(now - 3 * hour);
    expect(existsSync(first), 'it is replaced in this moment').toBe(true);
    await publish(now);
    expect([existsSync(first), existsSync(second)]).toEqual([false, true]);
  });

  test('a folder whose name begins alike keeps what was published for it', async () => {
    const { store, folder } = await newStore();
    const place = join(folder, '..', 'shown');
    await imported(store, JANUARY);
    await store.exportTo(`${place}-synthetic`);
    const target = realpathSync(`${place}-synthetic`);
    utimesSync(target, 1, 1);
    await store.exportTo(place);
    await store.exportTo(place);
    expect(filesIn(`${place}-synthetic`)).toHaveLength(2);
    symlinkSync(target, `${place}-s`);
    await expect(store.exportTo(`${place}-s`)).rejects.toThrow('S909');
  });

  test('what is marked above the level is left out', async () => {
    const { store, folder } = await newStore();
    const { batch, sightings } = WINTER;
    await imported(store, JANUARY);
    await imported(store, { batch: { ...batch, level: 'amber' }, sightings });
    expect(await store.clearedTo('green').exportTo(join(folder, '..', 'shown'))).toMatchObject({ rows: 2 });
  });

  test('nothing that was not published is replaced', async () => {
    const { store, folder } = await newStore();
    await imported(store, JANUARY);
    await expect(store.exportTo(folder)).rejects.toThrow('S909');
    writeFileSync(join(folder, '..', 'notes.txt'), 'mine');
    await expect(store.exportTo(join(folder, '..', 'notes.txt'))).rejects.toThrow('S909');
  });
});
