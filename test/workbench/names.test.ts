import { expect, test } from 'vitest';
import type { NamesAnswer } from '../../src/answers/index.ts';
import { namesIn } from '../../src/workbench/knowledge/names.ts';
import { labelled, object } from '../support/world/build.ts';
import { FAR_OTTER, FARM, NAMES } from '../support/world/cast.ts';
import { worldView } from '../support/world/desk.ts';

const view = worldView(
  [FARM, NAMES],
  labelled('intrusion-set', 95, 'G0995', 'Gone Goat', { revoked: true }),
  object('identity', 96, { name: 'Barn Post' }),
);
const names = (...types: readonly string[]): NamesAnswer['things'] =>
  namesIn({ view }, { types }).answer.things;

test('everything that can be asked about is there once, by ATT&CK id or else STIX id, with its other names', () => {
  const things = names();
  const keys = things.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(things.filter(({ key }) => ['G0901', 'S9001', 'T9001.001', 'M9001'].includes(key))).toMatchObject([
    { key: 'G0901', kind: 'group', name: 'Wily Weasel' },
    { key: 'S9001', kind: 'software', name: 'BADGERDROP' },
    { key: 'T9001.001', kind: 'technique', name: 'Burrowing' },
    { key: 'M9001', kind: 'mitigation', name: 'Sturdy Fence' },
  ]);
  expect(things.find(({ key }) => key === 'G0901')?.aliases).toContain('Team Stoat');
  expect(things.find(({ name }) => name === 'FAR OTTER')).toMatchObject({
    kind: 'actor',
    key: FAR_OTTER,
  });
  expect(things.map(({ name }) => name)).not.toContain('Gone Goat');
  expect(things.map(({ name }) => name)).not.toContain('Barn Post');
});

test('of the kinds that are asked for alone', () => {
  expect(new Set(names('campaign', 'tactics').map(({ kind }) => kind))).toEqual(
    new Set(['campaign', 'tactic']),
  );
  expect(() => names('barn')).toThrow('W605');
});
