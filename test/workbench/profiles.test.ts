import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { documentText, tablesXlsx } from '../../src/render/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { profileTables } from '../../src/report/index.ts';
import { compareNamed, overlapOf } from '../../src/workbench/groups/compare.ts';
import { groupProfile } from '../../src/workbench/groups/profile.ts';
import { groupTimeline } from '../../src/workbench/groups/timeline.ts';
import {
  about,
  cluster,
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
  use,
  value,
} from '../support/world/build.ts';
import { HERON, KNOCK, SHORE } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';
import { profileReport } from '../support/profile-report.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';

const OLD_HERON = idOf('intrusion-set', 90);
const desk = worldDesk(
  [SHORE],
  labelled('intrusion-set', 90, 'G9090', 'Old Heron', { revoked: true }),
  relationship(91, OLD_HERON, 'revoked-by', HERON),
);

test('a group is found by id, name or alias; a revoked one leads to its successor, and the profile says so', () => {
  expect(groupProfile(desk, 'fish thief').answer.group.id).toBe(HERON);
  const forwarded = groupProfile(desk, 'G9090');
  expect(forwarded.answer.group.id).toBe(HERON);
  expect(forwarded.notes).toEqual([
    'Old Heron (G9090) is revoked; this is its successor Hungry Heron (G0911).',
  ]);
  expect(documentText(profileReport(desk, 'G9090'))).toContain('Old Heron (G9090) is revoked');
});

test('names come with their claimants, those of an entry held to be the same among them, those of one that overlaps not', () => {
  const actor = (number: number, name: string, alias: string) =>
    object('threat-actor', number, { name, aliases: [alias] });
  const report = [
    actor(95, 'Actor Ninety', 'Silt Stalker'),
    actor(96, 'Actor Hundred', 'Reed Walker'),
    relationship(97, idOf('threat-actor', 95), 'duplicate-of', HERON),
    relationship(98, idOf('threat-actor', 96), 'overlaps-with', HERON),
  ];
  const { aliases } = groupProfile(worldDesk([SHORE, { report }]), 'G0911').answer;
  expect(aliases.map(({ name }) => name)).toEqual(['Actor Ninety', 'Fish Thief', 'Silt Stalker']);
  expect(aliases.map(({ claimants }) => claimants.map(({ name }) => name))).toEqual([
    ['report.json'],
    ['Enterprise ATT&CK 1.0'],
    ['report.json'],
  ]);
});

test('ages count from the last change of what is in view, or from the day given', () => {
  expect(groupProfile(desk, 'G0911').answer.asOf).toBe('2020-01-01');
  expect(
    groupProfile(desk, 'G0911', { asOf: '2040-01-01' }).answer.techniques.map(({ score }) => score),
  ).toEqual([30, 30, 30, 30]);
});

test.for([
  { what: 'a technique', ask: () => groupProfile(desk, 'T9011'), code: 'W603' },
  { what: 'a name that nobody has', ask: () => groupTimeline(desk, 'Example Stork'), code: 'W601' },
  {
    what: 'a day that is none',
    ask: () => groupProfile(desk, 'G0911', { asOf: '2025-02-30' }),
    code: 'W608',
  },
  { what: 'a month for a day', ask: () => groupTimeline(desk, 'G0911', { since: '2025-02' }), code: 'W608' },
  { what: 'one group alone', ask: () => compareNamed(desk, ['G0911']), code: 'W609' },
  { what: 'one group twice', ask: () => compareNamed(desk, ['G0911', 'Fish Thief']), code: 'W609' },
])('$what: $code', ({ ask, code }) => {
  expect(ask).toThrowError(expect.objectContaining({ code }));
});

test('comparison and overlap take names', () => {
  expect(compareNamed(desk, ['Noisy Otter', 'G0911']).answer.groups.map(({ group }) => group.label)).toEqual([
    'G0912',
    'G0911',
  ]);
  expect(overlapOf(desk, [], { min: 0.3, least: 1 }).answer.pairs).toHaveLength(1);
  expect(overlapOf(desk, ['G0911'], { min: 0.3 }).answer.pairs).toHaveLength(0);
});

test('a timeline says in which loaded release each use was first reported', () => {
  const knocks = use(60, HERON, KNOCK, 'Hungry Heron knocks.', 'Lighthouse. (2018). Knocks.');
  const base = knowledgeOf(
    delivered('1.0', release('1.0'), ...SHORE.attack),
    delivered('2.0', release('2.0'), ...SHORE.attack, knocks),
    // Its version is no release in which anything was reported of the group.
    readDocument(cluster('hens', [value(1, 'Berta')]), about('galaxy')),
  );
  const { answer: timeline } = groupTimeline(deskOver(base), 'G0911', { releasesOf: base });
  expect(timeline.releases).toEqual(['1.0', '2.0']);
  expect(
    timeline.years.flatMap(({ entries }) =>
      entries.map(({ technique, addedIn }) => [technique.label, addedIn]),
    ),
  ).toEqual([
    ['T9011', { release: '1.0', orEarlier: true }],
    ['T9014', { release: '2.0', orEarlier: false }],
    ['T9012.002', { release: '1.0', orEarlier: true }],
    ['T9012.001', { release: '1.0', orEarlier: true }],
  ]);
});

test('a profile as an Excel file has a sheet for each part, with text as text', () => {
  const workbookOf = () => tablesXlsx(profileTables(groupProfile(desk, 'G0911').answer));
  const xlsx = workbookOf();
  const files = unzipSync(xlsx);
  const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Techniques',
    'Software',
    'Campaigns',
    'Mitigations',
    'Detection strategies',
  ]);
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('T9012.001');
  expect(workbookOf()).toEqual(xlsx);
});

test('profile and timeline say when the group was seen and on whose word, fields and prose side by side', () => {
  const gull = labelled('intrusion-set', 95, 'G9095', 'Amber Gull', {
    description: 'Amber Gull has been active since 2019.',
    first_seen: '2021-04-01T00:00:00Z',
    last_seen: '2024-02-01T00:00:00Z',
  });
  const gulls = worldDesk([SHORE], gull);
  const { seen } = groupProfile(gulls, 'Amber Gull').answer;
  expect(seen.map(({ end, date, by }) => [end, date, by.length])).toEqual([
    ['first', '2019', 1],
    ['first', '2021-04-01', 1],
    ['last', '2024-02-01', 1],
  ]);
  expect(groupTimeline(gulls, 'Amber Gull').answer.seen).toEqual(seen);
  expect(groupProfile(desk, 'G0911').answer.seen).toEqual([]);
  const said = documentText(profileReport(gulls, 'Amber Gull')).replaceAll(/\s+/g, ' ');
  expect(said).toMatch(
    /First seen 2019 \([^()]*, in prose\), 2021-04-01 \([^()]*\)\. Last seen 2024-02-01 \([^()]*\)\./,
  );
});
