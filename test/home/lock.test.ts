import { spawnSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/home/lock.ts';
import { writeAtomically } from '../../src/home/write-atomically.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const QUICK = { interval: 5, longest: 20 };

test('one works after the other', async () => {
  const path = join(await temporaryFolder(), 'file');
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    log.push(`${name} ends`);
  };
  await Promise.all(
    ['a', 'b', 'c'].map((name) => withLock(path, work(name), { interval: 5, longest: 5000 })),
  );
  const names = log.map((line) => line[0]);
  expect(names.filter((name, index) => index % 2 === 0 && names[index + 1] !== name)).toEqual([]);
  expect(log).toHaveLength(6);
});

test('a lock that stays is waited for, then named', async () => {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(`${path}.lock`, String(process.pid));
  const refused = withLock(path, async () => {}, QUICK);
  await expect(refused).rejects.toMatchObject({
    code: 'H512',
    issues: [{ place: { file: `${path}.lock` } }],
  });
});

test('the lock of a process that is gone is taken over', async () => {
  const path = join(await temporaryFolder(), 'file');
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  await writeFile(`${path}.lock`, String(pid));
  expect(await withLock(path, async () => 'done', QUICK)).toBe('done');
});

test('the lock is free again after a failure', async () => {
  const path = join(await temporaryFolder(), 'file');
  await expect(withLock(path, () => Promise.reject(new Error('no')), QUICK)).rejects.toThrow('no');
  expect(await withLock(path, async () => 'done', QUICK)).toBe('done');
});

test('a file is replaced whole, and nothing is left beside it', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'deep', 'file');
  await writeAtomically(path, 'old');
  await Promise.all(['a', 'b'].map((letter) => writeAtomically(path, letter.repeat(100_000))));
  expect(new Set(await readFile(path, 'utf8')).size).toBe(1);
  expect(await readdir(join(folder, 'deep'))).toEqual(['file']);
});
