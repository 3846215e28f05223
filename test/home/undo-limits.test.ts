import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newestExpired, type UndoLimits } from '../../src/home/journal/undo-limits.ts';
import { readJournal, type JournalEntry } from '../../src/home/index.ts';
import { openHome, type OpenHome } from '../../src/library/index.ts';
import { writeFileSync } from 'node:fs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW = '2026-06-10T12:00:00Z';

/** An entry that is undone from a file of this name; without one, it changed nothing. */
function entry(number: number, day: string, file?: string): JournalEntry {
  const change = { kind: 'file', path: 'x', before: file ?? null, after: null } as const;
  const changes = file === undefined ? [] : [change];
  return {
    number,
    at: `${day}T12:00:00Z`,
    who: 'J. Doe',
    role: 'admin',
    through: 'library',
    action: 'coverage remove',
    given: {},
    uploads: [],
    changes,
    made: changes,
    how: 'done',
    codes: [],
    isExpired: false,
    isUndoable: true,
  };
}

const ENTRIES = [
  entry(1, '2026-03-01', 'a'),
  entry(2, '2026-05-01', 'b'),
  entry(3, '2026-05-02'),
  entry(4, '2026-06-01', 'b'),
  entry(5, '2026-06-10', 'c'),
];
const FILES = new Map(['a', 'b', 'c'].map((name) => [name, { bytes: 100, writtenAt: 0 }]));
const UNBOUND: UndoLimits = { entries: 1000, days: 36_500, keptBytes: 1e9 };

test.for<readonly [string, Partial<UndoLimits>, number]>([
  ['all are kept', {}, 0],
  ['the newest so many, of those that changed something', { entries: 3 }, 1],
  ['only the newest', { entries: 1 }, 4],
  ['none', { entries: 0 }, 5],
  ['those of the last days', { days: 40 }, 1],
  ['those of some days', { days: 39 }, 2],
  ['those of today', { days: 0 }, 4],
  ['what is not too large, a file once', { keptBytes: 200 }, 1],
  ['what is not too large', { keptBytes: 199 }, 4],
  ['nothing that is larger than all may be', { keptBytes: 99 }, 5],
  ['whichever comes first', { entries: 3, days: 39, keptBytes: 250 }, 2],
])('%s', ([, limits, newest]) => {
  expect(newestExpired(ENTRIES, FILES, { ...UNBOUND, ...limits }, NOW)).toBe(newest);
});

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

async function withCoverage(): Promise<{ home: OpenHome; undo: string }> {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'config.yaml'), 'undo: { entries: 2 }\n');
  for (const name of ['one', 'two', 'three'])
    writeFileSync(join(folder, `${name}.csv`), `technique\nT900${String(name.length)}\n`);
  const home = await openHome({
    home: join(folder, 'home'),
    cwd: folder,
    config: join(folder, 'config.yaml'),
  });
  onTestFinished(async () => await home.close());
  for (const name of ['one', 'two', 'three']) {
    await home.act('coverage-import', { places: [join(folder, `${name}.csv`)], name });
    await home.act('coverage-remove', { names: [name] });
  }
  return { home, undo: join(folder, 'home/undo') };
}

test('what came too long before can no longer be undone, the journal says so, and nothing is kept for it', async () => {
  const { home, undo } = await withCoverage();
  const entries = await readJournal(home);
  expect(entries.map(({ isExpired, isUndoable }) => [isExpired, isUndoable])).toEqual([
    [true, false],
    [true, false],
    [true, false],
    [true, false],
    [false, true],
    [false, true],
  ]);
  await expect(home.act('undo', { entry: '4' })).rejects.toMatchObject({ code: 'H605' });
  // What somebody just keeps may not be in the journal yet: it is removed by who comes later.
  expect(readdirSync(undo)).toHaveLength(3);
  for (const name of readdirSync(undo)) utimesSync(join(undo, name), LONG_AGO, LONG_AGO);
  const undone = await home.act('undo', { entry: '6' });
  expect(readdirSync(undo)).toHaveLength(1);
  await home.act('undo', { entry: String(undone.journal) });
  const inventories = (await home.ask('coverage-list', {})).answer;
  expect(JSON.stringify(inventories)).not.toContain('three');
  expect(existsSync(join(undo, '..', 'journal.jsonl.lock'))).toBe(false);
});
