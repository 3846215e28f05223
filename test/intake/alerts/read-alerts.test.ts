import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentOf, readAlertLine, readAlerts } from '../../../src/intake/index.ts';
import { runs } from '../../support/runs.ts';

interface Case {
  readonly name: string;
  readonly given: unknown;
  readonly techniques: readonly string[];
  readonly software?: readonly string[];
  readonly groups?: readonly string[];
  readonly date?: string;
}

const CASES: readonly Case[] = [
  {
    name: 'an OCSF finding, with the same attack in both places',
    given: {
      class_uid: 2004,
      time: 1_772_000_000_000,
      finding_info: {
        uid: 'f-1',
        attacks: [
          { technique: { uid: 'T1059' }, sub_technique: { uid: 'T1059.001' } },
          { technique: { uid: 'T1105', name: 'Ingress Tool Transfer' } },
        ],
      },
      attacks: [{ technique: { uid: 'T1105' } }],
      malware: [{ name: 'LampWorm' }],
    },
    techniques: ['T1059.001', 'T1105'],
    software: ['LampWorm'],
    date: '2026-02-25',
  },
  {
    name: 'a security finding of OCSF 1.0',
    given: {
      class_uid: 2001,
      attacks: [{ technique: { uid: 'T1566', sub_technique: { uid: 'T1566.001' } } }],
    },
    techniques: ['T1566.001'],
  },
  {
    name: 'an ECS alert: lists side by side',
    given: {
      '@timestamp': '2026-05-04T10:00:00Z',
      threat: {
        technique: { id: ['T1059', 'T1027'], subtechnique: { id: 'T1059.003' } },
        group: { id: 'G9001' },
      },
    },
    techniques: ['T1027', 'T1059.003'],
    groups: ['G9001'],
    date: '2026-05-04',
  },
  ...['Findings', 'Records', 'records', 'results', 'value', 'data'].map((wrapper) => ({
    name: `alerts below “${wrapper}”`,
    given: { count: 1, [wrapper]: [{ tags: ['attack.t1003'] }] },
    techniques: ['T1003'],
  })),
  {
    name: 'an alert with fields that are called as wrappers are',
    given: { tags: ['attack.t1003'], data: { srcip: '10.0.0.1' }, events: [{ tags: ['attack.t1001'] }] },
    techniques: ['T1003'],
  },
  {
    name: 'hits of Elasticsearch, flattened by Kibana',
    given: {
      hits: {
        hits: [
          { _source: { '@timestamp': 'x', 'kibana.alert.rule.threat': [{ technique: [{ id: 'T1003' }] }] } },
        ],
      },
    },
    techniques: ['T1003'],
  },
  {
    name: 'a rule of Zircolite, and an alert of ElastAlert, by the day that they matched',
    given: [
      { title: 'Lamp', tags: ['attack.t1001'], matches: [{ SystemTime: '2026-03-04T05:06:07Z' }] },
      { rule_name: 'Lantern', match_body: { '@timestamp': '2026-03-05T00:00:00Z', tags: ['attack.t1002'] } },
    ],
    techniques: ['T1001', 'T1002'],
    date: '2026-03-04',
  },
  {
    name: 'Sigma tags in a list, and in one text',
    given: [
      { tags: ['attack.execution', 'attack.t1059.001', 'attack.g9001'], timestamp: '2026/03/02 11:00' },
      { MitreTags: 'T1112 ¦ T1547.001' },
    ],
    techniques: ['T1059.001', 'T1112', 'T1547.001'],
    groups: ['G9001'],
    date: '2026-03-02',
  },
  {
    name: 'a MISP event',
    given: {
      Event: {
        date: '2026-01-09',
        Tag: [{ name: 'tlp:green' }, { name: 'misp-galaxy:mitre-attack-pattern="Phishing - T1566"' }],
        Attribute: [{ Tag: [{ name: 'misp-galaxy:mitre-malware="LampWorm - S9001"' }] }],
        Galaxy: [{ GalaxyCluster: [{ tag_name: 'misp-galaxy:threat-actor="Amber Heron"' }] }],
      },
    },
    techniques: ['T1566'],
    software: ['S9001'],
    groups: ['Amber Heron'],
    date: '2026-01-09',
  },
  {
    name: 'a STIX bundle',
    given: {
      type: 'bundle',
      objects: [
        {
          type: 'attack-pattern',
          external_references: [{ source_name: 'mitre-attack', external_id: 'T1041' }],
        },
        { type: 'attack-pattern', name: 'Lamp signals' },
        { type: 'tool', name: 'Lantern' },
      ],
    },
    techniques: ['T1041', 'Lamp signals'],
    software: ['Lantern'],
  },
  {
    name: 'a Navigator layer, but for what is off or 0',
    given: {
      techniques: [
        { techniqueID: 'T1001', score: 3 },
        { techniqueID: 'T1002', score: 0 },
        { techniqueID: 'T1003', enabled: false },
        { techniqueID: 'T1004' },
      ],
    },
    techniques: ['T1001', 'T1004'],
  },
  {
    name: 'an object with techniques',
    given: { techniques: ['T1001'], software: 'S9001' },
    techniques: ['T1001'],
    software: ['S9001'],
  },
  { name: 'a list of ids', given: ['T1001', 'T1002.003'], techniques: ['T1001', 'T1002.003'] },
];

test.for(CASES)('$name', ({ given, techniques, software = [], groups = [], date }) => {
  const { alerts, issues } = readAlerts(JSON.stringify(given), 'alerts.json');
  expect(issues).toEqual([]);
  expect(incidentOf(alerts)).toMatchObject({ techniques, software, groups });
  expect(incidentOf(alerts).date).toBe(date);
});

test('markings: of an event and of a bundle the strictest', () => {
  const event = { Event: { Tag: [{ name: 'tlp:green' }, { name: 'tlp:amber' }] } };
  const bundle = { type: 'bundle', objects: [{ type: 'tool', name: 'Lantern', labels: ['tlp:red'] }] };
  expect(readAlertLine(JSON.stringify(event))).toMatchObject({ marking: 'amber' });
  expect(readAlertLine(JSON.stringify(bundle))).toMatchObject({ marking: 'red' });
  expect(readAlerts(JSON.stringify([event, bundle]), 'a.json').alerts.map(({ marking }) => marking)).toEqual([
    'amber',
    'red',
  ]);
});

test('JSON Lines: what is none is reported with its line, the rest is used', () => {
  const lines = [
    '{"techniques":["T1001"]}',
    '',
    '{"techniques":',
    '{"weather":"fine"}',
    '{"tags":["attack.t1002"]}',
  ];
  const { alerts, issues } = readAlerts(lines.join('\n'), 'alerts.ndjson');
  expect(alerts.map(({ techniques }) => techniques)).toEqual([['T1001'], ['T1002']]);
  expect(issues.map(({ code, place }) => [code, place?.line])).toEqual([
    ['I193', 3],
    ['I193', 4],
  ]);
});

test('text: every id in it', () => {
  expect(readAlerts('saw T1059.001, then attack.t1105', 'notes.txt').alerts[0]?.techniques).toEqual([
    'T1059.001',
    'T1105',
  ]);
  expect(readAlerts('nothing here', 'notes.txt').issues).toMatchObject([{ code: 'I193' }]);
});

test('more techniques than there are make no alert; long texts are cut', () => {
  const many = { techniques: Array.from({ length: 1001 }, (_, place) => `way ${place}`) };
  expect(readAlertLine(JSON.stringify(many))).toBe('It names 1,001 techniques; an alert has at most 1,000.');
  const { alerts, issues } = readAlerts(JSON.stringify([many, { techniques: ['T1001'] }]), 'alerts.json');
  expect(alerts.map(({ techniques }) => techniques)).toEqual([['T1001']]);
  expect(issues).toMatchObject([{ code: 'I193', place: { field: '[0]' } }]);
  const long = { id: 'a'.repeat(5000), techniques: ['b'.repeat(5000)] };
  expect(readAlertLine(JSON.stringify(long))).toMatchObject({
    id: `${'a'.repeat(200)}…`,
    techniques: [`${'b'.repeat(200)}…`],
  });
});

test('a line with several alerts is one incident of all of them', () => {
  const hits = ['T1001', 'T1002'].map((technique) => ({ _source: { tags: [`attack.${technique}`] } }));
  expect(readAlertLine(JSON.stringify({ hits: { hits } }))).toMatchObject({ techniques: ['T1001', 'T1002'] });
});

test.for(['lists', 'wrappers', 'tags'])('%s that stand in one another a hundred thousand times', (kind) => {
  const [open, close] = kind === 'wrappers' ? ['{"alerts":', '}'] : ['[', ']'];
  const deep = `${open.repeat(100_000)}"attack.t1059"${close.repeat(100_000)}`;
  const text = kind === 'tags' ? `{"tags":${deep}}` : deep;
  expect(readAlertLine(text)).toBe('It is no alert that is known.');
  const { alerts, issues } = readAlerts(`${text}\n{"techniques":["T1001"]}\n`, 'deep.ndjson');
  expect([alerts.length, issues.map(({ code }) => code)]).toEqual([1, ['I193']]);
});

describe('whatever is given', () => {
  test('is read or reported, never thrown', () => {
    const keys = fc.constantFrom(
      'techniques',
      'technique',
      'tags',
      'attacks',
      'finding_info',
      'threat',
      'Event',
      'hits',
      'uid',
      'id',
      'time',
    );
    const anything = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 7, 1e300, '', 'T1059.001', 'attack.t1003'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(anything, (value) => {
        readAlertLine(JSON.stringify(value));
        readAlerts(JSON.stringify(value), 'any.json');
      }),
      runs(300),
    );
  });
});
