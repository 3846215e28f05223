import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { CAN_MOUNT, smallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { heldIn, imported, storeIn } from '../support.ts';
import { numbered, OWN } from './numbered.ts';

const SCRIPT = fileURLToPath(new URL('import-process.ts', import.meta.url));
const NUMBERS = [0, 1, 2, 3, 4, 5];

test('two processes import the same batches at once, while others read whole ones', async () => {
  const folder = await temporaryFolder();
  const importing = [NUMBERS, NUMBERS.toReversed()].map((numbers) => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      SCRIPT,
      join(folder, 'sightings'),
      ...numbers.map(String),
    ]);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    return once(child, 'close').then(() => Number(out));
  });
  const running = new Set(importing);
  const ended = Promise.all(importing.map(async (one) => one.finally(() => running.delete(one))));
  const seen = new Set<string>();
  const reader = storeIn(folder);
  onTestFinished(async () => reader.close());
  while (running.size > 0) {
    const now = reader.anew();
    const days = await now.ask({ by: ['day'], measures: ['rows'] });
    const batches = await now.batches();
    const own = days.filter(({ by }) => by[0] !== '2026-01-05').map(({ measures }) => measures[0]);
    // Whatever is there is there as a whole, in rows, sums and batches.
    expect(own).toEqual(batches.map(() => OWN));
    expect(days.length).toBe(batches.length === 0 ? 0 : batches.length + 1);
    expect(await now.ask({ by: [], measures: ['rows'] })).toEqual([
      { by: [], measures: [days.length === 0 ? 0 : 1 + OWN * own.length] },
    ]);
    seen.add(String(batches.length));
  }
  const added = await ended;
  expect(added[0]).toBe(NUMBERS.length - (added[1] ?? 0));
  expect(await heldIn(reader.anew(), { by: ['technique'] })).toEqual([
    'T1059 1',
    `T1105 ${OWN * NUMBERS.length}`,
  ]);
  expect(seen.size, 'something was read meanwhile').toBeGreaterThan(0);
});

/** Batches that have a day of their own. */
const MOST = 18;

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return await work.then(
    () => true,
    () => false,
  );
}

test.skipIf(!CAN_MOUNT)(
  'a disk that is full leaves what was there, and what does not fit is imported when there is space',
  async () => {
    const folder = join(await temporaryFolder(), 'small');
    const disk = smallDisk(folder, '64k');
    const store = storeIn(folder, -1);
    onTestFinished(async () => store.close());
    let stored = 0;
    const importNext = async (): Promise<unknown> => await imported(store, numbered(stored));
    while (stored < MOST && (await succeeds(importNext()))) stored += 1;
    expect(stored).toBeGreaterThan(1);
    expect(stored).toBeLessThan(MOST);
    await expect(importNext()).rejects.toThrow('S904');
    const held = await heldIn(store, { by: ['technique'] });
    expect(held).toEqual(['T1059 1', `T1105 ${OWN * stored}`]);
    disk.resize('2m');
    expect(await imported(store, numbered(stored))).toEqual({ isNew: true, rows: OWN });
    await store.compact();
    expect(await heldIn(store, { by: ['technique'] })).toEqual(['T1059 1', `T1105 ${OWN * (stored + 1)}`]);
  },
);

if (!CAN_MOUNT) console.warn('SKIPPED a full disk: only root can mount a small file system, on Linux.');
