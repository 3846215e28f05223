import { expect, test } from 'vitest';
import type { GroupSearch } from '../../../src/workbench/groups/group-words.ts';
import { groupsLike } from '../../../src/workbench/groups/groups-like.ts';
import { groupsDocument } from '../../../src/report/index.ts';
import { documentText } from '../../../src/render/index.ts';
import { worldDesk } from '../../support/world/desk.ts';
import { SHORE } from '../../support/world/cast.ts';

const desk = worldDesk([SHORE]);
const found = (search: GroupSearch) =>
  groupsLike(desk, search).answer.groups.map(({ group, uses = [] }) => [
    group.name,
    ...uses.map(({ used, use, by }) => [used.name, use, ...by.through.map(({ name }) => name)].join(' ')),
  ]);

const HERON_DOOR = ['Hungry Heron', 'Open Door direct'];

test.each<readonly [string, GroupSearch, readonly (readonly string[])[]]>([
  ['who is reported to use it', { techniques: ['T9011'] }, [HERON_DOOR, ['Noisy Otter', 'Open Door direct']]],
  [
    'who has software do it, or a campaign',
    { techniques: ['T9013', 'T9012.002'] },
    [['Hungry Heron', 'Carry Away derived Ferry', 'Shout derived Low Tide']],
  ],
  [
    'technique and software, both',
    { techniques: ['T9011'], software: ['Ferry'] },
    [[...HERON_DOOR, 'Ferry direct']],
  ],
  [
    'not what must not be, reported',
    { techniques: ['T9011'], not: ['S9011'] },
    [['Noisy Otter', 'Open Door direct']],
  ],
  ['nor derived', { techniques: ['T9011'], not: ['T9013'] }, [['Noisy Otter', 'Open Door direct']]],
  ['only what must not be', { not: ['T9011'] }, [['Idle Newt']]],
])('%s', (_what, search, expected) => {
  expect(found(search)).toEqual(expected);
});

test('each row says through what', () => {
  const { answer } = groupsLike(desk, { techniques: ['T9013'], not: ['T9014'] });
  const text = documentText(groupsDocument(answer), { width: 120 });
  expect(text).toContain('1 group for use of Carry Away (T9013), not Knock (T9014)');
  expect(text).toContain('Carry Away (T9013) derived through Ferry');
});

test('a name that leads to nothing is refused', () => {
  expect(() => found({ techniques: ['T4242'] })).toThrow('Nothing in view is called “T4242”.');
});
