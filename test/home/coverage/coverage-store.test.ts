import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inventoryId, keepCoverage, keptCoverage, removeCoverage } from '../../../src/home/index.ts';
import type { CoverageInventory } from '../../../src/threat/index.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

const folder = keptFolder();

function inventory(name: string, date: string): CoverageInventory {
  const content = {
    name,
    date,
    claims: [{ technique: 'T9001', level: 1, kind: 'rule', file: 'a.yml', rule: 'r-1' }],
    logSources: [{ logSource: 'Noise Made', file: 'b.yaml' }],
    level: 'amber',
  } as const;
  return {
    ...content,
    id: inventoryId(content),
    importedAt: `${date}T10:00:00.000Z`,
    formats: { sigma: 1 },
  };
}

test('what is kept comes back, by name and day; the same again is not kept twice', async () => {
  const place = join(folder.path, 'kept');
  const [late, early, other] = [
    inventory('ours', '2026-02-01'),
    inventory('ours', '2026-01-01'),
    inventory('hers', '2026-03-01'),
  ];
  for (const each of [late, early, other]) expect(await keepCoverage(place, each)).toBe(true);
  expect(await keepCoverage(place, { ...late, importedAt: '2027-01-01T00:00:00.000Z' })).toBe(false);
  expect(await keptCoverage(place)).toEqual({ inventories: [other, early, late], issues: [] });
});

test('nothing is kept where nothing was imported', async () => {
  expect(await keptCoverage(join(folder.path, 'nowhere'))).toEqual({ inventories: [], issues: [] });
});

test('it is taken out by its name, all days of it, or by the beginning of an id', async () => {
  const place = join(folder.path, 'removed');
  const all = [
    inventory('ours', '2026-01-01'),
    inventory('ours', '2026-02-01'),
    inventory('hers', '2026-03-01'),
  ];
  for (const each of all) await keepCoverage(place, each);
  await expect(removeCoverage(place, ['ours', 'his'])).rejects.toMatchObject({ code: 'H580' });
  expect((await keptCoverage(place)).inventories).toHaveLength(3);
  const [first] = all;
  expect(await removeCoverage(place, [first?.id.slice(0, 8) ?? ''])).toEqual([first]);
  expect((await removeCoverage(place, ['ours'])).map(({ date }) => date)).toEqual(['2026-02-01']);
  expect((await keptCoverage(place)).inventories.map(({ name }) => name)).toEqual(['hers']);
});

test('a damaged file is reported, and the others are used', async () => {
  const place = join(folder.path, 'damaged');
  await keepCoverage(place, inventory('ours', '2026-01-01'));
  await keepCoverage(place, inventory('hers', '2026-01-01'));
  const [file = ''] = readdirSync(place).filter((name) => name.endsWith('.gz'));
  writeFileSync(join(place, file), readFileSync(join(place, file)).subarray(0, 40));
  const { inventories, issues } = await keptCoverage(place);
  expect(inventories).toHaveLength(1);
  expect(issues).toMatchObject([{ code: 'H581', place: { file: join(place, file) } }]);
});
