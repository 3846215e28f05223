import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act, type ActionName } from '../../src/actions/index.ts';
import { readJournal } from '../../src/home/index.ts';
import { CAN_MOUNT, smallDisk } from '../support/small-disk.ts';
import { farm, opened, stateOf, timelessState, TRIED } from '../support/tried-actions.ts';

/*
 * The disk is full in the middle of an action. It is refused with a code, or done as a whole; what stood stays, and where there is space
 * again, it is done as if nothing had been.
 */

/** What writes most, each in another place. */
const WRITING: readonly ActionName[] = [
  'load',
  'report-add',
  'coverage-import',
  'sightings-import',
  'forget',
];

/** Blocks of 4 KiB that are left: none for the journal, some for it, some for more. */
const LEFT = [0, 1, 3, 8, 24];

/** Fills a disk but for some blocks. */
function fill(disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail - left) * bsize));
}

test.skipIf(!CAN_MOUNT).for(WRITING)('%s on a full disk leaves what stood', async (name) => {
  const on = await farm();
  const [each] = Object.values(TRIED[name] ?? {});
  if (each === undefined) return expect.fail();
  await each.before?.(on);
  const given = await each.given(on);
  const before = await stateOf(on.home);
  await on.home.close();
  smallDisk(on.at('disk'), '16m');
  const ends = new Set<string>();
  const states = new Set<string>();
  for (const left of LEFT) {
    const folder = on.at('disk/home');
    cpSync(on.folder, folder, { recursive: true });
    fill(on.at('disk'), left);
    const ended = await opened(on, folder, async (home) => await act(home, name, given)).then(
      () => 'done',
      (error: unknown) =>
        error instanceof Error && 'code' in error ? String(error.code) : `fault: ${String(error)}`,
    );
    ends.add(ended);
    rmSync(on.at('disk/filler'));
    await opened(on, folder, async (home) => {
      const found = await stateOf(home);
      if (ended !== 'done') {
        expect([ended, found]).toEqual([ended, before]);
        await act(home, name, given);
      } else {
        // The end of its entry may have had no room: it stays under way for as long as this process lives.
        const { how, made } = (await readJournal(home)).at(-1) ?? expect.fail();
        expect(how === 'under way' || made.length > 0).toBe(true);
      }
      states.add(JSON.stringify(timelessState(await stateOf(home), on)).replaceAll('disk/home', 'home'));
    });
    rmSync(folder, { recursive: true });
  }
  expect(states.size).toBe(1);
  const refused = [...ends].filter((end) => end !== 'done');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter((code) => !/^(?:H511|K2\d\d|S904)$/u.test(code))).toEqual([]);
});

if (!CAN_MOUNT)
  console.warn('SKIPPED actions on a full disk: only root can mount a small file system, on Linux.');
