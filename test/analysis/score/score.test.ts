import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceDates, latestDay, yearsBefore } from '../../../src/analysis/score/evidence-date.ts';
import { publisherOf, publishersOf } from '../../../src/analysis/score/publishers.ts';
import { DEFAULT_SCORE_POLICY, newestOf, scoreOf } from '../../../src/analysis/score/score.ts';
import { evidenceOf } from './evidence-of.ts';

const AS_OF = '2025-10-28';

test.for([
  {
    label: 'a recent report cited by ATT&CK',
    evidence: [evidenceOf({ published: ['2023-04-18'] })],
    score: 90,
  },
  { label: 'exactly five years old', evidence: [evidenceOf({ published: ['2020-10-28'] })], score: 90 },
  { label: 'a day older', evidence: [evidenceOf({ published: ['2020-10-27'] })], score: 30 },
  {
    label: 'the month may be within five years',
    evidence: [evidenceOf({ published: ['2020-10'] })],
    score: 90,
  },
  { label: 'the month is not', evidence: [evidenceOf({ published: ['2020-09'] })], score: 30 },
  { label: 'the year may be within five years', evidence: [evidenceOf({ published: ['2020'] })], score: 90 },
  {
    label: 'the newest of several counts',
    evidence: [evidenceOf({ published: ['2012', '2024-02'] })],
    score: 90,
  },
  { label: 'undated', evidence: [evidenceOf({})], score: 90 },
  {
    label: 'an incident',
    evidence: [evidenceOf({ kind: 'incident', lastSeen: '2025-01-02T03:04:05Z' })],
    score: 90,
  },
  { label: 'a feed only', evidence: [evidenceOf({ kind: 'feed', published: ['2024'] })], score: 60 },
  {
    label: 'a feed and ATT&CK',
    evidence: [evidenceOf({ kind: 'feed', published: ['2024'] }), evidenceOf({ published: ['2013'] })],
    score: 90,
  },
  ...(
    [
      ['incident', 'mentioned', 60],
      ['analyst', 'mentioned', 60],
      ['incident', 'suspected', 90],
      ['vendor-report', 'mentioned', 60],
      ['vendor-report', 'suspected', 60],
      ['vendor-report', 'probable', 90],
      ['feed', 'confirmed', 90],
    ] as const
  ).map(([kind, status, score]) => ({
    label: `${kind}, ${status}`,
    evidence: [evidenceOf({ kind, status, published: ['2024'] })],
    score,
  })),
  {
    label: 'mentioned in a report, and reported by ATT&CK',
    evidence: [
      evidenceOf({ kind: 'vendor-report', status: 'mentioned' }),
      evidenceOf({ published: ['2024'] }),
    ],
    score: 90,
  },
  { label: 'an old feed', evidence: [evidenceOf({ kind: 'feed', published: ['2014'] })], score: 30 },
])('$label: $score', ({ evidence, score }) => {
  expect(scoreOf({ evidence, use: 'direct' }, AS_OF).score).toBe(score);
});

test('a derived use is mentioned at most, a withdrawn technique legacy', () => {
  const evidence = [evidenceOf({ published: ['2024-05-01'] })];
  expect(scoreOf({ evidence, use: 'derived' }, AS_OF)).toEqual({
    score: 60,
    status: 'mentioned',
    reason:
      'only derived: no source reports it of the group itself; newest evidence 2024-05-01 (Report 2024-05-01)',
  });
  expect(scoreOf({ evidence, use: 'direct', withdrawn: 'revoked' }, AS_OF)).toMatchObject({
    score: 30,
    status: 'legacy',
    reason: 'the technique is revoked; newest evidence 2024-05-01 (Report 2024-05-01)',
  });
});

test('values and age come from the policy', () => {
  const policy = { confirmed: 100, mentioned: 50, legacy: 10, legacyAfterYears: 1 };
  const evidence = [evidenceOf({ published: ['2024-05-01'] })];
  expect(scoreOf({ evidence, use: 'direct' }, '2025-05-01', policy).score).toBe(100);
  expect(scoreOf({ evidence, use: 'direct' }, '2025-05-02', policy).score).toBe(10);
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dated = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

test('more evidence from the same kind of source never lowers a score, and time never raises it', () => {
  fc.assert(
    fc.property(fc.array(dated, { minLength: 1 }), dated, day, day, (published, more, one, other) => {
      const [earlier = one, later = one] = [one, other].toSorted();
      const at = (dates: readonly string[], asOf: string) =>
        scoreOf({ evidence: [evidenceOf({ published: dates })], use: 'direct' }, asOf).score;
      expect(at([...published, more], later)).toBeGreaterThanOrEqual(at(published, later));
      expect(at(published, later)).toBeLessThanOrEqual(at(published, earlier));
      expect(Object.values(DEFAULT_SCORE_POLICY)).toContain(at(published, later));
    }),
  );
});

test('dates are read as exactly as they are written', () => {
  const evidence = [
    evidenceOf({ published: ['2020', '2019-03-02', 'soon'], firstSeen: '2018-05-01T00:00:00.000Z' }),
    evidenceOf({ published: ['2020-02'] }),
  ];
  expect(evidenceDates(evidence)).toEqual([
    { date: '2018-05-01', precision: 'day', kind: 'observed', by: 'Example ATT&CK 1.0' },
    { date: '2019-03-02', precision: 'day', kind: 'published', by: 'Report 2019-03-02' },
    { date: '2020', precision: 'year', kind: 'published', by: 'Report 2020' },
    { date: '2020-02', precision: 'month', kind: 'published', by: 'Report 2020-02' },
  ]);
  expect(newestOf(evidenceDates(evidence))?.date).toBe('2020');
});

test.for([
  ['2020', '2020-12-31'],
  ['2020-02', '2020-02-29'],
  ['2021-02', '2021-02-28'],
  ['2021-12', '2021-12-31'],
  ['2021-12-05', '2021-12-05'],
])('the last day of %s is %s', ([date = '', last]) => {
  expect(latestDay(date)).toBe(last);
});

test.for([
  ['2024-02-29', 1, '2023-02-28'],
  ['2025-10-28', 5, '2020-10-28'],
  ['2025-01-31', 0.5, '2024-07-31'],
  ['2025-08-31', 0.5, '2025-02-28'],
] as const)('%s less %f years is %s', ([from, years, to]) => {
  expect(yearsBefore(from, years)).toBe(to);
});

test.for([
  { url: 'https://www.example.com/blog/report', publisher: 'example.com' },
  { url: 'https://blog.research.example.co.uk/x', publisher: 'example.co.uk' },
  { url: 'https://web.archive.org/web/20200101000000/https://www.example.org/a', publisher: 'example.org' },
  {
    url: 'https://github.com/someone/notes',
    description: 'Heron Labs. (2020, June 1). Notes.',
    publisher: 'heron labs',
  },
  { url: 'https://github.com/someone/notes', publisher: 'github.com' },
  { description: 'Doe, J.. (2019). A Paper.', publisher: 'doe, j' },
  { description: 'A paper without a date', publisher: 'heron 2020' },
  { publisher: 'heron 2020' },
])('the publisher of $url $description is $publisher', ({ publisher, ...citation }) => {
  expect(publisherOf({ name: 'Heron 2020', ...citation })).toBe(publisher);
});

test('two reports of one publisher are one source; what cites nothing counts as its own publisher', () => {
  const citations = [
    { name: 'A', url: 'https://a.example.com/1' },
    { name: 'B', url: 'https://b.example.com/2' },
    { name: 'C', url: 'https://example.net/3' },
  ];
  expect(publishersOf([evidenceOf({ citations }), evidenceOf({ name: 'A feed' })])).toEqual([
    'A feed',
    'example.com',
    'example.net',
  ]);
});
