import { expect, test } from 'vitest';
import { readBundle } from '../../src/intake/index.ts';
import { markingOfLevel } from '../../src/threat/index.ts';
import {
  type RawObject,
  about,
  bundle,
  idOf,
  labelled,
  object,
  relationship,
} from '../support/world/build.ts';
import { WEASEL } from '../support/world/cast.ts';

const OWN = idOf('marking-definition', 70);

/** A marking object of somebody's own. */
function marking(fields: RawObject): RawObject {
  return object('marking-definition', 70, fields);
}

/** The level that a group is read with, in a bundle with a marking object of its own. */
function levelOf(fields: RawObject, own: RawObject = marking({ definition_type: 'statement' })): string {
  const delivery = readBundle(
    bundle(own, labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', fields)),
    about('levels'),
  );
  return delivery.objects.find(({ id }) => id === WEASEL)?.level ?? 'none';
}

const RED_1 = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';

test.for<readonly [string, RawObject, string]>([
  ['nothing', {}, 'none'],
  ['a statement', { object_marking_refs: [OWN] }, 'none'],
  ['TLP 2.0', { object_marking_refs: [markingOfLevel('amber+strict')] }, 'amber+strict'],
  ['TLP 1', { object_marking_refs: [RED_1] }, 'red'],
  ['TLP 1 in capitals', { object_marking_refs: [RED_1.toUpperCase()] }, 'red'],
  ['clear', { object_marking_refs: [markingOfLevel('clear')] }, 'clear'],
  ['two levels', { object_marking_refs: [markingOfLevel('red'), markingOfLevel('green')] }, 'red'],
  [
    'a stricter part',
    {
      object_marking_refs: [markingOfLevel('green')],
      granular_markings: [{ marking_ref: markingOfLevel('amber'), selectors: ['name'] }],
    },
    'amber',
  ],
  ['a part in another language', { granular_markings: [{ lang: 'fr', selectors: ['name'] }] }, 'none'],
  ['a label', { labels: ['criminal', 'tlp:red'] }, 'red'],
  ['a label with a dash', { labels: ['TLP-AMBER-STRICT'] }, 'amber+strict'],
  ['a label that only sounds like it', { labels: ['red'] }, 'none'],
  ['what is no list', { object_marking_refs: RED_1, granular_markings: 7, labels: {} }, 'none'],
])('an object marked with %s', ([, fields, level]) => {
  expect(levelOf(fields)).toBe(level);
});

test.for<readonly [string, RawObject, string]>([
  ['definition of TLP', { definition_type: 'tlp', definition: { tlp: 'amber' } }, 'amber'],
  [
    'extension for TLP 2.0',
    {
      extensions: {
        'extension-definition--60a3c5c5-0d15-413e-93af-9e7bb00f1a19': {
          extension_type: 'property-extension',
          tlp_2_0: 'amber+strict',
        },
      },
    },
    'amber+strict',
  ],
  ['name', { definition_type: 'x', name: 'TLP:GREEN' }, 'green'],
  ['statement', { definition_type: 'statement', definition: { statement: 'TLP:RED' } }, 'red'],
  [
    'statement of a level and more',
    { definition_type: 'statement', definition: { statement: 'TLP:RED - for the hens of one coop' } },
    'red',
  ],
  [
    'statement with a level in the middle',
    {
      definition_type: 'statement',
      definition: { statement: 'Distribution: TLP AMBER+STRICT, (c) Hen Farm' },
    },
    'amber+strict',
  ],
  ['name without a colon', { definition_type: 'statement', name: 'TLP-RED' }, 'red'],
  ['level that nobody knows', { definition_type: 'tlp', definition: { tlp: 'mauve' } }, 'red'],
  ['statement about red', { definition_type: 'statement', definition: { statement: 'Red' } }, 'none'],
])('a marking object of one’s own says its level by its %s', ([, fields, level]) => {
  expect(levelOf({ object_marking_refs: [OWN] }, marking(fields))).toBe(level);
});

test.for<readonly [string, RawObject, readonly string[]]>([
  ['only of what is red', { object_marking_refs: [OWN, RED_1] }, []],
  ['of what is free', { object_marking_refs: [OWN] }, ['For the night shift']],
])('a statement %s goes as far as that', ([, fields, statements]) => {
  const own = marking({ definition_type: 'statement', definition: { statement: 'For the night shift' } });
  const { objects, source } = readBundle(
    bundle(
      own,
      labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', fields),
      labelled('intrusion-set', 2, 'G9002', 'Bold Badger'),
    ),
    about('mixed'),
  );
  expect(source.statements).toEqual(statements);
  expect(objects.find(({ id }) => id === OWN)?.level).toBe(statements.length === 0 ? 'red' : undefined);
});

test('a marking object of an earlier delivery means what it meant', () => {
  const raw = labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', { object_marking_refs: [OWN] });
  const markings = (id: string) => (id === OWN ? ('red' as const) : undefined);
  const { objects, source } = readBundle(bundle(raw), { ...about('elsewhere'), markings });
  expect(objects.map(({ level }) => level)).toEqual(['red']);
  expect([source.level, source.levels]).toEqual(['red', ['red']]);
});

test('what is read from the prose of a marked object is marked like it, by its parts too', () => {
  const description = 'Wily Weasel is a group that has targeted banks in Luxembourg since 2019.';
  const granular_markings = [{ marking_ref: markingOfLevel('red'), selectors: ['description'] }];
  const { objects } = readBundle(
    bundle(labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', { description, granular_markings })),
    about('prose'),
  );
  const claims = objects.filter(({ type }) => type === 'x-foeprint-claim');
  expect(claims.length).toBeGreaterThan(0);
  for (const { level, raw } of claims)
    expect([level, raw['object_marking_refs']]).toEqual(['red', [markingOfLevel('red')]]);
});

test.for<readonly [string, readonly RawObject[], string, string]>([
  [
    'the report that it is named by',
    [object('report', 5, { name: 'Night Shift', object_marking_refs: [markingOfLevel('red')] })],
    'Night Shift',
    'red',
  ],
  [
    'the freest of several reports',
    [
      object('report', 5, { name: 'Night Shift', object_marking_refs: [markingOfLevel('red')] }),
      object('report', 6, { name: 'Day Shift', object_marking_refs: [markingOfLevel('green')] }),
    ],
    'Day Shift and 1 more',
    'green',
  ],
  [
    'the freest of all that it reports, where no report names it',
    [
      object('identity', 8, { name: 'Farm Watch' }),
      relationship(20, WEASEL, 'uses', idOf('tool', 1), { object_marking_refs: [markingOfLevel('red')] }),
      relationship(21, WEASEL, 'uses', idOf('tool', 2), { object_marking_refs: [markingOfLevel('amber')] }),
    ],
    'named.json',
    'amber',
  ],
  [
    'nothing, where something unmarked is reported',
    [relationship(20, WEASEL, 'uses', idOf('tool', 1))],
    'named.json',
    'none',
  ],
])('the name of a source is marked like %s', ([, objects, name, level]) => {
  const { source } = readBundle(bundle(...objects), about('named'));
  expect([source.name, source.level ?? 'none']).toEqual([name, level]);
});

test('a marked statement is no notice for everybody', () => {
  const statement = (text: string, fields: RawObject = {}) =>
    marking({ definition_type: 'statement', definition: { statement: text }, ...fields });
  const { source } = readBundle(
    bundle(statement('© Farm Watch'), {
      ...statement('For the barn only', { object_marking_refs: [markingOfLevel('red')] }),
      id: idOf('marking-definition', 71),
    }),
    about('statements'),
  );
  expect(source.statements).toEqual(['© Farm Watch']);
});
