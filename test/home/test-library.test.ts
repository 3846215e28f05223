import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/acquisition/index.ts';
import { readTestLibrary } from '../../src/home/files/test-library.ts';
import { atomicsYaml, atomicTest } from '../support/atomics.ts';
import { hasRealFiles, realFile } from '../support/real-data.ts';
import { tarOf } from '../support/tar.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ONE = atomicsYaml('T9001', atomicTest(1), atomicTest(2));
const SAME = atomicsYaml('T9002', atomicTest(2), atomicTest(3, { executor: {} }));

test('a folder and an archive give the same tests, each UUID once, with the licence', async () => {
  const folder = join(await temporaryFolder(), 'library');
  mkdirSync(join(folder, 'atomics/T9001'), { recursive: true });
  mkdirSync(join(folder, 'atomics/T9002'));
  writeFileSync(join(folder, 'LICENSE.txt'), 'Anybody may.\n');
  writeFileSync(join(folder, 'atomics/index.yaml'), 'T9001: again');
  writeFileSync(join(folder, 'atomics/T9001/T9001.yaml'), ONE);
  writeFileSync(join(folder, 'atomics/T9002/T9002.yaml'), SAME);
  symlinkSync('/etc/passwd', join(folder, 'atomics/T9003.yaml'));
  const { library, issues } = await readTestLibrary(`${folder}/`, DEFAULT_LIMITS);
  expect(library).toMatchObject({ name: 'library', files: 2, refused: 1, licence: 'Anybody may.' });
  expect(library.tests.map(({ name }) => name)).toEqual(['Test 1', 'Test 2']);
  expect(issues.map(({ code }) => code).toSorted()).toEqual(['I501', 'I503']);
  const archive = join(folder, 'library.tar');
  writeFileSync(
    archive,
    tarOf([
      { name: 'a/LICENSE.txt', text: 'Anybody may.\n' },
      { name: 'a/T9001.yaml', text: ONE },
      { name: 'a/T9002.yaml', text: SAME },
      { name: 'a/notes.yaml', text: 'none' },
    ]),
  );
  const packed = await readTestLibrary(archive, DEFAULT_LIMITS);
  expect(packed.library).toEqual({ ...library, name: 'library.tar' });
});

test('an archive that leads out of its folder is refused as a whole', async () => {
  const archive = join(await temporaryFolder(), 'library.tar');
  writeFileSync(archive, tarOf([{ name: '../../T9001.yaml', text: ONE }]));
  await expect(readTestLibrary(archive, DEFAULT_LIMITS)).rejects.toMatchObject({ code: 'A440' });
});

test('what is no UTF-8, or not there, is refused', async () => {
  const file = join(await temporaryFolder(), 'T9001.yaml');
  writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
  expect((await readTestLibrary(file, DEFAULT_LIMITS)).issues.map(({ code }) => code)).toEqual(['I500']);
  await expect(readTestLibrary(`${file}.not`, DEFAULT_LIMITS)).rejects.toMatchObject({ code: 'A401' });
});

const REAL = 'atomics/atomic-red-team-2026-08.tar.gz';

test.skipIf(!hasRealFiles(REAL))('all of Atomic Red Team is read', async () => {
  const { library, issues } = await readTestLibrary(realFile(REAL), DEFAULT_LIMITS);
  expect(library).toMatchObject({ files: 341, refused: 0 });
  expect(library.licence).toContain('Red Canary');
  // Counted by another reader (PyYAML).
  expect(library.tests).toHaveLength(1819);
  expect(library.tests.filter(({ elevation }) => elevation)).toHaveLength(682);
  expect(library.tests.filter(({ executor }) => executor === 'manual')).toHaveLength(16);
  expect(issues.map(({ message }) => message)).toEqual([]);
});
