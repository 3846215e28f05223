import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportBundle, reportEvent, type ReportExport, type StixObject } from '../../src/export/index.ts';
import { readReports } from '../../src/intake/index.ts';
import { isRaw, rawsOf } from '../../src/stix/index.ts';
import { parsedJson } from '../../src/text/index.ts';
import type { ReportMention } from '../../src/threat/index.ts';
import { idOf } from '../support/world/build.ts';
import { BADGER, BURROWING, DIGGING, WEASEL } from '../support/world/cast.ts';
import { REPORT } from './support/report-export.ts';

const at = '2026-06-03T04:05:06Z';

function objectsOf(given: ReportExport, time = at): readonly StixObject[] {
  const parsed = parsedJson(reportBundle(given, time));
  return isRaw(parsed) ? rawsOf(parsed, 'objects') : [];
}

function readBack(text: string): readonly ReportMention[] {
  const { reports = [], issues } = readReports(text, 'back.json') ?? {};
  expect(issues).toEqual([]);
  return reports.flatMap(({ mentions }) => mentions);
}

test.for([
  ['STIX', reportBundle, 'bundle.json'],
  ['MISP', reportEvent, 'event.json'],
] as const)('a report as %s is the golden file', async ([, write, file]) => {
  await expect(write(REPORT, at)).toMatchFileSnapshot(`golden/reports/${file}`);
});

test('as STIX it is read back with the things, groups and sentences that it was written with', () => {
  expect(
    readBack(reportBundle(REPORT, at)).map(({ name, group, sentence }) => [name, group, sentence]),
  ).toEqual(
    expect.arrayContaining([
      [WEASEL, undefined, 'Wily Weasel came.'],
      [DIGGING, WEASEL, 'They dug. They dug *deeper* than before.'],
      [BURROWING, undefined, 'Somebody burrowed.'],
      [BADGER, WEASEL, ''],
      [idOf('tool', 9), undefined, ''],
    ]),
  );
});

test('as MISP it is read back with the ids, groups and sentences that it was written with', () => {
  const back = readBack(reportEvent(REPORT, at));
  expect(new Set(back.map(({ kind, id, name }) => [kind, id, name].join(' ')))).toEqual(
    new Set([
      'group G0901 Wily Weasel',
      'technique T9001 Digging',
      "technique T9001.001 Burrowing 'below' (all of it)",
      'software S9001 BADGERDROP',
      'software S9002 Spade',
    ]),
  );
  const dug = back.filter(
    ({ id, sentence }) => id === 'T9001' && sentence.endsWith('(confirmed, 90): They dug.'),
  );
  expect(dug.map(({ group }) => group)).toEqual(['G0901']);
});

describe('a report as STIX', () => {
  const bare: ReportExport = {
    ...REPORT,
    report: { id: 'raid-1', title: 'Raid on a henhouse', kind: 'feed' },
  };

  test('never describes what ATT&CK describes', () => {
    const types = objectsOf(REPORT).map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['identity', 'report', 'relationship', 'note']));
  });

  test('bears its marking on all that it says, and the strictest where nobody can read it', () => {
    const levels = (given: ReportExport): unknown =>
      new Set(
        objectsOf(given)
          .filter(({ type }) => type !== 'identity')
          .map((object) => JSON.stringify(object['object_marking_refs'])),
      );
    const [amber, red] = ['55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'e828b379-4e03-4974-9ac4-e53a884c97c1'];
    expect(levels(REPORT)).toEqual(new Set([`["marking-definition--${amber}"]`]));
    expect(levels({ ...REPORT, report: { ...REPORT.report, tlp: 'chartreuse' } })).toEqual(
      new Set([`["marking-definition--${red}"]`]),
    );
    expect(levels(bare)).toEqual(new Set([undefined]));
  });

  test('exported later has newer versions of the same objects; of another report, others', () => {
    const ids = (given: ReportExport, time?: string): readonly unknown[] =>
      objectsOf(given, time)
        .filter(({ type }) => type !== 'identity')
        .map(({ id }) => id);
    expect(ids(REPORT, '2027-01-01T00:00:00Z')).toEqual(ids(REPORT));
    const other = ids({ ...REPORT, report: { ...REPORT.report, id: 'raid-2' } });
    expect(other.filter((id) => ids(REPORT).includes(id))).toEqual([]);
  });

  test('without a publisher it is of Foeprint, and without anything stated refers to whose it is', () => {
    const objects = objectsOf({ ...bare, stated: [] });
    expect(objects.map(({ type, name }) => [type, name])).toEqual([
      ['identity', 'Foeprint'],
      ['report', 'Raid on a henhouse'],
    ]);
    expect(objects[1]?.['object_refs']).toEqual([objects[0]?.['id']]);
  });
});

test.for([reportBundle, reportEvent])('a time that is none is refused', (write) => {
  expect(() => write(REPORT, 'yesterday')).toThrow('E804');
});

const STATED = fc.record({
  index: fc.integer({ min: 0, max: REPORT.stated.length - 1 }),
  name: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  text: fc.string({ maxLength: 80, unit: 'grapheme' }),
});

test('whatever words are in it, both can be read, and lose or add no id', () => {
  fc.assert(
    fc.property(fc.array(STATED, { maxLength: 6 }), fc.string({ unit: 'grapheme' }), (chosen, title) => {
      const stated = chosen.flatMap(({ index, name, text }) => {
        const thing = REPORT.stated[index];
        return thing === undefined ? [] : [{ ...thing, name, sentences: [{ text }] }];
      });
      const given = { report: { ...REPORT.report, title }, stated };
      const named = new Set(readBack(reportBundle(given, at)).map(({ name }) => name));
      expect(named).toEqual(new Set(stated.map(({ stixId }) => stixId)));
      const ids = new Set(readBack(reportEvent(given, at)).map(({ id }) => id));
      expect(ids).toEqual(new Set(stated.map(({ id }) => id)));
    }),
  );
});
