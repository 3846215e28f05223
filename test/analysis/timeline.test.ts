import type { TimelineEntry } from '../../src/answers/index.ts';
import { expect, test } from 'vitest';
import { IMPLICATIONS, implicationsOf } from '../../src/analysis/timeline/implications.ts';
import type { Before, NewUse, Surroundings } from '../../src/analysis/timeline/implications.ts';
import { platformsOfUse } from '../../src/analysis/timeline/platform-families.ts';
import { usesInRelease } from '../../src/analysis/timeline/release-uses.ts';
import { timelineOf } from '../../src/analysis/timeline/timeline-of.ts';
import { DOOR, HERON, OTTER, SHORE, SHOUT, WHISPER } from '../support/world/cast.ts';
import { worldDesk, worldFacts } from '../support/world/desk.ts';

const sourced = worldFacts([SHORE]);
const heron = sourced.term(HERON);
const asOf = '2025-01-01';

const short = ({ technique, reported, implications }: TimelineEntry) => [
  technique.label,
  reported?.date,
  implications.map(({ label }) => label),
];

test('year by year, what was newly reported and what it implied', () => {
  const { years, undated } = timelineOf(sourced, heron, { asOf });
  expect(years.map(({ year, entries }) => [year, entries.map(short)])).toEqual([
    // The very first: that everything about it was new says nothing.
    ['2015', [['T9011', '2015-05-04', []]]],
    [
      '2021',
      [
        [
          'T9012.002',
          '2021-08-02',
          [
            'First technique in Doing',
            'First on virtualisation hosts (ESXi)',
            'No mitigation known',
            'No detection strategy known',
          ],
        ],
      ],
    ],
    ['2023', [['T9012.001', '2023-05', ['First on Windows', 'No mitigation known']]]],
  ]);
  expect(undated).toEqual([]);
});

test('each entry has who reported it first, and what it came through', () => {
  const [, low] = timelineOf(sourced, heron, { asOf }).years;
  expect(low?.entries[0]).toMatchObject({
    sentence: 'During Low Tide, the crew was shouted at.',
    citation: { name: 'Harbour Watch 147' },
    use: 'derived',
    through: [{ name: 'Low Tide' }],
    campaigns: [{ campaign: { name: 'Low Tide' }, firstSeen: '2021-03-01T00:00:00.000Z' }],
    score: 60,
  });
});

test('what is known only through software comes in when asked for', () => {
  const { years } = timelineOf(sourced, heron, { asOf, derived: true });
  expect(years.flatMap(({ entries }) => entries.map(({ technique }) => technique.label))).toEqual([
    'T9011',
    'T9012.002',
    'T9013',
    'T9012.001',
  ]);
});

test('since a day: only what may be newer is listed, but all before it counts as known', () => {
  const { years, since } = timelineOf(sourced, heron, { asOf, since: '2023-05-15' });
  expect(since).toBe('2023-05-15');
  expect(years.flatMap(({ entries }) => entries.map(short))).toEqual([
    ['T9012.001', '2023-05', ['First on Windows', 'No mitigation known']],
  ]);
});

test('undated uses stand apart, and nothing is called first that one of them may precede', () => {
  const { years, undated } = timelineOf(sourced, sourced.term(OTTER), { asOf });
  expect(undated.map(({ technique }) => technique.id)).toEqual([DOOR]);
  expect(years.map(({ year, entries }) => [year, entries.map(short)])).toEqual([
    [
      '2024',
      [
        [
          'T9012.002',
          '2024-01-10',
          [
            'First technique in Doing',
            'First on virtualisation hosts (ESXi)',
            'No mitigation known',
            'No detection strategy known',
          ],
        ],
      ],
    ],
  ]);
});

test('control gaps since an audit, the most pressing first', () => {
  const options = { asOf, sinceAudit: '2020-01-01', coverage: new Set(['T9012.001']) };
  const { audit } = timelineOf(sourced, heron, options);
  expect(
    audit?.gaps.map(({ rank, entry, gaps, groups }) => [
      rank,
      entry.technique.label,
      gaps.map(({ rule }) => rule),
      groups,
    ]),
  ).toEqual([
    [1, 'T9012.002', ['no-mitigation', 'no-detection', 'not-covered'], 2],
    [2, 'T9012.001', ['no-mitigation'], 1],
  ]);
  expect(timelineOf(sourced, heron, { ...options, sinceAudit: '2023-05-31' }).audit?.gaps).toEqual([]);
});

test('when ATT&CK took a use up: first release that has it; in the oldest, perhaps before', () => {
  const releases = [
    { release: '1.0', techniques: new Set([DOOR]) },
    { release: '2.0', techniques: new Set([DOOR, WHISPER]) },
  ];
  const entries = timelineOf(sourced, heron, { asOf, releases }).years.flatMap((year) => year.entries);
  expect(entries.map(({ technique, addedIn }) => [technique.label, addedIn])).toEqual([
    ['T9011', { release: '1.0', orEarlier: true }],
    ['T9012.002', undefined],
    ['T9012.001', { release: '2.0', orEarlier: false }],
  ]);
});

test('what a group uses by a release', () => {
  const { view } = worldDesk([SHORE]);
  expect(usesInRelease('1.0', view, view.catalogue, OTTER)).toEqual({
    release: '1.0',
    techniques: new Set([DOOR, SHOUT]),
  });
  // Reported of its campaign.
  expect(usesInRelease('1.0', view, view.catalogue, HERON).techniques).toContain(SHOUT);
  expect(usesInRelease('1.0', view, view.catalogue, 'intrusion-set--none').techniques.size).toBe(0);
});

test.for([
  { platforms: ['ESXi'], sentences: [], certain: ['virtualisation hosts (ESXi)'], named: [] },
  { platforms: ['IaaS', 'SaaS'], sentences: [], certain: ['the cloud'], named: [] },
  { platforms: ['Windows', 'IaaS'], sentences: [], certain: [], named: [] },
  { platforms: ['Windows', 'IaaS'], sentences: ['It signed in to AWS.'], certain: [], named: ['the cloud'] },
  { platforms: ['Windows'], sentences: ['It signed in to AWS.'], certain: ['Windows'], named: [] },
  { platforms: ['Windows', 'Linux'], sentences: ['It used routerless claws.'], certain: [], named: [] },
  { platforms: [], sentences: ['Linux'], certain: [], named: [] },
])('$platforms, $sentences: on $certain, named $named', ({ platforms, sentences, certain, named }) => {
  expect(platformsOfUse(platforms, sentences)).toEqual({ certain, named });
});

const USE: NewUse = {
  label: 'T9011',
  tactics: ['Getting In'],
  servesInitialAccess: true,
  platforms: { certain: ['the cloud'], named: ['Linux'] },
  groups: 5,
  isMitigated: true,
  isDetected: true,
};
const BEFORE: Before = {
  any: true,
  tactics: new Set(['Getting In']),
  platforms: new Set(['the cloud', 'Linux']),
  routes: 2,
};
const AROUND: Surroundings = {
  groups: 100,
  hasMitigations: true,
  hasDetections: true,
  coverage: new Set(['T9011']),
};

test.for([
  { rule: 'first-in-tactic', before: { tactics: new Set<string>() }, label: 'First technique in Getting In' },
  { rule: 'first-on-platform', before: { platforms: new Set(['Linux']) }, label: 'First on the cloud' },
  {
    rule: 'first-on-platform',
    before: { platforms: new Set(['the cloud']) },
    label: 'First report to name Linux',
  },
  { rule: 'new-route-in', label: 'New route into initial access, beside 2 known before' },
  { rule: 'new-route-in', before: { routes: 0 }, label: 'First known route into initial access' },
  { rule: 'rare', label: 'Rare: 5 of 100 groups use it' },
  { rule: 'no-mitigation', use: { isMitigated: false }, label: 'No mitigation known' },
  { rule: 'no-detection', use: { isDetected: false }, label: 'No detection strategy known' },
  { rule: 'not-covered', use: { label: 'T9012' }, label: 'Not covered by our detections' },
])('$rule: $label', ({ rule, before = {}, use = {}, label }) => {
  expect(implicationsOf({ ...USE, ...use }, { ...BEFORE, ...before }, AROUND)).toContainEqual({
    rule,
    label,
  });
});

test('a use like those before it implies nothing, nor does the first of all, nor what is not known at all', () => {
  const usual = { ...USE, servesInitialAccess: false, groups: 6 };
  expect(implicationsOf(usual, BEFORE, AROUND)).toEqual([]);
  const nothing: Before = { any: false, tactics: new Set(), platforms: new Set(), routes: 0 };
  expect(implicationsOf({ ...USE, groups: 6 }, nothing, AROUND)).toEqual([]);
  const blind = { ...usual, isMitigated: false, isDetected: false, label: 'T9012' };
  expect(implicationsOf(blind, BEFORE, { groups: 100, hasMitigations: false, hasDetections: false })).toEqual(
    [],
  );
});

test('every rule says when it holds', () => {
  for (const { name, holds } of IMPLICATIONS) expect(holds, name).not.toBe('');
});
