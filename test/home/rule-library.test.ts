import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/acquisition/index.ts';
import { readRuleLibrary } from '../../src/home/files/rule-library.ts';
import { tarOf } from '../support/tar.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RULE = '\uFEFFtitle: Conch\r\n';

test('a folder and an archive give the same rules, as they are, with the licence of the rules', async () => {
  const folder = join(await temporaryFolder(), 'library');
  mkdirSync(join(folder, 'rules/beach'), { recursive: true });
  writeFileSync(join(folder, 'LICENSE'), 'For the tools.\n');
  writeFileSync(join(folder, 'LICENSE.Detection.Rules.md'), 'For the rules.\n');
  writeFileSync(join(folder, 'notes.txt'), 'none');
  writeFileSync(join(folder, 'rules/beach/conch.yml'), RULE);
  writeFileSync(join(folder, 'rules/latin.yaml'), Buffer.from([0x74, 0xe9]));
  const { library, issues } = await readRuleLibrary(`${folder}/`, DEFAULT_LIMITS);
  expect(library).toEqual({
    name: 'library',
    files: [{ file: 'rules/beach/conch.yml', text: RULE }],
    refused: 1,
    licence: 'For the rules.',
  });
  expect(issues.map(({ code, place }) => [code, place?.file])).toEqual([['G101', 'rules/latin.yaml']]);
  const archive = join(folder, 'library.tar');
  const entry = (name: string, text: string) => ({ name, text });
  writeFileSync(archive, tarOf([entry('LICENSE', 'For the rules.'), entry('rules/beach/conch.yml', RULE)]));
  const packed = await readRuleLibrary(archive, DEFAULT_LIMITS);
  expect(packed.library).toEqual({ ...library, name: 'library.tar', refused: 0 });
});

test('an archive that leads out of its folder is refused as a whole', async () => {
  const archive = join(await temporaryFolder(), 'library.tar');
  writeFileSync(archive, tarOf([{ name: '../../conch.yml', text: RULE }]));
  await expect(readRuleLibrary(archive, DEFAULT_LIMITS)).rejects.toMatchObject({ code: 'A440' });
});
