import { expect, test } from 'vitest';
import { FARM, NAMES, SHORE, VICTIMS, type Part } from './cast.ts';

const PARTS: readonly Part[] = [FARM, NAMES, SHORE, VICTIMS];

test.for(['id', 'uuid'])('no %s is of two things', (key) => {
  const things = new Set(
    PARTS.flatMap(({ attack = [], galaxy = [], tidal = [] }) => [...attack, ...galaxy, ...tidal]),
  );
  const ids = [...things].flatMap((thing) => (key in thing ? [thing[key]] : []));
  expect(ids.length).toBeGreaterThan(0);
  expect(ids).toEqual([...new Set(ids)]);
});

test('no name and no number of ATT&CK is of two things, but for the one that a withdrawn mitigation carries', () => {
  const things = [...new Set(PARTS.flatMap(({ attack = [] }) => attack))];
  const names = things.flatMap(({ name = [] }) => name);
  expect(names).toEqual([...new Set(names)]);
  const numbers = things.flatMap((thing) =>
    'external_references' in thing && thing['type'] !== 'relationship' && thing['x_mitre_deprecated'] !== true
      ? (JSON.stringify(thing['external_references']).match(/(?<="external_id":")[^"]+/gu) ?? [])
      : [],
  );
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual([...new Set(numbers)]);
});
