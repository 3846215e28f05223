import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFolder } from '../../src/cli/files/answer-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FIRST = [
  { path: 'notes.md', text: 'first\n' },
  { path: 'deep/er/one.yml', text: 'a: 1\n' },
];
const SECOND = [{ path: 'notes.md', text: 'second\n' }];

/** Files of a folder, by their paths. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

test('what was written is listed as sha256sum lists it, and a later answer takes its place as a whole', async () => {
  const folder = join(await temporaryFolder(), 'new');
  await writeFolder(folder, FIRST, false);
  expect(filesIn(folder)).toEqual(['SHA256SUMS', 'deep/er/one.yml', 'notes.md']);
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}notes\.md\n/u);
  writeFileSync(join(folder, 'own.txt'), 'mine');
  await writeFolder(folder, SECOND, false);
  expect(filesIn(folder)).toEqual(['SHA256SUMS', 'notes.md', 'own.txt']);
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('second\n');
});

test('a file that was there, or was changed since, is left alone unless that is forced', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'notes.md'), 'mine');
  await expect(writeFolder(folder, FIRST, false)).rejects.toMatchObject({ code: 'C737' });
  expect(filesIn(folder)).toEqual(['notes.md']);
  await writeFolder(folder, FIRST, true);
  writeFileSync(join(folder, 'notes.md'), 'results of the exercise');
  writeFileSync(join(folder, 'deep/er/one.yml'), 'changed');
  await expect(writeFolder(folder, SECOND, false)).rejects.toMatchObject({ code: 'C737' });
  await writeFolder(folder, SECOND, true);
  // It is of no answer any more, but somebody changed it.
  expect(readFileSync(join(folder, 'deep/er/one.yml'), 'utf8')).toBe('changed');
});

test('after a crash between two answers the next one finds its way', async () => {
  const folder = await temporaryFolder();
  await writeFolder(folder, FIRST, false);
  const list = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
  await writeFolder(folder, SECOND, false);
  writeFileSync(join(folder, 'SHA256SUMS'), list + readFileSync(join(folder, 'SHA256SUMS'), 'utf8'));
  await writeFolder(folder, FIRST, false);
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('first\n');
});

test('nothing is written through links, nor taken away outside by a list that somebody else wrote', async () => {
  const [folder, outside] = [await temporaryFolder(), await temporaryFolder()];
  writeFileSync(join(outside, 'kept.txt'), 'first\n');
  symlinkSync(outside, join(folder, 'deep'));
  await expect(writeFolder(folder, FIRST, true)).rejects.toMatchObject({ code: 'C738' });
  const sum = createHash('sha256').update('first\n').digest('hex');
  for (const path of ['../kept.txt', join(outside, 'kept.txt'), 'deep/kept.txt', '.hidden'])
    writeFileSync(join(folder, 'SHA256SUMS'), `${sum}  ${path}\n`, { flag: 'a' });
  await expect(writeFolder(folder, SECOND, false)).rejects.toMatchObject({ code: 'C738' });
  expect(filesIn(outside)).toEqual(['kept.txt']);
});

test.for(['../up.txt', '/etc/up.txt', 'a/../up.txt', '.hidden', 'a//b', 'SHA256SUMS', ''])(
  'the path %j is a fault of ours',
  async (path) => {
    await expect(writeFolder(await temporaryFolder(), [{ path, text: '' }], true)).rejects.toThrow(TypeError);
  },
);

test('a place that is no folder is refused', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(writeFolder(join(folder, 'file'), FIRST, true)).rejects.toMatchObject({ code: 'C738' });
  mkdirSync(join(folder, 'notes.md'));
  await expect(writeFolder(folder, FIRST, true)).rejects.toMatchObject({ code: 'C738' });
});

test.skipIf(process.platform !== 'linux')('where the system makes no folders, that is said', async () => {
  await expect(writeFolder('/proc/foeprint-plan', FIRST, false)).rejects.toMatchObject({ code: 'C738' });
});
