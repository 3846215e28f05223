import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/acquisition/index.ts';
import { importSightings } from '../../../src/home/index.ts';
import { LineWriter } from '../../../src/home/importing/line-writer.ts';
import { openParquetSightings } from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { OPTIONS } from './sightings-of.ts';

test('values are lines of JSON', async () => {
  const writer = new LineWriter(join(await temporaryFolder(), 'lines'));
  await writer.add({ text: 'a\nb' });
  await writer.add([1]);
  await writer.end();
  expect(readFileSync(writer.path, 'utf8')).toBe('{"text":"a\\nb"}\n[1]\n');
});

/** A device that takes nothing, as a disk that is full. */
const FULL = '/dev/full';

test.skipIf(!existsSync(FULL))(
  'what the disk does not take is thrown, while writing or at the end',
  async () => {
    const full = expect.objectContaining({ code: 'ENOSPC' });
    const short = new LineWriter(FULL);
    await short.add('a');
    await expect(short.end()).rejects.toEqual(full);
    const long = new LineWriter(FULL);
    await expect(
      (async () => {
        for (;;) await long.add('x'.repeat(1000));
      })(),
    ).rejects.toEqual(full);
    const late = new LineWriter(FULL);
    await late.add('a');
    for (let turns = 0; turns < 1000; turns++) await setImmediate();
    await expect(late.end()).rejects.toEqual(full);
  },
);

test('where nothing can be made ready, the import is refused', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'input.txt'), 'T1059\n');
  const store = openParquetSightings({
    folder: join(folder, 'store'),
    lock: async (work) => await work(),
  });
  const engine = await store.place.engine();
  mkdirSync(join(folder, 'store'));
  writeFileSync(engine.folder, 'a file where the folder was to be');
  await expect(
    importSightings(
      store,
      join(folder, 'input.txt'),
      { ...OPTIONS, date: '2026-01-01' },
      DEFAULT_LIMITS,
      () => {},
    ),
  ).rejects.toMatchObject({ code: 'S904' });
  rmSync(engine.folder);
  await store.close();
});
