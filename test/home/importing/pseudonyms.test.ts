import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudonyms } from '../../../src/home/index.ts';
import { readOrganisations } from '../../../src/intake/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { importedFrom } from './sightings-of.ts';

test('a pseudonym is one for each organisation, however it is spelt, and another with another key', async () => {
  const [home, other] = [await temporaryFolder(), await temporaryFolder()];
  const [first, again, elsewhere] = [await pseudonyms(home), await pseudonyms(home), await pseudonyms(other)];
  expect(first('Northwind Mill')).toMatch(/^org-[0-9a-f]{24}$/u);
  expect(again('northwind  mill')).toBe(first('Northwind Mill'));
  expect(elsewhere('Northwind Mill')).not.toBe(first('Northwind Mill'));
  expect(first('Southwind Mill')).not.toBe(first('Northwind Mill'));
  const key = join(home, 'pseudonym.key');
  expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(statSync(key).mode & 0o777).toBe(0o600);
});

test('a key of one’s own is taken as it is, and refused where it could be guessed', async () => {
  const folder = await temporaryFolder();
  const key = join(folder, 'key');
  writeFileSync(key, 'barn owls fly by night\n');
  expect((await pseudonyms(folder, key))('Northwind Mill')).toBe(
    (await pseudonyms(folder, key))('Northwind Mill'),
  );
  writeFileSync(key, 'short\n');
  await expect(pseudonyms(folder, key)).rejects.toMatchObject({ code: 'S949' });
  await expect(pseudonyms(folder, join(folder, 'nothing'))).rejects.toMatchObject({ code: 'S949' });
});

test('where organisations have pseudonyms their names are not stored, and their sectors are known all the same', async () => {
  const { rows } = await importedFrom(join(import.meta.dirname, 'cases', 'ecs', 'input.ndjson'), {
    words: {
      carry: () => ({ standing: 'unchanged' }),
      groupNamed: () => undefined,
      pseudonymOf: () => 'org-1',
      sectors: readOrganisations('name,sector\n"Northwind Mill",food\nX,flowers\n', 'orgs.csv').sectors,
      otherwise: {},
    },
  });
  expect(rows.join('\n')).not.toContain('Northwind');
  expect(rows).toContain('2026-01-01 12:00:00,agriculture,org-1,G9001,T1059,edr,Credential access,1,18.1');
});

test('of a line of organisations that is not understood it is reported which', () => {
  const { issues } = readOrganisations('# ours\nX,flowers on the moon\n,energy\nY,energy\n', 'orgs.csv');
  expect(issues.map(({ code, place }) => [code, place?.line])).toEqual([
    ['S950', 2],
    ['S950', 3],
  ]);
});
