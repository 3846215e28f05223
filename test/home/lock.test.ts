import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { mkdir, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/home/locking/lock.ts';
import { writeAtomically } from '../../src/home/locking/write-atomically.ts';
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

/** The id of a process that has ended. */
const GONE = spawnSync(process.execPath, ['-e', '0']).pid;
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

test.for([
  ['a process that is gone', `${GONE}`, new Date()],
  ['a process that is gone, with host and start', `${GONE}\n${hostname()}\nboot 17`, new Date()],
  ['a process id that is another process’s now', `${process.pid}\n${hostname()}\nboot 17`, new Date()],
  ['an older version’s process id that was given again long ago', `${process.pid}`, LONG_AGO],
  ['a machine that has been silent for long', `${process.pid}\nelsewhere.example\nboot 17`, LONG_AGO],
  ['nobody: it is empty', '', LONG_AGO],
  ['nobody: it says nothing that can be read', 'x\0y', LONG_AGO],
] as const)('the lock of %s is taken over', async ([, text, changed]) => {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(`${path}.lock`, text);
  await utimes(`${path}.lock`, changed, changed);
  expect(await withLock(path, async () => 'done', QUICK)).toBe('done');
  expect(await readdir(dirname(path))).toEqual([]);
});

test.for([
  ['another machine that lives', `${process.pid}\nelsewhere.example\nboot 17`],
  ['an older version that lives', `${process.pid}`],
  ['who has made it just now and not yet filled it', ''],
] as const)('the lock of %s is waited for', async ([, text]) => {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(`${path}.lock`, text);
  await expect(withLock(path, async () => 'done', QUICK)).rejects.toMatchObject({ code: 'H512' });
  expect(await readFile(`${path}.lock`, 'utf8')).toBe(text);
});

test('a lock says who holds it, and is free of what killed writers left', async () => {
  const path = join(await temporaryFolder(), 'file');
  const left = ['file', 'file.more', 'other'].map((name) => `${name}.${crypto.randomUUID()}.tmp`);
  for (const name of [...left, 'file.tmp']) await writeFile(join(dirname(path), name), '');
  await withLock(path, async () => {
    const [id, host] = (await readFile(`${path}.lock`, 'utf8')).split('\n');
    expect([id, host]).toEqual([String(process.pid), hostname()]);
  });
  expect(new Set(await readdir(dirname(path)))).toEqual(new Set(['file.tmp', left[2]]));
});

test.skipIf(process.platform === 'win32')('what is written is for its owner alone', async () => {
  const folder = join(await temporaryFolder(), 'home');
  await withLock(join(folder, 'file'), () => writeAtomically(join(folder, 'deep', 'file'), 'x'));
  const modes = [folder, join(folder, 'deep'), join(folder, 'deep', 'file')];
  expect(await Promise.all(modes.map(async (path) => ((await stat(path)).mode & 0o777).toString(8)))).toEqual(
    ['700', '700', '600'],
  );
});

test.for([['file/deeper'], ['file/deeper/still'], ['n'.repeat(300)], ['n\0l']])(
  'where nothing can be written, %j, it says so',
  async ([name = '']) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'there'));
    await expect(writeAtomically(`${folder}/${name}`, 'x')).rejects.toMatchObject({ code: 'H511' });
    await expect(withLock(`${folder}/${name}`, async () => 'done', QUICK)).rejects.toMatchObject({
      code: 'H511',
    });
    expect((await readdir(folder)).toSorted()).toEqual(['file', 'there']);
  },
);

test.skipIf(process.platform !== 'linux')(
  'where the system says of a folder that it is none, it ends',
  async () => {
    await expect(writeAtomically('/proc/nope/file', 'x')).rejects.toMatchObject({ code: 'H511' });
  },
);

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
