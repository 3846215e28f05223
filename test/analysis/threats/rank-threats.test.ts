import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { THREAT_FACTORS, type FactorName, type Organisation } from '../../../src/threat/index.ts';
import type { ThreatsAnswer } from '../../../src/answers/index.ts';
import { threatsTo } from '../../../src/workbench/threats/threats.ts';
import { organisation } from '../../support/organisation.ts';
import { VICTIMS } from '../../support/world/cast.ts';
import { worldDesk } from '../../support/world/desk.ts';
import { runs } from '../../support/runs.ts';

const desk = worldDesk([VICTIMS]);
const AS_OF = '2025-11-01';

function rank(
  given: Partial<Organisation>,
  weights?: Readonly<Partial<Record<FactorName, number>>>,
): ThreatsAnswer {
  return threatsTo(desk, organisation(given), { asOf: AS_OF, weights }).answer;
}

const order = ({ groups }: ThreatsAnswer): readonly string[] => groups.map(({ group }) => group.name);

const factorOf = (answer: ThreatsAnswer, name: string, factor: FactorName) =>
  answer.groups.find(({ group }) => group.name === name)?.factors.find((each) => each.factor === factor);

test('a group documented in the country and the sector stands first, with who claims it', () => {
  const answer = rank({ countries: ['LU'], sectors: ['telecommunications'] });
  expect(order(answer)[0]).toBe('Wary Wolf');
  const wolf = threatsTo(desk, organisation({ countries: ['LU'], sectors: ['telecommunications'] }), {
    asOf: AS_OF,
    explain: 'Wary Wolf',
  }).answer;
  const country = factorOf(wolf, 'Wary Wolf', 'country');
  expect(country).toMatchObject({ value: 1, weight: 1, contribution: 1, found: 'Luxembourg' });
  expect(country?.grounds.map(({ by, sentence }) => ({ by, sentence }))).toEqual([
    { by: 'Tidal Cyber, in MISP galaxy Fictional 7', sentence: 'observed_countries: LU' },
    {
      by: 'Council on Foreign Relations, in MISP galaxy Fictional 7',
      sentence: 'cfr-suspected-victims: Luxembourg',
    },
  ]);
});

test.for([
  {
    what: 'reported of an entry with the ATT&CK id',
    group: 'Lean Lynx',
    given: { countries: ['US'] },
    factor: 'country',
    value: 1,
  },
  {
    what: 'reported of an entry with a name that two groups have',
    group: 'Sour Shrew',
    given: { countries: ['BE'] },
    factor: 'country',
    value: 0.5,
  },
  {
    what: 'reported of an attributed campaign',
    group: 'Far Falcon',
    given: { sectors: ['telecommunications'] },
    factor: 'sector',
    value: 0.8,
  },
  {
    what: 'a part of the sector',
    group: 'Far Falcon',
    given: { sectors: ['communications'] },
    factor: 'sector',
    value: 0.4,
  },
  {
    what: 'one of two countries',
    group: 'Wary Wolf',
    given: { countries: ['LU', 'SE'] },
    factor: 'country',
    value: 0.75,
  },
  {
    what: 'two of two countries',
    group: 'Wary Wolf',
    given: { countries: ['LU', 'FR'] },
    factor: 'country',
    value: 0.95,
  },
  {
    what: 'another sector',
    group: 'Lean Lynx',
    given: { sectors: ['telecommunications'] },
    factor: 'sector',
    value: 0,
  },
  {
    what: 'nothing known',
    group: 'Quiet Quail',
    given: { sectors: ['telecommunications'] },
    factor: 'sector',
    value: undefined,
  },
  {
    what: 'no country known, a sector known',
    group: 'Far Falcon',
    given: { countries: ['LU'] },
    factor: 'country',
    value: undefined,
  },
  {
    what: 'half of the techniques on the platform',
    group: 'Wary Wolf',
    given: { platforms: ['Linux'] },
    factor: 'platform',
    value: 0.5,
  },
  {
    what: 'the motive feared',
    group: 'Lean Lynx',
    given: { motives: ['financial gain'] },
    factor: 'motive',
    value: 1,
  },
  {
    what: 'a sector of a partner',
    group: 'Lean Lynx',
    given: { supplyChain: [{ sectors: ['financial-services'], countries: ['US'] }] },
    factor: 'supply-chain',
    value: 1,
  },
  {
    what: 'an own sighting',
    group: 'Sour Shrew',
    given: { sightings: [{ group: 'G0922', date: '2025-05-05' }] },
    factor: 'sighting',
    value: 1,
  },
] as const)('$factor of $group, $what: $value', ({ group, given, factor, value }) => {
  const found = factorOf(rank(given), group, factor);
  expect(found).toBeDefined();
  if (value === undefined) expect(found?.value).toBeUndefined();
  else expect(found?.value).toBeCloseTo(value, 10);
});

test('what is not known adds the mean of what is, and is counted', () => {
  const answer = rank({ sectors: ['telecommunications'] });
  const applied = answer.factors.find(({ name }) => name === 'sector');
  // Wolf 1, Shrew 0, Lynx 0 (or the contested entry’s 0), Falcon 0.8.
  expect(applied).toMatchObject({ unknown: 1, weight: 0.6 });
  expect(applied?.mean).toBeCloseTo(1.8 / 4, 10);
  expect(factorOf(answer, 'Quiet Quail', 'sector')?.contribution).toBeCloseTo(0.6 * (1.8 / 4), 10);
  expect(answer.unknown).toMatchObject({ sector: 1, country: 2 });
});

test('a product is found in the words of what a group is reported to do, however its maker writes it', () => {
  const answer = rank({ products: ['Example Mailer Server'] });
  const found = factorOf(answer, 'Wary Wolf', 'product');
  expect(found).toMatchObject({ found: 'Example Mailer Server' });
  expect(found?.grounds[0]?.sentence).toBe('Wary Wolf whistled at Example Mailer servers.');
  expect(factorOf(answer, 'Quiet Quail', 'product')?.value).toBe(0);
});

test('reports of the last years count as recent, later ones than the day are not known', () => {
  const given = { sectors: ['telecommunications'] };
  expect(factorOf(rank(given), 'Wary Wolf', 'recency')?.found).toBe('1 report in 3 years');
  const early = threatsTo(desk, organisation(given), { asOf: '2020-01-01' }).answer;
  expect(factorOf(early, 'Wary Wolf', 'recency')).toMatchObject({ value: 0 });
  expect(factorOf(early, 'Wary Wolf', 'volume')?.found).toBe('1 report in all');
  expect(factorOf(early, 'Quiet Quail', 'volume')?.value).toBeUndefined();
});

test('factors for which the organisation gives nothing, and those of weight 0, do not count', () => {
  const answer = rank(
    { sectors: ['telecommunications'] },
    { freshness: 0, recency: 0, volume: 0, sighting: 0 },
  );
  expect(answer.factors.map(({ name }) => name)).toEqual(['sector', 'focus']);
  expect(answer.highest).toBeCloseTo(0.9, 10);
});

test.for([
  { hide: ['tidal-groups'], claimants: ['Council on Foreign Relations, in MISP galaxy Fictional 7'] },
  {
    hide: ['misp-galaxy/tidal-groups.json.gz'],
    claimants: ['Council on Foreign Relations, in MISP galaxy Fictional 7'],
  },
  { hide: ['Council on Foreign Relations'], claimants: ['Tidal Cyber, in MISP galaxy Fictional 7'] },
  { hide: ['Tidal Cyber', 'CFR'], claimants: [] },
  { hide: ['cfr'], claimants: ['Tidal Cyber, in MISP galaxy Fictional 7'] },
  { hide: ['misp'], claimants: ['Tidal Cyber, in MISP galaxy Fictional 7'] },
  { hide: ['galaxy'], claimants: [] },
  {
    hide: ['nobody'],
    claimants: [
      'Tidal Cyber, in MISP galaxy Fictional 7',
      'Council on Foreign Relations, in MISP galaxy Fictional 7',
    ],
  },
])('without $hide the country is claimed by $claimants', ({ hide, claimants }) => {
  const search = { asOf: AS_OF, hide, explain: 'Wary Wolf' };
  const { answer, notes = [] } = threatsTo(desk, organisation({ countries: ['LU'] }), search);
  expect(factorOf(answer, 'Wary Wolf', 'country')?.grounds.map(({ by }) => by)).toEqual(claimants);
  expect(notes.some((note) => note.includes('nobody'))).toBe(hide.includes('nobody'));
});

test('a hidden campaign, or all of them, is out of scope', () => {
  for (const hide of [['C0921'], ['campaigns'], ['ATT&CK campaigns'], ['attack']]) {
    const answer = threatsTo(desk, organisation({ sectors: ['telecommunications'] }), {
      asOf: AS_OF,
      hide,
    }).answer;
    expect(factorOf(answer, 'Far Falcon', 'sector')?.value).toBeUndefined();
  }
});

test('without being asked to explain, one of the best grounds is given for each match, and how many there are', () => {
  const country = factorOf(rank({ countries: ['LU'] }), 'Wary Wolf', 'country');
  expect(country?.grounds.map(({ label }) => label)).toEqual(['Luxembourg']);
  expect(country?.groundsInAll).toBe(2);
});

test.for([
  { asOf: '2025-05-04', value: 1 },
  { asOf: '2028-05-03', value: 0.5 },
  { asOf: '2031-05-04', value: 0.25 },
])('on $asOf the newest report, of 2025-05-04, adds $value of what freshness weighs', ({ asOf, value }) => {
  const { answer } = threatsTo(desk, organisation({ countries: ['LU'] }), { asOf, explain: 'Wary Wolf' });
  const freshness = factorOf(answer, 'Wary Wolf', 'freshness');
  expect(freshness?.value).toBeCloseTo(value, 3);
  expect(freshness?.found).toBe('last report 2025-05-04');
  expect(answer.groups[0]?.lastReported).toBe('2025-05-04');
});

test('what nobody dates is taken to be as fresh as the mean', () => {
  const shrew = factorOf(rank({ countries: ['LU'] }), 'Sour Shrew', 'freshness');
  expect(shrew?.value).toBeUndefined();
  expect(shrew?.contribution).toBeGreaterThan(0);
});

describe('active and dormant groups', () => {
  const asked = organisation({ countries: ['LU'], sectors: ['telecommunications'] });
  const since = (activeSince: string, given = asked) =>
    threatsTo(desk, given, { asOf: AS_OF, activeSince }).answer;

  test('a group on which no report is newer stands behind all others, in a list of its own', () => {
    expect(order(since('2025-05-04'))[0]).toBe('Wary Wolf');
    const answer = since('2025-05-05');
    expect(order(answer)).not.toContain('Wary Wolf');
    expect(answer.dormant.map(({ group, isDormant }) => [group.name, isDormant])).toContainEqual([
      'Wary Wolf',
      true,
    ]);
    const [wolf] = answer.dormant;
    expect(wolf?.rank).toBeGreaterThan(answer.groups.length);
    expect(wolf?.score).toBeGreaterThan(answer.groups[0]?.score ?? 0);
    expect(answer.dormantOf).toBe(answer.of - answer.groups.length);
  });

  test('one that the organisation has seen itself is active', () => {
    const seen = organisation({ ...asked, sightings: [{ group: 'G0921', date: '2025-10-01' }] });
    expect(order(since('2025-05-05', seen))[0]).toBe('Wary Wolf');
  });

  test('what others use as well, seen, makes nobody active', () => {
    const seen = organisation({ ...asked, sightings: [{ technique: 'T9021', date: '2025-10-01' }] });
    expect(order(since('2025-05-05', seen))).not.toContain('Wary Wolf');
  });

  test('five years before the day of the ranking, where no day is given', () => {
    expect(threatsTo(desk, asked, { asOf: '2030-05-05' }).answer.activeSince).toBe('2025-05-05');
    expect(order(threatsTo(desk, asked, { asOf: '2030-05-04' }).answer)).toContain('Wary Wolf');
    expect(order(threatsTo(desk, asked, { asOf: '2030-05-05' }).answer)).not.toContain('Wary Wolf');
  });

  test('a day that is none is refused', () => {
    expect(() => since('2025-02-30')).toThrow('W608');
  });
});

test('the country and the region together add the greater of both', () => {
  for (const countries of [['LU'], ['BE'], ['LU', 'BE'], ['FR'], ['US']]) {
    const alone = rank({ countries }, { country: 0 });
    for (const { group, factors } of rank({ countries }).groups) {
      const adds = (name: FactorName): number =>
        factors.find(({ factor, value }) => factor === name && value !== undefined)?.contribution ?? 0;
      const region = factorOf(alone, group.name, 'region');
      if (region?.value === undefined) continue;
      expect(adds('country') + adds('region')).toBeCloseTo(Math.max(adds('country'), region.contribution), 9);
    }
  }
});

test('what no source names is said, where others of its kind are known', () => {
  const answer = rank({ countries: ['US', 'SE'], sectors: ['energy'] });
  expect(factorOf(answer, 'Wary Wolf', 'country')?.lacking).toBe(
    'no source names United States or Sweden (2 other countries)',
  );
  expect(factorOf(answer, 'Lean Lynx', 'country')?.lacking).toBeUndefined();
  // Nothing is known of it at all.
  expect(factorOf(answer, 'Quiet Quail', 'country')?.lacking).toBeUndefined();
});

const NAMES = THREAT_FACTORS.map(({ name }) => name);
const given = fc.record({
  countries: fc.subarray(['LU', 'FR', 'BE', 'US']),
  sectors: fc.subarray(['telecommunications', 'energy', 'financial-services']),
  motives: fc.subarray(['espionage', 'financial gain']),
  platforms: fc.subarray(['Windows', 'Linux']),
});
const weights = fc.dictionary(fc.constantFrom(...NAMES), fc.double({ min: 0, max: 10, noNaN: true }));

test('the score is the sum of what the factors add, each from 0 to its weight; the order is theirs; again gives the same', () => {
  fc.assert(
    fc.property(given, weights, (asked, weighed) => {
      const answer = rank(asked, weighed);
      for (const { score, factors } of answer.groups) {
        expect(score).toBeCloseTo(
          factors.reduce((sum, { contribution }) => sum + contribution, 0),
          9,
        );
        for (const { contribution, weight } of factors) {
          expect(contribution).toBeGreaterThanOrEqual(0);
          expect(contribution).toBeLessThanOrEqual(weight + 1e-9);
        }
      }
      const scores = answer.groups.map(({ score }) => score);
      expect(answer.groups.some(({ isDormant }) => isDormant)).toBe(false);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      expect(rank(asked, weighed)).toEqual(answer);
    }),
    runs(20),
  );
});
