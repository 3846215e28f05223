import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, readFiles } from '../../src/acquisition/index.ts';
import { unpackTar } from '../../src/acquisition/unpack/unpack-tar.ts';
import { FoeprintError } from '../../src/facts/index.ts';
import { tarOf } from '../support/tar.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip-of.ts';

const LONG = `rules/${'pebbles/'.repeat(20)}thrown.yml`;
const FILES = [
  { name: 'rules/a.yml', text: 'title: A\n' },
  { name: LONG, text: 'title: Überlang\n' },
  { name: 'rules/notes.md', text: 'Not wanted.\n' },
  { name: 'b.yml', text: '' },
];
const isRule = (name: string): boolean => name.endsWith('.yml');
const zip = zipOf(FILES.map(({ name, text }) => ({ name, bytes: Buffer.from(text) })));

describe('the wanted files of an archive', () => {
  test.for([
    ['zip', zip],
    ['tar of GNU', tarOf(FILES)],
    ['tar of POSIX', tarOf(FILES, 'pax')],
    ['tar in gzip', gzipSync(tarOf(FILES))],
  ] as const)('%s', async ([name, bytes]) => {
    const path = join(await temporaryFolder(), name);
    await writeFile(path, bytes);
    const { files, isCollection } = await readFiles(path, DEFAULT_LIMITS, isRule);
    expect(isCollection).toBe(true);
    expect(files.map((file) => [file.location.slice(path.length), file.bytes.toString()])).toEqual([
      ['!rules/a.yml', 'title: A\n'],
      [`!${LONG}`, 'title: Überlang\n'],
      ['!b.yml', ''],
    ]);
  });
});

test('of a folder: what is wanted, in order, without what is hidden, links and empty files', async () => {
  const folder = await temporaryFolder();
  for (const name of ['z.yml', 'a/b.yml', '.git/c.yml', 'notes.md']) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), name);
  }
  await writeFile(join(folder, 'empty.yml'), '');
  await symlink('/', join(folder, 'everything'));
  const { files, isCollection } = await readFiles(folder, DEFAULT_LIMITS, isRule);
  expect(isCollection).toBe(true);
  expect(files.map(({ location }) => location)).toEqual([join(folder, 'a/b.yml'), join(folder, 'z.yml')]);
});

test('a file alone is itself, plain or as gzip, whether it is wanted or not', async () => {
  const folder = await temporaryFolder();
  for (const [name, bytes] of [
    ['a.txt', Buffer.from('T9001')],
    ['a.txt.gz', gzipSync('T9001')],
  ] as const) {
    await writeFile(join(folder, name), bytes);
    const { files, isCollection } = await readFiles(join(folder, name), DEFAULT_LIMITS, isRule);
    expect([isCollection, files.map((file) => file.bytes.toString())]).toEqual([false, ['T9001']]);
  }
});

test.for([
  ['A401', 'nothing-here', undefined],
  ['A405', 'empty', Buffer.alloc(0)],
  ['A404', 'too much for the limits', gzipSync(tarOf([{ name: 'a.yml', text: 'x'.repeat(5000) }]))],
  ['A440', 'the beginning of a tar', tarOf(FILES).subarray(0, 3 * 512)],
] as const)('%s: %s', async ([code, name, bytes]) => {
  const path = join(await temporaryFolder(), name);
  if (bytes !== undefined) await writeFile(path, bytes);
  const limits = { ...DEFAULT_LIMITS, maximumBytes: 4000 };
  const refused = await readFiles(path, limits, () => true).catch((error: unknown) => error);
  expect(refused instanceof FoeprintError ? refused.issues.map((issue) => issue.code) : refused).toEqual([
    code,
  ]);
});

test.for([
  { code: 'A404', limits: { ...DEFAULT_LIMITS, maximumBytes: 500 } },
  { code: 'A419', limits: { ...DEFAULT_LIMITS, maximumFiles: 1 } },
])('$code: a folder or archive of more than the limits', async ({ code, limits }) => {
  const folder = await temporaryFolder();
  const files = ['a.yml', 'b.yml'].map((name) => ({ name, text: 'x'.repeat(300) }));
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'c.tar'), tarOf(files));
  for (const place of [folder, join(folder, 'c.tar')]) {
    const refused = await readFiles(place, limits, isRule).catch((error: unknown) => error);
    expect(refused instanceof FoeprintError && refused.issues[0]?.code).toBe(code);
  }
});

test('whatever happens to a tar archive, it is read or refused, and no name is made up', () => {
  const whole = tarOf(FILES, 'pax');
  const names = new Set(unpackTar(whole, '', DEFAULT_LIMITS, () => true).map(({ location }) => location));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      fc.integer({ min: 0, max: whole.length }),
      (at, change, end) => {
        const bytes = Buffer.from(whole.subarray(0, end));
        if (at < end) bytes[at] = (bytes[at] ?? 0) ^ change;
        try {
          const found = unpackTar(bytes, '', DEFAULT_LIMITS, () => true).map(({ location }) => location);
          // Names of pax stand in content, which has no checksum.
          for (const name of found) if (name.length < 100) expect(names).toContain(name);
        } catch (error) {
          expect(error).toBeInstanceOf(FoeprintError);
        }
      },
    ),
  );
});

test('a size below 0 is refused, and read no longer', () => {
  const archive = tarOf([{ name: `${'long/'.repeat(30)}a.yml`, text: 'title: A\n' }], 'pax');
  const at = archive.indexOf(' path=');
  const [length = ''] = archive.toString('latin1', 512, at).split(' ');
  // Spaces, which numbers may end with, fill what the name took.
  archive.write(`${`${length} size=-512`.padEnd(Number(length) - 1)}\n`, 512);
  expect(() => unpackTar(archive, '', DEFAULT_LIMITS, () => true)).toThrow(FoeprintError);
});
