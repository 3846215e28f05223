import { expect, test } from 'vitest';
import { readReports, type ReportsReading } from '../../../src/intake/index.ts';
import { bundle, idOf, labelled, object, relationship, use } from '../../support/world/build.ts';
import { DIGGING, FARM, RAID, WEASEL } from '../../support/world/cast.ts';

const TLP_AMBER = 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82';
const GAZETTE = object('identity', 60, { name: 'Henhouse Gazette', identity_class: 'organization' });
const VENDORS_DIGGING = object('attack-pattern', 61, {
  name: 'Tunnels under fences',
  description: 'They dig tunnels.',
});

function reading(given: unknown, file = 'given.json'): ReportsReading {
  const read = readReports(typeof given === 'string' ? given : JSON.stringify(given), file);
  if (read === undefined) throw new Error('it was taken for text in words');
  return read;
}

test('a STIX report says what it refers to, and who uses what in which words', () => {
  const report = object('report', 62, {
    name: 'Raid on a henhouse',
    created_by_ref: GAZETTE['id'],
    published: '2026-05-02T00:00:00Z',
    lang: 'en',
    description: 'A henhouse was raided.\n\nNobody was hurt.',
    external_references: [{ source_name: 'Gazette', url: 'https://gazette.example/raid' }],
    object_refs: [WEASEL, DIGGING, RAID, idOf('attack-pattern', 61), idOf('malware', 99)],
    object_marking_refs: [TLP_AMBER],
  });
  const { format, reports, issues } = reading(
    bundle(
      GAZETTE,
      report,
      labelled('intrusion-set', 1, 'G0901', 'Wily Weasel', { description: 'What ATT&CK says of it.' }),
      labelled('attack-pattern', 3, 'T9001', 'Digging'),
      labelled('campaign', 8, 'C0901', 'Night Raid'),
      VENDORS_DIGGING,
      use(63, WEASEL, DIGGING, 'They dug at [night](https://a.example).', 'Gazette. (2026, May 2). Raid.'),
      relationship(64, RAID, 'attributed-to', WEASEL),
      relationship(65, RAID, 'uses', idOf('attack-pattern', 61), { description: 'Below the fence.' }),
      relationship(66, WEASEL, 'uses', idOf('tool', 98), { description: 'Of another report.' }),
      relationship(67, WEASEL, 'uses', RAID, { revoked: true }),
      object('note', 68, { content: 'The fence is mended.', object_refs: [report['id']] }),
      object('note', 69, { content: 'It never was.', object_refs: [report['id']], revoked: true }),
    ),
  );
  expect([format, issues]).toEqual(['STIX', []]);
  expect(reports).toEqual([
    {
      title: 'Raid on a henhouse',
      publisher: 'Henhouse Gazette',
      date: '2026-05-02',
      language: 'en',
      tlp: 'amber',
      references: ['https://gazette.example/raid'],
      text: [
        'A henhouse was raided.',
        'Nobody was hurt.',
        'The fence is mended.',
        'They dig tunnels.',
        'They dug at night.',
        'Below the fence.',
      ].join('\n'),
      mentions: [
        { kind: 'group', id: 'G0901', name: 'Wily Weasel', sentence: '' },
        { kind: 'technique', name: 'Tunnels under fences', sentence: 'They dig tunnels.' },
        { kind: 'software', name: idOf('malware', 99), sentence: '' },
        { kind: 'campaign', id: 'C0901', name: 'Night Raid', group: 'G0901', sentence: '' },
        { kind: 'technique', id: 'T9001', name: 'Digging', group: 'G0901', sentence: 'They dug at night.' },
        { kind: 'technique', name: 'Tunnels under fences', group: 'G0901', sentence: 'Below the fence.' },
      ],
    },
  ]);
});

test('several reports of one file are several, each with its own, of STIX 2.0 and without a bundle, too', () => {
  const twoPointNought = (fields: Readonly<Record<string, unknown>>): unknown =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'spec_version'));
  const { reports } = reading(
    [
      object('report', 62, { name: 'One', object_refs: [WEASEL, DIGGING, idOf('relationship', 63)] }),
      object('report', 63, { name: 'Other', object_refs: [WEASEL], revoked: false }),
      object('grouping', 64, { name: 'Not published', object_refs: [DIGGING] }),
      use(63, WEASEL, DIGGING, 'They dug.'),
    ].map(twoPointNought),
  );
  expect(
    reports.map(({ title, mentions }) => [title, ...mentions.map(({ name, group }) => [name, group])]),
  ).toEqual([
    ['One', [WEASEL, undefined], [DIGGING, WEASEL]],
    ['Other', [WEASEL, undefined]],
    ['Not published', [DIGGING, undefined]],
  ]);
});

const MISP = {
  Event: {
    uuid: '00000000-0000-4000-8000-000000000001',
    info: 'Raid on a henhouse',
    date: '2026-05-02',
    Orgc: { name: 'Henhouse Gazette' },
    Tag: [
      { name: 'tlp:green' },
      { name: 'misp-galaxy:threat-actor="Weasel"' },
      { name: 'misp-galaxy:mitre-intrusion-set="Wily Weasel - G0901"' },
      { name: 'misp-galaxy:mitre-attack-pattern="Digging - T1193"' },
    ],
    Galaxy: [{ GalaxyCluster: [{ tag_name: 'misp-galaxy:mitre-tool="Spade - S9002"' }] }],
    Attribute: [
      { type: 'link', value: 'https://gazette.example/raid' },
      {
        type: 'text',
        value: 'They came by night.',
        Tag: [{ name: 'misp-galaxy:mitre-attack-pattern="Burrowing - T9001.001"' }, { name: 'tlp:amber' }],
      },
      {
        type: 'text',
        value: 'Struck out.',
        deleted: true,
        Tag: [{ name: 'misp-galaxy:ransomware="Cluck"' }],
      },
    ],
    Object: [
      {
        comment: 'The otter shouted.',
        Attribute: [
          {
            type: 'filename',
            value: 'a.exe',
            comment: 'It shouts.',
            Tag: [
              { name: 'misp-galaxy:mitre-attack-pattern="Shouting"' },
              { name: 'misp-galaxy:mitre-intrusion-set="Noisy Otter - G0912"' },
            ],
          },
        ],
      },
    ],
    EventReport: [
      {
        name: 'What happened',
        content:
          'The night.\n\n@[tag](misp-galaxy:mitre-intrusion-set="Wily Weasel - G0901") used @[tag](misp-galaxy:mitre-malware="BADGERDROP - S9001").',
      },
    ],
  },
};

test('a MISP event says what its tags, clusters, attributes and reports name', () => {
  const { format, reports, issues } = reading(MISP);
  expect([format, issues]).toEqual(['a MISP event', []]);
  expect(reports).toEqual([
    {
      title: 'Raid on a henhouse',
      publisher: 'Henhouse Gazette',
      date: '2026-05-02',
      tlp: 'amber',
      references: ['https://gazette.example/raid'],
      text: [
        'They came by night.',
        'What happened',
        'The night.',
        'Wily Weasel - G0901 used BADGERDROP - S9001.',
      ].join('\n'),
      mentions: [
        { kind: 'technique', id: 'T1193', name: 'Digging', group: 'G0901', sentence: '' },
        { kind: 'group', name: 'Weasel', sentence: '' },
        { kind: 'software', id: 'S9002', name: 'Spade', group: 'G0901', sentence: '' },
        { kind: 'technique', name: 'Shouting', group: 'G0912', sentence: 'It shouts.' },
        { kind: 'group', id: 'G0912', name: 'Noisy Otter', sentence: 'It shouts.' },
        {
          kind: 'technique',
          id: 'T9001.001',
          name: 'Burrowing',
          group: 'G0901',
          sentence: 'They came by night.',
        },
        {
          kind: 'group',
          id: 'G0901',
          name: 'Wily Weasel',
          sentence: 'Wily Weasel - G0901 used BADGERDROP - S9001.',
        },
        {
          kind: 'software',
          id: 'S9001',
          name: 'BADGERDROP',
          group: 'G0901',
          sentence: 'Wily Weasel - G0901 used BADGERDROP - S9001.',
        },
      ],
    },
  ]);
});

test('tags of MISP that a converter left as labels and in notes of STIX count, too', () => {
  const dug = '@[tag](misp-galaxy:mitre-attack-pattern="Digging - T9001")';
  const { reports } = reading([
    object('grouping', 62, {
      name: 'Raid',
      labels: ['tlp:green', 'misp-galaxy:mitre-intrusion-set="Wily Weasel - G0901"'],
      object_refs: [idOf('note', 63)],
    }),
    object('note', 63, { content: `They used ${dug}.`, object_refs: [idOf('grouping', 62)] }),
  ]);
  const sentence = 'They used Digging - T9001.';
  expect(reports).toEqual([
    {
      title: 'Raid',
      tlp: 'green',
      references: [],
      text: sentence,
      mentions: [
        { kind: 'group', id: 'G0901', name: 'Wily Weasel', sentence: '' },
        { kind: 'technique', id: 'T9001', name: 'Digging', group: 'G0901', sentence },
      ],
    },
  ]);
});

test.for([
  ['a list', [MISP, MISP]],
  ['the answer of a search', { response: [MISP, MISP] }],
  ['events without `Event` around them', [MISP.Event, MISP.Event]],
] as const)('events of MISP in %s are a report each', ([, given]) => {
  expect(reading(given).reports.map(({ title }) => title)).toEqual([
    'Raid on a henhouse',
    'Raid on a henhouse',
  ]);
});

const GROUPS = `# Source: https://gazette.example/raid
version: 1.2
file_type: group-administration
domain: enterprise-attack
groups:
  - group_name: Wily Weasel (G0901)
    campaign: Night Raid
    technique_id: [T9001, t9001/001, henhouse]
    software_id:
      - S9001
    enabled: true
  - group_name: Noisy Otter
    campaign:
    technique_id: { T9012: 2410 }
    software_id:
  - group_name: Idle Newt
    technique_id: [T9001]
    enabled: false
  - technique_id: [T9001]
`;

test('each entry of a DeTT&CT group file is a report; what is left out is said with its line', () => {
  const { format, reports, issues } = reading(GROUPS, 'groups.yaml');
  expect(format).toBe('a DeTT&CT administration file of groups');
  const references = ['https://gazette.example/raid'];
  const used = (kind: string, id: string, group: string): unknown => ({
    kind,
    id,
    name: id,
    group,
    sentence: '',
  });
  expect(reports).toEqual([
    {
      title: 'Wily Weasel (G0901): Night Raid',
      references,
      text: '',
      mentions: [
        { kind: 'group', id: 'G0901', name: 'Wily Weasel', sentence: '' },
        { kind: 'campaign', name: 'Night Raid', group: 'G0901', sentence: '' },
        used('technique', 'T9001', 'G0901'),
        used('technique', 'T9001.001', 'G0901'),
        used('software', 'S9001', 'G0901'),
      ],
    },
    {
      title: 'Noisy Otter',
      references,
      text: '',
      mentions: [
        { kind: 'group', name: 'Noisy Otter', sentence: '' },
        used('technique', 'T9012', 'Noisy Otter'),
      ],
    },
  ]);
  expect(issues.map(({ code, message, place }) => [code, message, place?.line])).toEqual([
    ['I303', '`henhouse` in `technique_id` is no number of ATT&CK.', 8],
    ['I302', '“Idle Newt” is not enabled.', 18],
    ['I302', 'An entry has no `group_name`.', 19],
  ]);
});

test('DeTT&CT groups as JSON are the same', () => {
  const json = {
    file_type: 'group-administration',
    groups: [{ group_name: 'Otter', technique_id: ['T9001'] }],
  };
  expect(reading(json).reports.map(({ mentions }) => mentions.map(({ name }) => name))).toEqual([
    ['Otter', 'T9001'],
  ]);
});

/** What each form of the same flow gives: the steps in the order of the attack, not of the file. */
const FLOW = [
  {
    title: 'Raid on a henhouse',
    publisher: 'Henhouse Gazette',
    date: '2026-05-02',
    references: ['https://gazette.example/raid'],
    text: ['How it went.', 'Wily Weasel', 'Dig: They dug.', 'Burrow', 'Knock on the door'].join('\n'),
    mentions: [
      { kind: 'group', id: 'G0901', name: 'Wily Weasel', sentence: '' },
      { kind: 'technique', id: 'T9001', name: 'Dig', group: 'G0901', sentence: 'They dug.' },
      { kind: 'technique', id: 'T9001.001', name: 'Burrow', group: 'G0901', sentence: '' },
    ],
  },
];

/** `[name, number, description]` of the steps by their keys, as they stand in the files: backwards. */
const STEPS = [
  ['knock', 'Knock on the door', null, null],
  ['burrow', 'Burrow', '9001.001', null],
  ['dig', 'Dig', 'T9001', 'They dug.'],
] as const;

const PAGE = [
  ['name', 'Raid on a henhouse'],
  ['description', 'How it went.'],
  ['author', [['name', 'Henhouse Gazette']]],
];

/** A file of version 2 of the Builder: lines end in objects of their own, which hang on anchors. */
const BUILDER_2 = {
  version: '2.2.4',
  id: 'page',
  objects: [
    {
      id: 'page',
      template: 'flow',
      children: ['dig', 'burrow', 'knock', 'line1', 'line2'],
      properties: [
        ...PAGE,
        ['external_references', [[['url', 'https://gazette.example/raid']]]],
        ['created', '2026-05-02T10:00:00Z'],
      ],
    },
    ...STEPS.map(([key, name, technique_id, description]) => ({
      id: key,
      template: 'action',
      children: [`${key}-in`, `${key}-out`],
      properties: Object.entries({ name, technique_id, description }),
    })),
    {
      id: 'who',
      template: 'intrusion_set',
      children: ['who-out'],
      properties: [['name', 'Wily Weasel - G0901']],
    },
    ...[
      ['who', 'dig'],
      ['dig', 'burrow'],
      ['burrow', 'knock'],
    ].flatMap(([from, to]) => [
      { id: `${from}-out`, template: '@__builtin__anchor', children: [`${from}-from`] },
      { id: `${to}-in`, template: '@__builtin__anchor', children: [`${to}-to`] },
      { id: `${from}-from`, template: '@__builtin__line_source', children: [] },
      { id: `${to}-to`, template: '@__builtin__line_target', children: [] },
      {
        id: `${from}-${to}`,
        template: '@__builtin__line_horizontal_elbow',
        children: [`${from}-from`, `${to}-to`],
      },
    ]),
  ],
  location: { x: 0, y: 0, k: 1 },
};

/** A file of version 3: lines name latches, which hang on anchors. */
const BUILDER_3 = {
  schema: 'attack_flow_v2',
  theme: 'dark_theme',
  objects: [
    {
      id: 'flow',
      instance: 'page',
      properties: [
        ...PAGE,
        ['external_references', [['a key', [['url', 'https://gazette.example/raid']]]]],
        ['created', { time: '2026-05-02T10:00:00.000+02:00', zone: 'Europe/Luxembourg' }],
      ],
    },
    ...STEPS.map(([key, name, technique, description]) => ({
      id: 'action',
      instance: key,
      anchors: { '0': `${key}-in`, '90': `${key}-out` },
      properties: Object.entries({ name, ttp: Object.entries({ tactic: null, technique }), description }),
    })),
    {
      id: 'threat_actor',
      instance: 'who',
      anchors: { '0': 'who-out' },
      properties: [['name', 'G0901: Wily Weasel']],
    },
    ...[
      ['who', 'dig'],
      ['dig', 'burrow'],
      ['burrow', 'knock'],
    ].flatMap(([from, to]) => [
      { id: 'horizontal_anchor', instance: `${from}-out`, latches: [`${from}-from`] },
      { id: 'vertical_anchor', instance: `${to}-in`, latches: [`${to}-to`] },
      { id: 'generic_latch', instance: `${from}-from` },
      { id: 'dynamic_line', instance: `${from}-${to}`, source: `${from}-from`, target: `${to}-to` },
    ]),
  ],
};

const ACTIONS = STEPS.map(([, name, technique_id, description], index) =>
  object('attack-action', 74 - index, {
    name,
    ...(technique_id === null ? {} : { technique_id }),
    ...(description === null ? {} : { description }),
    ...(index === 0 ? {} : { effect_refs: [idOf('attack-action', 75 - index)] }),
  }),
);

const STIX_FLOW = bundle(
  GAZETTE,
  object('attack-flow', 70, {
    name: 'Raid on a henhouse',
    description: 'How it went.',
    created: '2026-05-02T10:00:00.000Z',
    created_by_ref: GAZETTE['id'],
    external_references: [{ source_name: 'Gazette', url: 'https://gazette.example/raid' }],
    start_refs: [idOf('attack-action', 72)],
  }),
  labelled('intrusion-set', 1, 'G0901', 'Wily Weasel'),
  ...ACTIONS,
);

test.for([
  ['version 2 of the Builder', 'a file of the Attack Flow Builder', BUILDER_2],
  ['version 3 of the Builder', 'a file of the Attack Flow Builder', BUILDER_3],
  ['STIX', 'STIX', STIX_FLOW],
] as const)('a flow in %s is a report with its steps in order', ([, format, given]) => {
  const read = reading(given, 'raid.afb');
  expect(read).toEqual({ format, reports: FLOW, issues: [] });
});

test('steps that go round in circles are read as the file has them', () => {
  const [dig, burrow] = [71, 72].map((number) => idOf('attack-action', number));
  const round = bundle(
    object('attack-flow', 70, { name: 'Round', start_refs: [dig] }),
    object('attack-action', 71, { name: 'Dig', technique_id: 'T9001', effect_refs: [burrow] }),
    object('attack-action', 72, { name: 'Burrow', technique_ref: DIGGING, effect_refs: [dig] }),
    labelled('attack-pattern', 3, 'T9001', 'Digging'),
  );
  expect(reading(round).reports[0]?.mentions.map(({ name }) => name)).toEqual(['Dig', 'Digging']);
});

test.for([
  ['2026-05-02T10:00:00Z', '2026-05-02'],
  ['2026-05', '2026-05'],
  ['2026', '2026'],
  ['2026-02-30', '2026-02'],
  ['2026-13-01', '2026'],
  ['2026-00-01', '2026'],
  ['20260502', undefined],
  ['May 2026', undefined],
] as const)('the date of a report that gives “%s” is %s', ([published, date]) => {
  const { reports } = reading(
    bundle(object('report', 62, { name: 'Raid', published, object_refs: [DIGGING] })),
  );
  expect(reports.map((report) => report.date)).toEqual([date]);
});

test('of versions of a flow the newest is read, with what it leads to and no other flow does', () => {
  const [dig, burrow, hide] = [71, 72, 73].map((number) => idOf('attack-action', number));
  const flow = (year: number, name: string, start: string | undefined): object =>
    object('attack-flow', 70, { name, start_refs: [start], modified: `${String(year)}-01-01T00:00:00.000Z` });
  const { reports, issues } = reading(
    bundle(
      flow(2026, 'Round the fence', burrow),
      flow(2025, 'Below the fence', dig),
      object('attack-flow', 75, { name: 'Over the fence', start_refs: [hide], revoked: true }),
      object('attack-action', 71, { name: 'Dig', technique_id: 'T9001' }),
      object('attack-action', 72, { name: 'Burrow', technique_id: 'T9001.001' }),
      object('attack-action', 73, { name: 'Hide', technique_id: 'T9002' }),
    ),
  );
  expect(reports.map(({ title, mentions }) => [title, ...mentions.map(({ id }) => id)])).toEqual([
    ['Round the fence', 'T9001.001'],
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['I302']);
});

test.for([
  ['I300', 'It is an ATT&CK Navigator layer.', { domain: 'enterprise-attack', techniques: [] }],
  ['I300', 'It is JSON of no kind that is known.', { eggs: 12 }],
  ['I300', 'It is named as JSON, and is none.', '{"type": "bundle", "objects": ['],
  ['I300', 'It is not YAML: ', 'file_type: group-administration\ngroups: [a\n'],
  ['I301', 'It is STIX without a report', bundle(...FARM.attack)],
  ['I301', 'It has no list `groups`', 'file_type: group-administration\n'],
  [
    'I302',
    '“Old” is withdrawn.',
    bundle(object('report', 62, { name: 'Old', revoked: true, object_refs: [DIGGING] })),
  ],
  ['I302', '“Old” is withdrawn.', bundle(object('attack-flow', 70, { name: 'Old', revoked: true }))],
  [
    'I304',
    '“Long” says more than is read.',
    bundle(object('report', 62, { name: 'Long', object_refs: [], description: 'dig '.repeat(1_000_001) })),
  ],
] as const)('%s: “%s”', ([code, message, given]) => {
  const { issues } = reading(given);
  expect(issues[0]).toMatchObject({ code, place: { file: 'given.json' } });
  expect(issues[0]?.message.startsWith(message)).toBe(true);
  expect(issues[0]?.hint).not.toBe('');
});

test.for([
  '# Raid on a henhouse\n\nThey dug (T9001).',
  '[They](https://a.example) dug.',
  'name: not a report',
  '',
])('text in words is for others to read: “%s”', (text) => {
  expect(readReports(text, 'raid.md')).toBeUndefined();
});

test('what would steer a screen is made visible, in titles, names, sentences and text', () => {
  const [report] = reading(
    bundle(
      object('report', 62, {
        name: 'A\u001b[2J\nB',
        description: 'C\u202eD\n\n\nE',
        object_refs: [idOf('malware', 9)],
      }),
      object('malware', 9, { name: 'F\u0007' }),
    ),
  ).reports;
  expect(report).toMatchObject({ title: 'A<1B>[2J B', text: 'C<202E>D\nE', mentions: [{ name: 'F<07>' }] });
});

test('campaigns that hundreds of groups are behind do not multiply what they use beyond bounds', () => {
  const numbers = (from: number, length: number): readonly number[] =>
    Array.from({ length }, (_, index) => from + index);
  const groups = numbers(1000, 300);
  const techniques = numbers(2000, 300);
  const { reports, issues } = reading(
    bundle(
      object('report', 1, {
        name: 'All of them',
        object_refs: [
          RAID,
          ...groups.map((number) => idOf('intrusion-set', number)),
          ...techniques.map((number) => idOf('attack-pattern', number)),
        ],
      }),
      ...groups.map((number) => relationship(number, RAID, 'attributed-to', idOf('intrusion-set', number))),
      ...techniques.map((number) => relationship(number, RAID, 'uses', idOf('attack-pattern', number))),
    ),
  );
  expect(reports[0]?.mentions.length).toBeLessThanOrEqual(20_000);
  expect(issues.map(({ code }) => code)).toEqual(['I304']);
});
