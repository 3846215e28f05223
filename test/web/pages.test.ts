import { expect, test } from 'vitest';
import { techniquesByTactic } from '../../web/src/marks/by-tactic.ts';
import { rarityPath } from '../../web/src/marks/rarity.ts';
import { techniqueRows } from '../../web/src/marks/technique-rows.ts';
import { matchesOf } from '../../web/src/marks/triage-rows.ts';
import { percent } from '../../web/src/words/percent.ts';
import { nameInAddress, placeOf } from '../../web/src/words/places.ts';
import { sayRarity } from '../../web/src/words/rarity.ts';
import { releasesLoaded } from '../../web/src/words/releases.ts';
import { readSeenText } from '../../web/src/words/triage/seen-text.ts';
import { withoutTitle } from '../../web/src/words/triage/without-title.ts';

/* What pages about techniques, software, campaigns and incidents are made from. */

const thing = (label: string, name = label) => ({ id: `x--${label}`, type: 'attack-pattern', name, label });

test.for([
  ['nothing', '  \n', 'nothing', [], []],
  ['ids', 't1190, T1059.001\nS0154', 'names', ['T1190', 'T1059.001'], ['S0154']],
  ['ids with a few words', 'T1190 on mail01, later T1190', 'names', ['T1190'], []],
  ['names', 'Kerberoasting, Pass the Hash', 'names', ['Kerberoasting', 'Pass the Hash'], []],
  ['alerts', ' {"a": 1}', 'alerts', [], []],
  ['a list as JSON', '["T1190"]', 'alerts', [], []],
  [
    'prose',
    'The actors (T1190) sent links to a web site that delivered malware to their victims.',
    'prose',
    ['T1190'],
    [],
  ],
  ['prose without ids', 'They dumped credentials from memory. Then they left the network.', 'prose', [], []],
] as const)('%s of an incident is read', ([, text, kind, techniques, software]) => {
  expect(readSeenText(text)).toEqual({ kind, techniques, software });
});

test('a technique that few use distinguishes groups', () => {
  expect(sayRarity({ direct: 3, groups: 172, place: 237, techniques: 488 })).toBe(
    'It distinguishes groups: 236 of 488 techniques in use are more common.',
  );
  expect(sayRarity({ direct: 83, groups: 172, place: 3, techniques: 488 })).toBe(
    'It hardly distinguishes groups: only 2 of 488 techniques in use are more common.',
  );
  expect(sayRarity({ direct: 85, groups: 172, place: 1, techniques: 488 })).toBe(
    'No technique is reported of more groups.',
  );
  expect(sayRarity({ direct: 0, groups: 172, place: 0, techniques: 488 })).toBe('');
});

test('shares are neither nothing nor all where they are not', () => {
  expect([0, 0.001, 0.187, 0.999, 1].map((share) => percent(share).replaceAll('\u00A0', ' '))).toEqual([
    '0 %',
    '< 1 %',
    '19 %',
    '> 99 %',
    '100 %',
  ]);
});

test('counts are one shape, and one of them is marked', () => {
  expect(rarityPath([4, 1], 1, 20, 10)).toEqual({ area: 'M0 10V0H10V5H20V10z', marker: 'M10 0h10V10h-10z' });
  expect(rarityPath([4, 1], -1, 20, 10).marker).toBe('');
  expect(rarityPath([], -1, 20, 10)).toEqual({ area: '', marker: '' });
});

test('techniques of matrices are listed once, with who uses them', () => {
  const matrix = {
    tactics: [
      {
        label: 'TA1',
        shortName: 'one',
        name: 'One',
        parents: 1,
        subtechniques: 1,
        techniques: ['T1', 'T1.001'],
      },
      { label: 'TA2', shortName: 'two', name: 'Two', parents: 1, subtechniques: 0, techniques: ['T1'] },
    ],
    techniques: [
      { label: 'T1', name: 'Ladder', platforms: ['Linux'] },
      { label: 'T1.001', name: 'Rope', parent: 'T1', platforms: [] },
    ],
  };
  const rows = techniqueRows([matrix, matrix], [{ technique: thing('T1'), groups: 5, derivedOnly: 2 }]);
  expect(rows).toMatchObject([
    { id: 'T1', direct: 3, derived: 2, tactics: [{ name: 'One' }, { name: 'Two' }] },
    { id: 'T1.001', parentName: 'Ladder', direct: 0, derived: 0, tactics: [{ place: 0 }] },
  ]);
});

test('techniques stand under each tactic that they serve, in the order of the matrix', () => {
  const statement = (label: string) => ({ thing: thing(label), through: [], publishers: [], sentence: '' });
  const [late, early] = [thing('TA9'), thing('TA1')];
  const tactics = techniquesByTactic(
    [
      { technique: statement('T1'), tactics: [late] },
      { technique: statement('T2'), tactics: [early, late] },
      { technique: statement('T3'), tactics: [] },
    ],
    ['TA1', 'TA9'],
  );
  expect(
    tactics.map(({ tactic, techniques }) => [tactic.name, techniques.map((each) => each.thing.label)]),
  ).toEqual([
    ['TA1', ['T2']],
    ['TA9', ['T1', 'T2']],
    ['Without a tactic', ['T3']],
  ]);
});

test('what is reported of a candidate and what only its software has stand apart', () => {
  const matched = [
    { technique: thing('T1'), groups: 1, reports: 2, through: [], adds: 1 },
    { technique: thing('T2'), groups: 1, reports: 0, through: [thing('S1')], adds: 1 },
  ];
  const seen = (label: string) => ({
    technique: thing(label),
    given: label,
    tactics: [],
    description: '',
    groups: 1,
    rarity: 1,
    users: [],
    detections: [],
  });
  expect(matchesOf({ matched }, ['T1', 'T2', 'T3'].map(seen))).toEqual(['reported', 'derived', 'none']);
});

test('things have addresses by their ids', () => {
  const galaxy = { id: 'malware--1', type: 'malware', name: 'M', label: '' };
  expect(nameInAddress(galaxy)).toBe('malware--1');
  expect(placeOf(galaxy)).toEqual({ kind: 'software', to: '/software/malware--1' });
  expect(placeOf({ ...galaxy, type: 'campaign', label: 'C0024' })?.to).toBe('/campaigns/C0024');
  expect(placeOf({ ...galaxy, type: 'identity' })).toBeUndefined();
});

test('releases of ATT&CK are in the order of their numbers, each once', () => {
  expect(
    releasesLoaded([
      { kind: 'attack', release: '18.1' },
      { kind: 'galaxy', release: '349' },
      { kind: 'attack', release: '9.0' },
      { kind: 'attack', release: '18.1' },
      { kind: 'attack' },
    ]),
  ).toEqual(['9.0', '18.1']);
});

test('what stands in a title is not repeated below it', () => {
  expect(withoutTitle('Nothing is ranked: one is known.', 'Nothing is ranked')).toBe('One is known.');
  expect(withoutTitle('One is known.', 'Nothing is ranked')).toBe('One is known.');
});
