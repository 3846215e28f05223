import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFolder } from '../../src/home/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GONE = `${String(spawnSync(process.execPath, ['-e', '0']).pid)}\n${hostname()}\nboot 17`;
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

test('folders of processes that are gone are removed, those of others stay', async () => {
  const parent = join(await temporaryFolder(), 'uploads');
  const first = await ownFolder(parent);
  for (const [name, holder] of [
    ['gone', GONE],
    ['elsewhere', '17\nelsewhere.example\nboot 17'],
    ['just-made', undefined],
    ['never-filled', undefined],
  ] as const) {
    mkdirSync(join(parent, name));
    if (holder !== undefined) writeFileSync(join(parent, name, 'holder'), holder);
  }
  utimesSync(join(parent, 'never-filled'), LONG_AGO, LONG_AGO);
  const second = await ownFolder(parent);
  expect(readdirSync(parent).toSorted()).toEqual(
    [basename(first), basename(second), 'elsewhere', 'just-made'].toSorted(),
  );
});
