import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SIGHTING_COLUMNS } from '../../src/sightings/index.ts';

test('docs/sightings.md lists the columns of a store', () => {
  const page = readFileSync('docs/sightings.md', 'utf8');
  const [, section = ''] = page.split('### Columns\n');
  const rows = [...(section.split('\n### ')[0]?.matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gmu) ?? [])];
  expect(rows.map(([, name, holds]) => ({ name, holds }))).toEqual(
    SIGHTING_COLUMNS.map(({ name, holds }) => ({ name, holds })),
  );
});
