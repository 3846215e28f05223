import { expect, test } from 'vitest';
import { FoeprintError } from '../../src/facts/index.ts';
import { groupsLike } from '../../src/workbench/groups/groups-like.ts';
import { threatsTo } from '../../src/workbench/threats/threats.ts';
import { victimologyCoverage, victimsOf } from '../../src/workbench/groups/victims.ts';
import type { Desk } from '../../src/desk/index.ts';
import type { GroupSearch } from '../../src/workbench/groups/group-words.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';
import { delivered, idOf, labelled, technique, use } from '../support/world/build.ts';
import { VICTIMS } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';
import { organisation } from '../support/organisation.ts';

const desk = worldDesk([VICTIMS]);
const foundIn = (asked: Desk, search: GroupSearch): readonly string[] =>
  groupsLike(asked, search).answer.groups.map(({ group }) => group.name);
const found = (search: GroupSearch): readonly string[] => foundIn(desk, search);

test.for([
  { search: { sectors: ['telecoms'] }, groups: ['Wary Wolf', 'Far Falcon'] },
  { search: { sectors: ['NACE J61'] }, groups: ['Wary Wolf', 'Far Falcon'] },
  {
    search: { sectors: ['telecoms', 'energy'] },
    groups: ['Wary Wolf', 'Sour Shrew', 'Lean Lynx', 'Far Falcon'],
  },
  { search: { sectors: ['telecoms'], countries: ['LUX'] }, groups: ['Wary Wolf'] },
  { search: { countries: ['Luxembourg', 'us'] }, groups: ['Wary Wolf', 'Lean Lynx'] },
  { search: { motives: ['financially motivated'] }, groups: ['Lean Lynx'] },
  { search: { origins: ['Russia'] }, groups: ['Wary Wolf'] },
  { search: { activeSince: '2024' }, groups: ['Wary Wolf', 'Quiet Quail'] },
  { search: { activeSince: '2023-04' }, groups: ['Wary Wolf', 'Quiet Quail', 'Far Falcon'] },
  { search: { sectors: ['telecoms'], activeSince: '2024' }, groups: ['Wary Wolf'] },
  { search: { sectors: ['telecoms'], keywords: ['falcon'] }, groups: ['Far Falcon'] },
  { search: { sectors: ['mining'] }, groups: [] },
  { search: { sectors: ['communications'] }, groups: ['Wary Wolf', 'Far Falcon'] },
  { search: { sectors: ['NAICS 517'] }, groups: ['Wary Wolf', 'Far Falcon'] },
  { search: { countries: ['EU'] }, groups: ['Wary Wolf', 'Sour Shrew', 'Lean Lynx'] },
  { search: { countries: ['NATO'] }, groups: ['Wary Wolf', 'Sour Shrew', 'Lean Lynx'] },
  { search: { countries: ['Benelux'], sectors: ['energy'] }, groups: ['Sour Shrew', 'Lean Lynx'] },
  { search: { words: ['telco'] }, groups: ['Wary Wolf', 'Far Falcon'] },
  { search: { words: ['telco', 'western', 'europe'] }, groups: ['Wary Wolf'] },
  {
    search: { words: ['energy'], sectors: ['telecoms'] },
    groups: ['Wary Wolf', 'Sour Shrew', 'Lean Lynx', 'Far Falcon'],
  },
  { search: { words: ['financial', 'gain'] }, groups: ['Lean Lynx'] },
  { search: { words: ['telecoms', 'falcon'] }, groups: ['Far Falcon'] },
])('groups for $search are $groups', ({ search, groups }) => {
  expect(found(search)).toEqual(groups);
});

test('an answer says what counts because it lies within, and how words were read', () => {
  const { answer, notes } = groupsLike(desk, { words: ['communications', 'western europe', 'wolf'] });
  expect(answer.asked.map(({ label, members }) => [label, members.map((member) => member.value)])).toEqual([
    ['communications', ['telecommunications', 'media']],
    ['Western Europe', ['AT', 'BE', 'CH', 'DE', 'FR', 'LI', 'LU', 'MC', 'NL']],
  ]);
  expect(answer.groups.map(({ group, traits }) => [group.name, traits.map(({ label }) => label)])).toEqual([
    ['Wary Wolf', ['telecommunications', 'France', 'Luxembourg']],
  ]);
  expect(notes).toEqual([
    '“communications” is read as the sector communications.',
    '“western europe” is read as an attack on Western Europe.',
    '“wolf” is read as a word to look for.',
  ]);
});

test('of several places that a word stands for, one is enough', () => {
  expect(groupsLike(desk, { words: ['benelux'] }).notes).toEqual([
    '“benelux” is read as an attack on Belgium, Luxembourg or the Netherlands.',
  ]);
});

test('an answer says how many groups cannot be found for want of knowledge, and who reports what was found', () => {
  const { answer } = groupsLike(desk, { sectors: ['telecoms'], countries: ['LU'] });
  expect(answer.unknown).toEqual([
    { kind: 'sector', groups: 1 },
    { kind: 'country', groups: 2 },
  ]);
  expect(answer.groups[0]?.traits.map(({ label, claims }) => [label, claims.length])).toEqual([
    ['telecommunications', 2],
    ['Luxembourg', 2],
  ]);
});

test.for([
  { search: { sectors: ['telecommunikations'] }, code: 'W612', hint: 'telecommunications' },
  { search: { countries: ['Atlantis'] }, code: 'W612', hint: '' },
  { search: { activeSince: 'lately' }, code: 'W608', hint: '' },
  { search: {}, code: 'W606', hint: '' },
])('$search is refused with $code', ({ search, code, hint }) => {
  let thrown: unknown;
  try {
    found(search);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(FoeprintError);
  if (!(thrown instanceof FoeprintError)) return;
  expect(thrown.code).toBe(code);
  expect(thrown.issues[0]?.hint ?? '').toContain(hint);
});

test('the victims of a group are listed with every claim apart', () => {
  const { answer } = victimsOf(desk, 'G0921');
  expect(answer).toMatchObject({ firstSeen: '2015-01-09', lastSeen: '2025-05-04', reports: 2 });
  expect(answer.traits.map(({ kind, label, claims }) => `${kind} ${label} ${claims.length}`)).toEqual([
    'sector telecommunications 2',
    'country Luxembourg 2',
    'country France 1',
    'origin Russia 1',
  ]);
});

test('of how many groups something is known, in all and by each source', () => {
  const { groups, unknown, sources } = victimologyCoverage(desk);
  expect({ groups, unknown }).toMatchObject({
    groups: 5,
    unknown: { sector: 1, country: 2, motive: 4, origin: 2 },
  });
  expect(sources.map(({ source, known }) => [source, known.sector])).toEqual([
    ['Enterprise ATT&CK 1.0', 1],
    ['MISP galaxy Fictional 7', 3],
    ['MISP galaxy Fictional 7', 2],
  ]);
});

test('victims lists every date of activity apart, fields and prose, with who says it, and keeps what hedges', () => {
  const gull = labelled('intrusion-set', 6, 'G0926', 'Amber Gull', {
    description:
      'Amber Gull is a suspected Tunisian espionage group that has been active since 2019. It targets banks.',
    first_seen: '2021-04-01T00:00:00Z',
    last_seen: '2024-02-01T00:00:00Z',
    primary_motivation: 'notoriety',
  });
  const gulls = worldDesk([VICTIMS], gull);
  const { answer } = victimsOf(gulls, 'Amber Gull');
  expect([answer.firstSeen, answer.lastSeen]).toEqual(['2019', '2024-02-01']);
  expect(
    answer.activity.map(({ end, date, claims }) => [
      end,
      date,
      claims.map(({ sentence, extractedBy }) => extractedBy || sentence),
    ]),
  ).toEqual([
    ['first', '2019', ['active-since']],
    ['first', '2021-04-01', ['first_seen: 2021-04-01T00:00:00Z']],
    ['last', '2024-02-01', ['last_seen: 2024-02-01T00:00:00Z']],
  ]);
  expect(answer.traits.map(({ label, isSuspected }) => [label, isSuspected])).toEqual([
    ['financial services', false],
    ['espionage', true],
    ['notoriety', false],
    ['Tunisia', true],
  ]);
  const { answer: hidden } = threatsTo(gulls, organisation({ sectors: ['finance'] }), {
    top: 9,
    hide: ['prose'],
  });
  expect(hidden.groups.find(({ group }) => group.name === 'Amber Gull')?.lastSeen).toBe('2024-02-01');
  expect(foundIn(gulls, { motives: ['notoriety'] })).toEqual(['Amber Gull']);
  expect(foundIn(gulls, { activeSince: '2024-02' })).toContain('Amber Gull');
  expect(foundIn(gulls, { activeSince: '2024-03' })).not.toContain('Amber Gull');
});

test.for([
  ['2024-07-15', ['Heron']],
  ['2024-07-31', ['Heron']],
  ['2024-08', []],
] as const)(
  'of a month, the last day counts as when a group was seen: active since %s',
  ([activeSince, names]) => {
    const seen = delivered(
      '18.1',
      labelled('intrusion-set', 1, 'G9001', 'Heron'),
      technique(2, 'T9001', 'Open Door', ['breach']),
      use(
        3,
        idOf('intrusion-set', 1),
        idOf('attack-pattern', 2),
        'In it walks.',
        'Watch. (2024, July). Doors.',
      ),
    );
    expect(foundIn(deskOver(knowledgeOf(seen)), { activeSince })).toEqual(names);
  },
);
