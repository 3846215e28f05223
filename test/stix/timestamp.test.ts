import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '../../src/stix/index.ts';
import { asStixTimestamp, readTimestamp } from '../../src/stix/timestamp.ts';
import { delivered, object } from '../support/world/build.ts';

test.for([
  ['2024-01-31T12:00:00.000Z', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31T12:00:00.123456Z', '2024-01-31T12:00:00.123Z'],
  ['2024-01-31T12:00:00+00:00', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31T12:00:00.123456+00:00', '2024-01-31T12:00:00.123Z'],
  ['2024-01-31T00:30:00+02:00', '2024-01-30T22:30:00.000Z'],
  ['2024-12-31T23:30:00-0130', '2025-01-01T01:00:00.000Z'],
  ['2024-01-31T12:00:00+05', '2024-01-31T07:00:00.000Z'],
  ['2024-01-31T12:00:00', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31T12:00', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31T12:00Z', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31 12:00:00', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31 12:00:00 UTC', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31 12:00:00,5+01:00', '2024-01-31T11:00:00.500Z'],
  ['2024-01-31t12:00:00z', '2024-01-31T12:00:00.000Z'],
  ['2024-01-31', '2024-01-31T00:00:00.000Z'],
  ['20240131T120000Z', '2024-01-31T12:00:00.000Z'],
  ['20240131T120000.250+0200', '2024-01-31T10:00:00.250Z'],
  ['20241331T120000Z', undefined],
  ['2024-01-31Z', undefined],
  ['2024-13-01', undefined],
  ['2024-01-31T24:00:00+01:00', undefined],
  ['0000-01-01T00:00:00+12:00', undefined],
  ['31.01.2024', undefined],
  ['yesterday', undefined],
  ['', undefined],
] as const)('%s is %s', ([text, read]) => {
  expect(readTimestamp(text)).toBe(read);
});

test('a time with an offset is the same moment', () => {
  const pad = (number: number): string => String(number).padStart(2, '0');
  const times = fc.tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.integer({ min: -14 * 60, max: 14 * 60 }),
  );
  fc.assert(
    fc.property(times, ([time, offset]) => {
      const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, -1);
      const size = Math.abs(offset);
      const text = `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
      expect(readTimestamp(text)).toBe(time.toISOString());
    }),
  );
});

test('what STIX allows stays as given, what is no time too', () => {
  expect(['2024-01-31T12:00:00Z', 'once', '2024-01-31'].map(asStixTimestamp)).toEqual([
    '2024-01-31T12:00:00Z',
    'once',
    '2024-01-31T00:00:00.000Z',
  ]);
});

test('objects with odd times are kept, in their place in time, with one remark', () => {
  const campaign = object('campaign', 1, {
    name: 'Night Raid',
    created: '2024-01-31 12:00:00',
    modified: '2024-01-31T23:30:00-01:00',
    first_seen: '2024-01-31',
  });
  const { objects, issues, source } = delivered('x', campaign, object('campaign', 2));
  expect(objects.filter(({ type }) => type === 'campaign').map(({ version }) => version)).toEqual([
    '2024-02-01T00:30:00.000Z',
    '2020-01-01T00:00:00.000Z',
  ]);
  expect(objects[0]?.raw).toEqual(campaign);
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['I121', '`2024-01-31 12:00:00` was read as 2024-01-31T12:00:00.000Z (and 2 more like it).'],
  ]);
  const stored = { ...source, id: 'x', loadedAt: '', objects: 2 };
  expect(readEvidence({ id: String(campaign['id']), raw: campaign, sources: [stored] })).toMatchObject({
    modified: '2024-02-01T00:30:00.000Z',
    firstSeen: '2024-01-31T00:00:00.000Z',
  });
});
